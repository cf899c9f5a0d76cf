import type { WaterClass, WaterIndicatorsQuery } from '../../graphql.generated';
import { CLASSES } from '../../maps/water';

export type Indicator = NonNullable<WaterIndicatorsQuery['waterIndicators']>[number];
type Limits = Pick<Indicator, 'kind' | 'limits' | 'range'>;

/** The values between two heights that are of one class. */
export interface Band { grade: WaterClass; low: number; high: number }

/** What a chart's upright axis covers, and where it has figures. */
export interface Scale { low: number; high: number; ticks: number[] }

/** Round figures within a span, four or five of them. */
export function ticksIn(low: number, high: number): number[] {
  const rough = Math.max(high - low, Number.EPSILON) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999)!;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The limit of a section's target class; null where the item has none, as pH, whose range is that of all classes. */
export const targetLimit = ({ limits }: Limits, target: WaterClass): number | null => limits?.[CLASSES.indexOf(target)] ?? null;

/** The axis of an item: all values and the target in sight, from zero on but for pH and temperature. */
export function scaleFor(indicator: Limits, values: readonly number[], target: WaterClass): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = (low: number, high: number): Scale => ({ low, high, ticks: ticksIn(low, high) });
  if (indicator.kind === 'RANGE' && indicator.range) return span(Math.min(indicator.range[0]! - 0.5, least), Math.max(indicator.range[1]! + 0.5, most));
  const goal = targetLimit(indicator, target);
  const high = Math.max(most * 1.12, (goal ?? 0) * 1.15) || 1;
  return span(indicator.kind === 'NONE' && least < 0 ? least * 1.12 : 0, high);
}

/** The bands of the classes inside a scale, from the best; none for an item without limits. Equal limits leave a class no band. */
export function bandsIn({ kind, limits, range }: Limits, { low, high }: Scale): Band[] {
  const inside = (bands: Band[]) => bands.map((band) => ({ ...band, low: Math.max(low, band.low), high: Math.min(high, band.high) })).filter((band) => band.high > band.low);
  if (kind === 'RANGE' && range) return inside([{ grade: 'INFERIOR_V', low: -Infinity, high: range[0]! }, { grade: 'INFERIOR_V', low: range[1]!, high: Infinity }]);
  if (!limits) return [];
  return inside(CLASSES.map((grade, i): Band => {
    const [better, own] = [limits[i - 1], limits[i]];
    return kind === 'LOWER' ? { grade, low: own ?? -Infinity, high: better ?? Infinity } : { grade, low: better ?? -Infinity, high: own ?? Infinity };
  }));
}

/** Runs of points that follow each other without a gap; a line is drawn within each. */
export function runsOf<T extends { place: number }>(points: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point.place - run.at(-1)!.place === 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}
