import { Exact } from './exact';
import { EVALUATED, WaterBody, type IndicatorKey } from './indicators';
import { type Measures } from './measures';
import { DEFAULT_OPTIONS, type WaterOptions } from './options';
import { meanOf } from './period-mean';
import { valueToClass } from './rounding';
import { WaterClass } from './section.entity';
import { limitOf } from './standard';

/** The composite index of water quality (CWQI), 环办监测〔2017〕51号: the sum of the items' indices; smaller is better. */
export interface WaterIndex {
  /** Unrounded; null where no item was measured, or where one has no index. */
  index: Exact | null;
  /** How many evaluated items were measured: indices of different items do not compare. */
  itemCount: number;
  /** The index of each item, those filled in included, in the order of table 1. */
  items: ReadonlyMap<IndicatorKey, Exact>;
}

export interface CityIndex {
  river: WaterIndex | null;
  lake: WaterIndex | null;
  /** Weighted by the numbers of sections and points; null where a part has none. */
  index: Exact | null;
}

const NEUTRAL = Exact.whole(7);
/** How far pH may lie above neutral: 9 − 7. Below it is 7 − 6, which divides nothing. */
const ABOVE_NEUTRAL = Exact.whole(2);

/**
 * The index of one item against class Ⅲ: C / limit; of DO limit / C; of pH its distance from 7 in parts of what class Ⅲ
 * admits on that side.
 * @returns null for DO of zero, and for items without a limit of class Ⅲ.
 */
export function itemIndex(key: IndicatorKey, value: Exact, body: WaterBody): Exact | null {
  if (key === 'pH') return value.compare(NEUTRAL) <= 0 ? NEUTRAL.minus(value) : value.minus(NEUTRAL).over(ABOVE_NEUTRAL);
  const limit = limitOf(key, body, WaterClass.III);
  if (!limit) return null;
  if (key === 'DO') return value.isZero ? null : limit.over(value);
  return value.over(limit);
}

/** The index of a sample, of a mean, or of a city's sections once averaged. */
export function waterIndex(measures: Measures, body: WaterBody, options: WaterOptions = DEFAULT_OPTIONS): WaterIndex {
  const items = new Map<IndicatorKey, Exact>();
  let itemCount = 0;
  let known = true;
  for (const key of EVALUATED) {
    const measured = measures.get(key)?.value;
    if (measured) itemCount++;
    const given = measured ?? options.fillIn.get(key);
    if (!given) continue;
    const index = itemIndex(key, options.indexOf === 'ROUNDED' ? valueToClass(key, given, options.rounding) : given, body);
    if (index) items.set(key, index);
    else if (options.indexWithoutOxygen === 'UNKNOWN') known = false;
  }
  const index = itemCount && known ? [...items.values()].reduce((sum, item) => sum.plus(item), Exact.ZERO) : null;
  return { index, itemCount, items };
}

const indexOfAll = (samples: readonly Measures[], body: WaterBody, options: WaterOptions): WaterIndex | null =>
  samples.length ? waterIndex(meanOf(samples, options), body, options) : null;

/**
 * The index of a city: each item is first averaged over the sections, then indexed; rivers and lakes apart, and joined as
 * (river × M + lake × N) / (M + N) for M sections of rivers and N points of lakes.
 * Averaging the sections' indices instead is wrong: 5 / DO and pH are not linear.
 */
export function cityIndex(rivers: readonly Measures[], lakes: readonly Measures[], options: WaterOptions = DEFAULT_OPTIONS): CityIndex {
  const measured = (sample: Measures): boolean => EVALUATED.some((key) => sample.has(key));
  const [sections, points] = [rivers.filter(measured), lakes.filter(measured)];
  const [river, lake] = [indexOfAll(sections, WaterBody.RIVER, options), indexOfAll(points, WaterBody.LAKE, options)];
  return { river, lake, index: join([[river, sections.length], [lake, points.length]]) };
}

/** The weighted mean of the parts that there are. */
function join(parts: readonly (readonly [WaterIndex | null, number])[]): Exact | null {
  let sum = Exact.ZERO;
  let weights = 0;
  for (const [part, weight] of parts) {
    if (!part) continue;
    if (!part.index) return null;
    sum = sum.plus(part.index.times(Exact.whole(weight)));
    weights += weight;
  }
  return weights ? sum.over(Exact.whole(weights)) : null;
}

const HUNDRED = Exact.whole(100);

/** ΔCWQI: how much the index changed against a base, percent of the base; negative is better. Null without both, or of a base of zero. */
export const indexChange = (now: Exact | null, base: Exact | null): Exact | null =>
  now && base && !base.isZero ? now.minus(base).over(base).times(HUNDRED) : null;
