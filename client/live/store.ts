import { CONNECTING, type LinkState } from './states';

/** What a map's store shows: the last picture, and how it stands with the line. */
export interface Live<State> {
  state: State | null;
  link: LinkState;
  /** When the picture was last known to be true (milliseconds since 1970), or null before the first. */
  freshAt: number | null;
}

/** A picture shared by everything on the page that looks at it. */
export interface LiveStore<State> {
  subscribe(listener: () => void): () => void;
  get(): Live<State>;
}

/** How long the watch goes on after the last looker has left: turning from map to map loses nothing. */
const LINGER = 60_000;

type Start<State> = (put: (next: (state: State | null) => State) => void, link: (state: LinkState) => void) => () => void;

/** A store that watches while somebody looks, and resumes where it was when somebody looks again. */
export function createLiveStore<State>(start: Start<State>, now: () => number = Date.now, linger = LINGER): LiveStore<State> {
  const listeners = new Set<() => void>();
  let live: Live<State> = { state: null, link: CONNECTING, freshAt: null };
  let stop: (() => void) | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const set = (next: Live<State>) => {
    live = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => live,
    subscribe: (listener) => {
      listeners.add(listener);
      clearTimeout(leaving);
      stop ??= start(
        (next) => set({ ...live, state: next(live.state), freshAt: now() }),
        (link) => set({ ...live, link, freshAt: link.kind === 'live' ? now() : link.kind === 'offline' && live.state ? Math.max(live.freshAt ?? 0, link.since) : live.freshAt }),
      );
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leaving = setTimeout(() => {
          stop?.();
          stop = undefined;
          live = { ...live, link: CONNECTING };
        }, linger);
      };
    },
  };
}
