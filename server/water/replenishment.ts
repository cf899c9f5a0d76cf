import { daysBetween, monthEnd, type Day } from '../api/day';
import type { Period } from '../api/period';
import { Exact } from './exact';
import type { ReplenishmentEntry } from './flow.entity';
import { isOver, monthOf, monthsBetween } from './flows';

/** The water led into the rivers in a month, and what the year comes to with it; whole cubic metres. */
export interface ReplenishedMonth {
  month: Period;
  /** Null where nothing was recorded. */
  volume: number | null;
  /** Since the beginning of the year, this month included. */
  total: number;
  /** What the straight line of the year asks for by the end of the month; null without a target. */
  expected: number | null;
  /** Whether the month is over or was recorded. */
  due: boolean;
  /** What was recorded of it, by region. */
  entries: readonly ReplenishmentEntry[];
}

/** A year of ecological replenishment against what is asked of it. */
export interface ReplenishedYear {
  year: number;
  months: ReplenishedMonth[];
  /** Of the months recorded by the day. */
  total: number;
  target: number | null;
  /** The sum's share of the target; null without a target. */
  share: number | null;
  /** What the straight line asks for by the end of the day, by the whole target in years past; null without a target. */
  expected: number | null;
  /** The last month that was recorded; null where none was. */
  lastMonth: Period | null;
  /** Whether the sum reaches the straight line at the end of that month; null where there is none, or no target. */
  onTrack: boolean | null;
}

/**
 * What the straight line of a year asks for by the end of a day: each day brings the same. Rounded to whole cubic metres,
 * ties to even.
 */
export function straightLine(target: number, year: number, day: Day): number {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (day < first) return 0;
  if (day >= last) return target;
  return Exact.ratio(BigInt(target) * BigInt(daysBetween(first, day) + 1), BigInt(daysBetween(first, last) + 1)).round(0).toNumber();
}

/**
 * Reckons a year as known of a day: months after it hold nothing yet.
 * @param entries of any years, by month
 * @param target cubic metres a year; null where none is set
 */
export function replenishedIn(entries: readonly ReplenishmentEntry[], year: number, day: Day, target: number | null): ReplenishedYear {
  const line = (until: Day): number | null => (target === null ? null : straightLine(target, year, until));
  let total = 0;
  const months = monthsBetween(`${year}-01`, `${year}-12`).map((month): ReplenishedMonth => {
    const own = month <= monthOf(day) ? entries.filter((entry) => entry.month === month) : [];
    const volume = own.length ? own.reduce((sum, entry) => sum + entry.volume, 0) : null;
    total += volume ?? 0;
    return { month, volume, total, expected: line(monthEnd(`${month}-01`)), due: volume !== null || isOver(month, day), entries: own };
  });
  const last = months.findLast(({ volume }) => volume !== null) ?? null;
  return {
    year, months, total, target, lastMonth: last?.month ?? null, expected: line(day),
    share: target ? Exact.ratio(BigInt(total), BigInt(target)).toNumber() : null,
    onTrack: last && last.expected !== null ? total >= last.expected : null,
  };
}
