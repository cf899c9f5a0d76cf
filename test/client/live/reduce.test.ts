import fc from 'fast-check';
import { applyProgressUpdate, type ProgressMark, type ProgressState, type ProgressUpdate } from '../../../client/live/reduce';

const mark = (n: number, more: Partial<ProgressMark> = {}): ProgressMark => ({
  projectId: `p${n}`, number: n, name: `工程${n}`, adcode: '141002', sector: 'ECOLOGY', stage: 'PREPARATION', stageSince: '2023-01-01', corrected: false, progress: 0,
  health: 'ON_TRACK', unverified: false, suspended: false, location: { lon: 111.5, lat: 36.1 }, ...more,
});
const summary = (total: number) => ({
  total, preparation: total, construction: 0, completed: 0, unverified: 0, suspended: 0, lagging: 0, serious: 0, startedShare: 0, completedShare: 0,
  investment: '1.00', investmentDone: '0.00', fundsPlanned: '0.00', fundsArrived: '0.00', arrivalRate: null,
});
const snapshot = (cursor: string, marks: ProgressMark[]): ProgressUpdate =>
  ({ __typename: 'ProgressMap', at: '2025-02-20T01:00:00Z', cursor, asOf: '2025-02-20', summary: summary(marks.length), marks });
const patch = (cursor: string, changed: ProgressMark[], removed: string[], total: number): ProgressUpdate =>
  ({ __typename: 'ProgressMapPatch', at: '2025-02-20T02:00:00Z', cursor, asOf: '2025-02-20', summary: summary(total), changed, removed });
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the map on the screen', () => {
  it('is replaced by a snapshot, and nothing pulses when it first appears', () => {
    const state = applyProgressUpdate(null, snapshot('a', [mark(1), mark(2)]));
    expect([...state.marks.keys()]).toEqual(['p1', 'p2']);
    expect(state.changes).toEqual([]);
    expect(state.revision).toBe(0);
  });

  it('keeps the identity of every mark that a patch does not change', () => {
    const before = applyProgressUpdate(null, snapshot('a', [mark(1), mark(2), mark(3)]));
    const after = applyProgressUpdate(before, patch('b', [copy(mark(2)), mark(3, { stage: 'CONSTRUCTION' })], [], 3));
    expect(after.marks.get('p1')).toBe(before.marks.get('p1'));
    expect(after.marks.get('p2')).toBe(before.marks.get('p2'));
    expect(after.changes.map((c) => [c.before?.stage, c.after.stage])).toEqual([['PREPARATION', 'CONSTRUCTION']]);
  });

  it('keeps them through a fresh snapshot too, and tells what moved in between', () => {
    const before = applyProgressUpdate(null, snapshot('a', [mark(1), mark(2)]));
    const after = applyProgressUpdate(before, snapshot('z', [copy(mark(1)), mark(2, { progress: 40 }), mark(4)]));
    expect(after.marks.get('p1')).toBe(before.marks.get('p1'));
    expect(after.changes.map((c) => c.after.number)).toEqual([2, 4]);
    const same = applyProgressUpdate(after, snapshot('z', copy([...after.marks.values()])));
    expect(same.marks).toBe(after.marks);
    expect(same.summary === after.summary || same.summary.total === 3).toBe(true);
  });

  it('loses what was removed', () => {
    const before = applyProgressUpdate(null, snapshot('a', [mark(1), mark(2)]));
    const after = applyProgressUpdate(before, patch('b', [], ['p1', 'unknown'], 1));
    expect([...after.marks.keys()]).toEqual(['p2']);
  });

  it('moves its cursor, day and summary with every patch, even one that changes no mark', () => {
    const before = applyProgressUpdate(null, snapshot('a', [mark(1)]));
    const after = applyProgressUpdate(before, { ...patch('b', [], [], 1), asOf: '2025-02-21' });
    expect([after.cursor, after.day, after.changes.length]).toEqual(['b', '2025-02-21', 0]);
    expect(after.marks).toBe(before.marks);
  });

  it('is the same after patches, patches twice over, and one snapshot of the end', () => {
    const step = fc.record({ n: fc.integer({ min: 1, max: 6 }), gone: fc.boolean(), progress: fc.integer({ min: 0, max: 100 }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const truth = new Map([1, 2, 3].map((n) => [`p${n}`, mark(n)]));
      let once: ProgressState = applyProgressUpdate(null, snapshot('0', [...truth.values()]));
      let twice = once;
      steps.forEach(({ n, gone, progress }, i) => {
        if (gone) truth.delete(`p${n}`);
        else truth.set(`p${n}`, mark(n, { progress }));
        const update = gone ? patch(String(i), [], [`p${n}`], truth.size) : patch(String(i), [mark(n, { progress })], [], truth.size);
        once = applyProgressUpdate(once, update);
        twice = applyProgressUpdate(applyProgressUpdate(twice, update), copy(update));
      });
      const plain = (s: ProgressState) => [...s.marks.values()].sort((a, b) => a.number - b.number);
      const end = [...truth.values()].sort((a, b) => a.number - b.number);
      expect(plain(once)).toEqual(end);
      expect(plain(twice)).toEqual(end);
    }));
  });
});
