import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { ChangeRecord } from '../../server/database/change.entity';
import { built, createWork, mutate, onEachEngine, root, startTestApp, type TestApp, type TestClient } from '../harness';

/** The chain as its documentation has it, reckoned anew: SHA-256 over the hash before and everything that the record says. */
async function brokenLinks(app: TestApp): Promise<number[]> {
  const records = await app.database.read.find(ChangeRecord, { order: { seq: 'ASC' } });
  let previous = '0'.repeat(64);
  const broken: number[] = [];
  records.forEach((record, i) => {
    const said = [previous, record.seq, record.at.toISOString(), record.actor, record.kind, record.subjectType, record.subjectId, record.adcodes, record.sector, record.summary, record.payload];
    const hash = createHash('sha256').update(JSON.stringify(said), 'utf8').digest('hex');
    if (record.seq !== i + 1 || record.hash !== hash) broken.push(record.seq);
    previous = record.hash;
  });
  const [counter] = (await app.database.read.query('SELECT seq, head FROM change_counter')) as { seq: number | string; head: string }[];
  if (Number(counter.seq) !== records.length || counter.head !== previous) broken.push(-1);
  return broken;
}

const arrived = (projectId: string, amount: string) => ({ projectId, source: 'OTHER', kind: 'ARRIVED', amount, date: '2024-06-30' });
const SEQ = 'change_record';

onEachEngine('a unit of work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it('is one of a hundred at once, a third of them refused: exactly the accepted ones stand, under consecutive numbers, in a whole chain', async () => {
    const works = [await createWork(taskforce), await createWork(taskforce), await createWork(taskforce)];
    const before = await app.rows();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        // Every third is below zero. A yuan amount tells each request from the others.
        taskforce.query('mutation ($input: RecordFundingInput!) { recordFunding(input: $input) { entry { id amount } } }', { input: arrived(works[i % works.length === 0 ? 0 : i % 2].id, i % 3 === 0 ? `-${i + 1}.00` : `${i + 1}.00`) }),
      ),
    );
    const accepted = outcomes.flatMap(({ data }, i) => (data?.recordFunding ? [i] : []));
    expect(accepted).toEqual(Array.from({ length: 100 }, (_, i) => i).filter((i) => i % 3 !== 0));
    for (const [i, { errors }] of outcomes.entries()) if (i % 3 === 0) expect(errors![0].extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.amount' });
    const after = await app.rows();
    expect(after).toEqual({ ...before, funding_entry: before.funding_entry + 66, [SEQ]: before[SEQ] + 66, seq: before.seq + 66 });
    const sums = await Promise.all(works.map(async ({ id }) => Number((await taskforce.must('query ($id: ID!) { project(id: $id) { funding { arrived } } }', { id })).project.funding.arrived)));
    expect(sums.reduce((a, b) => a + b)).toBe(accepted.reduce((sum, i) => sum + i + 1, 0));
    expect(await brokenLinks(app)).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('lets one of ten pass who change the same version of a work, and tells the others the version that is', async () => {
    const { id, version } = await createWork(taskforce);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => taskforce.query('mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { version name } } }', { input: { id, expectedVersion: version, name: `第${i}个` } })),
    );
    expect(outcomes.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of outcomes) if (errors) expect(errors[0].extensions).toEqual({ code: 'CONFLICT', field: 'input.expectedVersion', currentVersion: version + 1 });
    expect(await brokenLinks(app)).toEqual([]);
  });

  it('gives works registered at once numbers of their own, without gaps after refusals', async () => {
    const input = (i: number) => ({ code: `P-${engine}-${i}`, name: '并行', leadRegion: i % 4 === 3 ? '999999' : '990001', sector: 'WATER', category: 'DREDGE' });
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => taskforce.query('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { number } } }', { input: input(i) })));
    const numbers = outcomes.flatMap(({ data }) => (data?.createProject ? [data.createProject.project.number as number] : [])).sort((a, b) => a - b);
    expect(numbers).toHaveLength(15);
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, i) => numbers[0] + i));
  });

  it('takes one of two works with the same code, and refuses the other by name', async () => {
    const outcomes = await Promise.all(['甲', '乙'].map((name) => taskforce.query('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { number } } }', { input: { code: 'TWICE', name, leadRegion: '990001', sector: 'WATER', category: 'DREDGE' } })));
    const refused = outcomes.filter(({ errors }) => errors);
    expect(refused.map(({ errors }) => errors![0].extensions)).toEqual([{ code: 'BAD_USER_INPUT', field: 'input.code' }]);
  });

  it('keeps in the record the full new values of the row that it wrote', async () => {
    const { id } = await createWork(taskforce, { name: '记录' });
    await mutate(taskforce, 'recordFunding', { ...arrived(id, '12.34'), note: '备注' });
    const [{ payload, ...head }] = await app.database.read.find(ChangeRecord, { order: { seq: 'DESC' }, take: 1 });
    expect(head).toMatchObject({ actor: 'taskforce', kind: 'FUNDING_RECORDED', subjectType: 'Project', adcodes: '990001', sector: 'WATER' });
    expect(JSON.parse(payload)).toEqual([{ table: 'funding_entry', id: expect.any(Number), values: expect.objectContaining({ amount: 1234, date: '2024-06-30', note: '备注', recordedAt: '2024-06-30T04:00:00.000Z', recordedBy: 'taskforce', reversesId: null, sample: false }) }]);
  });

  it.each(['before its number is taken', 'after its number is taken'])('leaves nothing when the process dies between its rows and the commit, %s', async (moment) => {
    await built();
    const before = await app.rows();
    // SQLite is for one process: the server lets go of the file first.
    await app.close();
    const child = spawnSync(process.execPath, ['-e', CRASH], { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: app.stored.url, SEAL: moment.startsWith('after') ? '1' : '' } });
    expect({ signal: child.signal, printed: child.stdout, fault: child.stderr }).toEqual({ signal: 'SIGKILL', printed: 'written\n', fault: '' });
    await app.start();
    taskforce = await app.as('taskforce');
    expect(await app.rows()).toEqual(before);
    expect(await brokenLinks(app)).toEqual([]);
    await createWork(taskforce);
    expect((await app.rows()).seq).toBe(before.seq + 1);
  });
});

/** Writes rows in a unit of work and dies before the commit. */
const CRASH = `
require('reflect-metadata');
const { readDatabaseUrl } = require('./dist/server/database/address');
const { Database } = require('./dist/server/database/database');
const { localBell } = require('./dist/server/database/bell');
const { systemClock } = require('./dist/server/api/clock');
const { tables } = require('./dist/server/tables');
const { ProgressEntry } = require('./dist/server/portfolio/facts.entity');
(async () => {
  const database = await Database.open(readDatabaseUrl(process.env.DATABASE_URL, '/'), tables, systemClock('2024-06-30'), localBell());
  await database.work({ name: 'crash', userId: null }, async (unit) => {
    await unit.insert(ProgressEntry, { projectId: 1, date: '2024-06-29', progress: 1, investmentDone: 1, note: null, reason: null, recordedBy: 'crash', recordedAt: new Date(), sample: false });
    unit.record({ kind: 'PROGRESS_RECORDED', subjectType: 'Project', subjectId: 1, summary: 'crash' });
    if (process.env.SEAL) await unit.seal();
    require('node:fs').writeSync(1, 'written\\n');
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  });
})();
`;
