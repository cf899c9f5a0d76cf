import { Button, Segmented, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProgressMark, useMap } from '../live';
import { longDay } from '../theme/time';
import { everyWork, livePicture, pictureOf } from '../wall/picture';
import { ReplayBar } from '../wall/ReplayBar';
import { useWallSetting } from '../wall/setting';
import { useReplay } from '../wall/useReplay';
import { BoardView } from './BoardView';
import { MapFrame } from './MapFrame';
import { OfflineNote } from './OfflineNote';
import { ProgressMap } from './ProgressMap';
import { useMapBase } from './useMapBase';
import { useOpenWork } from './useOpenWork';
import { usePulses } from './usePulses';

const workKey = ({ projectId }: ProgressMark): string => projectId;

/** /maps/progress: the live progress map at a desk, as a map or as a board, with the replay. */
export function ProgressPage() {
  const { t, i18n } = useTranslation();
  const base = useMapBase();
  const setting = useWallSetting();
  const live = useMap('progress');
  const svgRef = useRef<SVGSVGElement>(null);
  const [view, setView] = useState<'map' | 'board'>('map');
  const open = useOpenWork();
  const now = useMemo(() => live.state && livePicture(live.state), [live.state]);
  const replay = useReplay(setting.firstDay, now?.day ?? null);
  const past = useMemo(() => replay.frame && pictureOf(replay.frame, replay.previous), [replay.frame, replay.previous]);
  const sites = useMemo(() => (now ? everyWork(now.marks, past?.marks ?? now.marks) : []), [now, past]);
  const pulses = usePulses(now?.changes, now?.revision ?? -1, workKey);
  if (!base || !now) return <div className="map-page"><OfflineNote link={live.link} freshAt={live.freshAt} /><Skeleton active paragraph={{ rows: 12 }} title={false} /></div>;
  const shown = past ?? now;
  const { summary } = shown;
  const tools = (
    <>
      <Segmented<'map' | 'board'> value={view} onChange={setView} options={[{ value: 'map', label: t('map.viewMap') }, { value: 'board', label: t('map.viewBoard') }]} aria-label={t('map.view')} />
      {replay.on || !setting.firstDay ? null : <Button onClick={replay.open}>{t('map.replay')}</Button>}
    </>
  );
  const day = `${replay.on ? `${t('wall.replayMark')} ` : ''}${longDay(shown.day, i18n.language)}${setting.demonstration ? t('wall.demo') : ''}`;
  const figures = [['PREPARATION', summary.preparation, 't-prep'], ['CONSTRUCTION', summary.construction, 't-work'], ['COMPLETED', summary.completed, 't-done']] as const;
  return (
    <MapFrame title={t('wall.title.progress', setting.names)} day={day} fileName={`progress-${shown.day}`} svgRef={svgRef} wall="/wall/progress" tools={tools} drawn={view === 'map'} credit={base.credit} sampleNote={setting.sampleNote}
      subtitle={<>
        <span>{day}</span>
        <b>{t('map.shown', { count: summary.total })}</b>
        {figures.map(([stage, n, tone]) => <span key={stage}>{t(`map.stage.${stage}`)} <b className={n ? tone : 'zero'}>{n}</b></span>)}
      </>}
      below={replay.on ? <div className="map-page-replay"><ReplayBar replay={replay} /></div> : null}>
      <OfflineNote link={live.link} freshAt={live.freshAt} />
      {view === 'map'
        ? <ProgressMap base={base} marks={shown.marks} sites={sites} changes={shown.changes} revision={shown.revision} onOpen={open} svgRef={svgRef} zoom key={past ? 'past' : 'live'} />
        : <BoardView base={base} marks={shown.marks} pulses={past ? undefined : pulses} onOpen={open} />}
    </MapFrame>
  );
}
