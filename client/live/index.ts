export { createLiveClient, liveUrl, type LiveClient } from './client';
export { liveClient, onLiveSignedOut, restartLive, useMap, type MapKind } from './maps';
export type * from './reduce';
export type { LinkState } from './states';
export type { Live } from './store';
export { watch, type WatchOptions } from './watch';
