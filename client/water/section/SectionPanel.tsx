import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SectionPanelDocument } from '../../graphql.generated';
import type { WaterMark } from '../../live';
import { useNames } from '../../layout/names';
import { useRiverName } from '../../maps/useRiverName';
import { changeInClass } from '../classHistory';
import { Digits } from '../Digits';
import { periodIn, periodText, shiftPeriod } from '../periods';
import { ClassMark, Reading, useCondition, useItemName, usePollutants } from '../words';
import { ClassBars } from './ClassBars';
import type { Panel } from './panel';
import { PanelTrends } from './PanelTrends';
import { PanelWorks } from './PanelWorks';

type Props = { section: WaterMark; period: string | null; past: boolean; onClose: () => void };

/** A section that was chosen on the map: what decides its class, its last two years, each item's trend, works around it. */
export function SectionPanel({ section, period, past, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const riverName = useRiverName();
  const shown = period ?? section.period;
  return (
    <section className="section-panel" aria-live="polite">
      <h2><span className="panel-name">{names(section)}<small>{riverName(section.river)}</small></span><Button size="small" type="text" aria-label={t('map.close')} onClick={onClose}>✕</Button></h2>
      <p><Link to={`/water/sections/${encodeURIComponent(section.code)}`}>{t('water.fullPage')}</Link>{past && shown && <span className="past-mark">{t('water.replay.past')} {periodText(shown, i18n.language)}</span>}</p>
      {shown ? <Known section={section} period={shown} /> : <p className="hint">{t('water.nothingMeasured')}</p>}
    </section>
  );
}

function Known({ section, period }: { section: WaterMark; period: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const to = periodIn('MONTH', period, 'last');
  const variables = { code: section.code, from: shiftPeriod(to, -23), to, period };
  const { data, previousData, loading, error, refetch } = useQuery(SectionPanelDocument, { variables, fetchPolicy: 'cache-and-network' });
  useEffect(() => { refetch().catch(() => undefined); }, [section, refetch]);
  const panel = (data ?? previousData)?.section as Panel | null | undefined;
  if (!panel || panel.code !== section.code) return <p className="hint">{error ? t('water.panelFailed') : loading ? t('water.reading') : t('water.nothingMeasured')}</p>;
  return (
    <Digits>
      <Result panel={panel} section={section} />
      <h3>{t('water.classHistory')}</h3>
      <ClassBars months={panel.months} target={section.target} />
      <PanelTrends months={panel.months} waterBody={panel.waterBody} />
      <PanelWorks code={panel.code} name={names(section)} />
    </Digits>
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
