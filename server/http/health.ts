import type { RequestHandler } from 'express';
import type { Database } from '../database/database';

/** How long the database may take to answer before others are to be asked instead. */
const READY_WITHIN_MS = 2000;

/** /healthz: the process is up. */
export const healthz: RequestHandler = (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'ok' });

/** /readyz: the database answers, and the server is not stopping. */
export const readyz = (database: Database, isStopping: () => boolean = () => false): RequestHandler => async (_req, res) => {
  const ready = !isStopping() && (await answersInTime(database));
  res.set('cache-control', 'no-store').status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' });
};

/** A frozen database server hangs a query for ever, so the query alone is not asked. */
async function answersInTime(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, READY_WITHIN_MS, false)));
  const answer = database.read.query('SELECT 1').then(() => true, () => false);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
