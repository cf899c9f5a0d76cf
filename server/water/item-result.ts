import { isGood } from './classes';
import { Exact } from './exact';
import { INDICATORS, WaterBody, type IndicatorKey } from './indicators';
import { type Measure, type Measures } from './measures';
import { type WaterOptions } from './options';
import { valueToClass } from './rounding';
import { WaterClass } from './section.entity';
import { classOf, limitOf } from './standard';

/** What has to be said beside a class: pH outside 6–9; a detection limit above class Ⅲ; DO of class Ⅰ by its saturation. */
export type ClassNote = 'PH_OUT_OF_RANGE' | 'UNDETECTED_ABOVE_III' | 'SATURATED';

/** One item of a section in a period. */
export interface ItemResult extends Measure {
  key: IndicatorKey;
  /** The value that was classed: as given, or rounded at the evaluation digits. */
  classed: Exact;
  /** Null where it has none: T, TN of a river, and what the options leave unjudged. */
  class: WaterClass | null;
  note: ClassNote | null;
  /** How many times over class Ⅲ; null where it is not worse than Ⅲ, and for T, pH and DO. */
  exceedance: Exact | null;
}

/**
 * The multiple by which a value is over a limit (超标倍数): (C − limit) / limit. 环办〔2011〕22号 takes class Ⅲ whatever the
 * section's target; a report on compliance takes the target.
 * @returns null for T, pH and DO, and where there is no such limit or the value keeps it.
 */
export function exceedanceOf(key: IndicatorKey, value: Exact, body: WaterBody, over: WaterClass = WaterClass.III): Exact | null {
  const limit = INDICATORS[key].comparison === 'UPPER' ? limitOf(key, body, over) : null;
  return limit && value.compare(limit) > 0 ? value.minus(limit).over(limit) : null;
}

/** Oxygen at saturation: 468 / (31.6 + T) mg/L at sea level, T in ℃, and in proportion to the pressure in kPa. */
const SATURATION = { dividend: Exact.of(468), offset: Exact.of('31.6'), seaLevel: Exact.of('101.325'), classI: Exact.of('0.9') };

function isSaturated(oxygen: Exact, temperature: Exact, pressure: Exact): boolean {
  const divisor = temperature.plus(SATURATION.offset);
  if (divisor.compare(Exact.ZERO) <= 0) return false;
  const saturated = SATURATION.dividend.over(divisor).times(pressure).over(SATURATION.seaLevel);
  return oxygen.compare(saturated.times(SATURATION.classI)) >= 0;
}

/** Half of the detection limit is the value, so the limit itself is twice that; over a mean of such, their mean limit. */
const isUndetectedAboveIII = (key: IndicatorKey, { value, belowDetection }: Measure, body: WaterBody): boolean =>
  belowDetection && exceedanceOf(key, value.plus(value), body) !== null;

/**
 * The result of one item of a sample or mean.
 * @param measures the whole of it, for the temperature beside the oxygen
 */
export function itemResult(key: IndicatorKey, measure: Measure, measures: Measures, body: WaterBody, options: WaterOptions): ItemResult {
  const classed = valueToClass(key, measure.value, options.rounding);
  const byLimits = classOf(key, measure.value, body, options.rounding);
  const exceedance = byLimits && !isGood(byLimits) ? exceedanceOf(key, classed, body) : null;
  const result: ItemResult = { key, ...measure, classed, class: byLimits, note: null, exceedance };
  if (key === 'pH' && byLimits === WaterClass.INFERIOR_V) return { ...result, class: options.phOutside === 'UNCLASSED' ? null : byLimits, note: 'PH_OUT_OF_RANGE' };
  if (isUndetectedAboveIII(key, measure, body)) {
    const judged = options.undetectedAboveIII === 'JUDGED';
    return { ...result, note: 'UNDETECTED_ABOVE_III', ...(!judged && { class: null, exceedance: null }) };
  }
  const temperature = measures.get('T')?.value;
  const isRescued = key === 'DO' && byLimits !== WaterClass.I && temperature && options.saturationPressure && isSaturated(classed, temperature, options.saturationPressure);
  return isRescued ? { ...result, class: WaterClass.I, note: 'SATURATED' } : result;
}
