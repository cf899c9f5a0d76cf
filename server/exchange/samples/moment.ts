import { HOURS_OF_A_PERIOD, isPeriod, type Period } from '../../api/period';
import { numberText, valueOf, type Cell } from '../sheet/cell';

/** A period that cells say, or why they say none: NONE, no such time; HOUR, between the four-hourly ones; OPEN, it may be two months. */
export type Moment = { period: Period } | { fault: 'NONE' | 'HOUR' | 'OPEN' };

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

const TIME = String.raw`(\d{1,2})(?:(?::|时|点)(\d{1,2})?(?:(?::|分)(\d{1,2})?(?:\.\d+)?秒?)?|时整|点整)?(?:\+08:?00)?`;
/** 2024-06-30 08:00, 2024/6/30 8:00:00, 2024.6.30, 2024年6月30日8时 */
const DAY = new RegExp(String.raw`^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[t\s]*(?:${TIME}))?$`);
/** 20240630 08, 2024063008, 20240630 08:00, 202406300800 */
const TIGHT = /^(\d{4})(\d{2})(\d{2})(?:[t\s]*(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?)?$/;
const MONTH = /^(\d{4})(?:[-/]|年)(\d{1,2})(?:月份?)?$/;
/** 2024.1 may be what a spreadsheet left of 2024.10. */
const DOTTED = /^(\d{4})\.(\d{1,2})$/;
const TIGHT_MONTH = /^(\d{4})(0[1-9]|1[0-2])$/;
const YEAR = /^(\d{4})(?:年度?)?$/;

const checked = (period: string): Moment => (isPeriod(period) ? { period } : { fault: 'NONE' });

function ofDay(year: string, month: string, day: string, hour?: string, minute = '0', second = '0'): Moment {
  const date = `${year}-${two(month)}-${two(day)}`;
  return hour === undefined || !isPeriod(date) ? checked(date) : ofHour(date, Number(hour), Number(minute), Number(second));
}

function ofHour(date: string, hour: number, minute: number, second: number): Moment {
  if (!(hour < 24 && minute < 60 && second < 60)) return { fault: 'NONE' };
  return minute || second || hour % HOURS_OF_A_PERIOD ? { fault: 'HOUR' } : checked(`${date}T${two(String(hour))}`);
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/ ?([-/.:年月日时点]) ?/g, '$1');

function readText(text: string): Moment {
  const day = DAY.exec(text) ?? TIGHT.exec(text);
  if (day) return ofDay(day[1], day[2], day[3], day[4], day[5], day[6]);
  const month = MONTH.exec(text) ?? TIGHT_MONTH.exec(text);
  if (month) return checked(`${month[1]}-${two(month[2])}`);
  const dotted = DOTTED.exec(text);
  if (dotted) return dotted[2] === '1' ? { fault: 'OPEN' } : checked(`${dotted[1]}-${two(dotted[2])}`);
  const year = YEAR.exec(text);
  return year ? checked(year[1]) : { fault: 'NONE' };
}

/** The period that one cell says by itself. A time with an hour is a four-hourly one, a date without one a day. */
export function momentOf(cell: Cell | undefined): Moment {
  const value = valueOf(cell);
  if (typeof value === 'object' && value.kind === 'DAY') {
    if (value.minutes !== undefined) return ofHour(value.day, Math.floor(value.minutes / 60), value.minutes % 60, 0);
    return checked(value.day.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[value.shows]));
  }
  if (typeof value === 'object' && value.kind === 'LABELLED') return readText(plain(`${numberText(value.value)}${value.label}`));
  if (typeof value === 'number') return readText(numberText(value));
  return typeof value === 'string' ? readText(plain(value)) : { fault: 'NONE' };
}

/** A time of day: 08:00, 8时, 8, a fraction of a day as spreadsheets keep it. */
const CLOCK = new RegExp(`^${TIME}$`);

/** The four hours of a day that a cell says; a day alone where it is none. */
export function momentAt(day: Period, cell: Cell | undefined): Moment {
  const value = valueOf(cell);
  if (typeof value === 'number' && value > 0 && value < 1) {
    const minutes = Math.round(value * 24 * 60);
    return ofHour(day, Math.floor(minutes / 60), minutes % 60, 0);
  }
  const text = typeof value === 'number' ? numberText(value) : typeof value === 'string' ? plain(value) : '';
  const clock = CLOCK.exec(text);
  if (clock) return ofHour(day, Number(clock[1]), Number(clock[2] ?? 0), Number(clock[3] ?? 0));
  const own = momentOf(cell);
  // Both cells may say the whole: the finer one counts, if it is of that day.
  if ('fault' in own) return own;
  return own.period.startsWith(day) ? own : { fault: 'NONE' };
}

const PART = /^(\d{1,2})(?:月份?|日|号|时|点|:00(?::00)?)?$/;

/** A period of which year, month, day and hour stand in cells of their own; those that are missing end it. */
export function momentOfParts(year: Cell | undefined, ...parts: readonly (Cell | undefined)[]): Moment {
  let found = momentOf(year);
  for (const [i, part] of parts.entries()) {
    if ('fault' in found || part === undefined || part === '') return found;
    const value = valueOf(part);
    const own = momentOf(part);
    // "2024-06" in the month's column says it all.
    if (!('fault' in own) && own.period.startsWith(found.period)) {
      found = own;
      continue;
    }
    const short = PART.exec(typeof value === 'number' ? numberText(value) : typeof value === 'string' ? plain(value) : '')?.[1];
    if (short === undefined) return { fault: 'NONE' };
    found = i < 2 ? checked(`${found.period}-${two(short)}`) : ofHour(found.period, Number(short), 0, 0);
  }
  return found;
}
