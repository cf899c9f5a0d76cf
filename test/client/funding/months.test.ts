import fc from 'fast-check';
import { axisUnit, monthByKey, scaleOf, spread, yearStarts } from '../../../client/funding/months';

const YI = { name: 'yi', per: 10_000_000_000 } as const;

describe('the axes of the months', () => {
  it('count in the unit that the sums ask for, or that the reader chose', () => {
    expect([axisUnit(9_999_999_999, 'zh'), axisUnit(10_000_000_000, 'zh'), axisUnit(1, 'en')].map(({ name }) => name)).toEqual(['wan', 'yi', 'million']);
    expect([axisUnit(1, 'zh', 'YI'), axisUnit(10_000_000_000, 'zh', 'WAN'), axisUnit(1, 'en', 'YI')].map(({ name }) => name)).toEqual(['yi', 'wan', 'million']);
  });

  it('have round ticks', () => {
    expect(scaleOf([122.79 * YI.per], YI).ticks).toEqual([0, 50, 100, 150]);
    expect(scaleOf([7.8 * YI.per], YI).ticks).toEqual([0, 2, 4, 6, 8]);
    expect(scaleOf([3 * YI.per, -0.4 * YI.per], YI).ticks).toEqual([-1, 0, 1, 2, 3]);
    expect(scaleOf([0.7 * YI.per], YI).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('cover every value and nothing, with few ticks', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -(10 ** 13), max: 10 ** 15 }), { minLength: 1 }), (values) => {
      const { low, high, ticks } = scaleOf(values, YI);
      const hair = (high - low) * 1e-6;
      expect(low).toBeLessThanOrEqual(Math.min(0, ...values) + hair);
      expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values) - hair);
      expect(high).toBeGreaterThan(low);
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }));
  });

  it('have names that stand apart, as near to their lines as that allows', () => {
    const names = spread([{ key: 'a', at: 100 }, { key: 'b', at: 101 }, { key: 'c', at: 20 }], 17);
    expect(names.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(names[0]!.at).toBe(20);
    expect(names[2]!.at - names[1]!.at).toBeCloseTo(17, 1);
    expect((names[1]!.at + names[2]!.at) / 2).toBeCloseTo(100.5, 5);
  });

  it('are walked by keys, and end at their ends', () => {
    expect([monthByKey('ArrowLeft', 3, 26), monthByKey('ArrowRight', 25, 26), monthByKey('Home', 3, 26), monthByKey('End', 3, 26), monthByKey('PageDown', 3, 26), monthByKey('x', 3, 26)]).toEqual([2, 25, 0, 25, 0, null]);
    expect(yearStarts(['2023-11', '2023-12', '2024-01', '2024-02'].map((month) => ({ month })))).toEqual([0, 2]);
  });
});
