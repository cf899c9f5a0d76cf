/** How ranks are given; every choice has its default and reason. */
export interface RankOptions {
  /** Which end is first. @default LOWEST: less pollution, fewer complaints. */
  first: 'LOWEST' | 'HIGHEST';
  /**
   * The rank after equal values. @default COMPETITION: two sixth are followed by the eighth (1224), as published tables
   * have it; DENSE goes on with the seventh (1223).
   */
  ties: 'COMPETITION' | 'DENSE';
}

export const DEFAULT_RANK_OPTIONS: Readonly<RankOptions> = { first: 'LOWEST', ties: 'COMPETITION' };

/**
 * Ranks from 1 on, in the order of what is ranked; null for what has no value.
 * @param compare negative where a is less than b, 0 where they are equal: exact numbers compare exactly
 */
export function ranksOf<T>(values: readonly (T | null)[], compare: (a: T, b: T) => number, options: Partial<RankOptions> = {}): (number | null)[] {
  const { first, ties } = { ...DEFAULT_RANK_OPTIONS, ...options };
  const order = (a: T, b: T): number => (first === 'LOWEST' ? compare(a, b) : compare(b, a));
  const places = values.flatMap((value, i) => (value === null ? [] : [i])).sort((i, j) => order(values[i]!, values[j]!));
  const ranks: (number | null)[] = values.map(() => null);
  let rank = 0;
  places.forEach((place, i) => {
    const tied = i > 0 && order(values[places[i - 1]]!, values[place]!) === 0;
    if (!tied) rank = ties === 'COMPETITION' ? i + 1 : rank + 1;
    ranks[place] = rank;
  });
  return ranks;
}
