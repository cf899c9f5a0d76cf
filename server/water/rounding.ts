import { type Exact } from './exact';
import { INDICATORS, type IndicatorKey } from './indicators';
import { WaterRounding } from './options';

/**
 * Rounded, ties to the even digit; what would become zero though it is not keeps its first digit. Source: 总站水字〔2018〕87号
 * as implemented publicly. (Those programs leave 0.0006 at three places alone; the wording gives 0.001.)
 */
export function roundKeepingADigit(value: Exact, places: number): Exact {
  const rounded = value.round(places);
  return rounded.isZero && !value.isZero ? value.round(value.firstPlace()) : rounded;
}

/** The same as text: 1.25 to one place is "1.2", 0.02 stays "0.02". */
export function textKeepingADigit(value: Exact, places: number): string {
  const rounded = roundKeepingADigit(value, places);
  return rounded.toFixed(Math.max(places, rounded.firstPlace()));
}

/** A value as it is held against the limits. */
export function valueToClass(key: IndicatorKey, value: Exact, rounding: WaterRounding): Exact {
  const { digits } = INDICATORS[key];
  return rounding === WaterRounding.AS_GIVEN || digits === null ? value : roundKeepingADigit(value, digits);
}
