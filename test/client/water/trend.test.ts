import { bandsIn, runsOf, scaleFor, targetLimit, ticksIn } from '../../../client/water/section/trend';

const TP = { kind: 'UPPER', limits: [0.02, 0.1, 0.2, 0.3, 0.4], range: null } as const;
const COD = { kind: 'UPPER', limits: [15, 15, 20, 30, 40], range: null } as const;
const DO = { kind: 'LOWER', limits: [7.5, 6, 5, 3, 2], range: null } as const;
const PH = { kind: 'RANGE', limits: null, range: [6, 9] } as const;
const T = { kind: 'NONE', limits: null, range: null } as const;
const mutable = <V>(value: V) => value as unknown as Parameters<typeof bandsIn>[0];

describe('the chart of an item', () => {
  it('has the classes of the standard behind it, no further than its axis', () => {
    expect(bandsIn(mutable(TP), { low: 0, high: 0.25, ticks: [] })).toEqual([
      { grade: 'I', low: 0, high: 0.02 }, { grade: 'II', low: 0.02, high: 0.1 }, { grade: 'III', low: 0.1, high: 0.2 }, { grade: 'IV', low: 0.2, high: 0.25 },
    ]);
    expect(bandsIn(mutable(TP), { low: 0, high: 1, ticks: [] }).at(-1)).toEqual({ grade: 'INFERIOR_V', low: 0.4, high: 1 });
  });

  it('gives a class no band where the standard gives it the limit of the one before', () => {
    expect(bandsIn(mutable(COD), { low: 0, high: 22, ticks: [] }).map(({ grade }) => grade)).toEqual(['I', 'III', 'IV']);
  });

  it('turns oxygen round, and marks only what lies outside the range of pH', () => {
    expect(bandsIn(mutable(DO), { low: 0, high: 10, ticks: [] }).map(({ grade, low, high }) => [grade, low, high])).toEqual([['I', 7.5, 10], ['II', 6, 7.5], ['III', 5, 6], ['IV', 3, 5], ['V', 2, 3], ['INFERIOR_V', 0, 2]]);
    expect(bandsIn(mutable(PH), { low: 5.5, high: 9.5, ticks: [] })).toEqual([{ grade: 'INFERIOR_V', low: 5.5, high: 6 }, { grade: 'INFERIOR_V', low: 9, high: 9.5 }]);
    expect(bandsIn(mutable(T), { low: 0, high: 30, ticks: [] })).toEqual([]);
  });

  it('shows every value and the target', () => {
    expect(targetLimit(mutable(TP), 'III')).toBe(0.2);
    expect([targetLimit(mutable(PH), 'III'), targetLimit(mutable(TP), 'INFERIOR_V')]).toEqual([null, null]);
    const small = scaleFor(mutable(TP), [0.01, 0.02], 'III');
    expect(small).toMatchObject({ low: 0 });
    expect(small.high).toBeCloseTo(0.23, 12);
    expect(scaleFor(mutable(TP), [1], 'III').high).toBeCloseTo(1.12, 12);
    expect(scaleFor(mutable(PH), [7, 9.8], 'III')).toMatchObject({ low: 5.5, high: 9.8 });
    expect(scaleFor(mutable(T), [-2, 20], 'III').low).toBeCloseTo(-2.24, 12);
  });

  it('has round figures at its side', () => {
    expect(ticksIn(0, 0.23)).toEqual([0, 0.1, 0.2]);
    expect(ticksIn(5.5, 9.5)).toEqual([6, 7, 8, 9]);
    expect(ticksIn(0, 31)).toEqual([0, 10, 20, 30]);
  });

  it('breaks the line where a period is missing', () => {
    expect(runsOf([{ place: 1 }, { place: 2 }, { place: 4 }]).map((run) => run.length)).toEqual([2, 1]);
  });
});
