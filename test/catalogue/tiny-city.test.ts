import { onEachEngine, startTestApp, type TestApp, type TestClient } from '../harness';

onEachEngine('another city\'s pack', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it('is served under its own names and codes, in its own order', async () => {
    expect(await taskforce.must('{ today programme { city name nameEn firstDay targetDate sampleNote } regions { adcode name kind ranked } sectors { code name leadDepartment { code } } departments { code } categories { code name } lists { code } sections { code name } }')).toEqual({
      today: '2024-06-30',
      programme: { city: '砾溪市', name: '砾溪清流', nameEn: 'Clear Pebble Brook', firstDay: '2023-01-01', targetDate: '2024-12-31', sampleNote: '这座城市和它的全部数据都是虚构的。' },
      regions: [
        { adcode: '990002', name: '柳湾区', kind: 'DISTRICT', ranked: true }, { adcode: '990001', name: '石桥县', kind: 'COUNTY', ranked: true },
        { adcode: '9900A1', name: '砾溪高新区', kind: 'DEVELOPMENT_ZONE', ranked: true }, { adcode: '990000', name: '砾溪市本级', kind: 'MUNICIPALITY', ranked: false },
      ],
      sectors: [{ code: 'WATER', name: '水务', leadDepartment: { code: 'WAT' } }, { code: 'URBAN', name: '城建', leadDepartment: { code: 'URB' } }],
      departments: [{ code: 'WAT' }, { code: 'URB' }, { code: 'FIN' }],
      categories: [{ code: 'DREDGE', name: '清淤' }, { code: 'PIPES', name: '管网' }],
      lists: [{ code: 'first' }, { code: 'second' }],
      sections: expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]),
    });
  });

  it('gives every fact of a work as its files have it', async () => {
    expect((await taskforce.must(`{ project(code: "W-1") { number name nationalCode location { lon lat } registeredOn plannedStart plannedFinish originalFinish actualStart actualFinish investment sample sampleFields sources waterBody
      leadRegion { adcode } regions { adcode } sector { name } category { code } lists { code } stage stageSince unverified progress investmentDone
      stageHistory { stage effectiveDate status evidence recordedBy correction } suspensions { from to expectedResumption cause } progressHistory { date progress investmentDone note }
      procedures { kind status heldBy { code } appliedOn promisedDays due doneOn documentNumber } funding { planned arrived paid lines { source planned } } fundingEntries { totalCount } } }`)).project).toEqual({
      number: 1, name: '砾溪石桥段清淤', nationalCode: '2301-990001-76-01-000001', location: { lon: 100.3, lat: 30.22 }, registeredOn: '2023-01-01', plannedStart: '2023-03-01', plannedFinish: '2023-11-30', originalFinish: '2023-09-30',
      actualStart: '2023-03-06', actualFinish: '2023-12-08', investment: '12000000.00', sample: false, sampleFields: ['investment', 'funding'], sources: ['砾溪市水务计划2023'], waterBody: '小砾溪',
      leadRegion: { adcode: '990001' }, regions: [{ adcode: '990002' }, { adcode: '990001' }], sector: { name: '水务' }, category: { code: 'DREDGE' }, lists: [{ code: 'first' }, { code: 'second' }],
      stage: 'COMPLETED', stageSince: '2023-12-08', unverified: false, progress: 100, investmentDone: '11900000.29',
      stageHistory: [{ stage: 'CONSTRUCTION', effectiveDate: '2023-03-06', status: 'CONFIRMED', evidence: '开工报告', recordedBy: 'pack:tiny-city', correction: false }, { stage: 'COMPLETED', effectiveDate: '2023-12-08', status: 'CONFIRMED', evidence: '验收单, 第1号', recordedBy: 'pack:tiny-city', correction: false }],
      suspensions: [{ from: '2023-07-01', to: '2023-08-01', expectedResumption: '2023-07-25', cause: '汛期停工' }],
      progressHistory: [{ date: '2023-06-30', progress: 40.5, investmentDone: '4800000.00', note: null }, { date: '2023-12-08', progress: 100, investmentDone: '11900000.29', note: '全部完成' }],
      procedures: [
        { kind: 'PROPOSAL', status: 'DONE', heldBy: { code: 'WAT' }, appliedOn: '2022-11-01', promisedDays: 5, due: '2022-11-06', doneOn: '2022-11-04', documentNumber: '砾批〔2022〕9号' },
        { kind: 'FINAL_ACCEPTANCE', status: 'DONE', heldBy: { code: 'WAT' }, appliedOn: '2023-12-15', promisedDays: 30, due: '2024-01-14', doneOn: '2024-01-10', documentNumber: null },
      ],
      // 7,000,000 of the centre, and 4,500,000 of the county, planned anew on 2023-09-01.
      funding: { planned: '11500000.00', arrived: '10500000.00', paid: '4000000.29', lines: [{ source: 'CENTRAL_GRANT', planned: '7000000.00' }, { source: 'COUNTY_BUDGET', planned: '4500000.00' }] },
      fundingEntries: { totalCount: 4 },
    });
  });

  it('is judged by its own thresholds', async () => {
    const { marks } = (await taskforce.must('{ progressMap { marks { number stage health unverified suspended } } }')).progressMap;
    expect(marks).toEqual([
      { number: 1, stage: 'COMPLETED', health: 'ON_TRACK', unverified: false, suspended: false },
      { number: 2, stage: 'CONSTRUCTION', health: 'ON_TRACK', unverified: false, suspended: true },
      { number: 3, stage: 'COMPLETED', health: 'ON_TRACK', unverified: true, suspended: false },
      // Planned for May: overdue since 1 June, serious here only after two months.
      { number: 4, stage: 'PREPARATION', health: 'LAGGING', unverified: false, suspended: false },
    ]);
  });
});
