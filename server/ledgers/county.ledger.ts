import { ColumnType, defineLedger } from './definition';
import { groupColumns, groupKey, groupRow, type GroupRow } from './group-ledger';

/** A row for each region, in the official order, with what the works that it leads add up to. */
export default defineLedger<GroupRow>({
  id: 'county',
  place: 5,
  name: '分县（市、区）台账',
  nameEn: 'By county',
  description: '各县（市、区）牵头工程的数量、进度、投资和资金合计，按规定顺序排列。',
  descriptionEn: 'Each region: the works that it leads, how far they are, investment and funds; in the official order.',
  columns: [
    { key: 'name', title: '县（市、区）', titleEn: 'Region', type: ColumnType.TEXT, value: ({ name }) => name, order: ({ place }) => place },
    ...groupColumns,
  ],
  rows: ({ facts, works, whole }) =>
    facts.reference.regions
      .map(({ id, name, sort }) => groupRow({ type: 'Region', id, name, place: sort }, works.filter(({ sheet }) => sheet.leadRegion.id === id)))
      .filter(({ totals }) => whole || totals.total > 0),
  position: ({ place, id }) => [place, id],
  key: groupKey,
});
