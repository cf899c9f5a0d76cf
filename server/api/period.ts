/** A year "2024", a month "2024-06", a day "2024-06-30" or four hours of it from "2024-06-30T08" on, in Asia/Shanghai. Periods of one grain compare as texts. */
export type Period = string;

/** How long a period is. */
export type Grain = 'YEAR' | 'MONTH' | 'DAY' | 'HOURS';

/** Every grain, the coarsest first. */
export const GRAINS: readonly Grain[] = ['YEAR', 'MONTH', 'DAY', 'HOURS'];

/** How long the text of a period is, by its grain. */
export const LENGTH_OF: Readonly<Record<Grain, number>> = { YEAR: 4, MONTH: 7, DAY: 10, HOURS: 13 };

const GRAIN_OF = Object.fromEntries(GRAINS.map((grain) => [LENGTH_OF[grain], grain])) as Readonly<Record<number, Grain>>;
const PERIOD = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d))?)?)?$/;

/** Stations publish every four hours. */
export const HOURS_OF_A_PERIOD = 4;

/** Whether the text is a period that exists, from 1900 to 2199; "2024-02-30" and "2024-06-30T09" are none. */
export function isPeriod(text: string): boolean {
  const parts = PERIOD.exec(text);
  if (!parts) return false;
  const [year, month = 1, day = 1, hour = 0] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part))) as [number, number?, number?, number?];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() && hour < 24 && hour % HOURS_OF_A_PERIOD === 0;
}

/** The grain of a period. */
export const grainOf = (period: Period): Grain => GRAIN_OF[period.length];

/** The next coarser period that holds this one; null of a year. */
export const parentOf = (period: Period): Period | null => (grainOf(period) === 'YEAR' ? null : period.slice(0, period.length - 3));

/** The least and the greatest text that a next finer period of this one may be. */
export const childBounds = (period: Period): readonly [Period, Period] => (grainOf(period) === 'DAY' ? [`${period}T00`, `${period}T20`] : grainOf(period) === 'MONTH' ? [`${period}-01`, `${period}-31`] : [`${period}-01`, `${period}-12`]);

/** The first day of a period. */
export const firstDayOf = (period: Period): string => `${period.slice(0, 10)}-01-01`.slice(0, 10);

/** The same period a year before; the last of February of 29 days is compared with the 28th. */
export function yearBefore(period: Period): Period {
  const before = String(Number(period.slice(0, 4)) - 1) + period.slice(4);
  return isPeriod(before) ? before : before.replace('-02-29', '-02-28');
}

/** The period just before, of the same grain. */
export function periodBefore(period: Period): Period {
  const [year, month = 1, day = 1, hour = 0] = period.split(/[-T]/).map(Number);
  const length = period.length;
  const at = grainOf(period) === 'YEAR' ? Date.UTC(year - 1, 0) : grainOf(period) === 'MONTH' ? Date.UTC(year, month - 2) : Date.UTC(year, month - 1, day, hour) - (grainOf(period) === 'DAY' ? 24 : HOURS_OF_A_PERIOD) * 3_600_000;
  return new Date(at).toISOString().slice(0, length);
}
