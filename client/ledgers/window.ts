/** A part of a long table, by the places of its first and last line; last < first when there is none. */
export type Span = { first: number; last: number };

/**
 * The lines to draw: those in sight and some beyond, in steps, so that a small movement draws nothing anew.
 * @param scrolled px above the sight
 * @param height px of the sight
 */
export function spanInSight(scrolled: number, height: number, rowHeight: number, count: number, beyond = 8): Span {
  const step = Math.max(1, Math.floor(beyond / 2));
  const top = Math.floor(Math.max(0, scrolled) / rowHeight);
  const bottom = Math.ceil((Math.max(0, scrolled) + Math.max(0, height)) / rowHeight);
  const first = Math.max(0, Math.floor((top - beyond) / step) * step);
  const last = Math.min(count, Math.ceil((bottom + beyond) / step) * step) - 1;
  return { first: Math.min(first, Math.max(0, last)), last };
}

/** How far to scroll so that a line is in sight whole: as little as possible. */
export function scrollToShow(line: number, scrolled: number, height: number, rowHeight: number): number {
  const top = line * rowHeight;
  if (top < scrolled) return top;
  const over = top + rowHeight - (scrolled + height);
  return over > 0 ? scrolled + over : scrolled;
}

/** Where a key of the keyboard leads from a line; null for a key that leads nowhere. */
export function lineAfterKey(key: string, line: number, count: number, linesInSight: number): number | null {
  const far = Math.max(1, linesInSight - 1);
  const to = { ArrowDown: line + 1, ArrowUp: line - 1, PageDown: line + far, PageUp: line - far, Home: 0, End: count - 1 }[key];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}
