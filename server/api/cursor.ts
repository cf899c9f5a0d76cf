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

/** A cursor of a change stream: everything up to change `seq` of database `epoch` has been seen. */
export interface StreamPosition {
  epoch: string;
  seq: number;
}

export const writeStreamCursor = ({ epoch, seq }: StreamPosition): string => writeCursor(epoch, seq);

/** @throws Refusal BAD_USER_INPUT on `field`. */
export function readStreamCursor(text: string, field: string): StreamPosition {
  const { epoch, position } = readCursor(text, field);
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0) throw refuse('BAD_CURSOR', { field, value: text.slice(0, 60) });
  return { epoch, seq: position };
}
