import type { Language } from './refusal';
import type { Warning } from './node';

/** What may be worth a second look, in both languages; {holes} are filled from the detail. */
const warnings = {
  FUNDS_ABOVE_PLAN: { zh: '{what}合计 {sum} 元，超过计划 {plan} 元。', en: '{what} adds up to {sum} yuan, above the plan of {plan} yuan.' },
  PAID_ABOVE_ARRIVED: { zh: '支付合计 {sum} 元，超过到位 {arrived} 元。', en: 'Paid adds up to {sum} yuan, above the {arrived} yuan that arrived.' },
  PLAN_ABOVE_INVESTMENT: { zh: '各来源计划合计 {sum} 元，超过总投资 {investment} 元。', en: 'The plans add up to {sum} yuan, above the investment of {investment} yuan.' },
  DOCUMENT_NUMBER_MISSING: { zh: '下达资金没有填文号。', en: 'An allocation without its document number.' },
  DATE_FAR_OFF: { zh: '日期 {date} 离今天很远，请核对。', en: 'The day {date} is far off; please check.' },
  DATE_BEFORE_REGISTRATION: { zh: '日期早于入库日期 {registeredOn}。', en: 'The day is before the work was registered, {registeredOn}.' },
  PROGRESS_WITHOUT_START: { zh: '工程尚在前期，进度已大于 0。', en: 'The work is in preparation, yet its progress is above 0.' },
  PROGRESS_WHILE_SUSPENDED: { zh: '工程当日正在停工。', en: 'The work is suspended on that day.' },
  PROGRESS_BELOW_COMPLETED: { zh: '工程已完工，进度却不足 100%。', en: 'The work is completed, yet its progress is below 100 percent.' },
  LATER_ENTRY_LOWER: { zh: '之后的填报（{date} 为 {progress}%）低于这一次，请核对。', en: 'A later entry ({progress} % on {date}) is below this one; please check.' },
  DONE_ABOVE_INVESTMENT: { zh: '累计完成投资超过总投资 {investment} 元。', en: 'Investment done is above the total investment of {investment} yuan.' },
  TASK_DROPPED_WITHOUT_NOTE: { zh: '任务不再推进，请在说明里写明原因。', en: 'The task was dropped; please say why in its note.' },
  LATER_BOOKED: { zh: '{date} 之后已另登记 {later} 元，加上这一次，到今天合计 {total} 元；请核对日期。', en: '{later} yuan are booked after {date} already; with this, today\'s total becomes {total} yuan. Please check the day.' },
  ANNUAL_ABOVE_INVESTMENT: { zh: '各年度投资计划合计 {sum} 元，超过总投资 {investment} 元。', en: 'The plans of all years add up to {sum} yuan, above the total investment of {investment} yuan.' },
  WORK_RENAMED: { zh: '编码 {code} 的工程原名“{before}”，将改为表中的名称，请核对编码。', en: 'The work {code} is called "{before}"; it would be renamed. Please check the code.' },
  DONE_ON_ASSUMED: { zh: '没有写办结日期，按数据截止日期 {day} 登记。', en: 'No day of completion was given; taken as the day of the figures, {day}.' },
  CATEGORY_ASSUMED: { zh: '没有写类别，记为“{category}”。', en: 'No category was given; taken as "{category}".' },
  SOURCE_ASSUMED: { zh: '没有写资金来源，记在“{source}”。', en: 'No source was given; the money is booked under "{source}".' },
  VALUE_FAR_OFF: { zh: '{section} {indicator}为 {value} {unit}，与该断面以往的 {usual} 相差约 {factor} 倍，请核对单位。', en: '{indicator} at {section} is {value} {unit}, about {factor} times off its usual {usual}; please check the unit.' },
  VALUE_FAR_ABOVE: { zh: '{section} {indicator}为 {value} {unit}，达到Ⅴ类限值 {limit} {unit} 的 10 倍以上，而该断面还没有可比的以往数值，请核对单位。', en: '{indicator} at {section} is {value} {unit}, at least 10 times the limit of class V, {limit} {unit}, and the section has no history to compare with; please check the unit.' },
  COARSER_STANDS_BESIDE: { zh: '{section} {period} 另有{coarse}，{fine}不参加{span}评价。', en: '{section} has a {coarse} {period} as well; the {fine} takes no part in the evaluation of {span}.' },
  DAYS_STAND_BESIDE: { zh: '{section} {period} 有 {days} 天另有{coarse}，{fine}不参加当日评价。', en: '{section} has a {coarse} as well on {days} days of {period}; the {fine} takes no part in the evaluation of that day.' },
  COARSER_FEWER_ITEMS: { zh: '{section} {period} 的{coarse}只有 {items} 项，更细的监测数据有 {more} 项；评价只用{coarse}。', en: 'The {coarse} of {section}, {period}, has only {items} items, the finer values have {more}; the {coarse} alone is evaluated.' },
  RIVER_DIFFERS: { zh: '{section}断面在{river}，表中写的是“{value}”，请核对断面。', en: '{section} lies on {river}, but the file says "{value}"; please check the section.' },
  FLOW_FAR_OFF: { zh: '{place}流量为 {value} m³/s，与平常的 {usual} m³/s 相差很远，请核对单位。', en: 'The flow of {place} is {value} m³/s, far off its usual {usual} m³/s; please check the unit.' },
  RIVER_DRY: { zh: '{place} {month} 流量为 0，即全月断流，请核对。', en: '{place} carried nothing the whole of {month}; please check.' },
  MONTH_RUNNING: { zh: '{month} 还没有过完，月底后请再核对。', en: '{month} is not over; please check again when it is.' },
  FLOW_REPLACED: { zh: '{place} {month} 原为 {before} m³/s，已改为 {value} m³/s；原值存于变更记录。', en: '{place} in {month} was {before} m³/s and is now {value} m³/s; the change record keeps the old value.' },
  VOLUME_FAR_OFF: { zh: '{region}补水 {value} 立方米，与平常的 {usual} 立方米相差很远，请核对单位。', en: '{region} brought {value} m³, far off its usual {usual} m³; please check the unit.' },
  VOLUME_ABOVE_YEAR: { zh: '一个月补水 {value} 立方米，超过全年目标 {target} 立方米，请核对单位。', en: '{value} m³ in one month is above the target of the whole year, {target} m³; please check the unit.' },
  VOLUME_REPLACED: { zh: '{region} {month} 原为 {before} 立方米，已改为 {value} 立方米；原值存于变更记录。', en: '{region} in {month} was {before} m³ and is now {value} m³; the change record keeps the old value.' },
  NUMBER_IGNORED: { zh: '编号 {given} 没有采用，系统编号为 {number}。', en: 'The number {given} was not taken; the number on the wall is {number}.' },
} satisfies Record<string, { zh: string; en: string }>;

export type WarningCode = keyof typeof warnings;

/** Makes a warning in the language of whoever wrote. */
export function warn(language: Language, code: WarningCode, field: string | null, detail: Record<string, string> = {}): Warning {
  return { code, field, message: warnings[code][language].replace(/\{(\w+)\}/g, (_, hole: string) => detail[hole] ?? '') };
}
