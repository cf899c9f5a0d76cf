import type { Day } from '../../api/day';

export const INDICATOR_AIMS = ['LOWER', 'HIGHER'] as const;
export const INDICATOR_CHANGES = ['PERCENT', 'DIFFERENCE'] as const;
export const RANK_TIES = ['COMPETITION', 'DENSE'] as const;

/** What regions are ranked by. */
export interface PackIndicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sort: number;
  readonly unit: string | null;
  readonly decimals: number;
  readonly aim: (typeof INDICATOR_AIMS)[number];
  readonly change: (typeof INDICATOR_CHANGES)[number];
  readonly changeDecimals: number;
  readonly ties: (typeof RANK_TIES)[number];
  readonly note: string | null;
}

/** The days that figures are of, and what they are called where that does not follow from them. */
export interface PackIndicatorSpan {
  readonly from: Day;
  readonly to: Day;
  readonly name: string | null;
  readonly nameEn: string | null;
}

/** A region's figure; decimals as they are written. */
export interface PackIndicatorFigure {
  readonly indicator: string;
  readonly from: Day;
  readonly to: Day;
  readonly region: string;
  readonly value: string;
  readonly base: string | null;
  readonly change: string | null;
  readonly source: string | null;
  readonly sample: boolean;
}
