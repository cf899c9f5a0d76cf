import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SectionPanelDocument, type SectionPanelQuery } from '../../graphql.generated';
import type { WaterMark } from '../../live';
import { MagnetFace } from '../../maps/Magnet';
import { useOpenWork } from '../../maps/useOpenWork';
import { changeInClass } from '../classHistory';
import { periodIn, periodText, shiftPeriod } from '../periods';
import { ClassMark, Reading, useCondition, useItemName, usePollutants } from '../words';
import { ClassBars } from './ClassBars';
import { Spark } from './Spark';

type Panel = NonNullable<SectionPanelQuery['section']>;
type Props = { section: WaterMark; period: string | null; past: boolean; onClose: () => void };

/** A section that was chosen on the map: what decides its class, its last two years, each item's trend, works around it. */
export function SectionPanel({ section, period, past, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const shown = period ?? section.period;
  return (
    <section className="section-panel" aria-live="polite">
      <h2><span className="panel-name">{section.name}<small>{section.river}</small></span><Button size="small" type="text" aria-label={t('map.close')} onClick={onClose}>✕</Button></h2>
      <p><Link to={`/water/sections/${encodeURIComponent(section.code)}`}>{t('water.fullPage')}</Link>{past && shown && <span className="past-mark">{t('water.replay.past')} {periodText(shown, i18n.language)}</span>}</p>
      {shown ? <Known section={section} period={shown} /> : <p className="hint">{t('water.nothingMeasured')}</p>}
    </section>
  );
}

function Known({ section, period }: { section: WaterMark; period: string }) {
  const { t } = useTranslation();
  const to = periodIn('MONTH', period, 'last');
  const variables = { code: section.code, from: shiftPeriod(to, -23), to, period };
  const { data, previousData, loading, error, refetch } = useQuery(SectionPanelDocument, { variables, fetchPolicy: 'cache-and-network' });
  useEffect(() => { refetch().catch(() => undefined); }, [section, refetch]);
  const panel = (data ?? previousData)?.section as Panel | null | undefined;
  if (!panel || panel.code !== section.code) return <p className="hint">{error ? t('water.panelFailed') : loading ? t('water.reading') : t('water.nothingMeasured')}</p>;
  return (
    <>
      <Result panel={panel} section={section} />
      <h3>{t('water.classHistory')}</h3>
      <ClassBars months={panel.months} target={section.target} />
      <Trends months={panel.months} />
      <Nearby panel={panel} />
    </>
  );
}

function Result({ panel, section }: { panel: Panel; section: WaterMark }) {
  const { t } = useTranslation();
  const condition = useCondition();
  const nameOf = useItemName();
  const pollutants = usePollutants();
  const result = panel.shown[0];
  // December against November says nothing of a year.
  const change = result?.period.length === 7 ? changeInClass(panel.months) : null;
  if (!result) return <p className="hint">{t('water.notMeasuredThen')}</p>;
  const deciding = result.indicators.filter(({ indicator }) => result.deciding.includes(indicator));
  return (
    <dl className="facts panel-facts">
      <div><dt>{t('water.class')}</dt><dd><ClassMark grade={result.class} size={26} /> {condition(result.class)}　<span className="second">{t('wall.water.target')} {t(`map.class.${section.target}`)}</span></dd></div>
      {change !== null && <div><dt>{t('water.againstMonthBefore')}</dt><dd>{t(change < 0 ? 'water.better' : change > 0 ? 'water.worse' : 'water.same', { count: Math.abs(change) })}</dd></div>}
      <div><dt>{t('water.deciding')}</dt><dd>{deciding.length ? deciding.map((item) => <span key={item.indicator} className="item-reading">{nameOf(item)} <Reading item={item} /></span>) : t(result.indicators.length ? 'water.noneDeciding' : 'water.classAlone')}</dd></div>
      {result.mainPollutants.length > 0 && <div><dt>{t('water.pollutants')}</dt><dd>{pollutants(result.mainPollutants)}</dd></div>}
    </dl>
  );
}

/** A small trend an item, the evaluated ones that were measured. */
function Trends({ months }: { months: Panel['months'] }) {
  const { t, i18n } = useTranslation();
  const nameOf = useItemName();
  const items = new Map(months.flatMap(({ indicators }) => indicators.map((item) => [item.indicator, item])));
  if (!items.size) return null;
  return (
    <>
      <h3>{t('water.trends')}</h3>
      <ul className="spark-list">
        {[...items.values()].map((latest) => {
          const points = months.map(({ period, indicators }) => {
            const item = indicators.find(({ indicator }) => indicator === latest.indicator);
            return { period, value: item?.value ?? null, class: item?.class ?? null, belowDetection: item?.belowDetection ?? false };
          });
          const label = `${nameOf(latest)} ${periodText(months[0]!.period, i18n.language)}–${periodText(months.at(-1)!.period, i18n.language)}`;
          return <li key={latest.indicator}><span>{nameOf(latest)}</span><Spark points={points} label={label} /><Reading item={latest} unit={false} /></li>;
        })}
      </ul>
    </>
  );
}

/** Works within ten kilometres, nearest first: those that this viewer may open. */
function Nearby({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const open = useOpenWork();
  return (
    <>
      <h3>{t('map.nearby', { name: panel.name })}</h3>
      {panel.nearbyProjects.length === 0 ? <p className="hint">{t('map.nearbyNone')}</p> : null}
      <ol>
        {panel.nearbyProjects.map(({ project, distanceKm }) => (
          <li key={project.id}>
            <svg viewBox="-20 -20 40 40" className="ymap" aria-hidden="true"><MagnetFace stage={project.stage} number={project.number} /></svg>
            <a href={`/projects/${project.number}`} onClick={(event) => open(project.number, event)}>{project.name}</a>
            <em>{t('map.km', { km: distanceKm.toFixed(1) })}</em>
          </li>
        ))}
      </ol>
    </>
  );
}
