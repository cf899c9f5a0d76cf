import { registerEnumType } from 'type-graphql';
import type { Fen } from '../api/money';
import { WaterRounding } from './options';

export enum CompensationMultiple {
  EXCEEDANCE = 'EXCEEDANCE',
  CLASSES = 'CLASSES',
}
registerEnumType(CompensationMultiple, {
  name: 'CompensationMultiple',
  description: 'What the base amount of a compensation is multiplied with.',
  valuesConfig: {
    EXCEEDANCE: { description: 'How many times the value is over the limit of the target class: (value − limit) / limit.' },
    CLASSES: { description: 'How many classes the value is worse than the target class.' },
  },
});

export enum FenRounding {
  HALF_UP = 'HALF_UP',
  HALF_EVEN = 'HALF_EVEN',
  DOWN = 'DOWN',
}
registerEnumType(FenRounding, {
  name: 'FenRounding',
  description: 'How an amount is brought to whole fen.',
  valuesConfig: { HALF_UP: { description: '四舍五入' }, HALF_EVEN: { description: '四舍六入五成双' }, DOWN: { description: '舍去厘以下' } },
});

/**
 * What a scheme of compensation across borders leaves to whoever runs it. Cities differ in each of these, and the rule of
 * the city itself is not public: every one is a field of the scheme, the defaults are what an empty field means.
 */
export interface CompensationOptions {
  /** @default EXCEEDANCE: most published schemes pay by the multiple over the limit; CLASSES is coarser and steadier. */
  multiple: CompensationMultiple;

  /** With how many digits a value is held against the limit. @default EVALUATION, as its class is published: what is said to meet its target pays nothing. */
  waterRounding: WaterRounding;

  /** @default HALF_UP, as money is rounded in accounts. */
  fenRounding: FenRounding;

  /** The most that one item of one section costs in a month. @default null: no bound. */
  cap: Fen | null;

  /**
   * What the receiver pays back for a month in which the section is better than its target by a class or more.
   * @default null: nothing, because most schemes only make the polluter pay.
   */
  reward: Fen | null;

  /**
   * A value below a detection limit of which even the half is over the limit.
   * @default NOTHING: nothing was found, so nobody pays for it. HALF_LIMIT takes half the detection limit like any value.
   */
  undetected: 'NOTHING' | 'HALF_LIMIT';
}

export const DEFAULT_COMPENSATION: Readonly<CompensationOptions> = {
  multiple: CompensationMultiple.EXCEEDANCE,
  waterRounding: WaterRounding.EVALUATION,
  fenRounding: FenRounding.HALF_UP,
  cap: null,
  reward: null,
  undetected: 'NOTHING',
};
