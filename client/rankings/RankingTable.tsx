import { useTranslation } from 'react-i18next';
import type { RankingPartsFragment } from '../graphql.generated';
import { useNames } from '../layout/names';
import { SampleTag } from '../projects/marks';
import { barsOf, changeText, ordered, turnOf, type RankingRow } from './rows';
import type { Order } from './rankingQuestion';

type Props = { ranking: RankingPartsFragment; order: Order };

/** A change with an arrow and a word, so that colour is never needed to read it. */
function Change({ row, ranking: { indicator }, star }: { row: RankingRow; ranking: RankingPartsFragment; star: boolean }) {
  const { t } = useTranslation();
  const turn = turnOf(row.change, indicator.aim);
  if (row.change === null || turn === null) return <span className="second">—</span>;
  const arrow = Number(row.change) < 0 ? '▼' : Number(row.change) > 0 ? '▲' : '＝';
  return <span className={`ranking-turn ${turn}`} title={t(`rankings.turn.${turn}`)}><i aria-hidden="true">{arrow}</i>{changeText(row.change, indicator.changeKind)}{star && row.changeGiven && '*'}<span className="visually-hidden"> {t(`rankings.turn.${turn}`)}</span></span>;
}

function Rank({ rank, tied }: { rank: number | null; tied: boolean }) {
  const { t } = useTranslation();
  if (rank === null) return <span className="second small">{t('rankings.unranked')}</span>;
  return <span className={rank <= 3 ? 'ranking-rank first' : 'ranking-rank'}>{rank}{tied && <small>{t('rankings.tie')}</small>}</span>;
}

/** The regions of a ranking with their values as bars. On a phone each takes two lines. */
export function RankingTable({ ranking, order }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const rows = ordered(ranking.rows, order);
  const bars = barsOf(rows);
  const hasChange = rows.some(({ change }) => change !== null);
  const star = rows.some(({ changeGiven }) => changeGiven) && rows.some(({ change, changeGiven }) => change !== null && !changeGiven);
  const isTied = (of: (row: RankingRow) => number | null, rank: number | null): boolean => rank !== null && rows.filter((row) => of(row) === rank).length > 1;
  return (
    <table className="ranking-table">
      <thead>
        <tr>
          <th scope="col" className="num">{t('rankings.column.rank')}</th>
          <th scope="col">{t('rankings.column.region')}</th>
          <th scope="col" className="wide">{t('rankings.column.value')}{ranking.indicator.unit && <small>（{ranking.indicator.unit}）</small>}</th>
          {hasChange && <th scope="col" className="num">{t('rankings.column.change')}</th>}
          {hasChange && <th scope="col" className="num">{t('rankings.column.changeRank')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.region.adcode}>
            <td className="num"><Rank rank={row.rank} tied={isTied((one) => one.rank, row.rank)} /></td>
            <th scope="row">{names(row.region)} <SampleTag when={row.sample} /></th>
            <td className="wide"><span className="ranking-value"><b>{row.value}</b><span className="ranking-bar" aria-hidden="true"><i style={{ width: `${(100 * (bars[i] ?? 0)).toFixed(1)}%` }} /></span></span></td>
            {hasChange && <td className="num"><Change row={row} ranking={ranking} star={star} /></td>}
            {hasChange && <td className="num">{row.changeRank === null ? <span className="second">—</span> : <Rank rank={row.changeRank} tied={isTied((one) => one.changeRank, row.changeRank)} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
