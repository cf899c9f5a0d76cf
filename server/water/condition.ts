import { WaterClass } from './section.entity';

/** How water is said to be, 环办〔2011〕22号; from best to worst. */
export enum Condition {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  LIGHT = 'LIGHT',
  MODERATE = 'MODERATE',
  HEAVY = 'HEAVY',
}

export const CONDITION_WORDS: Record<Condition, { zh: string; en: string }> = {
  EXCELLENT: { zh: '优', en: 'excellent' },
  GOOD: { zh: '良好', en: 'good' },
  LIGHT: { zh: '轻度污染', en: 'lightly polluted' },
  MODERATE: { zh: '中度污染', en: 'moderately polluted' },
  HEAVY: { zh: '重度污染', en: 'heavily polluted' },
};

/** The condition of a section by its class: Ⅰ and Ⅱ are both excellent. */
export const CONDITION_OF: Record<WaterClass, Condition> = {
  I: Condition.EXCELLENT,
  II: Condition.EXCELLENT,
  III: Condition.GOOD,
  IV: Condition.LIGHT,
  V: Condition.MODERATE,
  INFERIOR_V: Condition.HEAVY,
};
