import { Exact } from './exact';
import { INDICATOR_KEYS, type IndicatorKey } from './indicators';
import { type Measure, type Measures } from './measures';
import { DEFAULT_OPTIONS, type WaterOptions } from './options';

/**
 * How many values make a mean that can stand for its period. For the year 12 monthly values and not fewer than 8, for a
 * season two; of the month nothing was found. A mean of fewer is reckoned all the same and comes with its count.
 */
export const MINIMUM_VALUES = { MONTH: 1, SEASON: 2, YEAR: 8 } as const;

/**
 * A mean of pH is irrational, so it is the one thing here reckoned in binary: of up to 100,000 values to better than
 * 10^-11, and cut to ten places. Equal values, and others whose mean ends earlier, thus come out exactly.
 */
const PH_PLACES = 10;

const hydrogen = (pH: Exact): number => 10 ** -pH.toNumber();
const pHOf = (concentration: number): Exact => Exact.of((-Math.log10(concentration)).toFixed(PH_PLACES));

/** A mean and the number of values in it. */
export interface Mean extends Measure {
  count: number;
}

/** The arithmetic mean of one item's values, of a period or over sections; pH through its hydrogen ion. */
export class ItemMean {
  private sum = Exact.ZERO;
  private ions = 0;
  private count = 0;
  private detected = false;
  private readonly throughIons: boolean;

  constructor(key: IndicatorKey, { phMean }: Pick<WaterOptions, 'phMean'> = DEFAULT_OPTIONS) {
    this.throughIons = key === 'pH' && phMean === 'HYDROGEN';
  }

  /**
   * @param measure below detection it has half the limit
   * @param times how often it occurs, a whole number; a sum over n values enters as its n-th part n times
   */
  add({ value, belowDetection }: Measure, times = 1): void {
    if (this.throughIons) this.ions += hydrogen(value) * times;
    else this.sum = this.sum.plus(times === 1 ? value : value.times(Exact.whole(times)));
    this.count += times;
    this.detected ||= !belowDetection;
  }

  /** @returns null of no values. */
  get(): Mean | null {
    if (!this.count) return null;
    const value = this.throughIons ? pHOf(this.ions / this.count) : this.sum.over(Exact.whole(this.count));
    return { value, belowDetection: !this.detected, count: this.count };
  }
}

/** The means of all items over samples; each over those samples that have it. The class is then that of the means. */
export function meanOf(samples: Iterable<Measures>, options: Pick<WaterOptions, 'phMean'> = DEFAULT_OPTIONS): Map<IndicatorKey, Mean> {
  const means = new Map(INDICATOR_KEYS.map((key) => [key, new ItemMean(key, options)]));
  for (const sample of samples) for (const [key, measure] of sample) means.get(key)!.add(measure);
  return new Map([...means].flatMap(([key, item]) => {
    const mean = item.get();
    return mean ? [[key, mean] as const] : [];
  }));
}
