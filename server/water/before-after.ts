import type { Day } from '../api/day';
import { grainOf, type Period } from '../api/period';
import { changeBetween } from './compare';
import { waterIndex } from './cwqi';
import type { Exact } from './exact';
import type { Measures } from './measures';
import { meanOf } from './period-mean';
import type { PeriodResult } from './period-result';
import { judgeSection, type Judgement } from './section-class';
import type { SectionSheet } from './sections';

/** The water on one side of a day. */
export interface Side {
  /** The months whose mean it is, oldest first. */
  months: Period[];
  /** How many values were averaged: the months', or what those are the means of. */
  values: number;
  means: Measures;
  judgement: Judgement;
  index: Exact | null;
  sample: boolean;
}

/** The water before and after a day, by the months on both sides; a difference follows the day, which does not say that it follows from it. */
export interface BeforeAfter {
  before: Side | null;
  after: Side | null;
  /** Change of the index over the items that both sides have, percent of the earlier; null without both. */
  change: Exact | null;
  /** The same over calendar months that both sides have, so that summer is not compared with winter; null where they have none in common. */
  sameMonths: { count: number; change: Exact | null } | null;
}

/** The month `by` months from a month. */
function monthFrom(month: Period, by: number): Period {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by)).toISOString().slice(0, 7);
}

function sideOf(results: readonly PeriodResult[], section: SectionSheet['section']): Side | null {
  if (!results.length) return null;
  const means = meanOf(results.map(({ measures }) => measures));
  return {
    months: results.map(({ period }) => period),
    values: results.reduce((sum, { count }) => sum + (count ?? 1), 0),
    means,
    judgement: judgeSection(means, section.waterBody),
    index: waterIndex(means, section.waterBody).index,
    sample: results.some(({ sample }) => sample),
  };
}

const change = (before: Side | null, after: Side | null, { waterBody }: SectionSheet['section']): Exact | null => (before && after ? changeBetween(before.means, after.means, waterBody) : null);

/**
 * The water at a section before and after a day: the mean of the months before its own month, and of those after it.
 * @param months how many months on each side at most
 * @param last the last month to take
 */
export function beforeAndAfter({ section, results }: SectionSheet, day: Day, months: number, last: Period): BeforeAfter {
  const own = day.slice(0, 7);
  const [first, end] = [monthFrom(own, -months), monthFrom(own, months)];
  const valued = results.filter(({ period, hasValues }) => grainOf(period) === 'MONTH' && hasValues);
  const earlier = valued.filter(({ period }) => period >= first && period < own);
  const later = valued.filter(({ period }) => period > own && period <= end && period <= last);
  const [before, after] = [sideOf(earlier, section), sideOf(later, section)];
  const calendar = (result: PeriodResult): string => result.period.slice(5);
  const shared = new Set(earlier.map(calendar).filter((month) => later.some((result) => calendar(result) === month)));
  const of = (side: readonly PeriodResult[]) => sideOf(side.filter((result) => shared.has(calendar(result))), section);
  return {
    before, after,
    change: change(before, after, section),
    sameMonths: shared.size ? { count: shared.size, change: change(of(earlier), of(later), section) } : null,
  };
}
