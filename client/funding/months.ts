import type { FundingMonthsQuery } from '../graphql.generated';
import { fen } from '../format/money';

export type Month = NonNullable<FundingMonthsQuery['fundingMonths']>[number];

/** What the charts draw of each month; the table beside them has what was allocated, too. */
export const SERIES = ['arrived', 'paid', 'investmentDone'] as const;
export type Series = (typeof SERIES)[number];
export const totalKey = <S extends Series | 'allocated'>(series: S): `${S}Total` => `${series}Total`;

/** What the axes count in: fen of one unit. */
export type AxisUnit = { name: 'yi' | 'wan' | 'million'; per: number };

/** The unit that the reader chose, else 亿元 from a hundred million on and 万元 below; in English millions. */
export function axisUnit(most: number, language: string, chosen: 'YI' | 'WAN' | null = null): AxisUnit {
  if (!language.startsWith('zh')) return { name: 'million', per: 100_000_000 };
  return chosen === 'YI' || (chosen === null && most >= 10_000_000_000) ? { name: 'yi', per: 10_000_000_000 } : { name: 'wan', per: 1_000_000 };
}

/** Sums as numbers, for drawing alone: a pixel does not know a fen. */
export const drawn = (money: string): number => Number(fen(money));

export type Scale = { low: number; high: number; ticks: number[] };

/** Round figures that cover the values and nothing: at most six ticks, in units. Zero is always among them. */
export function scaleOf(values: readonly number[], { per }: Pick<AxisUnit, 'per'>): Scale {
  const [least, most] = [Math.min(0, ...values) / per, Math.max(0, ...values) / per];
  const rough = Math.max(most - least, Number.EPSILON) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999)!;
  const [from, to] = [Math.floor(least / step + 1e-9), Math.max(1, Math.ceil(most / step - 1e-9))];
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  return { low: ticks[0]! * per, high: ticks.at(-1)! * per, ticks };
}

/** Whether anything at all happened in these months or before them. */
export const anything = (months: readonly Month[]): boolean =>
  months.some((month) => [...SERIES, ...SERIES.map(totalKey), 'allocated' as const, 'allocatedTotal' as const].some((key) => fen(month[key]) !== 0n));

/** The months that begin a year, and the first: where the axis has its words. */
export const yearStarts = (months: readonly { month: string }[]): number[] => months.flatMap(({ month }, i) => (i === 0 || month.endsWith('-01') ? [i] : []));

/** The month that a key leads to; null for a key that leads nowhere. */
export function monthByKey(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: count - 1, PageDown: at - 12, PageUp: at + 12 };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** Moves labels along a line just far enough that each is `apart` from the next, in the order in which they stand. */
export function spread<T extends { at: number }>(labels: readonly T[], apart: number): T[] {
  const placed = labels.map((label) => ({ ...label })).sort((a, b) => a.at - b.at);
  // Each round pushes neighbours away from each other by half of what they lack; a few rounds settle a handful.
  for (let round = 0; round < 50; round++) {
    for (let i = 1; i < placed.length; i++) {
      const lack = apart - (placed[i]!.at - placed[i - 1]!.at);
      if (lack > 0.01) {
        placed[i - 1]!.at -= lack / 2;
        placed[i]!.at += lack / 2;
      }
    }
  }
  return placed;
}
