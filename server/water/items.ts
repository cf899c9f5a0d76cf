import { Exact } from './exact';
import { INDICATOR_KEYS, type IndicatorKey } from './indicators';
import { found, undetected, type Measure, type Measures } from './measures';

/** One value of a sample as it came in. */
export interface SampleItem {
  /** In the unit of GB 3838-2002; the detection limit where it was below. */
  value: Exact;
  belowDetection: boolean;
  /** What the cell or the form said, where it says more than the value. */
  text: string | null;
  /** The unit it was given in, where that is another than GB 3838-2002's. */
  unit: string | null;
}

export type SampleItems = ReadonlyMap<IndicatorKey, SampleItem>;

/** Longer texts are cut: they stand beside the value for being looked at, not for reckoning. */
const TEXT_KEPT = 40;

type Kept = string | [value: string, text: string | null, unit: string | null];

const textOf = ({ value, belowDetection }: Measure): string => (belowDetection ? '<' : '') + value.toText();

function write<T>(items: ReadonlyMap<IndicatorKey, T>, keep: (item: T) => Kept): string {
  const kept: Record<string, Kept> = {};
  for (const key of INDICATOR_KEYS) {
    const item = items.get(key);
    if (item) kept[key] = keep(item);
  }
  return JSON.stringify(kept);
}

/** Sample items as the database keeps them; equal items give equal texts. */
export const writeItems = (items: SampleItems): string =>
  write(items, (item) => {
    const value = textOf(item);
    const text = item.text === null ? null : [...item.text].slice(0, TEXT_KEPT).join('');
    return (text === null || text === value) && item.unit === null ? value : [value, text, item.unit];
  });

/** Means as the database keeps them: like samples, an undetected one by the limit that its value is half of. */
export const writeMeans = (means: Measures): string => write(means, ({ value, belowDetection }) => textOf({ value: belowDetection ? value.plus(value) : value, belowDetection }));

const entries = (text: string): [IndicatorKey, Kept][] => Object.entries(JSON.parse(text) as Record<string, Kept>) as [IndicatorKey, Kept][];

function readValue(text: string): { value: Exact; belowDetection: boolean } {
  const belowDetection = text.startsWith('<');
  return { value: Exact.fromText(belowDetection ? text.slice(1) : text), belowDetection };
}

/** What `writeItems` wrote. */
export const readItems = (text: string): Map<IndicatorKey, SampleItem> =>
  new Map(entries(text).map(([key, kept]) => {
    const [value, own, unit] = typeof kept === 'string' ? [kept, null, null] : kept;
    return [key, { ...readValue(value), text: own, unit }];
  }));

/** An item as it enters the reckoning. */
export const measureOfItem = ({ value, belowDetection }: Pick<SampleItem, 'value' | 'belowDetection'>): Measure => (belowDetection ? undetected(value) : found(value));

/** Kept samples or means as they enter the reckoning. */
export const readMeasures = (text: string): Map<IndicatorKey, Measure> =>
  new Map(entries(text).map(([key, kept]) => [key, measureOfItem(readValue(typeof kept === 'string' ? kept : kept[0]))]));
