/** Where a watcher stands: waiting for its first picture, live, or cut off since an instant (milliseconds since 1970). */
export type LinkState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'offline'; since: number };

export const CONNECTING: LinkState = { kind: 'connecting' };
export const LIVE: LinkState = { kind: 'live' };
