import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { EntityManager } from 'typeorm';
import { refuse } from '../api/refusal';
import { IdempotencyKey } from './change.entity';

/** A mutation as the client sent it, for telling a repetition from something new. */
export interface Request {
  userId: number;
  operation: string;
  input: object;
  /** The client's idempotency key; without one nothing is kept. */
  key?: string | null;
  /** The input holds a password: its digest is made slow to guess. */
  secret?: boolean;
  /** Called before an earlier answer is given again: throws when the user may no longer have it. */
  mayHaveAgain?(manager: EntityManager, result: unknown): Promise<void>;
}

/** The request as text that does not depend on the order of its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item) && !(item instanceof Date)
      ? Object.fromEntries(Object.entries(item).filter(([name, v]) => v !== undefined && name !== 'idempotencyKey').sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

const textOf = ({ operation, input }: Request): string => `${operation} ${canonical(input)}`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const same = (request: Request, digest: string): Promise<boolean> | boolean =>
  request.secret ? verify(digest, textOf(request)) : digest === sha256(textOf(request));

/**
 * The answer that this very request got before.
 * @returns null when the key is new.
 * @throws Refusal KEY_REUSED when the key came with another request.
 */
export async function answerBefore<T>(manager: EntityManager, request: Request): Promise<{ result: T } | null> {
  const kept = await manager.findOneBy(IdempotencyKey, { userId: request.userId, key: request.key! });
  if (!kept) return null;
  if (!(await same(request, kept.digest))) throw refuse('KEY_REUSED', { field: 'input.idempotencyKey' });
  const result = JSON.parse(kept.result) as T;
  await request.mayHaveAgain?.(manager, result);
  return { result };
}

/** Keeps the answer beside what was written. */
export async function keepAnswer(manager: EntityManager, request: Request, result: unknown, at: Date): Promise<void> {
  const digest = request.secret ? await hash(textOf(request)) : sha256(textOf(request));
  await manager.insert(IdempotencyKey, { userId: request.userId, key: request.key!, digest, result: JSON.stringify(result ?? null), at });
}
