import fc from 'fast-check';
import { packOf, type Data, type PackName, type TestApp, type TestClient } from '../harness';
import { readWorks, SOURCES, worksOn, type Codes, type Plan, type Standing, type Thresholds } from './naive';

const ORDERS = ['NUMBER', 'NAME', 'REGION', 'SECTOR', 'PLANNED_START', 'PLANNED_FINISH', 'PROGRESS', 'INVESTMENT', 'FUNDS_ARRIVED'];

/** The days that a programme is asked about: from before its first to after its last. */
export const dayBetween = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

/** The programme as the tests of days and histories see it: its dated facts, read through the API. */
export class Programme {
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

  /** How its works stand on a day, folded. */
  on = (day: string): Standing[] => worksOn(this.works, ({ code }) => this.plans.get(code as string) ?? [], day, this.thresholds);

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
      leadRegions: some(this.codes.regions), sources: some(SOURCES), fundsExceeded: fc.boolean(),
    }, { requiredKeys: [] });
    // Few conditions at a time, or nothing would ever be found.
    return fc.tuple(conditions, fc.subarray(['search', 'regions', 'sectors', 'stages', 'lists', 'categories', 'health', 'suspended', 'unverified', 'sample', 'leadRegions', 'sources', 'fundsExceeded'], { maxLength: 2 }), range('plannedStart'), range('plannedFinish'), fc.nat(3)).map(
      ([all, kept, start, finish, ranges]) => ({ ...Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))), ...(ranges === 0 ? start : ranges === 1 ? finish : {}) }),
    );
  }

  orders = () => fc.array(fc.record({ field: fc.constantFrom(...ORDERS), direction: fc.constantFrom('ASC', 'DESC') }), { maxLength: 3 });
}

/** One thing that somebody does to the programme. */
export interface Change {
  name: string;
  pick: number;
  day: string;
  amount: number;
  source: string;
  flag: boolean;
}

export const change = (): fc.Arbitrary<Change> =>
  fc.record({
    name: fc.constantFrom('create', 'create', 'stage', 'stage', 'stage', 'correct', 'confirm', 'progress', 'progress', 'suspend', 'resume', 'plan', 'plan', 'fund', 'fund', 'reverse', 'update', 'withdraw'),
    pick: fc.nat(1000), day: dayBetween('2023-01-01', '2024-06-30'), amount: fc.nat(100_00), source: fc.constantFrom(...SOURCES), flag: fc.boolean(),
  });

let serial = 0;

/** Tries a change; one that a rule refuses changes nothing. */
export async function apply({ name, pick, day, amount, source, flag }: Change, app: TestApp, client: TestClient, programme: Programme): Promise<void> {
  const ids = [...programme.ids];
  const id = ids[pick % ids.length];
  const { project } = await client.must('query ($id: ID!) { project(id: $id) { code version stage leadRegion { adcode } stageHistory { id status } fundingEntries { nodes { id } } } }', { id });
  const money = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
  const version = { expectedVersion: project.version };
  const stages = ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'];
  const [region, other] = [programme.codes.regions[pick % 4], programme.codes.regions[amount % 4]];
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
  programme.ids.add(data[mutation].project.id as string);
  if (mutation === 'setFundingPlan') programme.plan(project.code as string, { source, planned: money, date: day });
}
