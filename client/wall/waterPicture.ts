import type { MarkChange, WaterMark, WaterState, WaterSummary } from '../live';
import { placeOf } from '../water/periods';
import type { WaterFrame } from './usePeriodReplay';

/** A picture of the water map, live or of another period. */
export interface WaterPicture {
  period: string | null;
  summary: WaterSummary;
  marks: readonly WaterMark[];
  changes: readonly MarkChange<WaterMark>[];
  revision: number;
}

/** The live picture. */
export const liveWater = (state: WaterState): WaterPicture =>
  ({ period: state.day, summary: state.summary, marks: [...state.marks.values()], changes: state.changes, revision: state.revision });

/** The picture of a past period; sections of another class than in the frame before pulse. */
export function waterPictureOf(frame: WaterFrame, previous: WaterFrame | null): WaterPicture {
  const before = new Map(previous?.marks.map((mark) => [mark.sectionId, mark]));
  const changes = previous
    ? frame.marks.flatMap((after): MarkChange<WaterMark>[] => {
        const old = before.get(after.sectionId);
        return old && old.class === after.class ? [] : [{ before: old ?? null, after }];
      })
    : [];
  return { period: frame.period, summary: frame.summary, marks: frame.marks, changes, revision: frame.period ? placeOf(frame.period) : 0 };
}
