import { onEachEngine, startTestApp, statementsOf, type TestApp, type TestClient } from '../harness';

const PAGE = `query ($first: Int) { projects(first: $first) { totalCount summary { total } nodes {
  number name leadRegion { name } regions { name } sector { name leadDepartment { name } } category { name } lists { name } stage health progress investmentDone suspended actualStart actualFinish viewerCan
  funding { planned arrived lines { source planned allocated arrived paid } } procedures { kind status heldBy { name } }
  stageHistory { stage effectiveDate } suspensions { from to } progressHistory { date progress } fundingEntries(first: 20) { totalCount nodes { amount reverses { id } reversedBy { id } project { number } } }
} } }`;

onEachEngine('a page of works with all that belongs to them', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, pack: 'linfen', pollEvery: 1_000_000 });
    taskforce = await app.as('taskforce');
    // No poll counts beside the page. Warm: the facts are in memory, and the token has been seen.
    await taskforce.must(PAGE, { first: 1 });
  });
  afterAll(() => app.stop());

  const statements = async (first: number) => (await statementsOf(app.database, () => taskforce.must(PAGE, { first }))).statements;

  it('costs the same few SQL statements for 5 works, for 50 and for 95', async () => {
    const [five, fifty, all] = [await statements(5), await statements(50), await statements(95)];
    expect(fifty).toHaveLength(five.length);
    expect(all).toHaveLength(five.length);
    expect(five.length).toBeLessThanOrEqual(12);
  });

  it('costs a fixed number of statements also right after the server has started', async () => {
    const cold = async (first: number): Promise<number> => {
      await app.restart();
      taskforce = await app.as('taskforce');
      return (await statements(first)).length;
    };
    expect(await cold(50)).toBe(await cold(5));
  });
});
