import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { SampleTag } from '../projects/marks';
import { ExcessMarks, Figure, type FigureRow } from './RowFigure';
import { ANNUAL, type ColumnKey, COLUMNS, FUNDS, INVESTMENT } from './rows';
import type { DeskUnit } from './view';

type Props = { caption: string; nameTitle: string; lines: readonly FigureRow[]; unit: DeskUnit; year: number; busy: boolean };

const BEGINS: ReadonlySet<ColumnKey> = new Set(['planned', 'investment', 'annualPlanned']);
const sets = (column: ColumnKey) => (BEGINS.has(column) ? 'num begins' : 'num');

/** Money and investment, a line each; the total on top, as the city's own tables have it. */
export function FigureTable({ caption, nameTitle, lines, unit, year, busy }: Props) {
  const { t } = useTranslation();
  const withWorks = lines.some(({ works }) => works !== null);
  const marked = lines.some(({ marks }) => Object.values(marks).some((where) => (typeof where === 'number' ? where > 0 : where.length > 0)));
  const unitName = t(`funding.units.${unit}`);
  return (
    <div className="figure-scroll">
      <table className={withWorks ? 'figure-table' : 'figure-table of-works'} aria-busy={busy}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{nameTitle}</th>
            {withWorks && <th scope="col" rowSpan={2} className="num">{t('funding.works')}</th>}
            <th scope="colgroup" colSpan={FUNDS.length} className="begins">{t('funding.heads.funds', { unit: unitName })}</th>
            <th scope="colgroup" colSpan={INVESTMENT.length} className="begins">{t('funding.heads.investment', { unit: unitName })}</th>
            <th scope="colgroup" colSpan={ANNUAL.length} className="begins">{t('funding.heads.annual', { unit: unitName, year })}</th>
            {marked && <th scope="col" rowSpan={2} className="begins">{t('funding.heads.marks')}</th>}
          </tr>
          <tr>{COLUMNS.map((column) => <th key={column} scope="col" className={sets(column)} title={t(`funding.full.${column}`)}>{t(`funding.column.${column}`)}</th>)}</tr>
        </thead>
        <tbody>{lines.map((row) => <Row key={row.key} row={row} withWorks={withWorks} marked={marked} unit={unit} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, withWorks, marked, unit }: { row: FigureRow; withWorks: boolean; marked: boolean; unit: DeskUnit }) {
  const navigate = useNavigate();
  const open = row.to
    ? (event: React.MouseEvent) => {
        // The name is the link; a click beside it is taken as meant for it, but not the end of a selection of text.
        if (!(event.target as HTMLElement).closest('a') && !window.getSelection()?.toString()) void navigate(row.to!.address);
      }
    : undefined;
  return (
    <tr className={row.to ? 'row-link' : 'total'} onClick={open}>
      <th scope="row">
        <span className="row-name">
          {row.before}
          {row.to ? <Link to={row.to.address} title={row.to.title}>{row.name}</Link> : row.name}
          <SampleTag when={row.sample} />
        </span>
      </th>
      {withWorks && <td className="num">{row.works}</td>}
      {COLUMNS.map((column) => <td key={column} className={sets(column)}><Figure row={row} column={column} unit={unit} /></td>)}
      {marked && <td className="begins"><ExcessMarks row={row} /></td>}
    </tr>
  );
}
