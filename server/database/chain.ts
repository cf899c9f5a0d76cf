import { createHash } from 'node:crypto';
import type { ChangeRecord } from './change.entity';

/** What the chain starts from. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of a change: SHA-256 over the hash before it and everything that the record says, payload included, as one
 * JSON array. Whoever alters, drops or inserts a record breaks every hash after it.
 */
export function chainHash(previous: string, change: Omit<ChangeRecord, 'hash'>): string {
  const { seq, at, actor, kind, subjectType, subjectId, adcodes, sector, summary, payload } = change;
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, at.toISOString(), actor, kind, subjectType, subjectId, adcodes, sector, summary, payload]))
    .digest('hex');
}
