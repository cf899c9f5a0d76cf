import { verifyDatabase } from '../../../server/database/verify';
import { createWork, onEachEngine, startTestApp, type TestApp, type TestClient } from '../../harness';
import { faults, importTable, moves, outline, table, writesNothing } from './sending';
import { DAY, NEW, newName, workCoded, workSheet } from './work-sheets';

onEachEngine('a file of works', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(async () => {
    expect((await verifyDatabase(app.database)).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  it('registers what is new under the next number and a code in the form of the others, with all that it says', async () => {
    const { number } = await createWork(taskforce);
    const name = newName();
    const answer = await importTable(taskforce, 'works', workSheet({
      ...NEW, 项目名称: name, '县（市、区）': '石桥县、柳湾', 清单: '第一批、第二批', 项目代码: '2301-990001-76-01-000009', 建设单位: '某项目部', 经度: '100.3', 纬度: '30.22', '总投资（万元）': '300.5', 计划开工日期: '2024-05-01', 计划完工日期: '2024-12-31',
      阶段: '在建', 实际开工日期: '2024-05-06', 形象进度: '30', '累计完成投资（万元）': '90', '计划资金（万元）': '200', '到位资金（万元）': '120',
    }), DAY);
    expect(answer).toMatchObject({ status: 200, kind: 'works', dryRun: false, file: '台账.csv', created: 1, changed: 0, unchanged: 0, refused: 0, errors: [], unknownColumns: [] });
    expect(answer.rows).toEqual([{ sheet: '台账', row: 2, action: 'CREATED', key: `W-${number + 1}`, name, changes: expect.any(Array), warnings: expect.any(Array) }]);
    expect(moves(answer.rows[0])).toEqual([
      `name: – → ${name}`, 'regions: – → 石桥县、柳湾区', 'sector: – → 水务', 'category: – → 清淤', 'nationalCode: – → 2301-990001-76-01-000009', 'ownerUnit: – → 某项目部',
      'plannedStart: – → 2024-05-01', 'plannedFinish: – → 2024-12-31', 'lists: – → 第一批、第二批', 'investment: – → 300.5 万元', 'lon: – → 100.3', 'lat: – → 30.22',
      'progress: – → 30%', 'investmentDone: – → 90 万元', 'stage: – → 开工（2024-05-06）', 'planned: – → 200 万元', 'arrived: – → 120 万元',
    ]);
    expect(await workCoded(taskforce, `W-${number + 1}`)).toMatchObject({
      number: number + 1, name, sector: { code: 'WATER' }, leadRegion: { adcode: '990001' }, regions: [{ adcode: '990002' }, { adcode: '990001' }], category: { code: 'DREDGE' }, lists: [{ code: 'first' }, { code: 'second' }],
      // The earliest day that its row knows of it: what happened before it was registered could not be recorded.
      registeredOn: '2024-05-01', plannedStart: '2024-05-01', plannedFinish: '2024-12-31', originalFinish: null, investment: '3005000.00', location: { lon: 100.3, lat: 30.22 }, version: 1,
      stageHistory: [{ stage: 'CONSTRUCTION', effectiveDate: '2024-05-06', status: 'CONFIRMED', reason: null, evidence: '导入《台账.csv》' }],
      progressHistory: [{ date: '2024-06-25', progress: 30, investmentDone: '900000.00', note: null }],
      funding: { planned: '2000000.00', arrived: '1200000.00', paid: '0.00', lines: [{ source: 'OTHER', planned: '2000000.00', arrived: '1200000.00', paid: '0.00' }] },
    });
    expect(answer.rows[0].warnings.map(({ code, cell }) => `${cell} ${code}`)).toEqual(['Q2 SOURCE_ASSUMED']);
  });

  it('says beforehand what it would do, under the number and code that come next, and writes nothing', async () => {
    const text = workSheet({ ...NEW, 项目名称: newName() }, { ...NEW, 项目名称: newName(), 项目编码: 'X-9' }, { 项目编码: 'W-4', 形象进度: '12' });
    const tried = await writesNothing(app, () => importTable(taskforce, 'works', text, { ...DAY, dryRun: true }));
    expect(tried).toMatchObject({ status: 200, dryRun: true, created: 2, changed: 1 });
    const done = await importTable(taskforce, 'works', text, DAY);
    expect(outline(done)).toEqual(outline(tried));
    expect(done.rows).toEqual(tried.rows);
    expect(await workCoded(taskforce, 'X-9')).toMatchObject({ code: 'X-9', name: done.rows[1].name });
  });

  it('changes nothing when it comes again, also after a restart', async () => {
    const text = workSheet(
      { ...NEW, 项目名称: newName(), 阶段: '完工', 实际开工日期: '2024-03-01', 实际完工日期: '2024-06-01', 形象进度: '100', '累计完成投资（万元）': '9', '到位资金（万元）': '8' },
      { 项目编码: 'W-1', '到位资金（万元）': '1050' },
    );
    expect(await importTable(taskforce, 'works', text, DAY)).toMatchObject({ created: 1, unchanged: 1 });
    await writesNothing(app, async () => expect(await importTable(taskforce, 'works', text, DAY)).toMatchObject({ status: 200, created: 0, changed: 0, unchanged: 2, refused: 0 }));
    const before = await app.rows();
    await app.restart();
    taskforce = await app.as('taskforce');
    expect(await importTable(taskforce, 'works', text, DAY)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await app.rows()).toEqual(before);
  });

  it('is written whole or not at all, and then every cell that stands in the way is named', async () => {
    const good = newName();
    const answer = await writesNothing(app, () => importTable(taskforce, 'works', workSheet(
      { ...NEW, 项目名称: good }, { ...NEW, 项目名称: newName(), '总投资（万元）': '三百' }, { 项目编码: 'W-1', 阶段: '前期' }, { 项目编码: 'W-99', 形象进度: '3' }, { 项目名称: newName() },
    ), DAY));
    expect(answer).toMatchObject({ status: 422, dryRun: false, created: 1, changed: 0, unchanged: 0, refused: 4 });
    expect(outline(answer)).toEqual([expect.stringMatching(/^2 CREATED W-\d+$/), '3 REFUSED null', '4 REFUSED W-1', '5 REFUSED null', '6 REFUSED null']);
    expect(faults(answer)).toEqual(['F3 CELL_MONEY', 'G4 IMPORT_STAGE_BACK', 'A5 NOT_FOUND', 'B6 IMPORT_NEW_NEEDS']);
    expect(answer.errors[1]).toEqual({ sheet: '台账', cell: 'G4', row: 4, column: '阶段', value: '前期', code: 'IMPORT_STAGE_BACK', message: '已是完工（2023-12-08 起），不能退回前期；更正由专班在系统中办理。' });
    expect(answer.errors[3].message).toBe('这是新工程，还要填写县（市、区）、领域、类别。');
    expect((await taskforce.must('query ($search: String) { projects(filter: { search: $search }) { totalCount } }', { search: good })).projects.totalCount).toBe(0);
  });

  it('stands in the change record once a work, under the name of the file', async () => {
    const name = newName();
    const answer = await importTable(taskforce, 'works', workSheet({ ...NEW, 项目名称: name, 阶段: '开工', 形象进度: '5' }, { 项目编码: 'W-4', 阶段: '开工', 建设单位: '水情中心' }), DAY, '石桥 6月.csv');
    const changes = (await app.database.read.query('SELECT kind, actor, summary FROM change_record ORDER BY seq DESC LIMIT 2')) as unknown[];
    expect(changes.reverse()).toEqual([
      { kind: 'PROJECT_CREATED', actor: 'taskforce', summary: `${answer.rows[0].key!.slice(2)}号 ${name}：导入《石桥 6月.csv》：入库，进度 5%，累计完成投资 0.00 元（2024-06-25），开工（2024-06-25）` },
      { kind: 'PROJECT_IMPORTED', actor: 'taskforce', summary: '4号 市级水情平台：导入《石桥 6月.csv》：修改，开工（2024-06-25）' },
    ]);
  });

  it('is refused as a whole when figures need a day that nobody gave, or one that lies ahead', async () => {
    const figures = workSheet({ 项目编码: 'W-4', 形象进度: '13' });
    const refusal = async (text: string, asOf?: string) => writesNothing(app, () => importTable(taskforce, 'works', text, { asOf }) as unknown as Promise<{ status: number; errors: unknown[] }>);
    const needed = { status: 400, errors: [{ message: expect.stringContaining('工作表“台账”没有写数据截至哪一天'), extensions: { code: 'BAD_USER_INPUT', field: 'asOf' } }] };
    expect(await refusal(figures)).toEqual(needed);
    expect(await refusal(figures, '2024-07-01')).toEqual({ status: 400, errors: [{ message: '日期不能晚于今天（2024-06-30）。', extensions: { code: 'BAD_USER_INPUT', field: 'asOf' } }] });
    expect(await refusal(figures, '2024-6-1')).toEqual({ status: 400, errors: [{ message: expect.stringContaining('“2024-6-1”不是有效日期'), extensions: { code: 'BAD_USER_INPUT', field: 'asOf' } }] });
    expect(await refusal(`工程台账（截至2024年7月31日）,\n${figures}`)).toEqual({ status: 400, errors: [{ message: '工作表“台账”的数据截止日期 2024-07-31 晚于今天（2024-06-30）。', extensions: { code: 'BAD_USER_INPUT', field: 'asOf' } }] });
    // Nothing is booked under a day where nothing moves, or where the days stand beside it.
    expect(await importTable(taskforce, 'works', workSheet({ 项目编码: 'W-2', 阶段: '在建', 形象进度: '60.2' }))).toMatchObject({ status: 200, unchanged: 1 });
    expect(await importTable(taskforce, 'works', workSheet({ ...NEW, 项目名称: newName(), 阶段: '在建', 实际开工日期: '2024-05-01' }))).toMatchObject({ status: 200, created: 1 });
    // The day in the title goes before the one in the address.
    expect(await importTable(taskforce, 'works', `工程台账（截至2024年6月28日）,\n${figures}`, { asOf: '2024-06-01' })).toMatchObject({ status: 200, changed: 1 });
    expect((await workCoded(taskforce, 'W-4')).progressHistory.at(-1)).toMatchObject({ date: '2024-06-28', progress: 13 });
  });

  it('names what it does not know, and the rows that it passes over', async () => {
    const answer = await importTable(taskforce, 'works', table('石桥县工程台账,,', '项目编码,项目名称,领导批示', 'W-1,砾溪石桥段清淤,抓紧', '合计,,'), { dryRun: true });
    expect(answer.unknownColumns).toEqual([{ sheet: '台账', cell: 'C2', title: '领导批示' }]);
    expect(answer.ignoredRows.map(({ row }) => row)).toEqual([1, 2, 4]);
    expect(answer).toMatchObject({ unchanged: 1, refused: 0 });
  });
});
