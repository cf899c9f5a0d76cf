import { verifyDatabase } from '../../server/database/verify';
import { mutate, onEachEngine, refusedWhole, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';

const SCHEME = 'validFrom name nameEn example items { indicator name base } borders { section { code } payer { adcode } receiver { adcode } target } multiple waterRounding fenRounding cap reward';
const ASK = `query ($period: Period!) { compensation(period: $period) { period example months missing schemes { validFrom } lines { month kind section { code } target payer { adcode } receiver { adcode } indicator value limit multiple amount capped sample } totals { region { adcode } paid received balance } } }`;
const BORDERS = [{ section: 'T-2', payer: '990001', receiver: '990002' }];
const NEW = { validFrom: '2024-05', name: '新方案', items: [{ indicator: 'TP', base: '10000.00' }], borders: [...BORDERS, { section: 'T-1', payer: '9900A1', receiver: '990001', target: 'II' }], reward: '500.00' };

onEachEngine('compensation across borders', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-06-30') });
    taskforce = await app.as('taskforce');
    const sample = (section: string, period: string, values: Record<string, number>) => ({ section, period, indicators: Object.entries(values).map(([indicator, value]) => ({ indicator, value })) });
    // T-2 is to keep class Ⅱ: 0.5 mg/L of ammonia, 0.1 mg/L of phosphorus.
    await mutate(taskforce, 'recordSamples', { samples: [
      sample('T-2', '2024-01', { NH3N: 5, TP: 0.4 }), sample('T-2', '2024-02', { NH3N: 0.8, TP: 0.1 }), sample('T-2', '2024-03', { NH3N: 4, TP: 0.125 }), sample('T-2', '2024-04', { NH3N: 0.4 }),
      sample('T-2', '2024-06', { TP: 0.015, NH3N: 0.1, DO: 9 }), sample('T-1', '2024-06', { TP: 0.15 }),
    ] });
  });
  afterAll(() => app.stop());

  const ask = async (period: string, client = taskforce): Promise<Data> => (await client.must(ASK, { period })).compensation as Data;
  const lines = ({ lines: all }: Data): unknown[][] => (all as Data[]).map(({ month, kind, section, indicator, multiple, amount, capped }) => [month, section.code, kind, indicator, multiple === null ? null : Math.round(multiple * 1e9) / 1e9, amount, capped]);

  it('is reckoned by the month, by the example of the pack, and says that it is one', async () => {
    // (0.8 − 0.5) / 0.5 = 0.6 of 1,000.00.
    const february = await ask('2024-02');
    expect(lines(february)).toEqual([['2024-02', 'T-2', 'PAYMENT', 'NH3N', 0.6, '600.00', false], ['2024-02', 'T-2', 'MET', 'TP', null, '0.00', false]]);
    expect(february).toMatchObject({ example: true, months: ['2024-02'], missing: 0, schemes: [{ validFrom: '2024-02' }] });
    expect(february.lines[0]).toMatchObject({ target: 'II', value: 0.8, limit: 0.5, payer: { adcode: '990001' }, receiver: { adcode: '990002' }, sample: false });
    // (4 − 0.5) / 0.5 = 7 of 1,000.00 is cut to 2,500.00; (0.125 − 0.1) / 0.1 = 0.25 of 3,000.00.
    expect(lines(await ask('2024-03'))).toEqual([['2024-03', 'T-2', 'PAYMENT', 'NH3N', 7, '2500.00', true], ['2024-03', 'T-2', 'PAYMENT', 'TP', 0.25, '750.00', false]]);
  });

  it('of a year adds up the months that have begun and in which a scheme was in force', async () => {
    const year = await ask('2024');
    // Not January, before the first scheme, and not July, which is to come. April lacks phosphorus; May has a class without values: both items.
    expect([year.months, year.missing]).toEqual([['2024-02', '2024-03', '2024-04', '2024-05', '2024-06'], 3]);
    // 600.00 + 2,500.00 + 750.00; in the official order.
    expect(year.totals).toEqual([{ region: { adcode: '990002' }, paid: '0.00', received: '3850.00', balance: '3850.00' }, { region: { adcode: '990001' }, paid: '3850.00', received: '0.00', balance: '-3850.00' }]);
    expect(await ask('2023')).toMatchObject({ months: [], lines: [], totals: [], example: false, missing: 0 });
    expect(await ask('2025')).toMatchObject({ months: [], lines: [] });
  });

  it('follows the scheme that the office sets, from its month on', async () => {
    const { scheme } = await mutate(taskforce, 'setCompensationScheme', NEW, `scheme { ${SCHEME} }`);
    expect(scheme).toEqual({
      validFrom: '2024-05', name: '新方案', nameEn: '新方案', example: false, items: [{ indicator: 'TP', name: '总磷', base: '10000.00' }],
      borders: [{ section: { code: 'T-2' }, payer: { adcode: '990001' }, receiver: { adcode: '990002' }, target: null }, { section: { code: 'T-1' }, payer: { adcode: '9900A1' }, receiver: { adcode: '990001' }, target: 'II' }],
      multiple: 'EXCEEDANCE', waterRounding: 'EVALUATION', fenRounding: 'HALF_UP', cap: null, reward: '500.00',
    });
    const june = await ask('2024-06');
    // T-2 is class Ⅰ where Ⅱ was asked: downstream pays. T-1 is to keep Ⅱ at this border: (0.15 − 0.1) / 0.1 = 0.5 of 10,000.00.
    expect(lines(june)).toEqual([['2024-06', 'T-2', 'MET', 'TP', null, '0.00', false], ['2024-06', 'T-2', 'REWARD', null, null, '500.00', false], ['2024-06', 'T-1', 'PAYMENT', 'TP', 0.5, '5000.00', false]]);
    expect(june.lines[1]).toMatchObject({ payer: { adcode: '990002' }, receiver: { adcode: '990001' } });
    expect(june.totals).toEqual([
      { region: { adcode: '990002' }, paid: '500.00', received: '0.00', balance: '-500.00' }, { region: { adcode: '990001' }, paid: '0.00', received: '5500.00', balance: '5500.00' }, { region: { adcode: '9900A1' }, paid: '5000.00', received: '0.00', balance: '-5000.00' },
    ]);
    expect([june.example, (await ask('2024-04')).example, (await ask('2024')).example]).toEqual([false, true, true]);
    expect((await ask('2024')).schemes).toEqual([{ validFrom: '2024-02' }, { validFrom: '2024-05' }]);
  });

  it('has one scheme a month: set again it is replaced, and the old one stays in the change record', async () => {
    const before = await app.rows();
    await mutate(taskforce, 'setCompensationScheme', { ...NEW, name: '再次修改', fenRounding: 'DOWN', waterRounding: 'AS_GIVEN', multiple: 'CLASSES', cap: '1.00', example: true }, 'scheme { name }');
    expect((await app.rows()).compensation_scheme).toBe(before.compensation_scheme);
    const { compensationSchemes } = await taskforce.must(`{ compensationSchemes { ${SCHEME} } }`);
    expect((compensationSchemes as Data[]).map(({ validFrom, name, example, fenRounding, multiple }) => [validFrom, name, example, fenRounding, multiple])).toEqual([
      ['2024-02', '示例补偿方案', true, 'HALF_UP', 'EXCEEDANCE'], ['2024-05', '再次修改', true, 'DOWN', 'CLASSES'],
    ]);
    const records = (await app.database.read.query("SELECT kind, payload FROM change_record WHERE subject_type = 'CompensationScheme' ORDER BY seq")) as { kind: string; payload: string }[];
    expect(records.map(({ kind }) => kind)).toEqual(['SCHEME_LOADED', 'SCHEME_SET', 'SCHEME_CHANGED']);
    expect(records[1].payload).toContain('新方案');
    expect((await verifyDatabase(app.database, [])).problems).toEqual([]);
  });

  it.each([
    ['a year in place of a month', { validFrom: '2024' }, 'input.validFrom', '“2024”不是月份'],
    ['no name', { name: ' ' }, 'input.name', '不能为空'],
    ['no item', { items: [] }, 'input.items', '至少要有一个指标'],
    ['an item that is none', { items: [{ indicator: 'Xx', base: '1.00' }] }, 'input.items.0.indicator', '没有指标“Xx”'],
    ['oxygen', { items: [{ indicator: 'TP', base: '1.00' }, { indicator: 'DO', base: '1.00' }] }, 'input.items.1.indicator', '溶解氧不能算补偿'],
    ['an item twice', { items: [{ indicator: 'TP', base: '1.00' }, { indicator: 'TP', base: '2.00' }] }, 'input.items.1.indicator', '总磷在方案里出现两次'],
    ['a base of nothing', { items: [{ indicator: 'TP', base: '0.00' }] }, 'input.items.0.base', '必须大于零'],
    ['no border', { borders: [] }, 'input.borders', '至少要有'],
    ['a section that is none', { borders: [{ ...BORDERS[0], section: 'T-9' }] }, 'input.borders.0.section', '没有断面“T-9”'],
    ['a section twice', { borders: [...BORDERS, ...BORDERS] }, 'input.borders.1.section', '柳湾口在方案里出现两次'],
    ['a region that is none', { borders: [{ ...BORDERS[0], payer: '999999' }] }, 'input.borders.0.payer', '没有区划“999999”'],
    ['one region on both sides', { borders: [{ ...BORDERS[0], receiver: '990001' }] }, 'input.borders.0.receiver', '上游和下游都是石桥县'],
    ['a target without limits', { borders: [{ ...BORDERS[0], target: 'INFERIOR_V' }] }, 'input.borders.0.target', '总磷没有限值'],
    ['a bound of nothing', { cap: '0.00' }, 'input.cap', '必须大于零'],
    ['a negative reward', { reward: '-1.00' }, 'input.reward', '必须大于零'],
  ])('with %s is refused whole', async (_, wrong, field, words) => {
    const { code, field: named, message } = await refusedWhole(app, taskforce, 'setCompensationScheme', { ...NEW, ...wrong });
    expect({ code, named }).toEqual({ code: 'BAD_USER_INPUT', named: field });
    expect(message).toContain(words);
  });

  it('is of months and years only', async () => {
    expect((await taskforce.refused(ASK, { period: '2024-06-01' })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'period' });
  });

  it('is set by the task force alone', async () => {
    for (const name of ['admin', 'leader', 'kiosk', 'department-water', 'department-finance', 'county-990001']) expect(await refusedWhole(app, await app.as(name), 'setCompensationScheme', NEW)).toMatchObject({ code: 'FORBIDDEN' });
    expect(app.faults).toEqual([]);
  });
});
