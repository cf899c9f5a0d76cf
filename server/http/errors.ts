import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { Refusal, refuse } from '../api/refusal';
import { languageOf } from './language';

/** Where faults are told to the operator. */
export interface FaultLog {
  error(detail: object, message: string): void;
}

/** A refusal in the form that GraphQL answers have. */
export interface ErrorBody {
  errors: { message: string; extensions: { code: string; field?: string; currentVersion?: number } }[];
}

const bodyOf = (req: Request, refusal: Refusal): ErrorBody => {
  const { field, currentVersion } = refusal.detail;
  return { errors: [{ message: refusal.in(languageOf(req.headers['accept-language'])), extensions: { code: refusal.code, ...(field && { field }), ...(currentVersion && { currentVersion }) } }] };
};

/** Answers a refusal. */
export const sendRefusal = (req: Request, res: Response, status: number, refusal: Refusal): void => void res.status(status).json(bodyOf(req, refusal));

/** HTTP's word for each code. */
const STATUS = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, CONFLICT: 409,
  CURSOR_STALE: 410, TOO_COMPLEX: 400, RATE_LIMITED: 429, INTERNAL_SERVER_ERROR: 500,
} as const;

function statusAndRefusal(error: unknown, req: Request, log: FaultLog): [number, Refusal] {
  if (error instanceof Refusal) return [error.sentence === 'FILE_TOO_LARGE' ? 413 : STATUS[error.code], error];
  const { status, type, limit } = (error ?? {}) as { status?: number; type?: string; limit?: number };
  if (status === 413) return [413, refuse('BODY_TOO_LARGE', { limit: Math.floor((limit ?? 0) / 1024) })];
  if (type === 'entity.parse.failed') return [400, refuse('BAD_JSON')];
  if (status !== undefined && status >= 400 && status < 500) return [status, refuse('BAD_REQUEST')];
  const reference = randomBytes(6).toString('hex');
  log.error({ reference, method: req.method, path: req.path, error }, 'a request failed');
  return [500, refuse('INTERNAL', { reference })];
}

/** What an error comes to: a refusal says why, anything else is ours and shows only a reference that the log has too. */
export function describeError(error: unknown, req: Request, log: FaultLog): ErrorBody & { status: number } {
  const [status, refusal] = statusAndRefusal(error, req, log);
  return { status, ...bodyOf(req, refusal) };
}

/** The last handler. */
export const answerErrors = (log: FaultLog): ErrorRequestHandler => (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error);
  const { status, ...body } = describeError(error, req, log);
  res.status(status).json(body);
};
