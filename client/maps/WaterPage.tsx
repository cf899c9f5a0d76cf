import { Button, Skeleton } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useNames } from '../layout/names';
import { useMap } from '../live';
import { PeriodBar } from '../wall/PeriodBar';
import { percent } from '../wall/figures';
import { useWallSetting } from '../wall/setting';
import { usePeriodReplay } from '../wall/usePeriodReplay';
import { liveWater, waterPictureOf } from '../wall/waterPicture';
import { changeText, indexText } from '../water/figures';
import { isPeriod, periodText } from '../water/periods';
import { SectionPanel } from '../water/section/SectionPanel';
import { Verdict } from '../water/words';
import { riverLabel } from './base';
import { Diamond } from './Diamond';
import { MapFrame } from './MapFrame';
import { OfflineNote } from './OfflineNote';
import { useMapBase } from './useMapBase';
import { byTarget } from './water';
import { WaterMap } from './WaterMap';
import '../projects/page/page.css';
import '../water/water.css';

/** /maps/water: the sections, live or of a past period, and what is known of the one that is chosen. */
export function WaterPage() {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const base = useMapBase();
  const setting = useWallSetting();
  const live = useMap('water');
  const svgRef = useRef<SVGSVGElement>(null);
  const replay = usePeriodReplay();
  // A link may name the section, and the period: /maps/water?period=2024-05#code.
  const [chosen, setChosen] = useState<string | null>(() => decodeURIComponent(window.location.hash.slice(1)) || null);
  const [search] = useSearchParams();
  const asked = search.get('period');
  const { open } = replay;
  useEffect(() => {
    if (isPeriod(asked) && asked.length <= 7) open(asked);
  }, [asked, open]);
  const now = useMemo(() => live.state && liveWater(live.state), [live.state]);
  const past = useMemo(() => replay.frame && waterPictureOf(replay.frame, replay.previous), [replay.frame, replay.previous]);
  const shown = past ?? now;
  const marks = useMemo(() => (shown ? [...shown.marks].sort(byTarget) : []), [shown]);
  if (!base || !shown || !now) return <div className="map-page"><OfflineNote link={live.link} freshAt={live.freshAt} /><Skeleton active paragraph={{ rows: 12 }} title={false} /></div>;
  const { summary } = shown;
  const section = marks.find((m) => m.code === chosen);
  const period = periodText(shown.period, i18n.language);
  // The replay opens at the last period, which is no past one.
  const latest = past !== null && past.period === replay.last;
  const side = (
    <>
      {section ? <SectionPanel section={section} period={shown.period} past={past !== null && !latest} onClose={() => setChosen(null)} /> : <p className="hint">{t('water.panelHint')}</p>}
      <h2>{t('wall.water.table')}<span>{t('map.approximate')}</span></h2>
      <ol>
        {marks.map((mark) => (
          <li key={mark.code}>
            <svg viewBox="-26 -26 52 52" className="ymap" aria-hidden="true"><Diamond grade={mark.class} /></svg>
            <a href={`#${mark.code}`} aria-current={mark.code === chosen} onClick={(event) => { event.preventDefault(); setChosen(mark.code); }}>{names(mark)}　{riverLabel(base, mark.river, i18n.language)}</a>
            <em>{t('wall.water.target')} {t(`map.class.${mark.target}`)}</em>
            <Verdict met={mark.meetsTarget} />
          </li>
        ))}
      </ol>
    </>
  );
  const day = `${past && !latest ? `${t('water.replay.past')} ` : ''}${period}${setting.demonstration ? t('wall.demo') : ''}`;
  return (
    <MapFrame title={t('wall.title.water', setting.names)} day={day} fileName={`water-${shown.period ?? ''}`} svgRef={svgRef} wall="/wall/water" side={side} credit={base.credit} sampleNote={setting.sampleNote}
      tools={<><Link to="/water" className="map-link">{t('water.title')}</Link><Button aria-pressed={replay.on} type={replay.on ? 'primary' : 'default'} onClick={() => (replay.on ? replay.close() : replay.open(now.period))}>{t('water.replay.open')}</Button></>}
      subtitle={<>
        {past ? <span className={latest ? 'past-note latest' : 'past-note'} role="status">{t(latest ? 'water.replay.latestOf' : 'water.replay.pastOf', { period })}<Button size="small" onClick={replay.close}>{t('water.replay.back')}</Button></span> : <span>{day}</span>}
        <span>{t('wall.water.goodTitle')} <b data-figure="good">{summary.good}/{summary.judged}</b> {percent(summary.goodShare)}</span>
        {summary.index === null ? null : <span>{t('wall.water.index')} <b data-figure="index">{indexText(summary.index)}</b>{summary.change === null ? null : ` ${t('wall.water.change', { text: changeText(summary.change) })}`}</span>}
      </>}
      below={replay.on ? <div className="map-page-replay"><PeriodBar replay={replay} /></div> : null}>
      <OfflineNote link={live.link} freshAt={live.freshAt} />
      <WaterMap base={base} marks={marks} changes={shown.changes} revision={shown.revision} chosen={chosen} onChoose={setChosen} svgRef={svgRef} zoom key={past ? 'past' : 'live'} />
    </MapFrame>
  );
}
