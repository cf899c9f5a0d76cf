import { grainOf, type Period } from '../api/period';
import { numberOf } from './classes';
import type { Exact } from './exact';
import type { IndicatorKey } from './indicators';
import { exceedanceOf } from './item-result';
import type { PeriodResult } from './period-result';
import type { SectionSheet } from './sections';

/** An item that keeps a section from its target. */
export interface OverTarget {
  key: IndicatorKey;
  /** The value that was classed. */
  value: Exact;
  /** How many times over the limit of the target class, which is not that of class Ⅲ in a report on condition; null of pH and DO. */
  multiple: Exact | null;
}

/** A section that missed its target in a period. */
export interface Miss {
  result: PeriodResult;
  over: OverTarget[];
  /** Months of the year up to the period with a class, and those in which the target was missed. */
  monthsJudged: number;
  monthsOver: number;
  /** The first month of the missed ones in a row that lead up to the period; null where its own month was met. */
  since: Period | null;
}

/** The items worse than the section's target, the largest multiple first, then those without one. */
export function itemsOverTarget(result: PeriodResult): OverTarget[] {
  const { section } = result;
  const limit = numberOf(section.target);
  return result
    .judged()
    .items.filter(({ key, class: grade }) => grade !== null && numberOf(grade) > limit && !['TN', 'FC', 'T'].includes(key))
    .map(({ key, classed }) => ({ key, value: classed, multiple: exceedanceOf(key, classed, section.waterBody, section.target) }))
    .sort((a, b) => (a.multiple && b.multiple ? b.multiple.compare(a.multiple) : a.multiple ? -1 : b.multiple ? 1 : 0));
}

/**
 * What is to be said of a section over its target: by how much, and how often in the year so far.
 * @param result the section's in the period; of days and hours the months up to theirs are counted
 * @returns null where the target was met or nothing was judged.
 */
export function missOf(sheet: SectionSheet, result: PeriodResult | null): Miss | null {
  if (result?.meetsTarget !== false) return null;
  const year = result.period.slice(0, 4);
  const last = grainOf(result.period) === 'YEAR' ? `${year}-12` : result.period.slice(0, 7);
  const months = sheet.results.filter(({ period, meetsTarget }) => grainOf(period) === 'MONTH' && period <= last && meetsTarget !== null);
  const own = months.filter(({ period }) => period.startsWith(year));
  const before = months.findLastIndex(({ meetsTarget }) => meetsTarget === true);
  return {
    result,
    over: itemsOverTarget(result),
    monthsJudged: own.length,
    monthsOver: own.filter(({ meetsTarget }) => !meetsTarget).length,
    since: months[before + 1]?.period ?? null,
  };
}
