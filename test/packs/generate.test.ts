import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPack } from '../../server/exchange/pack/read';
import { writeFiles } from '../../server/packs/generate/files';
import { generate } from '../../server/packs/generate/generate';
import { FOLDER } from './linfen';

const TINY = join(__dirname, '../fixtures/tiny-city');
const parent = mkdtempSync(join(tmpdir(), 'generate-'));

afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A folder with what the generator needs of the tiny city, and nothing that it writes. */
function tinyInput(name: string): string {
  const folder = join(parent, name);
  for (const file of ['pack.json', 'counties.topojson', 'rivers.geojson']) cpSync(join(TINY, file), join(folder, file));
  cpSync(join(TINY, 'generate'), folder, { recursive: true });
  return folder;
}

it('the checked-in pack is what the generator writes today, byte for byte', () => {
  const target = mkdtempSync(join(parent, 'linfen-'));
  writeFiles(generate(FOLDER), target);
  const written = readdirSync(target).sort();
  expect(written).toEqual(readdirSync(FOLDER).filter((file) => file.endsWith('.csv')).sort());
  expect(written).toEqual(expect.arrayContaining(['projects.csv', 'samples.csv', 'flows.csv']));
  for (const file of written) expect([file, readFileSync(join(target, file)).equals(readFileSync(join(FOLDER, file)))]).toEqual([file, true]);
});

describe('another city', () => {
  it('gets a pack that reads well and holds its own published totals', () => {
    const folder = tinyInput('tiny');
    writeFiles(generate(folder), folder);
    const pack = readPack(folder);
    expect(pack.projects.map((work) => [work.number, work.code, work.leadRegion, work.sample])).toEqual([
      [1, 'T-01', '990001', false], [2, 'T-02', '9900A1', false], [3, 'T-03', '990002', true], [4, 'T-04', '990001', true],
    ]);
    expect(pack.projects.reduce((sum, work) => sum + (work.investment ?? 0), 0)).toBe(10_000_000_000);
    expect(pack.stageEvents.filter((event) => event.stage === 'COMPLETED').map((event) => event.project)).toEqual(['T-01', 'T-02']);
    expect(pack.stageEvents.every((event) => event.effectiveDate <= '2024-05-31')).toBe(true);
    expect(pack.samples.map(({ section, period }) => `${section} ${period}`).filter((_, i) => i % 16 === 0)).toEqual(['T-1 2023-01', 'T-1 2024-05', 'T-2 2024-04']);
    expect(pack.samples.map(({ items }) => Object.keys(items).join(' '))[17]).toBe('T pH DO CODMn NH3N TP TN');
    expect(Object.keys(pack.samples[0].items).join(' ')).toBe('T pH DO CODMn COD NH3N TP TN F');
    expect(pack.samples.every(({ sample }) => sample)).toBe(true);
    expect(pack.sectionResults).toEqual([]);
    expect(pack.tasks.map(({ target }) => target)).toEqual([
      '3条河以上（主要河流）；提温2023年10月底前；运行率80%以上', '2个县（市、区）；总投资1.5亿元', '5.5%以内', null, '7处左右；3个片区增幅20%以上；验收2024年5月15日前', null,
    ]);
    expect(pack.taskEvents.length).toBeGreaterThan(3);
    expect(pack.taskEvents.every(({ sample }) => sample)).toBe(true);
    // T-01 names the brook by its other name, and the zone without a boundary lies in its second region.
    const places = pack.projects.map((work) => work.location ?? { lon: 0, lat: 0 });
    expect(Math.abs(places[0].lat - (30.2 + ((places[0].lon - 100.1) / 0.4) * 0.05))).toBeLessThan(0.01);
    expect(places[1].lon).toBeGreaterThan(100.5);
  });

  it('the same input gives the same answer', () => {
    const one = generate(tinyInput('one'));
    const two = generate(tinyInput('two'));
    expect(two).toEqual(one);
  });

  it.each([
    ['"works": 4', '"works": 5', 'facts and invented works make 4, not 5'],
    ['"URBAN": 2', '"URBAN": 3', '2 works are in URBAN, not 3'],
    ['"DREDGE": {', '"MUD": {', 'generator.json: categories has no DREDGE, which T-01 needs'],
    ['"T-1": "IV"', '"T-1": "I"', 'found no water samples that hold what was published; see water.sections in generator.json'],
    ['"2023": 1 }', '"2023": 0 }', 'found no water samples that hold what was published; see water.sections in generator.json'],
    ['"seed": "tiny"', '"seeds": "tiny"', 'generator.json: seed:'],
  ])('settings with %j as %j are told apart', (from, to, message) => {
    const folder = tinyInput(`bad ${from.replaceAll(/\W/g, '')}`);
    const file = join(folder, 'generator.json');
    const settings = readFileSync(file, 'utf8');
    writeFileSync(file, settings.replace(from, to));
    expect(settings.includes(from)).toBe(true);
    expect(() => generate(folder)).toThrow(message);
  });
});
