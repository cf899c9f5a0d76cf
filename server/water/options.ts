import { registerEnumType } from 'type-graphql';
import { type IndicatorKey } from './indicators';
import { type Exact } from './exact';

export enum WaterRounding {
  AS_GIVEN = 'AS_GIVEN',
  EVALUATION = 'EVALUATION',
}
registerEnumType(WaterRounding, {
  name: 'WaterRounding',
  description: 'With how many digits a value is held against the limits.',
  valuesConfig: {
    AS_GIVEN: { description: 'As measured or averaged.' },
    EVALUATION: { description: 'Rounded, ties to the even digit, at the evaluation digits of its item.' },
  },
});

/**
 * Where the rules are silent, or their texts could not be had, something had to be chosen. Each choice is named here with
 * its reason; `DEFAULT_OPTIONS` is what the platform shows.
 *
 * Still unverified, because excerpts and public programs were seen instead of the papers:
 *
 * | what                                                        | stands in          | paper                       |
 * |-------------------------------------------------------------|--------------------|-----------------------------|
 * | whether GB 3838 or the evaluation rules have a newer edition | all                | GB 3838-2002, 环办〔2011〕22号 |
 * | evaluation digits; no digit lost to zero                    | indicators, rounding | 总站水字〔2018〕87号, 〔2020〕90号 |
 * | which metals take precedence                                | `precedence`       | 环办〔2011〕22号               |
 * | pH and DO among the pollutants of one class                 | `withoutMultiple`  | 环办〔2011〕22号               |
 * | that exactly five sections make proportions                 | `proportionsFrom`  | 环办〔2011〕22号               |
 * | exactly 60 % good with 40 % 劣Ⅴ                              | `sixtyForty`       | 环办〔2011〕22号               |
 * | pollutants of a river, ties among them                      | basin              | 环办〔2011〕22号               |
 * | half the detection limit in every statistic                 | reading, means     | 环办监测函〔2020〕82号, item 7  |
 * | the formula that joins rivers and lakes of a city           | cwqi               | 环办监测〔2017〕51号           |
 * | items that nobody measured; final digits of the index       | `fillIn`, cwqi     | 环办监测〔2017〕51号           |
 * | how many values make a month, season or year                | `MINIMUM_VALUES`   | 环办〔2011〕22号               |
 */
export interface WaterOptions {
  /** @default EVALUATION, as published classes are made; GB 3838-2002 itself says nothing of digits. */
  rounding: WaterRounding;

  /**
   * What pH outside 6–9 is. GB 3838-2002 has the same range for all classes and no word for what misses it.
   * @default INFERIOR_V as most public programs have it; UNCLASSED says only that it is out of range.
   */
  phOutside: 'INFERIOR_V' | 'UNCLASSED';

  /**
   * GB 3838-2002, table 1, item 3 gives DO of class Ⅰ as "90 % saturation (or 7.5)". With a pressure in kPa, DO that
   * reaches 90 % of saturation, 468 / (31.6 + T) mg/L × pressure / 101.325, is Ⅰ whatever its mg/L; it needs T in the sample.
   * @default null: 7.5 mg/L alone, because most samples lack T or the height of the section.
   */
  saturationPressure: Exact | null;

  /**
   * A value below a detection limit which itself lies above the limit of class Ⅲ: half of it may be worse than Ⅲ although
   * nothing was found.
   * @default NOT_JUDGED: it has no class, decides nothing and is no pollutant. JUDGED classes half the limit like any value.
   */
  undetectedAboveIII: 'NOT_JUDGED' | 'JUDGED';

  /**
   * Whether a section of class Ⅰ names the items that decide it: all of them do.
   * @default NONE: a list of everything tells nothing.
   */
  decidingOfClassI: 'NONE' | 'ALL';

  /**
   * Items that come first among the main pollutants when worse than Ⅲ. 环办〔2011〕22号 says "cyanide, or heavy metals such as
   * lead and chromium" and does not list the metals.
   * @default cyanide and the five that table 1 has among the toxic: Pb, Cr6, Hg, Cd, As.
   */
  precedence: readonly IndicatorKey[];

  /**
   * Where pH and DO, which have no multiple, stand among the pollutants of their class.
   * @default LAST, as if the multiple were zero.
   */
  withoutMultiple: 'LAST' | 'FIRST';

  /**
   * The mean of pH, over a period or over sections.
   * @default HYDROGEN: −log10 of the mean of 10^−pH, since concentrations are what mixes. ARITHMETIC is for comparing.
   */
  phMean: 'HYDROGEN' | 'ARITHMETIC';

  /**
   * From how many sections on a river is judged by proportions of classes; below, by the means of its items.
   * @default 5: 环办〔2011〕22号 judges "fewer than five" by means; excerpts differ on whether five is among "more".
   */
  proportionsFrom: number;

  /**
   * Exactly 60 % good with 40 % 劣Ⅴ: "heavy" literally asks for less than 60 % good, "moderate" for less than 40 % 劣Ⅴ.
   * @default HEAVY: one bureau's text and the public programs end there.
   */
  sixtyForty: 'HEAVY' | 'MODERATE';

  /**
   * What the index is reckoned from when `rounding` is EVALUATION: rounding is said of classing only, and whole pH would
   * move the index by up to half a point.
   * @default GIVEN; ROUNDED takes the values that are classed.
   */
  indexOf: 'GIVEN' | 'ROUNDED';

  /**
   * The index of a sample without oxygen, DO = 0, where 5 / DO has no value.
   * @default UNKNOWN: leaving the item out would make dead water look better. LEFT_OUT does so.
   */
  indexWithoutOxygen: 'UNKNOWN' | 'LEFT_OUT';

  /**
   * Values for evaluated items that nobody measured, for the index only.
   * @default none: they are left out, and the number of items is given beside the index.
   */
  fillIn: ReadonlyMap<IndicatorKey, Exact>;
}

export const DEFAULT_OPTIONS: Readonly<WaterOptions> = {
  rounding: WaterRounding.EVALUATION,
  phOutside: 'INFERIOR_V',
  saturationPressure: null,
  undetectedAboveIII: 'NOT_JUDGED',
  decidingOfClassI: 'NONE',
  precedence: ['CN', 'Pb', 'Cr6', 'Hg', 'Cd', 'As'],
  withoutMultiple: 'LAST',
  phMean: 'HYDROGEN',
  proportionsFrom: 5,
  sixtyForty: 'HEAVY',
  indexOf: 'GIVEN',
  indexWithoutOxygen: 'UNKNOWN',
  fillIn: new Map(),
};
