import { verifyDatabase } from '../../server/database/verify';
import { mutate, onEachEngine, refusedWhole, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';

const RANKING = 'indicator { code } span { from to name nameEn } base { from to name } rows { region { adcode } value rank base change changeRank changeGiven source sample } missing { adcode }';
const ASK = `query ($indicator: String!, $span: SpanInput, $base: SpanInput) { indicatorRanking(indicator: $indicator, span: $span, base: $base) { ${RANKING} } }`;
const MAY = { from: '2024-05-01', to: '2024-05-31' };

onEachEngine('rankings of regions', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-06-30') });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const ranking = async (variables: object, client = taskforce): Promise<Data> => (await client.must(ASK, { ...variables })).indicatorRanking as Data;
  const lines = ({ rows }: Data): unknown[][] => (rows as Data[]).map(({ region, value, rank, change, changeRank }) => [region.adcode, value, rank, change, changeRank]);
  const record = (input: object, client = taskforce) => mutate(client, 'recordFigures', { indicator: 'PM25', ...MAY, ...input }, `ranking { ${RANKING} }`);

  it('come from the pack: value, rank, change against the same days a year before, rank of the change', async () => {
    const may = await ranking({ indicator: 'PM25', span: MAY });
    // 33 of 30 is +10 %; 45 of 50 is −10 %; the zone has no figure of a year before, its published −3.3 stands.
    expect(lines(may)).toEqual([['990002', '33.0', 1, '10.0', 3], ['990001', '45.0', 2, '-10.0', 1], ['9900A1', '45.0', 2, '-3.3', 2], ['990000', '40.0', null, null, null]]);
    expect((may.rows as Data[]).map(({ changeGiven }) => changeGiven)).toEqual([false, false, true, false]);
    expect([may.span.name, may.span.nameEn, may.base.name, may.missing]).toEqual(['2024年5月', 'May 2024', '2023年5月', []]);
  });

  it('are of the latest span unless another one is asked for', async () => {
    const latest = await ranking({ indicator: 'PM25' });
    expect([latest.span.name, latest.rows[0].sample]).toEqual(['今年以来', true]);
    expect((latest.missing as Data[]).map(({ adcode }) => adcode)).toEqual(['990002', '9900A1']);
    expect(await ranking({ indicator: 'GREEN' })).toBeNull();
    const { indicators } = await taskforce.must('{ indicators { code unit spans { name } } }');
    expect(indicators).toEqual([{ code: 'PM25', unit: 'μg/m³', spans: [{ name: '今年以来' }, { name: '2024年5月' }, { name: '2023年5月' }] }, { code: 'GREEN', unit: '%', spans: [] }]);
  });

  it('against a base that is asked for leave out what was published against another', async () => {
    // 45 of 51.2 is −12.109375 %.
    expect(lines(await ranking({ indicator: 'PM25', span: MAY, base: { from: '2024-01-01', to: '2024-06-20' } }))).toEqual([
      ['990002', '33.0', 1, null, null], ['990001', '45.0', 2, '-12.1', 1], ['9900A1', '45.0', 2, null, null], ['990000', '40.0', null, null, null],
    ]);
  });

  it('follow figures as they are recorded, and what stood stays in the change record', async () => {
    const june = { from: '2024-06-01', to: '2024-06-20', spanName: '六月上中旬' };
    const first = await record({ ...june, source: '周报', figures: [{ region: '990001', value: '20.25' }, { region: '990002', value: '20.34', change: '-5' }, { region: '9900A1', value: '１９', base: '20' }] });
    // Two print as 20.2 and 20.3; 19 of 20 is −5 %, as published of the other: two first.
    expect(lines(first.ranking as Data)).toEqual([['990002', '20.3', 3, '-5.0', 1], ['990001', '20.2', 2, null, null], ['9900A1', '19.0', 1, '-5.0', 1]]);
    expect(first.ranking.span).toMatchObject({ name: '六月上中旬', nameEn: '1 Jun 2024 – 20 Jun 2024' });
    const before = await app.rows();
    await record({ ...june, source: '周报', figures: [{ region: '990001', value: '20.25' }] });
    expect((await app.rows()).seq).toBe(before.seq);
    const second = await record({ ...june, figures: [{ region: '990001', value: '18' }] });
    expect(lines(second.ranking as Data).map((line) => line.slice(0, 3))).toEqual([['990002', '20.3', 3], ['990001', '18.0', 1], ['9900A1', '19.0', 2]]);
    expect((await app.rows()).indicator_figure).toBe(before.indicator_figure);
    const records = (await app.database.read.query("SELECT payload FROM change_record WHERE kind = 'FIGURES_RECORDED' ORDER BY seq")) as { payload: string }[];
    expect(records.map(({ payload }) => payload.includes('20.25'))).toEqual([true, false]);
    expect((await verifyDatabase(app.database, [])).problems).toEqual([]);
  });

  it('are of anything: the office makes an indicator where more is better', async () => {
    const { indicator } = await mutate(taskforce, 'setIndicator', { code: 'SHARE', name: '达标率', nameEn: 'Share met', unit: '%', decimals: 0, aim: 'HIGHER', changeKind: 'DIFFERENCE', ties: 'DENSE', changeDecimals: 0 }, 'indicator { code name decimals spans { name } }');
    expect(indicator).toEqual({ code: 'SHARE', name: '达标率', decimals: 0, spans: [] });
    const { ranking: made } = await record({ indicator: 'SHARE', figures: [{ region: '990001', value: '80', base: '75' }, { region: '990002', value: '90', base: '92' }, { region: '9900A1', value: '80', base: '60' }] });
    expect(lines(made as Data)).toEqual([['990002', '90', 1, '-2', 3], ['990001', '80', 2, '5', 2], ['9900A1', '80', 2, '20', 1]]);
    await mutate(taskforce, 'setIndicator', { code: 'SHARE', name: '达标率', nameEn: 'Share met', unit: '%', decimals: 1, aim: 'LOWER' }, 'indicator { code }');
    expect((lines(await ranking({ indicator: 'SHARE' }))).map((line) => line.slice(1, 3))).toEqual([['90.0', 3], ['80.0', 1], ['80.0', 1]]);
  });

  it('of two who bring a span at once is made once', async () => {
    const day = { from: '2024-06-05', to: '2024-06-05' };
    await Promise.all(['990001', '990002', '9900A1', '990000'].map((region, i) => record({ ...day, figures: [{ region, value: String(i) }] })));
    expect(lines(await ranking({ indicator: 'PM25', span: day })).map((line) => line.slice(0, 3))).toEqual([['990002', '1.0', 2], ['990001', '0.0', 1], ['9900A1', '2.0', 3], ['990000', '3.0', null]]);
  });

  it('stand in a ledger, as of any day', async () => {
    const ask = (args: string) => taskforce.must(`{ ledger(id: "rankings", ${args}) { totalCount columns { key } rows { cells } } }`);
    const { ledger } = await ask('asOf: "2024-05-31", filter: { search: "PM25" }');
    expect(ledger.rows.map(({ cells }: Data) => cells.slice(0, 1).concat(cells.slice(4, 11)))).toEqual([
      ['细颗粒物', '柳湾区', '33.0', 'μg/m³', '1', '10.0', '%', '3'], ['细颗粒物', '石桥县', '45.0', 'μg/m³', '2', '-10.0', '%', '1'], ['细颗粒物', '砾溪高新区', '45.0', 'μg/m³', '2', '-3.3', '%', '2'], ['细颗粒物', '砾溪市本级', '40.0', 'μg/m³', null, null, null, null],
      ['细颗粒物', '柳湾区', '30.0', 'μg/m³', '1', null, null, null], ['细颗粒物', '石桥县', '50.0', 'μg/m³', '2', null, null, null],
    ]);
    // A filter narrows the rows, not the ranking.
    expect((await ask('asOf: "2024-05-31", filter: { regions: ["990001"], search: "PM25" }')).ledger.rows.map(({ cells }: Data) => [cells[2], cells[7]])).toEqual([['2024-05-01', '2'], ['2023-05-01', '2']]);
  });

  it.each([
    ['an indicator that is none', { indicator: 'PM10' }, 'input.indicator', '没有统计指标“PM10”，可用的有：PM25、GREEN'],
    ['a span the wrong way round', { from: '2024-06-02', to: '2024-06-01' }, 'input.to', '起始日期晚于截止日期'],
    ['a span that is not over', { to: '2024-07-01' }, 'input.to', '不能晚于今天（2024-06-30）'],
    ['a span of a lifetime', { from: '1950-01-01' }, 'input.to', '最多 10 年'],
    ['no figure', { figures: [] }, 'input.figures', '没有任何县（市、区）的数值'],
    ['a region that is none', { figures: [{ region: '990001', value: '1' }, { region: '999999', value: '1' }] }, 'input.figures.1.region', '没有区划“999999”'],
    ['a region twice', { figures: [{ region: '990001', value: '1' }, { region: '990001', value: '2' }] }, 'input.figures.1.region', '石桥县出现两次'],
    ['a value that is no number', { figures: [{ region: '990001', value: '4,5' }] }, 'input.figures.0.value', '“4,5”不是数'],
    ['a value of seven decimals', { figures: [{ region: '990001', value: '1.1234567' }] }, 'input.figures.0.value', '后最多 6 位'],
    ['a change that is no number', { figures: [{ region: '990001', value: '1', change: '降' }] }, 'input.figures.0.change', '“降”不是数'],
  ])('with %s are refused whole', async (_, wrong, field, words) => {
    const { code, field: named, message } = await refusedWhole(app, taskforce, 'recordFigures', { indicator: 'PM25', ...MAY, figures: [{ region: '990001', value: '1' }], ...wrong });
    expect({ code, named }).toEqual({ code: 'BAD_USER_INPUT', named: field });
    expect(message).toContain(words);
  });

  it.each([
    ['a code with a space', { code: 'A B' }, 'input.code'], ['decimals beyond six', { decimals: 7 }, 'input.decimals'], ['negative decimals', { changeDecimals: -1 }, 'input.changeDecimals'], ['no name', { name: ' ' }, 'input.name'],
  ])('an indicator with %s is refused', async (_, wrong, field) => {
    expect(await refusedWhole(app, taskforce, 'setIndicator', { code: 'NEW', name: '新', nameEn: 'New', aim: 'LOWER', ...wrong })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it.each([
    ['an indicator that is none', { indicator: 'PM10' }, 'indicator'], ['a span without figures', { indicator: 'PM25', span: { from: '2024-05-01', to: '2024-05-30' } }, 'span'],
    ['a base without figures', { indicator: 'PM25', span: MAY, base: { from: '2022-05-01', to: '2022-05-31' } }, 'base'], ['a span the wrong way round', { indicator: 'PM25', span: { from: '2024-05-02', to: '2024-05-01' } }, 'span.to'],
  ])('are not told of %s', async (_, variables, field) => {
    expect((await taskforce.refused(ASK, variables)).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are recorded by the task force alone', async () => {
    for (const name of ['admin', 'leader', 'kiosk', 'department-water', 'department-finance', 'county-990001']) {
      const client = await app.as(name);
      expect(await refusedWhole(app, client, 'recordFigures', { indicator: 'PM25', ...MAY, figures: [{ region: '990001', value: '1' }] })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusedWhole(app, client, 'setIndicator', { code: 'NEW', name: '新', nameEn: 'New', aim: 'LOWER' })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(app.faults).toEqual([]);
  });
});

describe('the table that the pack ships', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite', pack: 'linfen' });
  });
  afterAll(() => app.stop());

  it('has the published ranks through the API, ties included', async () => {
    const leader = await app.as('leader');
    const { indicatorRanking: { rows, span, base, missing } } = await leader.must(ASK, { indicator: 'AIR_INDEX', span: { from: '2025-01-01', to: '2025-02-20' } });
    expect([span.from, base, missing.length]).toEqual(['2025-01-01', null, 1]);
    // In the official order of the city.
    expect((rows as Data[]).map(({ rank }) => rank).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect((rows as Data[]).map(({ changeRank }) => changeRank).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect((rows as Data[]).filter(({ change }) => change === '-14.6').map(({ value, changeRank, changeGiven }) => [value, changeRank, changeGiven]).sort()).toEqual([['3.609', 6, true], ['5.242', 6, true]]);
    expect(rows[0].source).toContain('未经审核');
  });
});
