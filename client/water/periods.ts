/** How long a period is: "2024", "2024-06", "2024-06-30" or the four hours from "2024-06-30T08" on, of the office's calendar. */
export type Grain = 'YEAR' | 'MONTH' | 'DAY' | 'HOURS';

const LENGTHS: Readonly<Record<number, Grain>> = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY', 13: 'HOURS' };
const DAY_MS = 86_400_000;
const HOURS_MS = 4 * 3_600_000;

export const grainOf = (period: string): Grain => LENGTHS[period.length] ?? 'MONTH';

const partsOf = (period: string): number[] => period.split(/[-T]/).map(Number);

/** The place of a period among all of its length; neighbours differ by one. */
export function placeOf(period: string): number {
  const [year = 0, month = 1, day = 1, hour = 0] = partsOf(period);
  switch (grainOf(period)) {
    case 'YEAR': return year;
    case 'MONTH': return year * 12 + month - 1;
    case 'DAY': return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
    case 'HOURS': return Math.round(Date.UTC(year, month - 1, day, hour) / HOURS_MS);
  }
}

/** The period at a place, the inverse of `placeOf`. */
export function periodAt(grain: Grain, place: number): string {
  switch (grain) {
    case 'YEAR': return String(place);
    case 'MONTH': return `${Math.floor(place / 12)}-${String((((place % 12) + 12) % 12) + 1).padStart(2, '0')}`;
    case 'DAY': return new Date(place * DAY_MS).toISOString().slice(0, 10);
    case 'HOURS': return new Date(place * HOURS_MS).toISOString().slice(0, 13);
  }
}

/** The period `by` of its length later, or earlier where that is negative. */
export const shiftPeriod = (period: string, by: number): string => periodAt(grainOf(period), placeOf(period) + by);

/** The first and the last period of a length that lie within another one, or the one that holds it. */
export function periodIn(grain: Grain, period: string, end: 'first' | 'last'): string {
  if (grain === 'YEAR') return period.slice(0, 4);
  const year = period.slice(0, 4);
  const month = period.length >= 7 ? period.slice(0, 7) : `${year}-${end === 'first' ? '01' : '12'}`;
  if (grain === 'MONTH') return month;
  const day = period.length >= 10 ? period.slice(0, 10) : end === 'first' ? `${month}-01` : periodAt('DAY', placeOf(`${shiftPeriod(month, 1)}-01`) - 1);
  return grain === 'DAY' ? day : period.length === 13 ? period : `${day}T${end === 'first' ? '00' : '20'}`;
}

/** The days that a period covers, the first and the one after the last. */
export function daysOf(period: string): [from: string, until: string] {
  if (grainOf(period) === 'HOURS') return [period.slice(0, 10), periodAt('DAY', placeOf(period.slice(0, 10)) + 1)];
  return [periodIn('DAY', period, 'first'), periodAt('DAY', placeOf(periodIn('DAY', period, 'last')) + 1)];
}

/** Whether the text is a period that exists. */
export function isPeriod(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}(-\d\d(-\d\d(T\d\d)?)?)?$/.test(text)) return false;
  return periodAt(grainOf(text), placeOf(text)) === text;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2024年", "2024年3月", "2024年3月5日 8时" / "2024", "Mar 2024", "5 Mar 2024, 08:00"; empty without a period. */
export function periodText(period: string | null, language: string): string {
  if (!period) return '';
  const [year, month, day, hour] = partsOf(period);
  if (language.startsWith('zh')) return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}${hour === undefined ? '' : ` ${hour}时`}`;
  if (month === undefined) return String(year);
  return `${day === undefined ? '' : `${day} `}${MONTHS[month - 1]} ${year}${hour === undefined ? '' : `, ${String(hour).padStart(2, '0')}:00`}`;
}

/** The ticks of a small chart: "24年3月", "3月5日", "5日8时" / "Mar 24", "5 Mar", "5 Mar 08h". */
export function shortPeriod(period: string, language: string): string {
  const [year, month = 1, day, hour] = partsOf(period);
  const zh = language.startsWith('zh');
  const name = MONTHS[month - 1]!;
  switch (grainOf(period)) {
    case 'YEAR': return zh ? `${year}年` : String(year);
    case 'MONTH': return zh ? `${String(year).slice(2)}年${month}月` : `${name} ${String(year).slice(2)}`;
    case 'DAY': return zh ? `${month}月${day}日` : `${day} ${name}`;
    case 'HOURS': return zh ? `${month}月${day}日${hour}时` : `${day} ${name} ${String(hour).padStart(2, '0')}h`;
  }
}

/** Where a key leads on a line of periods; null for a key that leads nowhere. A page is a year of months, ten of the others. */
export function placeByKey(key: string, at: number, first: number, last: number, page = 12): number | null {
  const ways: Record<string, number> = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: first, End: last, PageDown: at - page, PageUp: at + page };
  const to = ways[key];
  return to === undefined ? null : Math.max(first, Math.min(last, to));
}
