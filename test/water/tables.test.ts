import { MonitoringSection } from '../../server/water/section.entity';
import { createWork, mutate, onEachEngine, startTestApp, TestClock, type Data, type TestApp, type TestClient } from '../harness';

const items = (values: Record<string, number>): object[] => Object.entries(values).map(([indicator, value]) => ({ indicator, value }));

onEachEngine('what a bulletin lists of the sections', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  const clock = new TestClock('2022-12-31');
  beforeAll(async () => {
    app = await startTestApp({ engine, clock });
    taskforce = await app.as('taskforce');
    const sample = (section: string, period: string, values: Record<string, number>) => ({ section, period, indicators: items(values) });
    // T-1: river 砾溪, region 990001, target III. T-2: river 小砾溪, region 990002, target II, NATIONAL.
    await mutate(taskforce, 'recordSamples', {
      samples: [
        sample('T-1', '2021-06', { CODMn: 6, NH3N: 1 }), sample('T-1', '2022-05', { CODMn: 3, NH3N: 1.2 }), sample('T-1', '2022-06', { CODMn: 3, NH3N: 1.5 }),
        sample('T-2', '2021-06', { CODMn: 6, NH3N: 2, TP: 0.1 }), sample('T-2', '2022-06-10', { CODMn: 3, NH3N: 0.5, TP: 0.4 }), sample('T-2', '2022-06-20T08', { CODMn: 3, NH3N: 0.5, TP: 0.2 }),
      ],
    });
  });
  afterAll(() => app.stop());

  const ask = async (query: string, client = taskforce): Promise<Data> => Object.values(await client.must(`{ ${query} }`))[0] as Data;

  it('sums up a period: counts, index and its change against the year before or another base', async () => {
    // NH3N 1.5, CODMn 3 of T-1: IV; NH3N 0.5, CODMn 3, TP 0.3 of T-2: IV. Means: CODMn 3, NH3N 1, TP 0.3 (of one): 0.5 + 1 + 1.5.
    expect(await ask('waterSummary(period: "2022-06") { period sections judged good goodShare inferiorV index change }')).toEqual({ period: '2022-06', sections: 2, judged: 2, good: 0, goodShare: 0, inferiorV: 0, index: 3, change: 3 / (1 + 1.5 + 0.5) - 1 });
    expect(await ask('waterSummary(period: "2022-06", base: "2022-05") { change }')).toEqual({ change: expect.closeTo(2 / 1.7 - 1, 12) });
    expect(await ask('waterSummary(period: "2022-06", level: NATIONAL) { sections judged index }')).toEqual({ sections: 1, judged: 1, index: 2.5 });
    expect(await ask('waterSummary(period: "2022-06-10") { sections judged good index change }')).toEqual({ sections: 2, judged: 1, good: 0, index: 3, change: null });
    expect(await ask('waterSummary(period: "2022-06-20T08") { judged good index }')).toEqual({ judged: 1, good: 1, index: 2 });
    expect(await ask('waterSummary(period: "2010") { judged goodShare index change }')).toEqual({ judged: 0, goodShare: null, index: null, change: null });
  });

  it('ranks sections and regions by state and by change, apart', async () => {
    const standing = 'index rank change changeRank leftOut';
    // Common items are CODMn and NH3N: T-1 0.5 + 1.5, T-2 0.5 + 0.5. Change of T-2 with TP, which it has in both: (0.5 + 0.5 + 1.5) / (1 + 2 + 0.5) − 1.
    expect(await ask(`waterRanking(period: "2022-06") { period base items sample sections { section { code } result { class count } baseClass ${standing} } regions { region { adcode } sections judged good met ${standing} } }`)).toEqual({
      period: '2022-06', base: '2021-06', items: ['CODMn', 'NH3N'], sample: false,
      sections: [
        { section: { code: 'T-2' }, result: { class: 'IV', count: 2 }, baseClass: 'V', index: 1, rank: 1, change: expect.closeTo(2.5 / 3.5 - 1, 12), changeRank: 1, leftOut: false },
        { section: { code: 'T-1' }, result: { class: 'IV', count: null }, baseClass: 'III', index: 2, rank: 2, change: 0, changeRank: 2, leftOut: false },
      ],
      regions: [
        { region: { adcode: '990002' }, sections: 1, judged: 1, good: 0, met: 0, index: 1, rank: 1, change: expect.closeTo(2.5 / 3.5 - 1, 12), changeRank: 1, leftOut: false },
        { region: { adcode: '990001' }, sections: 1, judged: 1, good: 0, met: 0, index: 2, rank: 2, change: 0, changeRank: 2, leftOut: false },
      ],
    });
  });

  it('names the sections over their target, by what and how often', async () => {
    expect(await ask('missedTargets(period: "2022-06") { result { section { code region { adcode } } class } over { indicator name value unit multiple } monthsJudged monthsOver since }')).toEqual([
      { result: { section: { code: 'T-1', region: { adcode: '990001' } }, class: 'IV' }, over: [{ indicator: 'NH3N', name: '氨氮', value: 1.5, unit: 'mg/L', multiple: 0.5 }], monthsJudged: 2, monthsOver: 2, since: '2022-05' },
      { result: { section: { code: 'T-2', region: { adcode: '990002' } }, class: 'IV' }, over: [{ indicator: 'TP', name: '总磷', value: 0.3, unit: 'mg/L', multiple: 2 }], monthsJudged: 1, monthsOver: 1, since: '2021-06' },
    ]);
    expect(await ask('missedTargets(period: "2022-06", level: NATIONAL) { monthsOver }')).toHaveLength(1);
    expect(await ask('missedTargets(period: "2010-01") { monthsOver }')).toEqual([]);
  });

  it('tells rivers as one: by means while there are fewer than five sections', async () => {
    // Of both together the means CODMn 3, NH3N 1, TP 0.3: TP is IV.
    expect(await ask('riverResults(period: "2022-06") { river judged good inferiorV condition class }')).toEqual([
      { river: null, judged: 2, good: 0, inferiorV: 0, condition: '轻度污染', class: 'IV' },
      { river: '砾溪', judged: 1, good: 0, inferiorV: 0, condition: '轻度污染', class: 'IV' },
      { river: '小砾溪', judged: 1, good: 0, inferiorV: 0, condition: '轻度污染', class: 'IV' },
    ]);
    expect(await ask('riverResults(period: "2010") { river condition class }')).toEqual([null, '砾溪', '小砾溪'].map((river) => ({ river, condition: null, class: null })));
  });

  it('names the main pollutants of five sections and more as a whole, by the share of sections over class III', async () => {
    await app.database.work({ name: 'pack', userId: null }, async (unit) => {
      const { id: _, ...like } = await unit.manager.findOneByOrFail(MonitoringSection, { code: 'T-1' });
      for (const code of ['T-3', 'T-4', 'T-5', 'T-6']) {
        const row = await unit.insert(MonitoringSection, { ...like, code, name: code, river: '柳河', sort: 9 });
        unit.record({ kind: 'SECTION_LOADED', subjectType: 'MonitoringSection', subjectId: row.id, summary: `载入断面 ${code}` });
      }
    });
    const values = { COD: 15, NH3N: 0.5 };
    await mutate(taskforce, 'recordSamples', { samples: [
      ...['T-1', 'T-2', 'T-3'].map((section) => ({ section, period: '2019-06', indicators: items(values) })),
      { section: 'T-4', period: '2019-06', indicators: items({ COD: 35, NH3N: 0.5 }) }, { section: 'T-5', period: '2019-06', indicators: items({ COD: 25, NH3N: 1.2 }) }, { section: 'T-6', period: '2019-06', indicators: items({ T: 12 }) },
    ] });
    // T-6 has no class: three of five are good, 60 %, none 劣Ⅴ. COD is over 20 at two of them, NH3N over 1 at one.
    const [all, ...rivers] = await ask('riverResults(period: "2019-06") { river judged condition class mainPollutants { indicator name nameEn sections rate } }') as unknown as Data[];
    expect(all).toEqual({
      river: null, judged: 5, condition: '轻度污染', class: null,
      mainPollutants: [{ indicator: 'COD', name: '化学需氧量', nameEn: expect.any(String), sections: 2, rate: 0.4 }, { indicator: 'NH3N', name: '氨氮', nameEn: expect.any(String), sections: 1, rate: 0.2 }],
    });
    // Of fewer sections each has its own.
    expect(rivers.map(({ river, mainPollutants }) => [river, mainPollutants])).toEqual([['砾溪', []], ['小砾溪', []], ['柳河', []]]);
  });

  it('shows the water before and after the works around a section, to whoever may open them', async () => {
    const { id } = await createWork(taskforce, { name: '断面旁的工程', lon: 100.46, lat: 30.25, registeredOn: '2021-01-01' });
    await mutate(taskforce, 'recordStage', { projectId: id, stage: 'CONSTRUCTION', effectiveDate: '2021-09-01', expectedVersion: 1 });
    await mutate(taskforce, 'recordStage', { projectId: id, stage: 'COMPLETED', effectiveDate: '2022-03-10', expectedVersion: 2, reason: '已验收' });
    const question = 'section(code: "T-1") { completions(withinKm: 5) { project { id } completedOn distanceKm upstream change sameMonths sameMonthsChange before { from to months samples class index } after { from to months samples class indicators { indicator value } } } }';
    const own = async (client: TestClient) => ((await ask(question, client)).completions as Data[]).find(({ project }) => (project as Data).id === id);
    // Before: June 2021, 6 / 6 + 1. After: May and June 2022, 3 / 6 + 1.35; June alone 3 / 6 + 1.5.
    expect(await own(taskforce)).toEqual({
      project: { id }, completedOn: '2022-03-10', distanceKm: expect.closeTo(1.17, 2), upstream: false, change: expect.closeTo(1.85 / 2 - 1, 12), sameMonths: 1, sameMonthsChange: 0,
      before: { from: '2021-06', to: '2021-06', months: 1, samples: 1, class: 'III', index: 2 },
      after: { from: '2022-05', to: '2022-06', months: 2, samples: 2, class: 'IV', indicators: [{ indicator: 'CODMn', value: 3 }, { indicator: 'NH3N', value: 1.35 }] },
    });
    expect(await own(await app.as('county-990001'))).toBeDefined();
    expect(await own(await app.as('county-990002'))).toBeUndefined();
    expect(await own(await app.as('kiosk'))).toBeUndefined();
  });

  it.each(['waterSummary(period: "2022-06", base: "2021")', 'waterRanking(period: "2022-06-10", base: "2021-06")'])('refuses %s, whose base is of another length', async (field) => {
    const { message, extensions } = await taskforce.refused(`{ ${field} { period } }`);
    expect([message, extensions]).toEqual([expect.stringMatching(/^两个时段要一样长/), expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'base' })]);
  });

  it.each([
    ['results(from: "2022", to: "2022-06")', 'to'], ['results(from: "2022-07", to: "2022-06")', 'from'], ['results(from: "2010-01-01", to: "2022-06-01")', 'from'], ['results(from: "2022-6", to: "2022-07")', 'from'],
  ])('refuses the range of %s', async (field, named) => {
    const { extensions } = await taskforce.refused(`{ section(code: "T-1") { ${field} { class } } }`);
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: named });
  });
});
