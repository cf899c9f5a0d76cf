import { onEachEngine, startTestApp, statementsOf, type TestApp } from '.';

onEachEngine('the harness', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ engine });
  });
  afterAll(() => app.stop());

  it('gives a server with the tiny city and people who speak to it over HTTP and WebSocket', async () => {
    const taskforce = await app.as('taskforce');
    const browser = await app.signIn('county-990001');
    expect(await taskforce.must('{ viewer { username } today projects { totalCount } }')).toEqual({ viewer: { username: 'taskforce' }, today: '2024-06-30', projects: { totalCount: 4 } });
    expect((await browser.ws('{ viewer { username } projects { totalCount } }')).data).toEqual({ viewer: { username: 'county-990001' }, projects: { totalCount: 1 } });
    expect((await app.client({}).ws('{ viewer { username } }')).data).toEqual({ viewer: null });
  });

  it('misses no message of a subscription, and counts statements', async () => {
    const taskforce = await app.as('taskforce');
    const stream = taskforce.subscribe('subscription { progressMap { __typename ... on ProgressMap { cursor } ... on ProgressMapPatch { changed { number progress } } } }');
    expect((await stream.next()).data!.progressMap.__typename).toBe('ProgressMap');
    const { id } = (await taskforce.must('{ project(number: 2) { id } }')).project;
    const { statements } = await statementsOf(app.database, () =>
      taskforce.must('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { number } } }', { input: { projectId: id, date: '2024-06-30', progress: 61 } }));
    expect(statements.some((text) => /INSERT/.test(text))).toBe(true);
    expect((await stream.next()).data!.progressMap.changed).toEqual([{ number: 2, progress: 61 }]);
    expect(app.faults).toEqual([]);
  });

  it('restarts on the same data', async () => {
    const before = await app.rows();
    await app.restart();
    expect(await app.rows()).toEqual(before);
    expect(await (await app.as('leader')).must('{ today }')).toEqual({ today: '2024-06-30' });
  });
});
