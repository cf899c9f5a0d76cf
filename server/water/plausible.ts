import { Exact } from './exact';
import { INDICATORS, type IndicatorKey } from './indicators';
import { WaterClass } from './section.entity';
import type { SectionSheet } from './sections';
import { limitOf } from './standard';

/** What a value can be at all. */
interface Bounds {
  low: Exact;
  high: Exact;
}

const bounds = (low: number, high: number): Bounds => ({ low: Exact.of(low), high: Exact.of(high) });

/**
 * What surface water can show, our choice: pH is defined from 0 to 14; water in the open is neither colder than −5 ℃ nor
 * hotter than 60; oxygen twice over saturation in ice-cold water stays below 30 mg/L. The others are bounded by what
 * raw sewage and mine water reach, so that a slipped decimal point or a counter's overflow is caught, not a spill.
 */
const BOUNDS: Partial<Record<IndicatorKey, Bounds>> = {
  T: bounds(-5, 60), pH: bounds(0, 14), DO: bounds(0, 30), CODMn: bounds(0, 5000), COD: bounds(0, 50_000), BOD5: bounds(0, 30_000),
  NH3N: bounds(0, 5000), TP: bounds(0, 1000), TN: bounds(0, 10_000), FC: bounds(0, 10_000_000_000),
};
const OTHERS = bounds(0, 10_000);

/** What an item can be, in the unit of GB 3838-2002. */
export const boundsOf = (key: IndicatorKey): Bounds => BOUNDS[key] ?? OTHERS;

/** Whether a value cannot be; in the unit of GB 3838-2002. */
export function isImpossible(key: IndicatorKey, value: Exact): boolean {
  const { low, high } = boundsOf(key);
  return value.compare(low) < 0 || value.compare(high) > 0;
}

/** µg/L read as mg/L is a thousand times off; a river's own ups and downs take up to three of that on either side. */
const FAR_OFF = 300;
/** µg/L read as mg/L is a thousand times off: of metals that is far above this many times the limit of class Ⅴ, which a river seldom reaches. */
const ABOVE_LIMIT = 10;
/** Fewer values than this are no history. */
const HISTORY = 3;
/** Months that make what is usual. */
const MONTHS = 36;

/** A value far off what its section usually shows. */
export interface FarOff {
  /** What is usual. */
  usual: number;
  /** How many times off, above 1. */
  factor: number;
}

/** A value far above what any class admits, at a section that has no history of it. */
export interface FarAbove {
  /** The limit of class Ⅴ. */
  limit: Exact;
}

/** What a section usually shows of each item: the geometric mean of its months, and of what was taken since. */
export class Usual {
  private readonly logs = new Map<IndicatorKey, { sum: number; count: number }>();

  constructor(private readonly sheet: SectionSheet) {
    for (const { measures } of sheet.results.filter(({ period }) => period.length === 7).slice(-MONTHS)) for (const [key, { value }] of measures) this.add(key, value);
  }

  /** Takes a value in that passed. */
  add(key: IndicatorKey, value: Exact): void {
    const number = value.toNumber();
    if (!(number > 0)) return;
    const known = this.logs.get(key) ?? { sum: 0, count: 0 };
    this.logs.set(key, { sum: known.sum + Math.log(number), count: known.count + 1 });
  }

  /** Whether a value is about a thousand times off; null where it is not, for pH and T, and while there is no history. */
  farOff(key: IndicatorKey, value: Exact): FarOff | null {
    const known = this.logs.get(key);
    const number = value.toNumber();
    if (!known || known.count < HISTORY || !(number > 0) || ['RANGE', 'NONE'].includes(INDICATORS[key].comparison)) return null;
    const usual = Math.exp(known.sum / known.count);
    const factor = number > usual ? number / usual : usual / number;
    return factor >= FAR_OFF ? { usual, factor } : null;
  }

  /** Whether a value is to be looked at: far off its history, or without one at least ten times the limit of class Ⅴ. */
  doubt(key: IndicatorKey, value: Exact): FarOff | FarAbove | null {
    if ((this.logs.get(key)?.count ?? 0) >= HISTORY) return this.farOff(key, value);
    const limit = INDICATORS[key].comparison === 'UPPER' ? limitOf(key, this.sheet.section.waterBody, WaterClass.V) : null;
    return limit && value.compare(limit.times(Exact.whole(ABOVE_LIMIT))) >= 0 ? { limit } : null;
  }
}
