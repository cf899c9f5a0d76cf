import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState, WaterState } from '../live';
import type { MapBase } from '../maps/base';
import { byTarget } from '../maps/water';
import { WaterMap } from '../maps/WaterMap';
import { changeText, indexText } from '../water/figures';
import { periodText } from '../water/periods';
import { percent } from './figures';
import { Head } from './Head';
import { PeriodBar } from './PeriodBar';
import type { WallSetting } from './setting';
import { Strip } from './Strip';
import { usePeriodReplay } from './usePeriodReplay';
import { useReplayKeys } from './useReplayKeys';
import { useWaterStrip } from './useWaterStrip';
import { liveWater, waterPictureOf, type WaterPicture } from './waterPicture';
import { useHistories, WaterSections } from './WaterSections';

interface WaterWallProps { base: MapBase; setting: WallSetting; state: WaterState; day: string | null; link: LinkState; freshAt: number | null }

/** The water map on the wall: sections on their rivers, and each one's last two years beside them. */
export function WaterWall({ base, setting, state, day, link, freshAt }: WaterWallProps) {
  const { t, i18n } = useTranslation();
  const replay = usePeriodReplay();
  const live = useMemo(() => liveWater(state), [state]);
  const past = useMemo(() => replay.frame && waterPictureOf(replay.frame, replay.previous), [replay.frame, replay.previous]);
  const shown = past ?? live;
  const marks = useMemo(() => [...shown.marks].sort(byTarget), [shown.marks]);
  const histories = useHistories(state.marks, replay.on);
  const cells = useWaterStrip(state, histories, day, setting.targetDate);
  useReplayKeys({ on: replay.on, open: replay.open, close: replay.close });
  return (
    <>
      <Head title={t('wall.title.water', setting.names)} day={day} demonstration={setting.demonstration} link={link} freshAt={freshAt} replayPeriod={replay.on ? periodText(past?.period ?? replay.period, i18n.language) || null : null} />
      <main className="wall-body">
        <div className="wall-map"><WaterMap base={base} marks={marks} changes={shown.changes} revision={shown.revision} key={past ? 'past' : 'live'} /></div>
        <section className="wall-water">
          <Figures picture={shown} />
          <WaterSections base={base} marks={marks} histories={histories} period={past?.period ?? null} />
        </section>
      </main>
      {replay.on ? <div className="wall-replay"><PeriodBar replay={replay} /></div> : <Strip cells={cells} />}
    </>
  );
}

/** How many are good, how many meet their targets, the city index and its change against the year before. */
function Figures({ picture: { summary, marks, period } }: { picture: WaterPicture }) {
  const { t, i18n } = useTranslation();
  const judged = marks.filter((m) => m.meetsTarget !== null);
  return (
    <div className="wall-water-sum">
      <div><span>{t('wall.water.goodTitle')}　{periodText(period, i18n.language)}</span><p><b className="wall-headline" data-figure="good">{summary.good}</b><i>/{summary.judged}</i><em className="t-done">{percent(summary.goodShare)}</em><small>{t('wall.water.share')}</small></p></div>
      {summary.index === null ? null : <div><p><b data-figure="index">{indexText(summary.index)}</b></p><span>{t('wall.water.index')}{summary.change === null ? null : <span className="change">{t('wall.water.change', { text: changeText(summary.change) })}</span>}</span></div>}
      <div className="right"><p><b data-figure="met">{judged.filter((m) => m.meetsTarget).length}</b><i>/{judged.length}</i></p><span>{t('wall.water.meets')}</span></div>
    </div>
  );
}
