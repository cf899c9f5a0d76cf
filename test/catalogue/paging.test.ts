import { createWork, mutate, onEachEngine, startTestApp, workOf, type Data, type TestApp, type TestClient } from '../harness';

const ORDERS = ['NUMBER', 'NAME', 'REGION', 'SECTOR', 'PLANNED_START', 'PLANNED_FINISH', 'PROGRESS', 'INVESTMENT', 'FUNDS_ARRIVED'];
const PAGE = `query ($first: Int, $after: Cursor, $orderBy: [ProjectOrder!], $filter: ProjectFilter, $asOf: Date) {
  projects(first: $first, after: $after, orderBy: $orderBy, filter: $filter, asOf: $asOf) { totalCount edges { cursor node { number } } nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`;

const numbersOf = ({ nodes }: Data): number[] => nodes.map(({ number }: Data) => number);

/** All pages of a list, with something done before each but the first. */
async function pages(client: TestClient, variables: Data, between: (page: number) => Promise<unknown> = async () => undefined): Promise<Data[]> {
  const all: Data[] = [];
  for (let after: string | null = null; ; ) {
    const { projects } = await client.must(PAGE, { ...variables, after });
    all.push(projects as Data);
    if (!projects.pageInfo.hasNextPage) return all;
    after = projects.pageInfo.endCursor as string;
    await between(all.length);
  }
}

onEachEngine('the pages of a list of works', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, pack: 'linfen' });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  // The order is the server's own work, not the engine's: downwards once is enough.
  it.each(ORDERS.flatMap((field): [string, string][] => (engine === 'sqlite' ? [[field, 'ASC'], [field, 'DESC']] : [[field, 'ASC']])))('by %s %s, of 7 each, make up the whole list', async (field, direction) => {
    const orderBy = [{ field, direction }];
    const whole = numbersOf((await taskforce.must(PAGE, { first: 500, orderBy })).projects);
    expect(whole).toHaveLength(95);
    const all = await pages(taskforce, { first: 7, orderBy });
    expect(all.flatMap(numbersOf)).toEqual(whole);
    expect(all.map(({ nodes }) => nodes.length)).toEqual([...Array.from({ length: 13 }, () => 7), 4]);
    for (const [i, { totalCount, edges, nodes, pageInfo }] of all.entries()) {
      expect(totalCount).toBe(95);
      expect(edges.map(({ node }: Data) => node)).toEqual(nodes);
      expect(pageInfo).toEqual({ hasNextPage: i < 13, hasPreviousPage: i > 0, startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor });
    }
  });

  it('hold for several orders, a filter and another day at once, and for a page of 1', async () => {
    const variables = { orderBy: [{ field: 'REGION', direction: 'DESC' }, { field: 'PROGRESS', direction: 'ASC' }], filter: { sectors: ['ECOLOGY', 'WATER'] }, asOf: '2024-03-31' };
    const whole = numbersOf((await taskforce.must(PAGE, { ...variables, first: 500 })).projects);
    expect(whole.length).toBeGreaterThan(20);
    expect((await pages(taskforce, { ...variables, first: 1 })).flatMap(numbersOf)).toEqual(whole);
  });

  it('are 50 long when nothing is said, and empty after the last', async () => {
    const { projects } = await taskforce.must(PAGE);
    expect(numbersOf(projects)).toHaveLength(50);
    const last = (await taskforce.must(PAGE, { first: 500 })).projects.pageInfo.endCursor as string;
    expect((await taskforce.must(PAGE, { after: last })).projects).toEqual({ totalCount: 95, edges: [], nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null } });
    expect((await taskforce.must(PAGE, { filter: { search: '没有这样的工程' } })).projects).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  });

  it.each([0, -1, 501, 2147483647])('are refused with first: %d', async (first) => {
    expect((await taskforce.refused(PAGE, { first })).extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
  });

  it('are refused after a cursor of another order, of no order, and of another database', async () => {
    const byName = (await taskforce.must(PAGE, { orderBy: [{ field: 'NAME', direction: 'ASC' }] })).projects.pageInfo.endCursor as string;
    const other = { code: 'BAD_USER_INPUT', field: 'after' };
    expect((await taskforce.refused(PAGE, { after: byName })).extensions).toEqual(other);
    expect((await taskforce.refused(PAGE, { after: byName, orderBy: [{ field: 'NAME', direction: 'DESC' }] })).extensions).toEqual(other);
    const ofMap = (await taskforce.must('{ progressMap { cursor } }')).progressMap.cursor as string;
    for (const after of [ofMap, 'x', 'e30', 'bnVsbA', Buffer.from('["x"]').toString('base64url'), Buffer.from(JSON.stringify([app.database.epoch, ['NUMBER', 'x', 3]])).toString('base64url'), Buffer.from(JSON.stringify([app.database.epoch, ['NUMBER', { a: 1 }]])).toString('base64url')]) {
      const { code, field } = (await taskforce.refused(PAGE, { after })).extensions;
      expect({ after, code: code.replace('CURSOR_STALE', 'BAD_USER_INPUT'), field }).toEqual({ after, ...other });
    }
    const elsewhere = await startTestApp({ engine, pack: 'linfen' });
    try {
      const cursor = (await (await elsewhere.as('taskforce')).must(PAGE)).projects.pageInfo.endCursor as string;
      expect((await taskforce.refused(PAGE, { after: cursor })).extensions).toEqual({ code: 'CURSOR_STALE', field: 'after' });
    } finally {
      await elsewhere.stop();
    }
  });

  it.each([['NUMBER', 'ASC'], ['NAME', 'DESC'], ['PROGRESS', 'ASC'], ['INVESTMENT', 'DESC']])('by %s %s neither repeat nor lose a work while others come, go and move', async (field, direction) => {
    const before = numbersOf((await taskforce.must(PAGE, { first: 500 })).projects);
    const gone = new Set<number>();
    const moved = new Set<number>();
    let turn = 0;
    const all = await pages(taskforce, { first: 7, orderBy: [{ field, direction }] }, async (page) => {
      turn++;
      await createWork(taskforce, { leadRegion: '141081', category: 'WWTP_UPGRADE', sector: 'ECOLOGY', code: `PG-${engine}-${field}-${page}`, name: `${'安临尧乙'[page % 4]}${page}`, investment: `${page}000000.00`, registeredOn: '2025-01-01' });
      const number = before[(page * 17) % before.length];
      const { id, version } = await workOf(taskforce, number);
      if (turn % 3 === 0 && !moved.has(number) && !gone.has(number)) {
        await mutate(taskforce, 'withdrawProject', { id, expectedVersion: version, on: '2025-02-20', reason: '调出' });
        gone.add(number);
      } else if (!gone.has(number)) {
        await mutate(taskforce, 'updateProject', { id, expectedVersion: version, name: `改名${number}`, investment: '77.00' });
        moved.add(number);
      }
    });
    const seen = all.flatMap(numbersOf);
    // Whoever stood still is seen once and only once.
    for (const number of before) if (!gone.has(number) && !moved.has(number)) expect({ number, times: seen.filter((one) => one === number).length }).toEqual({ number, times: 1 });
    // A number never moves: nobody at all is seen twice.
    if (field === 'NUMBER') expect(new Set(seen).size).toBe(seen.length);
  });
});
