import { globalId } from '../api/ids';
import { FundingKind, FundingSource, fundingSourceNames } from '../funding/funding.entity';
import type { BookedEntry } from '../funding/sums';
import { ColumnType, defineLedger, type Column } from './definition';
import { aboutWorks, workColumns as c, workRows, type WorkRow } from './work-columns';

const { TEXT, MONEY, DATE } = ColumnType;

type EntryRow = WorkRow & { entry: BookedEntry; reversed: boolean };

const sample = ({ entry }: EntryRow) => entry.sample;
const amount = (kind: FundingKind, key: string, title: string, titleEn: string): Column<EntryRow> =>
  ({ key, title, titleEn, type: MONEY, value: ({ entry }) => (entry.kind === kind ? entry.amount : null), total: 'SUM', sample });

/** Every booking of money, by its day; a reversal stands beside what it takes back, so that the sums are right. */
export default defineLedger<EntryRow>({
  id: 'entries',
  place: 9,
  name: '资金流水台账',
  nameEn: 'Funding entries',
  description: '逐笔下达、到位和支付；更正以红字冲回，与原记录并列。选定年度时只列当年。',
  descriptionEn: "Every allocation, arrival and payment; a reversal stands beside what it corrects. With a year, only that year's.",
  takesYear: true,
  ...aboutWorks,
  columns: [
    { key: 'date', title: '日期', titleEn: 'Date', type: DATE, value: ({ entry }) => entry.date, sample },
    c.number, c.code, c.name, c.region, c.sector,
    { key: 'source', title: '资金来源', titleEn: 'Source', type: TEXT, value: ({ entry }) => fundingSourceNames[entry.source], order: ({ entry }) => Object.values(FundingSource).indexOf(entry.source), sample },
    amount(FundingKind.ALLOCATED, 'allocated', '下达', 'Allocated'),
    amount(FundingKind.ARRIVED, 'arrived', '到位', 'In place'),
    amount(FundingKind.PAID, 'paid', '支付', 'Paid'),
    { key: 'documentNumber', title: '文号', titleEn: 'Document', type: TEXT, value: ({ entry }) => entry.documentNumber, sample },
    { key: 'correction', title: '更正', titleEn: 'Correction', type: TEXT, value: ({ entry, reversed }) => (entry.reversesId !== null ? '冲回' : reversed ? '已更正' : null), sample },
    { key: 'note', title: '备注', titleEn: 'Note', type: TEXT, value: ({ entry }) => entry.note, sample },
  ],
  *rows(question) {
    for (const row of workRows(question)) {
      const { entries } = row.work.sheet;
      const reversed = new Set(entries.map(({ reversesId }) => reversesId));
      for (const entry of entries) {
        if (entry.date <= row.day && (!question.yearGiven || entry.date.startsWith(`${question.year}-`))) yield { ...row, entry, reversed: reversed.has(entry.id) };
      }
    }
  },
  position: ({ entry }) => [entry.date, entry.id],
  key: ({ entry }) => globalId('FundingEntry', entry.id),
});
