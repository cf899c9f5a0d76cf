import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionNearbyDocument, type Stage } from '../graphql.generated';
import { useMap, type WaterMark } from '../live';
import { useWallSetting } from '../wall/setting';
import { Diamond, VerdictMark } from './Diamond';
import { MagnetFace } from './Magnet';
import { MapFrame } from './MapFrame';
import { OfflineNote } from './OfflineNote';
import { useMapBase } from './useMapBase';
import { useOpenWork } from './useOpenWork';
import { byTarget } from './water';
import { WaterMap } from './WaterMap';

/** /maps/water: the sections, and the works around the one that is chosen. */
export function WaterPage() {
  const { t } = useTranslation();
  const base = useMapBase();
  const setting = useWallSetting();
  const live = useMap('water');
  const svgRef = useRef<SVGSVGElement>(null);
  // A link may name the section: /maps/water#code.
  const [chosen, setChosen] = useState<string | null>(() => decodeURIComponent(window.location.hash.slice(1)) || null);
  const marks = useMemo(() => (live.state ? [...live.state.marks.values()].sort(byTarget) : []), [live.state]);
  if (!base || !live.state) return <div className="map-page"><OfflineNote link={live.link} freshAt={live.freshAt} /><Skeleton active paragraph={{ rows: 12 }} title={false} /></div>;
  const { summary } = live.state;
  const section = marks.find((m) => m.code === chosen);
  const side = (
    <>
      {section ? <Nearby section={section} onClose={() => setChosen(null)} /> : <p className="hint">{t('map.nearbyHint')}</p>}
      <h2>{t('wall.water.table')}<span>{t('map.approximate')}</span></h2>
      <ol>
        {marks.map((mark) => (
          <li key={mark.code}>
            <svg viewBox="-26 -26 52 52" className="ymap" aria-hidden="true"><Diamond grade={mark.class} /></svg>
            <a href={`#${mark.code}`} aria-current={mark.code === chosen} onClick={(event) => { event.preventDefault(); setChosen(mark.code); }}>{mark.name}　{mark.river}</a>
            <em>{t('wall.water.target')} {t(`map.class.${mark.target}`)}</em>
            <Verdict met={mark.meetsTarget} />
          </li>
        ))}
      </ol>
    </>
  );
  return (
    <MapFrame title={t('wall.title.water', setting.names)} day={`${live.state.day ?? ''}${setting.demonstration ? t('wall.demo') : ''}`} fileName={`water-${live.state.day ?? ''}`} svgRef={svgRef} wall="/wall/water" side={side} credit={base.credit} sampleNote={setting.sampleNote}
      subtitle={<><span>{live.state.day}</span><span>{t('wall.water.goodTitle')} <b>{summary.good}/{summary.judged}</b></span></>}>
      <OfflineNote link={live.link} freshAt={live.freshAt} />
      <WaterMap base={base} marks={marks} chosen={chosen} onChoose={setChosen} svgRef={svgRef} zoom />
    </MapFrame>
  );
}

function Verdict({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <em>{t('map.unjudged')}</em>;
  return <em className={met ? 't-work' : 't-prep'}><svg viewBox="-9 -9 18 18" className="ymap" style={{ width: 16, height: 16, display: 'inline-block' }} aria-hidden="true"><VerdictMark met={met} /></svg> {t(met ? 'map.met' : 'map.missed')}</em>;
}

interface Near { distanceKm: number; project: { id: string; number: number; name: string; stage: Stage } }

/** Works within ten kilometres of a section, nearest first: those that this viewer may open. */
function Nearby({ section, onClose }: { section: WaterMark; onClose: () => void }) {
  const { t } = useTranslation();
  const open = useOpenWork();
  const { data, loading, error } = useQuery(SectionNearbyDocument, { variables: { code: section.code }, fetchPolicy: 'cache-and-network' });
  const works = [...((data?.section?.nearbyProjects ?? []) as Near[])].sort((a, b) => a.distanceKm - b.distanceKm);
  return (
    <section style={{ marginBottom: 20 }} aria-live="polite">
      <h2>{t('map.nearby', { name: section.name })}<Button size="small" type="text" aria-label={t('map.close')} onClick={onClose}>✕</Button></h2>
      {error && !data ? <p className="hint">{t('map.nearbyFailed')}</p> : null}
      {loading && !data ? <p className="hint">{t('map.nearbyLoading')}</p> : null}
      {data && works.length === 0 ? <p className="hint">{t('map.nearbyNone')}</p> : null}
      <ol>
        {works.map(({ project, distanceKm }) => (
          <li key={project.id}>
            <svg viewBox="-20 -20 40 40" className="ymap" aria-hidden="true"><MagnetFace stage={project.stage} number={project.number} /></svg>
            <a href={`/projects/${project.number}`} onClick={(event) => open(project.number, event)}>{project.name}</a>
            <em>{t('map.km', { km: distanceKm.toFixed(1) })}</em>
          </li>
        ))}
      </ol>
    </section>
  );
}
