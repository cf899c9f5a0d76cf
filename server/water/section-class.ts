import { worstOf } from './classes';
import { CONDITION_OF, type Condition } from './condition';
import { INDICATOR_KEYS, INDICATORS, WaterBody, type IndicatorKey } from './indicators';
import { itemResult, type ItemResult } from './item-result';
import { type Measures } from './measures';
import { DEFAULT_OPTIONS, type WaterOptions } from './options';
import { mainPollutants } from './pollutants';
import { WaterClass } from './section.entity';

/** A section, or the mean of several, judged by one sample or mean. */
export interface Judgement {
  /** The worst of the evaluated items; null where none of them has a class. */
  class: WaterClass | null;
  condition: Condition | null;
  /** 定类因子: the evaluated items of that class, in the order of table 1. */
  deciding: IndicatorKey[];
  pollutants: ItemResult[];
  /** All items measured, in the order of table 1, also those that decide nothing. */
  items: ItemResult[];
  /** How many of the 21 evaluated items were measured. */
  itemCount: number;
}

/**
 * The class of a section by its worst item (单因子评价), 环办〔2011〕22号: water temperature, total nitrogen and faecal coliforms
 * take no part, missing items are left out.
 */
export function judgeSection(measures: Measures, body: WaterBody, options: WaterOptions = DEFAULT_OPTIONS): Judgement {
  const items = INDICATOR_KEYS.flatMap((key) => {
    const measure = measures.get(key);
    return measure ? [itemResult(key, measure, measures, body, options)] : [];
  });
  const evaluated = items.filter(({ key }) => INDICATORS[key].evaluated);
  const worst = worstOf(evaluated.flatMap((item) => item.class ?? []));
  const saysNothing = worst === WaterClass.I && options.decidingOfClassI === 'NONE';
  return {
    class: worst,
    condition: worst && CONDITION_OF[worst],
    deciding: worst === null || saysNothing ? [] : evaluated.filter((item) => item.class === worst).map(({ key }) => key),
    pollutants: mainPollutants(items, options),
    items,
    itemCount: evaluated.length,
  };
}
