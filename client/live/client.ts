import { createClient, type Client } from 'graphql-ws';

/** Settings of the page's one socket. The defaults are for browsers; tests bring their own socket and shorter times. */
export interface LiveClientOptions {
  /** @default the page's own host, path /graphql */
  url?: string;
  /** @default the browser's WebSocket */
  webSocketImpl?: unknown;
  /** How often the server is asked whether it is still there. @default 10_000 ms */
  keepAlive?: number;
  /** How long it may take to answer before the socket is given up. @default 5_000 ms */
  pongTimeout?: number;
  connectionParams?: () => Record<string, unknown>;
}

/** A graphql-ws client that notices a mute server by itself. It never retries: the watch loop does, with its cursor. */
export interface LiveClient {
  ws: Client;
  /** Drops the socket; every watcher comes back with its cursor. For a new session, or after the machine slept. */
  restart(): void;
  /** Calls back whenever the socket is open and acknowledged, and whenever it is closed. */
  onLink(listener: (open: boolean) => void): () => void;
  /** Calls back when waiting watchers should try at once. */
  onWake(listener: () => void): () => void;
}

/** The address of the page's live endpoint. */
export function liveUrl(place: { protocol: string; host: string }): string {
  return `${place.protocol === 'https:' ? 'wss:' : 'ws:'}//${place.host}/graphql`;
}

export function createLiveClient(options: LiveClientOptions = {}): LiveClient {
  const { keepAlive = 10_000, pongTimeout = 5_000 } = options;
  const links = new Set<(open: boolean) => void>();
  const wakes = new Set<() => void>();
  let waitingForPong: ReturnType<typeof setTimeout> | undefined;
  const tell = (open: boolean) => { for (const listener of links) listener(open); };

  const ws: Client = createClient({
    url: options.url ?? liveUrl(globalThis.location),
    webSocketImpl: options.webSocketImpl,
    connectionParams: options.connectionParams,
    retryAttempts: 0,
    keepAlive,
    lazyCloseTimeout: 2_000,
    // The loop reports losses to the screen; nothing is gained by saying them on the console for days.
    onNonLazyError: () => undefined,
    // A counter is enough, and crypto.randomUUID does not exist outside secure contexts.
    generateID: (() => { let n = 0; return () => `w${++n}`; })(),
    on: {
      connected: () => tell(true),
      ping: (received) => {
        if (received) return;
        clearTimeout(waitingForPong);
        waitingForPong = setTimeout(() => ws.terminate(), pongTimeout);
      },
      pong: (received) => { if (received) clearTimeout(waitingForPong); },
      closed: () => {
        clearTimeout(waitingForPong);
        tell(false);
      },
    },
  });

  return {
    ws,
    restart: () => {
      ws.terminate();
      for (const listener of wakes) listener();
    },
    onLink: (listener) => { links.add(listener); return () => links.delete(listener); },
    onWake: (listener) => { wakes.add(listener); return () => wakes.delete(listener); },
  };
}
