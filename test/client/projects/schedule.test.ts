import fc from 'fast-check';
import { addDays } from '../../../client/format/days';
import { pausesAsOf, plannedPauses, plannedLine, plannedProgress, pointsBehind, workingDays } from '../../../client/projects/schedule';

const plan = { plannedStart: null, actualStart: '2023-11-09', plannedFinish: '2024-11-09', suspensions: [{ from: '2023-12-01', to: '2024-03-01' }] };

describe('the planned line', () => {
  it('runs from the planned start, else the actual one, to 100 on the planned finish', () => {
    expect(plannedProgress({ ...plan, suspensions: [] }, '2023-11-09')).toBe(0);
    expect(plannedProgress({ ...plan, suspensions: [] }, '2024-05-10')).toBe(50);
    expect(plannedProgress(plan, '2024-11-09')).toBe(100);
    expect(plannedProgress(plan, '2025-11-09')).toBe(100);
    expect(plannedProgress({ ...plan, plannedStart: '2024-11-08' }, '2024-11-08')).toBe(0);
  });

  it('is flat while the work is suspended', () => {
    expect(plannedProgress(plan, '2023-12-01')).toBe(plannedProgress(plan, '2024-03-01'));
    expect(plannedLine(plan).map(({ day }) => day)).toEqual(['2023-11-09', '2023-12-01', '2024-03-01', '2024-11-09']);
  });

  it('is not there without a start or a finish', () => {
    expect(plannedProgress({ ...plan, plannedFinish: null }, '2024-01-01')).toBeNull();
    expect(plannedProgress({ ...plan, actualStart: null }, '2024-01-01')).toBeNull();
    expect(plannedLine({ ...plan, plannedFinish: '2023-11-09' })).toEqual([]);
  });

  it('never falls', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100 }), (day, more) => {
      const at = addDays('2023-10-01', day);
      expect(plannedProgress(plan, addDays(at, more))!).toBeGreaterThanOrEqual(plannedProgress(plan, at)!);
    }));
  });

  it('tells how many points a work is behind', () => {
    expect(pointsBehind({ ...plan, suspensions: [] }, '2024-05-10', 34)).toBe(16);
    expect(pointsBehind({ ...plan, suspensions: [] }, '2024-05-10', 60)).toBe(-10);
  });
});

describe('working days', () => {
  it('leave suspended days out, an open suspension up to the end', () => {
    expect(workingDays([{ from: '2024-01-11', to: '2024-01-21' }], '2024-01-01', '2024-01-31')).toBe(20);
    expect(workingDays([{ from: '2024-01-11', to: null }], '2024-01-01', '2024-01-31')).toBe(10);
    expect(workingDays([], '2024-01-31', '2024-01-01')).toBe(0);
  });

  it('let a suspension that still lasts count up to today', () => {
    const suspensions = plannedPauses([{ from: '2024-05-10', to: null }], '2024-06-10');
    expect(plannedProgress({ ...plan, suspensions }, '2024-06-10')).toBeCloseTo((100 * 183) / 335);
    expect(plannedPauses([{ from: '2024-05-10', to: null }], '2024-05-01')[0]!.to).toBe('2024-05-10');
  });

  it('look at suspensions as they were on a day', () => {
    const pauses = [{ from: '2023-12-01', to: '2024-03-01' }, { from: '2024-12-01', to: null }];
    expect(pausesAsOf(pauses, '2024-01-15')).toEqual([{ from: '2023-12-01', to: null }]);
    expect(pausesAsOf(pauses, '2024-06-01')).toEqual([{ from: '2023-12-01', to: '2024-03-01' }]);
  });
});
