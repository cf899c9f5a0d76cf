import { refuse } from './refusal';

/** Makes the opaque text of a cursor: the database's epoch and what the cursor stands at. */
export const writeCursor = (epoch: string, position: unknown): string => Buffer.from(JSON.stringify([epoch, position])).toString('base64url');

/**
 * Reads a cursor.
 * @returns the epoch it came from and its position, still to be checked by whoever gave it out.
 * @throws Refusal BAD_USER_INPUT on `field` when the text is no cursor of ours.
 */
export function readCursor(text: string, field: string): { epoch: string; position: unknown } {
  try {
    const [epoch, position] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof epoch === 'string') return { epoch, position };
  } catch {
    // Falls through to the refusal: whatever the text is, it is no cursor.
  }
  throw refuse('BAD_CURSOR', { field, value: text.slice(0, 60) });
}

/** A cursor of a change stream: everything up to change `seq` of database `epoch` has been seen, as of `day` where the stream shows days. */
export interface StreamPosition {
  epoch: string;
  seq: number;
  day: string | null;
}

export const writeStreamCursor = ({ epoch, seq, day }: StreamPosition): string => writeCursor(epoch, [seq, day]);

/** @throws Refusal BAD_USER_INPUT on `field`. */
export function readStreamCursor(text: string, field: string): StreamPosition {
  const { epoch, position } = readCursor(text, field);
  const [seq, day] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0 || (day !== null && typeof day !== 'string')) throw refuse('BAD_CURSOR', { field, value: text.slice(0, 60) });
  return { epoch, seq, day };
}
