import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkState, MapSummary, MarkChange, ProgressMark, WaterState } from '../live';
import type { MapBase } from '../maps/base';
import { ProgressMap } from '../maps/ProgressMap';
import { kindOf, stageChanges, weekChanges, type WeekChange } from './figures';
import { Head } from './Head';
import { Counties, Totals } from './ProgressColumns';
import type { WallSetting } from './setting';
import { Strip } from './Strip';
import { useProgressStrip } from './useProgressStrip';

/** A picture of the progress map, live or of another day. */
export interface ProgressPicture {
  at: string;
  day: string;
  summary: MapSummary;
  marks: readonly ProgressMark[];
  changes: readonly MarkChange<ProgressMark>[];
  revision: number;
}

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
  const { day, marks, summary } = picture;
  const heard = useHeard(picture);
  const changes = useMemo(() => weekChanges(marks, day, heard), [marks, day, heard]);
  const cells = useProgressStrip({ base, summary, marks, day, at: picture.at, water, targetDate: setting.targetDate });
  return (
    <>
      <Head title={t('wall.title.progress', setting.names)} day={day} demonstration={setting.demonstration} link={link} freshAt={freshAt} />
      <main className="wall-body">
        <div className="wall-map"><ProgressMap base={base} marks={marks} changes={picture.changes} revision={picture.revision} /></div>
        <Totals summary={summary} day={day} targetDate={setting.targetDate} changes={changes} base={base} sample={setting.sample} past={false} />
        <Counties base={base} marks={marks} />
      </main>
      <Strip cells={cells} />
    </>
  );
}

const KEPT = 20;

/** What live updates told since the page was opened, newest first. */
function useHeard({ changes, revision, day }: ProgressPicture): readonly WeekChange[] {
  const kept = useRef<{ revision: number; list: readonly WeekChange[] }>({ revision: -1, list: [] });
  if (kept.current.revision !== revision) {
    const fresh = kept.current.revision < 0 ? [] : changes.flatMap((change): WeekChange[] => {
      const kind = kindOf(change);
      return kind ? [{ id: `${change.after.projectId}:${kind}`, mark: change.after, day, kind }] : [];
    });
    // A turn of the day moves the health of many works at once: that is a ledger's matter, not a list of five.
    const told = fresh.length > 8 ? [] : fresh;
    const ids = new Set(told.map((c) => c.id));
    kept.current = { revision, list: [...told, ...kept.current.list.filter((c) => !ids.has(c.id))].slice(0, KEPT) };
  }
  return kept.current.list;
}

/** The picture of another day: nothing was heard live, the marks tell the week. */
export const pastChanges = (marks: readonly ProgressMark[], day: string): WeekChange[] => stageChanges(marks, day);
