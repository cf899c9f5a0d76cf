import { verifyDatabase } from '../../../server/database/verify';
import { verifySamples } from '../../../server/water/verify-samples';
import { mutate, onEachEngine, startTestApp, TestClock, type TestApp, type TestClient } from '../../harness';
import { writesNothing } from '../import/sending';
import { faults, importSamples, lines, standing } from './station-file';

onEachEngine("a station's file", (engine) => {
  let app: TestApp;
  let client: TestClient;
  beforeEach(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    client = await app.as('taskforce');
  });
  afterEach(async () => {
    expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  it('with a column an item is read past its preamble, unit line, totals and remarks, and names what it leaves out', async () => {
    const text = lines(
      '国考断面水质自动监测数据,,,,,,,',
      '导出时间：2024-07-01,,,,,,,',
      '序号,断面名称,监测时间,氨氮,总磷,汞,电导率,水质类别',
      ',,,mg/L,mg/L,μg/L,μS/cm,',
      '1,石桥下,2024-06-30 08:00,0.42,０．１２,0.04L,812,Ⅱ',
      ',,,,,,,',
      '2,柳湾口断面,2024/6/30 8:00:00,<0.025,--,未检出,790,Ⅱ',
      '3,砾溪石桥下,2024-06,0.5,-1,,,',
      '合计,,,0.9,,,,',
      '备注：总磷按钼酸铵分光光度法测定,,,,,,,',
    );
    const answer = await importSamples(client, text);
    expect(answer).toMatchObject({ status: 200, rows: 3, values: 5, withoutLimit: 1, notMeasured: 2, created: 3, changed: 0, unchanged: 0, refused: 0, parts: 1, already: null });
    expect(answer.unknownColumns.map(({ cell, title }) => [cell, title])).toEqual([['G3', '电导率/μS/cm'], ['H3', '水质类别']]);
    expect(answer.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([[9, '统计行'], [10, '说明']]);
    expect(await standing(app)).toEqual([
      { section: 'T-1', period: '2024-06', items: { NH3N: '0.5' } },
      { section: 'T-1', period: '2024-06-30T08', items: { NH3N: '0.42', TP: ['0.12', '０．１２', null], Hg: ['<0.00004', '0.04L', 'μg/L'] } },
      { section: 'T-2', period: '2024-06-30T08', items: { NH3N: '<0.025' } },
    ]);
  });

  it('with a row a value is read by item, value and unit', async () => {
    const answer = await importSamples(client, lines(
      '站点,监测日期,监测因子,监测值,单位', 'T-1,2024年6月30日,氨氮,420,μg/L', 'T-1,2024年6月30日,高锰酸盐指数（CODMn）,3.2,mg/L', 'T-1,2024年6月30日,电导率,812,μS/cm', 'T-1,20240629,粪大肠菌群,230,MPN/100mL', 'T-2,2024年,TP,0.2,',
    ));
    expect(answer).toMatchObject({ status: 200, rows: 5, values: 4, created: 3, unknownItems: [{ title: '电导率', cell: 'C4', count: 1 }] });
    expect(await standing(app)).toEqual([
      { section: 'T-1', period: '2024-06-29', items: { FC: ['2300', '230', 'MPN/100mL'] } },
      { section: 'T-1', period: '2024-06-30', items: { CODMn: '3.2', NH3N: ['0.42', '420', 'μg/L'] } },
      { section: 'T-2', period: '2024', items: { TP: '0.2' } },
    ]);
  });

  it('has its time in one cell, in two, or in cells for year, month, day and hour', async () => {
    await importSamples(client, lines('断面编码,日期,时间,TP', 'T-1,2024-06-30,08:00,0.1', 'T-1,2024-06-30,12,0.2', 'T-1,2024-06-30,,0.3'));
    await importSamples(client, lines('断面编码,年,月,日,时,TP', 'T-2,2024,6,30,16,0.1', 'T-2,2024年,5月,2日,,0.2', 'T-2,2023,4,,,0.3', 'T-2,2022,,,,0.4'));
    await importSamples(client, lines('断面编码,采样时间,TP', 'T-1,20240501 20,0.1', 'T-1,2024050204,0.2', 'T-1,2024.02,0.3', 'T-1,202401,0.4', 'T-1,2024-05-03T00:00:00,0.5', 'T-1,2024年5月4日8时,0.6'));
    expect((await standing(app)).map(({ section, period, items }) => `${section} ${period} ${String(items.TP)}`)).toEqual([
      'T-1 2024-01 0.4', 'T-1 2024-02 0.3', 'T-1 2024-05-01T20 0.1', 'T-1 2024-05-02T04 0.2', 'T-1 2024-05-03T00 0.5', 'T-1 2024-05-04T08 0.6', 'T-1 2024-06-30 0.3', 'T-1 2024-06-30T08 0.1', 'T-1 2024-06-30T12 0.2',
      'T-2 2022 0.4', 'T-2 2023-04 0.3', 'T-2 2024-05-02 0.2', 'T-2 2024-06-30T16 0.1',
    ]);
  });

  it('writes nothing while a cell is refused, and names each cell; the rest comes in where it is asked for', async () => {
    const text = lines(
      '断面名称,监测时间,pH,溶解氧(mg/L),氨氮(mg/L)',
      '石桥下,2024-06-01 00:00,15,99,-0.5', '石桥下,2024-06-01 09:00,7,8,0.2', '无此断面,2024-06-01 12:00,7,8,0.3', '石桥下,2024-06-31,7,8,0.4', ',2024-06-01 16:00,7,8,0.5',
      '石桥下,,7,8,0.6', '石桥下,2025-01-01 00:00,7,8,0.7', '石桥下,2024-06-02 00:00,7,停电,0.8', '石桥下,2024-06-02 00:00,7,8,0.9',
    );
    const refusals = [
      'C2 VALUE_IMPOSSIBLE', 'D2 VALUE_IMPOSSIBLE', 'E2 VALUE_NEGATIVE', 'B3 CELL_HOUR', 'A4 UNKNOWN_SECTION', 'B5 CELL_PERIOD', 'A6 SAMPLE_WITHOUT_SECTION',
      'B7 SAMPLE_WITHOUT_TIME', 'B8 PERIOD_IN_FUTURE', 'D9 CELL_VALUE', 'E10 SAMPLE_TWICE',
    ];
    const answer = await writesNothing(app, () => importSamples(client, text));
    expect({ status: answer.status, refused: answer.refused, left: answer.refusedValues, created: answer.created }).toEqual({ status: 422, refused: 11, left: 23, created: 0 });
    expect(faults(answer)).toEqual(refusals);
    expect(answer.errors[1]).toEqual({ sheet: '监测', row: 2, cell: 'D2', column: '溶解氧(mg/L)', value: '99', code: 'VALUE_IMPOSSIBLE', message: '溶解氧为 99 mg/L，不可能：应在 0 到 30 之间，请核对数值和单位。' });
    const taken = await importSamples(client, text, { leaveOut: true });
    expect({ status: taken.status, refused: taken.refused, created: taken.created, values: taken.values }).toEqual({ status: 200, refused: 11, created: 1, values: 4 });
    expect(await standing(app)).toEqual([{ section: 'T-1', period: '2024-06-02T00', items: { pH: '7', DO: '8', NH3N: '0.8' } }]);
    // Another day more of it can be taken: what was left out then is not passed over.
    app.clock.turnTo('2025-02-01');
    expect(await importSamples(client, text, { leaveOut: true })).toMatchObject({ status: 200, refused: 10, created: 1, unchanged: 1, already: null });
    expect((await standing(app)).map(({ period }) => period)).toEqual(['2024-06-02T00', '2025-01-01T00']);
  });

  it('is taken with a word on values about a thousand times off', async () => {
    const months = ['01', '02', '03', '04'].map((month, i) => `T-1,2023-${month},0.0000${4 + i},0.4`);
    expect((await importSamples(client, lines('断面编码,时间,汞,氨氮', ...months))).flagged).toBe(0);
    const answer = await importSamples(client, lines('断面编码,时间,汞,氨氮', 'T-1,2023-05,0.04,0.9'));
    expect(answer).toMatchObject({ created: 1, flagged: 1, warnings: [{ row: 2, cell: 'C2', code: 'VALUE_FAR_OFF', message: expect.stringContaining('汞为 0.04 mg/L') }] });
  });

  it('counts what is new, changed and as it was, before and after; what gave way stays in the change record', async () => {
    await mutate(client, 'recordSamples', { samples: [{ section: 'T-1', period: '2024-05', indicators: [{ indicator: 'TP', value: 0.35 }, { indicator: 'DO', value: 8 }] }, { section: 'T-1', period: '2024-04', indicators: [{ indicator: 'TP', value: 0.1 }] }] }, 'warnings { code }');
    const text = lines('断面编码,时间,TP', 'T-1,2024-04,0.10', 'T-1,2024-05,0.05', 'T-1,2024-06,0.2', 'T-2,2024-06,0.3');
    const expected = { created: 2, changed: 1, unchanged: 1, replaced: 1, sections: [{ code: 'T-1', name: '石桥下', grain: 'MONTH', from: '2024-04', to: '2024-06', samples: 3 }, { code: 'T-2', name: '柳湾口', grain: 'MONTH', from: '2024-06', to: '2024-06', samples: 1 }] };
    expect(await writesNothing(app, () => importSamples(client, text, { dryRun: true }))).toMatchObject({ status: 200, dryRun: true, ...expected });
    expect(await importSamples(client, text)).toMatchObject({ status: 200, dryRun: false, ...expected });
    const [{ payload }] = (await app.database.read.query("SELECT payload FROM change_record WHERE kind = 'SAMPLES_REPLACED' ORDER BY seq DESC LIMIT 1")) as { payload: string }[];
    expect(payload).toContain('0.35');
    expect((await standing(app, 'T-1')).map(({ items }) => items)).toEqual([{ TP: '0.1' }, { DO: '8', TP: ['0.05', '0.05', null] }, { TP: '0.2' }].map((items) => JSON.parse(JSON.stringify(items).replace('["0.05","0.05",null]', '"0.05"')) as object));
  });

  it('may be GB 18030 or UTF-8 with and without its mark', async () => {
    // 断面名称,监测时间,氨氮 / 石桥下,2024-01,0.1
    const gb = Buffer.concat([Buffer.from('b6cfc3e6c3fbb3c62cbce0b2e2cab1bce42cb0b1b5aa0acac7c7c5cfc22c', 'hex'), Buffer.from('2024-01,0.1\n')]);
    expect(faults(await importSamples(client, gb))).toEqual(['A2 UNKNOWN_SECTION']);
    const right = Buffer.from(gb.toString('hex').replace('cac7c7c5cfc2', 'caafc7c5cfc2'), 'hex');
    expect(await importSamples(client, right)).toMatchObject({ status: 200, created: 1 });
    expect(await importSamples(client, `\uFEFF${lines('断面名称,监测时间,氨氮', '石桥下,2024-02,0.1')}`)).toMatchObject({ created: 1 });
    expect(await importSamples(client, lines('断面名称;监测时间;氨氮', '石桥下;2024-03;0.1'))).toMatchObject({ created: 1 });
    expect((await standing(app)).map(({ period }) => period)).toEqual(['2024-01', '2024-02', '2024-03']);
  });

  it.each([
    ['no table', '会议纪要,2024', 'FILE_NO_SAMPLES', '文件中没有找到表头'],
    ['no column of time', '断面名称,氨氮\n石桥下,0.1', 'FILE_NO_SAMPLES', '文件中没有找到表头'],
    ['a PDF', '%PDF-1.7', 'FILE_IS_PDF', '这是 PDF'],
    ['nothing in it', '', 'FILE_EMPTY', '文件是空的'],
    ['quotation marks that do not pair', '断面名称,监测时间,氨氮\n"石桥下,2024-01,0.1\n', 'FILE_CSV_QUOTES', '双引号不成对'],
  ])('with %s is refused in a sentence', async (_, text, __, words) => {
    const answer = (await importSamples(client, text)) as unknown as { status: number; errors: { message: string; extensions: object }[] };
    expect([answer.status, answer.errors[0].extensions]).toEqual([400, { code: 'BAD_USER_INPUT', field: 'file' }]);
    expect(answer.errors[0].message).toContain(words);
  });
});
