import { globalId } from '../api/ids';
import { FundingSource, fundingSourceNames } from '../funding/funding.entity';
import type { FundsSum } from '../funding/sums';
import { ColumnType, percentOf, type Column } from './definition';
import { aboutWorks, workRows, type WorkRow } from './work-columns';
import type { Question } from './definition';

const { TEXT, MONEY, PERCENT } = ColumnType;
const SOURCES = Object.values(FundingSource);

/** A row for a work and a source of its money. */
export type SourceRow = WorkRow & { source: FundingSource; funds: FundsSum };

/** A row for each work and source that has a plan or an entry by the day. */
export function* sourceRows(question: Question): Generator<SourceRow> {
  for (const row of workRows(question)) for (const [source, funds] of row.work.standing.fundsBySource) yield { ...row, source, funds };
}

/** What every ledger of works and sources has in common. */
export const aboutSources = {
  ...aboutWorks,
  position: ({ work, source }: SourceRow) => [work.sheet.project.number, SOURCES.indexOf(source)],
  key: ({ work, source }: SourceRow) => `${globalId('Project', work.sheet.project.id)}.${source}`,
};

const sample = ({ work: { sheet }, source, day }: SourceRow): boolean =>
  sheet.plans.some((plan) => plan.sample && plan.source === source && plan.effectiveDate <= day) || sheet.entries.some((entry) => entry.sample && entry.source === source && entry.date <= day);

const money = (key: keyof FundsSum, title: string, titleEn: string): Column<SourceRow> => ({ key, title, titleEn, type: MONEY, value: ({ funds }) => funds[key], total: 'SUM', sample });

/** The columns of a source's money. */
export const sourceColumns = {
  source: { key: 'source', title: '资金来源', titleEn: 'Source', type: TEXT, value: ({ source }) => fundingSourceNames[source], order: ({ source }) => SOURCES.indexOf(source), sample },
  planned: money('planned', '计划资金', 'Planned'),
  allocated: money('allocated', '下达资金', 'Allocated'),
  arrived: money('arrived', '到位资金', 'In place'),
  paid: money('paid', '支付资金', 'Paid'),
  arrivalRate: { key: 'arrivalRate', title: '到位率', titleEn: 'Arrival rate', type: PERCENT, value: ({ funds }) => percentOf(funds.arrived, funds.planned), total: { part: 'arrived', whole: 'planned' }, sample },
  paymentRate: { key: 'paymentRate', title: '支付率', titleEn: 'Payment rate', type: PERCENT, value: ({ funds }) => percentOf(funds.paid, funds.arrived), total: { part: 'paid', whole: 'arrived' }, sample },
} satisfies Record<string, Column<SourceRow>>;
