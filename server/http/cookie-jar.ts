import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { CookieJar } from '../access/context';

/** The value of a cookie; undefined when the request has none of that name. */
export function readCookie({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Whether the browser came by https: to us, or to a proxy that says so. Lying about it spoils the liar's own cookie only. */
const isSecure = (req: Request, publicUrl: string | null): boolean =>
  req.secure || req.headers['x-forwarded-proto'] === 'https' || (publicUrl !== null && publicUrl === `https://${req.headers.host ?? ''}`);

/** The cookies of one request and its answer: httpOnly, for this site alone. */
export function cookieJar(req: Request, res: Response, publicUrl: string | null): CookieJar {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(req, publicUrl) } as const;
  const written = new Map<string, string | undefined>();
  return {
    get: (name) => (written.has(name) ? written.get(name) : readCookie(req, name)),
    set(name, value, maxAgeSeconds) {
      written.set(name, value);
      replace(res, name, () => res.cookie(name, value, { ...options, maxAge: maxAgeSeconds * 1000 }));
    },
    clear(name) {
      written.set(name, undefined);
      replace(res, name, () => res.clearCookie(name, options));
    },
  };
}

/** A document may sign in and out several times; only the last word on a cookie is sent. */
function replace(res: Response, name: string, write: () => void): void {
  const headers = ([] as string[]).concat((res.getHeader('set-cookie') as string | string[] | undefined) ?? []);
  const others = headers.filter((header) => !header.startsWith(`${name}=`));
  if (others.length) res.setHeader('set-cookie', others);
  else res.removeHeader('set-cookie');
  write();
}
