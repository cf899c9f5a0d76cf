import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, workOf, type Data, type TestApp, type TestClient } from '../harness';

onEachEngine('the money of a work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const entry = (projectId: string, kind: string, amount: string, more: object = {}) => ({ projectId, source: 'SPECIAL_BOND', kind, amount, date: '2024-05-01', documentNumber: '财〔2024〕1号', ...more });
  const plan = (projectId: string, planned: string, more: object = {}) => ({ projectId, source: 'SPECIAL_BOND', planned, ...more });
  const funds = async (id: string, asOf?: string) =>
    (await taskforce.must('query ($id: ID!, $asOf: Date) { project(id: $id) { funding(asOf: $asOf) { planned allocated arrived paid arrivalRate lines { source planned allocated arrived paid sample } } } }', { id, asOf })).project.funding;
  const entries = async (id: string) => (await taskforce.must('query ($id: ID!) { project(id: $id) { fundingEntries { totalCount nodes { id kind amount date note documentNumber reverses { id } reversedBy { id } project { id } sample } } } }', { id })).project.fundingEntries;

  it('adds up by source and kind, exactly, as of any day', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'setFundingPlan', plan(id, '1000.30', { effectiveDate: '2024-04-01' }));
    await mutate(county, 'recordFunding', entry(id, 'ALLOCATED', '900.10'));
    await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '0.10', { date: '2024-05-02' }));
    await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '0.20', { date: '2024-05-03' }));
    await mutate(county, 'recordFunding', entry(id, 'PAID', '0.29', { date: '2024-05-04', source: 'OTHER' }));
    expect(await funds(id)).toEqual({
      // 0.30 of 1000.30
      planned: '1000.30', allocated: '900.10', arrived: '0.30', paid: '0.29', arrivalRate: expect.closeTo(0.000299, 6),
      lines: [{ source: 'SPECIAL_BOND', planned: '1000.30', allocated: '900.10', arrived: '0.30', paid: '0.00', sample: false }, { source: 'OTHER', planned: '0.00', allocated: '0.00', arrived: '0.00', paid: '0.29', sample: false }],
    });
    expect(await funds(id, '2024-05-02')).toMatchObject({ arrived: '0.10', paid: '0.00', lines: [{ source: 'SPECIAL_BOND' }] });
    expect(await funds(id, '2024-03-31')).toEqual({ planned: '0.00', allocated: '0.00', arrived: '0.00', paid: '0.00', arrivalRate: null, lines: [] });
  });

  it('is planned anew from a day on; zero takes the plan away, and of one day the last recorded holds', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'setFundingPlan', plan(id, '100.00', { effectiveDate: '2024-04-01' }));
    await mutate(county, 'setFundingPlan', plan(id, '200.00', { effectiveDate: '2024-06-01' }));
    await mutate(county, 'setFundingPlan', plan(id, '150.00', { effectiveDate: '2024-05-01' }));
    await mutate(county, 'setFundingPlan', plan(id, '160.00', { effectiveDate: '2024-05-01' }));
    expect(await Promise.all(['2024-03-31', '2024-04-30', '2024-05-31', '2024-06-30'].map(async (day) => (await funds(id, day)).planned))).toEqual(['0.00', '100.00', '160.00', '200.00']);
    await mutate(county, 'setFundingPlan', plan(id, '0.00'));
    expect((await funds(id)).planned).toBe('0.00');
    expect((await funds(id, '2024-06-29')).planned).toBe('200.00');
  });

  it('is taken back whole by an entry of the opposite amount on the same day', async () => {
    const { id } = await createWork(taskforce);
    const wrong = (await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '123.45', { note: '错' }))).entry;
    const { entry: reversal, project } = await mutate(county, 'reverseFunding', { entryId: wrong.id, reason: '金额错误' });
    expect(project.id).toBe(id);
    expect(reversal).toEqual({ id: expect.any(String), source: 'SPECIAL_BOND', kind: 'ARRIVED', amount: '-123.45', date: '2024-05-01', documentNumber: '财〔2024〕1号', note: '金额错误', recordedBy: 'county-990001', reverses: { id: wrong.id } });
    expect(await funds(id)).toMatchObject({ arrived: '0.00' });
    expect(await funds(id, '2024-05-01')).toMatchObject({ arrived: '0.00' });
    expect((await entries(id)).nodes).toMatchObject([{ id: wrong.id, amount: '123.45', note: '错', reverses: null, reversedBy: { id: reversal.id } }, { id: reversal.id, reverses: { id: wrong.id }, reversedBy: null, project: { id } }]);
    expect(await refusedWhole(app, county, 'reverseFunding', { entryId: wrong.id, reason: '再来' })).toMatchObject({ code: 'CONFLICT', field: 'input.entryId' });
    expect(await refusedWhole(app, county, 'reverseFunding', { entryId: reversal.id, reason: '再来' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.entryId' });
  });

  it('is taken back once by ten who try together', async () => {
    const { id } = await createWork(taskforce);
    const wrong = (await mutate(county, 'recordFunding', entry(id, 'PAID', '10.00'))).entry;
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => county.query('mutation ($input: ReverseFundingInput!) { reverseFunding(input: $input) { entry { id } } }', { input: { entryId: wrong.id, reason: '错' } })));
    expect(outcomes.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of outcomes) if (errors) expect(errors[0].extensions.code).toBe('CONFLICT');
    expect(await funds(id)).toMatchObject({ paid: '0.00' });
    expect((await entries(id)).totalCount).toBe(2);
  });

  it.each([
    ['recordFunding', 'no amount', { amount: '0.00' }, 'input.amount'],
    ['recordFunding', 'a negative amount', { amount: '-5.00' }, 'input.amount'],
    ['recordFunding', 'a day in the future', { date: '2024-07-01' }, 'input.date'],
    ['recordFunding', 'a document number of more than 100 characters', { documentNumber: '号'.repeat(101) }, 'input.documentNumber'],
    ['recordFunding', 'a note of more than 500 characters', { note: '注'.repeat(501) }, 'input.note'],
    ['setFundingPlan', 'a negative plan', { planned: '-0.01' }, 'input.planned'],
    ['setFundingPlan', 'a plan from a day in the future', { effectiveDate: '2024-07-01' }, 'input.effectiveDate'],
  ])('refuses (%s) %s, and writes nothing', async (name, _, more, field) => {
    const { id } = await createWork(taskforce);
    const input = name === 'recordFunding' ? entry(id, 'PAID', '5.00', more) : plan(id, '5.00', more);
    expect(await refusedWhole(app, county, name, input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('refuses a reversal without a reason, or of what is no entry', async () => {
    const { id } = await createWork(taskforce);
    const { entry: right } = await mutate(county, 'recordFunding', entry(id, 'PAID', '10.00'));
    expect(await refusedWhole(app, county, 'reverseFunding', { entryId: right.id, reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    for (const entryId of [id, '', 'x', 'RnVuZGluZ0VudHJ5Ojk5OTk5']) expect(await refusedWhole(app, county, 'reverseFunding', { entryId, reason: '错' })).toMatchObject({ code: 'NOT_FOUND', field: 'input.entryId' });
  });

  it('is told to people with separators: in warnings, refusals and the change record', async () => {
    const { id } = await createWork(taskforce);
    const { warnings } = await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '1234567.89'));
    expect(warnings).toMatchObject([{ code: 'FUNDS_ABOVE_PLAN', message: '到位合计 1,234,567.89 元，超过计划 0.00 元。' }]);
    const lower = await refusedWhole(app, county, 'bookFunding', { ...entry(id, 'ARRIVED', ''), amount: undefined, cumulative: '1000000.00' });
    expect(lower.message).toBe('累计数低于截至 2024-05-01 已登记的 1,234,567.89 元；请先更正有误的那一笔，再重新登记。');
    const { nodes } = (await taskforce.must('{ changes(first: 500) { nodes { subjectId summary } } }')).changes;
    expect(nodes).toContainEqual({ subjectId: id, summary: expect.stringContaining('到位 1,234,567.89 元（2024-05-01）') as string });
  });

  it('warns, and writes all the same, when the sums are odd', async () => {
    const { id } = await createWork(taskforce, { investment: '100.00', registeredOn: '2024-01-01' });
    const codes = ({ warnings }: { warnings?: { code: string }[] }) => warnings!.map(({ code }) => code);
    expect(codes(await mutate(county, 'setFundingPlan', plan(id, '100.00')))).toEqual([]);
    expect(codes(await mutate(county, 'setFundingPlan', plan(id, '0.01', { source: 'OTHER' })))).toEqual(['PLAN_ABOVE_INVESTMENT']);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '60.00')))).toEqual([]);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'ARRIVED', '40.01')))).toEqual(['FUNDS_ABOVE_PLAN']);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'PAID', '100.02')))).toEqual(['FUNDS_ABOVE_PLAN', 'PAID_ABOVE_ARRIVED']);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'ALLOCATED', '1.00', { documentNumber: null })))).toEqual(['DOCUMENT_NUMBER_MISSING']);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'ALLOCATED', '1.00', { date: '2023-12-31' })))).toEqual(['DATE_BEFORE_REGISTRATION']);
    expect(codes(await mutate(county, 'recordFunding', entry(id, 'ALLOCATED', '1.00', { date: '2022-01-01' })))).toEqual(['DATE_FAR_OFF', 'DATE_BEFORE_REGISTRATION']);
  });

  it('is listed by day, then by recording, page by page', async () => {
    const { id } = await createWork(taskforce);
    for (const [amount, date] of [['3.00', '2024-05-02'], ['1.00', '2024-05-01'], ['4.00', '2024-05-02'], ['5.00', '2024-06-01'], ['2.00', '2024-05-01']]) await mutate(county, 'recordFunding', entry(id, 'PAID', amount, { date }));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Data = (await taskforce.must('query ($id: ID!, $after: Cursor) { project(id: $id) { fundingEntries(first: 2, after: $after) { totalCount nodes { amount } pageInfo { endCursor hasNextPage hasPreviousPage } } } }', { id, after })).project.fundingEntries;
      expect(page).toMatchObject({ totalCount: 5, pageInfo: { hasPreviousPage: after !== null } });
      seen.push(...page.nodes.map(({ amount }: { amount: string }) => amount));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(['1.00', '2.00', '3.00', '4.00', '5.00']);
    for (const first of [0, 501]) expect((await taskforce.query('query ($id: ID!, $first: Int) { project(id: $id) { fundingEntries(first: $first) { totalCount } } }', { id, first })).errors![0].extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
  });

  it('of the city\'s own work is booked by the department of its sector', async () => {
    const water = await app.as('department-water');
    const { id } = await workOf(taskforce, 4);
    expect((await mutate(water, 'recordFunding', entry(id, 'ARRIVED', '9.00'))).entry.amount).toBe('9.00');
    expect(await refusedWhole(app, water, 'recordFunding', entry((await workOf(taskforce, 1)).id, 'ARRIVED', '9.00'))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
