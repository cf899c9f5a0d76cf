import type { IndicatorKey } from '../../water/indicators';

/** A month's sample: its values as they stand in the cells. */
export interface SampleRow {
  readonly section: string;
  readonly period: string;
  readonly items: Readonly<Partial<Record<IndicatorKey, string>>>;
}

/** Items that move with a section's level, in classes. */
export const LEVEL_ITEMS = ['CODMn', 'COD', 'BOD5', 'NH3N', 'TP'] as const;
export type LevelItem = (typeof LEVEL_ITEMS)[number];

/**
 * Concentrations at the levels 0, 1, … 6, mg/L: from 1 to 5 the limits of classes I to V in GB 3838-2002, spread where two
 * classes share one (COD and BOD5 of I and II); below and above what rivers of such classes show.
 */
const CONCENTRATIONS: Readonly<Record<LevelItem, readonly number[]>> = {
  CODMn: [1, 2, 4, 6, 10, 15, 24],
  COD: [5, 10, 15, 20, 30, 40, 64],
  BOD5: [0.7, 1.8, 3, 4, 6, 10, 18],
  NH3N: [0.03, 0.15, 0.5, 1, 1.5, 2, 8],
  TP: [0.008, 0.02, 0.1, 0.2, 0.3, 0.4, 1],
};

/** The concentration at a level, between two by their ratio: concentrations multiply. */
export function concentrationAt(item: LevelItem, level: number): number {
  const table = CONCENTRATIONS[item];
  const place = Math.max(0, Math.min(table.length - 2, Math.floor(level)));
  return table[place] * (table[place + 1] / table[place]) ** (level - place);
}

/** With how many decimals a result is published, and below what it is only said to be below: 4 mg/L of COD by HJ 828-2017 and the like. */
const PUBLISHED: Partial<Record<IndicatorKey, { readonly decimals: number; readonly limit?: number }>> = {
  T: { decimals: 1 }, pH: { decimals: 1 }, DO: { decimals: 1 }, CODMn: { decimals: 1, limit: 0.5 }, COD: { decimals: 0, limit: 4 }, BOD5: { decimals: 1, limit: 0.5 },
  NH3N: { decimals: 3, limit: 0.025 }, TP: { decimals: 3, limit: 0.01 }, TN: { decimals: 2, limit: 0.05 }, F: { decimals: 2, limit: 0.05 },
};

/** A result as a laboratory writes it: "0.31", "0.025L" below the detection limit. */
export function published(item: IndicatorKey, value: number): string {
  const known = PUBLISHED[item];
  if (!known) throw new Error(`nothing says how ${item} is published`);
  return known.limit !== undefined && value < known.limit ? `${known.limit}L` : value.toFixed(known.decimals);
}

/** Oxygen at saturation, mg/L, at sea level: 468 / (31.6 + T). */
export const saturationAt = (celsius: number): number => 468 / (31.6 + celsius);
