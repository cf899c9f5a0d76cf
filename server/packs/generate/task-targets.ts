/** What a document asks for in figures. */
export interface TargetFacts {
  /** `>=` 以上, `<=` 以内, `~` 左右, `=` exactly. */
  readonly op: '>=' | '<=' | '~' | '=' | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** Further figures and dates: "总投资 195 亿元", "正常运行率 >=80 %", "提温 2023-10-31". */
  readonly more: readonly string[];
}

const words = { '>=': '以上', '<=': '以内', '~': '左右', '=': '' } as const;
const isOp = (text: string): text is keyof typeof words => text in words;

// "亿元(总投资)" is a unit and what it measures; "个县(市、区)" is one word.
const UNIT = /^(.*?)(?:\((?!市、区)([^()]*)\))?$/;
const wide = (text: string): string => text.replaceAll('(', '（').replaceAll(')', '）');

function figure(op: string, value: string, unit: string): string {
  const [, bare = '', about] = UNIT.exec(unit) ?? [];
  return wide(`${value}${bare}${isOp(op) ? words[op] : ''}${about ? `(${about})` : ''}`);
}

/** "2023-09-30" as people write a time limit: the end of that month, else the day. */
function limit(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day === last ? `${year}年${month}月底前` : `${year}年${month}月${day}日前`;
}

function further(text: string): string {
  const dated = /^(.*?)\s*(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (dated) return wide(`${dated[1]}${limit(dated[2])}`);
  const measured = /^(.*?)\s*(>=|<=|~)\s*([\d.]+)\s*(\S*)$/.exec(text);
  if (measured) return `${wide(measured[1].replaceAll(' ', ''))}${figure(measured[2], measured[3], measured[4])}`;
  return wide(text.replaceAll(/\s+/g, ''));
}

/** The figures and steps of a task as one line for people; null where its document gives none. */
export function targetText({ op, value, unit, more }: TargetFacts): string | null {
  const parts = [...(value === null ? [] : [figure(op ?? '=', value, unit ?? '')]), ...more.map(further)];
  return parts.length ? parts.join('；') : null;
}
