import { verifyDatabase } from '../../server/database/verify';
import { mutate, onEachEngine, refusedWhole, startTestApp, statementsOf, TestClock, type Data, type TestApp, type TestClient } from '../harness';

const MONTH = 'month { month flow met due sample }';
const ROW = `region { adcode } river target ${MONTH} monthsDue monthsMeasured monthsMet`;
const TABLE = `query ($month: Period, $asOf: Date) { flowTable(month: $month, asOf: $asOf) { month measured met source viewerMayRecord rows { ${ROW} } } }`;
const SERIES = 'query ($from: Period!, $to: Period!, $river: String, $region: Adcode, $asOf: Date) { flows(from: $from, to: $to, river: $river, region: $region, asOf: $asOf) { region { adcode } river target months { month flow met due } } }';
const YEAR = 'year total target share expected lastMonth onTrack source sample months { month volume total expected due sample parts { region { adcode } volume sample } }';
const REPLENISHMENT = `query ($year: Int, $asOf: Date) { replenishment(year: $year, asOf: $asOf) { ${YEAR} } }`;
const [STONE, WILLOW, CITY] = ['990001', '990002', '990000'];

/** What a row says, in a line. */
const told = ({ region, river, target, month, monthsDue, monthsMeasured, monthsMet }: Data): unknown[] => [region.adcode, river, target, month.flow, month.met, month.due, monthsDue, monthsMeasured, monthsMet];

onEachEngine('ecological flow', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  const clock = new TestClock('2024-06-30');
  beforeAll(async () => {
    app = await startTestApp({ engine, clock, pollEvery: 1_000_000 });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const table = async (variables: object = {}): Promise<Data> => (await taskforce.must(TABLE, { ...variables })).flowTable as Data;
  const year = async (variables: object = {}): Promise<Data> => (await taskforce.must(REPLENISHMENT, { ...variables })).replenishment as Data;
  const record = (input: object, client = taskforce): Promise<Data> => mutate(client, 'recordFlows', input, `flows { ${ROW} } replenishment { ${YEAR} }`);
  const whole = async (): Promise<void> => expect((await verifyDatabase(app.database)).problems).toEqual([]);

  describe('against its targets', () => {
    it('is told of the last month that was measured: equal to the target meets it, a litre less does not', async () => {
      const latest = await table();
      expect(latest).toMatchObject({ month: '2024-04', measured: 3, met: 2, source: '砾溪市水务计划2023', viewerMayRecord: true });
      // January to April are over; of Stonebridge January (1.2) and April (2.5) reach 1.2, February (1.199) does not.
      expect((latest.rows as Data[]).map(told)).toEqual([
        [STONE, '砾溪', 1.2, 2.5, true, true, 4, 3, 2], [WILLOW, '砾溪', 1.5, 1.25, false, true, 4, 3, 2], [WILLOW, '柳水', 0.056, 0.06, true, true, 4, 1, 1],
      ]);
      expect(((await table({ month: '2024-02' })).rows as Data[]).map(told)).toEqual([
        [STONE, '砾溪', 1.2, 1.199, false, true, 2, 2, 1], [WILLOW, '砾溪', 1.5, 1.5, true, true, 2, 2, 2], [WILLOW, '柳水', 0.056, null, null, true, 2, 0, 0],
      ]);
    });

    it('lacks a value of a month only when that month is over', async () => {
      expect(((await table({ month: '2024-06' })).rows as Data[]).map(told)[0]).toEqual([STONE, '砾溪', 1.2, null, null, false, 5, 3, 2]);
      expect(((await table({ month: '2024-06', asOf: '2024-07-01' })).rows as Data[]).map(told)[0]).toEqual([STONE, '砾溪', 1.2, null, null, true, 6, 3, 2]);
    });

    it('is told as of any day: a running month counts where it was measured, later ones hold nothing', async () => {
      const then = await table({ asOf: '2024-02-15' });
      expect(then).toMatchObject({ month: '2024-02', measured: 2, met: 1 });
      expect((then.rows as Data[]).map(told)).toEqual([
        [STONE, '砾溪', 1.2, 1.199, false, true, 2, 2, 1], [WILLOW, '砾溪', 1.5, 1.5, true, true, 2, 2, 2], [WILLOW, '柳水', 0.056, null, null, false, 1, 0, 0],
      ]);
      expect(((await table({ month: '2024-04', asOf: '2024-03-31' })).rows as Data[]).map(told)[0]).toEqual([STONE, '砾溪', 1.2, null, null, false, 2, 2, 1]);
      expect(await table({ asOf: '2023-01-01' })).toMatchObject({ month: null, rows: [], measured: 0, met: 0 });
    });

    it('is told month by month, of one river or region, up to the month of the day', async () => {
      const { flows } = await taskforce.must(SERIES, { from: '2023-12', to: '2024-12', region: STONE });
      expect((flows as Data[]).map(({ river, months }) => [river, (months as Data[]).map(({ month, flow, met }) => [month, flow, met])])).toEqual([
        ['砾溪', [['2023-12', 1.19, false], ['2024-01', 1.2, true], ['2024-02', 1.199, false], ['2024-03', null, null], ['2024-04', 2.5, true], ['2024-05', null, null], ['2024-06', null, null]]],
      ]);
      const of = async (variables: object): Promise<unknown> => ((await taskforce.must(SERIES, { from: '2024-01', to: '2024-04', ...variables })).flows as Data[]).map(({ region, river, months }) => [region.adcode, river, (months as Data[]).length]);
      expect(await of({ river: '柳水' })).toEqual([[WILLOW, '柳水', 4]]);
      expect(await of({ river: '砾溪' })).toEqual([[STONE, '砾溪', 4], [WILLOW, '砾溪', 4]]);
      expect(await of({ asOf: '2023-11-30' })).toEqual([[STONE, '砾溪', 0], [WILLOW, '砾溪', 0], [WILLOW, '柳水', 0]]);
    });

    it.each([
      ['a year for a month', TABLE, { month: '2024' }, 'month', '不是月份'],
      ['a day for a month', SERIES, { from: '2024-01-01', to: '2024-01-02' }, 'from', '不是月份'],
      ['months the wrong way round', SERIES, { from: '2024-02', to: '2024-01' }, 'from', '晚于'],
      ['a month and a year', SERIES, { from: '2024-02', to: '2024' }, 'to', '一样长'],
      ['a region that is none', SERIES, { from: '2024-01', to: '2024-02', region: '990009' }, 'region', '没有区划'],
      ['a year far off', REPLENISHMENT, { year: 1 }, 'year', '1900'],
    ])('is not asked for with %s', async (_, query, variables, field, words) => {
      const { extensions, message } = await taskforce.refused(query, variables);
      expect([extensions.code, extensions.field]).toEqual(['BAD_USER_INPUT', field]);
      expect(message).toContain(words);
    });
  });

  it('stands in a ledger, as of any day', async () => {
    const ledger = async (variables: object = {}): Promise<Data> =>
      (await taskforce.must('query ($asOf: Date, $filter: ProjectFilter) { ledger(id: "flows", asOf: $asOf, filter: $filter) { rows { cells } totals } }', { ...variables })).ledger as Data;
    // January to May are over on 30 June: five months each.
    const { rows, totals } = await ledger();
    expect((rows as Data[]).map(({ cells }) => cells as unknown)).toEqual([
      ['砾溪', '石桥县', '1.2', '2024-04', '2.5', '1.3', '达标', '5', '3', '2', '66.7'],
      ['砾溪', '柳湾区', '1.5', '2024-04', '1.25', '-0.25', '未达标', '5', '3', '2', '66.7'],
      ['柳水', '柳湾区', '0.056', '2024-04', '0.06', '0.004', '达标', '5', '1', '1', '100.0'],
    ]);
    expect(totals).toEqual([null, null, null, null, null, null, null, '15', '7', '5', '71.4']);
    expect(((await ledger({ asOf: '2024-02-15', filter: { regions: [STONE] } })).rows as Data[]).map(({ cells }) => cells as unknown)).toEqual([['砾溪', '石桥县', '1.2', '2024-02', '1.199', '-0.001', '未达标', '2', '2', '1', '50.0']]);
    expect(((await ledger({ filter: { search: '柳水' } })).rows as Data[])).toHaveLength(1);
  });

  describe('replenishment', () => {
    it('is added up by month and held against the straight line of the year', async () => {
      // 2024 has 366 days: 3,660,000 m³ a year are 10,000 a day, and 30 June is the 182nd.
      const { months, ...sum } = await year();
      expect(sum).toMatchObject({ year: 2024, total: 475_001, target: 3_660_000, expected: 1_820_000, lastMonth: '2024-03', onTrack: false, sample: true, source: '砾溪市水务计划2023' });
      expect(sum.share).toBeCloseTo(0.1297817, 7);
      expect((months as Data[]).slice(0, 4).map(({ volume, total, expected, due }) => [volume, total, expected, due])).toEqual([[350_000, 350_000, 310_000, true], [null, 350_000, 600_000, true], [125_001, 475_001, 910_000, true], [null, 475_001, 1_210_000, true]]);
      expect((months as Data[])[0].parts).toEqual([{ region: { adcode: STONE }, volume: 50_000, sample: false }, { region: { adcode: CITY }, volume: 300_000, sample: false }]);
      expect((months as Data[]).slice(5).map(({ due, expected }) => [due, expected])[0]).toEqual([false, 1_820_000]);
      expect(months).toHaveLength(12);
    });

    it('counts as of any day', async () => {
      expect(await year({ asOf: '2024-01-31' })).toMatchObject({ total: 350_000, expected: 310_000, lastMonth: '2024-01', onTrack: true, sample: false });
      expect(await year({ asOf: '2024-02-29' })).toMatchObject({ total: 350_000, expected: 600_000, lastMonth: '2024-01', onTrack: true });
      expect(await year({ year: 2023 })).toMatchObject({ total: 400_000, expected: 3_660_000, lastMonth: '2023-11', onTrack: false });
      expect(await year({ year: 2025 })).toMatchObject({ total: 0, expected: 0, share: 0, lastMonth: null, onTrack: null });
    });
  });

  describe('as it is recorded', () => {
    it('is told at once, and reads nothing again but the flows', async () => {
      const water = await app.as('department-water');
      await table();
      const { result, statements } = await statementsOf(app.database, () => record({ flows: [{ region: STONE, river: '砾溪', month: '2024-05', flow: 0.95 }], replenishment: [{ month: '2024-05', volume: 1_000_000 }] }, water));
      expect((result.flows as Data[]).map(told)).toEqual([[STONE, '砾溪', 1.2, 0.95, false, true, 5, 4, 2]]);
      expect((result.replenishment as Data[])[0]).toMatchObject({ total: 1_475_001, lastMonth: '2024-05', onTrack: false });
      expect(result.warnings).toEqual([]);
      expect(statements.filter((text) => /FROM [`"]?(flow_record|replenishment_entry)\b/.test(text)).length).toBeGreaterThan(0);
      expect(statements.filter((text) => /FROM [`"]?(project|region|water_sample|monitoring_section|task)\b/.test(text))).toEqual([]);
      expect(await table()).toMatchObject({ month: '2024-05', measured: 1, met: 0 });
      await whole();
    });

    it('takes the place of what stood, which stays in the change record', async () => {
      const { warnings } = await record({ flows: [{ region: STONE, river: '砾溪', month: '2024-01', flow: 1.31 }], replenishment: [{ region: STONE, month: '2024-01', volume: 60_000 }] });
      expect((warnings as Data[]).map(({ code, field }) => [code, field])).toEqual([['FLOW_REPLACED', 'input.flows.0.flow'], ['VOLUME_REPLACED', 'input.replenishment.0.volume']]);
      expect(((await table({ month: '2024-01' })).rows as Data[]).map(told)[0]).toEqual([STONE, '砾溪', 1.2, 1.31, true, true, 1, 1, 1]);
      expect(((await year()).months as Data[])[0].volume).toBe(360_000);
      const summaries = (await app.database.read.query("SELECT summary FROM change_record WHERE kind IN ('FLOW_RECORDED', 'REPLENISHMENT_RECORDED') ORDER BY seq DESC LIMIT 2")) as { summary: string }[];
      expect(summaries.map(({ summary }) => summary)).toEqual(['录入生态补水：石桥县 2024-01 为 60000 立方米（原 50000）', '录入月均流量：石桥县砾溪 2024-01 为 1.31 m³/s（原 1.2）']);
      await whole();
      // The same again is written by nobody.
      const before = await app.rows();
      await record({ flows: [{ region: STONE, river: '砾溪', month: '2024-01', flow: 1.31 }], replenishment: [{ region: STONE, month: '2024-01', volume: 60_000 }] });
      expect(await app.rows()).toEqual(before);
    });

    it('is no sample any more, also where the figure is the same', async () => {
      expect(((await table({ month: '2024-04' })).rows as Data[])[1].month).toMatchObject({ flow: 1.25, sample: true });
      const { flows, warnings } = await record({ flows: [{ region: WILLOW, river: '砾溪', month: '2024-04', flow: 1.25 }] });
      expect((flows as Data[])[0].month).toMatchObject({ flow: 1.25, sample: false });
      expect(warnings).toEqual([]);
    });

    it('is written once under one key', async () => {
      const input = { flows: [{ region: WILLOW, river: '柳水', month: '2024-03', flow: 0.05 }], idempotencyKey: 'flows-1' };
      await record(input);
      const before = await app.rows();
      expect(((await record(input)).flows as Data[]).map(told)).toEqual([[WILLOW, '柳水', 0.056, 0.05, false, true, 3, 1, 0]]);
      expect(await app.rows()).toEqual(before);
    });

    it('of two who bring the same month at once stands once', async () => {
      await Promise.all([0.8, 0.9].flatMap((flow) => [record({ flows: [{ region: WILLOW, river: '柳水', month: '2023-05', flow }] }), record({ replenishment: [{ region: WILLOW, month: '2023-05', volume: flow * 1000 }] })]));
      const rows = (await app.database.read.query("SELECT 1 FROM flow_record WHERE month = '2023-05' UNION ALL SELECT 1 FROM replenishment_entry WHERE month = '2023-05'")) as unknown[];
      expect(rows).toHaveLength(2);
      await whole();
    });

    it.each([
      ['nothing', {}, 'input.flows', '没有任何流量'],
      ['a region that is none', { flows: [{ region: '990009', river: '砾溪', month: '2024-01', flow: 1 }] }, 'input.flows.0.region', '没有区划“990009”'],
      ['a region without a target', { flows: [{ region: CITY, river: '砾溪', month: '2024-01', flow: 1 }] }, 'input.flows.0.region', '没有生态流量目标'],
      ['a river without a target there', { flows: [{ region: WILLOW, river: '大河', month: '2024-01', flow: 1 }] }, 'input.flows.0.river', '应为：砾溪、柳水'],
      ['a year for a month', { flows: [{ region: STONE, river: '砾溪', month: '2024', flow: 1 }] }, 'input.flows.0.month', '不是月份'],
      ['a month to come', { flows: [{ region: STONE, river: '砾溪', month: '2024-07', flow: 1 }] }, 'input.flows.0.month', '还没有开始'],
      ['a negative flow', { flows: [{ region: STONE, river: '砾溪', month: '2024-01', flow: -1 }] }, 'input.flows.0.flow', '应为 0 到 100000'],
      ['a fourth decimal', { flows: [{ region: STONE, river: '砾溪', month: '2024-01', flow: 0.1234 }] }, 'input.flows.0.flow', '最多三位小数'],
      ['a month twice', { flows: [{ region: STONE, river: '砾溪', month: '2024-03', flow: 1 }, { region: STONE, river: '砾溪', month: '2024-03', flow: 2 }] }, 'input.flows.1.month', '出现两次'],
      ['half a cubic metre', { replenishment: [{ month: '2024-01', volume: 0.5 }] }, 'input.replenishment.0.volume', '整数'],
      ['a negative volume', { replenishment: [{ month: '2024-01', volume: -1 }] }, 'input.replenishment.0.volume', '整数'],
      ['a volume of a region that is none', { replenishment: [{ region: '990009', month: '2024-01', volume: 1 }] }, 'input.replenishment.0.region', '没有区划'],
      ['the city named and not named', { replenishment: [{ month: '2024-02', volume: 1 }, { region: CITY, month: '2024-02', volume: 1 }] }, 'input.replenishment.1.month', '出现两次'],
      ['a volume of a month to come', { flows: [{ region: STONE, river: '砾溪', month: '2024-03', flow: 1 }], replenishment: [{ month: '2024-07', volume: 1 }] }, 'input.replenishment.0.month', '还没有开始'],
    ])('with %s is refused whole', async (_, input, field, words) => {
      const { code, field: named, message } = await refusedWhole(app, taskforce, 'recordFlows', input);
      expect({ code, named }).toEqual({ code: 'BAD_USER_INPUT', named: field });
      expect(message).toContain(words);
    });

    it('is taken with a warning where it is far off, dry, of a running month or more than a year asks for', async () => {
      const codes = async (input: object): Promise<unknown> => ((await record(input)).warnings as Data[]).map(({ code, field }) => [code, field]);
      // Litres for cubic metres: a thousand times what Stonebridge usually has.
      expect(await codes({ flows: [{ region: STONE, river: '砾溪', month: '2023-10', flow: 1210 }] })).toEqual([['FLOW_FAR_OFF', 'input.flows.0.flow']]);
      expect(await codes({ flows: [{ region: WILLOW, river: '柳水', month: '2024-01', flow: 0 }] })).toEqual([['RIVER_DRY', 'input.flows.0.flow']]);
      expect(await codes({ flows: [{ region: WILLOW, river: '柳水', month: '2024-06', flow: 0.06 }], replenishment: [{ month: '2024-06', volume: 1 }] })).toEqual([
        ['MONTH_RUNNING', 'input.flows.0.month'], ['VOLUME_FAR_OFF', 'input.replenishment.0.volume'], ['MONTH_RUNNING', 'input.replenishment.0.month'],
      ]);
      expect(await codes({ replenishment: [{ region: WILLOW, month: '2024-02', volume: 3_660_001 }] })).toEqual([['VOLUME_ABOVE_YEAR', 'input.replenishment.0.volume']]);
    });

    it('is recorded by the task force and the water department, and by nobody else', async () => {
      const input = { flows: [{ region: STONE, river: '砾溪', month: '2023-06', flow: 1 }] };
      for (const name of ['admin', 'leader', 'kiosk', 'department-urban', 'department-finance', 'county-990001']) {
        const client = await app.as(name);
        expect(await refusedWhole(app, client, 'recordFlows', input)).toMatchObject({ code: 'FORBIDDEN' });
        expect((await client.must('{ flowTable { viewerMayRecord } }')).flowTable).toEqual({ viewerMayRecord: false });
      }
      await record(input, await app.as('department-water'));
    });
  });
});
