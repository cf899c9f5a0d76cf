import { isGood } from './classes';
import { Exact } from './exact';
import { WaterClass } from './section.entity';

/** Sections by what their classes come to. */
export interface ClassCounts {
  judged: number;
  good: number;
  inferiorV: number;
}

export function countClasses(classes: readonly WaterClass[]): ClassCounts {
  return {
    judged: classes.length,
    good: classes.filter(isGood).length,
    inferiorV: classes.filter((value) => value === WaterClass.INFERIOR_V).length,
  };
}

/** A part of a whole, exactly; null of nothing. */
export const shareOf = (part: number, whole: number): Exact | null => (whole === 0 ? null : Exact.ratio(BigInt(part), BigInt(whole)));

const HUNDRED = Exact.whole(100);

/**
 * A share in percent with one decimal, ties to the even digit (GB/T 8170-2008): 5 of 9 prints as "55.6", 1 of 16 as "6.2".
 * Only for showing: rules compare counts.
 */
export const percentText = (share: Exact): string => share.times(HUNDRED).toFixed(1);
