import { verifyDatabase } from '../../../server/database/verify';
import { createWork, mutate, onEachEngine, startTestApp, type TestApp, type TestClient } from '../../harness';
import { importTable, table, writesNothing } from './sending';
import { DAY, NEW, newName, workCoded, workNumbered, workSheet } from './work-sheets';

onEachEngine('imports at the same time', (engine) => {
  let app: TestApp;
  let others: TestApp[];
  let clients: TestClient[];
  beforeAll(async () => {
    app = await startTestApp({ engine });
    // A SQLite file belongs to one server; a MariaDB may have several.
    others = engine === 'mariadb' ? [await startTestApp({ engine, database: app.stored })] : [];
    clients = await Promise.all([app, ...others].map((one) => one.as('taskforce')));
  });
  afterAll(async () => {
    expect((await verifyDatabase(app.database)).problems).toEqual([]);
    for (const one of [...others, app]) {
      expect(one.faults).toEqual([]);
      await one.stop();
    }
  });
  const some = (n: number) => Array.from({ length: n }, (_, i) => clients[i % clients.length]);

  it('of one file register its works once', async () => {
    const rows = Array.from({ length: 40 }, () => ({ ...NEW, 项目名称: newName(), 阶段: '在建', 实际开工日期: '2024-05-01', 形象进度: '10', '到位资金（万元）': '3' }));
    const answers = await Promise.all(some(6).map((client) => importTable(client, 'works', workSheet(...rows), DAY)));
    expect(answers.map(({ status, created, unchanged }) => [status, created, unchanged]).sort()).toEqual([...Array.from({ length: 5 }, () => [200, 0, 40]), [200, 40, 0]]);
    const keys = new Set(answers.flatMap((answer) => answer.rows.map(({ key }) => key)));
    expect(keys.size).toBe(40);
    for (const { 项目名称: name } of rows.slice(0, 3)) expect((await clients[0].must('query ($name: String) { projects(filter: { search: $name }) { totalCount } }', { name })).projects.totalCount).toBe(1);
    expect(await workCoded(clients[0], [...keys][0]!)).toMatchObject({ progress: 10, funding: { arrived: '30000.00' }, stageHistory: [{ stage: 'CONSTRUCTION' }] });
  });

  it('of one file book its differences once', async () => {
    const { code, number } = await workNumbered(clients[0], (await createWork(clients[0])).number);
    const text = table('项目编码,资金来源,到位资金（万元）,支付资金（万元）', `${code},专项债券,10,5`, `${code},县级财政,2,`);
    const answers = await Promise.all(some(6).map((client) => importTable(client, 'funding', text, DAY)));
    expect(answers.map(({ changed }) => changed).sort()).toEqual([0, 0, 0, 0, 0, 2]);
    expect((await workNumbered(clients[0], number)).funding).toMatchObject({ arrived: '120000.00', paid: '50000.00' });
  });

  it('and works registered by hand share out numbers and codes', async () => {
    const names = Array.from({ length: 4 }, newName);
    const [answer, ...made] = await Promise.all([
      importTable(clients[0], 'works', workSheet(...names.map((name) => ({ ...NEW, 项目名称: name })))),
      ...some(6).map((client) => createWork(client)),
    ]);
    expect(answer.created).toBe(4);
    const numbers = [...made.map(({ number }) => number), ...answer.rows.map(({ key }) => Number(key!.slice(2)))];
    expect(new Set(numbers).size).toBe(10);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(9);
  });

  it('and a change by hand follow one another: none is lost, none is overwritten unseen', async () => {
    const { id, code, number } = await workNumbered(clients[0], (await createWork(clients[0])).number);
    const booked = Promise.all(Array.from({ length: 5 }, () => mutate(clients[0], 'recordFunding', { projectId: id, source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '100.00', date: '2024-06-01' })));
    const answer = await importTable(clients.at(-1)!, 'funding', table('项目编码,资金来源,到位资金（元）', `${code},专项债券,100000`), DAY);
    await booked;
    const [before] = answer.rows[0].changes.map((change) => Number(/^[\d.]+/.exec(change.before!)![0]) * 10_000);
    // What was booked before it is part of its cumulative figure; what came after adds to it.
    expect((await workNumbered(clients[0], number)).funding.arrived).toBe((100_000 + 500 - before).toFixed(2));
  });

  it('refused, leave numbers to the next', async () => {
    const { number } = await createWork(clients[0]);
    await writesNothing(app, () => importTable(clients[0], 'works', workSheet({ ...NEW, 项目名称: newName() }, { 项目编码: 'W-1', 阶段: '前期' }), DAY));
    expect((await createWork(clients[0])).number).toBe(number + 1);
  });

  it('give a new work another code where its own in the form of the others is taken', async () => {
    const { number } = await createWork(clients[0]);
    await createWork(clients[0], { code: `W-${number + 2}` });
    const answer = await importTable(clients[0], 'works', workSheet({ ...NEW, 项目名称: newName() }));
    expect(answer.rows[0].key).toBe(`W-${number + 3}`);
  });
});
