import { Exact } from './exact';
import { EVALUATED, INDICATORS, type IndicatorKey, type WaterBody } from './indicators';
import type { Measures } from './measures';
import { ItemMean } from './period-mean';
import { boundsOf } from './plausible';
import type { WaterClass } from './section.entity';
import { limitOf } from './standard';

/** How an item stands in a month that is not over yet. */
export interface Allowance {
  key: IndicatorKey;
  /** The limit of the target class. */
  limit: Exact;
  /** Days with a value, and their mean. */
  days: number;
  mean: Exact;
  /** Whether that mean is over the limit; of oxygen, under it. */
  over: boolean;
  /** Days of the month still to come. */
  left: number;
  /**
   * What these days may come to on average at most (of oxygen, at least) for the month's mean to end at the limit: exact,
   * with the limit as it is printed. Null where no value that water can have would do, and where no day is left.
   */
  rest: Exact | null;
}

/** The one end of what water can show that a mean still to come must not pass. */
const canBe = (key: IndicatorKey, value: Exact): boolean => {
  const { low, high } = boundsOf(key);
  return INDICATORS[key].comparison === 'LOWER' ? value.compare(high) <= 0 : value.compare(low) >= 0;
};

/**
 * What the rest of a month may average: (limit × (days + left) − sum of the days) / left. It takes every day to come to be
 * measured. pH is not asked: its mean goes through the hydrogen ion and its limits are the same for all classes.
 * @param days the days of the month that have values
 * @param left days still to come
 */
export function allowances(days: readonly Measures[], left: number, body: WaterBody, target: WaterClass): Allowance[] {
  return EVALUATED.filter((key) => key !== 'pH').flatMap((key) => {
    const limit = limitOf(key, body, target);
    const mean = new ItemMean(key);
    for (const measure of days.flatMap((measures) => measures.get(key) ?? [])) mean.add(measure);
    const { value: own, count = 0 } = mean.get() ?? {};
    if (!limit || !own) return [];
    const lower = INDICATORS[key].comparison === 'LOWER';
    const rest = left > 0 ? limit.times(Exact.whole(count + left)).minus(own.times(Exact.whole(count))).over(Exact.whole(left)) : null;
    return [{ key, limit, days: count, mean: own, over: lower ? own.compare(limit) < 0 : own.compare(limit) > 0, left, rest: rest && canBe(key, rest) ? rest : null }];
  });
}

/** How far a value is from a limit, as a share of the limit; negative where it is over (of oxygen, under) it. */
export const roomTo = (key: IndicatorKey, value: Exact, limit: Exact): Exact => (INDICATORS[key].comparison === 'LOWER' ? value.minus(limit) : limit.minus(value)).over(limit);
