import { createHash } from 'node:crypto';
import { writeCursor } from '../../server/api/cursor';
import { onEachEngine, startTestApp, type Answer, type Data, type Stream, type TestApp, type TestClient } from '../harness';

const FIELDS = 'cursor seq at actor kind subjectType subjectId adcodes summary hash';
const STREAM = `subscription ($after: Cursor) { changes(after: $after) { ${FIELDS} } }`;
const LIST = `query ($after: Cursor, $first: Int) { changes(after: $after, first: $first) { nodes { ${FIELDS} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

onEachEngine('the change record', (engine) => {
  let app: TestApp;
  let taskForce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskForce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const idOf = async (number: number): Promise<string> => (await taskForce.must(`{ project(number: ${number}) { id } }`)).project.id;
  let step = 0;
  const progress = async (number: number): Promise<Data> =>
    taskForce.must('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { id } } }', { input: { projectId: await idOf(number), date: app.clock.today(), progress: ++step, reason: '核对' } });
  const take = async (stream: Stream<Answer>, count: number): Promise<Data[]> => {
    const taken: Data[] = [];
    while (taken.length < count) taken.push((await stream.next()).data!.changes);
    return taken;
  };
  const all = async (client: TestClient): Promise<Data[]> => (await client.must(LIST, { first: 500 })).changes.nodes;

  it('begins a query with the first change, page by page, and misses none', async () => {
    const pages: Data[] = [];
    let page = (await taskForce.must(LIST, { first: 7 })).changes;
    for (; ; page = (await taskForce.must(LIST, { first: 7, after: page.pageInfo.endCursor })).changes) {
      pages.push(...page.nodes);
      expect(page.pageInfo.hasPreviousPage).toBe(pages.length > 7);
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(await all(taskForce));
    expect(pages.map(({ seq }) => seq)).toEqual(pages.map((_, i) => i + 1));
  });

  it('begins a stream with the next change, never with one that was answered before', async () => {
    for (let i = 0; i < 5; i++) {
      await progress(2);
      const before = (await app.rows()).seq;
      const stream = taskForce.subscribe(STREAM);
      expect(await stream.quiet(30)).toBe(true);
      await progress(2);
      expect((await take(stream, 1))[0].seq).toBe(before + 1);
      stream.close();
    }
  });

  it('replays what came after a cursor and goes on with what comes: consecutive for the task force', async () => {
    const [first] = await all(taskForce);
    const stream = taskForce.subscribe(STREAM, { after: first.cursor });
    const writing = (async () => {
      for (let i = 0; i < 10; i++) await progress(1 + (i % 3));
    })();
    const last = (await app.rows()).seq;
    await writing;
    const seen = await take(stream, (await app.rows()).seq - 1);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, i) => i + 2));
    expect(seen.length).toBeGreaterThanOrEqual(last - 1);
    expect([first, ...seen]).toEqual(await all(taskForce));
    stream.close();
  });

  it('takes a cursor that has just been given out, however fast', async () => {
    for (let i = 0; i < 10; i++) {
      await progress(2);
      const { endCursor } = (await taskForce.must(LIST, { first: 500 })).changes.pageInfo;
      const stream = taskForce.subscribe(STREAM, { after: endCursor });
      await progress(2);
      expect((await take(stream, 1))[0].kind).toBe('PROGRESS_RECORDED');
      stream.close();
    }
  });

  it('tells each viewer of its own', async () => {
    const county = await app.as('county-990002');
    const department = await app.as('department-urban');
    const streams = [taskForce, county, department].map((client) => client.subscribe(STREAM));
    await Promise.all(streams.map((stream) => stream.quiet(100)));
    // 1: led by another county, in WATER; 990002 is among its regions. 2: led by 990002, URBAN. 3: another's, URBAN. 4: the city's, WATER.
    for (const number of [1, 2, 3, 4]) await progress(number);
    const ids = await Promise.all([1, 2, 3, 4].map(idOf));
    const heard = async (stream: Stream<Answer>, count: number) => (await take(stream, count)).map(({ subjectId }) => ids.indexOf(subjectId) + 1);
    expect([await heard(streams[0], 4), await heard(streams[1], 2), await heard(streams[2], 2)]).toEqual([[1, 2, 3, 4], [1, 2], [2, 3]]);
    expect(await Promise.all(streams.map((stream) => stream.quiet(100)))).toEqual([true, true, true]);
    streams.forEach((stream) => stream.close());
    for (const client of [county, department]) {
      const nodes = await all(client);
      expect(nodes.length).toBeLessThan((await all(taskForce)).length);
      const { endCursor, hasNextPage } = (await client.must(LIST, { first: 500 })).changes.pageInfo;
      expect([endCursor, hasNextPage]).toEqual([nodes.at(-1)!.cursor, false]);
    }
  });

  it('ends with CURSOR_STALE for a cursor of another database, or one of a future', async () => {
    const { cursor, seq } = (await all(taskForce)).at(-1)!;
    const [epoch] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    for (const after of [writeCursor('another', [1, null]), writeCursor(epoch, [seq + 1000, null])]) {
      const stream = taskForce.subscribe(STREAM, { after });
      const { errors } = await stream.next();
      expect(errors!.map(({ extensions }) => extensions)).toEqual([{ code: 'CURSOR_STALE', field: 'after' }]);
      await stream.whenEnded();
      expect((await taskForce.refused(LIST, { after })).extensions.code).toBe('CURSOR_STALE');
    }
  });

  it('is chained: each hash covers the one before and everything that the row says', async () => {
    const rows = (await app.database.read.query(
      'SELECT seq, actor, kind, subject_type AS subjectType, subject_id AS subjectId, adcodes, sector, summary, payload, hash FROM change_record ORDER BY seq',
    )) as Record<string, string | number | null>[];
    const shown = await all(taskForce);
    expect(rows.length).toBe(shown.length);
    let head = '0'.repeat(64);
    for (const [i, row] of rows.entries()) {
      const covered = [head, Number(row.seq), shown[i].at, row.actor, row.kind, row.subjectType, row.subjectId, row.adcodes, row.sector, row.summary, row.payload];
      head = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
      expect([row.seq, row.hash, shown[i].hash]).toEqual([row.seq, head, head]);
    }
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
