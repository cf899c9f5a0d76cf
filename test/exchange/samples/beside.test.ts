import { mutate, onEachEngine, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../../harness';
import { writesNothing } from '../import/sending';
import { importSamples, lines } from './station-file';

onEachEngine("what stands beside a station's file", (engine) => {
  let app: TestApp;
  let client: TestClient;
  beforeEach(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    client = await app.as('taskforce');
  });
  afterEach(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const record = async (period: string, values: Record<string, number>, section = 'T-1'): Promise<Data[]> =>
    ((await mutate(client, 'recordSamples', { samples: [{ section, period, indicators: Object.entries(values).map(([indicator, value]) => ({ indicator, value })) }] }, 'warnings { code }')) as { warnings: Data[] }).warnings;
  const said = ({ warnings }: { warnings: { row: number; code: string; message: string }[] }) => warnings.map(({ row, code, message }) => [row, code, message]);

  it('is said, a line a section and month: a measured month wins over the days that come', async () => {
    await record('2024-06', { TP: 0.1 });
    await record('2024-07', { TP: 0.1 }, 'T-2');
    const text = lines('断面,监测时间,总磷', 'T-1,2024-05-31,0.1', 'T-1,2024-06-01,0.1', 'T-1,2024-06-02,0.1', 'T-2,2024-06-01,0.1', 'T-2,2024-07-01 08:00,0.1');
    const expected = [[3, 'COARSER_STANDS_BESIDE', '石桥下 2024-06 另有月值，日值不参加本月评价。'], [6, 'COARSER_STANDS_BESIDE', '柳湾口 2024-07 另有月值，四小时值不参加本月评价。']];
    expect(said(await importSamples(client, text, { dryRun: true }))).toEqual(expected);
    expect(said(await importSamples(client, text))).toEqual(expected);
    expect(await record('2024-06-03', { TP: 0.1 })).toEqual([expect.objectContaining({ code: 'COARSER_STANDS_BESIDE', field: 'input.samples.0' })]);
  });

  it('is said where both come in one file, days by the month', async () => {
    const answer = await importSamples(client, lines('断面,监测时间,总磷', 'T-1,2024-06-01 08:00,0.1', 'T-1,2024-06-01,0.1', 'T-1,2024-06-02 08:00,0.1', 'T-1,2024-06-02,0.1'), { dryRun: true });
    expect(said(answer)).toEqual([[2, 'DAYS_STAND_BESIDE', '石桥下 2024-06 有 2 天另有日值，四小时值不参加当日评价。']]);
  });

  it('is said where a month comes with fewer items than its days have', async () => {
    await record('2024-06-01', { TP: 0.1, NH3N: 0.2, DO: 8 });
    expect(said(await importSamples(client, lines('断面,监测时间,总磷', 'T-1,2024-06,0.1'), { dryRun: true }))).toEqual([[2, 'COARSER_FEWER_ITEMS', '石桥下 2024-06 的月值只有 1 项，更细的监测数据有 3 项；评价只用月值。']]);
    expect((await record('2024-06', { TP: 0.1, NH3N: 0.2 })).map(({ code }) => code)).toEqual(['COARSER_FEWER_ITEMS']);
    // With what stands of the month it has as many.
    expect(await record('2024-06', { DO: 8 })).toEqual([]);
  });

  it('is counted where a file comes again whose values a later one corrected, and nothing is written', async () => {
    const text = lines('断面,监测时间,总磷,氨氮', 'T-1,2024-05,0.1,0.2', 'T-1,2024-06,0.1,0.2');
    expect(await importSamples(client, text)).toMatchObject({ created: 2, already: null });
    expect(await importSamples(client, text)).toMatchObject({ unchanged: 2, already: { by: 'taskforce', differing: null } });
    expect(await importSamples(client, lines('断面,监测时间,总磷,氨氮', 'T-1,2024-06,0.3,0.4'), {}, '更正.csv')).toMatchObject({ changed: 1, replaced: 2 });
    const [{ batch }] = (await app.database.read.query("SELECT MAX(id) AS batch FROM sample_batch")) as { batch: number }[];
    for (const dryRun of [true, false]) {
      const again = await writesNothing(app, () => importSamples(client, text, { dryRun }));
      expect(again).toMatchObject({ status: 200, created: 0, changed: 0, replaced: 0, already: { by: 'taskforce', differing: { values: 2, batch, file: '更正.csv', by: 'taskforce' } } });
    }
  });
});
