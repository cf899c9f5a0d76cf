import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, type TestApp, type TestClient } from '../harness';

onEachEngine('answers to mistakes', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it.each([
    ['a day', 'query ($v: Date) { projects(asOf: $v) { totalCount } }', '2023-02-30', 'asOf'],
    ['an enum', 'query ($v: GroupBy!) { summary(groupBy: $v) { key } }', 'COLOUR', 'groupBy'],
    ['a cursor', 'query ($v: Cursor) { projects(after: $v) { totalCount } }', '!', 'after'],
    ['a number', 'query ($v: Int) { projects(first: $v) { totalCount } }', 99_999_999_999, 'first'],
    ['nothing at all', 'query ($v: ID!) { node(id: $v) { id } }', null, 'id'],
  ])('say of %s in a variable what is wrong, as the mistake of whoever asked', async (_, query, v, field) => {
    const response = await taskforce.post({ query, variables: { v } });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', field });
    expect(errors[0].message).toMatch(/[。]$/);
  });

  it('do not repeat what was typed into other fields', async () => {
    const response = await taskforce.post({ query: 'mutation ($i: CreateUserInput!) { createUser(input: $i) { user { id } } }', variables: { i: { username: 'x', password: 'a-secret-word', role: 'CHIEF' } } });
    expect(await response.text()).not.toContain('a-secret-word');
  });

  it('refuse too large a question as the mistake of whoever asked', async () => {
    const entries = 'fundingEntries(first: 500) { nodes { project { fundingEntries(first: 500) { nodes { id amount } } } } }';
    const response = await taskforce.post({ query: `{ projects(first: 500) { nodes { ${entries} } } }` });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { errors: { extensions: object }[] }).errors[0].extensions).toEqual({ code: 'TOO_COMPLEX' });
  });

  it('take every cursor back that they gave out, also after the longest of names', async () => {
    await createWork(taskforce, { name: `一${'长'.repeat(199)}` });
    const list = 'query ($after: Cursor) { projects(first: 1, after: $after, orderBy: [{ field: NAME }, { field: NAME, direction: DESC }]) { totalCount nodes { number } pageInfo { endCursor hasNextPage } } }';
    const seen: number[] = [];
    for (let after: string | null = null; ; ) {
      const { projects } = await taskforce.must(list, { after });
      seen.push(projects.nodes[0].number);
      if (!projects.pageInfo.hasNextPage) {
        expect(new Set(seen).size).toBe(projects.totalCount);
        return;
      }
      after = projects.pageInfo.endCursor;
    }
  });

  it('refuse an update that changes nothing, and half a position', async () => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, taskforce, 'updateProject', { id, expectedVersion: 1, reason: '无' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input' });
    expect(await refusedWhole(app, taskforce, 'updateProject', { id, expectedVersion: 1, lon: null })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.lon' });
  });

  it('refuse an empty retry key instead of writing twice', async () => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, taskforce, 'recordProgress', { projectId: id, date: '2024-06-01', progress: 1, idempotencyKey: '' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.idempotencyKey' });
  });

  it('warn when a later entry is below the one that is entered', async () => {
    const { id } = await createWork(taskforce);
    await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-06-20', progress: 50 });
    const { warnings } = await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-06-10', progress: 80 });
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('LATER_ENTRY_LOWER');
  });

  it('let a correction move the day a stage began, and keep a suspended work from being completed by one', async () => {
    const { id } = await createWork(taskforce);
    const step = (stage: string, effectiveDate: string, expectedVersion: number, more: object = {}) => ({ projectId: id, stage, effectiveDate, expectedVersion, ...more });
    await mutate(taskforce, 'recordStage', step('CONSTRUCTION', '2024-05-01', 1));
    await mutate(taskforce, 'recordStage', step('CONSTRUCTION', '2024-04-01', 2, { correction: true, reason: '开工令日期有误' }));
    const { project } = await taskforce.must('query ($id: ID!) { project(id: $id) { stageSince actualStart } }', { id });
    expect(project).toEqual({ stageSince: '2024-04-01', actualStart: '2024-04-01' });
    await mutate(taskforce, 'suspendProject', { projectId: id, from: '2024-06-01', cause: '汛期', expectedVersion: 3 });
    expect(await refusedWhole(app, taskforce, 'recordStage', step('COMPLETED', '2024-06-10', 4, { correction: true, reason: '已验收' }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.stage' });
  });
});
