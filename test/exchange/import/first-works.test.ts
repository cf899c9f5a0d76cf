import { User } from '../../../server/access/user.entity';
import { Role } from '../../../server/api/identity';
import { localBell } from '../../../server/database/bell';
import { Database } from '../../../server/database/database';
import { verifyDatabase } from '../../../server/database/verify';
import { loadPack } from '../../../server/exchange/pack/load';
import { runImport } from '../../../server/exchange/import/run';
import { tables } from '../../../server/tables';
import { onEachEngine, openTestDatabase, packOf, TestClock, type TestDatabase } from '../../harness';
import { NEW, newName, workSheet } from './work-sheets';

const TODAY = '2024-06-30';
const operator = { userId: 0, username: 'cli', role: Role.TASK_FORCE, regionId: null, adcode: null, departmentId: null, sector: null, credential: 'cli' };

onEachEngine('the first works of an office', (engine) => {
  let stored: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    stored = await openTestDatabase(engine);
    database = await Database.open(stored.address, tables, new TestClock(TODAY), localBell());
    await loadPack(database, packOf('tiny'), { works: false });
  });
  afterAll(async () => {
    expect((await verifyDatabase(database)).problems).toEqual([]);
    await database.close();
    await stored.drop();
  });

  const take = (text: string, dryRun = false) => runImport(database, TODAY, {
    kind: 'works', fileName: '台账.csv', bytes: Buffer.from(text), dryRun, asOf: null, identity: operator, language: 'zh', actor: { name: 'cli', userId: null },
  });

  it('begin with number one, in the form of the codes of the pack, once when two send them together', async () => {
    expect(await database.read.count(User)).toBe(0);
    const text = workSheet({ ...NEW, 项目名称: newName() }, { ...NEW, 项目名称: newName() });
    expect((await take(text, true)).rows.map(({ key }) => key)).toEqual(['W-1', 'W-2']);
    const answers = await Promise.all([take(text), take(text), take(text)]);
    expect(answers.map(({ created }) => created).sort()).toEqual([0, 0, 2]);
    expect(answers.map(({ rows }) => rows.map(({ key }) => key))).toEqual(Array.from({ length: 3 }, () => ['W-1', 'W-2']));
    expect((await database.read.query('SELECT number, code FROM project ORDER BY number'))).toEqual([{ number: 1, code: 'W-1' }, { number: 2, code: 'W-2' }]);
  });
});
