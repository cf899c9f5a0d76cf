import type { Turns } from '../api/turns';

/** Rows that are sorted at once. */
const RUN = 1000;

/** Sorts as `Array.sort` does, stably, but lets others have their turn: first short runs, then runs merged by two. */
export async function sortInTurns<T>(items: readonly T[], compare: (a: T, b: T) => number, turns: Turns): Promise<T[]> {
  let from: T[] = [];
  for (let i = 0; i < items.length; i += RUN) {
    from.push(...items.slice(i, i + RUN).sort(compare));
    if (turns.due) await turns.next();
  }
  for (let width = RUN; width < from.length; width *= 2) {
    const into: T[] = new Array<T>(from.length);
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let [left, right] = [start, middle];
      for (let i = start; i < end; i++) {
        into[i] = right >= end || (left < middle && compare(from[left], from[right]) <= 0) ? from[left++] : from[right++];
        if (i % RUN === 0 && turns.due) await turns.next();
      }
    }
    from = into;
  }
  return from;
}
