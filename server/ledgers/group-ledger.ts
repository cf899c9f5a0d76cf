import { globalId } from '../api/ids';
import { totalsOf, type Totals } from '../catalogue/sheet';
import type { Work } from '../catalogue/facts';
import { ColumnType, percentOf, type Column } from './definition';

/** A row that adds up the works of a group. */
export interface GroupRow {
  /** The type and id of what the group is, for the row's key. */
  type: string;
  id: number;
  name: string;
  place: number;
  totals: Totals;
  sample: boolean;
}

/** Adds up a group's works. */
export const groupRow = (group: Pick<GroupRow, 'type' | 'id' | 'name' | 'place'>, works: readonly Work[]): GroupRow => ({
  ...group,
  totals: totalsOf(works),
  sample: works.some(({ sheet: { project } }) => project.sample || project.sampleFields.length > 0),
});

export const groupKey = ({ type, id }: GroupRow): string => globalId(type, id);

const { NUMBER, MONEY, PERCENT } = ColumnType;
const sample = (row: GroupRow) => row.sample;
const count = (key: 'total' | 'preparation' | 'construction' | 'completed' | 'unverified' | 'suspended' | 'lagging' | 'serious', title: string, titleEn: string): Column<GroupRow> =>
  ({ key, title, titleEn, type: NUMBER, value: ({ totals }) => totals[key], total: 'SUM', sample });
const money = (key: string, title: string, titleEn: string, value: (totals: Totals) => bigint): Column<GroupRow> =>
  ({ key, title, titleEn, type: MONEY, value: ({ totals }) => value(totals), total: 'SUM', sample });
const rate = (key: string, title: string, titleEn: string, part: string, whole: string, value: (totals: Totals) => [bigint, bigint]): Column<GroupRow> =>
  ({ key, title, titleEn, type: PERCENT, value: ({ totals }) => percentOf(...value(totals)), total: { part, whole }, sample });

/** What is added up of every group. */
export const groupColumns: readonly Column<GroupRow>[] = [
  count('total', '工程数', 'Works'),
  count('preparation', '前期', 'Preparation'),
  count('construction', '开工', 'Construction'),
  count('completed', '完工', 'Completed'),
  rate('completedShare', '完工率', 'Completed share', 'completed', 'total', ({ completed, total }) => [BigInt(completed), BigInt(total)]),
  count('unverified', '完工待核', 'Unverified'),
  count('suspended', '停工', 'Suspended'),
  count('lagging', '滞后', 'Lagging'),
  count('serious', '严重滞后', 'Serious'),
  money('investment', '总投资', 'Investment', ({ investment }) => investment),
  money('investmentDone', '累计完成投资', 'Investment done', ({ investmentDone }) => investmentDone),
  rate('investmentRate', '投资完成率', 'Investment done share', 'investmentDone', 'investment', ({ investment, investmentDone }) => [investmentDone, investment]),
  money('planned', '计划资金', 'Planned', ({ funds }) => funds.planned),
  money('allocated', '下达资金', 'Allocated', ({ funds }) => funds.allocated),
  money('arrived', '到位资金', 'In place', ({ funds }) => funds.arrived),
  money('paid', '支付资金', 'Paid', ({ funds }) => funds.paid),
  rate('arrivalRate', '到位率', 'Arrival rate', 'arrived', 'planned', ({ funds }) => [funds.arrived, funds.planned]),
  rate('paymentRate', '支付率', 'Payment rate', 'paid', 'arrived', ({ funds }) => [funds.paid, funds.arrived]),
];
