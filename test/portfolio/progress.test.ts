import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, workOf, type TestApp, type TestClient } from '../harness';

onEachEngine('the progress of a work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const entry = (projectId: string, date: string, progress: number, more: object = {}) => ({ projectId, date, progress, ...more });
  const history = async (id: string) =>
    (await taskforce.must('query ($id: ID!) { project(id: $id) { progressHistory { date progress investmentDone note reason recordedBy sample } } }', { id })).project.progressHistory;
  const begun = async (input: object = {}): Promise<string> => {
    const { id } = await createWork(taskforce, { investment: '1000.00', ...input });
    await mutate(taskforce, 'recordStage', { projectId: id, stage: 'CONSTRUCTION', effectiveDate: '2024-01-01', expectedVersion: 1 });
    return id;
  };

  it('is kept by day, and investment done stays when it is left out', async () => {
    const id = await begun();
    expect((await mutate(county, 'recordProgress', entry(id, '2024-02-01', 10, { investmentDone: '100.01', note: '打桩' }))).warnings).toEqual([]);
    const after = await mutate(county, 'recordProgress', entry(id, '2024-03-01', 20.126));
    expect(after.project).toMatchObject({ progress: 20.13, investmentDone: '100.01', version: 2 });
    expect(await history(id)).toEqual([
      { date: '2024-02-01', progress: 10, investmentDone: '100.01', note: '打桩', reason: null, recordedBy: 'county-990001', sample: false },
      { date: '2024-03-01', progress: 20.13, investmentDone: '100.01', note: null, reason: null, recordedBy: 'county-990001', sample: false },
    ]);
  });

  it('has one entry a day: a second replaces the first', async () => {
    const id = await begun();
    await mutate(county, 'recordProgress', entry(id, '2024-02-01', 50, { investmentDone: '500.00', note: '错' }));
    const before = await app.rows();
    await mutate(county, 'recordProgress', entry(id, '2024-02-01', 5));
    expect(await history(id)).toEqual([expect.objectContaining({ progress: 5, investmentDone: '500.00', note: null })]);
    expect(await app.rows()).toEqual({ ...before, change_record: before.change_record + 1, seq: before.seq + 1 });
  });

  it('may be entered for an earlier day, held against the entry before that day', async () => {
    const id = await begun();
    await mutate(county, 'recordProgress', entry(id, '2024-02-01', 10));
    await mutate(county, 'recordProgress', entry(id, '2024-04-01', 40));
    expect((await mutate(county, 'recordProgress', entry(id, '2024-03-01', 20))).project.progress).toBe(40);
    expect((await history(id)).map(({ progress }: { progress: number }) => progress)).toEqual([10, 20, 40]);
  });

  it('falls only with a reason, and so does investment done', async () => {
    const id = await begun();
    await mutate(county, 'recordProgress', entry(id, '2024-02-01', 40, { investmentDone: '400.00' }));
    expect(await refusedWhole(app, county, 'recordProgress', entry(id, '2024-03-01', 39.99))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.progress', message: expect.stringContaining('2024-02-01') });
    expect(await refusedWhole(app, county, 'recordProgress', entry(id, '2024-03-01', 40, { investmentDone: '399.99' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.investmentDone' });
    await mutate(county, 'recordProgress', entry(id, '2024-03-01', 30, { investmentDone: '300.00', reason: '返工' }));
    expect((await history(id))[1]).toMatchObject({ progress: 30, investmentDone: '300.00', reason: '返工' });
  });

  it.each([
    ['more than 100 percent', { progress: 100.01 }, 'input.progress'],
    ['less than 0 percent', { progress: -0.01 }, 'input.progress'],
    ['a day in the future', { date: '2024-07-01' }, 'input.date'],
    ['a day before the registration', { date: '2022-12-31' }, 'input.date'],
    ['negative investment done', { investmentDone: '-0.01' }, 'input.investmentDone'],
    ['a note of more than 500 characters', { note: '字'.repeat(501) }, 'input.note'],
    ['a reason of more than 500 characters', { reason: '字'.repeat(501) }, 'input.reason'],
  ])('refuses %s, and writes nothing', async (_, more, field) => {
    const id = await begun();
    expect(await refusedWhole(app, county, 'recordProgress', entry(id, '2024-05-01', 50, more))).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('warns, and writes all the same, when it says what hardly can be', async () => {
    const codes = async (id: string, date: string, progress: number, more: object = {}) => ((await mutate(county, 'recordProgress', entry(id, date, progress, more))).warnings as { code: string }[]).map(({ code }) => code);
    const waiting = await createWork(taskforce);
    expect(await codes(waiting.id, '2024-06-01', 0)).toEqual([]);
    expect(await codes(waiting.id, '2024-06-02', 1)).toEqual(['PROGRESS_WITHOUT_START']);
    const id = await begun();
    expect(await codes(id, '2024-06-03', 50, { investmentDone: '1000.00' })).toEqual([]);
    expect(await codes(id, '2024-06-04', 50, { investmentDone: '1000.01' })).toEqual(['DONE_ABOVE_INVESTMENT']);
    await mutate(county, 'suspendProject', { projectId: id, from: '2024-06-10', cause: '汛期', expectedVersion: 2 });
    expect(await codes(id, '2024-06-10', 50, { investmentDone: '1000.00', reason: '核减' })).toEqual(['PROGRESS_WHILE_SUSPENDED']);
    await mutate(county, 'resumeProject', { projectId: id, on: '2024-06-12', expectedVersion: 3 });
    expect(await codes(id, '2024-06-12', 60)).toEqual([]);
    await mutate(taskforce, 'recordStage', { projectId: id, stage: 'COMPLETED', effectiveDate: '2024-06-20', expectedVersion: 4, reason: '验收' });
    expect(await codes(id, '2024-06-20', 99)).toEqual(['PROGRESS_BELOW_COMPLETED']);
    expect(await codes(id, '2023-01-01', 0)).toEqual(['DATE_FAR_OFF']);
  });
});

onEachEngine('a suspension', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const stop = (projectId: string, from: string, expectedVersion: number, more: object = {}) => ({ projectId, from, cause: '汛期停工', expectedVersion, ...more });
  const go = (projectId: string, on: string, expectedVersion: number) => ({ projectId, on, expectedVersion });
  const read = async (id: string) =>
    (await taskforce.must('query ($id: ID!) { project(id: $id) { suspended before: suspended(asOf: "2024-04-30") first: suspended(asOf: "2024-05-01") last: suspended(asOf: "2024-05-31") resumed: suspended(asOf: "2024-06-01") suspensions { from to expectedResumption cause recordedBy } } }', { id })).project;

  it('holds from its first day to the day before work goes on', async () => {
    const { id } = await createWork(taskforce);
    expect((await mutate(county, 'suspendProject', stop(id, '2024-05-01', 1, { expectedResumption: '2024-05-20' }))).project).toMatchObject({ suspended: true, version: 2 });
    expect((await mutate(county, 'resumeProject', go(id, '2024-06-01', 2))).project).toMatchObject({ suspended: false, version: 3 });
    expect(await read(id)).toEqual({ suspended: false, before: false, first: true, last: true, resumed: false, suspensions: [{ from: '2024-05-01', to: '2024-06-01', expectedResumption: '2024-05-20', cause: '汛期停工', recordedBy: 'county-990001' }] });
    await mutate(county, 'suspendProject', stop(id, '2024-06-01', 3));
    expect(await read(id)).toMatchObject({ suspended: true, last: true, resumed: true });
  });

  it('is taken back when work goes on the day it stopped', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'suspendProject', stop(id, '2024-05-01', 1));
    await mutate(county, 'resumeProject', go(id, '2024-05-01', 2));
    expect(await read(id)).toMatchObject({ suspended: false, first: false });
    expect((await mutate(county, 'suspendProject', stop(id, '2024-04-15', 3))).project.suspended).toBe(true);
  });

  it.each([
    ['a day in the future', { from: '2024-07-01' }, 'BAD_USER_INPUT', 'input.from'],
    ['a day before the registration', { from: '2022-12-31' }, 'BAD_USER_INPUT', 'input.from'],
    ['no cause', { cause: ' ' }, 'BAD_USER_INPUT', 'input.cause'],
    ['a cause of more than 500 characters', { cause: '雨'.repeat(501) }, 'BAD_USER_INPUT', 'input.cause'],
    ['a resumption expected on its first day', { expectedResumption: '2024-05-01' }, 'BAD_USER_INPUT', 'input.expectedResumption'],
    ['an old version', { expectedVersion: 0 }, 'CONFLICT', 'input.expectedVersion'],
  ])('is refused with %s, and nothing is written', async (_, more, code, field) => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, county, 'suspendProject', stop(id, '2024-05-01', 1, more))).toMatchObject({ code, field });
  });

  it('is refused to a work that is suspended, completed, or was suspended after that day', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'suspendProject', stop(id, '2024-05-01', 1));
    expect(await refusedWhole(app, county, 'suspendProject', stop(id, '2024-06-01', 2))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.from', message: expect.stringContaining('2024-05-01') });
    await mutate(county, 'resumeProject', go(id, '2024-06-01', 2));
    for (const from of ['2024-04-01', '2024-05-15', '2024-05-31']) expect(await refusedWhole(app, county, 'suspendProject', stop(id, from, 3))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.from' });
    const done = await workOf(taskforce, 1);
    expect(await refusedWhole(app, taskforce, 'suspendProject', stop(done.id, '2024-06-01', done.version))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.projectId' });
  });

  it('ends only once, not before it began, not in the future', async () => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, county, 'resumeProject', go(id, '2024-05-01', 1))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.projectId' });
    await mutate(county, 'suspendProject', stop(id, '2024-05-01', 1));
    expect(await refusedWhole(app, county, 'resumeProject', go(id, '2024-04-30', 2))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
    expect(await refusedWhole(app, county, 'resumeProject', go(id, '2024-07-01', 2))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
    expect(await refusedWhole(app, county, 'resumeProject', go(id, '2024-06-01', 1))).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });
});
