import { ColumnType, defineLedger } from './definition';
import { aboutSources, sourceColumns, sourceRows, type SourceRow } from './source-rows';
import { workColumns as c } from './work-columns';

const s = sourceColumns;

const above = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);
const gapOf = ({ funds }: SourceRow): bigint => above(funds.planned, funds.arrived);
const overpaidOf = ({ funds }: SourceRow): bigint => above(funds.paid, funds.arrived);

/** Where money is missing: planned but not in place, and paid above what is in place, by work and source. */
export default defineLedger<SourceRow>({
  id: 'arrears',
  place: 10,
  name: '资金缺口台账',
  nameEn: 'Arrears',
  description: '计划尚未到位，或支付超过到位的工程和资金来源。',
  descriptionEn: 'Works and sources whose plan is not yet in place, or that paid more than is in place.',
  ...aboutSources,
  columns: [
    c.number, c.code, c.name, c.region, c.sector, c.stage, s.source, s.planned, s.arrived,
    { key: 'gap', title: '未到位资金', titleEn: 'Not in place', type: ColumnType.MONEY, value: gapOf, total: 'SUM', sample: s.source.sample },
    s.arrivalRate, s.paid,
    { key: 'overpaid', title: '超到位支付', titleEn: 'Paid above in place', type: ColumnType.MONEY, value: overpaidOf, total: 'SUM', sample: s.source.sample },
  ],
  *rows(question) {
    for (const row of sourceRows(question)) if (gapOf(row) > 0n || overpaidOf(row) > 0n) yield row;
  },
});
