import fs from 'node:fs';
import path from 'node:path';
import { operate } from '../../server/cli/operate';
import { ask, fileOf, refusedFile } from '../exchange/out/asking';
import { mutate, onEachEngine, startTestApp, TestClock, testFolder, packFolder, type Data, type TestApp, type TestClient } from '../harness';
import { wordsOf } from './docx';

const REPORT = 'query ($kind: WaterReportKind!, $period: Period) { waterReport(kind: $kind, period: $period) { kind period from to title subtitle sections judged hasValues sampleNote parts { title paragraphs tables { title columns { title numeric } rows } } } }';
const items = (values: Record<string, number>): object[] => Object.entries(values).map(([indicator, value]) => ({ indicator, value }));

onEachEngine('the papers of the water', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2022-12-31') });
    taskforce = await app.as('taskforce');
    const sample = (section: string, period: string, values: Record<string, number>) => ({ section, period, indicators: items(values) });
    // T-1: target III. T-2: target II, region 990002, upstream 990001.
    await mutate(taskforce, 'recordSamples', {
      samples: [
        sample('T-1', '2021-06', { NH3N: 1 }), sample('T-1', '2022-05', { NH3N: 1.2 }), sample('T-2', '2022-05', { NH3N: 0.4 }),
        sample('T-2', '2022-06-08', { NH3N: 0.4 }), sample('T-2', '2022-06-09', { NH3N: 0.4 }),
        ...['00', '04', '08', '12', '16', '20'].map((hour, i) => sample('T-2', `2022-06-10T${hour}`, { NH3N: i < 3 ? 0.7 : 0.9 })),
        sample('T-1', '2022-06-10', { NH3N: 0.9 }),
      ],
    });
  });
  afterAll(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const paper = async (kind: string, period?: string, client = taskforce): Promise<Data> => (await client.must(REPORT, { kind, period })).waterReport as Data;
  const part = (report: Data, title: string): Data => (report.parts as Data[]).find((one) => (one.title as string).endsWith(title))!;

  it('are of the latest day or month with values where no period is named', async () => {
    expect(await paper('DAILY')).toMatchObject({ kind: 'DAILY', period: '2022-06-10', from: '2022-06-10', title: '砾溪市水质日分析', subtitle: '（2022年6月10日）', sections: 2, judged: 2 });
    expect(await paper('WEEKLY')).toMatchObject({ period: '2022-06-10', from: '2022-06-04', to: '2022-06-10', title: '砾溪市水质周研判', subtitle: '（2022年6月4日—6月10日）' });
    // The classes that the pack publishes reach to May 2024.
    expect(await paper('MONTHLY')).toMatchObject({ period: '2024-05', title: '砾溪市水质月通报' });
  });

  it('analyse a day by its four hours, whose mean is the day', async () => {
    const report = await paper('DAILY', '2022-06-10');
    // (3 × 0.7 + 3 × 0.9) / 6 = 0.8, III against the target II.
    expect(part(report, '各断面水质').tables[0].rows.map((row: string[]) => row.slice(0, 7))).toEqual([['石桥下', '砾溪', '石桥县', 'Ⅲ', 'Ⅲ', '—', '是'], ['柳湾口', '小砾溪', '柳湾区', 'Ⅱ', 'Ⅲ', 'Ⅱ', '否']]);
    expect(part(report, '四小时监测情况').tables[0].rows[1]).toEqual(['柳湾口', 'Ⅱ', 'Ⅲ', 'Ⅲ', 'Ⅲ', 'Ⅲ', 'Ⅲ', 'Ⅲ']);
    expect(part(report, '四小时监测情况').paragraphs[0]).toBe('全天应有监测12次，实有6次，缺测6次。');
    expect(part(report, '未达目标的断面').paragraphs).toEqual(['1．柳湾口断面（小砾溪，柳湾区）符合Ⅲ类，劣于目标Ⅱ类。劣于目标的指标：氨氮0.80 mg/L，超目标限值0.6倍。上游来水经过：石桥县。本年有评价结果的2个月中，1个月未达目标，自2022年6月起连续未达目标。']);
  });

  it('review a week by the mean of its days, and the rest of the month', async () => {
    const report = await paper('WEEKLY', '2022-06-12');
    // T-2: (0.4 + 0.4 + 0.8) / 3 = 0.5333 is over 0.5; (0.5 × 21 − 1.6) / 18 = 0.49444.
    expect(part(report, '本月以来与目标').tables[0].rows).toEqual([['石桥下', '氨氮', '1', '0.90', '1', '18', '不高于1.006'], ['柳湾口', '氨氮', '3', '0.53', '0.5', '18', '不高于0.494']]);
    expect(part(report, '数据说明').paragraphs[1]).toBe('日值不足7天的断面：石桥下断面1天；柳湾口断面3天。');
  });

  it('notify a month against the last one and the same of the last year', async () => {
    const report = await paper('MONTHLY', '2022-06');
    expect(part(report, '各断面水质').tables[0].rows.map((row: string[]) => row.slice(0, 8))).toEqual([['石桥下', '砾溪', '石桥县', 'Ⅲ', 'Ⅲ', 'Ⅳ', 'Ⅲ', '是'], ['柳湾口', '小砾溪', '柳湾区', 'Ⅱ', 'Ⅲ', 'Ⅱ', '—', '否']]);
    expect(part(report, '数据说明').paragraphs[1]).toBe('由日值平均、日值不足30天的断面：石桥下断面1天；柳湾口断面3天。');
  });

  it.each([['temperature alone', '2022-06-20', { T: 12 }], ['total nitrogen and faecal coliforms', '2022-06-21', { TN: 3, FC: 20_000 }]])('of a day of %s say that nothing was judged; the latest paper is of the day before it with more', async (_, period, values) => {
    await mutate(taskforce, 'recordSamples', { samples: [{ section: 'T-2', period, indicators: items(values) }] });
    for (const kind of ['DAILY', 'WEEKLY']) {
      const report = await paper(kind, period);
      expect([report.hasValues, report.judged, part(report, '总体状况').paragraphs[1]]).toEqual([true, 0, '各断面没有可用于计算水质综合指数的监测数值。']);
      expect((await paper(kind)).period).toBe('2022-06-10');
      expect(await wordsOf(await fileOf(taskforce, `water-report.docx?kind=${kind}&period=${period}`))).toContain('2个监测断面均没有评价结果。');
    }
    await mutate(taskforce, 'recordSamples', { samples: [{ section: 'T-2', period: '1999-12', indicators: items(values) }] });
    expect(part(await paper('MONTHLY', '1999-12'), '总体状况').paragraphs[0]).toBe('1999年12月，砾溪市2个监测断面均没有评价结果。');
    expect((await paper('MONTHLY')).period).toBe('2024-05');
  });

  it('of a period without values say since when there are none', async () => {
    expect(await paper('DAILY', '2022-07-01')).toMatchObject({ hasValues: false, judged: 0, parts: [{ title: '一、监测情况', paragraphs: ['2个监测断面在2022年7月1日均没有日监测值，不作分析。', '此前最近的日监测值为2022年6月10日。', expect.stringContaining('2024年5月')] }] });
    expect(part(await paper('DAILY', '2019-01-01'), '监测情况').paragraphs[1]).toBe('此前也没有日监测值。');
    expect(part(await paper('MONTHLY', '2010-01'), '监测情况').paragraphs).toEqual(['2个监测断面在2010年1月均没有监测结果，不作分析。', '此前也没有监测结果。']);
  });

  it('change at once with what is recorded', async () => {
    expect((await paper('MONTHLY', '2022-03')).hasValues).toBe(false);
    await mutate(taskforce, 'recordSamples', { samples: [{ section: 'T-1', period: '2022-03', indicators: items({ NH3N: 2.5 }) }] });
    expect(part(await paper('MONTHLY', '2022-03'), '总体状况').paragraphs[0]).toContain('劣Ⅴ类1个');
  });

  it('are of a period of their own length, or refused', async () => {
    for (const [kind, period, words] of [['DAILY', '2022-06', '按天查看'], ['WEEKLY', '2022', '按天查看'], ['MONTHLY', '2022-06-10', '按月查看'], ['DAILY', '2022-06-10T08', '按天查看']]) {
      const { message, extensions: { code, field } } = await taskforce.refused(REPORT, { kind, period });
      expect([code, field, message]).toEqual(['BAD_USER_INPUT', 'period', expect.stringContaining(words)]);
    }
  });

  it('go out for Word to whom the policy lets export, with the words of the API', async () => {
    const asked = 'water-report.docx?kind=DAILY&period=2022-06-10';
    for (const [name, status] of [['taskforce', 200], ['leader', 200], ['department-finance', 200], ['county-990001', 200], ['kiosk', 403], ['admin', 403]] as const) expect([name, (await ask(await app.as(name), asked)).status]).toEqual([name, status]);
    expect((await ask(app.client({}), asked)).status).toBe(401);
    const response = await ask(taskforce, asked, { method: 'HEAD' });
    expect(response.headers.get('content-disposition')).toContain('filename="water-daily-2022-06-10.docx"');
    const report = await paper('DAILY', '2022-06-10');
    const words = await wordsOf(await fileOf(taskforce, asked));
    for (const one of report.parts as Data[]) for (const text of [one.title, ...one.paragraphs, ...one.tables.flatMap((table: Data) => [table.title, ...table.columns.map(({ title }: Data) => title), ...table.rows.flat()])]) expect(words).toContain(text);
  });

  it.each([
    ['kind=YEARLY', 'kind'], ['kind=DAILY&period=2022-06', 'period'], ['period=yesterday', 'period'], ['colour=red', 'colour'], ['kind=DAILY&kind=WEEKLY', 'kind'],
  ])('are not made of %s', async (query, field) => {
    expect(await refusedFile(taskforce, `water-report.docx?${query}`)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', field });
  });
});

test('a paper is written by command', async () => {
  const root = fs.mkdtempSync(path.join(testFolder(), 'paper-'));
  const type = async (...words: string[]): Promise<[number, string[], string[]]> => {
    const [out, complaints]: [string[], string[]] = [[], []];
    return [await operate(words, { env: { TODAY: '2024-06-30' }, root, cwd: root, readSecret: async () => '', out: (text) => void out.push(text), complain: (text) => void complaints.push(text) }), out, complaints];
  };
  expect((await type('pack', 'load', packFolder('tiny')))[0]).toBe(0);
  const [code, [line]] = await type('export', 'water-report', '通报.docx', '--period', '2024-05');
  expect([code, line]).toEqual([0, expect.stringMatching(/^通报\.docx: 水质月通报_2024-05（含样例数据）\.docx, \d+ bytes$/)]);
  expect(await wordsOf(fs.readFileSync(path.join(root, '通报.docx')))).toContain('砾溪市水质月通报');
  expect((await type('export', 'water-report', 'a.docx', '--kind', 'DAILY', '--period', '2024-05'))[0]).not.toBe(0);
  expect((await type('export', 'water-report', 'a.pdf'))[0]).not.toBe(0);
});
