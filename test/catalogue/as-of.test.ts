import fc from 'fast-check';
import { onEachEngine, packOf, startTestApp, type Data, type PackName, type TestApp, type TestClient } from '../harness';
import { moneyOf, ordered, passes, readWorks, SOURCES, summary, summaryBy, toMillionth, worksOn, type Codes, type Plan, type Thresholds } from './naive';

const SUMMARY = 'total preparation construction completed unverified suspended lagging serious startedShare completedShare investment investmentDone fundsPlanned fundsArrived fundsPaid arrivalRate';
const GROUPS = ['REGION', 'SECTOR', 'STAGE', 'CATEGORY', 'LIST', 'FUNDING_SOURCE', 'START_YEAR', 'FINISH_YEAR'];
const ORDERS = ['NUMBER', 'NAME', 'REGION', 'SECTOR', 'PLANNED_START', 'PLANNED_FINISH', 'PROGRESS', 'INVESTMENT', 'FUNDS_ARRIVED'];
const MARK = 'projectId number name adcode sector stage stageSince progress health unverified suspended location { lon lat }';
const LIST = `query ($day: Date!, $filter: ProjectFilter, $orderBy: [ProjectOrder!]) {
  projects(asOf: $day, filter: $filter, orderBy: $orderBy, first: 500) { totalCount summary { ${SUMMARY} } nodes { number stage(asOf: $day) stageSince(asOf: $day) unverified(asOf: $day) suspended(asOf: $day) progress(asOf: $day) health(asOf: $day) investmentDone(asOf: $day)
    funding(asOf: $day) { planned allocated arrived paid lines { source planned allocated arrived paid } } } }
  ${GROUPS.map((name) => `${name}: summary(asOf: $day, filter: $filter, groupBy: ${name}) { key summary { ${SUMMARY} } }`).join('\n')}
}`;
const WHOLE = `query ($day: Date!) {
  progressMap(asOf: $day) { asOf summary { ${SUMMARY} } marks { ${MARK} } }
  regions { adcode summary(asOf: $day) { ${SUMMARY} } } sectors { code summary(asOf: $day) { ${SUMMARY} } }
  stageTimeline(from: $day, to: $day) { date preparation construction completed }
}`;

/** The days that a programme is asked about: from before its first to after its last. */
const dayBetween = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

/** The programme as this test sees it. */
class Ledger {
  works: Data[] = [];
  readonly plans = new Map<string, Plan[]>();
  readonly codes: Codes;
  readonly thresholds: Thresholds;
  readonly ids = new Set<string>();

  constructor(readonly pack: PackName) {
    const { regions, sectors, categories, lists, fundingPlans, info } = packOf(pack);
    const codesOf = (rows: readonly { code: string; sort: number }[]) => [...rows].sort((a, b) => a.sort - b.sort).map(({ code }) => code);
    this.codes = { regions: [...regions].sort((a, b) => a.sort - b.sort).map(({ adcode }) => adcode), sectors: codesOf(sectors), categories: codesOf(categories), lists: codesOf(lists) };
    this.thresholds = info.settings;
    for (const { project, source, planned, effectiveDate } of fundingPlans) this.plan(project, { source, planned: (planned / 100).toFixed(2), date: effectiveDate });
  }

  plan(code: string, plan: Plan): void {
    this.plans.set(code, [...(this.plans.get(code) ?? []), plan]);
  }

  async read(client: TestClient): Promise<void> {
    for (const { id } of (await client.must('{ projects(first: 500) { nodes { id } } }')).projects.nodes) this.ids.add(id as string);
    this.works = await readWorks(client, [...this.ids]);
  }

  on = (day: string) => worksOn(this.works, ({ code }) => this.plans.get(code as string) ?? [], day, this.thresholds);

  filters(): fc.Arbitrary<Data> {
    const { firstDay, lastDay } = packOf(this.pack).info;
    const some = (values: string[]) => fc.subarray(values, { maxLength: Math.min(3, values.length) });
    const range = (name: string) =>
      fc.option(fc.tuple(dayBetween(firstDay, lastDay), dayBetween(firstDay, lastDay), fc.nat(2)), { nil: undefined }).map((given): Data => {
        if (!given) return {};
        const [from, to] = [given[0], given[1]].sort();
        return { ...(given[2] !== 1 && { [`${name}From`]: from }), ...(given[2] !== 0 && { [`${name}To`]: to }) };
      });
    const search = fc.tuple(fc.constantFrom(...this.works), fc.nat(5), fc.integer({ min: 1, max: 3 })).map(([work, from, length]) => [...(work.name as string)].slice(from, from + length).join(''));
    const conditions = fc.record({
      search: fc.oneof(search, search.map((text) => ` ${text.toUpperCase()} `), fc.constantFrom('1', '22', 'Ｗ')),
      regions: some(this.codes.regions), sectors: some(this.codes.sectors), stages: some(['PREPARATION', 'CONSTRUCTION', 'COMPLETED']), lists: some(this.codes.lists), categories: some(this.codes.categories),
      health: some(['ON_TRACK', 'LAGGING', 'SERIOUS']), suspended: fc.boolean(), unverified: fc.boolean(), sample: fc.boolean(),
    }, { requiredKeys: [] });
    // Few conditions at a time, or nothing would ever be found.
    return fc.tuple(conditions, fc.subarray(['search', 'regions', 'sectors', 'stages', 'lists', 'categories', 'health', 'suspended', 'unverified', 'sample'], { maxLength: 2 }), range('plannedStart'), range('plannedFinish'), fc.nat(3)).map(
      ([all, kept, start, finish, ranges]) => ({ ...Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))), ...(ranges === 0 ? start : ranges === 1 ? finish : {}) }),
    );
  }

  orders = () => fc.array(fc.record({ field: fc.constantFrom(...ORDERS), direction: fc.constantFrom('ASC', 'DESC') }), { maxLength: 3 });

  /** Holds everything that the API says of a day against the fold. */
  async check(client: TestClient, day: string, filter: Data, orderBy: { field: string; direction: string }[]): Promise<void> {
    const all = this.on(day);
    const chosen = all.filter((one) => passes(one, filter));
    const list = await client.must(LIST, { day, filter, orderBy });
    const numbers = ordered(chosen, orderBy, this.codes);
    expect(list.projects.nodes.map(({ number }: Data) => number)).toEqual(numbers);
    expect(list.projects.totalCount).toBe(chosen.length);
    expect(toMillionth(list.projects.summary)).toEqual(summary(chosen));
    const byNumber = new Map(chosen.map((one) => [one.work.number as number, one]));
    for (const { number, funding, ...given } of list.projects.nodes as Data[]) {
      const one = byNumber.get(number as number)!;
      const { stage, stageSince, unverified, suspended, progress, health } = one;
      expect({ number, ...given, investmentDone: BigInt((given.investmentDone as string).replace('.', '')) }).toEqual({ number, stage, stageSince, unverified, suspended, progress, health, investmentDone: one.investmentDone });
      expect(funding).toEqual(moneyOf(one));
    }
    for (const name of GROUPS) {
      expect({ name, rows: list[name].map(({ key, summary: row }: Data) => ({ key, summary: toMillionth(row) })) }).toEqual({ name, rows: summaryBy(name, chosen, this.codes) });
    }
    const { progressMap, regions, sectors, stageTimeline } = await client.must(WHOLE, { day });
    expect(progressMap.asOf).toBe(day);
    expect(toMillionth(progressMap.summary)).toEqual(summary(all));
    expect(progressMap.marks).toEqual(all.map(({ work, stage, stageSince, progress, health, unverified, suspended }) => ({
      projectId: work.id, number: work.number, name: work.name, adcode: work.leadRegion.adcode, sector: work.sector.code, stage, stageSince, progress, health, unverified, suspended, location: work.location,
    })));
    expect(regions.map((row: Data) => ({ key: row.adcode, summary: toMillionth(row.summary) }))).toEqual(summaryBy('REGION', all, this.codes));
    expect(sectors.map((row: Data) => ({ key: row.code, summary: toMillionth(row.summary) }))).toEqual(summaryBy('SECTOR', all, this.codes));
    const { preparation, construction, completed } = summary(all);
    expect(stageTimeline).toEqual([{ date: day, preparation, construction, completed }]);
  }
}

onEachEngine('every list, order, total and mark as of any day', (engine) => {
  const apps: TestApp[] = [];
  afterAll(() => Promise.all(apps.map((app) => app.stop())));
  // The fold is the same on both engines; what differs is the reading, and that needs fewer days.
  const share = engine === 'sqlite' ? 1 : 0.5;
  const start = async (pack: PackName): Promise<TestClient> => {
    const app = await startTestApp({ engine, pack });
    apps.push(app);
    return app.as('taskforce');
  };

  it('is the fold of the dated facts, on random days of the Linfen programme', async () => {
    const taskforce = await start('linfen');
    const ledger = new Ledger('linfen');
    await ledger.read(taskforce);
    expect(ledger.works).toHaveLength(95);
    await fc.assert(fc.asyncProperty(dayBetween('2022-12-25', '2025-12-31'), ledger.filters(), ledger.orders(), (day, filter, orderBy) => ledger.check(taskforce, day, filter, orderBy)), { numRuns: 50 * share });
  });

  it('is the fold of the dated facts after any history of changes to the tiny city', async () => {
    const taskforce = await start('tiny');
    const ledger = new Ledger('tiny');
    await ledger.read(taskforce);
    await fc.assert(
      fc.asyncProperty(fc.array(change(), { minLength: 3, maxLength: 12 }), fc.array(fc.tuple(dayBetween('2022-12-25', '2024-09-30'), ledger.filters(), ledger.orders()), { minLength: 3, maxLength: 3 }), async (changes, questions) => {
        for (const one of changes) await apply(one, apps.at(-1)!, taskforce, ledger);
        await ledger.read(taskforce);
        for (const [day, filter, orderBy] of questions) await ledger.check(taskforce, day, filter, orderBy);
      }),
      // What one run did stays for the next, so there is nothing to shrink to.
      { numRuns: Math.ceil(17 * share), endOnFailure: true },
    );
    const { totalCount } = (await taskforce.must('{ projects { totalCount } }')).projects as { totalCount: number };
    expect(totalCount).toBeGreaterThan(4);
  });

  it('draws the timeline of the replay as the days one by one', async () => {
    const taskforce = await start('tiny');
    const ledger = new Ledger('tiny');
    await ledger.read(taskforce);
    const { stageTimeline } = await taskforce.must('{ stageTimeline(stepDays: 30) { date preparation construction completed } }');
    expect([stageTimeline[0].date, stageTimeline[1].date, stageTimeline.at(-1).date]).toEqual(['2023-01-01', '2023-01-31', '2024-06-30']);
    for (const { date, ...counts } of stageTimeline) {
      const { preparation, construction, completed } = summary(ledger.on(date as string));
      expect(counts).toEqual({ preparation, construction, completed });
    }
  });
});

interface Change {
  name: string;
  pick: number;
  day: string;
  amount: number;
  source: string;
  flag: boolean;
}

const change = (): fc.Arbitrary<Change> =>
  fc.record({
    name: fc.constantFrom('create', 'create', 'stage', 'stage', 'stage', 'correct', 'confirm', 'progress', 'progress', 'suspend', 'resume', 'plan', 'plan', 'fund', 'fund', 'reverse', 'update', 'withdraw'),
    pick: fc.nat(1000), day: dayBetween('2023-01-01', '2024-06-30'), amount: fc.nat(100_00), source: fc.constantFrom(...SOURCES), flag: fc.boolean(),
  });

let serial = 0;

/** Tries a change; one that a rule refuses changes nothing. */
async function apply({ name, pick, day, amount, source, flag }: Change, app: TestApp, client: TestClient, ledger: Ledger): Promise<void> {
  const ids = [...ledger.ids];
  const id = ids[pick % ids.length];
  const { project } = await client.must('query ($id: ID!) { project(id: $id) { code version stage leadRegion { adcode } stageHistory { id status } fundingEntries { nodes { id } } } }', { id });
  const money = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  const version = { expectedVersion: project.version };
  const stages = ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'];
  const [region, other] = [ledger.codes.regions[pick % 4], ledger.codes.regions[amount % 4]];
  const inputs: Record<string, [string, object]> = {
    create: ['createProject', { code: `H-${++serial}`, name: `${'清柳石汾'[pick % 4]}${serial}号`, leadRegion: region, regions: [other], sector: flag ? 'WATER' : 'URBAN', category: flag ? 'PIPES' : 'DREDGE', lists: pick % 3 ? ['first'] : [], registeredOn: day, plannedStart: flag ? '2023-06-15' : null, plannedFinish: pick % 3 ? '2024-03-31' : null, investment: amount ? money : null }],
    stage: ['recordStage', { projectId: id, stage: stages[Math.min(2, stages.indexOf(project.stage) + 1)], effectiveDate: day, reason: '历史', ...version }],
    correct: ['recordStage', { projectId: id, stage: stages[pick % 3], effectiveDate: day, correction: true, reason: '更正', ...version }],
    confirm: ['confirmStage', { eventId: project.stageHistory.find(({ status }: Data) => status === 'REPORTED')?.id ?? 'none', confirmed: flag, reason: '核' }],
    progress: ['recordProgress', { projectId: id, date: day, progress: amount / 100, investmentDone: money, reason: '历史' }],
    suspend: ['suspendProject', { projectId: id, from: day, cause: '雨', ...version }],
    resume: ['resumeProject', { projectId: id, on: day, ...version }],
    plan: ['setFundingPlan', { projectId: id, source, planned: money, effectiveDate: day }],
    fund: ['recordFunding', { projectId: id, source, kind: ['ALLOCATED', 'ARRIVED', 'PAID'][pick % 3], amount: money, date: day }],
    reverse: ['reverseFunding', { entryId: project.fundingEntries.nodes[0]?.id ?? 'none', reason: '错' }],
    update: ['updateProject', { id, plannedFinish: day, investment: amount ? money : null, lists: flag ? ['second'] : [], ...version }],
    withdraw: ['withdrawProject', { id, on: day, reason: '调出', ...version }],
  };
  const [mutation, input] = inputs[name];
  // A completion waits for confirmation only when the county reports it.
  const { adcode } = project.leadRegion as { adcode: string };
  const by = name === 'stage' && flag && adcode !== '990000' ? await app.as(`county-${adcode}`) : client;
  const { data, errors } = await by.query(`mutation ($input: ${mutation[0].toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { project { id } } }`, { input });
  for (const { extensions, message } of errors ?? []) if (!['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'].includes(extensions.code)) throw new Error(`${mutation}: ${message}`);
  if (!data?.[mutation]) return;
  ledger.ids.add(data[mutation].project.id as string);
  if (mutation === 'setFundingPlan') ledger.plan(project.code as string, { source, planned: money, date: day });
}
