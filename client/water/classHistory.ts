import type { WaterClass } from '../graphql.generated';
import { CLASSES } from '../maps/water';

/** By how many classes the last judged month is worse than the one judged before it; negative is better, null without two. */
export function changeInClass(months: readonly { class: WaterClass | null }[]): number | null {
  const [before, last] = months.filter((month): month is { class: WaterClass } => month.class !== null).slice(-2);
  return before && last ? CLASSES.indexOf(last.class) - CLASSES.indexOf(before.class) : null;
}
