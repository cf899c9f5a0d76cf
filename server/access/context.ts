import type { Clock } from '../api/clock';
import type { Identity } from '../api/identity';
import type { Language } from '../api/refusal';
import { refuse } from '../api/refusal';
import type { Database } from '../database/database';
import type { Access } from './access';

/** What a request brings to every resolver. Folders to the right extend it. */
export interface RequestContext {
  database: Database;
  clock: Clock;
  /** Users, sessions, and whether this is a demonstration. */
  access: Access;
  /** Null when nobody is signed in. */
  identity: Identity | null;
  language: Language;
  /** Whether the request came from this very machine, by its own name and through no proxy. */
  local: boolean;
  /** To be called after a write, so that what is read next knows it. */
  written(): void;
  /** Sets or clears the sign-in cookies of the answer; absent over WebSocket. */
  cookies?: CookieJar;
}

export interface CookieJar {
  get(name: string): string | undefined;
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
}

/** Who is signed in. @throws Refusal UNAUTHENTICATED */
export function signedIn(context: Pick<RequestContext, 'identity'>): Identity {
  if (!context.identity) throw refuse('UNAUTHENTICATED');
  return context.identity;
}
