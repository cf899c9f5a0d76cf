import { mutate, onEachEngine, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';

const MEASURED = 'query ($code: String!) { section(code: $code) { measured { grain from to } } }';
const TIMELINE = 'query ($years: Boolean) { waterTimeline(years: $years) { period sections judged good inferiorV goodShare index change } }';

onEachEngine('what charts of water are drawn from', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const record = (section: string, period: string, values: Record<string, number>) =>
    mutate(taskforce, 'recordSamples', { samples: [{ section, period, indicators: Object.entries(values).map(([indicator, value]) => ({ indicator, value })) }] }, 'results { period }');

  it('the limits of GB 3838-2002, of rivers and of lakes', async () => {
    const of = async (waterBody: string) => {
      const { waterIndicators } = await taskforce.must('query ($waterBody: WaterBody) { waterIndicators(waterBody: $waterBody) { key unit kind limits range digits evaluated } }', { waterBody });
      return new Map((waterIndicators as Data[]).map(({ key, ...rest }) => [key as string, rest]));
    };
    const [river, lake] = [await of('RIVER'), await of('LAKE')];
    expect([...river.keys()]).toEqual(['T', 'pH', 'DO', 'CODMn', 'COD', 'BOD5', 'NH3N', 'TP', 'TN', 'Cu', 'Zn', 'F', 'Se', 'As', 'Hg', 'Cd', 'Cr6', 'Pb', 'CN', 'VP', 'Oil', 'LAS', 'S', 'FC']);
    expect(river.get('TP')).toEqual({ unit: 'mg/L', kind: 'UPPER', limits: [0.02, 0.1, 0.2, 0.3, 0.4], range: null, digits: 3, evaluated: true });
    expect(lake.get('TP')!.limits).toEqual([0.01, 0.025, 0.05, 0.1, 0.2]);
    expect(river.get('DO')).toMatchObject({ kind: 'LOWER', limits: [7.5, 6, 5, 3, 2] });
    expect(river.get('pH')).toEqual({ unit: '无量纲', kind: 'RANGE', limits: null, range: [6, 9], digits: 0, evaluated: true });
    expect([river.get('TN'), river.get('T')]).toMatchObject([{ kind: 'NONE', limits: null, evaluated: false }, { kind: 'NONE', limits: null, range: null }]);
    expect(lake.get('TN')).toMatchObject({ kind: 'UPPER', limits: [0.2, 0.5, 1, 1.5, 2] });
    expect([...river.values()].filter(({ evaluated }) => evaluated)).toHaveLength(21);
  });

  it('from when to when a section was measured, by the length of the periods', async () => {
    const before = (await taskforce.must(MEASURED, { code: 'T-2' })).section as Data;
    expect((before.measured as Data[]).map(({ grain }) => grain)).not.toContain('HOURS');
    await record('T-2', '2019-03-05T08', { DO: 8 });
    await record('T-2', '2019-03-09', { DO: 7 });
    const { measured } = (await taskforce.must(MEASURED, { code: 'T-2' })).section as { measured: Data[] };
    expect(measured.map(({ grain }) => grain)).toEqual(['YEAR', 'MONTH', 'DAY', 'HOURS']);
    expect(measured.filter(({ grain }) => grain === 'DAY' || grain === 'HOURS')).toEqual([
      { grain: 'DAY', from: '2019-03-05', to: '2019-03-09' }, { grain: 'HOURS', from: '2019-03-05T08', to: '2019-03-05T08' },
    ]);
    // The mean of the days is a month, and that of the month a year.
    expect(measured[1]).toMatchObject({ from: '2019-03' });
    expect(measured[0]).toMatchObject({ from: '2019' });
  });

  it('every month, and every year, with a class, against the year before', async () => {
    await record('T-1', '2015-04', { NH3N: 1.2, TP: 0.1 });
    await record('T-1', '2016-04', { NH3N: 0.6, TP: 0.1 });
    const of = async (years: boolean, prefixes: string[]) => ((await taskforce.must(TIMELINE, { years })).waterTimeline as Data[]).filter(({ period }) => prefixes.some((prefix) => (period as string).startsWith(prefix)));
    const [first, second, ...more] = await of(false, ['2015', '2016']);
    expect(more).toEqual([]);
    // Class IV by 1.2 of ammonia; 1.2 / 1 + 0.1 / 0.2 = 1.7. A year later class III; 0.6 + 0.5 = 1.1, by (1.1 − 1.7) / 1.7 less.
    expect(first).toMatchObject({ period: '2015-04', judged: 1, good: 0, goodShare: 0, inferiorV: 0, change: null });
    expect(first.index).toBeCloseTo(1.7, 9);
    expect(second).toMatchObject({ period: '2016-04', judged: 1, good: 1, goodShare: 1 });
    expect(second.index).toBeCloseTo(1.1, 9);
    expect(second.change).toBeCloseTo(-0.6 / 1.7, 9);
    expect((await of(true, ['2015', '2016'])).map(({ period }) => period)).toEqual(['2015', '2016']);
  });
});
