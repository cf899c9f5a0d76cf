import { useState } from 'react';

type Fill = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * A key that lets the server write once however often the same form is sent. Made with getRandomValues, which, unlike
 * randomUUID, also exists on a page that came over plain http.
 */
export function onceKey(fill: Fill = (bytes) => crypto.getRandomValues(bytes)): string {
  return Array.from(fill(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One key for one opening of a form; `renew` after a success, if the form stays open for the next entry. */
export function useOnceKey(): [key: string, renew: () => void] {
  const [key, setKey] = useState(() => onceKey());
  return [key, () => setKey(onceKey())];
}
