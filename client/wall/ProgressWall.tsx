import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState, WaterState } from '../live';
import type { MapBase } from '../maps/base';
import { ProgressMap } from '../maps/ProgressMap';
import { everyWork, pictureOf, type ProgressPicture } from './picture';
import { ReplayBar } from './ReplayBar';
import { useReplay } from './useReplay';
import { useReplayKeys } from './useReplayKeys';
import { kindOf, stageChanges, weekChanges, type WeekChange } from './figures';
import { Head } from './Head';
import { Counties, Totals } from './ProgressColumns';
import type { WallSetting } from './setting';
import { Strip } from './Strip';
import { useProgressStrip } from './useProgressStrip';

interface ProgressWallProps {
  base: MapBase;
  setting: WallSetting;
  picture: ProgressPicture;
  water: WaterState | null;
  link: LinkState;
  freshAt: number | null;
}

/** The progress map as it hangs on the wall. */
export function ProgressWall({ base, setting, picture, water, link, freshAt }: ProgressWallProps) {
  const { t } = useTranslation();
  const replay = useReplay(setting.firstDay, picture.day);
  const heard = useHeard(picture);
  const past = useMemo(() => replay.frame && pictureOf(replay.frame, replay.previous), [replay.frame, replay.previous]);
  const shown = past ?? picture;
  const { day, marks, summary } = shown;
  const changes = useMemo(() => (past ? stageChanges(marks, day) : weekChanges(marks, day, heard)), [past, marks, day, heard]);
  const sites = useMemo(() => everyWork(picture.marks, marks), [picture.marks, marks]);
  const recent = useMemo(() => stageChanges(marks, day, 90), [marks, day]);
  const cells = useProgressStrip({ base, summary: picture.summary, marks: picture.marks, day: picture.day, at: picture.at, water, targetDate: setting.targetDate });
  useReplayKeys(replay);
  return (
    <>
      <Head title={t('wall.title.progress', setting.names)} day={picture.day} demonstration={setting.demonstration} link={link} freshAt={freshAt} replayDay={replay.on ? day : null} />
      <main className="wall-body">
        <div className="wall-map">
          <ProgressMap base={base} marks={marks} sites={sites} changes={shown.changes} revision={shown.revision} key={past ? 'past' : 'live'} />
        </div>
        <Totals summary={summary} day={day} targetDate={setting.targetDate} changes={changes} recent={recent} base={base} sample={setting.sample} past={Boolean(past)} />
        <Counties base={base} marks={marks} />
      </main>
      {replay.on ? <div className="wall-replay"><ReplayBar replay={replay} /></div> : <Strip cells={cells} />}
    </>
  );
}

const KEPT = 20;

/** What live updates told since the page was opened, newest first. */
function useHeard({ changes, revision, day, marks }: ProgressPicture): readonly WeekChange[] {
  const kept = useRef<{ revision: number; list: readonly WeekChange[] }>({ revision: -1, list: [] });
  if (kept.current.revision !== revision) {
    const fresh = kept.current.revision < 0 ? [] : changes.flatMap((change): WeekChange[] => {
      const kind = kindOf(change);
      return kind ? [{ id: `${change.after.projectId}:${kind}`, mark: change.after, day, kind }] : [];
    });
    // A turn of the day moves the health of many works at once: that is a ledger's matter, not a list of five.
    const told = fresh.length > 8 ? [] : fresh;
    const ids = new Set(told.map((c) => c.id));
    // What was told of a work that is off the list by now goes with it.
    const listed = new Set(marks.map((mark) => mark.projectId));
    kept.current = { revision, list: [...told, ...kept.current.list.filter((c) => !ids.has(c.id) && listed.has(c.mark.projectId))].slice(0, KEPT) };
  }
  return kept.current.list;
}
