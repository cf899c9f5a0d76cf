import type { RankingPartsFragment } from '../graphql.generated';
import type { Order } from './rankingQuestion';

export type RankingRow = RankingPartsFragment['rows'][number];

const LAST = Number.MAX_SAFE_INTEGER;

/** The rows in an order; equal ranks keep the official order, what has no rank goes last. */
export function ordered(rows: readonly RankingRow[], order: Order): RankingRow[] {
  if (order === 'official') return [...rows];
  const rankOf = (row: RankingRow): number => (order === 'rank' ? row.rank : row.changeRank) ?? LAST;
  return [...rows].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether a change is for the better, for the worse, or neither. */
export function turnOf(change: string | null, aim: 'LOWER' | 'HIGHER'): 'better' | 'worse' | 'same' | null {
  if (change === null) return null;
  const number = Number(change);
  if (number === 0) return 'same';
  return number < 0 === (aim === 'LOWER') ? 'better' : 'worse';
}

/** "+12.5%", "−3": with the sign that print has. */
export function changeText(change: string, kind: 'PERCENT' | 'DIFFERENCE'): string {
  const sign = Number(change) > 0 ? '+' : Number(change) < 0 ? '−' : '';
  return `${sign}${change.replace('-', '')}${kind === 'PERCENT' ? '%' : ''}`;
}

/** How long the bar of each value is, 0–1: from nothing where all are above it, else from the least. */
export function barsOf(rows: readonly RankingRow[]): number[] {
  const values = rows.map(({ value }) => Number(value));
  const least = Math.min(0, ...values);
  const room = Math.max(...values) - least;
  return values.map((value) => (room > 0 ? (value - least) / room : 0));
}
