import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNames } from '../../layout/names';
import { changeText, indexText } from '../figures';
import type { SectionRow } from './SectionTable';
import type { Overview } from './answer';

type RegionRow = NonNullable<Overview['waterRanking']>['regions'][number];
type By = 'state' | 'change';

const rankOf = (row: { rank: number | null; changeRank: number | null }, by: By) => (by === 'state' ? row.rank : row.changeRank);
const toneOf = (change: number | null): string => (change === null || Math.abs(change) < 0.0005 ? '' : change < 0 ? 't-work' : 't-prep');

/** Sections by the state of their water, or by its change: a dirty river may have improved most. */
export function SectionRanking({ rows, by }: { rows: readonly SectionRow[]; by: By }) {
  const { t } = useTranslation();
  const names = useNames();
  const ranked = rows.filter((row) => rankOf(row, by) !== null).sort((a, b) => rankOf(a, by)! - rankOf(b, by)!);
  const left = rows.filter((row) => rankOf(row, by) === null);
  if (ranked.length === 0) return <p className="nothing">{t('water.noRanking')}</p>;
  const value = ({ index, change }: SectionRow) => (by === 'state' ? index ?? 0 : Math.abs(change ?? 0));
  const most = Math.max(...ranked.map(value));
  return (
    <>
      <ol className="ranking">
        {ranked.map((row) => (
          <li key={row.section.id}>
            <b>{rankOf(row, by)}</b>
            <Link to={`/water/sections/${encodeURIComponent(row.section.code)}`}>{names(row.section)}</Link>
            <span className="rank-bar" aria-hidden="true"><i className={by === 'change' ? toneOf(row.change) : ''} style={{ width: `${most ? (value(row) / most) * 100 : 0}%` }} /></span>
            <span className={by === 'change' ? `num ${toneOf(row.change)}` : 'num'}>{by === 'state' ? indexText(row.index) : changeText(row.change)}</span>
          </li>
        ))}
      </ol>
      {left.length > 0 && <p className="second small">{t(by === 'change' && left.some(({ leftOut }) => leftOut) ? 'water.leftOut' : 'water.unranked', { names: left.map(({ section }) => names(section)).join(t('water.comma')) })}</p>}
    </>
  );
}

/** Counties by the sections that lie in them: state and change apart. */
export function RegionRanking({ rows }: { rows: readonly RegionRow[] }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="water-scroll">
      <table className="water-table roomy">
        <thead><tr><th scope="col">{t('water.region')}</th><th scope="col" className="num">{t('water.rankState')}</th><th scope="col" className="num">{t('wall.water.index')}</th><th scope="col" className="num">{t('water.rankChange')}</th><th scope="col" className="num">{t('water.indexChange')}</th><th scope="col" className="num">{t('water.goodOf')}</th><th scope="col" className="num">{t('water.metOf')}</th></tr></thead>
        <tbody>
          {rows.map(({ region, rank, index, changeRank, change, judged, good, met, leftOut }) => (
            <tr key={region.id}>
              <th scope="row">{names(region, true)}</th>
              <td className="num">{rank ?? '—'}</td><td className="num">{indexText(index)}</td>
              <td className="num">{changeRank ?? (leftOut ? t('water.goodThroughout') : '—')}</td><td className={`num ${toneOf(change)}`}>{changeText(change)}</td>
              <td className="num">{good}/{judged}</td><td className="num">{met}/{judged}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
