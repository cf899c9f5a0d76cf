import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { Refusal, refuse } from '../api/refusal';
import { languageOf } from './language';

/** Where faults are told to the operator. */
export interface FaultLog {
  error(detail: object, message: string): void;
}

/** Answers a refusal in the form that GraphQL answers have. */
export function sendRefusal(req: Request, res: Response, status: number, refusal: Refusal): void {
  const { field, currentVersion } = refusal.detail;
  res.status(status).json({
    errors: [{ message: refusal.in(languageOf(req.headers['accept-language'])), extensions: { code: refusal.code, ...(field && { field }), ...(currentVersion && { currentVersion }) } }],
  });
}

/** HTTP's word for each code. */
const STATUS = {
  UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, CONFLICT: 409,
  CURSOR_STALE: 410, TOO_COMPLEX: 400, RATE_LIMITED: 429, INTERNAL_SERVER_ERROR: 500,
} as const;

/** The last handler: a refusal says why, anything else is ours and shows only a reference that the log has too. */
export const answerErrors = (log: FaultLog): ErrorRequestHandler => (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error);
  if (error instanceof Refusal) return sendRefusal(req, res, STATUS[error.code], error);
  const { status, type, limit } = (error ?? {}) as { status?: number; type?: string; limit?: number };
  if (status === 413) return sendRefusal(req, res, 413, refuse('BODY_TOO_LARGE', { limit: Math.floor((limit ?? 0) / 1024) }));
  if (type === 'entity.parse.failed') return sendRefusal(req, res, 400, refuse('BAD_JSON'));
  if (status !== undefined && status >= 400 && status < 500) return sendRefusal(req, res, status, refuse('BAD_REQUEST'));
  const reference = randomBytes(6).toString('hex');
  log.error({ reference, method: req.method, path: req.path, error }, 'a request failed');
  sendRefusal(req, res, 500, refuse('INTERNAL', { reference }));
};
