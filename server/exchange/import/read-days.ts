import { isDay, monthEnd, type Day } from '../../api/day';
import { refuse, Refusal } from '../../api/refusal';
import { shownText, type Cell } from '../sheet/cell';
import { dayOfSerial } from '../sheet/formats';
import { saysNothing, squeeze } from './read-text';

/** Which day a month or a year without one means: a start its first, a finish or a due date its last. */
export type Edge = 'FIRST' | 'LAST';

const pad = (part: string | number): string => String(part).padStart(2, '0');
const existing = (day: Day): Day | null => (isDay(day) ? day : null);

/** Days of a month, first and last, by the word behind it. */
const MONTH_PARTS: Record<string, readonly [number, number]> = { 上旬: [1, 10], 初: [1, 10], 中旬: [11, 20], 中: [15, 15], 下旬: [21, 31] };
/** Months of a year, first and last, by the word behind it. */
const YEAR_PARTS: Record<string, readonly [number, number]> = {
  上半年: [1, 6], 下半年: [7, 12], 初: [1, 1], 一季度: [1, 3], 二季度: [4, 6], 三季度: [7, 9], 四季度: [10, 12], q1: [1, 3], q2: [4, 6], q3: [7, 9], q4: [10, 12],
};
const END = /^(?:底|末|内)(?:之?前|以前|止)?$/;

function inMonth(year: number, month: number, part: string, edge: Edge): Day | null {
  const first = existing(`${year}-${pad(month)}-01`);
  if (first === null) return null;
  const last = monthEnd(first);
  if (END.test(part)) return last;
  if (part === '') return edge === 'FIRST' ? first : last;
  const days = MONTH_PARTS[part.replace(/前$/, '')];
  if (!days) return null;
  const day = days[edge === 'FIRST' ? 0 : 1];
  return day > Number(last.slice(8)) ? last : `${year}-${pad(month)}-${pad(day)}`;
}

function inYear(year: number, part: string, edge: Edge): Day | null {
  const months = /^年?(?:底|末|内)(?:之?前|以前|止)?$/.test(part) ? ([12, 12] as const) : part === '' ? ([1, 12] as const) : YEAR_PARTS[part.replace(/^第/, '')];
  if (!months) return null;
  const end = END.test(part.replace(/^年/, '')) || edge === 'LAST';
  return end ? monthEnd(`${year}-${pad(months[1])}-01`) : `${year}-${pad(months[0])}-01`;
}

/** Words around a date that say no more than its column does. */
const AROUND = /^(?:预计|计划|拟|已于|于|约)|(?:[,，]?(?:正式|全部|全面)?(?:开工|动工|开始|完工|竣工|完成|建成|办结|批复|投运))$/g;

/** A time of day, which dates of databases carry. */
const TIME = /[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const DAY = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?(?:(?:之|以)?前|止)?$/;
const MONTH = /^(\d{4})(?:年|[-./])(\d{1,2})月?(?:份)?([^\d]*)$/;
const YEAR = /^(\d{4})年?((?:第?[一二三四]季度|q[1-4]|\D*))$/;

/**
 * The day that a text names.
 * @throws Refusal that says what would be right
 */
export function parseDay(value: string, edge: Edge): Day | undefined {
  const squeezed = squeeze(value.replace(TIME, ''));
  if (saysNothing(squeezed)) return undefined;
  const text = squeezed.replace(AROUND, '');
  const day = DAY.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const month = day ? null : (MONTH.exec(text) ?? /^(20\d{2})(0[1-9]|1[0-2])()$/.exec(text));
  const year = day || month ? null : YEAR.exec(text);
  if (month && /^(?:之|以)?前$/.test(month[3])) throw refuse('CELL_DAY_BEFORE', { value });
  const found = day ? existing(`${day[1]}-${pad(day[2])}-${pad(day[3])}`)
    : month ? inMonth(Number(month[1]), Number(month[2]), month[3], edge)
      : year ? inYear(Number(year[1]), year[2], edge) : null;
  if (found && isDay(found)) return found;
  throw refuse(/^(?:\d{2}年)?\d{1,2}月|^\d{1,2}[./-]\d{1,2}(?:[./-]\d{1,2})?$|^年?底/.test(text) ? 'CELL_DAY_YEAR' : 'CELL_DAY', { value });
}

/** The day that a text names; null when it names none. */
export function dayOrNull(text: string, edge: Edge): Day | null {
  try {
    return parseDay(text, edge) ?? null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A number in a column of days: 20231231, 202312, 2023, 2023.12, or the count of a date whose format was lost. */
function dayOfNumber(value: number, edge: Edge): Day | undefined {
  const text = shownText(value);
  const year = /^(20\d{2})\.1$/.exec(text)?.[1];
  if (year) throw refuse('CELL_DAY_OCTOBER', { value: text, year });
  if (Number.isInteger(value) && value >= 36_526 && value < 73_051) return dayOfSerial(value, false) ?? undefined;
  return parseDay(text, edge);
}

/** Reads a day. @throws Refusal that says what would be right */
export function readDay(cell: Cell, edge: Edge): Day | undefined {
  if (typeof cell === 'number') return dayOfNumber(cell, edge);
  if (typeof cell === 'string') return parseDay(cell.trim(), edge);
  if (cell.kind === 'DAY') return parseDay(shownText(cell), edge);
  throw refuse('CELL_DAY', { value: shownText(cell) });
}
