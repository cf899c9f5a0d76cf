import type { Results } from './compare';
import { INDICATORS } from './indicators';
import type { ItemResult } from './item-result';
import type { PeriodResult } from './period-result';
import { Usual } from './plausible';
import type { ReportFacts, ReportPart } from './report';
import { list, part, valueWords } from './report-words';
import { SectionSheet } from './sections';

const NOTES: Readonly<Record<NonNullable<ItemResult['note']>, string>> = {
  PH_OUT_OF_RANGE: '超出6—9的范围',
  UNDETECTED_ABOVE_III: '未检出，但检出限高于Ⅲ类限值，不参加评价',
  SATURATED: '按饱和率评价',
};

/** What of a result is worth a second look, against what the section showed in the months before. */
function doubtsOf(sheet: SectionSheet, result: PeriodResult): string[] {
  const month = result.period.slice(0, 7);
  const usual = new Usual(new SectionSheet(sheet.section, sheet.results.filter(({ period }) => period < month)));
  return result.judged().items.flatMap(({ key, value, note }) => {
    const name = `${sheet.section.name}断面${INDICATORS[key].name}`;
    const off = usual.farOff(key, value);
    return [...(note ? [`${name}${NOTES[note]}`] : []), ...(off ? [`${name}为${valueWords(key, value)}，与此前各月的通常水平相差约${Math.round(off.factor)}倍，请核实`] : [])];
  });
}

/**
 * What was measured, what was missing, and what is doubted: nothing is left out in silence.
 * @param gaps what else is missing, in sentences
 * @param looked results in which doubts are looked for, by section
 */
export function dataPart(facts: ReportFacts, now: Results, gaps: readonly string[], looked: readonly (readonly PeriodResult[])[]): ReportPart {
  const named = (choose: (result: PeriodResult | null) => boolean): string[] => facts.sheets.filter((_, i) => choose(now[i])).map(({ section }) => section.name);
  const missing = named((result) => result === null);
  const classOnly = named((result) => result !== null && !result.hasValues);
  const unjudged = named((result) => result !== null && result.class === null);
  const counts = now.flatMap((result) => (result?.hasValues ? [result.judged().itemCount] : []));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const doubts = facts.sheets.flatMap((sheet, i) => looked[i].flatMap((result) => doubtsOf(sheet, result)));
  return part('数据说明', [
    missing.length ? `没有监测结果的断面${missing.length}个：${list(missing)}。` : `${now.length}个断面均有监测结果。`,
    classOnly.length ? `只有类别、没有监测数值的断面${classOnly.length}个：${list(classOnly)}；其定类因子、主要污染指标和指数不作计算。` : '',
    unjudged.length ? `有监测数值、但没有可评价指标的断面${unjudged.length}个：${list(unjudged)}。` : '',
    ...gaps,
    counts.length ? `各断面参评指标${least === most ? least : `${least}—${most}`}项（应评21项），缺测指标不参加评价。` : '',
    doubts.length ? `需要核实或说明的数值：${[...new Set(doubts)].join('；')}。` : counts.length ? '未发现需要核实的数值。' : '',
    '评价依据：《地表水环境质量标准》（GB 3838—2002）和《地表水环境质量评价办法（试行）》（环办〔2011〕22号）；未检出的以检出限的一半参加计算，评价前按四舍六入五成双修约，文中数值在显示时同样修约。',
  ]);
}
