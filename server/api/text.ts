import { refuse } from './refusal';

/** The longest text that any argument may hold, whatever its own limit. */
export const TEXT_LIMIT = 10_000;

// Control characters other than tab, line feed and carriage return.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether every engine stores and returns the text unchanged: no lone surrogates, no control characters. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !CONTROLS.test(text);

/** Length as a person counts it: code points. */
const lengthOf = (text: string): number => [...text].length;

/**
 * A required text, trimmed.
 * @throws Refusal naming `field` when it is blank or longer than `limit` characters.
 */
export function requiredText(text: string, field: string, limit: number): string {
  const trimmed = text.trim();
  if (!trimmed) throw refuse('TEXT_BLANK', { field });
  const length = lengthOf(trimmed);
  if (length > limit) throw refuse('TEXT_TOO_LONG', { field, length, limit });
  return trimmed;
}

/** An optional text, trimmed; blank and null become null, undefined stays (= not given). */
export function optionalText<T extends string | null | undefined>(text: T, field: string, limit: number): string | null | (T & undefined) {
  if (text === undefined) return undefined as T & undefined;
  if (text === null || !text.trim()) return null;
  return requiredText(text, field, limit);
}

/** Refuses text that could not be stored as it is, anywhere within an argument. */
export function checkTexts(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw refuse('BAD_TEXT', { field: path });
    if (value.length > TEXT_LIMIT) throw refuse('TEXT_TOO_LONG', { field: path, length: value.length, limit: TEXT_LIMIT });
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => checkTexts(item, `${path}.${i}`));
  } else if (value && typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, item] of Object.entries(value)) checkTexts(item, path ? `${path}.${key}` : key);
  }
}
