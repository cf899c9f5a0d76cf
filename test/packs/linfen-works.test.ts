import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { FeatureCollection, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { dayOf, daysBetween, healthOn, pack, someDays, stageOn, suspendedOn } from './linfen';

const count = (day: string, stage: string): number => pack.projects.filter((work) => stageOn(work, day) === stage).length;
const monthOf = (day: string | null): number => Number((day ?? '').slice(5, 7));

describe('the published totals', () => {
  it('95 works, numbered 1 to 95, 76 of them from documents', () => {
    expect(pack.projects.map((work) => work.number)).toEqual(Array.from({ length: 95 }, (_, place) => place + 1));
    expect(pack.projects.filter((work) => !work.sample)).toHaveLength(76);
    expect(pack.projects.slice(76).map((work) => work.code)).toEqual(Array.from({ length: 19 }, (_, place) => `LF-${String(place + 87).padStart(3, '0')}`));
    expect(new Set(pack.projects.map((work) => work.name)).size).toBe(95);
  });

  it('22 in ecology, none of them invented', () => {
    const ecology = pack.projects.filter((work) => work.sector === 'ECOLOGY');
    expect(ecology).toHaveLength(22);
    expect(ecology.filter((work) => work.sample)).toEqual([]);
    expect(new Set(pack.projects.map((work) => work.sector)).size).toBe(6);
  });

  it('12,937,000,000.00 yuan, of very uneven size', () => {
    const yuan = pack.projects.map((work) => (work.investment ?? 0) / 100);
    expect(yuan.reduce((sum, value) => sum + value, 0)).toBe(12_937_000_000);
    expect(Math.min(...yuan)).toBeGreaterThan(10_000_000);
    expect(Math.max(...yuan)).toBeGreaterThan(1_000_000_000);
    expect(Math.max(...yuan)).toBeLessThan(1_500_000_000);
    const rural = pack.projects.filter((work) => work.category === 'RURAL_SEWAGE').map((work) => (work.investment ?? 0) / 100);
    expect(Math.max(...rural)).toBeLessThan(100_000_000);
  });

  it.each([
    ['2023-01-01', 95, 0, 0], ['2024-12-31', 0, 33, 62], ['2025-02-20', 0, 33, 62],
  ])('on %s: %i in preparation, %i in construction, %i completed', (day, preparation, construction, completed) => {
    expect([count(day, 'PREPARATION'), count(day, 'CONSTRUCTION'), count(day, 'COMPLETED')]).toEqual([preparation, construction, completed]);
  });

  it('every ranked region leads at least one work in construction on the last day', () => {
    const ranked = pack.regions.filter((region) => region.ranked);
    expect(ranked).toHaveLength(18);
    for (const region of ranked) {
      const own = pack.projects.filter((work) => work.leadRegion === region.adcode && stageOn(work, '2025-02-20') === 'CONSTRUCTION');
      expect([region.name, own.length > 0]).toEqual([region.name, true]);
    }
  });

  it('all were registered on the first day', () => {
    expect(new Set(pack.projects.map((work) => work.registeredOn))).toEqual(new Set(['2023-01-01']));
  });
});

describe('what documents say of single works', () => {
  const work = (code: string) => pack.projects.find((each) => each.code === code) ?? pack.projects[0];

  it.each([
    ['LF-001', 'CONSTRUCTION'], ['LF-002', 'CONSTRUCTION'], ['LF-003', 'CONSTRUCTION'], ['LF-004', 'CONSTRUCTION'], ['LF-005', 'CONSTRUCTION'],
    ['LF-006', 'CONSTRUCTION'], ['LF-007', 'CONSTRUCTION'], ['LF-008', 'CONSTRUCTION'], ['LF-009', 'PREPARATION'], ['LF-010', 'PREPARATION'],
    ['LF-011', 'PREPARATION'], ['LF-012', 'COMPLETED'],
  ])('%s was in %s on 2023-11-09', (code, stage) => {
    expect(stageOn(work(code), '2023-11-09')).toBe(stage);
    expect(work(code).lists).toContain('winter-action-2023');
  });

  it('the Houma reach of the Fen is completed, the plant at Ganting is still to be built', () => {
    expect(stageOn(work('LF-013'), '2025-02-20')).toBe('COMPLETED');
    expect(stageOn(work('LF-014'), '2025-02-20')).toBe('CONSTRUCTION');
    expect(work('LF-014')).toMatchObject({ leadRegion: '1410A1', regions: ['1410A1', '141024'] });
  });

  it.each([
    ['LF-002', '2023-06-30'], ['LF-003', '2023-12-31'], ['LF-014', '2023-12-31'], ['LF-017', '2024-02-29'], ['LF-027', '2023-12-31'],
    ['LF-053', '2023-06-30'], ['LF-056', '2023-10-31'], ['LF-080', '2023-12-31'],
  ])('%s was to be finished by %s: still so, or put off', (code, day) => {
    const { plannedFinish, originalFinish, sampleFields } = work(code);
    expect([plannedFinish, originalFinish]).toContain(day);
    expect(sampleFields.includes('plannedFinish')).toBe(plannedFinish !== day);
    expect(sampleFields).not.toContain('originalFinish');
  });

  it.each([['LF-009', '2024-02-29'], ['LF-010', '2023-12-31'], ['LF-011', '2023-12-31']])('%s was to be started by %s', (code, day) => {
    expect(work(code).plannedStart).toBe(day);
    expect(work(code).sampleFields).not.toContain('plannedStart');
  });

  it('every documented work names its source, and an invented one none', () => {
    for (const each of pack.projects) expect([each.code, each.sources.length > 0]).toEqual([each.code, !each.sample]);
    expect(pack.projects.flatMap((each) => each.sources).filter((source) => /\.txt|[0-9a-f]{16}/.test(source))).toEqual([]);
    expect(pack.projects.filter((each) => each.lists.includes('provincial'))).toHaveLength(16);
    expect(pack.projects.filter((each) => each.lists.includes('key-works'))).toHaveLength(4);
  });

  it('what is made up is named', () => {
    for (const each of pack.projects) {
      expect(each.sampleFields).toEqual(expect.arrayContaining(['location', 'investment', 'stageHistory', 'actualStart', 'progressHistory', 'funding', 'procedures', 'ownerUnit']));
      expect(each.sampleFields.includes('actualFinish')).toBe(dayOf(each, 'COMPLETED') !== null);
      expect(each.nationalCode !== null).toBe(each.sample);
    }
  });
});

describe('dates are believable', () => {
  it('no two works start or are completed on the same day', () => {
    const starts = pack.projects.map((work) => dayOf(work, 'CONSTRUCTION'));
    const finishes = pack.projects.map((work) => dayOf(work, 'COMPLETED')).filter((day) => day !== null);
    expect(new Set(starts).size).toBe(95);
    expect(new Set(finishes).size).toBe(62);
    expect(new Set(pack.projects.map((work) => work.investment)).size).toBe(95);
  });

  it('few start in winter, many in spring and autumn', () => {
    const months = pack.projects.map((work) => monthOf(dayOf(work, 'CONSTRUCTION')));
    const inMonths = (...wanted: number[]): number => months.filter((month) => wanted.includes(month)).length;
    expect(inMonths(12, 1, 2)).toBeLessThan(15);
    expect(inMonths(3, 4, 5, 6)).toBeGreaterThan(45);
    expect(inMonths(9, 10)).toBeGreaterThan(14);
  });

  it('every work takes from five months to two years', () => {
    for (const work of pack.projects) {
      const finish = dayOf(work, 'COMPLETED');
      if (finish === null) continue;
      const days = daysBetween(dayOf(work, 'CONSTRUCTION') ?? '', finish);
      expect(days).toBeGreaterThanOrEqual(150);
      expect(days).toBeLessThanOrEqual(730);
    }
  });

  it('a finish that was put off was put off to a later day', () => {
    const put = pack.projects.filter((work) => work.originalFinish !== null);
    expect(put.length).toBeGreaterThan(10);
    for (const work of put) expect((work.originalFinish ?? '') < (work.plannedFinish ?? '')).toBe(true);
    for (const work of pack.projects.filter((each) => stageOn(each, '2025-02-20') === 'CONSTRUCTION')) expect((work.plannedFinish ?? '') <= '2025-10-31').toBe(true);
  });
});

describe('how the works do', () => {
  it('on the last day: four behind, two seriously, two resting, three completions to be confirmed', () => {
    const health = pack.projects.map((work) => healthOn(work, '2025-02-20'));
    expect(health.filter((each) => each === 'LAGGING')).toHaveLength(4);
    expect(health.filter((each) => each === 'SERIOUS')).toHaveLength(2);
    expect(pack.projects.filter((work) => suspendedOn(work, '2025-02-20'))).toHaveLength(2);
    const reported = pack.stageEvents.filter((event) => event.status === 'REPORTED');
    expect(reported.map((event) => event.stage)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    for (const event of reported) expect(event.effectiveDate >= '2024-11-01').toBe(true);
  });

  it('on past days a few are late too, and never many', () => {
    const shares = someDays.filter((day) => day >= '2023-05-01').map((day) => {
      const open = pack.projects.filter((work) => stageOn(work, day) !== 'COMPLETED');
      return open.filter((work) => healthOn(work, day) !== 'ON_TRACK').length / open.length;
    });
    expect(Math.max(...shares)).toBeLessThan(0.3);
    expect(shares.filter((share) => share > 0).length / shares.length).toBeGreaterThan(0.9);
  });
});

describe('where the works are', () => {
  const objects = pack.counties.objects.counties as GeometryCollection;
  const counties = (feature(pack.counties, objects) as FeatureCollection<Polygon>).features;
  const insideOf = (adcode: string, at: [number, number]): boolean => counties.some((county) => String(county.id) === adcode && booleanPointInPolygon(at, county));

  it('every work lies inside its lead region; the zone and the city itself have no boundary and lie inside the city', () => {
    for (const work of pack.projects) {
      const at: [number, number] = [work.location?.lon ?? 0, work.location?.lat ?? 0];
      const home = counties.find((county) => booleanPointInPolygon(at, county));
      expect([work.code, home !== undefined]).toEqual([work.code, true]);
      if (counties.some((county) => String(county.id) === work.leadRegion)) expect([work.code, String(home?.id)]).toEqual([work.code, work.leadRegion]);
      if (work.leadRegion === '1410A1') expect(Math.hypot(at[0] - 111.6, at[1] - 36.18)).toBeLessThan(0.08);
    }
  });

  it.each([['LF-005', '沁河'], ['LF-013', '汾河'], ['LF-061', '昕水河'], ['LF-062', '浍河'], ['LF-087', '浍河'], ['LF-101', '鄂河']])('%s lies within a kilometre of the %s', (code, name) => {
    const at = pack.projects.find((work) => work.code === code)?.location ?? { lon: 0, lat: 0 };
    const line = pack.rivers.features.find((river) => river.properties.name_zh === name)?.geometry.coordinates ?? [];
    const kilometres = line.slice(1).map((to, place) => {
      // Distance to a piece of the line, on a plane that is good enough here.
      const scale = [111.2 * Math.cos((at.lat * Math.PI) / 180), 111.2];
      const [ax, ay] = [(line[place][0] - at.lon) * scale[0], (line[place][1] - at.lat) * scale[1]];
      const [bx, by] = [(to[0] - at.lon) * scale[0], (to[1] - at.lat) * scale[1]];
      const along = Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
      return Math.hypot(ax + along * (bx - ax), ay + along * (by - ay));
    });
    expect(Math.min(...kilometres)).toBeLessThan(1);
  });

  it('no two works share a place', () => {
    expect(new Set(pack.projects.map((work) => `${work.location?.lon} ${work.location?.lat}`)).size).toBe(95);
  });

  it('sections lie inside their regions and are marked approximate', () => {
    expect(pack.sections).toHaveLength(9);
    for (const section of pack.sections) {
      expect(section.locationApproximate).toBe(true);
      expect([section.code, insideOf(section.region, [section.location.lon, section.location.lat])]).toEqual([section.code, true]);
    }
  });
});
