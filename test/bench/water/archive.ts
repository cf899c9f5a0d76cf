import Sqlite from 'better-sqlite3';
import { grainOf } from '../../../server/api/period';
import { Region } from '../../../server/portfolio/reference.entity';
import { meansOf, type FinerValue, type MadeMean } from '../../../server/water/means';
import { MonitoringSection, SectionLevel, WaterClass } from '../../../server/water/section.entity';
import { emptyCity, openDatabase, type Store } from '../store';

export const SECTIONS = 200;
export const YEARS = [2020, 2021, 2022, 2023, 2024];
/** The items that automatic stations publish. */
export const ITEMS = ['T', 'pH', 'DO', 'CODMn', 'NH3N', 'TP', 'TN'] as const;

/** A river's value at a time: season, day and night, and its own level. */
function valueOf(item: number, section: number, hour: number): string {
  const season = Math.sin((hour / 24 / 365) * 2 * Math.PI + item);
  const day = Math.sin((hour / 24) * 2 * Math.PI);
  const wobble = ((section * 7919 + hour * 104_729 + item * 31) % 1000) / 1000;
  const base = [14, 7.8, 8, 4, 0.6, 0.14, 4][item];
  const spread = [9, 0.3, 2, 1.2, 0.35, 0.06, 1.5][item];
  return Math.max(0.01, base * (0.8 + (section % 40) / 100) + spread * (0.6 * season + 0.1 * day + 0.3 * wobble)).toFixed(item === 4 || item === 5 ? 3 : 2);
}

/** Every four hours of a section's years. */
function* valuesOf(section: number): Generator<{ period: string; values: string[] }> {
  for (let at = Date.UTC(YEARS[0], 0), hour = 0; new Date(at).getUTCFullYear() <= YEARS.at(-1)!; at += 4 * 3_600_000, hour += 4) {
    yield { period: new Date(at).toISOString().slice(0, 13), values: ITEMS.map((_, item) => valueOf(item, section, hour)) };
  }
}

async function addSections(store: Store): Promise<number[]> {
  const database = await openDatabase(store);
  const ids = await database.work({ name: 'bench', userId: null }, async (unit) => {
    const region = await unit.manager.findOneByOrFail(Region, { adcode: '990001' });
    const rows = await unit.insertAll(MonitoringSection, Array.from({ length: SECTIONS }, (_, i) => ({
      code: `B-${i}`, name: `断面${i}`, nameEn: `Section ${i}`, level: SectionLevel.MUNICIPAL, river: '砾溪', regionId: region.id, lon: 100.5, lat: 30.2, locationApproximate: true, target: WaterClass.III, sort: 100 + i,
    })));
    unit.recordEach(rows.map((row) => ({ heading: { kind: 'SECTION_LOADED', subjectType: 'MonitoringSection', subjectId: row.id, summary: row.name }, rows: [row] })));
    return rows.map(({ id }) => id);
  });
  await database.close();
  return ids;
}

/**
 * A city with the four-hourly values of 200 sections over five years, about two million rows, and their means. They come in by the
 * bare driver. Beside them a table that has nothing but the numbers, for what SQL alone can do.
 */
export async function archive(say: (line: string) => void): Promise<{ store: Store; rows: number }> {
  const store = await emptyCity();
  const ids = await addSections(store);
  const bare = new Sqlite(store.file);
  bare.pragma('synchronous = OFF');
  bare.exec(`CREATE TABLE bare_values (section_id INTEGER NOT NULL, period TEXT NOT NULL, ${ITEMS.map((item) => `"${item}" REAL`).join(', ')})`);
  bare.prepare("INSERT INTO sample_batch (part, value_count, sample_count, digest, section_ids, recorded_by, recorded_at) VALUES (1, 0, 0, '', '', 'bench', '2024-06-30 00:00:00.000')").run();
  const sample = bare.prepare('INSERT INTO water_sample (section_id, period, grain, items, sample, batch_id) VALUES (?, ?, ?, ?, 0, 1)');
  const number = bare.prepare(`INSERT INTO bare_values VALUES (?, ?, ${ITEMS.map(() => '?').join(', ')})`);
  const mean = bare.prepare('INSERT INTO water_mean (section_id, period, grain, items, "count", sample) VALUES (?, ?, ?, ?, ?, 0)');
  let rows = 0;
  for (const [place, sectionId] of ids.entries()) {
    bare.exec('BEGIN');
    let finer: FinerValue[] = [];
    for (const { period, values } of valuesOf(place)) {
      const items = JSON.stringify(Object.fromEntries(ITEMS.map((item, i) => [item, values[i]])));
      sample.run(sectionId, period, 'HOURS', items);
      number.run(sectionId, period, ...values.map(Number));
      finer.push({ sectionId, period, items, sample: false });
      rows += 1;
    }
    for (let grain = 0; grain < 3; grain++) {
      const means: MadeMean[] = await meansOf(finer);
      for (const { period, items, count } of means) mean.run(sectionId, period, grainOf(period), items, count);
      finer = means;
    }
    bare.exec('COMMIT');
    if (place % 50 === 49) say(`  … ${rows} rows of ${place + 1} sections`);
  }
  bare.exec('CREATE INDEX ix_bare_values ON bare_values (section_id, period); ANALYZE');
  bare.close();
  return { store, rows };
}
