import { verifyDatabase } from '../../../server/database/verify';
import { createWork, mutate, onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { faults, importTable, moves, outline, writesNothing } from './sending';
import { DAY, NEW, newName, workCoded, workNumbered, workSheet, type Row } from './work-sheets';

onEachEngine('a row of works', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  let department: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county, department] = await Promise.all([app.as('taskforce'), app.as('county-990001'), app.as('department-urban')]);
  });
  afterAll(async () => {
    expect((await verifyDatabase(app.database)).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  /** What is wrong with rows that are to be refused. */
  const wrong = async (client: TestClient, ...rows: Row[]): Promise<string[]> => {
    const answer = await writesNothing(app, () => importTable(client, 'works', workSheet(...rows), DAY));
    expect(answer.status).toBe(422);
    return faults(answer);
  };
  const changed = async (client: TestClient, row: Row): Promise<string[]> => {
    const answer = await importTable(client, 'works', workSheet(row), DAY);
    expect(faults(answer)).toEqual([]);
    return moves(answer.rows[0]);
  };
  const work = async (input: object = {}): Promise<Data> => workNumbered(taskforce, (await createWork(taskforce, input)).number);

  describe('finds its work', () => {
    it('by its code, whatever the name beside it then becomes', async () => {
      const { code } = await work();
      const name = newName();
      expect(await changed(taskforce, { 项目编码: ` ${code}`, 项目名称: name })).toEqual([expect.stringMatching(`^name: .* → ${name}$`)]);
      expect(await workCoded(taskforce, code)).toMatchObject({ name });
    });

    it('and is refused where the name beside its code is that of another work', async () => {
      const [one, other] = [await work(), await work()];
      expect(await wrong(taskforce, { 项目编码: one.code as string, 项目名称: other.name as string })).toEqual(['B2 IMPORT_NAME_OF_ANOTHER']);
      const { rows } = await importTable(taskforce, 'works', workSheet({ 项目编码: one.code as string, 项目名称: newName() }), { dryRun: true });
      expect(rows[0].warnings).toMatchObject([{ code: 'WORK_RENAMED', message: expect.stringContaining(one.name as string) }]);
      // A sign leaves no doubt.
      expect(await changed(taskforce, { 项目编码: one.code as string, 形象进度: '0.55%' })).toEqual(['progress: 0% → 0.55%']);
    });

    it('by lead region and name, brackets, blanks and letters wide or narrow, and then the name stays as it stands', async () => {
      const { code } = await work({ name: '北河（一期）A段 清淤' });
      expect(await changed(taskforce, { 项目名称: '北河(一期)Ａ段清淤', '县（市、区）': '石桥', 建设单位: '某队' })).toEqual(['ownerUnit: – → 某队']);
      expect(await workCoded(taskforce, code)).toMatchObject({ name: '北河（一期）A段 清淤' });
    });

    it('by all its regions, whichever stands first', async () => {
      const { code } = await work({ name: '两县界河整治', regions: ['990002'] });
      const answer = await importTable(taskforce, 'works', workSheet({ 项目名称: '两县界河整治', '县（市、区）': '柳湾、石桥' }));
      expect(outline(answer)).toEqual([`2 UNCHANGED ${code}`]);
    });

    it('and is refused where two works answer to it, with the codes of both', async () => {
      const [one, other] = [await work({ name: '同名沟治理' }), await work({ name: '同名沟治理' })];
      expect(await wrong(taskforce, { 项目名称: '同名沟治理', '县（市、区）': '石桥' })).toEqual(['A2 IMPORT_NAME_AMBIGUOUS']);
      const { errors } = await importTable(taskforce, 'works', workSheet({ 项目名称: '同名沟治理', 建设单位: '' }), { dryRun: true });
      expect(errors[0].message).toContain(`${one.code}、${other.code}`);
      expect(outline(await importTable(taskforce, 'works', workSheet({ 项目名称: '同名沟治理', 编号: String(other.number) })))).toEqual([`2 UNCHANGED ${other.code}`]);
    });

    it('and is refused where code or number say another than the name', async () => {
      const { number, code, name } = await work();
      expect(await wrong(taskforce, { 项目编码: 'NO-1', 项目名称: name, '县（市、区）': '石桥' })).toEqual(['A2 IMPORT_CODE_DIFFERS']);
      const { errors } = await importTable(taskforce, 'works', workSheet({ 项目编码: 'NO-1', 项目名称: name }), { dryRun: true });
      expect(errors[0].message).toBe(`没有编码“NO-1”；同名工程的编码是 ${code}，请核对。`);
      expect(await wrong(taskforce, { ...NEW, 项目名称: newName(), 编号: String(number) })).toEqual(['B2 IMPORT_NUMBER_DIFFERS']);
      // Another county counts its own rows.
      const answer = await importTable(taskforce, 'works', workSheet({ ...NEW, '县（市、区）': '柳湾', 项目名称: newName(), 编号: String(number) }), { dryRun: true });
      expect(answer).toMatchObject({ created: 1 });
    });

    it('and may come twice if both say the same; otherwise the second is refused', async () => {
      const name = newName();
      const answer = await importTable(taskforce, 'works', workSheet({ ...NEW, 项目名称: name }, { ...NEW, 项目名称: ` ${name}` }), {});
      expect(answer.rows.map(({ action }) => action)).toEqual(['CREATED', 'UNCHANGED']);
      expect(answer.rows[1].key).toBe(answer.rows[0].key);
      expect(await wrong(taskforce, { 项目编码: 'W-4', 建设单位: '甲' }, { 项目名称: '市级水情平台', 建设单位: '甲' }, { 项目编码: 'W-4', 建设单位: '乙' })).toEqual(['B3 IMPORT_ROW_TWICE', 'A4 IMPORT_ROW_TWICE']);
      expect(await wrong(taskforce, { ...NEW, 项目名称: '新沟' }, { ...NEW, 项目名称: '新沟', 类别: '管网' })).toEqual(['A3 IMPORT_ROW_TWICE']);
    });

    it('and is refused where the work was taken off the list', async () => {
      const { id, code, version } = await work();
      await mutate(taskforce, 'withdrawProject', { id, on: '2024-06-01', reason: '并入', expectedVersion: version });
      expect(await wrong(taskforce, { 项目编码: code, 形象进度: '0' })).toEqual(['A2 WITHDRAWN']);
    });
  });

  describe('does what its sender may do by hand', () => {
    it('a county sends its whole file, of which only stage, progress and money move', async () => {
      const { code, name } = await work({ investment: '5000000.00', plannedFinish: '2024-12-31', ownerUnit: '甲队' });
      const whole = { 项目编码: code, 项目名称: name, '县（市、区）': '石桥县', 领域: '水务局', 类别: '清淤', 建设单位: '甲队', '总投资（万元）': '500', 计划完工日期: '2024年12月31日', 阶段: '在建', 形象进度: '20%', '到位资金（万元）': '100' };
      expect(await changed(county, whole)).toEqual(['progress: 0% → 20%', 'stage: 前期 → 开工（2024-06-25）', 'arrived: 0 万元 → 100 万元']);
      expect(await writesNothing(app, () => importTable(county, 'works', workSheet(whole), DAY))).toMatchObject({ unchanged: 1 });
      expect(await wrong(county, { ...whole, 项目名称: '改名', '总投资（万元）': '501', 计划完工日期: '2025-01-31' })).toEqual(['B2 FORBIDDEN', 'G2 FORBIDDEN', 'H2 FORBIDDEN']);
    });

    it('a completion that a county sends waits for confirmation; one of the task force does not', async () => {
      const complete = { 阶段: '完工', 实际开工日期: '2024-03-01', 实际完工日期: '2024-06-01', 形象进度: '100' };
      const [one, other] = [await work(), await work()];
      expect(await changed(county, { 项目编码: one.code, ...complete })).toEqual(['progress: 0% → 100%', 'stage: 前期 → 开工（2024-03-01）', 'stage: 开工 → 完工（2024-06-01）']);
      await changed(taskforce, { 项目编码: other.code, ...complete });
      const history = (status: string) => [{ stage: 'CONSTRUCTION', effectiveDate: '2024-03-01', status: 'CONFIRMED' }, { stage: 'COMPLETED', effectiveDate: '2024-06-01', status }];
      // On the day of completion all of it was done, not only on the day of the sheet.
      expect(await workCoded(taskforce, one.code)).toMatchObject({ unverified: true, stageHistory: history('REPORTED'), progressHistory: [{ date: '2024-06-01', progress: 100 }] });
      expect(await workCoded(taskforce, other.code)).toMatchObject({ unverified: false, stageHistory: history('CONFIRMED') });
    });

    it('what one may not open is as if it were not there', async () => {
      const { code, name } = await work({ leadRegion: '990002', sector: 'URBAN', category: 'PIPES' });
      expect(await wrong(county, { 项目编码: code, 形象进度: '1' })).toEqual(['A2 NOT_FOUND']);
      expect(await wrong(county, { 项目编码: 'NO-2', 项目名称: newName() })).toEqual(['A2 NOT_FOUND']);
      expect(await wrong(county, { 项目名称: name, '县（市、区）': '柳湾' })).toEqual(['A2 IMPORT_NEW_FORBIDDEN']);
      const { errors, rows } = await importTable(county, 'works', workSheet({ 项目编码: code, 形象进度: '' }), { dryRun: true });
      expect([errors[0].message, rows[0].key]).toEqual(['没有找到，或您无权查看。', null]);
    });

    it('a county may not book for a work that another leads', async () => {
      const { code } = await work({ leadRegion: '990002', regions: ['990001'] });
      expect(await wrong(county, { 项目编码: code, 阶段: '开工', 形象进度: '3', '到位资金（万元）': '5' })).toEqual(['B2 FORBIDDEN', 'C2 FORBIDDEN', 'D2 FORBIDDEN']);
    });

    it('a department registers and changes works of its sector, and only its own', async () => {
      const name = newName();
      const created = await importTable(department, 'works', workSheet({ 项目名称: name, '县（市、区）': '柳湾', 类别: '管网' }));
      expect(created).toMatchObject({ created: 1 });
      expect(await workCoded(taskforce, created.rows[0].key!)).toMatchObject({ sector: { code: 'URBAN' } });
      expect(await changed(department, { 项目名称: name, '县（市、区）': '柳湾', 建设单位: '乙队' })).toEqual(['ownerUnit: – → 乙队']);
      expect(await wrong(department, { ...NEW, 项目名称: newName(), 类别: '管网' })).toEqual(['C2 FORBIDDEN']);
      expect(await wrong(department, { 项目名称: name, '县（市、区）': '柳湾', 阶段: '开工' })).toEqual(['C2 FORBIDDEN']);
    });
  });

  describe('keeps the rules', () => {
    it('a blank cell changes nothing', async () => {
      const { code } = await work({ ownerUnit: '甲队', investment: '100.00' });
      const answer = await importTable(taskforce, 'works', workSheet({ 项目编码: code, 建设单位: '', '总投资（万元）': '', 阶段: '' }, { ...NEW, 项目名称: newName(), 建设单位: '丙' }));
      expect(answer.rows[0]).toMatchObject({ action: 'UNCHANGED', changes: [] });
    });

    it('what is entered is made up no longer, and the first extension keeps the earlier finish', async () => {
      await changed(taskforce, { 项目编码: 'W-1', '总投资（万元）': '1300' });
      expect(await workCoded(taskforce, 'W-1')).toMatchObject({ investment: '13000000.00', sampleFields: ['funding'] });
      const { code, version } = await work({ plannedFinish: '2024-12-31' });
      expect(await changed(taskforce, { 项目编码: code, 计划完工日期: '2025-03-31' })).toEqual(['plannedFinish: 2024-12-31 → 2025-03-31']);
      expect(await workCoded(taskforce, code)).toMatchObject({ plannedFinish: '2025-03-31', originalFinish: '2024-12-31', version: version + 1 });
    });

    it('lists are replaced, categories changed, regions and sector are not', async () => {
      const { code } = await work({ lists: ['first'] });
      expect(await changed(taskforce, { 项目编码: code, 清单: '第二批', 类别: '管网' })).toEqual(['category: 清淤 → 管网', 'lists: 第一批 → 第二批']);
      expect(await workCoded(taskforce, code)).toMatchObject({ lists: [{ code: 'second' }], category: { code: 'PIPES' } });
      expect(await wrong(taskforce, { 项目编码: code, '县（市、区）': '石桥、柳湾', 领域: '城建' })).toEqual(['B2 IMPORT_FIXED', 'C2 IMPORT_FIXED']);
    });

    it.each<[string, Row, string]>([
      ['a plan that ends before it starts', { 计划开工日期: '2024-05-01', 计划完工日期: '2024-04-01' }, 'C2 FINISH_BEFORE_START'],
      ['a position outside the county', { 经度: '100.9', 纬度: '30.35' }, 'B2 POSITION_OUTSIDE'],
      ['half a position', { 经度: '100.3' }, 'B2 POSITION_HALF'],
      ['a national code of another form', { 项目代码: '2301-1' }, 'B2 NATIONAL_CODE_FORM'],
      ['progress that may be a share', { 形象进度: '0.55' }, 'B2 IMPORT_SHARE_OR_PERCENT'],
      ['an investment of nothing', { '总投资（万元）': '0' }, 'B2 AMOUNT_NOT_POSITIVE'],
      ['a completion below 100 percent', { 阶段: '完工', 实际开工日期: '2024-01-05', 实际完工日期: '2024-06-01', 形象进度: '90' }, 'E2 IMPORT_COMPLETION_PROGRESS'],
      ['a completion without progress', { 阶段: '完工', 实际开工日期: '2024-01-05', 实际完工日期: '2024-06-01' }, 'B2 IMPORT_COMPLETION_PROGRESS'],
      ['a completion at once without its start', { 阶段: '完工', 形象进度: '100' }, 'B2 IMPORT_START_NEEDED'],
      ['a start before the work was registered', { 实际开工日期: '2022-05-01' }, 'B2 DATE_BEFORE_REGISTRATION'],
      ['a start that lies ahead', { 阶段: '开工', 实际开工日期: '2024-07-05' }, 'C2 DATE_IN_FUTURE'],
      ['a start after the day of the sheet', { 阶段: '开工', 实际开工日期: '2024-06-28' }, 'C2 IMPORT_AFTER_SHEET'],
      ['a start of a work in preparation', { 阶段: '前期', 实际开工日期: '2024-05-01' }, 'C2 IMPORT_STAGE_AGAINST'],
      ['a completion before its start', { 阶段: '完工', 实际开工日期: '2024-05-01', 实际完工日期: '2024-04-01', 形象进度: '100' }, 'D2 STAGE_DATE_BEFORE_LAST'],
    ])('%s is refused', async (_, row, fault) => {
      const { code } = await work();
      expect(await wrong(taskforce, { 项目编码: code, ...row })).toEqual([fault]);
    });

    it('no step back, no other day than the one on record, no step while work is stopped', async () => {
      const { code, id, version } = await work();
      await changed(taskforce, { 项目编码: code, 实际开工日期: '2024-05-15' });
      expect(await wrong(taskforce, { 项目编码: code, 阶段: '未开工' })).toEqual(['B2 IMPORT_STAGE_BACK']);
      expect(await wrong(taskforce, { 项目编码: code, 实际开工日期: '2024-05-16' })).toEqual(['B2 IMPORT_STAGE_DATE']);
      // A month without a day means any of its days.
      expect(await importTable(taskforce, 'works', workSheet({ 项目编码: code, 实际开工日期: '2024年5月' }))).toMatchObject({ unchanged: 1 });
      // On the day of an older sheet it had not begun yet.
      expect(await importTable(taskforce, 'works', workSheet({ 项目编码: code, 阶段: '前期' }), { asOf: '2024-05-10' })).toMatchObject({ unchanged: 1 });
      await mutate(taskforce, 'suspendProject', { projectId: id, from: '2024-06-01', cause: '汛期', expectedVersion: version + 1 });
      expect(await wrong(taskforce, { 项目编码: code, 阶段: '完工', 形象进度: '100' })).toEqual(['B2 STAGE_SUSPENDED']);
    });

    it('progress is of the day of the sheet, replaces that day\'s entry, and does not fall', async () => {
      const { code, id } = await work({ investment: '1000000.00' });
      await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-06-10', progress: 20, investmentDone: '100000.00' });
      await mutate(taskforce, 'recordProgress', { projectId: id, date: '2024-06-25', progress: 30, note: '主体' });
      expect(await changed(taskforce, { 项目编码: code, '累计完成投资（万元）': '25' })).toEqual(['investmentDone: 10 万元 → 25 万元']);
      expect(await workCoded(taskforce, code)).toMatchObject({ progressHistory: [{ date: '2024-06-10', progress: 20, investmentDone: '100000.00' }, { date: '2024-06-25', progress: 30, investmentDone: '250000.00', note: '主体' }] });
      expect(await wrong(taskforce, { 项目编码: code, 形象进度: '19', '累计完成投资（万元）': '26' })).toEqual(['B2 IMPORT_PROGRESS_LOWER']);
      expect(await wrong(taskforce, { 项目编码: code, '累计完成投资（万元）': '9' })).toEqual(['B2 IMPORT_DONE_LOWER']);
    });

    it('money without a source goes to the only one there is, and nowhere where there are several', async () => {
      expect(await changed(taskforce, { 项目编码: 'W-2', '支付资金（万元）': '950' })).toEqual(['paid: 900 万元 → 950 万元']);
      expect((await workCoded(taskforce, 'W-2')).funding.lines).toMatchObject([{ source: 'SPECIAL_BOND', paid: '9500000.00' }]);
      expect(await wrong(taskforce, { 项目编码: 'W-1', '支付资金（万元）': '900' })).toEqual(['B2 IMPORT_SOURCES_SEVERAL']);
      expect(await importTable(taskforce, 'works', workSheet({ 项目编码: 'W-1', '计划资金（万元）': '1150', '到位资金（万元）': '1050', '支付资金（万元）': '400.000029' }))).toMatchObject({ unchanged: 1 });
    });
  });
});
