import type { FundingEntryRowFragment, FundingKind, FundingSource } from '../graphql.generated';

export type Entry = FundingEntryRowFragment;
/** An entry, and beside it the one that takes it back. */
export type Booked = { entry: Entry; reversal: Entry | null };
export type EntryChoice = { source: FundingSource; kind: FundingKind };

/**
 * The entries up to a day, the latest first, each with the entry that takes it back. A reversal stands alone only where
 * what it takes back is not among them.
 */
export function bookedEntries(entries: readonly Entry[], day: string, only: EntryChoice | null = null): Booked[] {
  const shown = entries.filter((entry) => entry.date <= day && (!only || (entry.source === only.source && entry.kind === only.kind)));
  const known = new Set(shown.map(({ id }) => id));
  const reversals = new Map(shown.flatMap((entry) => (entry.reverses ? [[entry.reverses.id, entry]] : [])));
  return shown
    .filter(({ reverses }) => !reverses || !known.has(reverses.id))
    .sort((a, b) => b.date.localeCompare(a.date) || b.recordedAt.localeCompare(a.recordedAt))
    .map((entry) => ({ entry, reversal: reversals.get(entry.id) ?? null }));
}
