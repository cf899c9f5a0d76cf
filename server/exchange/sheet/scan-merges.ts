import type { Budget } from './limits';
import { parseRange, type Range } from './merges';

const TAG = /<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([^"']{1,40})["']/g;
/** No longer than a tag may be that two pieces share. */
const SHARED = 200;

/**
 * The merged cells of a worksheet, which stand behind its rows: found by their tags alone, which costs a small part of
 * reading it. A tag within a comment would be found too; no program writes any.
 */
export async function scanMerges(pieces: AsyncIterable<Buffer>, budget: Budget): Promise<Range[]> {
  const merges: Range[] = [];
  let rest = '';
  for await (const piece of pieces) {
    // All that a tag is made of is ASCII.
    const text = rest + piece.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(TAG)) {
      budget.spend('merges', 1);
      const range = parseRange(match[1]);
      if (range) merges.push(range);
      end = match.index + match[0].length;
    }
    rest = text.slice(Math.max(end, text.length - SHARED));
  }
  return merges.sort((a, b) => a.top - b.top);
}
