import { DataSource } from 'typeorm';
import { localBell } from '../../server/database/bell';
import { mysqlOptions, sqliteOptions } from '../../server/database/data-source';
import { Database } from '../../server/database/database';
import { tables } from '../../server/tables';
import { createWork, engines, mariadbUrl, mutate, onEachEngine, openTestDatabase, startTestApp, TestClock, type TestApp, type TestDatabase } from '../harness';

const clock = new TestClock('2024-06-30');
const open = ({ address }: TestDatabase): Promise<Database> => Database.open(address, tables, clock, localBell());
const source = async ({ address }: TestDatabase): Promise<DataSource> =>
  new DataSource(address.engine === 'sqlite' ? sqliteOptions(address.file, tables, false) : await mysqlOptions(address, tables)).initialize();

onEachEngine('the migrations', (engine) => {
  let stored: TestDatabase;
  beforeEach(async () => {
    stored = await openTestDatabase(engine);
  });
  afterEach(() => stored.drop());

  it('leave nothing to do between the tables and the entities', async () => {
    const database = await open(stored);
    const drift = await database.drift();
    await database.close();
    expect(drift).toEqual([]);
  });

  it('can all be undone and done again', async () => {
    const bare = await source(stored);
    try {
      await bare.runMigrations();
      for (const _ of tables.migrations) await bare.undoLastMigration();
      const left = (await bare.query(engine === 'sqlite' ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : 'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()')) as { name: string }[];
      expect(left.map(({ name }) => name)).toEqual(['migrations']);
      await bare.runMigrations();
      expect((await bare.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    } finally {
      await bare.destroy();
    }
  });

  it('keep the database under one name for itself, start after start', async () => {
    const first = await open(stored);
    await first.close();
    const second = await open(stored);
    await second.close();
    expect(second.epoch).toBe(first.epoch);
    expect(second.epoch).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuse a database that a newer program wrote, in one line', async () => {
    await (await open(stored)).close();
    const bare = await source(stored);
    await bare.query("INSERT INTO migrations (timestamp, name) VALUES (9900000000000, 'Later9900000000000')");
    await bare.destroy();
    await expect(open(stored)).rejects.toThrow(/^the database is newer than this program .*Later9900000000000.*$/);
  });
});

if (mariadbUrl) {
  describe('a MariaDB database', () => {
    it.each(['utf8mb4_unicode_ci', 'utf8mb4_bin', 'utf8mb4_general_ci'])('with the collation %s is refused in one line that says what is needed', async (collation) => {
      const stored = await openTestDatabase('mariadb', { collation });
      const refused = await open(stored).then(() => null, (error: Error) => error);
      await stored.drop();
      expect(refused?.name).toBe('StartError');
      expect(refused?.message).toMatch(new RegExp(`^[^\\n]*${collation}[^\\n]*utf8mb4_nopad_bin[^\\n]*$`));
    });

    it('that is not there is refused in one line without the password', async () => {
      const url = new URL(mariadbUrl!);
      const address = { engine: 'mysql' as const, host: url.hostname, port: Number(url.port), user: url.username, password: url.password, database: 'nowhere' };
      const refused = await Database.open(address, tables, clock, localBell()).then(() => null, (error: Error) => error);
      expect(refused?.message).toMatch(/^cannot open the database nowhere at 127\.0\.0\.1:\d+: \S+$/);
    });
  });
}

const FIELDS = 'id number code name nationalCode ownerUnit scale content waterBody plannedStart plannedFinish originalFinish investment location { lon lat } registeredOn leadRegion { name } lists { code } fundingEntries { nodes { amount date note documentNumber recordedAt } totalCount } funding { planned arrived paid arrivalRate } progressHistory { date progress investmentDone note }';

/** Writes values of every kind, and reads them back. */
async function roundTrip(app: TestApp): Promise<unknown> {
  const taskforce = await app.as('taskforce');
  const full = await createWork(taskforce, {
    code: 'RT-1', name: '汾河🌊“一泓清水”𠮷祥段', nationalCode: '2301-990001-76-01-000009', ownerUnit: "O'Brien \\ 建设; -- 局 100%_", scale: '河长3.5 km²', content: '第一行\n第二行\t制表', waterBody: '汾河；浍河',
    investment: '9999999999999.99', plannedStart: '2024-02-29', plannedFinish: '2199-12-31', lon: 100.3, lat: 30.22, lists: ['second', 'first'],
  });
  const empty = await createWork(taskforce, { code: 'RT-2', name: '空' });
  await mutate(taskforce, 'setFundingPlan', { projectId: full.id, source: 'SPECIAL_BOND', planned: '10000000000.01' });
  await mutate(taskforce, 'recordFunding', { projectId: full.id, source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '9999999999999.99', date: '2024-06-30', note: '到位🎉', documentNumber: '晋财〔2024〕1号' });
  await mutate(taskforce, 'recordFunding', { projectId: full.id, source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '9999999999999.98', date: '2024-02-29' });
  await mutate(taskforce, 'recordProgress', { projectId: full.id, date: '2024-06-30', progress: 33.33, investmentDone: '0.01', note: '  前后空格  ' });
  const read = async (id: string) => (await taskforce.must(`query ($id: ID!) { project(id: $id) { ${FIELDS} } }`, { id })).project as object;
  return [await read(full.id), await read(empty.id), (await taskforce.must('{ summary(groupBy: REGION) { key summary { investment fundsPlanned fundsArrived arrivalRate } } }')).summary];
}

describe('both engines', () => {
  const answers: { engine: string; trip: unknown; names: unknown; searches: unknown }[] = [];

  beforeAll(async () => {
    for (const engine of engines) {
      const app = await startTestApp({ engine });
      try {
        const taskforce = await app.as('taskforce');
        const trip = await roundTrip(app);
        for (const name of ['尧都区排水', '霍州市管网', '侯马市管网', '安泽县清淤', '曲沃县清淤', '汾西县清淤', '10号沟', '9号沟', 'b段', 'A段']) await createWork(taskforce, { code: `N-${name}`, name });
        const names = (await taskforce.must('{ projects(orderBy: [{field: NAME}]) { nodes { name } } }')).projects.nodes.map(({ name }: { name: string }) => name);
        const found: Record<string, number> = {};
        for (const search of ['a段', 'Ａ段', '🌊', '100%_', '%', '_', "o'brien", '\\', '𠮷', '9', 'rt-1', ' 汾河 ']) {
          found[search] = (await taskforce.must('query ($search: String) { projects(filter: {search: $search}) { totalCount } }', { search })).projects.totalCount;
        }
        answers.push({ engine, trip, names, searches: found });
        expect(app.faults).toEqual([]);
      } finally {
        await app.stop();
      }
    }
  });

  it('give back Chinese, emoji, money above 10^12 fen, dates and nulls as they were written', () => {
    for (const { trip } of answers) {
      const [full, empty, regions] = trip as [Record<string, unknown>, Record<string, unknown>, { key: string; summary: object }[]];
      expect(full).toMatchObject({
        name: '汾河🌊“一泓清水”𠮷祥段', ownerUnit: "O'Brien \\ 建设; -- 局 100%_", scale: '河长3.5 km²', content: '第一行\n第二行\t制表', waterBody: '汾河；浍河', nationalCode: '2301-990001-76-01-000009',
        investment: '9999999999999.99', plannedStart: '2024-02-29', plannedFinish: '2199-12-31', originalFinish: null, registeredOn: '2023-01-01', location: { lon: 100.3, lat: 30.22 },
        lists: [{ code: 'first' }, { code: 'second' }], leadRegion: { name: '石桥县' },
        fundingEntries: { totalCount: 2, nodes: [{ amount: '9999999999999.98', date: '2024-02-29', note: null, documentNumber: null }, { amount: '9999999999999.99', date: '2024-06-30', note: '到位🎉', documentNumber: '晋财〔2024〕1号', recordedAt: '2024-06-30T04:00:00.000Z' }] },
        // 9,999,999,999,999.98 + 9,999,999,999,999.99
        funding: { planned: '10000000000.01', arrived: '19999999999999.97', paid: '0.00' },
        progressHistory: [{ date: '2024-06-30', progress: 33.33, investmentDone: '0.01', note: '前后空格' }],
      });
      expect(empty).toMatchObject({ nationalCode: null, ownerUnit: null, scale: null, content: null, waterBody: null, investment: null, plannedStart: null, plannedFinish: null, location: null, lists: [], funding: { planned: '0.00', arrivalRate: null } });
      // 石桥 leads W-1 with 12,000,000.00 and the new work.
      expect(regions.find(({ key }) => key === '990001')!.summary).toMatchObject({ investment: '10000011999999.99' });
    }
  });

  it('order names by pinyin, and numbers within them as numbers', () => {
    for (const { names } of answers) {
      const chosen = ['9号沟', '10号沟', '安泽县清淤', '汾西县清淤', '侯马市管网', '霍州市管网', '曲沃县清淤', '尧都区排水'];
      // ān, fén, hóu, huò, qū, yáo
      expect((names as string[]).filter((name) => chosen.includes(name))).toEqual(chosen);
      expect(names as string[]).toHaveLength(16);
    }
  });

  it('find what people type, whatever its capitals and width, and take no sign for a pattern', () => {
    for (const { searches } of answers) expect(searches).toEqual({ 'a段': 1, 'Ａ段': 1, '🌊': 1, '100%_': 1, '%': 1, _: 1, "o'brien": 1, '\\': 1, '𠮷': 1, '9': 4, 'rt-1': 1, ' 汾河 ': 1 });
  });

  it('answer alike to the letter', () => {
    for (const { engine: _, ...answer } of answers) {
      const { engine: __, ...first } = answers[0];
      expect(answer).toEqual(first);
    }
  });
});
