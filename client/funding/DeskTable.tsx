import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FundingDeskQuery } from '../graphql.generated';
import { Nothing } from '../layout/states';
import { Figures } from './Figures';
import type { FigureRow } from './RowFigure';
import type { TableRow } from './rows';
import { deskAddress, type DeskProps } from './view';
import { WorksOfRow } from './WorksOfRow';

type Table = NonNullable<FundingDeskQuery['fundingTable']>;
type Props = Pick<DeskProps, 'view' | 'set'> & { table: Table; opened: TableRow | null; label: string; labelOf: (row: TableRow) => string; year: number; narrowed: boolean; busy: boolean };

/** The rows that the desk is asked for; or, where one of them is opened, what it consists of. */
export function DeskTable({ view, set, table, opened, label, labelOf, year, narrowed, busy }: Props) {
  const { t } = useTranslation();
  const rows = table.rows.map((row): FigureRow => ({ ...rowOf(row, labelOf(row)), to: { address: deskAddress({ ...view, row: row.key, work: null }), title: t('funding.open', { name: labelOf(row) }) } }));
  return (
    <section className="desk-rows" aria-label={t('funding.table', { what: label })}>
      <div className="desk-crumbs">
        {view.row === null ? <h2>{t(`funding.groups.${view.by}`)}</h2> : (
          <>
            <Link to={deskAddress({ ...view, row: null, work: null })}>‹ {t('funding.back')}</Link>
            <h2>{label}</h2>
          </>
        )}
        <Checkbox className="push no-print" checked={view.asked.fundsExceeded === true} onChange={({ target }) => set({ asked: { ...view.asked, fundsExceeded: target.checked || null } })}>{t('funding.onlyExceeding')}</Checkbox>
        <span className={view.asked.asOf ? 'past' : 'second'}>{t('funding.dataAsOf', { day: table.asOf })}</span>
      </div>
      {view.row === null ? (
        rows.length === 0 ? <Nothing>{t(narrowed ? 'funding.none' : 'funding.noneAtAll')}</Nothing> : (
          <Figures view={view} caption={t('funding.table', { what: t(`funding.groups.${view.by}`) })} nameTitle={t(`funding.name.${view.by}`)} rows={rows} total={rowOf(table.total, t('funding.total'))} year={year} busy={busy} />
        )
      ) : opened ? <WorksOfRow view={view} set={set} opened={rowOf(opened, t('funding.total'))} label={label} year={year} busy={busy} /> : <Nothing>{t('funding.noRow')}</Nothing>}
      {view.by === 'SOURCE' && view.row === null && <p className="second small">{t('funding.sourceNote')}</p>}
    </section>
  );
}

const rowOf = (row: TableRow, name: string): FigureRow => ({
  key: row.key || 'total', name, to: null, works: row.works, figures: row, marks: { paidAbove: row.paidAbove, arrivedAbove: row.arrivedAbove }, sample: row.sample,
});
