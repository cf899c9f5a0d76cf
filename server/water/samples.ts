import { In, type EntityManager } from 'typeorm';
import { grainOf, type Period } from '../api/period';
import type { UnitOfWork } from '../database/unit-of-work';
import { digestOf } from './digest';
import type { IndicatorKey } from './indicators';
import { readItems, writeItems, type SampleItem, type SampleItems } from './items';
import { bringMeansUpToDate } from './means';
import { SampleBatch, SampleReplacement, WaterSample } from './sample.entity';
import { MonitoringSection } from './section.entity';

/** What a section measured in a period, as it came in. */
export interface NewSample {
  section: MonitoringSection;
  period: Period;
  items: SampleItems;
}

/** Where samples came from. */
export interface SampleSource {
  /** The file, and which of its parts this is; null where they were entered by hand. */
  file: { name: string; digest: string; part: number } | null;
  /** Adcodes of the sections' regions, for whom the change is of interest. */
  adcodes: readonly string[];
  /** Whether the values are made up for the demonstration. */
  sample: boolean;
}

export interface WrittenSamples {
  /** Samples that are new, changed, or stood already as they came. */
  created: number;
  changed: number;
  unchanged: number;
  /** Values that took the place of other ones. */
  replaced: number;
  /** What became of each of them. */
  outcomes: readonly SampleOutcome[];
}

/** What became of a sample, or would. */
export interface SampleOutcome {
  sectionId: number;
  period: Period;
  outcome: 'CREATED' | 'CHANGED' | 'UNCHANGED';
}

/** The change column holds so many characters of adcodes. */
const ADCODES_KEPT = 400;
/** Characters of earlier samples in one change record: below its 64 KiB whatever they are. */
const EARLIER_IN_A_CHANGE = 12_000;
const SAMPLES_AT_ONCE = 500;

interface Step {
  section: MonitoringSection;
  period: Period;
  items: string;
  /** Whether any of it is made up once it is written. */
  sample: boolean;
  before: WaterSample | null;
}

/**
 * Writes samples and brings the means that they enter up to date, as part of a unit of work: a change record with the
 * digest of all that was written, and others with what was replaced. A sample that stands already keeps the items that
 * do not come again, unless it was made up; one that comes as it stands is not written.
 */
export async function writeSamples(unit: UnitOfWork, samples: readonly NewSample[], source: SampleSource): Promise<WrittenSamples> {
  // Whoever writes of a section holds it: the means of two writers at once would each lack the other's values.
  await unit.lockAll(MonitoringSection, samples.map(({ section }) => section.id));
  // Asked behind the lock: of two who send one file together the second finds what the first has done.
  const inBefore = source.file !== null && (await partDone(unit, source.file));
  const { steps, replaced, outcomes } = planned(samples, inBefore ? new Map() : await standingSamples(unit.manager, samples), source.sample);
  if (inBefore) return { created: 0, changed: 0, unchanged: outcomes.length, replaced: 0, outcomes: outcomes.map((one) => ({ ...one, outcome: 'UNCHANGED' as const })) };
  const created = steps.filter(({ before }) => !before).length;
  const answer = { created, changed: steps.length - created, unchanged: outcomes.length - steps.length, replaced, outcomes };
  if (!steps.length && !source.file) return answer;

  const values = samples.reduce((sum, { items }) => sum + items.size, 0);
  const batch = await unit.insert(SampleBatch, {
    sourceName: source.file?.name.slice(0, 200) ?? null, sourceDigest: source.file?.digest ?? null, part: source.file?.part ?? 1,
    values, samples: steps.length,
    digest: digestOf(steps.map(({ section, period, items, sample }) => ({ sectionId: section.id, period, items, sample }))),
    sectionIds: [...new Set(steps.map(({ section }) => section.id))].join(','),
    recordedBy: unit.actor.name, recordedAt: unit.now,
  });
  const adcodes = source.adcodes.join(',').length <= ADCODES_KEPT ? source.adcodes : [];
  unit.record({ kind: 'SAMPLES_RECORDED', subjectType: 'SampleBatch', subjectId: batch.id, adcodes, summary: summaryOf(samples, steps, values, source) });
  await keepReplaced(unit, steps, batch, adcodes);
  for (const { before, items, sample } of steps) if (before) await unit.updateUnrecorded(WaterSample, before, { items, batchId: batch.id, sample });
  const fresh = steps.filter(({ before }) => !before);
  await unit.insertUnrecorded(WaterSample, fresh.map(({ section, period, items }) => ({ sectionId: section.id, period, grain: grainOf(period), items, sample: source.sample, batchId: batch.id })));
  await bringMeansUpToDate(unit, steps.map(({ section, period }) => ({ sectionId: section.id, period })));
  return answer;
}

/** What writing samples would do, of those that stand now. */
export const compareSamples = async (manager: EntityManager, samples: readonly NewSample[]): Promise<Pick<WrittenSamples, 'replaced' | 'outcomes'>> => planned(samples, await standingSamples(manager, samples), false);

const partDone = async (unit: UnitOfWork, { digest, part }: NonNullable<SampleSource['file']>): Promise<boolean> => (await unit.manager.countBy(SampleBatch, { sourceDigest: digest, part })) > 0;

const keyOf = (sectionId: number, period: Period): string => `${sectionId} ${period}`;

/** The samples that stand for the same sections and periods. */
async function standingSamples(manager: EntityManager, samples: readonly NewSample[]): Promise<Map<string, WaterSample>> {
  const bySection = new Map<number, Set<Period>>();
  for (const { section, period } of samples) {
    const periods = bySection.get(section.id);
    if (periods) periods.add(period);
    else bySection.set(section.id, new Set([period]));
  }
  const found = new Map<string, WaterSample>();
  for (const [sectionId, periods] of bySection) {
    const ordered = [...periods].sort();
    for (let i = 0; i < ordered.length; i += SAMPLES_AT_ONCE) {
      const rows = await manager.find(WaterSample, { where: { sectionId, period: In(ordered.slice(i, i + SAMPLES_AT_ONCE)) } });
      for (const row of rows) found.set(keyOf(sectionId, row.period), row);
    }
  }
  return found;
}

const sameValue = (a: SampleItem, b: SampleItem): boolean => a.belowDetection === b.belowDetection && a.value.equals(b.value);

/** Finer than anything is measured; what a spreadsheet's binary fractions leave of zero lies beyond. */
const PLACES_KEPT = 12;

/**
 * What is to be written, a step a section and period, and how many values give way to others.
 * @param made whether what comes is made up; what was made up gives way as a whole to what is measured, for one result
 * never rests on both
 */
function planned(samples: readonly NewSample[], standing: ReadonlyMap<string, WaterSample>, made: boolean): { steps: Step[]; replaced: number; outcomes: SampleOutcome[] } {
  const merged = new Map<string, { section: MonitoringSection; period: Period; items: Map<IndicatorKey, SampleItem>; old: SampleItems; before: WaterSample | null }>();
  let replaced = 0;
  for (const { section, period, items } of samples) {
    const key = keyOf(section.id, period);
    let one = merged.get(key);
    if (!one) {
      const before = standing.get(key) ?? null;
      const old = before ? readItems(before.items) : new Map<IndicatorKey, SampleItem>();
      const givesWay = before?.sample === true && !made;
      merged.set(key, (one = { section, period, items: givesWay ? new Map() : new Map(old), old, before }));
    }
    for (const [indicator, given] of items) {
      const item = { ...given, value: given.value.round(PLACES_KEPT) };
      const old = one.items.get(indicator) ?? one.old.get(indicator);
      // The same value in other words stays as it stands: sending a file again from another program changes nothing.
      const same = old && sameValue(old, item);
      if (old && !same) replaced += 1;
      one.items.set(indicator, same ? old : item);
    }
  }
  const all = [...merged.values()].map(({ section, period, items, before }): Step => ({ section, period, before, items: writeItems(items), sample: made }));
  const stands = ({ items, sample, before }: Step): boolean => before !== null && items === before.items && sample === before.sample;
  const steps = all.filter((step) => !stands(step));
  const outcomes = all.map((step): SampleOutcome => ({ sectionId: step.section.id, period: step.period, outcome: !step.before ? 'CREATED' : stands(step) ? 'UNCHANGED' : 'CHANGED' }));
  return { steps, replaced, outcomes };
}

/** What was replaced goes into the change record as it was, as many records as it takes. */
async function keepReplaced(unit: UnitOfWork, steps: readonly Step[], batch: SampleBatch, adcodes: readonly string[]): Promise<void> {
  const earlier = steps.flatMap(({ before }) => before ?? []);
  for (let i = 0; i < earlier.length; ) {
    const part: WaterSample[] = [];
    let characters = 0;
    while (i < earlier.length && (part.length === 0 || characters + earlier[i].items.length + 150 <= EARLIER_IN_A_CHANGE)) {
      characters += earlier[i].items.length + 150;
      part.push(earlier[i++]);
    }
    await unit.insertAll(SampleReplacement, part.map(({ batchId, sectionId, period, items, sample }) => ({ batchId: batch.id, oldBatchId: batchId, sectionId, period, items, sample })));
    unit.record({ kind: 'SAMPLES_REPLACED', subjectType: 'SampleBatch', subjectId: batch.id, adcodes, summary: `原监测数据 ${part.length} 条由第 ${batch.id} 批替换，原值存于本记录` });
  }
}

function summaryOf(samples: readonly NewSample[], steps: readonly Step[], values: number, { file }: SampleSource): string {
  const periods = samples.map(({ period }) => period).sort();
  const [first, last] = [periods[0], periods.at(-1)!];
  const names = [...new Set(samples.map(({ section }) => section.name))];
  const where = names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 个断面` : names.join('、');
  const when = first === last ? first : `${first} 至 ${last}`;
  return `${file ? `导入「${file.name}」第 ${file.part} 批：` : '录入监测数据：'}${where} ${when}，${values} 个数值，写入 ${steps.length} 条`;
}


/** The sections that batches wrote of, by their keys. */
export async function sectionsOfBatches(manager: EntityManager, batchIds: readonly number[]): Promise<number[]> {
  const ids = new Set<number>();
  const ordered = [...new Set(batchIds)];
  for (let i = 0; i < ordered.length; i += SAMPLES_AT_ONCE) {
    const batches = await manager.find(SampleBatch, { select: { id: true, sectionIds: true }, where: { id: In(ordered.slice(i, i + SAMPLES_AT_ONCE)) } });
    for (const { sectionIds } of batches) for (const id of sectionIds.split(',')) if (id) ids.add(Number(id));
  }
  return [...ids];
}
