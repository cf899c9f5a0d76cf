const MS = 86_400_000;

/** A day as a number, so that differences are days. */
export type DayNumber = number;

export function dayNumber(text: string): DayNumber {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / MS);
}

export function dayText(day: DayNumber): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function year(day: DayNumber): number {
  return new Date(day * MS).getUTCFullYear();
}

/** 1 to 12. */
export function month(day: DayNumber): number {
  return new Date(day * MS).getUTCMonth() + 1;
}

/** The last day of the month that lies `months` after the day's own. */
export function monthEnd(day: DayNumber, months = 0): DayNumber {
  return Math.round(Date.UTC(year(day), month(day) + months, 0) / MS);
}

/** A day of a year; month 13 is January of the next. */
export function dayOf(ofYear: number, ofMonth: number, ofDay: number): DayNumber {
  return Math.round(Date.UTC(ofYear, ofMonth - 1, ofDay) / MS);
}

/** True on the office's free days: weekends and the holidays given. */
export function officeClosed(day: DayNumber, holidays: readonly (readonly [string, string])[]): boolean {
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6 || inHolidays(day, holidays);
}

/** True on a holiday. */
export function inHolidays(day: DayNumber, holidays: readonly (readonly [string, string])[]): boolean {
  const text = dayText(day);
  return holidays.some(([from, to]) => from <= text && text <= to);
}

/** The day itself or, in steps of one day (-1 goes back), the nearest on which the office is open. */
export function officeDay(day: DayNumber, step: 1 | -1, holidays: readonly (readonly [string, string])[]): DayNumber {
  let open = day;
  while (officeClosed(open, holidays)) open += step;
  return open;
}

/** A stretch without work; `to` is the day of resumption, open-ended ones have none. */
export interface Pause {
  readonly from: DayNumber;
  readonly to: DayNumber | null;
}

/** Days from `from` to before `to` on which no pause lay. */
export function workingDays(from: DayNumber, to: DayNumber, pauses: readonly Pause[]): number {
  let days = Math.max(0, to - from);
  for (const pause of pauses) days -= Math.max(0, Math.min(to, pause.to ?? to) - Math.max(from, pause.from));
  return days;
}

/** True where work rested on the day. */
export function pausedOn(day: DayNumber, pauses: readonly Pause[]): boolean {
  return pauses.some((pause) => pause.from <= day && (pause.to === null || day < pause.to));
}
