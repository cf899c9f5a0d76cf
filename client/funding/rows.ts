import type { FundingDeskQuery, FundingSource, FundingWorksQuery, Stage } from '../graphql.generated';
import { addMoney, fen, shareOf } from '../format/money';

export type TableRow = NonNullable<FundingDeskQuery['fundingTable']>['rows'][number];
export type DeskWork = NonNullable<FundingWorksQuery['projects']>['nodes'][number];
type Line = DeskWork['funding']['lines'][number];

/** The columns of money and rates, in their groups. */
export const FUNDS = ['planned', 'allocated', 'arrived', 'paid', 'arrivalRate', 'paymentRate'] as const;
export const INVESTMENT = ['investment', 'investmentDone'] as const;
export const ANNUAL = ['annualPlanned', 'annualDone', 'annualRate'] as const;
export const COLUMNS = [...FUNDS, ...INVESTMENT, ...ANNUAL] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export type RateKey = 'arrivalRate' | 'paymentRate' | 'annualRate';
export const isRate = (key: ColumnKey): key is RateKey => key.endsWith('Rate');

/** A work on the desk: the figures that a row of the table has, for one work. Null is not known. */
export type WorkRow = Record<Exclude<ColumnKey, RateKey>, string | null> & Record<RateKey, number | null> & {
  number: number;
  name: string;
  stage: Stage;
  unverified: boolean;
  /** The sources of which more was paid than is in place, and of which more is in place than was planned. */
  paidAbove: FundingSource[];
  arrivedAbove: FundingSource[];
  sample: boolean;
};

const above = (a: string, b: string): boolean => fen(a) > fen(b);

/** A work's row; with a source, its money of that source alone. The investment is the work's either way. */
export function rowOfWork({ number, name, stage, unverified, investment, investmentDone, annualPlanned, annualDone, funding }: DeskWork, source: FundingSource | null): WorkRow {
  const lines = source ? funding.lines.filter((line) => line.source === source) : funding.lines;
  const sum = (key: 'planned' | 'allocated' | 'arrived' | 'paid') => addMoney(...lines.map((line) => line[key]));
  const sums = { planned: sum('planned'), allocated: sum('allocated'), arrived: sum('arrived'), paid: sum('paid') };
  const sourcesWhere = (test: (line: Line) => boolean) => lines.filter(test).map((line) => line.source);
  return {
    number, name, stage, unverified, investment, investmentDone, annualPlanned, annualDone, ...sums,
    arrivalRate: shareOf(sums.arrived, sums.planned),
    paymentRate: shareOf(sums.paid, sums.arrived),
    annualRate: annualPlanned === null ? null : shareOf(annualDone, annualPlanned),
    paidAbove: sourcesWhere((line) => above(line.paid, line.arrived)),
    arrivedAbove: sourcesWhere((line) => above(line.arrived, line.planned)),
    sample: lines.some((line) => line.sample),
  };
}
