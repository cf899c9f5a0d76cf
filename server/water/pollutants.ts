import { isGood, numberOf } from './classes';
import { Exact } from './exact';
import { INDICATOR_KEYS, INDICATORS, type IndicatorKey } from './indicators';
import { type ItemResult } from './item-result';
import { type WaterOptions } from './options';
import { textKeepingADigit } from './rounding';

/** How many main pollutants are named, 环办〔2011〕22号. */
export const MAIN_POLLUTANTS = 3;

/** In the order of GB 3838-2002, table 1, which is also where all other orders end. */
export const inTableOrder = (a: IndicatorKey, b: IndicatorKey): number => INDICATOR_KEYS.indexOf(a) - INDICATOR_KEYS.indexOf(b);

/** Whether an evaluated item is worse than class Ⅲ. */
export const isOver = (item: ItemResult): boolean => INDICATORS[item.key].evaluated && item.class !== null && !isGood(item.class);

/** Larger multiples first, on the unrounded number; where those without one stand is an option. */
function byMultiple(a: Exact | null, b: Exact | null, withoutMultiple: WaterOptions['withoutMultiple']): number {
  if (a && b) return b.compare(a);
  if (!a && !b) return 0;
  return (a ? -1 : 1) * (withoutMultiple === 'LAST' ? 1 : -1);
}

/**
 * The main pollutants (主要污染指标) of a section: of the evaluated items worse than Ⅲ at most three. Cyanide and heavy metals
 * go before all others, then the worse class, then the larger multiple. Source: 环办〔2011〕22号; a section of Ⅲ or better
 * has none.
 */
export function mainPollutants(items: readonly ItemResult[], options: WaterOptions): ItemResult[] {
  const later = (item: ItemResult): number => (options.precedence.includes(item.key) ? 0 : 1);
  const order = (a: ItemResult, b: ItemResult): number =>
    later(a) - later(b) ||
    numberOf(b.class!) - numberOf(a.class!) ||
    byMultiple(a.exceedance, b.exceedance, options.withoutMultiple) ||
    inTableOrder(a.key, b.key);
  return items.filter(isOver).sort(order).slice(0, MAIN_POLLUTANTS);
}

/** As bulletins print it: 氨氮(1.3), one decimal, and the name alone where there is no multiple. */
export const pollutantText = ({ key, exceedance }: ItemResult): string =>
  INDICATORS[key].name + (exceedance ? `(${textKeepingADigit(exceedance, 1)})` : '');
