import { mutate, onEachEngine, refusedWhole, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';
import { verifyDatabase } from '../../server/database/verify';
import { Exact } from '../../server/water/exact';
import type { IndicatorKey } from '../../server/water/indicators';
import { writeSamples } from '../../server/water/samples';
import { MonitoringSection } from '../../server/water/section.entity';
import { verifySamples } from '../../server/water/verify-samples';

const RESULT = 'section { code } period class condition meetsTarget deciding mainPollutants { indicator exceedance } indicators { indicator value belowDetection unit text class exceedance } index itemCount count sample';
const RESULTS = `query ($code: String!, $from: Period!, $to: Period!, $rounding: WaterRounding) { section(code: $code) { results(from: $from, to: $to, rounding: $rounding) { ${RESULT} } } }`;

/** The values of a sample, "0.03L" below detection. */
const items = (values: Record<string, number | string>): object[] =>
  Object.entries(values).map(([indicator, value]) => (typeof value === 'string' ? { indicator, value: Number(value.slice(0, -1)), belowDetection: true, text: value } : { indicator, value }));

/** reference/water-quality.md, section 9, example 1. */
const FIRST = { pH: 8.1, DO: 6.3, CODMn: 5.2, NH3N: 1.32, TP: 0.24 };

onEachEngine('samples', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  const clock = new TestClock('2024-12-31');
  beforeAll(async () => {
    app = await startTestApp({ engine, clock });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const record = (samples: object[], client = taskforce) => mutate(client, 'recordSamples', { samples }, `results { ${RESULT} }`);
  const results = async (code: string, from: string, to = from, rounding = 'AS_GIVEN'): Promise<Data[]> => ((await taskforce.must(RESULTS, { code, from, to, rounding })).section as Data).results as Data[];
  const whole = async () => expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([]);

  it('are judged by the standard as they come in', async () => {
    const { results: [result], warnings } = await record([{ section: 'T-1', period: '2021-03', indicators: items(FIRST) }]) as { results: Data[]; warnings: Data[] };
    expect(warnings).toEqual([]);
    expect(result).toMatchObject({ section: { code: 'T-1' }, period: '2021-03', class: 'IV', condition: '轻度污染', meetsTarget: false, deciding: ['NH3N', 'TP'], itemCount: 5, count: null, sample: false });
    expect((result.mainPollutants as Data[]).map(({ indicator }) => indicator)).toEqual(['NH3N', 'TP']);
    expect((result.mainPollutants as Data[]).map(({ exceedance }) => Math.round((exceedance as number) * 1e6) / 1e6)).toEqual([0.32, 0.2]);
    expect(result.index).toBeCloseTo(4.730317, 6);
    await whole();
  });

  it('make the means of days, months and years, each of the next finer values', async () => {
    // Example 5: three samples of one month, and of a year with another month.
    await record([
      { section: 'T-1', period: '2022-05-01T00', indicators: items({ pH: 7.2, DO: 5.4, CODMn: 4.4, NH3N: '0.03L', TP: 0.14 }) },
      { section: 'T-1', period: '2022-05-02T08', indicators: items({ pH: 8.6, DO: 7.1, CODMn: 6.9, NH3N: 1.9, TP: 0.31 }) },
      { section: 'T-1', period: '2022-05-03', indicators: items({ pH: 8.0, DO: 8.8, CODMn: 5.2, NH3N: 0.44, TP: 0.15 }) },
    ]);
    const [may] = await results('T-1', '2022-05');
    expect(may).toMatchObject({ class: 'III', condition: '良好', mainPollutants: [], count: 3 });
    const value = (result: Data, key: string) => ((result.indicators as Data[]).find(({ indicator }) => indicator === key)!).value;
    expect(value(may, 'pH')).toBeCloseTo(7.598556, 6);
    expect([value(may, 'DO'), value(may, 'CODMn'), value(may, 'NH3N'), value(may, 'TP')]).toEqual([7.1, 5.5, 0.785, 0.2]);
    expect(may.index).toBeCloseTo(3.70517, 6);
    // A second value of a day moves that day, not the weight of the others: (0.3 + 0.31) / 2 of one day of three.
    await record([{ section: 'T-1', period: '2022-05-02T12', indicators: items({ TP: 0.29 }) }, { section: 'T-1', period: '2022-08', indicators: items({ TP: 0.1 }) }]);
    expect(value((await results('T-1', '2022-05-02'))[0], 'TP')).toBe(0.3);
    const mayTP = (0.14 + 0.3 + 0.15) / 3;
    expect(value((await results('T-1', '2022-05'))[0], 'TP')).toBeCloseTo(mayTP, 12);
    expect(value((await results('T-1', '2022'))[0], 'TP')).toBeCloseTo((mayTP + 0.1) / 2, 12);
    await whole();
  });

  it('of a very period win over the mean of finer ones', async () => {
    await record([{ section: 'T-2', period: '2022-06-01', indicators: items({ NH3N: 3 }) }]);
    expect((await results('T-2', '2022-06'))[0]).toMatchObject({ class: 'INFERIOR_V', count: 1 });
    await record([{ section: 'T-2', period: '2022-06', indicators: items({ NH3N: 0.4, DO: 8 }) }]);
    expect((await results('T-2', '2022-06'))[0]).toMatchObject({ class: 'II', count: null });
    await record([{ section: 'T-2', period: '2022-06-02', indicators: items({ NH3N: 5 }) }]);
    expect((await results('T-2', '2022-06'))[0]).toMatchObject({ class: 'II', count: null });
    await whole();
  });

  it('keep what does not come again, and what was replaced stays in the change record', async () => {
    await record([{ section: 'T-2', period: '2023-01', indicators: items({ DO: 8, TP: 0.05 }) }]);
    await record([{ section: 'T-2', period: '2023-01', indicators: items({ TP: 0.35 }) }]);
    const [result] = await results('T-2', '2023-01');
    expect((result.indicators as Data[]).map(({ indicator, value }) => [indicator, value])).toEqual([['DO', 8], ['TP', 0.35]]);
    const [{ payload }] = (await app.database.read.query("SELECT payload FROM change_record WHERE kind = 'SAMPLES_REPLACED' ORDER BY seq DESC LIMIT 1")) as { payload: string }[];
    expect(payload).toContain('0.05');
    await whole();
    // The same again is written by nobody.
    const before = await app.rows();
    await record([{ section: 'T-2', period: '2023-01', indicators: items({ TP: 0.35 }) }]);
    expect(await app.rows()).toEqual(before);
  });

  it('that were made up give way as a whole: to a sample of their period, and to the mean of what was measured', async () => {
    const load = (period: string, values: Record<string, number>) => app.database.work({ name: 'pack', userId: null }, async (unit) => {
      const section = await unit.manager.findOneByOrFail(MonitoringSection, { code: 'T-2' });
      const kept = new Map(Object.entries(values).map(([key, value]) => [key as IndicatorKey, { value: Exact.of(value), belowDetection: false, text: null, unit: null }]));
      await writeSamples(unit, [{ section, period, items: kept }], { file: null, adcodes: [], sample: true });
    });
    await load('2017-03', { NH3N: 1.4, TP: 0.1 });
    expect((await results('T-2', '2017-03'))[0]).toMatchObject({ class: 'IV', sample: true });
    // No result rests on both: the made-up phosphorus is gone, and another item joins what was measured.
    await record([{ section: 'T-2', period: '2017-03', indicators: items({ NH3N: 0.4 }) }]);
    expect((await results('T-2', '2017-03'))[0]).toMatchObject({ class: 'II', itemCount: 1, sample: false });
    await record([{ section: 'T-2', period: '2017-03', indicators: items({ DO: 8 }) }]);
    expect((await results('T-2', '2017-03'))[0]).toMatchObject({ class: 'II', itemCount: 2, sample: false });
    expect((await results('T-2', '2017'))[0]).toMatchObject({ sample: false });
    // A month that is made up, and days that are not.
    await load('2017-04', { NH3N: 1.4 });
    await record([{ section: 'T-2', period: '2017-04-05T08', indicators: items({ NH3N: 3 }) }]);
    expect((await results('T-2', '2017-04'))[0]).toMatchObject({ class: 'INFERIOR_V', count: 1, sample: false });
    // A made-up day does not move a measured month, nor a made-up month.
    await load('2017-05', { NH3N: 0.4 });
    await load('2017-05-02', { NH3N: 3 });
    expect((await results('T-2', '2017-05'))[0]).toMatchObject({ class: 'II', count: null, sample: true });
    await whole();
  });

  it('of what binary fractions leave of zero are zero, and can be read ever after', async () => {
    const { results: [result] } = await record([{ section: 'T-2', period: '2016', indicators: items({ NH3N: 5.551115123125783e-17, TP: 1e-30, DO: 0.30000000000000004 }) }]) as { results: Data[] };
    expect((result.indicators as Data[]).map(({ value }) => value)).toEqual([0.3, 0, 0]);
    expect((await results('T-2', '2016', '2016'))).toHaveLength(1);
    await whole();
  });

  it('that were altered past the program are found', async () => {
    await record([{ section: 'T-2', period: '2023-07-04', indicators: items({ DO: 8, TP: 0.05 }) }]);
    const alter = (items: string) => app.database.housekeeping((manager) => manager.query("UPDATE water_sample SET items = ? WHERE period = '2023-07-04'", [items]));
    await alter('{"DO":"8","TP":"0.04"}');
    expect((await verifyDatabase(app.database, [verifySamples])).problems).toEqual([expect.stringContaining('digest'), expect.stringContaining('2023-07'), expect.stringContaining('2023')]);
    await alter('{"DO":"8","TP":"0.05"}');
    await whole();
  });

  it.each([
    ['a section that is none', { section: 'T-9', period: '2024-01', indicators: items({ DO: 8 }) }, 'input.samples.0.section', '没有断面“T-9”'],
    ['oxygen of 99', { section: 'T-1', period: '2024-01', indicators: items({ TP: 0.1, DO: 99 }) }, 'input.samples.0.indicators.1.value', '溶解氧为 99 mg/L'],
    ['pH of 15', { section: 'T-1', period: '2024-01', indicators: items({ pH: 15 }) }, 'input.samples.0.indicators.0.value', 'pH为 15'],
    ['a number beyond all numbers', { section: 'T-1', period: '2024-01', indicators: items({ TP: 1e200 }) }, 'input.samples.0.indicators.0.value', '总磷为 1e+200 mg/L'],
    ['a number beyond all smallness', { section: 'T-1', period: '2024-01', indicators: items({ TP: 1e-300 }) }, 'input.samples.0.indicators.0.value', '总磷为 1e-300 mg/L'],
    ['a negative value', { section: 'T-1', period: '2024-01', indicators: items({ TP: -0.1 }) }, 'input.samples.0.indicators.0.value', '不能是负数'],
    ['an item that is none', { section: 'T-1', period: '2024-01', indicators: items({ Xx: 1 }) }, 'input.samples.0.indicators.0.indicator', '没有指标“Xx”'],
    ['an item twice', { section: 'T-1', period: '2024-01', indicators: [...items({ TP: 1 }), ...items({ TP: 2 })] }, 'input.samples.0.indicators.1.indicator', '出现两次'],
    ['a unit of another kind', { section: 'T-1', period: '2024-01', indicators: [{ indicator: 'TP', value: 1, unit: '℃' }] }, 'input.samples.0.indicators.0.unit', '总磷的单位不能是“℃”'],
    ['a period to come', { section: 'T-1', period: '2025-01', indicators: items({ TP: 1 }) }, 'input.samples.0.period', '还没有开始'],
    ['no value', { section: 'T-1', period: '2024-01', indicators: [] }, 'input.samples.0.indicators', '没有任何指标'],
    ['a period that is none', { section: 'T-1', period: '2024-02-30', indicators: items({ TP: 1 }) }, 'input.samples.0.period', '不是有效时段'],
  ])('with %s are refused whole', async (_, sample, field, words) => {
    const { code, field: named, message } = await refusedWhole(app, taskforce, 'recordSamples', { samples: [sample] });
    expect({ code, named }).toEqual({ code: 'BAD_USER_INPUT', named: field });
    expect(message).toContain(words);
  });

  it('a thousand times off what a section usually shows are taken with a warning', async () => {
    for (const month of ['01', '02', '03']) await record([{ section: 'T-1', period: `2020-${month}`, indicators: items({ Hg: 0.00004, NH3N: 0.4 }) }]);
    const { warnings } = await record([{ section: 'T-1', period: '2020-04', indicators: items({ Hg: 0.04, NH3N: 2 }) }]) as { warnings: Data[] };
    expect(warnings).toEqual([expect.objectContaining({ code: 'VALUE_FAR_OFF', field: 'input.samples.0.indicators.0.value', message: expect.stringContaining('汞为 0.04 mg/L') })]);
  });

  it('of two writers at once each enter the mean', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => record([{ section: 'T-1', period: `2019-06-0${i + 1}`, indicators: items({ TP: 0.1 * (i + 1) }) }])));
    const [june] = await results('T-1', '2019-06');
    expect(june).toMatchObject({ count: 8 });
    expect((june.indicators as Data[])[0].value).toBeCloseTo(0.45, 12);
    await whole();
  });

  it('are recorded by the task force, and not by those whom the policy does not name', async () => {
    const sample = [{ section: 'T-1', period: '2018-01', indicators: items({ TP: 0.1 }) }];
    for (const name of ['admin', 'leader', 'kiosk', 'department-water', 'department-finance', 'county-990001']) {
      expect(await refusedWhole(app, await app.as(name), 'recordSamples', { samples: sample })).toMatchObject({ code: 'FORBIDDEN' });
    }
    await record(sample);
  });
});
