import { ColumnType, defineLedger } from './definition';
import { groupColumns, groupKey, groupRow, type GroupRow } from './group-ledger';

/** A row for each sector, with what its works add up to. */
export default defineLedger<GroupRow & { lead: string | null }>({
  id: 'sector',
  place: 4,
  name: '分领域台账',
  nameEn: 'By sector',
  description: '各领域工程的数量、进度、投资和资金合计。',
  descriptionEn: 'Each sector: how many works, how far they are, and what they add up to in investment and funds.',
  columns: [
    { key: 'name', title: '领域', titleEn: 'Sector', type: ColumnType.TEXT, value: ({ name }) => name, order: ({ place }) => place },
    { key: 'lead', title: '牵头部门', titleEn: 'Lead department', type: ColumnType.TEXT, value: ({ lead }) => lead },
    ...groupColumns,
  ],
  rows: ({ facts: { reference }, works, whole }) =>
    reference.sectors
      .map(({ id, code, name, sort, leadDepartmentId }) => ({
        ...groupRow({ type: 'Sector', id, name, place: sort }, works.filter(({ sheet }) => sheet.project.sectorCode === code)),
        lead: leadDepartmentId === null ? null : (reference.departmentById.get(leadDepartmentId)?.name ?? null),
      }))
      .filter(({ totals }) => whole || totals.total > 0),
  position: ({ place, id }) => [place, id],
  key: groupKey,
});
