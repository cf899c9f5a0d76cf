import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDatabase } from '../../server/database/verify';
import { loadPack } from '../../server/exchange/pack/load';
import type { PackSample } from '../../server/exchange/pack/read';
import { writeFiles } from '../../server/packs/generate/files';
import { generate } from '../../server/packs/generate/generate';
import { Exact } from '../../server/water/exact';
import { INDICATOR_KEYS, WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { found, undetected, type Measure } from '../../server/water/measures';
import { meanOf } from '../../server/water/period-mean';
import { isImpossible } from '../../server/water/plausible';
import { WaterMean, WaterSample } from '../../server/water/sample.entity';
import { judgeSection } from '../../server/water/section-class';
import { verifySamples } from '../../server/water/verify-samples';
import { Database } from '../../server/database/database';
import { localBell } from '../../server/database/bell';
import { tables } from '../../server/tables';
import { onEachEngine, openTestDatabase, packOf, startTestApp, TestClock, type Data, type TestApp } from '../harness';
import { FOLDER, pack } from './linfen';

const CLASSES = ['I', 'II', 'III', 'IV', 'V', 'INFERIOR_V'];
const CODES = ['LF-N1', 'LF-N2', 'LF-N3', 'LF-N4', 'LF-N5', 'LF-N6', 'LF-N7', 'LF-N8', 'LF-N9'];

const measuresOf = ({ items }: PackSample): Map<IndicatorKey, Measure> =>
  new Map(INDICATOR_KEYS.flatMap((key) => {
    const item = items[key];
    return item ? [[key, item.belowDetection ? undetected(Exact.of(item.value)) : found(Exact.of(item.value))] as const] : [];
  }));

const samplesOf = (code: string, from: string, to: string): PackSample[] => pack.samples.filter(({ section, period }) => section === code && period >= from && period <= to);

/** The class of the mean over some months. */
const classOver = (code: string, from: string, to: string) => judgeSection(meanOf(samplesOf(code, from, to).map(measuresOf)), WaterBody.RIVER);

const classesIn = (from: string, to: string): (string | null)[] => CODES.map((code) => classOver(code, from, to).class);
const goodIn = (from: string, to: string): number => classesIn(from, to).filter((value) => value !== null && ['I', 'II', 'III'].includes(value)).length;

/** An item's values in some months of the year, "01" to "12", over all years. */
const valuesIn = (code: string, key: IndicatorKey, ...months: string[]): number[] =>
  samplesOf(code, '2021-01', '2025-02').filter(({ period }) => !months.length || months.includes(period.slice(5))).map((sample) => measuresOf(sample).get(key)!.value.toNumber());

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)];
  const product = one.reduce((sum, value, i) => sum + (value - a) * (other[i] - b), 0);
  return product / Math.sqrt(one.reduce((sum, value) => sum + (value - a) ** 2, 0) * other.reduce((sum, value) => sum + (value - b) ** 2, 0));
}

describe('what was published of the nine sections', () => {
  it('holds for January to May 2021: the classes of the means', () => {
    expect(classesIn('2021-01', '2021-05')).toEqual(['II', 'II', 'II', 'III', 'III', 'IV', 'V', 'V', 'INFERIOR_V']);
  });

  it('holds for the years: seven of nine good in 2023, eight in 2024', () => {
    expect(goodIn('2023-01', '2023-12')).toBe(7);
    expect(goodIn('2024-01', '2024-12')).toBe(8);
  });

  it('the latest month has eight good sections, and one or two that miss their targets', () => {
    expect(goodIn('2025-02', '2025-02')).toBe(8);
    const latest = classesIn('2025-02', '2025-02');
    const missed = pack.sections.filter(({ targetClass }, i) => CLASSES.indexOf(latest[i]!) > CLASSES.indexOf(targetClass));
    expect(missed.map(({ code }) => code)).toEqual(['LF-N9']);
  });
});

describe('the samples', () => {
  it('are 50 months of nine sections, all made up, each with the items that its laboratory measures', () => {
    expect(pack.sections.map(({ code }) => code)).toEqual(CODES);
    expect(pack.samples).toHaveLength(450);
    expect(pack.samples.every(({ sample }) => sample)).toBe(true);
    expect([pack.samples[0].period, pack.samples.at(-1)!.period]).toEqual(['2021-01', '2025-02']);
    expect(pack.sectionResults).toEqual([]);
    for (const code of CODES) {
      const items = new Set(samplesOf(code, '2021-01', '2025-02').map((sample) => Object.keys(sample.items).join(' ')));
      expect([code, ...items]).toEqual([code, code < 'LF-N6' ? 'T pH DO CODMn NH3N TP TN' : code === 'LF-N6' ? 'T pH DO CODMn COD BOD5 NH3N TP TN' : 'T pH DO CODMn COD BOD5 NH3N TP TN F']);
    }
  });

  it('have only values that water can have, and total nitrogen holds the ammonia', () => {
    for (const sample of pack.samples) {
      const measures = measuresOf(sample);
      for (const [key, { value }] of measures) expect([sample.section, sample.period, key, isImpossible(key, value)]).toEqual([sample.section, sample.period, key, false]);
      expect(measures.get('TN')!.value.compare(measures.get('NH3N')!.value)).toBe(1);
      // Not even of ice-cold water does a river hold a quarter more oxygen than saturates it.
      const [oxygen, celsius] = [measures.get('DO')!.value.toNumber(), measures.get('T')!.value.toNumber()];
      expect(oxygen / (468 / (31.6 + celsius))).toBeLessThan(1.25);
      expect(celsius).toBeGreaterThan(0);
      expect(celsius).toBeLessThan(32);
    }
  });

  it('are written as laboratories write them, some below the detection limit', () => {
    const lines = readFileSync(join(FOLDER, 'samples.csv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split(','));
    const forms = [/^\d+\.\d$/, /^\d\.\d$/, /^\d+\.\d$/, /^\d+\.\d$/, /^(\d+)?$/, /^(\d+\.\d)?$/, /^(\d\.\d{3}|0\.025L)$/, /^\d\.\d{3}$/, /^\d+\.\d\d$/, /^(\d\.\d\d)?$/];
    for (const [section, period, ...cells] of lines) forms.forEach((form, i) => expect([section, period, i, form.test(cells[i])]).toEqual([section, period, i, true]));
    const below = pack.samples.filter(({ items }) => items.NH3N!.belowDetection);
    expect(below.length).toBeGreaterThan(5);
    expect(new Set(below.map(({ section }) => section))).toEqual(new Set(['LF-N1', 'LF-N3']));
  });

  it('follow the seasons: ammonia in ice and low water, oxygen short of saturation then, phosphorus with the storms of summer', () => {
    for (const code of CODES) {
      expect(mean(valuesIn(code, 'NH3N', '12', '01', '02'))).toBeGreaterThan(1.2 * mean(valuesIn(code, 'NH3N', '07', '08', '09')));
      expect(mean(valuesIn(code, 'TP', '07', '08'))).toBeGreaterThan(1.1 * mean(valuesIn(code, 'TP', '10', '11', '12')));
      expect(mean(valuesIn(code, 'T', '07'))).toBeGreaterThan(mean(valuesIn(code, 'T', '01')) + 18);
      const saturation = (...months: string[]): number => {
        const celsius = valuesIn(code, 'T', ...months);
        return mean(valuesIn(code, 'DO', ...months).map((oxygen, i) => oxygen / (468 / (31.6 + celsius[i]))));
      };
      expect(saturation('01', '02')).toBeLessThan(saturation('04', '05') - 0.05);
      // Cold water holds more all the same.
      expect(correlation(valuesIn(code, 'DO'), valuesIn(code, 'T'))).toBeLessThan(-0.6);
    }
  });

  it('hang together: what is organic rises together, and a month is like the one before', () => {
    for (const code of ['LF-N6', 'LF-N7', 'LF-N8', 'LF-N9']) {
      expect(correlation(valuesIn(code, 'CODMn'), valuesIn(code, 'COD'))).toBeGreaterThan(0.7);
      expect(correlation(valuesIn(code, 'COD'), valuesIn(code, 'BOD5'))).toBeGreaterThan(0.7);
      expect(correlation(valuesIn(code, 'CODMn'), valuesIn(code, 'TP'))).toBeGreaterThan(0.5);
    }
    for (const code of CODES) {
      const values = valuesIn(code, 'CODMn');
      expect([code, correlation(values.slice(1), values.slice(0, -1)) > 0.25]).toEqual([code, true]);
    }
  });

  it('get better over the years, most where most was to be done', () => {
    const change = (code: string, key: IndicatorKey): number => {
      const of = (year: string): number => mean(samplesOf(code, `${year}-01`, `${year}-12`).map((sample) => measuresOf(sample).get(key)!.value.toNumber()));
      return of('2024') / of('2021') - 1;
    };
    for (const code of ['LF-N7', 'LF-N8', 'LF-N9']) for (const key of ['NH3N', 'TP', 'COD'] as const) expect(change(code, key)).toBeLessThan(-0.3);
    for (const code of CODES) expect(change(code, 'CODMn')).toBeLessThan(0.1);
    // What stands worse than class III is what such rivers carry.
    expect(new Set(CODES.flatMap((code) => classOver(code, '2021-01', '2021-12').pollutants.map(({ key }) => key)))).toEqual(new Set(['NH3N', 'TP', 'COD', 'CODMn']));
  });

  it('a section keeps its class from most months to the next, and moves by one class', () => {
    let [steps, kept] = [0, 0];
    for (const code of CODES) {
      const months = samplesOf(code, '2021-01', '2025-02').map((sample) => CLASSES.indexOf(judgeSection(measuresOf(sample), WaterBody.RIVER).class!));
      for (let place = 1; place < months.length; place++) {
        steps += 1;
        if (months[place] === months[place - 1]) kept += 1;
        expect(Math.abs(months[place] - months[place - 1])).toBeLessThanOrEqual(1);
      }
    }
    expect(kept / steps).toBeGreaterThan(0.6);
  });

  it('are the same bytes on every run', () => {
    const parent = mkdtempSync(join(tmpdir(), 'water-'));
    try {
      writeFiles(generate(FOLDER), parent);
      for (const file of ['samples.csv', 'sections.csv']) expect([file, readFileSync(join(parent, file)).equals(readFileSync(join(FOLDER, file)))]).toEqual([file, true]);
    } finally {
      rmSync(parent, { recursive: true, force: true });
    }
  });
});

describe('the neighbours', () => {
  it('the Fen runs from Xiajin Bridge to Shangpingwang and takes the Lao in before; two western rivers meet the Yellow River above Hukou', () => {
    expect(pack.sections.flatMap(({ code, downstream }) => (downstream ? [`${code} ${downstream}`] : []))).toEqual(['LF-N3 LF-N1', 'LF-N4 LF-N1', 'LF-N8 LF-N7', 'LF-N9 LF-N8']);
  });

  it('what comes past a section comes past the next one downstream too', () => {
    for (const { code, region, upstreamRegions, downstream } of pack.sections) {
      const next = pack.sections.find((other) => other.code === downstream);
      if (next) expect([code, [region, ...upstreamRegions].filter((adcode) => adcode !== next.region && !next.upstreamRegions.includes(adcode))]).toEqual([code, []]);
    }
  });
});

onEachEngine('the samples of the Linfen pack', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ engine, pack: 'linfen' });
  });
  afterAll(() => app.stop());

  it('are judged by the platform as they were published', async () => {
    const leader = await app.as('leader');
    const { y2023, y2024, latest } = await leader.must(`{
      y2023: waterSummary(period: "2023", level: NATIONAL) { judged good }
      y2024: waterSummary(period: "2024", level: NATIONAL) { sections judged good inferiorV index change }
      latest: waterMap { summary { period judged good } marks { code sample } }
    }`);
    expect(y2023).toEqual({ judged: 9, good: 7 });
    expect(y2024).toMatchObject({ sections: 9, judged: 9, good: 8, inferiorV: 0 });
    // Nine sections of class II to IV: each of some seven to ten items at a third to the whole of class III.
    expect(y2024.index).toBeGreaterThan(3);
    expect(y2024.index).toBeLessThan(6);
    expect(y2024.change).toBeLessThan(-0.02);
    expect(y2024.change).toBeGreaterThan(-0.3);
    expect(latest.summary).toEqual({ period: '2025-02', judged: 9, good: 8 });
    expect(latest.marks.map(({ sample }: Data) => sample)).toEqual(Array(9).fill(true));
  });

  it('say which works the river has upstream, and whose water comes past', async () => {
    const { section } = await (await app.as('leader')).must('{ section(code: "LF-N7") { upstream { code } downstream { code } upstreamRegions { shortName } } }');
    expect(section).toEqual({ upstream: [{ code: 'LF-N8' }], downstream: null, upstreamRegions: ['尧都', '霍州', '洪洞', '曲沃', '襄汾', '古县', '浮山', '汾西', '开发区'].map((shortName) => ({ shortName })) });
  });

  it('stand in the database as the change record attests', async () => {
    expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);
  });

  it.each([
    ['all of this pack', 'linfen', []],
    ['what is made up of another', 'tiny', [['2020-11', false], ['2020-12-06', false]]],
  ] as const)('%s stays out where no demonstration is wanted', async (_, name, kept) => {
    const stored = await openTestDatabase(engine);
    const database = await Database.open(stored.address, tables, new TestClock('2025-02-20'), localBell());
    try {
      await loadPack(database, packOf(name), { works: false });
      expect((await database.read.find(WaterSample, { order: { period: 'ASC' } })).map(({ period, sample }) => [period, sample])).toEqual(kept);
      expect((await database.read.find(WaterMean, { order: { period: 'ASC' } })).map(({ period, count, sample }) => [period, count, sample])).toEqual(kept.length ? [['2020', 2, false], ['2020-12', 1, false]] : []);
      expect((await verifyDatabase(database, [verifySamples])).problems).toEqual([]);
    } finally {
      await database.close();
      await stored.drop();
    }
  });
});
