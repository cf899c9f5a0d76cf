import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SampleTag } from '../projects/marks';
import { ExcessMarks, Figure, type FigureRow } from './RowFigure';
import { ANNUAL, FUNDS, INVESTMENT } from './rows';
import type { DeskUnit } from './view';

type Props = { caption: string; lines: readonly FigureRow[]; unit: DeskUnit; year: number; busy: boolean };

const PARTS = { funds: FUNDS, investment: INVESTMENT, annual: ANNUAL } as const;

/** The table's lines where it has no room: one below the other, the total first. */
export function FigureCards({ caption, lines, unit, year, busy }: Props) {
  const { t } = useTranslation();
  const unitName = t(`funding.units.${unit}`);
  return (
    <ul className="figure-cards" aria-label={caption} aria-busy={busy}>
      {lines.map((row) => (
        <li key={row.key} className={row.to ? '' : 'total'}>
          <div className="card-name">
            {row.before}
            {row.to ? <Link to={row.to.address} title={row.to.title}>{row.name}</Link> : <b>{row.name}</b>}
            <SampleTag when={row.sample} />
            {row.works !== null && <span className="second small push">{row.works} {t('unit.works')}</span>}
          </div>
          <ExcessMarks row={row} />
          {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
            <div key={part} className="card-part">
              <p className="second">{t(`funding.heads.${part}`, { unit: unitName, year })}</p>
              <dl>{PARTS[part].map((column) => <div key={column}><dt>{t(`funding.column.${column}`)}</dt><dd><Figure row={row} column={column} unit={unit} /></dd></div>)}</dl>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
