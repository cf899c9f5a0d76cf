import { useSyncExternalStore } from 'react';
import { WatchDistributionMapDocument, WatchProgressMapDocument, WatchWaterMapDocument } from '../graphql.generated';
import { createLiveClient, type LiveClient } from './client';
import { applyDistributionUpdate, applyProgressUpdate, applyWaterUpdate, type DistributionState, type ProgressState, type WaterState } from './reduce';
import { createLiveStore, type Live, type LiveStore } from './store';
import { watch } from './watch';

let shared: LiveClient | undefined;
const signedOut = new Set<() => void>();

/** The page's one socket, opened when the first watcher comes. */
export function liveClient(): LiveClient {
  if (shared) return shared;
  const client = createLiveClient();
  shared = client;
  // A laptop that wakes, or a cable that is put back, need not wait for the next attempt.
  globalThis.addEventListener?.('online', () => client.restart());
  return client;
}

/** Drops the socket and comes back at once: to be called after signing in or out, so that the session of the line is the session of the page. */
export function restartLive(): void {
  shared?.restart();
}

/** Calls back once when the server closes the live line because the session is over. */
export function onLiveSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Tells the application that the live line was refused for want of a session. */
export function tellSignedOut(): void {
  for (const listener of signedOut) listener();
}

interface Maps { progress: ProgressState; distribution: DistributionState; water: WaterState }
export type MapKind = keyof Maps;

const stores: { [K in MapKind]: LiveStore<Maps[K]> } = {
  progress: createLiveStore<ProgressState>((put, onState) => watch({
    client: liveClient(), document: WatchProgressMapDocument, cursor: stores.progress.get().state?.cursor ?? null,
    variables: (after) => ({ after }), onState, onSignedOut: tellSignedOut,
    apply: ({ progressMap }) => { put((state) => applyProgressUpdate(state, progressMap)); return progressMap.cursor; },
  })),
  distribution: createLiveStore<DistributionState>((put, onState) => watch({
    client: liveClient(), document: WatchDistributionMapDocument, cursor: stores.distribution.get().state?.cursor ?? null,
    variables: (after) => ({ after }), onState, onSignedOut: tellSignedOut,
    apply: ({ distributionMap }) => { put((state) => applyDistributionUpdate(state, distributionMap)); return distributionMap.cursor; },
  })),
  water: createLiveStore<WaterState>((put, onState) => watch({
    client: liveClient(), document: WatchWaterMapDocument, cursor: stores.water.get().state?.cursor ?? null,
    variables: (after) => ({ after }), onState, onSignedOut: tellSignedOut,
    apply: ({ waterMap }) => { put((state) => applyWaterUpdate(state, waterMap)); return waterMap.cursor; },
  })),
};

/** A live map: its picture, and whether the line stands. All callers on a page share one picture and one socket. */
export function useMap<K extends MapKind>(kind: K): Live<Maps[K]> {
  const store = stores[kind];
  return useSyncExternalStore(store.subscribe, store.get);
}
