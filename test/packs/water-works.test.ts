import { dayNumber } from '../../server/packs/generate/days';
import type { Settings } from '../../server/packs/generate/settings';
import { reliefIn, reliefsOf, type DoneWork, type SectionCells } from '../../server/packs/generate/water-works';

const section = { code: 'T-1', region: '990001', upstream_regions: ['990002'], lon: 100, lat: 30 } as unknown as SectionCells;

const settings = (withoutEffect: number): Settings =>
  ({ seed: 'tiny', water: { works: { PIPES: [0.2, 0.2] }, withoutEffect, sections: { 'T-1': { response: 0.5 } } } }) as unknown as Settings;

/** A work some kilometres north of the section. */
const work = (code: string, region: string, km: number, finish: string | null, category = 'PIPES'): DoneWork =>
  ({ work: { code, category, regions: [region] }, course: { finish: finish && dayNumber(finish) }, place: { lon: 100, lat: 30 + km / 111.2 } }) as unknown as DoneWork;

/** Months since year 0. */
const MAY_2024 = 24_292;

describe('what a completed work does for the water', () => {
  it.each([
    ['its own region', work('W-1', '990001', 0, '2024-05-20'), 0.1],
    ['an upstream region, forty kilometres off: about a third', work('W-2', '990002', 40, '2024-05-20'), 0.0367879],
    ['another region, but near', work('W-3', '990003', 9, '2024-05-20'), 0.0798516],
  ])('is felt of %s', (_, one, size) => {
    const [relief] = reliefsOf(section, [one], settings(0));
    expect(relief.month).toBe(MAY_2024);
    expect(relief.size).toBeCloseTo(size, 6);
  });

  it.each([
    ['from another region farther off', work('W-1', '990003', 11, '2024-05-20'), 0],
    ['while it is not completed', work('W-1', '990001', 0, null), 0],
    ['of a kind that has nothing to do with it', work('W-1', '990001', 0, '2024-05-20', 'PLATFORM'), 0],
    ['where works do nothing', work('W-1', '990001', 0, '2024-05-20'), 1],
  ])('is not felt %s', (_, one, withoutEffect) => {
    expect(reliefsOf(section, [one], settings(withoutEffect))).toEqual([]);
  });

  it('comes over three months, and that of several adds up', () => {
    const one = { month: MAY_2024, size: 0.3 };
    expect([-1, 0, 1, 2, 3, 30].map((after) => Math.round(1000 * reliefIn(MAY_2024 + after, [one])))).toEqual([0, 0, 120, 210, 300, 300]);
    expect(reliefIn(MAY_2024 + 3, [one, { month: MAY_2024 + 1, size: 0.1 }])).toBeCloseTo(0.37, 10);
  });
});
