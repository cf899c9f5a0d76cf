import { Exact } from './exact';
import { type IndicatorKey } from './indicators';

/** A unit as it is compared: without spaces, case and the two code points of the micro sign. */
const plain = (unit: string): string => unit.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

const table = (factors: Record<string, readonly string[]>): ReadonlyMap<string, Exact> =>
  new Map(Object.entries(factors).flatMap(([factor, units]) => units.map((unit) => [plain(unit), Exact.of(factor)] as const)));

/** What one of each is in mg/L. */
const MASS = table({
  1: ['mg/L', 'g/m³', '毫克/升'],
  0.001: ['μg/L', 'ug/L', 'mg/m³', '微克/升'],
  0.000001: ['ng/L', '纳克/升'],
  1000: ['g/L', '克/升'],
});

/** What one of each is per litre; most probable numbers and colony-forming units are reported like counts. */
const COUNTS = table({
  1: ['个/L', 'MPN/L', 'CFU/L', '个/升'],
  10: ['个/100mL', 'MPN/100mL', 'CFU/100mL'],
  1000: ['个/mL', 'MPN/mL', 'CFU/mL'],
});

const DEGREES = table({ 1: ['℃'] });
const BARE = table({ 1: ['', '无量纲', 'pH', '-'] });

const OTHERS: Partial<Record<IndicatorKey, ReadonlyMap<string, Exact>>> = { T: DEGREES, pH: BARE, FC: COUNTS };

/**
 * What a value in a unit is to be multiplied with to be in the item's unit of GB 3838-2002: µg/L to mg/L is a thousandth,
 * faecal coliforms per 100 mL to per litre ten.
 * @returns null for a unit that the item is not measured in.
 */
export const unitFactor = (key: IndicatorKey, unit: string): Exact | null => (OTHERS[key] ?? MASS).get(plain(unit)) ?? null;
