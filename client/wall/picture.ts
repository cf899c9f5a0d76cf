import type { MapSummary, MarkChange, ProgressMark, ProgressState } from '../live';
import type { Frame } from './useReplay';

/** A picture of the progress map, live or of another day. */
export interface ProgressPicture {
  at: string;
  day: string;
  summary: MapSummary;
  marks: readonly ProgressMark[];
  changes: readonly MarkChange<ProgressMark>[];
  revision: number;
}

/** The live picture. */
export const livePicture = (state: ProgressState): ProgressPicture =>
  ({ at: state.at, day: state.day, summary: state.summary, marks: [...state.marks.values()], changes: state.changes, revision: state.revision });

const DAY_MS = 86_400_000;

/** The picture of a past day; what changed since the frame before pulses. */
export function pictureOf(frame: Frame, previous: Frame | null): ProgressPicture {
  const before = new Map(previous?.marks.map((mark) => [mark.projectId, mark]));
  const changes = previous
    ? frame.marks.flatMap((after): MarkChange<ProgressMark>[] => {
        const old = before.get(after.projectId);
        return old && old.stage === after.stage ? [] : [{ before: old ?? null, after }];
      })
    : [];
  return { at: frame.at, day: frame.asOf, summary: frame.summary, marks: frame.marks, changes, revision: Math.round(Date.parse(frame.asOf) / DAY_MS) };
}

/** Today's works, and those of another day that are no longer on the list. */
export function everyWork(today: readonly ProgressMark[], that: readonly ProgressMark[]): readonly ProgressMark[] {
  if (today === that) return today;
  const known = new Set(today.map((mark) => mark.projectId));
  const gone = that.filter((mark) => !known.has(mark.projectId));
  return gone.length ? [...today, ...gone] : today;
}
