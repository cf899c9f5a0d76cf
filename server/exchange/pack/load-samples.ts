import { createHash } from 'node:crypto';
import type { UnitOfWork } from '../../database/unit-of-work';
import { Exact } from '../../water/exact';
import { isIndicatorKey, type IndicatorKey } from '../../water/indicators';
import type { SampleItem } from '../../water/items';
import { writeSamples, type NewSample } from '../../water/samples';
import type { MonitoringSection } from '../../water/section.entity';
import type { Pack, PackSample } from './types';

/** Samples in one batch: some ten thousand values. */
const AT_ONCE = 1000;

/**
 * Loads the samples of sections, whose file is the pack: measured and made-up ones in batches of their own.
 * @param sections the pack's sections by their codes
 * @param made false leaves out what is made up.
 */
export async function loadSamples(unit: UnitOfWork, pack: Pack, sections: ReadonlyMap<string, MonitoringSection>, made: boolean): Promise<void> {
  const regionOf = new Map(pack.sections.map(({ code, region }) => [code, region]));
  const digest = createHash('sha256').update(JSON.stringify(pack.samples)).digest('hex');
  let part = 0;
  for (const sample of made ? [false, true] : [false]) {
    const rows = pack.samples.filter((row) => row.sample === sample);
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      const some = rows.slice(i, i + AT_ONCE);
      const adcodes = [...new Set(some.map(({ section }) => regionOf.get(section)!))];
      await writeSamples(unit, some.map((row) => newSample(row, sections)), { file: { name: `${pack.info.id}/samples.csv`, digest, part: ++part }, adcodes, sample });
    }
  }
}

function newSample({ section, period, items }: PackSample, sections: ReadonlyMap<string, MonitoringSection>): NewSample {
  const read = new Map<IndicatorKey, SampleItem>();
  for (const [key, { value, belowDetection }] of Object.entries(items)) {
    if (isIndicatorKey(key)) read.set(key, { value: Exact.of(value), belowDetection, text: belowDetection ? `${value}L` : null, unit: null });
  }
  return { section: sections.get(section)!, period, items: read };
}
