import { createWork, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { fileOf, ledgerOf } from './asking';

/** Holds a text against RFC 7946: what a FeatureCollection of points must have and must not have. */
function featuresOf(bytes: Buffer): Data[] {
  const collection = JSON.parse(bytes.toString('utf8')) as Data;
  expect(collection.type).toBe('FeatureCollection');
  // Section 4: coordinates are WGS 84, and no other system is named.
  expect(collection).not.toHaveProperty('crs');
  for (const feature of collection.features as Data[]) {
    expect(Object.keys(feature).sort()).toEqual(['geometry', 'id', 'properties', 'type']);
    expect([feature.type, typeof feature.id]).toEqual(['Feature', 'string']);
    expect(feature.properties).toBeInstanceOf(Object);
    if (feature.geometry === null) continue;
    expect(Object.keys(feature.geometry as Data)).toEqual(['type', 'coordinates']);
    expect(feature.geometry.type).toBe('Point');
    const [lon, lat, ...more] = feature.geometry.coordinates as number[];
    expect(more).toEqual([]);
    expect(Math.abs(lon)).toBeLessThanOrEqual(180);
    expect(Math.abs(lat)).toBeLessThanOrEqual(90);
  }
  expect(new Set((collection.features as Data[]).map(({ id }) => id as string)).size).toBe(collection.features.length);
  return collection.features as Data[];
}

describe('works and sections as GeoJSON', () => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite' });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it('hold a point a work, with its main fields; one without a position has none', async () => {
    const features = featuresOf(await fileOf(taskforce, 'projects.geojson'));
    expect(features.map(({ geometry }) => (geometry as Data | null)?.coordinates)).toEqual([[100.3, 30.22], [100.7, 30.3], [100.8, 30.1], undefined]);
    const { nodes } = (await taskforce.must('{ projects { nodes { id number code name stage progress suspended unverified health investment sample leadRegion { adcode } funding { paid } } } }')).projects as { nodes: Data[] };
    expect(features.map(({ id, properties: { number, code, name, stage, progress, suspended, unverified, health, investment, sample, adcode, paid } }) => ({ id, number, code, name, stage, progress, suspended, unverified, health, investment, sample, adcode, paid })))
      .toEqual(nodes.map(({ leadRegion, funding, investment, ...work }) => ({ ...work, adcode: leadRegion.adcode, investment: investment === null ? null : Number(investment), paid: Number(funding.paid) })));
  });

  it('name the day and what is made up', async () => {
    const collection = JSON.parse((await fileOf(taskforce, 'projects.geojson?asOf=2023-12-31')).toString('utf8')) as Data;
    expect(collection.asOf).toBe('2023-12-31');
    expect((collection.features as Data[]).map(({ properties: { asOf, stage } }) => [asOf, stage])).toEqual([['2023-12-31', 'COMPLETED'], ['2023-12-31', 'CONSTRUCTION'], ['2023-12-31', 'CONSTRUCTION']]);
    const { columns, rows } = await ledgerOf(taskforce, 'overall', { asOf: '2023-12-31' });
    expect((collection.features as Data[]).map(({ properties: { sampleFields } }) => sampleFields as string[])).toEqual(rows.map(({ sampleCells }: Data) => sampleCells.map((i: number) => columns[i].key)));
  });

  it('take the filter of works', async () => {
    expect(featuresOf(await fileOf(taskforce, 'projects.geojson?sectors=URBAN&stages=COMPLETED')).map(({ properties }) => properties.code as string)).toEqual(['W-3']);
    expect(featuresOf(await fileOf(taskforce, 'projects.geojson?search=nothing-is-called-so'))).toEqual([]);
  });

  it('hold a point a section, with its target, its last class and how sure its place is', async () => {
    const features = featuresOf(await fileOf(taskforce, 'sections.geojson?asOf=2024-04-30'));
    expect(features.map(({ geometry, properties: { code, target, class: now, period, locationApproximate, asOf, sampleFields } }) => [code, geometry.coordinates, target, now, period, locationApproximate, asOf, (sampleFields as string[]).includes('class')])).toEqual([
      ['T-1', [100.45, 30.244], 'Ⅲ', 'Ⅳ', '2024-04', false, '2024-04-30', true],
      ['T-2', [100.88, 30.2], 'Ⅱ', null, null, true, '2024-04-30', false],
    ]);
    expect(featuresOf(await fileOf(taskforce, 'sections.geojson?regions=990002')).map(({ properties }) => properties.code as string)).toEqual(['T-2']);
  });

  it('keep the largest sum of a work exact', async () => {
    await createWork(taskforce, { code: 'BIG', investment: '9999999999999.99' });
    const [{ properties }] = featuresOf(await fileOf(taskforce, 'projects.geojson?search=BIG'));
    expect(String(properties.investment)).toBe('9999999999999.99');
  });
});
