import type { IncomingMessage } from 'node:http';
import type { Identity } from '../api/identity';
import { SESSION_COOKIE } from '../access/cookies';
import type { Presented, Sessions } from '../access/sessions';
import { readCookie } from './cookie-jar';

const bearerOf = (authorization: unknown): string | undefined =>
  typeof authorization === 'string' ? /^Bearer +([\w-]{1,200})$/i.exec(authorization.trim())?.[1] ?? 'malformed' : undefined;

/** What a request presents: a program's token before the browser's cookie. */
export const presentedBy = (request: Pick<IncomingMessage, 'headers'>): Presented => ({
  bearer: bearerOf(request.headers.authorization),
  cookie: readCookie(request, SESSION_COOKIE),
});

/** What a WebSocket presents: `connectionParams.authorization`, or what its upgrade request does. */
export const presentedBySocket = (upgrade: Pick<IncomingMessage, 'headers'>, connectionParams: Readonly<Record<string, unknown>> | undefined): Presented => {
  const bearer = bearerOf(connectionParams?.authorization ?? connectionParams?.Authorization);
  return bearer ? { bearer } : presentedBy(upgrade);
};

/** Who a request comes from; null for nobody. */
export const identifyRequest = (sessions: Sessions, request: Pick<IncomingMessage, 'headers'>): Promise<Identity | null> =>
  sessions.identify(presentedBy(request));
