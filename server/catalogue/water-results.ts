import { In, type EntityManager } from 'typeorm';
import { grainOf, periodBefore, type Period } from '../api/period';
import { refuse } from '../api/refusal';
import { meetsTarget } from '../water/classes';
import { CONDITION_OF, CONDITION_WORDS } from '../water/condition';
import { INDICATORS, type IndicatorKey } from '../water/indicators';
import type { SampleItems } from '../water/items';
import type { ItemResult } from '../water/item-result';
import type { WaterRounding } from '../water/options';
import type { PeriodResult } from '../water/period-result';
import { WaterMean, WaterSample } from '../water/sample.entity';
import { readFineResults, resultOf, type SectionSheet } from '../water/sections';
import type { IndicatorResult, WaterResult } from './water.types';

/** Results of one question at most: six years of days, a year of four-hourly values. */
const MOST_RESULTS = 2200;

const isCoarse = (period: Period): boolean => ['MONTH', 'YEAR'].includes(grainOf(period));

/**
 * Checks the two ends of a range.
 * @throws Refusal BAD_USER_INPUT where they are of different length, the wrong way round or too far apart.
 */
export function checkRange(from: Period, to: Period): void {
  if (grainOf(from) !== grainOf(to)) throw refuse('PERIODS_DIFFER', { field: 'to', from, to });
  if (from > to) throw refuse('PERIODS_REVERSED', { field: 'from', from, to });
  let count = 1;
  for (let period = to; period > from; period = periodBefore(period)) if (++count > MOST_RESULTS) throw refuse('TOO_MANY_PERIODS', { field: 'from', limit: MOST_RESULTS });
}

/** A section's results from one period to another of the same grain, oldest first; periods without any are left out. */
export async function resultsBetween(manager: EntityManager, sheet: SectionSheet, from: Period, to: Period): Promise<PeriodResult[]> {
  if (!isCoarse(from)) return readFineResults(manager, sheet.section, from, to);
  return sheet.results.filter(({ period }) => grainOf(period) === grainOf(from) && period >= from && period <= to);
}

/** The results of many sections in one period of any grain, in their order; null where a section has none. */
export async function resultsIn(manager: EntityManager, sheets: readonly SectionSheet[], period: Period): Promise<(PeriodResult | null)[]> {
  if (isCoarse(period)) return sheets.map((sheet) => sheet.in(period));
  const where = { sectionId: In(sheets.map(({ section }) => section.id)), period };
  const samples = new Map((await manager.find(WaterSample, { where })).map((row) => [row.sectionId, row]));
  const means = new Map((await manager.find(WaterMean, { where })).map((row) => [row.sectionId, row]));
  return sheets.map(({ section }) => {
    const [sample, mean] = [samples.get(section.id), means.get(section.id)];
    return sample || mean ? resultOf(section, period, sample, mean) : null;
  });
}

/** An item as GraphQL shows it. @param readings what the source wrote, where it is a sample */
export function indicatorShown({ key, value, belowDetection, class: grade, exceedance }: ItemResult, readings: SampleItems | null): IndicatorResult {
  const { name, nameEn, unit } = INDICATORS[key];
  return { indicator: key, name, nameEn, unit, value: value.toNumber(), belowDetection, text: readings?.get(key)?.text ?? null, class: grade, exceedance: exceedance?.toNumber() ?? null };
}

/** A result as GraphQL shows it. */
export function shownResult(result: PeriodResult, rounding?: WaterRounding): WaterResult {
  const { section, period, sample, count, readings } = result;
  const judged = result.judged(rounding);
  // A class without values is what it was published as.
  const grade = result.hasValues ? judged.class : result.class;
  const shown = new Map<IndicatorKey, IndicatorResult>(judged.items.map((item) => [item.key, indicatorShown(item, readings)]));
  return {
    section, period, sample, count,
    class: grade,
    condition: grade && CONDITION_WORDS[CONDITION_OF[grade]].zh,
    meetsTarget: meetsTarget(grade, section.target),
    deciding: judged.deciding,
    mainPollutants: judged.pollutants.map(({ key }) => shown.get(key)!),
    indicators: [...shown.values()],
    index: result.index.index?.toNumber() ?? null,
    itemCount: judged.itemCount,
  };
}
