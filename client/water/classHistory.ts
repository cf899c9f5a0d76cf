import type { WaterClass } from '../graphql.generated';
import { CLASSES } from '../maps/water';

/** By how many classes the last judged month is worse than the one judged before it; negative is better, null without two. */
export function changeInClass(months: readonly { class: WaterClass | null }[]): number | null {
  const [before, last] = months.filter((month): month is { class: WaterClass } => month.class !== null).slice(-2);
  return before && last ? CLASSES.indexOf(last.class) - CLASSES.indexOf(before.class) : null;
}

/** How many months stand in a row beside a section. */
export const WINDOW = 24;

/** The last months of those given, oldest first; for a replay those around the period that it shows. */
export function windowOf(months: readonly string[], period: string | null): readonly string[] {
  const at = period === null ? -1 : months.findLastIndex((month) => month <= period);
  const end = at < 0 && period === null ? months.length : Math.min(months.length, Math.max(WINDOW, at + 1 + WINDOW / 2));
  return months.slice(Math.max(0, end - WINDOW), end);
}
