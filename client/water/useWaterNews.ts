import { useEffect, useRef } from 'react';
import { useChanges } from '../changes/live';
import { useMap } from '../live';

/** Calls back when water was measured anew: by the change record where the viewer may hear it, else by the live map. */
export function useWaterNews(refresh: () => unknown): void {
  useChanges(({ subjectType }) => subjectType === 'SampleBatch' || subjectType === 'Project' || subjectType === 'Pack', refresh);
  const { state } = useMap('water');
  const cursor = state?.revision ?? null;
  const latest = useRef(refresh);
  useEffect(() => { latest.current = refresh; });
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (cursor !== null && seen.current !== null && seen.current !== cursor) latest.current();
    seen.current = cursor ?? seen.current;
  }, [cursor]);
}
