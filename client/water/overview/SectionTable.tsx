import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNames } from '../../layout/names';
import { useRiverName } from '../../maps/useRiverName';
import { indexText } from '../figures';
import { ClassMark, usePollutants, Verdict } from '../words';
import type { Overview } from './answer';

export type SectionRow = NonNullable<Overview['waterRanking']>['sections'][number];

/** Every section with its class now and in the base period. */
export function SectionTable({ rows }: { rows: readonly SectionRow[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const pollutants = usePollutants();
  return (
    <div className="water-scroll">
      <table className="water-table roomy sections-table">
        <thead><tr><th scope="col">{t('wall.water.table')}</th><th scope="col">{t('map.river')}</th><th scope="col">{t('water.region')}</th><th scope="col">{t('water.classNow')}</th><th scope="col">{t('water.yearBefore')}</th><th scope="col">{t('wall.water.target')}</th><th scope="col">{t('water.verdict')}</th><th scope="col">{t('water.pollutants')}</th><th scope="col" className="num">{t('wall.water.index')}</th></tr></thead>
        <tbody>
          {rows.map(({ section, result, baseClass }) => (
            <tr key={section.id} data-section={section.code}>
              <th scope="row"><Link to={`/water/sections/${encodeURIComponent(section.code)}`}>{names(section)}</Link></th>
              <td>{riverName(section.river)}</td>
              <td>{names(section.region, true)}</td>
              <td><ClassMark grade={result?.class ?? null} size={32} /></td>
              <td><ClassMark grade={baseClass} size={24} /></td>
              <td>{t(`map.class.${section.target}`)}</td>
              <td><Verdict met={result?.meetsTarget ?? null} /></td>
              <td className="wrap">{result && result.mainPollutants.length > 0 ? pollutants(result.mainPollutants) : '—'}</td>
              <td className="num">{indexText(result?.index)}{result !== null && result.index !== null && <small className="second"> {t('water.ofItems', { count: result.itemCount })}</small>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
