import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, workOf, type TestApp, type TestClient } from '../harness';

const HISTORY = 'query ($id: ID!) { project(id: $id) { version stage unverified stageSince actualStart actualFinish stageHistory { id stage effectiveDate evidence status correction reason recordedBy recordedAt sample } } }';

onEachEngine('the stage of a work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  let water: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county, water] = await Promise.all([app.as('taskforce'), app.as('county-990001'), app.as('department-water')]);
  });
  afterAll(() => app.stop());

  const step = (id: string, stage: string, effectiveDate: string, expectedVersion: number, more: object = {}) => ({ projectId: id, stage, effectiveDate, expectedVersion, ...more });
  const read = async (id: string) => (await taskforce.must(HISTORY, { id })).project;
  /** A work of 石桥 in construction since 2024-03-01, at version 2. */
  const begun = async (): Promise<string> => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'recordStage', step(id, 'CONSTRUCTION', '2024-03-01', 1));
    return id;
  };

  it('moves forward one step at a time, and the county\'s completion waits for confirmation', async () => {
    const { id } = await createWork(taskforce);
    const started = await mutate(county, 'recordStage', step(id, 'CONSTRUCTION', '2024-03-01', 1, { evidence: ' 开工令〔2024〕3号 ' }));
    expect(started.project).toMatchObject({ stage: 'CONSTRUCTION', version: 2, unverified: false });
    expect(started.warnings).toEqual([]);
    await mutate(county, 'recordProgress', { projectId: id, date: '2024-06-01', progress: 100 });
    expect((await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-06-02', 2))).project).toMatchObject({ stage: 'COMPLETED', version: 3, unverified: true });
    const { stageHistory, ...work } = await read(id);
    expect(work).toEqual({ version: 3, stage: 'COMPLETED', unverified: true, stageSince: '2024-06-02', actualStart: '2024-03-01', actualFinish: '2024-06-02' });
    expect(stageHistory).toEqual([
      { id: expect.any(String), stage: 'CONSTRUCTION', effectiveDate: '2024-03-01', evidence: '开工令〔2024〕3号', status: 'CONFIRMED', correction: false, reason: null, recordedBy: 'county-990001', recordedAt: '2024-06-30T04:00:00.000Z', sample: false },
      expect.objectContaining({ stage: 'COMPLETED', effectiveDate: '2024-06-02', status: 'REPORTED', correction: false }),
    ]);
  });

  it('is confirmed at once when the task force or the sector\'s department records the completion', async () => {
    const id = await begun();
    await mutate(taskforce, 'recordStage', step(id, 'COMPLETED', '2024-06-02', 2, { reason: '验收完成' }));
    expect((await read(id)).stageHistory[1]).toMatchObject({ status: 'CONFIRMED', reason: '验收完成' });
    const city = await createWork(taskforce, { leadRegion: '990000' });
    await mutate(water, 'recordStage', step(city.id, 'CONSTRUCTION', '2024-03-01', 1));
    await mutate(water, 'recordStage', step(city.id, 'COMPLETED', '2024-06-02', 2, { reason: '验收完成' }));
    expect(await read(city.id)).toMatchObject({ unverified: false, stageHistory: [{}, { status: 'CONFIRMED' }] });
  });

  it('may move on the day of the last step, and of two on one day the last recorded holds', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'recordStage', step(id, 'CONSTRUCTION', '2024-05-05', 1));
    await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-05-05', 2, { reason: '应急工程' }));
    expect(await read(id)).toMatchObject({ stage: 'COMPLETED', stageSince: '2024-05-05' });
  });

  it('may move today, and on the day of registration', async () => {
    const { id } = await createWork(taskforce, { registeredOn: '2024-06-30' });
    expect((await mutate(county, 'recordStage', step(id, 'CONSTRUCTION', '2024-06-30', 1))).project.stage).toBe('CONSTRUCTION');
  });

  it.each([
    ['two steps forward', 'COMPLETED', '2024-05-01', {}, 'BAD_USER_INPUT', 'input.stage'],
    ['no step at all', 'PREPARATION', '2024-05-01', {}, 'BAD_USER_INPUT', 'input.stage'],
    ['a day in the future', 'CONSTRUCTION', '2024-07-01', {}, 'BAD_USER_INPUT', 'input.effectiveDate'],
    ['a day before the registration', 'CONSTRUCTION', '2022-12-31', {}, 'BAD_USER_INPUT', 'input.effectiveDate'],
    ['an old version', 'CONSTRUCTION', '2024-05-01', { expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
    ['evidence of more than 500 characters', 'CONSTRUCTION', '2024-05-01', { evidence: '长'.repeat(501) }, 'BAD_USER_INPUT', 'input.evidence'],
    ['a correction by somebody else than the task force', 'CONSTRUCTION', '2024-05-01', { correction: true, reason: '更正' }, 'FORBIDDEN', 'input.correction'],
  ])('refuses %s, and writes nothing', async (_, stage, day, more, code, field) => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, county, 'recordStage', { ...step(id, stage, day, 1), ...more })).toMatchObject({ code, field });
  });

  it('refuses a step dated before the last one, naming its day', async () => {
    const id = await begun();
    const refused = await refusedWhole(app, county, 'recordStage', step(id, 'COMPLETED', '2024-02-29', 2, { reason: '早' }));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.effectiveDate', message: expect.stringContaining('2024-03-01') });
  });

  it('refuses a step back, and any step of a completed work', async () => {
    const id = await begun();
    expect(await refusedWhole(app, county, 'recordStage', step(id, 'PREPARATION', '2024-05-01', 2))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
    await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-05-01', 2, { reason: '验收' }));
    expect(await refusedWhole(app, taskforce, 'recordStage', step(id, 'CONSTRUCTION', '2024-05-02', 3))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
  });

  it('refuses a completion below 100 percent without a reason, by the progress as of that day', async () => {
    const id = await begun();
    const complete = (day: string) => step(id, 'COMPLETED', day, 2);
    expect(await refusedWhole(app, county, 'recordStage', complete('2024-06-02'))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    await mutate(county, 'recordProgress', { projectId: id, date: '2024-06-01', progress: 99.99 });
    expect(await refusedWhole(app, county, 'recordStage', complete('2024-06-02'))).toMatchObject({ field: 'input.reason', message: expect.stringContaining('99.99') });
    await mutate(county, 'recordProgress', { projectId: id, date: '2024-06-10', progress: 100 });
    expect(await refusedWhole(app, county, 'recordStage', complete('2024-06-02'))).toMatchObject({ field: 'input.reason' });
    expect((await mutate(county, 'recordStage', complete('2024-06-10'))).project.stage).toBe('COMPLETED');
  });

  it('refuses a step of a suspended work until it is resumed', async () => {
    const id = await begun();
    await mutate(county, 'suspendProject', { projectId: id, from: '2024-05-01', cause: '汛期', expectedVersion: 2 });
    expect(await refusedWhole(app, county, 'recordStage', step(id, 'COMPLETED', '2024-06-01', 3, { reason: '验收' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
    await mutate(county, 'resumeProject', { projectId: id, on: '2024-05-20', expectedVersion: 3 });
    expect(await refusedWhole(app, county, 'recordStage', step(id, 'COMPLETED', '2024-05-19', 4, { reason: '验收' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
    expect((await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-05-20', 4, { reason: '验收' }))).project.stage).toBe('COMPLETED');
  });

  it('is corrected by the task force alone, with a reason, to any stage and before the last step too', async () => {
    const id = await begun();
    expect(await refusedWhole(app, taskforce, 'recordStage', step(id, 'PREPARATION', '2024-05-01', 2, { correction: true }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    expect(await refusedWhole(app, taskforce, 'recordStage', step(id, 'PREPARATION', '2024-05-01', 2, { correction: true, reason: '  ' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    expect(await refusedWhole(app, taskforce, 'recordStage', step(id, 'CONSTRUCTION', '2024-05-01', 2, { correction: true, reason: '重复' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
    expect(await refusedWhole(app, taskforce, 'recordStage', step(id, 'PREPARATION', '2024-07-01', 2, { correction: true, reason: '将来' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.effectiveDate' });
    await mutate(taskforce, 'recordStage', step(id, 'CONSTRUCTION', '2024-02-01', 2, { correction: true, reason: '实际开工更早' }));
    expect(await read(id)).toMatchObject({ stage: 'CONSTRUCTION', stageSince: '2024-02-01', actualStart: '2024-02-01' });
    await mutate(taskforce, 'recordStage', step(id, 'PREPARATION', '2024-03-01', 3, { correction: true, reason: '误报' }));
    expect(await read(id)).toMatchObject({ stage: 'PREPARATION', stageSince: '2024-03-01', actualStart: null });
    expect((await read(id)).stageHistory.map(({ stage, correction, reason }: Record<string, unknown>) => [stage, correction, reason])).toEqual([
      ['CONSTRUCTION', true, '实际开工更早'], ['CONSTRUCTION', false, null], ['PREPARATION', true, '误报'],
    ]);
  });

  it('tells whoever sends an old version which one is now', async () => {
    const id = await begun();
    expect(await refusedWhole(app, county, 'recordStage', step(id, 'COMPLETED', '2024-06-02', 1, { reason: '验收' }))).toMatchObject({ code: 'CONFLICT', field: 'input.expectedVersion', currentVersion: 2 });
  });

  it('warns of a day more than a year back, and writes all the same', async () => {
    const { id } = await createWork(taskforce);
    expect((await mutate(county, 'recordStage', step(id, 'CONSTRUCTION', '2023-01-01', 1))).warnings).toEqual([expect.objectContaining({ code: 'DATE_FAR_OFF', field: 'input.effectiveDate' })]);
  });

  describe('once its completion is reported', () => {
    const reported = async () => {
      const id = await begun();
      await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-06-02', 2, { reason: '验收' }));
      const { stageHistory } = await read(id);
      return { id, begunEvent: stageHistory[0].id as string, event: stageHistory[1].id as string };
    };

    it('is confirmed by the task force or the sector\'s department, and only once', async () => {
      const first = await reported();
      expect((await mutate(taskforce, 'confirmStage', { eventId: first.event, confirmed: true })).project).toMatchObject({ stage: 'COMPLETED', unverified: false, version: 4 });
      expect(await refusedWhole(app, taskforce, 'confirmStage', { eventId: first.event, confirmed: false, reason: '退' })).toMatchObject({ code: 'CONFLICT', field: 'input.eventId', currentVersion: 4 });
      const second = await reported();
      expect((await mutate(water, 'confirmStage', { eventId: second.event, confirmed: true })).project.unverified).toBe(false);
    });

    it('is rejected with a reason, and then counts for no day', async () => {
      const { id, event } = await reported();
      expect(await refusedWhole(app, taskforce, 'confirmStage', { eventId: event, confirmed: false })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
      expect((await mutate(taskforce, 'confirmStage', { eventId: event, confirmed: false, reason: '缺验收单' })).project).toMatchObject({ stage: 'CONSTRUCTION', unverified: false });
      expect(await read(id)).toMatchObject({ stage: 'CONSTRUCTION', stageSince: '2024-03-01', actualFinish: null, stageHistory: [{}, { status: 'REJECTED', reason: '缺验收单' }] });
      // And may be reported again, also for an earlier day.
      expect((await mutate(county, 'recordStage', step(id, 'COMPLETED', '2024-06-01', 4, { reason: '补齐' }))).project).toMatchObject({ stage: 'COMPLETED', unverified: true });
    });

    it('is not confirmed by the county, nor is a start confirmed at all', async () => {
      const { event, begunEvent } = await reported();
      expect(await refusedWhole(app, county, 'confirmStage', { eventId: event, confirmed: true })).toMatchObject({ code: 'FORBIDDEN', field: 'input.eventId' });
      expect(await refusedWhole(app, taskforce, 'confirmStage', { eventId: begunEvent, confirmed: true })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.eventId' });
      const { id: project } = await workOf(taskforce, 1);
      for (const eventId of [project, 'nothing', '', 'U3RhZ2VFdmVudDo5OTk5OTk']) expect(await refusedWhole(app, taskforce, 'confirmStage', { eventId, confirmed: true })).toMatchObject({ code: 'NOT_FOUND', field: 'input.eventId' });
    });
  });
});
