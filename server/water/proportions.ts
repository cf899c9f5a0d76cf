import { conditionByProportions, riverPollutants, type RiverPollutant } from './basin';
import type { Condition } from './condition';
import { DEFAULT_OPTIONS } from './options';
import type { PeriodResult } from './period-result';
import { totalsOf } from './sections';

/** Many sections as one, by the proportions of their classes. */
export interface ByProportions {
  condition: Condition;
  /** The main pollutants (主要污染指标) by 断面超标率; none where the condition is good or better. */
  pollutants: RiverPollutant[];
  /** The sections with values, of which the rates are; fewer than judged where only a class was published of some. */
  valued: number;
}

/**
 * Five sections or more as one, 环办〔2011〕22号. A section of which only a class is known counts for the condition; what pollutes
 * it nobody can say, so it is in no rate.
 * @returns null of fewer sections with a class.
 */
export function byProportions(results: readonly (PeriodResult | null)[]): ByProportions | null {
  const totals = totalsOf(results);
  if (totals.judged < DEFAULT_OPTIONS.proportionsFrom) return null;
  const condition = conditionByProportions(totals)!;
  const valued = results.flatMap((result) => (result?.hasValues && result.class !== null ? [result.judged()] : []));
  return { condition, pollutants: riverPollutants(valued, condition), valued: valued.length };
}
