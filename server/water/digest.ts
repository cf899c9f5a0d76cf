import { createHash } from 'node:crypto';

/** A sample as a digest sees it. */
export interface DigestedSample {
  sectionId: number;
  period: string;
  items: string;
  sample: boolean;
}

/**
 * SHA-256, hex, over samples: a line each of section, period, whether made up, and items, in the order of section and
 * period. Whoever wrote them together has this digest in the change record, so that a value altered later is found.
 */
export function digestOf(samples: readonly DigestedSample[]): string {
  const hash = createHash('sha256');
  const ordered = [...samples].sort((a, b) => a.sectionId - b.sectionId || (a.period < b.period ? -1 : 1));
  for (const { sectionId, period, sample, items } of ordered) hash.update(`${sectionId}\t${period}\t${sample ? 1 : 0}\t${items}\n`);
  return hash.digest('hex');
}
