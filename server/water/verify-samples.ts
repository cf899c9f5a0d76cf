import { MoreThan, type EntityManager } from 'typeorm';
import type { Grain } from '../api/period';
import { digestOf } from './digest';
import { readItems } from './items';
import { meansOf, prevails, type FinerValue } from './means';
import { SampleBatch, SampleReplacement, WaterMean, WaterSample } from './sample.entity';
import { MonitoringSection } from './section.entity';

const BATCHES = 100;

/**
 * Compares the samples with what the change record attests of them: what each batch wrote, as it stands or as it was kept
 * when a later batch replaced it, must have the batch's digest; every mean must follow from the finer values.
 */
export async function* verifySamples(manager: EntityManager): AsyncGenerator<string> {
  let readable = true;
  for (let last = 0; ; ) {
    const batches = await manager.find(SampleBatch, { where: { id: MoreThan(last) }, order: { id: 'ASC' }, take: BATCHES });
    for (const batch of batches) readable = (yield* verifyBatch(manager, batch)) && readable;
    if (batches.length < BATCHES) break;
    last = batches.at(-1)!.id;
  }
  if (!readable) return void (yield 'water_mean: not compared, since there are samples that cannot be read');
  for (const { id } of await manager.find(MonitoringSection, { select: { id: true } })) yield* verifyMeans(manager, id);
}

/** @returns whether its samples can be read */
async function* verifyBatch(manager: EntityManager, { id, digest, samples }: SampleBatch): AsyncGenerator<string, boolean> {
  let readable = true;
  const written = [...(await manager.findBy(WaterSample, { batchId: id })), ...(await manager.findBy(SampleReplacement, { oldBatchId: id }))];
  if (written.length !== samples) yield `sample_batch ${id}: it wrote ${samples} samples, ${written.length} are there`;
  for (const { period, items } of written) {
    try {
      readItems(items);
    } catch (error) {
      readable = false;
      yield `sample_batch ${id}: its sample of ${period} cannot be read (${(error as Error).message})`;
    }
  }
  if (written.length === samples && digestOf(written) !== digest) yield `sample_batch ${id}: its samples do not have the digest that was recorded`;
  return readable;
}

type Values = Map<string, FinerValue>;

async function* verifyMeans(manager: EntityManager, sectionId: number): AsyncGenerator<string> {
  const years = (await manager.query('SELECT DISTINCT substr(period, 1, 4) AS year FROM water_sample WHERE section_id = ? UNION SELECT DISTINCT substr(period, 1, 4) FROM water_mean WHERE section_id = ? ORDER BY 1', [sectionId, sectionId])) as { year: string }[];
  for (const { year } of years) {
    // A year at a time: four-hourly values of all years do not belong in memory.
    const read = async <T>(table: string, columns: string): Promise<(T & { grain: Grain })[]> =>
      (await manager.query(`SELECT ${columns} FROM ${table} WHERE section_id = ? AND period BETWEEN ? AND ?`, [sectionId, year, `${year}-12-31T20`])) as (T & { grain: Grain })[];
    const samples = (await read<FinerValue>('water_sample', 'section_id AS sectionId, period, grain, items, sample')).map((row) => ({ ...row, sample: Boolean(row.sample) }));
    const standing = new Map((await read<Pick<WaterMean, 'period' | 'items' | 'count' | 'sample'>>('water_mean', 'period, grain, items, `count`, sample')).map((row) => [row.period, row]));
    let finer: Values = new Map();
    for (const grain of ['HOURS', 'DAY', 'MONTH'] as const) {
      for (const sample of samples.filter((one) => one.grain === grain)) if (prevails(sample, finer.get(sample.period))) finer.set(sample.period, sample);
      const means = await meansOf(finer.values());
      for (const mean of means) {
        const row = standing.get(mean.period);
        standing.delete(mean.period);
        if (!row) yield `water_mean ${sectionId} ${mean.period}: it is missing`;
        else if (row.items !== mean.items || row.count !== mean.count || Boolean(row.sample) !== mean.sample) yield `water_mean ${sectionId} ${mean.period}: it does not follow from the values`;
      }
      finer = new Map(means.map((mean) => [mean.period, mean]));
    }
    for (const period of standing.keys()) yield `water_mean ${sectionId} ${period}: it is the mean of nothing`;
  }
}
