import { Condition } from './condition';
import { Exact } from './exact';
import { WaterBody, type IndicatorKey } from './indicators';
import { type Measures } from './measures';
import { DEFAULT_OPTIONS, type WaterOptions } from './options';
import { meanOf } from './period-mean';
import { inTableOrder, isOver, MAIN_POLLUTANTS } from './pollutants';
import { judgeSection, type Judgement } from './section-class';
import { type WaterClass } from './section.entity';
import { countClasses, shareOf, type ClassCounts } from './shares';

/** An item over class Ⅲ somewhere on a river. */
export interface RiverPollutant {
  key: IndicatorKey;
  /** The sections where it is worse than Ⅲ. */
  sections: number;
  /** 断面超标率: of all judged sections, 0–1. */
  rate: Exact;
}

/**
 * A river, basin or city as a whole. By means it has a class, and its pollutants are those of each section; by proportions
 * it has none.
 */
export type BasinResult = { sections: Judgement[]; counts: ClassCounts } & (
  | { method: 'MEANS'; mean: Judgement; condition: Condition | null }
  | { method: 'PROPORTIONS'; condition: Condition; pollutants: RiverPollutant[] }
);

/**
 * The condition by the proportions of classes, 环办〔2011〕22号, reckoned on counts: good from 90 % on excellent, from 75 % on
 * good whatever is 劣Ⅴ; below that light under 20 % 劣Ⅴ, moderate under 40 %, else heavy.
 * @returns null of no sections.
 */
export function conditionByProportions({ judged, good, inferiorV }: ClassCounts, options: WaterOptions = DEFAULT_OPTIONS): Condition | null {
  if (judged === 0) return null;
  const goodAtLeast = (percent: number): boolean => 100 * good >= percent * judged;
  const inferiorAtLeast = (percent: number): boolean => 100 * inferiorV >= percent * judged;
  if (goodAtLeast(90)) return Condition.EXCELLENT;
  if (goodAtLeast(75)) return Condition.GOOD;
  if (!inferiorAtLeast(20)) return Condition.LIGHT;
  // 劣Ⅴ from 40 % on leaves at most 60 % good, so only the very corner is open.
  if (!inferiorAtLeast(40) || (goodAtLeast(60) && options.sixtyForty === 'MODERATE')) return Condition.MODERATE;
  return Condition.HEAVY;
}

/**
 * The main pollutants of a river of five sections or more: the items over Ⅲ at most sections, at most three, of equal
 * rate in the order of table 1; none where its condition is good or excellent.
 */
export function riverPollutants(sections: readonly Judgement[], condition: Condition): RiverPollutant[] {
  if (condition === Condition.EXCELLENT || condition === Condition.GOOD) return [];
  const over = new Map<IndicatorKey, number>();
  for (const { items } of sections) for (const { key } of items.filter(isOver)) over.set(key, (over.get(key) ?? 0) + 1);
  return [...over]
    .sort(([a, m], [b, n]) => n - m || inTableOrder(a, b))
    .slice(0, MAIN_POLLUTANTS)
    .map(([key, count]) => ({ key, sections: count, rate: shareOf(count, sections.length)! }));
}

/**
 * Several sections as one, 环办〔2011〕22号: fewer than five by the means of each item over them, from five on by the
 * proportions of their classes. Sections without a class do not count.
 * @returns null of no sections.
 */
export function judgeBasin(samples: readonly Measures[], body: WaterBody, options: WaterOptions = DEFAULT_OPTIONS): BasinResult | null {
  const judged = samples.map((measures) => ({ measures, judgement: judgeSection(measures, body, options) })).filter(({ judgement }) => judgement.class !== null);
  if (!judged.length) return null;
  const sections = judged.map(({ judgement }) => judgement);
  const counts = countClasses(sections.map((section) => section.class as WaterClass));
  if (sections.length < options.proportionsFrom) {
    const mean = judgeSection(meanOf(judged.map(({ measures }) => measures), options), body, options);
    return { method: 'MEANS', sections, counts, mean, condition: mean.condition };
  }
  const condition = conditionByProportions(counts, options)!;
  return { method: 'PROPORTIONS', sections, counts, condition, pollutants: riverPollutants(sections, condition) };
}
