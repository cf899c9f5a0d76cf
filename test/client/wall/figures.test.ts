import type { ProgressMark } from '../../../client/live/reduce';
import { kindOf, stageChanges } from '../../../client/wall/figures';

const mark = (stage: ProgressMark['stage'], stageSince: string, more: Partial<ProgressMark> = {}): ProgressMark => ({
  projectId: `${stage}${stageSince}`, number: 1, name: '湿地', adcode: '990001', sector: 'ECOLOGY', stage, stageSince, corrected: false, progress: 40,
  health: 'ON_TRACK', unverified: false, suspended: false, location: null, ...more,
});

describe('what the wall tells of the week', () => {
  it('is the stages that were reached, newest first', () => {
    const marks = [mark('CONSTRUCTION', '2025-02-14'), mark('COMPLETED', '2025-02-20'), mark('CONSTRUCTION', '2025-02-13'), mark('PREPARATION', '2025-02-18'), mark('CONSTRUCTION', '2025-02-21')];
    expect(stageChanges(marks, '2025-02-20').map(({ kind, day }) => [kind, day])).toEqual([['COMPLETED', '2025-02-20'], ['CONSTRUCTION', '2025-02-14']]);
  });

  it('calls a way back a correction, to preparation too, and not a start', () => {
    const marks = [mark('CONSTRUCTION', '2025-02-18', { corrected: true }), mark('PREPARATION', '2025-02-19', { corrected: true })];
    expect(stageChanges(marks, '2025-02-20').map(({ kind, mark: { stage } }) => [kind, stage])).toEqual([['corrected', 'PREPARATION'], ['corrected', 'CONSTRUCTION']]);
  });

  it('tells a correction that is heard from a completion that was rejected', () => {
    const completed = mark('COMPLETED', '2025-02-10');
    expect(kindOf({ before: completed, after: mark('CONSTRUCTION', '2025-02-18', { corrected: true }) })).toBe('corrected');
    expect(kindOf({ before: completed, after: mark('CONSTRUCTION', '2024-03-01') })).toBe('rejected');
    expect(kindOf({ before: mark('PREPARATION', '2024-01-01'), after: mark('CONSTRUCTION', '2025-02-18') })).toBe('CONSTRUCTION');
  });
});
