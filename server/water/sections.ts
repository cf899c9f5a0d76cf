import { In, type EntityManager } from 'typeorm';
import { grainOf, type Grain, type Period } from '../api/period';
import { asShare, changeOf, indexOver } from './compare';
import { prevails } from './means';
import { PeriodResult } from './period-result';
import { WaterMean, WaterSample } from './sample.entity';
import { MonitoringSection, SectionResult } from './section.entity';
import { countClasses, shareOf, type ClassCounts } from './shares';

/** A section with its results of months and years, oldest first; finer ones are read when they are asked for. */
export class SectionSheet {
  private readonly byPeriod: ReadonlyMap<Period, PeriodResult>;

  constructor(readonly section: MonitoringSection, readonly results: readonly PeriodResult[]) {
    this.byPeriod = new Map(results.map((result) => [result.period, result]));
  }

  /** The result of a month or year. */
  in(period: Period | null): PeriodResult | null {
    return period === null ? null : (this.byPeriod.get(period) ?? null);
  }
}

/** Only what has its own section's key. */
interface OfSection {
  sectionId: number;
  period: Period;
}

/** Rows by section and period. */
export function bySection<T extends OfSection>(rows: readonly T[]): Map<number, Map<Period, T>> {
  const groups = new Map<number, Map<Period, T>>();
  for (const row of rows) {
    const group = groups.get(row.sectionId);
    if (group) group.set(row.period, row);
    else groups.set(row.sectionId, new Map([[row.period, row]]));
  }
  return groups;
}

/**
 * Sections in the order of the pack, with their results of months and years.
 * @param ids the sections to read; all of them when left out
 */
export async function readSections(manager: EntityManager, ids?: readonly number[]): Promise<SectionSheet[]> {
  const only = ids && In([...ids]);
  const sections = await manager.find(MonitoringSection, { ...(only && { where: { id: only } }), order: { sort: 'ASC', id: 'ASC' } });
  const coarse = { grain: In(['MONTH', 'YEAR']), ...(only && { sectionId: only }) };
  const samples = bySection(await manager.find(WaterSample, { where: coarse }));
  const means = bySection(await manager.find(WaterMean, { where: coarse }));
  const given = bySection(await manager.find(SectionResult, only ? { where: { sectionId: only } } : {}));
  return sections.map((section) => {
    const own = [samples.get(section.id), means.get(section.id), given.get(section.id)] as const;
    const periods = [...new Set(own.flatMap((rows) => [...(rows?.keys() ?? [])]))].sort();
    return new SectionSheet(section, periods.map((period) => resultOf(section, period, own[0]?.get(period), own[1]?.get(period), own[2]?.get(period))));
  });
}

/** A sample of the very period where it prevails, then the mean of finer values, then a class that was published without values. */
export function resultOf(section: MonitoringSection, period: Period, sample?: Pick<WaterSample, 'items' | 'sample'>, mean?: Pick<WaterMean, 'items' | 'sample' | 'count'>, given?: SectionResult): PeriodResult {
  if (sample && prevails(sample, mean)) return new PeriodResult(section, { period, items: sample.items, count: null, given: null, sample: sample.sample });
  if (mean) return new PeriodResult(section, { period, items: mean.items, count: mean.count, given: null, sample: mean.sample });
  return new PeriodResult(section, { period, items: null, count: null, given: given!.class, sample: given!.sample });
}

/** Results of a section's days, or of its four-hourly values, between two periods of that grain, both included. */
export async function readFineResults(manager: EntityManager, section: MonitoringSection, from: Period, to: Period): Promise<PeriodResult[]> {
  const read = async <T extends { period: Period; sample: boolean }>(table: string, columns: string): Promise<Map<Period, T>> => {
    const rows = (await manager.query(`SELECT ${columns} FROM ${table} WHERE section_id = ? AND grain = ? AND period BETWEEN ? AND ? ORDER BY period`, [section.id, grainOf(from), from, to])) as T[];
    return new Map(rows.map((row) => [row.period, { ...row, sample: Boolean(row.sample) }]));
  };
  const samples = await read<Pick<WaterSample, 'period' | 'items' | 'sample'>>('water_sample', 'period, items, sample');
  const means = await read<Pick<WaterMean, 'period' | 'items' | 'sample' | 'count'>>('water_mean', 'period, items, sample, `count`');
  return [...new Set([...samples.keys(), ...means.keys()])].sort().map((period) => resultOf(section, period, samples.get(period), means.get(period)));
}

/** From when to when a section has days, and four-hourly values; a grain without any is left out. */
export async function fineSpans(manager: EntityManager, section: MonitoringSection): Promise<Map<Grain, { from: Period; to: Period }>> {
  const spans = new Map<Grain, { from: Period; to: Period }>();
  for (const table of ['water_sample', 'water_mean']) {
    const rows = (await manager.query(`SELECT grain, MIN(period) AS first, MAX(period) AS last FROM ${table} WHERE section_id = ? AND grain IN ('DAY', 'HOURS') GROUP BY grain`, [section.id])) as { grain: Grain; first: Period; last: Period }[];
    for (const { grain, first, last } of rows) {
      const known = spans.get(grain);
      spans.set(grain, { from: known && known.from < first ? known.from : first, to: known && known.to > last ? known.to : last });
    }
  }
  return spans;
}

/** A month such as "2024-06". */
const isMonth = (period: Period): boolean => grainOf(period) === 'MONTH';

/** The last month for which any section has a class; null where none has. */
export function latestMonth(sheets: readonly SectionSheet[]): Period | null {
  let latest: Period | null = null;
  for (const { results } of sheets) {
    const own = results.findLast((result) => isMonth(result.period) && result.class !== null)?.period;
    if (own && (latest === null || own > latest)) latest = own;
  }
  return latest;
}

/** A section's last `months` monthly results, oldest first. */
export const monthlyHistory = ({ results }: SectionSheet, months: number): PeriodResult[] => results.filter((r) => isMonth(r.period)).slice(-months);

/** Counts over sections in a period. */
export interface WaterTotals extends ClassCounts {
  sections: number;
  /** Good of judged, 0–1; null where none was judged. */
  goodShare: number | null;
}

export const totalsOf = (results: readonly (PeriodResult | null)[]): WaterTotals => {
  const counts = countClasses(results.map((result) => result?.class ?? null).filter((value) => value !== null));
  return { sections: results.length, ...counts, goodShare: shareOf(counts.good, counts.judged)?.toNumber() ?? null };
};

/** Counts over sections, their city's index, and how that changed against a base. */
export interface WaterFigures extends WaterTotals {
  /** CWQI; null where nothing was measured. */
  index: number | null;
  /** Change of the index as a share of the base's. */
  change: number | null;
}

/** @param base results of the same sections in the period to compare with */
export const figuresOf = (now: readonly (PeriodResult | null)[], base: readonly (PeriodResult | null)[]): WaterFigures => ({
  ...totalsOf(now),
  index: indexOver(now)?.index?.toNumber() ?? null,
  change: asShare(changeOf(now, base)),
});
