import type { Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import type { CookieJar, RequestContext } from './context';
import { DEVICE_SECONDS, type Browser, type SignedIn } from './sign-in';

/** The session's token. */
export const SESSION_COOKIE = 'yihong_session';
/** Marks a browser that signed in before; it opens nothing. */
export const DEVICE_COOKIE = 'yihong_device';

/**
 * What the browser brings to a sign-in.
 * @throws Refusal FORBIDDEN where no cookie can be set: over WebSocket.
 */
export function browserOf({ cookies, identity }: RequestContext): { jar: CookieJar; browser: Browser } {
  if (!cookies) throw refuse('FORBIDDEN');
  return { jar: cookies, browser: { device: cookies.get(DEVICE_COOKIE), previous: identity } };
}

/** Lets the browser keep the sign-in; the rest of the document runs as the one who signed in. */
export function keepSignIn(context: RequestContext, jar: CookieJar, { identity, token, tokenSeconds, device }: SignedIn): Identity {
  jar.set(SESSION_COOKIE, token, tokenSeconds);
  jar.set(DEVICE_COOKIE, device, DEVICE_SECONDS);
  context.identity = identity;
  return identity;
}
