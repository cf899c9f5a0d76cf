import fc from 'fast-check';
import { Exact } from '../../server/water/exact';
import { INDICATOR_KEYS, type IndicatorKey } from '../../server/water/indicators';
import { type Measure, type Measures } from '../../server/water/measures';
import { DEFAULT_OPTIONS, WaterRounding, type WaterOptions } from '../../server/water/options';
import { measureOf, readCell } from '../../server/water/reading';

/** The options that take values as they are given. */
export const AS_GIVEN: WaterOptions = { ...DEFAULT_OPTIONS, rounding: WaterRounding.AS_GIVEN };

/** A sample from cells as a station writes them, in the units of GB 3838-2002; what brings no value is missing. */
export function sampleOf(cells: Partial<Record<IndicatorKey, string>>): Measures {
  const measures = new Map<IndicatorKey, Measure>();
  for (const [key, cell] of Object.entries(cells) as [IndicatorKey, string][]) {
    const measure = measureOf(readCell(cell), Exact.whole(1));
    if (measure) measures.set(key, measure);
  }
  return measures;
}

/** Decimal text of up to that many places, most often near the values that limits have. */
export const decimals = (places: number, below = 200): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0, max: below - 1 }), fc.stringMatching(new RegExp(`^[0-9]{0,${places}}$`))).map(([whole, fraction]) => (fraction ? `${whole}.${fraction}` : `${whole}`));

export const anyItem = fc.constantFrom(...INDICATOR_KEYS);
