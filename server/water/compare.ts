import { cityIndex, indexChange, waterIndex, type CityIndex } from './cwqi';
import type { Exact } from './exact';
import { EVALUATED, WaterBody, type IndicatorKey } from './indicators';
import type { Measures } from './measures';
import type { PeriodResult } from './period-result';
import type { MonitoringSection } from './section.entity';

/** Results of sections in one period, in an order of the sections; null where one has none. */
export type Results = readonly (PeriodResult | null)[];

/** Measures with the section that they are of. */
type Measured = readonly (readonly [section: MonitoringSection, measures: Measures])[];

const only = (measures: Measures, items: readonly IndicatorKey[]): Measures => new Map([...measures].filter(([key]) => items.includes(key)));

function indexOf(all: Measured): CityIndex {
  const of = (body: WaterBody) => all.filter(([{ waterBody }]) => waterBody === body).map(([, measures]) => measures);
  return cityIndex(of(WaterBody.RIVER), of(WaterBody.LAKE));
}

/**
 * The index of sections taken as one, as a city's is (环办监测〔2017〕51号): each item averaged over them first.
 * @param items only these, all where left out
 * @returns null where none has values
 */
export function indexOver(results: Results, items?: readonly IndicatorKey[]): CityIndex | null {
  const valued = results.filter((result) => result !== null).filter(({ hasValues }) => hasValues);
  return valued.length ? indexOf(valued.map(({ section, measures }) => [section, items ? only(measures, items) : measures])) : null;
}

/**
 * How much the index of sections changed against a base, percent of the base's: of every section the items that it has in
 * both periods (同断面、同指标), since others do not compare. Null where there are none.
 * @param base results of the same sections, in their order
 */
export function changeOf(now: Results, base: Results): Exact | null {
  const pairs = now.flatMap((result, i) => {
    const before = base[i];
    if (!result?.hasValues || !before?.hasValues) return [];
    const items = EVALUATED.filter((key) => result.measures.has(key) && before.measures.has(key));
    return [{ section: result.section, now: only(result.measures, items), base: only(before.measures, items) }];
  });
  return indexChange(indexOf(pairs.map((pair) => [pair.section, pair.now])).index, indexOf(pairs.map((pair) => [pair.section, pair.base])).index);
}

/** Percent as a share of one, for showing. */
export const asShare = (percent: Exact | null | undefined): number | null => (percent ? percent.toNumber() / 100 : null);

/** The change between two means of one section, over the items of both; percent. */
export function changeBetween(before: Measures, after: Measures, body: WaterBody): Exact | null {
  const items = EVALUATED.filter((key) => before.has(key) && after.has(key));
  return indexChange(waterIndex(only(after, items), body).index, waterIndex(only(before, items), body).index);
}
