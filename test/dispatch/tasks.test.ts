import { mutate, onEachEngine, openTestDatabase, packOf, refusedWhole, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';
import { addDays } from '../../server/api/day';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { verifyDatabase } from '../../server/database/verify';
import { Task, TaskEvent } from '../../server/dispatch/task.entity';
import { loadPack } from '../../server/exchange/pack/load';
import { tables } from '../../server/tables';

const [PLAN, YEAR] = ['砾政发〔2023〕2号', '砾政发〔2024〕1号'];
const LIST = `query ($document: String, $status: TaskStatus, $leadDepartment: String, $search: String, $first: Int, $after: Cursor, $asOf: Date) {
  tasks(document: $document, status: $status, leadDepartment: $leadDepartment, search: $search, first: $first, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { number } }
    nodes {
      id document number title leadUnit leadDepartment { code } leadDepartments { code } cooperatingUnits responsibleUnits deadline target
      status note updatedOn doneOn daysLeft version sample sampleStatus viewerMayUpdate
    }
  }
}`;

onEachEngine('the tasks of published documents', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let water: TestClient;
  const clock = new TestClock('2024-06-30');
  beforeAll(async () => {
    app = await startTestApp({ engine, clock });
    [taskforce, water] = await Promise.all([app.as('taskforce'), app.as('department-water')]);
  });
  afterAll(() => app.stop());
  beforeEach(() => clock.turnTo('2024-06-30'));

  const list = async (variables: object = {}, client = taskforce): Promise<Data> => (await client.must(LIST, { ...variables })).tasks as Data;
  const numbers = async (variables: object): Promise<string[]> => ((await list(variables)).nodes as Data[]).map(({ number }) => number as string);
  const task = async (number: string, document = PLAN, asOf?: string): Promise<Data> => ((await list({ document, asOf })).nodes as Data[]).find((one) => one.number === number)!;
  const update = async (client: TestClient, number: string, input: object, document = PLAN): Promise<Data> => {
    const { id, version } = await task(number, document);
    return mutate(client, 'updateTask', { id, expectedVersion: version, ...input });
  };
  const refusedUpdate = async (client: TestClient, number: string, input: object) => {
    const { id, version } = await task(number);
    return refusedWhole(app, client, 'updateTask', { id, expectedVersion: version, ...input });
  };

  describe('are asked for', () => {
    it("by document, the pack's first by default, in the document's own order", async () => {
      const { nodes, totalCount } = await list();
      expect(totalCount).toBe(5);
      expect(nodes[0]).toEqual({
        id: expect.any(String), document: PLAN, number: '1', title: '河道清淤', leadUnit: '市水务局', leadDepartment: { code: 'WAT' }, leadDepartments: [{ code: 'WAT' }],
        cooperatingUnits: ['市财政局'], responsibleUnits: ['各县人民政府'], deadline: '2023-12-31', target: '3条河', status: 'DONE', note: '全部完成', updatedOn: '2024-01-15',
        doneOn: '2024-01-15', daysLeft: null, version: 1, sample: false, sampleStatus: true, viewerMayUpdate: true,
      });
      expect((nodes as Data[]).map(({ number, status, daysLeft }) => [number, status, daysLeft])).toEqual([
        ['1', 'DONE', null], ['2', 'OVERDUE', -91], ['3', 'DROPPED', null], ['4', 'OPEN', null], ['5', 'OPEN', 0],
      ]);
      expect(((await list({ document: YEAR })).nodes as Data[]).map(({ title }) => title)).toEqual(['河岸绿化', '水质监测']);
    });

    it('with all who lead them: several departments, a unit that is none, or nobody', async () => {
      const leads = async (number: string, document?: string) => {
        const { leadUnit, leadDepartment, leadDepartments } = await task(number, document);
        return [leadUnit, leadDepartment, (leadDepartments as Data[]).map(({ code }) => code as string)];
      };
      expect(await leads('2')).toEqual(['市城建局、市水务局', null, ['URB', 'WAT']]);
      expect(await leads('4')).toEqual(['', null, []]);
      expect(await leads('1', YEAR)).toEqual(['市城建局、柳湾区人民政府', null, ['URB']]);
      expect(await leads('2', YEAR)).toEqual(['柳湾区人民政府', null, []]);
    });

    it('by status, lead department and words, together too', async () => {
      expect(await numbers({ status: 'OVERDUE' })).toEqual(['2']);
      expect(await numbers({ status: 'OPEN' })).toEqual(['4', '5']);
      expect(await numbers({ leadDepartment: 'WAT' })).toEqual(['1', '2', '5']);
      expect(await numbers({ leadDepartment: 'URB', document: YEAR })).toEqual(['1']);
      expect(await numbers({ leadDepartment: 'WAT', status: 'OPEN' })).toEqual(['5']);
      expect(await numbers({ search: '１亿元' })).toEqual(['3']);
      expect(await numbers({ search: ' 开发区 ' })).toEqual(['2']);
      expect(await numbers({ search: '没有这样的任务' })).toEqual([]);
    });

    it('a page at a time: the pages together are the list', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      for (;;) {
        const { edges, pageInfo, totalCount } = await list({ first: 2, after });
        expect(totalCount).toBe(5);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        seen.push(...(edges as Data[]).map(({ node }) => node.number as string));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor as string;
      }
      expect(seen).toEqual(['1', '2', '3', '4', '5']);
      // A cursor holds its place when the row it stands at has left the list.
      const { edges } = await list({ first: 1, status: 'OPEN' });
      expect(await numbers({ status: 'OVERDUE', after: edges[0].cursor as string })).toEqual([]);
      expect(await numbers({ leadDepartment: 'WAT', after: edges[0].cursor as string })).toEqual(['5']);
    });

    it('as of any day: those of documents issued by then, as they stood', async () => {
      expect(await numbers({ asOf: '2023-01-19' })).toEqual([]);
      expect(await numbers({ document: YEAR, asOf: '2024-01-31' })).toEqual([]);
      expect(await task('1', PLAN, '2023-11-29')).toMatchObject({ status: 'OPEN', note: null, daysLeft: 32 });
      expect(await task('1', PLAN, '2023-12-31')).toMatchObject({ status: 'OPEN', note: '已清淤2条河', daysLeft: 0 });
      expect(await task('1', PLAN, '2024-01-14')).toMatchObject({ status: 'OVERDUE', daysLeft: -14 });
      expect(await task('3', PLAN, '2023-05-31')).toMatchObject({ status: 'OPEN', sampleStatus: false });
    });

    it('with counts by document', async () => {
      const documents = async (asOf: string | null) => (await taskforce.must('query ($asOf: Date) { taskDocuments(asOf: $asOf) { document title titleEn issuedOn total open done overdue dropped } }', { asOf })).taskDocuments as Data[];
      expect(await documents(null)).toEqual([
        { document: PLAN, title: '清流行动任务清单', titleEn: 'Clear brook plan', issuedOn: '2023-01-20', total: 5, open: 2, done: 1, overdue: 1, dropped: 1 },
        { document: YEAR, title: '2024年重点任务', titleEn: 'Tasks of 2024', issuedOn: '2024-02-01', total: 2, open: 1, done: 0, overdue: 1, dropped: 0 },
      ]);
      expect((await documents('2023-02-01')).map(({ document, total, open }) => [document, total, open])).toEqual([[PLAN, 5, 5]]);
    });

    it.each([
      ['a document that is none', { document: '砾政发〔1999〕1号' }, 'BAD_USER_INPUT', 'document'],
      ['a department that is none', { leadDepartment: 'NOBODY' }, 'BAD_USER_INPUT', 'leadDepartment'],
      ['no rows', { first: 0 }, 'BAD_USER_INPUT', 'first'],
      ['501 rows', { first: 501 }, 'BAD_USER_INPUT', 'first'],
      ['what is no cursor', { after: 'nonsense' }, 'BAD_USER_INPUT', 'after'],
      ['a cursor of another database', { after: Buffer.from(JSON.stringify(['elsewhere', ['tasks', 1, 0, 1]])).toString('base64url') }, 'CURSOR_STALE', 'after'],
      ['a day that is none', { asOf: '2024-02-30' }, 'BAD_USER_INPUT', undefined],
    ])('but not with %s', async (_, variables, code, field) => {
      const { extensions } = await taskforce.refused(LIST, variables);
      expect(extensions.code).toBe(code);
      if (field) expect(extensions.field).toBe(field);
    });
  });

  describe('are updated', () => {
    it('from today on: what was, stays for the days before', async () => {
      const { task: done, warnings } = await update(water, '5', { status: 'DONE', note: ' 已验收 ' });
      expect(done).toMatchObject({ number: '5', version: 2, status: 'DONE', note: '已验收', updatedOn: '2024-06-30', doneOn: '2024-06-30', daysLeft: null, sampleStatus: false });
      expect(warnings).toEqual([]);
      expect(await task('5')).toMatchObject({ status: 'DONE', doneOn: '2024-06-30' });
      expect(await task('5', PLAN, '2024-06-29')).toMatchObject({ status: 'OPEN', note: null, daysLeft: 1 });
    });

    it('a field left out stays, a null note empties it; an overdue one stays overdue until it is done or dropped', async () => {
      expect((await update(taskforce, '2', { note: '剩一段' })).task).toMatchObject({ status: 'OVERDUE', note: '剩一段', daysLeft: -91 });
      expect((await update(taskforce, '2', { status: 'OPEN' })).task).toMatchObject({ status: 'OVERDUE', note: '剩一段' });
      expect((await update(taskforce, '2', { note: null })).task).toMatchObject({ status: 'OVERDUE', note: null });
      expect((await update(taskforce, '2', { status: 'DONE' })).task).toMatchObject({ status: 'DONE', note: null, doneOn: '2024-06-30' });
    });

    it('whoever drops one without a word is asked why', async () => {
      expect((await update(taskforce, '4', { status: 'DROPPED' })).warnings).toEqual([{ code: 'TASK_DROPPED_WITHOUT_NOTE', field: 'input.note', message: expect.stringContaining('原因') }]);
      expect((await update(taskforce, '4', { status: 'DROPPED', note: '并入他项' })).warnings).toEqual([]);
    });

    it.each([
      ['OVERDUE', { status: 'OVERDUE' }, 'BAD_USER_INPUT', 'input.status'],
      ['nothing at all', {}, 'BAD_USER_INPUT', 'input'],
      ['a status that is none', { status: 'LATE' }, 'BAD_USER_INPUT', 'input.status'],
      ['a note of 501 characters', { note: '长'.repeat(501) }, 'BAD_USER_INPUT', 'input.note'],
      ['an id that was never given out', { id: 'VGFzazo5OTk5', status: 'DONE' }, 'NOT_FOUND', 'input.id'],
      ['the id of something else', { id: 'UHJvamVjdDox', status: 'DONE' }, 'NOT_FOUND', 'input.id'],
    ])('are refused with %s, and nothing is written', async (_, input, code, field) => {
      expect(await refusedUpdate(taskforce, '1', input)).toMatchObject({ code, field });
    });

    it('the refusal of OVERDUE says why, in the language of who asks', async () => {
      const english = await app.as('taskforce', { 'accept-language': 'en' });
      expect((await refusedUpdate(taskforce, '1', { status: 'OVERDUE' })).message).toContain('自动判定');
      expect((await refusedUpdate(english, '1', { status: 'OVERDUE' })).message).toContain('deadline');
    });

    it('a second one who saw the same version is told, and writes nothing', async () => {
      const { id, version } = await task('1');
      await mutate(taskforce, 'updateTask', { id, note: '复核', expectedVersion: version });
      expect(await refusedWhole(app, water, 'updateTask', { id, status: 'OPEN', expectedVersion: version })).toMatchObject({ code: 'CONFLICT', field: 'input.expectedVersion', currentVersion: (version as number) + 1 });
    });

    it('two at the same moment: one writes', async () => {
      const { id, version } = await task('1');
      const answers = await Promise.all([taskforce, water].map((client, i) => client.query('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { version } } }', { input: { id, note: `第${i}人`, expectedVersion: version } })));
      expect(answers.map(({ errors }) => errors?.[0].extensions.code ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
      expect((await task('1')).version).toBe((version as number) + 1);
    });

    it('the same request again under one key answers the same and writes once', async () => {
      const { id, version } = await task('1');
      const input = { id, note: '只写一次', expectedVersion: version, idempotencyKey: 'once' };
      const first = await mutate(water, 'updateTask', input);
      const before = await app.rows();
      expect(await mutate(water, 'updateTask', input)).toEqual(first);
      expect(await app.rows()).toEqual(before);
      expect(await refusedWhole(app, water, 'updateTask', { ...input, note: '别的' })).toMatchObject({ code: 'CONFLICT', field: 'input.idempotencyKey' });
    });

    it('others hear of it at once, and read it', async () => {
      const county = await app.as('county-990001');
      await list({}, county);
      const { changes } = await county.must('{ changes(first: 500) { pageInfo { endCursor hasNextPage } } }');
      expect(changes.pageInfo.hasNextPage).toBe(false);
      const stream = county.subscribe('subscription ($after: Cursor) { changes(after: $after) { kind subjectType subjectId summary } }', { after: changes.pageInfo.endCursor });
      const { id } = await task('3');
      await update(taskforce, '3', { status: 'OPEN', note: '重新推进' });
      expect((await stream.next()).data!.changes).toEqual({ kind: 'TASK_UPDATED', subjectType: 'Task', subjectId: id, summary: `${PLAN}第3项 资金保障：推进中` });
      expect(((await list({}, county)).nodes as Data[])[2]).toMatchObject({ status: 'OPEN', note: '重新推进', viewerMayUpdate: false });
    });

    it('the change record tells all of it, and verifies', async () => {
      expect((await verifyDatabase(app.database)).problems).toEqual([]);
    });
  });

  it('after any history, any day reads as a walk through what was sent', async () => {
    const { id } = await task('2', YEAR);
    const sent: { day: string; status: string; note: string | null }[] = [];
    // A fixed walk, so that a failure can be looked at: 61 and 97 are prime to 151, and reach every choice.
    for (let i = 0, day = '2024-07-01'; i < 24; i++, day = addDays(day, (i * 61) % 23)) {
      clock.turnTo(day);
      const status = ['OPEN', 'DONE', 'DROPPED'][(i * 97) % 151 % 3];
      const note = i % 4 === 0 ? null : `第${i}次`;
      await update(taskforce, '2', { status, note }, YEAR);
      sent.push({ day, status, note });
    }
    const last = sent.at(-1)!.day;
    clock.turnTo(addDays(last, 30));
    for (let day = '2024-06-25'; day <= addDays(last, 10); day = addDays(day, 3)) {
      const told = sent.filter((one) => one.day <= day).at(-1) ?? { status: 'OPEN', note: null };
      const overdue = told.status === 'OPEN' && day > '2024-12-31';
      const { status, note } = await task('2', YEAR, day);
      expect([day, status, note]).toEqual([day, overdue ? 'OVERDUE' : told.status, told.note]);
      const { ledger } = await taskforce.must('query ($day: Date) { ledger(id: "tasks", asOf: $day) { columns { key } rows { key cells } } }', { day });
      const row = (ledger.rows as Data[]).find(({ key }) => key === id)!;
      const cell = (key: string): string | null => row.cells[(ledger.columns as Data[]).findIndex((column) => column.key === key)] as string | null;
      const name = { OPEN: '推进中', DONE: '已完成', OVERDUE: '逾期', DROPPED: '不再推进' }[status as 'OPEN'];
      expect([day, cell('status'), cell('note')]).toEqual([day, name, note]);
    }
  });

  it('meet no fault of ours on the way', () => expect(app.faults).toEqual([]));
});

onEachEngine('the ledger of tasks', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const ledger = async (more = ''): Promise<{ totalCount: number; rows: Record<string, string | null>[]; samples: number[][] }> => {
    const { ledger: { columns, rows, totalCount } } = await taskforce.must(`{ ledger(id: "tasks" ${more}) { totalCount columns { key } rows { cells sampleCells } } }`);
    const keys = (columns as Data[]).map(({ key }) => key as string);
    return { totalCount, rows: (rows as Data[]).map(({ cells }) => Object.fromEntries(keys.map((key, i) => [key, cells[i]]))), samples: (rows as Data[]).map(({ sampleCells }) => sampleCells) };
  };

  it('has every task of every document, and how it stands', async () => {
    const { rows, totalCount, samples } = await ledger();
    expect(totalCount).toBe(7);
    expect(rows.map(({ document, number }) => `${document} ${number}`)).toEqual([...['1', '2', '3', '4', '5'].map((n) => `${PLAN} ${n}`), `${YEAR} 1`, `${YEAR} 2`]);
    expect(rows[1]).toEqual({
      document: PLAN, number: '2', title: '雨污分流', lead: '市城建局、市水务局', cooperating: null, responsible: '各县人民政府、开发区管委会', deadline: '2024-03-31',
      daysLeft: null, daysOverdue: '91', target: null, status: '逾期', note: null, doneOn: null,
    });
    expect(rows[4]).toMatchObject({ daysLeft: '0', daysOverdue: null, status: '推进中' });
    // What was drawn is marked, what the files give is not.
    expect([samples[0].length > 0, samples[1]]).toEqual([true, []]);
  });

  it('can be searched, ordered, and asked for the tasks due in a year', async () => {
    expect((await ledger('filter: { search: "水务" }')).rows.map(({ number }) => number)).toEqual(['1', '2', '3', '5', '2']);
    expect((await ledger('year: 2023')).rows.map(({ title }) => title)).toEqual(['河道清淤']);
    expect((await ledger('orderBy: "daysOverdue", direction: DESC')).rows.slice(0, 2).map(({ daysOverdue }) => daysOverdue)).toEqual(['91', '29']);
    expect((await ledger('orderBy: "number", direction: DESC')).rows.at(0)).toMatchObject({ document: PLAN, number: '5' });
  });
});

onEachEngine('a server without the demonstration', (engine) => {
  it('has the tasks of the documents, and nothing that was made up of them', async () => {
    const stored = await openTestDatabase(engine);
    const pack = packOf('tiny');
    const database = await Database.open(stored.address, tables, new TestClock(pack.info.lastDay), localBell());
    try {
      await loadPack(database, pack, { works: false });
      expect((await database.read.find(Task, { order: { id: 'ASC' } })).map(({ title }) => title)).toEqual(pack.tasks.filter(({ sample }) => !sample).map(({ title }) => title));
      expect((await database.read.find(TaskEvent)).map(({ status, sample }) => [status, sample])).toEqual([['DROPPED', false]]);
      expect((await verifyDatabase(database)).problems).toEqual([]);
      expect(await database.drift()).toEqual([]);
    } finally {
      await database.close();
      await stored.drop();
    }
  });
});
