import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { Outlet } from 'react-router';
import { sessionEnded } from '../apollo';
import { ChangesHeardDocument, type ChangesHeardSubscription, type ChangesHeardSubscriptionVariables } from '../graphql.generated';
import { liveClient, watch } from '../live';

export type HeardChange = ChangesHeardSubscription['changes'];
/** What a listener hears: one change, or 'everything' when some may have been missed. */
export type Heard = HeardChange | 'everything';
type Listener = (heard: Heard) => void;

const LiveContext = createContext<{ listen: (listener: Listener) => () => void } | null>(null);

/** Keeps one ear on the change record for all pages inside, and resumes by cursor after the line was lost. */
export function LiveWorks() {
  const listeners = useRef(new Set<Listener>());
  useEffect(() => {
    const tell = (heard: Heard) => {
      for (const listener of [...listeners.current]) listener(heard);
    };
    let cursor: string | null = null;
    let wasLost = false;
    return watch<ChangesHeardSubscription, ChangesHeardSubscriptionVariables>({
      client: liveClient(),
      document: ChangesHeardDocument,
      variables: (after) => ({ after }),
      apply: ({ changes }) => {
        cursor = changes.cursor;
        tell(changes);
        return changes.cursor;
      },
      onState: (state) => {
        // Without a cursor to resume from, whatever happened meanwhile was not heard.
        if (state.kind === 'offline') wasLost = true;
        if (state.kind === 'live' && wasLost) {
          wasLost = false;
          if (cursor === null) tell('everything');
        }
      },
      onStale: () => {
        cursor = null;
        tell('everything');
      },
      onSignedOut: sessionEnded,
    });
  }, []);
  const value = useMemo(
    () => ({
      listen: (listener: Listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
  return <LiveContext.Provider value={value}><Outlet /></LiveContext.Provider>;
}

/** A short rest lets a burst of changes be answered by one question. */
const REST_MS = 300;

/** Calls `refresh` soon after a change that `concerns` this page, once for a burst of them. */
export function useChanges(concerns: (heard: HeardChange) => boolean, refresh: () => unknown): void {
  const live = useContext(LiveContext);
  const latest = useRef({ concerns, refresh });
  useEffect(() => {
    latest.current = { concerns, refresh };
  });
  useEffect(() => {
    if (!live) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.listen((heard) => {
      if (heard !== 'everything' && heard.kind !== 'DAY_TURNED' && !latest.current.concerns(heard)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current.refresh();
      }, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live]);
}

/** Everything done to a work, its funds and procedures too, is recorded under the work; a pack may bring anything. */
export function concernsWork(heard: HeardChange, work: { id: string }): boolean {
  return heard.subjectId === work.id || heard.subjectType === 'Pack';
}
