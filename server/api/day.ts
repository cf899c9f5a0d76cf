/** A calendar day in Asia/Shanghai, "2024-06-30". Days compare as strings. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

/** Whether the text is a day that exists, from 1900 to 2199 ("2023-02-30" does not). */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const toEpochDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;
const fromEpochDay = (n: number): Day => new Date(n * MILLISECONDS).toISOString().slice(0, 10);

/** The day `n` days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => fromEpochDay(toEpochDay(day) + n);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toEpochDay(to) - toEpochDay(from);

/** The last day of the month that lies `months` months after the day's own. */
export function monthEnd(day: Day, months = 0): Day {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** The day that an instant falls on in Asia/Shanghai, which keeps UTC+8 the whole year. */
export const shanghaiDay = (instant: Date): Day => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
