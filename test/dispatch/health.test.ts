import { finishOverdue, Health, healthOf, scheduleFindings, slowProgress, startOverdue, type ScheduleFacts } from '../../server/dispatch/rules';
import { Stage } from '../../server/portfolio/facts.entity';
import { createWork, mutate, onEachEngine, startTestApp, type TestApp, type TestClient } from '../harness';

const thresholds = { laggingPoints: 10, seriousPoints: 30, seriousStartMonths: 1 };

/**
 * Planned from 2024-01-01 to 2024-04-10: 31 + 29 + 31 + 9 = 100 days, so the straight line asks for one point a day.
 * On 2024-02-10 31 + 9 = 40 days have gone: 40 points.
 */
const work = (more: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  stage: Stage.CONSTRUCTION, plannedStart: '2024-01-01', plannedFinish: '2024-04-10', actualStart: '2024-01-01', progress: 40, suspended: false, suspensions: [], ...more,
});
const MIDDLE = '2024-02-10';
const at = (facts: ScheduleFacts, day: string, given = thresholds): Health => healthOf(scheduleFindings(facts, day, given));

describe('SLOW_PROGRESS', () => {
  it.each([
    // Behind = 40 − progress.
    [30.01, 9.99, Health.ON_TRACK],
    [30, 10, Health.LAGGING],
    [20, 20, Health.LAGGING],
    [10, 30, Health.LAGGING],
    [9.99, 30.01, Health.SERIOUS],
    [0, 40, Health.SERIOUS],
    [40, 0, Health.ON_TRACK],
    [90, -50, Health.ON_TRACK],
  ])('of a work at %d percent, %d points behind its straight line, is %s', (progress, behind, health) => {
    const finding = slowProgress(work({ progress }), MIDDLE, thresholds);
    expect(finding?.health ?? Health.ON_TRACK).toBe(health);
    if (finding) expect(finding).toEqual({ rule: 'SLOW_PROGRESS', health, by: behind });
  });

  it('leaves suspended days out of the line, which still ends at 100 on the planned finish', () => {
    // 2024-01-11 to 2024-01-30 are 20 days without work: 100 − 20 = 80 days in all, 40 − 20 = 20 of them gone: 20 / 80 = 25 points.
    const stopped = { suspensions: [{ from: '2024-01-11', to: '2024-01-31' }] };
    expect(slowProgress(work({ ...stopped, progress: 15.01 }), MIDDLE, thresholds)).toBeNull();
    expect(slowProgress(work({ ...stopped, progress: 15 }), MIDDLE, thresholds)).toEqual({ rule: 'SLOW_PROGRESS', health: Health.LAGGING, by: 10 });
    // On the planned finish all 80 days are gone: 100 points.
    expect(slowProgress(work({ ...stopped, progress: 70 }), '2024-04-10', thresholds)).toEqual({ rule: 'SLOW_PROGRESS', health: Health.LAGGING, by: 30 });
    // A stop that began before the plan counts from the plan's first day: 10 of 90 … (40 − 10) / 90 = 33.33 points.
    expect(slowProgress(work({ suspensions: [{ from: '2023-12-01', to: '2024-01-11' }], progress: 23 }), MIDDLE, thresholds)?.by).toBeCloseTo(10.333333, 6);
  });

  it('asks for nothing before the start, and for 100 and no more after the finish', () => {
    expect(slowProgress(work({ progress: 0 }), '2024-01-10', thresholds)).toBeNull();
    expect(slowProgress(work({ progress: 0 }), '2024-01-11', thresholds)?.by).toBe(10);
    expect(slowProgress(work({ progress: 0 }), '2023-06-01', thresholds)).toBeNull();
    expect(slowProgress(work({ progress: 75 }), '2025-01-01', thresholds)?.by).toBe(25);
  });

  it('is found in construction only, and not without a schedule', () => {
    expect(slowProgress(work({ stage: Stage.PREPARATION, progress: 0 }), MIDDLE, thresholds)).toBeNull();
    expect(slowProgress(work({ stage: Stage.COMPLETED, progress: 0 }), MIDDLE, thresholds)).toBeNull();
    expect(slowProgress(work({ plannedFinish: null, progress: 0 }), MIDDLE, thresholds)).toBeNull();
    expect(slowProgress(work({ plannedStart: null, actualStart: null, progress: 0 }), MIDDLE, thresholds)).toBeNull();
    expect(slowProgress(work({ plannedFinish: '2024-01-01', progress: 0 }), MIDDLE, thresholds)).toBeNull();
  });

  it('runs from the actual start where no start was planned', () => {
    expect(slowProgress(work({ plannedStart: null, progress: 30 }), MIDDLE, thresholds)?.by).toBe(10);
  });
});

describe('START_OVERDUE', () => {
  const waiting = (more: Partial<ScheduleFacts> = {}) => work({ stage: Stage.PREPARATION, plannedStart: '2024-01-15', plannedFinish: null, actualStart: null, progress: 0, ...more });

  it.each([
    // Planned in January: the month ends on the 31st; one month later is the end of February, the 29th in 2024.
    ['2024-01-15', null],
    ['2024-01-31', null],
    ['2024-02-01', { rule: 'START_OVERDUE', health: Health.LAGGING, by: 1 }],
    ['2024-02-29', { rule: 'START_OVERDUE', health: Health.LAGGING, by: 29 }],
    ['2024-03-01', { rule: 'START_OVERDUE', health: Health.SERIOUS, by: 30 }],
  ])('on %s is %j', (day, finding) => {
    expect(startOverdue(waiting(), day, thresholds)).toEqual(finding);
  });

  it('is over with the start, and is not found without a planned start', () => {
    expect(startOverdue(waiting({ stage: Stage.CONSTRUCTION }), '2024-06-01', thresholds)).toBeNull();
    expect(startOverdue(waiting({ plannedStart: null }), '2024-06-01', thresholds)).toBeNull();
  });
});

describe('FINISH_OVERDUE', () => {
  it('is serious from the day after the planned finish on, whatever the progress', () => {
    expect(finishOverdue(work({ progress: 100 }), '2024-04-10')).toBeNull();
    expect(finishOverdue(work({ progress: 100 }), '2024-04-11')).toEqual({ rule: 'FINISH_OVERDUE', health: Health.SERIOUS, by: 1 });
    expect(finishOverdue(work({ stage: Stage.PREPARATION }), '2024-05-10')).toEqual({ rule: 'FINISH_OVERDUE', health: Health.SERIOUS, by: 30 });
    expect(finishOverdue(work({ stage: Stage.COMPLETED }), '2025-05-10')).toBeNull();
    expect(finishOverdue(work({ plannedFinish: null }), '2025-05-10')).toBeNull();
  });
});

describe('health', () => {
  it('is the worst of what the rules find', () => {
    expect(at(work(), MIDDLE)).toBe(Health.ON_TRACK);
    expect(at(work({ progress: 30 }), MIDDLE)).toBe(Health.LAGGING);
    // 100 − 85 = 15 points behind is lagging; past its finish it is serious.
    expect(at(work({ progress: 85 }), '2024-04-10')).toBe(Health.LAGGING);
    expect(at(work({ progress: 85 }), '2024-04-11')).toBe(Health.SERIOUS);
  });

  it('leaves a suspended work alone', () => {
    expect(scheduleFindings(work({ progress: 0, suspended: true }), '2024-05-01', thresholds)).toEqual([]);
    expect(scheduleFindings(work({ stage: Stage.PREPARATION, suspended: true }), '2025-01-01', thresholds)).toEqual([]);
  });

  it('goes by the thresholds that it is given', () => {
    expect(at(work({ progress: 38 }), MIDDLE, { ...thresholds, laggingPoints: 2 })).toBe(Health.LAGGING);
    expect(at(work({ progress: 34.99 }), MIDDLE, { ...thresholds, laggingPoints: 2, seriousPoints: 5 })).toBe(Health.SERIOUS);
  });
});

// The tiny city has thresholds of its own: 12 and 35 points, 2 months.
onEachEngine('health through the API', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const health = async (id: string, asOf: string): Promise<string> => (await taskforce.must('query ($id: ID!, $asOf: Date) { project(id: $id) { health(asOf: $asOf) } }', { id, asOf })).project.health;

  it('follows progress by the thresholds of the pack', async () => {
    const { id } = await createWork(taskforce, { plannedStart: '2024-01-01', plannedFinish: '2024-04-10' });
    await mutate(taskforce, 'recordStage', { projectId: id, stage: 'CONSTRUCTION', effectiveDate: '2024-01-01', expectedVersion: 1 });
    // 40 points asked for on 2024-02-10: 11.99, 12, 35 and 35.01 behind.
    for (const [progress, expected] of [[28.01, 'ON_TRACK'], [28, 'LAGGING'], [5, 'LAGGING'], [4.99, 'SERIOUS']] as const) {
      await mutate(taskforce, 'recordProgress', { projectId: id, date: MIDDLE, progress });
      expect(await health(id, MIDDLE)).toBe(expected);
    }
    await mutate(taskforce, 'suspendProject', { projectId: id, from: '2024-02-11', cause: '雨', expectedVersion: 2 });
    expect([await health(id, MIDDLE), await health(id, '2024-02-11'), await health(id, '2024-06-30')]).toEqual(['SERIOUS', 'ON_TRACK', 'ON_TRACK']);
    await mutate(taskforce, 'resumeProject', { projectId: id, on: '2024-03-02', expectedVersion: 3 });
    // 20 days without work: 80 in all; on 2024-03-02 61 − 20 = 41 gone: 51.25 points; 39.25 is 12 behind.
    await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-03-02', progress: 39.25 });
    expect(await health(id, '2024-03-02')).toBe('LAGGING');
    await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-03-02', progress: 39.26 });
    expect(await health(id, '2024-03-02')).toBe('ON_TRACK');
    expect([await health(id, '2024-04-10'), await health(id, '2024-04-11')]).toEqual(['SERIOUS', 'SERIOUS']);
    await mutate(taskforce, 'updateProject', { id, expectedVersion: 4, plannedFinish: '2024-12-31' });
    expect(await health(id, '2024-04-11')).toBe('ON_TRACK');
  });

  it('finds a start overdue after two months, and nothing before the work is registered', async () => {
    const { id } = await createWork(taskforce, { plannedStart: '2024-01-15', registeredOn: '2024-01-10' });
    expect(await Promise.all(['2024-01-31', '2024-02-01', '2024-03-31', '2024-04-01'].map((day) => health(id, day)))).toEqual(['ON_TRACK', 'LAGGING', 'LAGGING', 'SERIOUS']);
    const late = await createWork(taskforce, { plannedStart: '2023-01-15', registeredOn: '2024-01-10' });
    expect([await health(late.id, '2024-01-09'), await health(late.id, '2024-01-10')]).toEqual(['ON_TRACK', 'SERIOUS']);
  });
});
