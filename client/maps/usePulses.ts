import { useRef } from 'react';
import type { MarkChange, ProgressMark } from '../live';

const EMPTY: readonly MarkChange<ProgressMark>[] = [];

/** For each work that changed since the map appeared, the revision that changed it last: a new value makes its magnet pulse once. */
export function usePulses(changes: readonly MarkChange<ProgressMark>[] = EMPTY, revision: number): ReadonlyMap<string, number> {
  const kept = useRef({ revision: -1, pulses: new Map<string, number>() });
  if (kept.current.revision !== revision) {
    const pulses = kept.current.revision < 0 ? new Map<string, number>() : new Map(kept.current.pulses);
    if (kept.current.revision >= 0) for (const { after } of changes) pulses.set(after.projectId, revision);
    kept.current = { revision, pulses };
  }
  return kept.current.pulses;
}
