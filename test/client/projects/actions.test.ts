import { actionsFor, entryBefore, lastEvent, nextStage } from '../../../client/projects/actions/available';
import { clockOf, inOrder, procedureOn } from '../../../client/projects/procedures';
import { typedPercent } from '../../../client/format/shares';

const COUNTY = ['RECORD_STAGE', 'RECORD_PROGRESS', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE'] as const;
const facts = { viewerCan: [...COUNTY], stage: 'CONSTRUCTION' as const, suspended: false, unverified: false, withdrawnOn: null };

describe('what is offered', () => {
  it('is nothing without the right to it', () => {
    expect(actionsFor({ ...facts, viewerCan: [] }, 'LEADER')).toEqual([]);
  });

  it('is one step forward for a county, and the correction for the task force alone', () => {
    expect(actionsFor(facts, 'COUNTY')).toEqual(['RECORD_STAGE', 'RECORD_PROGRESS', 'RECORD_FUNDING', 'UPDATE_PROCEDURE', 'SUSPEND', 'SET_FUNDING_PLAN']);
    expect(actionsFor(facts, 'TASK_FORCE')).toContain('CORRECT');
    expect(nextStage('PREPARATION')).toBe('CONSTRUCTION');
    expect(nextStage('COMPLETED')).toBeNull();
  });

  it('is resuming where the work rests, and no stage after the last', () => {
    expect(actionsFor({ ...facts, suspended: true }, 'COUNTY')).toContain('RESUME');
    expect(actionsFor({ ...facts, suspended: true }, 'COUNTY').slice(0, 2)).toEqual(['RESUME', 'RECORD_PROGRESS']);
    expect(actionsFor({ ...facts, suspended: true }, 'COUNTY')).not.toContain('SUSPEND');
    expect(actionsFor({ ...facts, stage: 'COMPLETED' }, 'COUNTY')).not.toContain('RECORD_STAGE');
  });

  it('is confirming first where a completion waits', () => {
    expect(actionsFor({ ...facts, stage: 'COMPLETED', unverified: true, viewerCan: ['CONFIRM_STAGE', 'RECORD_PROGRESS'] }, 'DEPARTMENT')[0]).toBe('CONFIRM_STAGE');
  });

  it('is nothing on a work that was taken off the list', () => {
    expect(actionsFor({ ...facts, withdrawnOn: '2025-01-01' }, 'TASK_FORCE')).toEqual([]);
  });
});

describe('what a new entry is held against', () => {
  it('is the last stage event that was not rejected', () => {
    const events = [
      { effectiveDate: '2023-11-09', recordedAt: '2023-11-09T00:00:00Z', status: 'CONFIRMED' },
      { effectiveDate: '2024-11-20', recordedAt: '2024-11-20T00:00:00Z', status: 'REJECTED' },
    ];
    expect(lastEvent(events)?.effectiveDate).toBe('2023-11-09');
    expect(lastEvent([])).toBeNull();
  });

  it('is the progress entry before that day', () => {
    const entries = [{ date: '2024-01-09' }, { date: '2024-03-09' }, { date: '2024-02-09' }];
    expect(entryBefore(entries, '2024-03-09')?.date).toBe('2024-02-09');
    expect(entryBefore(entries, '2024-01-09')).toBeNull();
  });
});

describe('the clock of a procedure', () => {
  const running = { status: 'IN_PROGRESS' as const, appliedOn: '2025-01-24', promisedDays: 20, due: null };

  it('counts the days held against the days promised', () => {
    expect(clockOf(running, '2025-02-20')).toEqual({ held: 27, promised: 20, over: 7 });
    expect(clockOf({ ...running, promisedDays: null, due: '2025-02-23' }, '2025-02-20')).toEqual({ held: 27, promised: 30, over: 0 });
  });

  it('does not run before or after', () => {
    expect(clockOf({ ...running, status: 'DONE' }, '2025-02-20')).toBeNull();
    expect(clockOf({ ...running, appliedOn: null }, '2025-02-20')).toBeNull();
  });

  it('was not done, or not applied for, on a day before', () => {
    const done = { status: 'DONE' as const, appliedOn: '2024-03-01', doneOn: '2024-04-11', documentNumber: '7号' };
    expect(procedureOn(done, '2024-05-01')).toBe(done);
    expect(procedureOn(done, '2024-03-15')).toMatchObject({ status: 'IN_PROGRESS', doneOn: null, documentNumber: null });
    expect(procedureOn(done, '2024-02-01').status).toBe('NOT_STARTED');
  });

  it('stands in the order in which a work goes through them', () => {
    expect(inOrder([{ kind: 'FINAL_ACCEPTANCE' as const }, { kind: 'LAND_USE' as const }]).map(({ kind }) => kind)).toEqual(['LAND_USE', 'FINAL_ACCEPTANCE']);
  });
});

describe('a typed percentage', () => {
  it.each([['64', 64], ['64.5', 64.5], ['６４', 64], [' 64% ', 64], ['', null], ['-1', null], ['1e2', null], ['六十', null]])('"%s" is %s', (text, value) => {
    expect(typedPercent(text)).toBe(value);
  });
});
