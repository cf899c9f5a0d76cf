import { registerEnumType } from 'type-graphql';

export enum WaterBody {
  RIVER = 'RIVER',
  LAKE = 'LAKE',
}
registerEnumType(WaterBody, {
  name: 'WaterBody',
  description: 'What a section measures; GB 3838-2002 limits total phosphorus differently and total nitrogen only in lakes.',
  valuesConfig: { RIVER: { description: '河流' }, LAKE: { description: '湖、库' } },
});

/** The keys of the 24 basic items, in the order of GB 3838-2002, table 1. */
export const INDICATOR_KEYS = [
  'T', 'pH', 'DO', 'CODMn', 'COD', 'BOD5', 'NH3N', 'TP', 'TN', 'Cu', 'Zn', 'F', 'Se', 'As', 'Hg', 'Cd', 'Cr6', 'Pb', 'CN', 'VP', 'Oil', 'LAS', 'S', 'FC',
] as const;
export type IndicatorKey = (typeof INDICATOR_KEYS)[number];

export const isIndicatorKey = (key: string): key is IndicatorKey => (INDICATOR_KEYS as readonly string[]).includes(key);

/**
 * How a value is held against its limits: UPPER, not more than; LOWER, not less than; RANGE, between two that are the same
 * for all classes; NONE, table 1 has no number to hold it against. Limits are inclusive.
 */
export type Comparison = 'UPPER' | 'LOWER' | 'RANGE' | 'NONE';

/** The limits of classes Ⅰ, Ⅱ, Ⅲ, Ⅳ, Ⅴ as printed. */
export type Limits = readonly [string, string, string, string, string];

export interface Indicator {
  key: IndicatorKey;
  name: string;
  nameEn: string;
  unit: string;
  comparison: Comparison;
  /** The limits by water body; null where there are none. The two ends of pH stand in `PH_RANGE`. */
  limits: Record<WaterBody, Limits | null>;
  /** Decimal places to which a value is rounded before it is classed; null where it is not classed. */
  digits: number | null;
  /** Whether it takes part in the class of a section: 21 of the 24 do. */
  evaluated: boolean;
}

/** pH of every class, GB 3838-2002, table 1, item 2. */
export const PH_RANGE = ['6', '9'] as const;

type Row = readonly [name: string, nameEn: string, digits: number | null, limits: string];

/**
 * GB 3838-2002, table 1, and the decimal places of evaluation. mg/L unless `UNITS` says otherwise. Places as 总站水字〔2018〕87号
 * and 〔2020〕90号 are implemented publicly by one author (both papers were not seen): pH has none, so 9.3 is evaluated as 9.
 */
const TABLE: Record<IndicatorKey, Row> = {
  T: ['水温', 'water temperature', null, ''],
  pH: ['pH', 'pH', 0, ''],
  DO: ['溶解氧', 'dissolved oxygen', 1, '7.5 6 5 3 2'],
  CODMn: ['高锰酸盐指数', 'permanganate index', 1, '2 4 6 10 15'],
  COD: ['化学需氧量', 'chemical oxygen demand', 1, '15 15 20 30 40'],
  BOD5: ['五日生化需氧量', 'five-day biochemical oxygen demand', 1, '3 3 4 6 10'],
  NH3N: ['氨氮', 'ammonia nitrogen', 2, '0.15 0.5 1.0 1.5 2.0'],
  TP: ['总磷', 'total phosphorus', 3, '0.02 0.1 0.2 0.3 0.4'],
  TN: ['总氮', 'total nitrogen', 2, ''],
  Cu: ['铜', 'copper', 3, '0.01 1.0 1.0 1.0 1.0'],
  Zn: ['锌', 'zinc', 3, '0.05 1.0 1.0 2.0 2.0'],
  F: ['氟化物', 'fluoride', 3, '1.0 1.0 1.0 1.5 1.5'],
  Se: ['硒', 'selenium', 4, '0.01 0.01 0.01 0.02 0.02'],
  As: ['砷', 'arsenic', 4, '0.05 0.05 0.05 0.1 0.1'],
  Hg: ['汞', 'mercury', 5, '0.00005 0.00005 0.0001 0.001 0.001'],
  Cd: ['镉', 'cadmium', 5, '0.001 0.005 0.005 0.005 0.01'],
  Cr6: ['铬（六价）', 'chromium (VI)', 3, '0.01 0.05 0.05 0.05 0.1'],
  Pb: ['铅', 'lead', 3, '0.01 0.01 0.05 0.05 0.1'],
  CN: ['氰化物', 'cyanide', 3, '0.005 0.05 0.2 0.2 0.2'],
  VP: ['挥发酚', 'volatile phenol', 4, '0.002 0.002 0.005 0.01 0.1'],
  Oil: ['石油类', 'petroleum', 2, '0.05 0.05 0.05 0.5 1.0'],
  LAS: ['阴离子表面活性剂', 'anionic surfactant', 2, '0.2 0.2 0.2 0.3 0.3'],
  S: ['硫化物', 'sulphide', 3, '0.05 0.1 0.2 0.5 1.0'],
  FC: ['粪大肠菌群', 'faecal coliforms', 0, '200 2000 10000 20000 40000'],
};

/** Limits that hold for lakes and reservoirs only, table 1, items 8 and 9. */
const LAKE_LIMITS: Partial<Record<IndicatorKey, string>> = { TP: '0.01 0.025 0.05 0.1 0.2', TN: '0.2 0.5 1.0 1.5 2.0' };

const UNITS: Partial<Record<IndicatorKey, string>> = { T: '℃', pH: '无量纲', FC: '个/L' };

const COMPARISONS: Partial<Record<IndicatorKey, Comparison>> = { T: 'NONE', pH: 'RANGE', DO: 'LOWER' };

/** 环办〔2011〕22号: the class of a section rests on the items of table 1 less water temperature, total nitrogen and faecal coliforms. */
const APART: readonly IndicatorKey[] = ['T', 'TN', 'FC'];

const limitsOf = (text: string): Limits | null => (text ? (text.split(' ') as unknown as Limits) : null);

const indicatorOf = (key: IndicatorKey): Indicator => {
  const [name, nameEn, digits, limits] = TABLE[key];
  return {
    key, name, nameEn, digits,
    unit: UNITS[key] ?? 'mg/L',
    comparison: COMPARISONS[key] ?? 'UPPER',
    limits: { RIVER: limitsOf(limits), LAKE: limitsOf(LAKE_LIMITS[key] ?? limits) },
    evaluated: !APART.includes(key),
  };
};

/** The 24 basic items by key, in the order of table 1. */
export const INDICATORS = Object.fromEntries(INDICATOR_KEYS.map((key) => [key, indicatorOf(key)])) as Record<IndicatorKey, Indicator>;

/** The 21 items that decide the class of a section and make up its index. */
export const EVALUATED: readonly IndicatorKey[] = INDICATOR_KEYS.filter((key) => INDICATORS[key].evaluated);
