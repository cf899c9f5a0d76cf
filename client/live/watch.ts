import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type GraphQLFormattedError } from 'graphql';
import type { LiveClient } from './client';
import { CONNECTING, LIVE, type LinkState } from './states';

/** One subscription that is kept up for ever. */
export interface WatchOptions<Data, Variables extends object> {
  client: LiveClient;
  document: TypedDocumentNode<Data, Variables>;
  /** Variables of every attempt; `cursor` is the last one that `apply` gave, null at first. */
  variables: (cursor: string | null) => Variables;
  /** Takes one event and answers the cursor to resume from. Must be idempotent. */
  apply: (data: Data) => string | null;
  onState?: (state: LinkState) => void;
  /** Told once when the server no longer knows this session; the loop keeps trying. */
  onSignedOut?: () => void;
  /** Told when the server says that a cursor is of another database; the loop then starts anew. */
  onStale?: () => void;
  /** Cursor to start from, when a picture is already there. */
  cursor?: string | null;
  /** Longest pause between two attempts. @default 15_000 ms */
  longestPause?: number;
  /**
   * The subscription is renewed after this time, with its cursor, even though all seems well: a stream that is open but mute cannot last.
   * @default 30 minutes
   */
  renewAfter?: number;
  /** @default Math.random */
  chance?: () => number;
  /** @default Date.now */
  now?: () => number;
}

/** Errors that the server sent over a socket in good order. */
class Refused extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'refused');
  }
}

/** How long an attempt may stay without an event before it counts as live: a refusal comes sooner. */
const QUIET = 800;

/**
 * List and watch: subscribes, applies, and on any end whatever comes back with the last cursor, for ever. Answers a function that
 * stops it.
 */
export function watch<Data, Variables extends object>(options: WatchOptions<Data, Variables>): () => void {
  const { client, apply, longestPause = 15_000, renewAfter = 30 * 60_000, chance = Math.random, now = Date.now } = options;
  const query = print(options.document);
  let cursor = options.cursor ?? null;
  let stopped = false;
  let failures = 0;
  let signedOutTold = false;
  let lostAt: number | null = null;
  let known: LinkState = CONNECTING;
  let skipPause: (() => void) | undefined;
  let endAttempt: (() => void) | undefined;

  const tell = (state: LinkState) => {
    if (stopped || (state.kind === known.kind && state.kind !== 'offline')) return;
    if (state.kind === 'offline' && known.kind === 'offline' && known.since === state.since) return;
    known = state;
    options.onState?.(state);
  };
  const good = () => {
    failures = 0;
    lostAt = null;
    signedOutTold = false;
    tell(LIVE);
  };
  const lost = () => {
    lostAt ??= now();
    tell({ kind: 'offline', since: lostAt });
  };

  const attempt = async (): Promise<void> => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let renewed = false;
    const waitQuietly = () => {
      clearTimeout(quiet);
      quiet = setTimeout(good, QUIET);
    };
    // A getter: after a close with 1000 graphql-ws subscribes anew by itself, and would send the cursor of the beginning again.
    const stream = client.ws.iterate<Data>({ query, get variables() { return options.variables(cursor) as Record<string, unknown>; } });
    endAttempt = () => {
      clearTimeout(quiet);
      clearTimeout(renewal);
      void stream.return?.();
    };
    const offLink = client.onLink((open) => {
      if (open && cursor !== null) waitQuietly();
      if (!open) { clearTimeout(quiet); lost(); }
    });
    const renewal = setTimeout(() => { renewed = true; endAttempt?.(); }, renewAfter);
    if (cursor !== null && known.kind === 'live') waitQuietly();
    try {
      for await (const result of stream) {
        if (stopped) return;
        if (result.errors?.length) throw new Refused(result.errors);
        if (result.data) cursor = apply(result.data) ?? cursor;
        clearTimeout(quiet);
        good();
      }
      if (!renewed) throw new Error('the stream ended');
    } finally {
      clearTimeout(quiet);
      clearTimeout(renewal);
      offLink();
      endAttempt = undefined;
    }
  };

  const run = async () => {
    while (!stopped) {
      try {
        await attempt();
        continue;
      } catch (error) {
        if (stopped) return;
        lost();
        if (hasCode(error, 'CURSOR_STALE')) {
          cursor = null;
          options.onStale?.();
        }
        if (isSignedOut(error) && !signedOutTold) {
          signedOutTold = true;
          options.onSignedOut?.();
        }
      }
      const pause = Math.min(longestPause, 250 * 2 ** Math.min(failures++, 10)) * (0.5 + chance() / 2);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        skipPause = () => { clearTimeout(timer); resolve(); };
      });
    }
  };

  const offWake = client.onWake(() => { failures = 0; skipPause?.(); });
  void run();
  return () => {
    stopped = true;
    offWake();
    endAttempt?.();
    skipPause?.();
  };
}

const closeCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

/** graphql-ws rejects with an array of errors when the server answers an error message. */
function errorsOf(error: unknown): readonly GraphQLFormattedError[] {
  if (error instanceof Refused) return error.errors;
  return Array.isArray(error) ? (error as readonly GraphQLFormattedError[]) : [];
}

const hasCode = (error: unknown, code: string) => errorsOf(error).some((e) => e.extensions?.code === code);

/** Whether a failure means that the session is over: close codes 4401 and 4403, or UNAUTHENTICATED in an answer. */
export function isSignedOut(error: unknown): boolean {
  const code = closeCode(error);
  return code === 4401 || code === 4403 || hasCode(error, 'UNAUTHENTICATED');
}
