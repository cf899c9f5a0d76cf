import { Between, In } from 'typeorm';
import { childBounds, grainOf, parentOf, type Grain, type Period } from '../api/period';
import { Turns } from '../api/turns';
import type { UnitOfWork } from '../database/unit-of-work';
import { readMeasures, writeMeans } from './items';
import type { Measures } from './measures';
import { meanOf } from './period-mean';
import { WaterMean, WaterSample } from './sample.entity';

/** A section and a period in which a sample of it was written. */
export interface Touched {
  sectionId: number;
  period: Period;
}

/** One finer value of a mean. */
export interface FinerValue {
  sectionId: number;
  period: Period;
  items: string;
  sample: boolean;
}

/**
 * Whether a sample of a period stands for it, rather than the mean of its finer values: it wins, but one that is made up
 * for the demonstration gives way to what was measured.
 */
export const prevails = (sample: { sample: boolean }, mean: { sample: boolean } | undefined): boolean => !(sample.sample && mean && !mean.sample);

/** Means are made from the finest up: a day of its four-hourly values, a month of its days, a year of its months. */
const MEANS: readonly (readonly [mean: Grain, of: Grain])[] = [['DAY', 'HOURS'], ['MONTH', 'DAY'], ['YEAR', 'MONTH']];

const SECTIONS_AT_ONCE = 200;

/**
 * Brings the means up to date that written samples enter: of each next coarser period, of the one that holds that, and
 * so on. A mean is of the next finer values: their sample where one stands for them, else their own mean. It is made also where a
 * sample of its very period wins over it: what is kept follows from the finer values alone.
 */
export async function bringMeansUpToDate(unit: UnitOfWork, touched: readonly Touched[]): Promise<void> {
  let moved = new Map<Period, Set<number>>();
  for (const [mean, of] of MEANS) {
    const periods = new Map<Period, Set<number>>();
    const mark = (period: Period, sectionId: number) => {
      const parent = parentOf(period)!;
      const sections = periods.get(parent);
      if (sections) sections.add(sectionId);
      else periods.set(parent, new Set([sectionId]));
    };
    for (const { sectionId, period } of touched) if (grainOf(period) === of) mark(period, sectionId);
    for (const [period, sections] of moved) for (const sectionId of sections) mark(period, sectionId);
    await writeMeansOf(unit, mean, of, periods);
    moved = periods;
  }
}

/** Makes the means of one grain anew, the periods of one coarser period together. */
async function writeMeansOf(unit: UnitOfWork, mean: Grain, of: Grain, periods: ReadonlyMap<Period, ReadonlySet<number>>): Promise<void> {
  const runs = new Map<string, { periods: Set<Period>; sections: Set<number> }>();
  for (const [period, sections] of periods) {
    const run = parentOf(period) ?? period;
    const known = runs.get(run) ?? { periods: new Set(), sections: new Set() };
    runs.set(run, known);
    known.periods.add(period);
    for (const section of sections) known.sections.add(section);
  }
  for (const run of runs.values()) {
    const ordered = [...run.periods].sort();
    const bounds = [childBounds(ordered[0])[0], childBounds(ordered.at(-1)!)[1]] as const;
    const sections = [...run.sections].sort((a, b) => a - b);
    for (let i = 0; i < sections.length; i += SECTIONS_AT_ONCE) {
      const some = sections.slice(i, i + SECTIONS_AT_ONCE);
      const finer = await finerValues(unit, some, of, bounds);
      await keepMeans(unit, mean, await meansOf(finer, (sectionId, period) => periods.get(period)?.has(sectionId) ?? false));
    }
  }
}

/** The values of a grain between two periods: samples, and means where there is no sample. */
async function finerValues(unit: UnitOfWork, sections: readonly number[], grain: Grain, [from, to]: readonly [Period, Period]): Promise<FinerValue[]> {
  const where = { sectionId: In([...sections]), grain, period: Between(from, to) };
  const samples: FinerValue[] = await unit.manager.find(WaterSample, { where });
  if (grain === 'HOURS') return samples;
  return standing(samples, await unit.manager.find(WaterMean, { where }));
}

/** Of samples and means of one grain those that stand for their periods. */
export function standing<T extends FinerValue>(samples: readonly T[], means: readonly T[]): T[] {
  const keyOf = ({ sectionId, period }: T): string => `${sectionId} ${period}`;
  const meanOf = new Map(means.map((mean) => [keyOf(mean), mean]));
  const taken = samples.filter((sample) => prevails(sample, meanOf.get(keyOf(sample))));
  const sampled = new Set(taken.map(keyOf));
  return [...taken, ...means.filter((mean) => !sampled.has(keyOf(mean)))];
}

/** A mean that was made, with what it is the mean of. */
export interface MadeMean {
  sectionId: number;
  period: Period;
  items: string;
  count: number;
  sample: boolean;
}

/**
 * The means of finer values over the next coarser periods.
 * @param wanted which of them to make
 */
export async function meansOf(finer: Iterable<FinerValue>, wanted: (sectionId: number, period: Period) => boolean = () => true): Promise<MadeMean[]> {
  const groups = new Map<string, { sectionId: number; period: Period; values: FinerValue[] }>();
  for (const value of finer) {
    const period = parentOf(value.period)!;
    if (!wanted(value.sectionId, period)) continue;
    const key = `${value.sectionId} ${period}`;
    const group = groups.get(key);
    if (group) group.values.push(value);
    else groups.set(key, { sectionId: value.sectionId, period, values: [value] });
  }
  const turns = new Turns();
  const made: MadeMean[] = [];
  for (const { sectionId, period, values } of groups.values()) {
    if (turns.due) await turns.next();
    // In their order: a mean of pH is reckoned in binary, where the order of a sum shows in its last digit.
    const ordered = values.sort((a, b) => (a.period < b.period ? -1 : 1));
    const measures: Measures = meanOf(ordered.map(({ items }) => readMeasures(items)));
    made.push({ sectionId, period, items: writeMeans(measures), count: values.length, sample: values.some(({ sample }) => sample) });
  }
  return made;
}

async function keepMeans(unit: UnitOfWork, grain: Grain, made: readonly MadeMean[]): Promise<void> {
  if (!made.length) return;
  const periods = made.map(({ period }) => period).sort();
  const known = await unit.manager.find(WaterMean, { where: { sectionId: In([...new Set(made.map(({ sectionId }) => sectionId))]), grain, period: Between(periods[0], periods.at(-1)!) } });
  const byKey = new Map(known.map((row) => [`${row.sectionId} ${row.period}`, row]));
  const fresh: MadeMean[] = [];
  for (const mean of made) {
    const row = byKey.get(`${mean.sectionId} ${mean.period}`);
    if (!row) fresh.push(mean);
    else if (row.items !== mean.items || row.count !== mean.count || row.sample !== mean.sample) await unit.updateUnrecorded(WaterMean, row, { items: mean.items, count: mean.count, sample: mean.sample });
  }
  await unit.insertUnrecorded(WaterMean, fresh.map((mean) => ({ ...mean, grain })));
}
