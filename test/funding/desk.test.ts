import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, type Data, type TestApp, type TestClient } from '../harness';

const ROW = 'key label works planned allocated arrived paid arrivalRate paymentRate investment investmentDone annualPlanned annualDone annualRate paidAbove arrivedAbove sample';

onEachEngine('the funding desk', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const table = async (client: TestClient, args: string): Promise<Data> => (await client.must(`{ fundingTable(${args}) { asOf year rows { ${ROW} } total { ${ROW} } } }`)).fundingTable as Data;
  const months = async (args: string): Promise<Data[]> => (await taskforce.must(`{ fundingMonths${args} { month allocated arrived paid investmentDone allocatedTotal arrivedTotal paidTotal investmentDoneTotal } }`)).fundingMonths as Data[];

  // The tiny city's files, added up by hand.
  it('adds up money by source, with annual plan and investment beside it', async () => {
    const { asOf, year, rows, total } = await table(taskforce, 'groupBy: SOURCE');
    expect([asOf, year]).toEqual(['2024-06-30', 2024]);
    expect(rows.map((row: Data) => [row.key, row.works, row.planned, row.allocated, row.arrived, row.paid])).toEqual([
      ['CENTRAL_GRANT', 1, '7000000.00', '7000000.00', '6500000.00', '4000000.29'],
      ['SPECIAL_BOND', 1, '30000000.00', '20000000.00', '15000000.00', '9000000.00'],
      ['COUNTY_BUDGET', 1, '4500000.00', '0.00', '4000000.00', '0.00'],
      ['OTHER', 1, '8000000.00', '0.00', '8000000.00', '0.00'],
    ]);
    expect(total).toMatchObject({
      key: '', works: 4, planned: '49500000.00', allocated: '27000000.00', arrived: '33500000.00', paid: '13000000.29',
      // 12,000,000.00 + 30,500,000.50 + 8,000,000.00; done 11,900,000.29 + 18,250,000.00 + 7,900,000.00
      investment: '50500000.50', investmentDone: '38050000.29',
      // W-2 as planned anew in May, W-3; done in 2024: W-1 nothing, W-2 all of 18,250,000.00, W-3 all of 7,900,000.00
      annualPlanned: '25000000.00', annualDone: '26150000.00', annualRate: expect.closeTo(1.046, 6),
    });
    expect(total.arrivalRate).toBeCloseTo(33.5 / 49.5, 5);
    expect(total.paymentRate).toBeCloseTo(13.00000029 / 33.5, 5);
  });

  it('stands by region and sector in their order, as of any day', async () => {
    const by = async (args: string) => (await table(taskforce, args)).rows.map((row: Data) => [row.key, row.works, row.planned, row.arrived, row.annualPlanned, row.annualDone]);
    expect(await by('groupBy: REGION, asOf: "2023-12-31"')).toEqual([
      // The tiny city's official order begins with the second county.
      ['990002', 1, '30000000.00', '15000000.00', '6000000.00', '0.00'],
      ['990001', 1, '11500000.00', '10500000.00', '12000000.00', '11900000.29'],
      ['9900A1', 1, '8000000.00', '8000000.00', '5000000.00', '0.00'],
    ]);
    // The year before the pack's last change: W-1's county plan was 4,000,000.00 until September.
    expect(await by('groupBy: SECTOR, asOf: "2023-08-31"')).toEqual([
      ['WATER', 1, '11000000.00', '6500000.00', '12000000.00', '4800000.00'],
      ['URBAN', 2, '38000000.00', '8000000.00', '11000000.00', '0.00'],
    ]);
    expect((await table(taskforce, 'groupBy: SECTOR, year: 2023')).total).toMatchObject({ annualPlanned: '23000000.00', annualDone: '11900000.29' });
    // On the plan of January W-2 was to do 24,500,000.50 in 2024.
    expect((await table(taskforce, 'groupBy: SECTOR, asOf: "2024-05-19"')).total).toMatchObject({ annualPlanned: '27500000.50' });
  });

  it('covers what the viewer may open, and what the filter leaves', async () => {
    // W-1 lies in both counties.
    expect((await table(county, 'groupBy: REGION')).total).toMatchObject({ works: 1, planned: '11500000.00' });
    expect((await table(await app.as('county-990002'), 'groupBy: REGION')).total).toMatchObject({ works: 2, planned: '41500000.00' });
    expect((await table(taskforce, 'groupBy: REGION, filter: { sectors: [URBAN] }')).total).toMatchObject({ works: 2, planned: '38000000.00' });
  });

  it('tells where more was paid than is in place, and where more is in place than was planned', async () => {
    const { id } = await createWork(taskforce, { name: '漫滩整治' });
    const book = (kind: string, amount: string, date: string, source = 'OTHER') => mutate(county, 'recordFunding', { projectId: id, source, kind, amount, date });
    await mutate(county, 'setFundingPlan', { projectId: id, source: 'OTHER', planned: '100.00', effectiveDate: '2024-01-01' });
    await book('ARRIVED', '100.00', '2024-02-01');
    await book('PAID', '100.01', '2024-03-01');
    // More than enough of another source does not make up for it.
    await mutate(county, 'setFundingPlan', { projectId: id, source: 'BANK_LOAN', planned: '900.00', effectiveDate: '2024-01-01' });
    await book('ARRIVED', '900.00', '2024-02-01', 'BANK_LOAN');
    await book('ARRIVED', '0.01', '2024-05-01', 'BANK_LOAN');
    const marks = async (groupBy: string, asOf: string) =>
      (await table(taskforce, `groupBy: ${groupBy}, asOf: "${asOf}", filter: { search: "漫滩" }`)).rows.map(({ key, paidAbove, arrivedAbove }: Data) => [key, paidAbove, arrivedAbove]);
    expect(await marks('SECTOR', '2024-02-29')).toEqual([['WATER', 0, 0]]);
    expect(await marks('SECTOR', '2024-03-01')).toEqual([['WATER', 1, 0]]);
    expect(await marks('SECTOR', '2024-05-01')).toEqual([['WATER', 1, 1]]);
    expect(await marks('SOURCE', '2024-05-01')).toEqual([['BANK_LOAN', 0, 1], ['OTHER', 1, 0]]);
    const found = async (filter: string) => (await taskforce.must(`{ projects(asOf: "2024-05-01", filter: { search: "漫滩", ${filter} }) { totalCount } }`)).projects.totalCount;
    expect(await Promise.all(['fundsExceeded: true', 'fundsExceeded: false', 'sources: [BANK_LOAN, COUNTY_BUDGET]', 'sources: [COUNTY_BUDGET]', 'leadRegions: ["990001"]', 'leadRegions: ["990002"]'].map(found))).toEqual([1, 0, 1, 0, 1, 0]);
    expect((await taskforce.query('{ projects(filter: { leadRegions: ["999999"] }) { totalCount } }')).errors![0].extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'filter.leadRegions.0' });
  });

  it('draws money month by month, with running totals', async () => {
    const list = await months('(from: "2023-07-15", to: "2023-11-01")');
    expect(list).toEqual([
      // The whole of July: the months begin on their first day.
      { month: '2023-07', allocated: '0.00', arrived: '8000000.00', paid: '4000000.29', investmentDone: '0.00', allocatedTotal: '7000000.00', arrivedTotal: '14500000.00', paidTotal: '4000000.29', investmentDoneTotal: '4800000.00' },
      ...['2023-08', '2023-09'].map((month) => ({ month, allocated: '0.00', arrived: '0.00', paid: '0.00', investmentDone: '0.00', allocatedTotal: '7000000.00', arrivedTotal: '14500000.00', paidTotal: '4000000.29', investmentDoneTotal: '4800000.00' })),
      { month: '2023-10', allocated: '20000000.00', arrived: '4000000.00', paid: '0.00', investmentDone: '0.00', allocatedTotal: '27000000.00', arrivedTotal: '18500000.00', paidTotal: '4000000.29', investmentDoneTotal: '4800000.00' },
      { month: '2023-11', allocated: '0.00', arrived: '15000000.00', paid: '0.00', investmentDone: '0.00', allocatedTotal: '27000000.00', arrivedTotal: '33500000.00', paidTotal: '4000000.29', investmentDoneTotal: '4800000.00' },
    ]);
    expect((await months('(from: "2023-10-01", to: "2023-10-31", source: COUNTY_BUDGET)'))[0]).toMatchObject({ allocated: '0.00', arrived: '4000000.00', arrivedTotal: '4000000.00' });
    expect((await months('')).map(({ month }) => month)).toEqual(expect.arrayContaining(['2023-01', '2024-06']));
  });

  it('books what a running total adds to what is booked by its day', async () => {
    const { id } = await createWork(taskforce);
    const total = (cumulative: string, date: string) => ({ projectId: id, source: 'OTHER', kind: 'ARRIVED', cumulative, date, note: '累计数' });
    expect((await mutate(county, 'bookFunding', total('100.30', '2024-03-31'))).entry).toMatchObject({ amount: '100.30', date: '2024-03-31', note: '累计数' });
    expect((await mutate(county, 'bookFunding', total('250.00', '2024-05-31'))).entry).toMatchObject({ amount: '149.70' });
    // A total of a day between: later bookings stand.
    expect(await mutate(county, 'bookFunding', total('120.00', '2024-04-30'))).toMatchObject({ entry: { amount: '19.70' }, warnings: expect.arrayContaining([expect.objectContaining({ code: 'LATER_BOOKED', message: expect.stringContaining('269.70') as string })]) as object[] });
    expect(await refusedWhole(app, county, 'bookFunding', total('120.00', '2024-04-30'))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.cumulative' });
    expect(await refusedWhole(app, county, 'bookFunding', total('119.99', '2024-04-30'))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.cumulative', message: expect.stringContaining('120.00') as string });
    expect(await refusedWhole(app, county, 'bookFunding', total('900.00', '2024-07-01'))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.date' });
    const sums = (await taskforce.must('query ($id: ID!) { project(id: $id) { funding { arrived } fundingEntries { totalCount } } }', { id })).project;
    expect(sums).toEqual({ funding: { arrived: '269.70' }, fundingEntries: { totalCount: 3 } });
  });

  it('books the difference once when two send the same total together', async () => {
    const { id } = await createWork(taskforce);
    const input = { projectId: id, source: 'OTHER', kind: 'PAID', cumulative: '70.00', date: '2024-05-31' };
    const both = await Promise.allSettled([mutate(county, 'bookFunding', input), mutate(taskforce, 'bookFunding', input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await taskforce.must('query ($id: ID!) { project(id: $id) { funding { paid } } }', { id })).project.funding.paid).toBe('70.00');
  });

  it('plans a year anew from a day on', async () => {
    const { id } = await createWork(taskforce, { investment: '500.00' });
    await mutate(county, 'setAnnualPlan', { projectId: id, year: 2024, planned: '300.00', effectiveDate: '2024-01-20' });
    await mutate(county, 'setAnnualPlan', { projectId: id, year: 2024, planned: '260.00', effectiveDate: '2024-06-01' });
    expect((await mutate(county, 'setAnnualPlan', { projectId: id, year: 2025, planned: '500.01' })).warnings).toMatchObject([{ code: 'ANNUAL_ABOVE_INVESTMENT', field: 'input.planned', message: expect.stringContaining('760.01') as string }]);
    const planned = async (year: number, asOf: string) => (await taskforce.must('query ($id: ID!, $year: Int!, $asOf: Date) { project(id: $id) { annualPlanned(year: $year, asOf: $asOf) annualDone(year: $year, asOf: $asOf) } }', { id, year, asOf })).project;
    expect(await planned(2024, '2024-01-19')).toEqual({ annualPlanned: null, annualDone: '0.00' });
    expect(await planned(2024, '2024-05-31')).toMatchObject({ annualPlanned: '300.00' });
    expect(await planned(2024, '2024-06-30')).toMatchObject({ annualPlanned: '260.00' });
    expect(await refusedWhole(app, county, 'setAnnualPlan', { projectId: id, year: 1999, planned: '1.00' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.year' });
    expect(await refusedWhole(app, county, 'setAnnualPlan', { projectId: id, year: 2024, planned: '-1.00' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.planned' });
  });
});
