import { useRef } from 'react';
import type { MarkChange } from '../live';

/** For each mark that changed since the map appeared, the revision that changed it last: a new value makes it pulse once. */
export function usePulses<Mark>(changes: readonly MarkChange<Mark>[] | undefined, revision: number, keyOf: (mark: Mark) => string): ReadonlyMap<string, number> {
  const kept = useRef({ revision: -1, pulses: new Map<string, number>() });
  if (kept.current.revision !== revision) {
    const pulses = kept.current.revision < 0 ? new Map<string, number>() : new Map(kept.current.pulses);
    if (kept.current.revision >= 0) for (const { after } of changes ?? []) pulses.set(keyOf(after), revision);
    kept.current = { revision, pulses };
  }
  return kept.current.pulses;
}
