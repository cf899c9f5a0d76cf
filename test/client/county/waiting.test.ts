import { inDeskOrder, waitingFor } from '../../../client/county/waiting';

type Facts = Parameters<typeof waitingFor>[0];
const t = ((key: string, values?: Record<string, unknown>) => `${key}${values ? ` ${Object.values(values).join(' ')}` : ''}`) as unknown as Parameters<typeof waitingFor>[2];
const work: Facts = { stage: 'CONSTRUCTION', unverified: false, suspended: false, suspensions: [], stageHistory: [], plannedStart: null, plannedFinish: '2025-06-30', procedures: [] };
const keys = (facts: Partial<Facts>) => waitingFor({ ...work, ...facts }, '2025-02-20', t, () => '市水利局').map(({ key, urgent }) => `${key}${urgent ? '!' : ''}`);

describe('what a work waits for', () => {
  it('is nothing when all is well', () => {
    expect(keys({})).toEqual([]);
  });

  it('is the confirmation of a completion, the end of a suspension, a late finish, a late start', () => {
    expect(keys({ stage: 'COMPLETED', unverified: true })).toEqual(['confirm']);
    expect(keys({ suspended: true, suspensions: [{ from: '2024-12-01', to: null, expectedResumption: '2025-02-01', cause: '低温', recordedBy: 'county-141081', sample: false }] })).toEqual(['suspended!']);
    expect(keys({ plannedFinish: '2024-12-31' })).toEqual(['overdue!']);
    expect(keys({ stage: 'PREPARATION', plannedStart: '2025-01-01' })).toEqual(['start!']);
  });

  it('leaves a suspended work alone about its dates', () => {
    expect(keys({ suspended: true, plannedFinish: '2024-12-31', suspensions: [] })).toEqual([]);
  });

  it('names a procedure and who holds it, the overdue first', () => {
    const procedure = { id: 'a', kind: 'LAND_USE' as const, status: 'IN_PROGRESS' as const, heldBy: null, appliedOn: '2025-02-10', promisedDays: 20, greenChannel: false, due: null, doneOn: null, documentNumber: null, sample: false };
    expect(keys({ procedures: [procedure, { ...procedure, id: 'b', promisedDays: 5 }] })).toEqual(['b!', 'a']);
  });
});

it('puts unfinished works first, and of those the ones in trouble', () => {
  const works = [{ number: 1, stage: 'COMPLETED', health: 'ON_TRACK' }, { number: 2, stage: 'CONSTRUCTION', health: 'ON_TRACK' }, { number: 3, stage: 'CONSTRUCTION', health: 'SERIOUS' }, { number: 4, stage: 'PREPARATION', health: 'LAGGING' }] as const;
  expect(inDeskOrder(works).map(({ number }) => number)).toEqual([3, 4, 2, 1]);
});
