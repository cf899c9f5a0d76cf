import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { refuse } from '../api/refusal';
import { sendRefusal } from './errors';

/**
 * Whether a request may come from the page that sent it: its Origin is the address that the request went to, or
 * PUBLIC_URL. A request without one comes from no page. Behind a proxy that ends TLS the scheme of the address is not
 * known here, so the Origin's own is taken for it.
 */
export function isOwnOrigin({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>, publicUrl: string | null): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return false;
  if (page.origin === publicUrl) return true;
  const address = `${page.protocol}//${host ?? ''}`;
  return host !== undefined && URL.canParse(address) && new URL(address).origin === page.origin;
}

/** Refuses what another site's page sends: a cookie alone does not make it the person's wish. */
export const refuseForeignOrigin = (publicUrl: string | null): RequestHandler => (req, res, next) => {
  const reads = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS';
  if (reads || isOwnOrigin(req.headers, publicUrl)) next();
  else sendRefusal(req, res, 403, refuse('FOREIGN_ORIGIN'));
};
