import { registerEnumType } from 'type-graphql';
import type { Fen } from '../api/money';
import { numberOf } from './classes';
import { CompensationMultiple, FenRounding, type CompensationOptions } from './compensation-options';
import { Exact } from './exact';
import { INDICATORS, type IndicatorKey, type WaterBody } from './indicators';
import { exceedanceOf } from './item-result';
import type { Measures } from './measures';
import { valueToClass } from './rounding';
import type { WaterClass } from './section.entity';
import { classOf, limitOf } from './standard';

export enum CompensationKind {
  PAYMENT = 'PAYMENT',
  REWARD = 'REWARD',
  MET = 'MET',
  MISSING = 'MISSING',
}
registerEnumType(CompensationKind, {
  name: 'CompensationKind',
  description: 'What a month of a border section comes to.',
  valuesConfig: {
    PAYMENT: { description: 'The item is over the limit of the target class: upstream pays.' },
    REWARD: { description: 'The section is better than its target by a class or more: downstream pays.' },
    MET: { description: 'The item keeps the limit: nobody pays.' },
    MISSING: { description: 'There is no value of the item: nobody pays, the month is counted.' },
  },
});

/** An item that is reckoned, and what one multiple of it costs. */
export interface SchemeItem {
  indicator: IndicatorKey;
  base: Fen;
}

/** What a scheme reckons by; who pays whom stands beside it. */
export interface SchemeRule extends CompensationOptions {
  items: readonly SchemeItem[];
}

/** A border section in a month. */
export interface BorderMonth {
  body: WaterBody;
  target: WaterClass;
  /** Its values; null where there are none, though a class may have been published. */
  measures: Measures | null;
  /** The class that follows from the values; null where they make none. */
  class: WaterClass | null;
}

/** What one item, or for a reward the section, comes to in a month. */
export interface CompensationLine {
  kind: CompensationKind;
  /** Null of a reward. */
  indicator: IndicatorKey | null;
  /** As it was held against the limit. */
  value: Exact | null;
  limit: Exact | null;
  /** What the base amount was multiplied with; null where nothing is paid. */
  multiple: Exact | null;
  amount: Fen;
  /** Whether the scheme's bound cut the amount. */
  capped: boolean;
}

/** Whether an item can be reckoned in such water: more of it must be worse, and the target class must limit it. */
export const isReckonable = (key: IndicatorKey, body: WaterBody, target: WaterClass): boolean => INDICATORS[key].comparison === 'UPPER' && limitOf(key, body, target) !== null;

/** An amount of zero or more in whole fen. */
export function toFen(amount: Exact, rounding: FenRounding): Fen {
  if (rounding === FenRounding.HALF_EVEN) return Number(amount.round(0).numerator);
  const { numerator, denominator } = amount;
  return Number(rounding === FenRounding.DOWN ? numerator / denominator : (2n * numerator + denominator) / (2n * denominator));
}

function lineOf({ indicator, base }: SchemeItem, { body, target, measures }: BorderMonth, rule: SchemeRule): CompensationLine {
  const limit = limitOf(indicator, body, target);
  const nothing = { indicator, limit, multiple: null, amount: 0, capped: false };
  const measure = measures?.get(indicator);
  if (!measure || !limit) return { ...nothing, kind: CompensationKind.MISSING, value: null };
  const value = valueToClass(indicator, measure.value, rule.waterRounding);
  const over = measure.belowDetection && rule.undetected === 'NOTHING' ? null : exceedanceOf(indicator, value, body, target);
  if (!over) return { ...nothing, kind: CompensationKind.MET, value };
  const classes = (): Exact => Exact.whole(numberOf(classOf(indicator, measure.value, body, rule.waterRounding)!) - numberOf(target));
  const multiple = rule.multiple === CompensationMultiple.CLASSES ? classes() : over;
  const amount = toFen(Exact.whole(base).times(multiple), rule.fenRounding);
  const capped = rule.cap !== null && amount > rule.cap;
  return { indicator, limit, kind: CompensationKind.PAYMENT, value, multiple, amount: capped ? rule.cap! : amount, capped };
}

/**
 * What a border section comes to in a month: a line an item, and one more where downstream owes a reward. A reward is owed only
 * where every item has a value and none is over: what nobody measured is no merit.
 */
export function compensate(rule: SchemeRule, month: BorderMonth): CompensationLine[] {
  const lines = rule.items.map((item) => lineOf(item, month, rule));
  const isClean = lines.every(({ kind }) => kind === CompensationKind.MET);
  const isBetter = month.class !== null && numberOf(month.class) < numberOf(month.target);
  if (rule.reward === null || !isClean || !isBetter) return lines;
  return [...lines, { kind: CompensationKind.REWARD, indicator: null, value: null, limit: null, multiple: null, amount: rule.reward, capped: false }];
}
