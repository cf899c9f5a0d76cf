import { verifyDatabase } from '../../../server/database/verify';
import { createWork, mutate, onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { faults, importTable, moves, outline, table, writesNothing } from './sending';
import { DAY, workCoded, workNumbered } from './work-sheets';

const HEAD = '项目编码,资金来源,计划资金（万元）,下达资金（万元）,到位资金（万元）,支付资金（万元）,文号';
const sheet = (...rows: string[]) => table(HEAD, ...rows);

onEachEngine('a file of funds', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(async () => {
    expect((await verifyDatabase(app.database)).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const work = async (input: object = {}): Promise<Data> => workNumbered(taskforce, (await createWork(taskforce, input)).number);
  const entries = async (id: string): Promise<Data[]> => (await taskforce.must('query ($id: ID!) { project(id: $id) { fundingEntries { nodes { source kind amount date documentNumber note recordedBy } } } }', { id })).project.fundingEntries.nodes;
  const wrong = async (client: TestClient, text: string, asked = DAY): Promise<string[]> => {
    const answer = await writesNothing(app, () => importTable(client, 'funding', text, asked));
    expect(answer.status).toBe(422);
    return faults(answer);
  };

  it('books what its cumulative figures add to what stands on their day, one entry a source and kind', async () => {
    const { id, code } = await work();
    await mutate(county, 'setFundingPlan', { projectId: id, source: 'SPECIAL_BOND', planned: '9000000.00', effectiveDate: '2024-03-01' });
    await mutate(county, 'recordFunding', { projectId: id, source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '1000000.00', date: '2024-04-01' });
    // Booked on a later day than the sheet's: it does not count there, and stands.
    await mutate(county, 'recordFunding', { projectId: id, source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '7.00', date: '2024-06-28' });
    const text = sheet(`${code},专项债券,1000,800,150.000001,50,砾财〔2024〕3号`, `${code},县级财政,200,,20,,`);
    const answer = await importTable(county, 'funding', text, DAY);
    expect(answer).toMatchObject({ status: 200, kind: 'funding', changed: 2, errors: [] });
    expect(answer.rows.map(moves)).toEqual([
      ['planned: 900 万元 → 1,000 万元', 'allocated: 0 万元 → 800 万元', 'arrived: 100 万元 → 150.000001 万元', 'paid: 0 万元 → 50 万元'],
      ['planned: 0 万元 → 200 万元', 'arrived: 0 万元 → 20 万元'],
    ]);
    // In place after that day already: perhaps today's total under the wrong day.
    expect(answer.rows[0].warnings).toEqual(expect.arrayContaining([{ code: 'LATER_BOOKED', cell: 'E2', message: '2024-06-25 之后已另登记 7.00 元，加上这一次，到今天合计 1,500,007.01 元；请核对日期。' }]));
    const note = '导入《台账.csv》';
    expect(await entries(id)).toEqual([
      { source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '1000000.00', date: '2024-04-01', documentNumber: null, note: null, recordedBy: 'county-990001' },
      { source: 'SPECIAL_BOND', kind: 'ALLOCATED', amount: '8000000.00', date: '2024-06-25', documentNumber: '砾财〔2024〕3号', note, recordedBy: 'county-990001' },
      { source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '500000.01', date: '2024-06-25', documentNumber: null, note, recordedBy: 'county-990001' },
      { source: 'SPECIAL_BOND', kind: 'PAID', amount: '500000.00', date: '2024-06-25', documentNumber: null, note, recordedBy: 'county-990001' },
      { source: 'COUNTY_BUDGET', kind: 'ARRIVED', amount: '200000.00', date: '2024-06-25', documentNumber: null, note, recordedBy: 'county-990001' },
      { source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '7.00', date: '2024-06-28', documentNumber: null, note: null, recordedBy: 'county-990001' },
    ]);
    expect((await workCoded(taskforce, code)).funding).toMatchObject({ planned: '12000000.00', arrived: '1700007.01', paid: '500000.00' });
    await writesNothing(app, async () => expect(await importTable(county, 'funding', text, DAY)).toMatchObject({ status: 200, unchanged: 2 }));
    const [change] = (await app.database.read.query("SELECT kind, actor, summary FROM change_record ORDER BY seq DESC LIMIT 1")) as { kind: string; actor: string; summary: string }[];
    expect(change).toMatchObject({ kind: 'PROJECT_IMPORTED', actor: 'county-990001', summary: expect.stringContaining('导入《台账.csv》：专项债券计划 10,000,000.00 元（2024-06-25），专项债券下达 8,000,000.00 元（2024-06-25）') });
  });

  it('is refused where the name beside a code is another: such a file renames nothing', async () => {
    const { code } = await work();
    const answer = await writesNothing(app, () => importTable(county, 'funding', table('项目编码,项目名称,资金来源,到位（万元）', `${code},另一项工程,专项债券,5`), DAY));
    expect(faults(answer)).toEqual(['B2 IMPORT_NAME_DIFFERS']);
  });

  it('takes a column of kinds of works for no source', async () => {
    const { code } = await work();
    const answer = await importTable(county, 'funding', table('项目编码,类别,到位（万元）', `${code},其他,5`), { ...DAY, dryRun: true });
    expect([faults(answer), answer.unknownColumns.map(({ title }) => title)]).toEqual([['C2 IMPORT_SOURCE_NEEDED'], ['类别']]);
  });

  it('is refused where a figure is below what stands on its day: a wrong entry is corrected first', async () => {
    const { code, id } = await work();
    await mutate(county, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '30.00', date: '2024-05-01' });
    await mutate(county, 'setFundingPlan', { projectId: id, source: 'OTHER', planned: '40.00', effectiveDate: '2024-05-01' });
    expect(await wrong(county, sheet(`${code},其他资金,0.003,0.001,,0.0029,`))).toEqual(['C2 IMPORT_PLAN_LOWER', 'F2 CUMULATIVE_LOWER']);
    const { errors } = await importTable(county, 'funding', sheet(`${code},其他资金,,,,0.0029,`), { ...DAY, dryRun: true });
    expect(errors[0]).toMatchObject({ cell: 'F2', column: '支付资金（万元）', value: '0.0029', message: '累计数低于截至 2024-06-25 已登记的 30.00 元；请先更正有误的那一笔，再重新登记。' });
    // On an earlier day nothing was paid yet.
    expect(await importTable(county, 'funding', sheet(`${code},其他资金,,,,0,`), { asOf: '2024-04-30' })).toMatchObject({ unchanged: 1 });
  });

  it('goes to the only source where it names none, and is refused where there are several or none', async () => {
    const [one, none] = [await work(), await work()];
    await mutate(county, 'setFundingPlan', { projectId: one.id, source: 'BANK_LOAN', planned: '50000.00', effectiveDate: '2024-05-01' });
    const text = table('项目编码,到位资金（万元）', `${one.code},5`);
    expect(await importTable(county, 'funding', text, DAY)).toMatchObject({ changed: 1 });
    expect(await entries(one.id)).toMatchObject([{ source: 'BANK_LOAN', kind: 'ARRIVED', amount: '50000.00' }]);
    expect(await wrong(county, table('项目编码,到位资金（万元）', `${none.code},5`, 'W-1,2000'))).toEqual(['B2 IMPORT_SOURCE_NEEDED', 'B3 IMPORT_SOURCES_SEVERAL']);
  });

  it('has one row a source, or both say the same', async () => {
    const { code } = await work();
    expect(await wrong(county, sheet(`${code},银行贷款,1,,,,`, `${code},贷款,2,,,,`))).toEqual(['A3 IMPORT_ROW_TWICE']);
    const answer = await importTable(county, 'funding', sheet(`${code},银行贷款,1,,,,`, `${code},贷款,1,,,,`), DAY);
    expect(outline(answer)).toEqual([`2 CHANGED ${code}`, `3 UNCHANGED ${code}`]);
  });

  it('reads a column for each source as one row of several figures', async () => {
    const { code, id } = await work();
    const text = table('项目编码,中央资金,中央资金,省级资金', ',计划（万元）,到位（万元）,到位（万元）', `${code},3,2,1`);
    const answer = await importTable(county, 'funding', text, DAY);
    expect(outline(answer)).toEqual([`3 CHANGED ${code}`]);
    expect(moves(answer.rows[0])).toEqual(['planned: 0 万元 → 3 万元', 'arrived: 0 万元 → 2 万元', 'arrived: 0 万元 → 1 万元']);
    expect(await entries(id)).toMatchObject([{ source: 'CENTRAL_GRANT', amount: '20000.00' }, { source: 'PROVINCIAL_GRANT', amount: '10000.00' }]);
  });

  it('needs the right to the work, a work that there is, and a day', async () => {
    const other = await work({ leadRegion: '990002', regions: ['990001'] });
    expect(await wrong(county, sheet(`${other.code},专项债券,1,,2,,`, 'W-2,专项债券,1,,,,', 'W-98,专项债券,1,,,,'))).toEqual(['C2 FORBIDDEN', 'E2 FORBIDDEN', 'A3 NOT_FOUND', 'A4 NOT_FOUND']);
    expect(await wrong(taskforce, table('项目名称,资金来源,到位资金（万元）', '没有的工程,专项债券,1'))).toEqual(['A2 IMPORT_WORK_UNKNOWN']);
    const answer = (await writesNothing(app, () => importTable(taskforce, 'funding', sheet('W-1,中央资金,,,700,,')))) as unknown as { status: number; errors: { extensions: object }[] };
    expect([answer.status, answer.errors[0].extensions]).toEqual([400, { code: 'BAD_USER_INPUT', field: 'asOf' }]);
    expect(await importTable(taskforce, 'funding', sheet('W-1,中央资金,700,700,650,400.000029,'))).toMatchObject({ unchanged: 1 });
  });

  it('asks for a second look where money runs past its plan or past what arrived', async () => {
    const { code } = await work({ investment: '20000.00' });
    const answer = await importTable(county, 'funding', sheet(`${code},专项债券,3,4,1,2,`), { ...DAY, dryRun: true });
    expect(answer.rows[0].warnings.map(({ cell, code: warning }) => `${cell} ${warning}`)).toEqual([
      'D2 DOCUMENT_NUMBER_MISSING', 'D2 FUNDS_ABOVE_PLAN', 'F2 PAID_ABOVE_ARRIVED', 'C2 PLAN_ABOVE_INVESTMENT',
    ]);
  });
});
