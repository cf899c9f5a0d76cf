import { hash } from 'node:crypto';
import type { ChangeRecord } from './change.entity';

/** What the chain starts from. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of a change: SHA-256 over the hash before it and everything that the record says, payload included, as one
 * JSON array. Whoever alters, drops or inserts a record breaks every hash after it.
 */
export function chainHash(previous: string, change: Omit<ChangeRecord, 'hash'>): string {
  const { seq, at, actor, kind, subjectType, subjectId, adcodes, sector, summary, payload } = change;
  const said = [previous, seq, at.toISOString(), actor, kind, subjectType, subjectId, adcodes, sector, summary];
  return hash('sha256', quoted(JSON.stringify(said), payload) ?? JSON.stringify([...said, payload]), 'hex');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
/** How UTF-8 writes what no text can hold. */
const REPLACEMENT = Buffer.from('\uFFFD');
const MOST = 65_535;

const raw = Buffer.allocUnsafe(MOST);
const whole = Buffer.allocUnsafe(4 * MOST);

/**
 * The bytes of a JSON array with a text added to its end. A payload is long and mostly plain: to make one text of it all
 * and then its bytes takes twice the time and, for thousands of changes, a hundred megabytes.
 * @returns null where the text is too long, or holds what JSON writes otherwise than with a backslash before it.
 */
function quoted(list: string, text: string): Buffer | null {
  if ((list.length + text.length) * 3 > MOST) return null;
  let end = whole.write(list) - 1;
  const length = raw.write(text);
  end += whole.write(',"', end);
  for (let i = 0; i < length; i++) {
    const byte = raw[i];
    if (byte < SPACE) return null;
    if (byte === QUOTE || byte === BACKSLASH) whole[end++] = BACKSLASH;
    whole[end++] = byte;
  }
  if (raw.subarray(0, length).includes(REPLACEMENT)) return null;
  end += whole.write('"]', end);
  return whole.subarray(0, end);
}
