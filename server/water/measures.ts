import { type Exact } from './exact';
import { type IndicatorKey } from './indicators';

/** One item as it enters the reckoning. */
export interface Measure {
  /** In the unit of GB 3838-2002; half the detection limit where nothing was found. */
  value: Exact;
  /** Whether it was below the detection limit; of a mean, whether all its values were. */
  belowDetection: boolean;
}

/** The items of a sample or of a mean; an item that was not measured is missing, never zero. */
export type Measures = ReadonlyMap<IndicatorKey, Measure>;

export const found = (value: Exact): Measure => ({ value, belowDetection: false });

/** 环办监测函〔2020〕82号, item 7: half the detection limit enters every calculation and statistic. */
export const undetected = (limit: Exact): Measure => ({ value: limit.half(), belowDetection: true });
