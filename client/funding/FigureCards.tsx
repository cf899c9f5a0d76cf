import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SampleTag } from '../projects/marks';
import { ExcessMarks, Figure, type FigureRow } from './RowFigure';
import { ANNUAL, type ColumnKey, FUNDS, INVESTMENT } from './rows';
import type { DeskUnit } from './view';

type Props = { caption: string; lines: readonly FigureRow[]; unit: DeskUnit; year: number; busy: boolean };

/** The table's lines where it has no room: one below the other, the total first. Investment folds away under each. */
export function FigureCards({ caption, lines, unit, year, busy }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="figure-cards" aria-label={caption} aria-busy={busy}>
      <li className="second small">{t('ledgers.moneyIn', { unit: t(`funding.units.${unit}`) })}</li>
      {lines.map((row) => (
        <li key={row.key} className={row.to ? '' : 'total'}>
          <div className="card-name">
            {row.before}
            {row.to ? <Link to={row.to.address} title={row.to.title}>{row.name}</Link> : <b>{row.name}</b>}
            <SampleTag when={row.sample} />
            {row.works !== null && <span className="second small push">{row.works} {t('unit.works')}</span>}
          </div>
          <ExcessMarks row={row} />
          <Part columns={FUNDS} row={row} unit={unit} />
          <details className="card-more">
            <summary>{t('funding.cardMore', { year })}</summary>
            <Part columns={INVESTMENT} row={row} unit={unit} />
            <Part columns={ANNUAL} row={row} unit={unit} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Part({ columns, row, unit }: { columns: readonly ColumnKey[]; row: FigureRow; unit: DeskUnit }) {
  const { t } = useTranslation();
  return <dl className="card-part">{columns.map((column) => <div key={column}><dt>{t(`funding.card.${column}`)}</dt><dd><Figure row={row} column={column} unit={unit} /></dd></div>)}</dl>;
}
