import { globalId } from '../../server/api/ids';
import { onEachEngine, startTestApp, type Answer, type Data, type TestApp, type TestClient, type Variables } from '../harness';
import { clientsOf, kinds, makeWork, outcome, people, reportCompletion, type Kind, type Person } from './world';

const [OK, NULL, NOT, WHO] = ['OK', 'NULL', 'FORBIDDEN', 'UNAUTHENTICATED'];

type Answers = Record<Person, string>;
const signedIn: Answers = { admin: OK, taskForce: OK, department: OK, finance: OK, county: OK, leader: OK, kiosk: OK, nobody: WHO };
const worksOf: Answers = { admin: NOT, taskForce: OK, department: OK, finance: OK, county: OK, leader: OK, kiosk: NOT, nobody: WHO };
const everyone: Answers = { ...signedIn, nobody: OK };

/** Fields of Query that are about no single work: who gets an answer. */
const questions: [field: string, query: string, answers: Answers][] = [
  ['viewer', '{ viewer { username } }', { ...signedIn, nobody: NULL }],
  ['demonstration', '{ demonstration { lastDay } }', everyone],
  ['today', '{ today }', everyone],
  ['users', '{ users { username } }', { admin: OK, taskForce: NOT, department: NOT, finance: NOT, county: NOT, leader: NOT, kiosk: NOT, nobody: WHO }],
  // Regions, sectors, sections and what they are named by.
  ['programme', '{ programme { city } }', signedIn],
  ['regions', '{ regions { adcode summary { total } } }', signedIn],
  ['sectors', '{ sectors { code summary { total } } }', signedIn],
  ['departments', '{ departments { code } }', signedIn],
  ['categories', '{ categories { code } }', signedIn],
  ['lists', '{ lists { code } }', signedIn],
  ['section', '{ section(code: "T-1") { code nearbyProjects { distanceKm } } }', signedIn],
  ['sections', '{ sections { code classHistory { period } } }', signedIn],
  // Maps and their summaries.
  ['progressMap', '{ progressMap { summary { total } marks { number } } }', signedIn],
  ['distributionMap', '{ distributionMap { summary { total } marks { number } } }', signedIn],
  ['waterMap', '{ waterMap { summary { sections } marks { code } } }', signedIn],
  ['flowTable', '{ flowTable { rows { river month { flow } } } }', signedIn],
  ['flows', '{ flows(from: "2024-01", to: "2024-02") { river } }', signedIn],
  ['replenishment', '{ replenishment { total } }', signedIn],
  ['waterSummary', '{ waterSummary(period: "2024-05") { judged } }', signedIn],
  ['waterRanking', '{ waterRanking(period: "2024-05") { regions { rank } } }', signedIn],
  ['missedTargets', '{ missedTargets(period: "2024-05") { monthsOver } }', signedIn],
  ['riverResults', '{ riverResults(period: "2024-05") { judged } }', signedIn],
  ['waterReport', '{ waterReport(kind: MONTHLY, period: "2024-05") { title } }', signedIn],
  ['waterIndicators', '{ waterIndicators { key limits } }', signedIn],
  ['waterTimeline', '{ waterTimeline { period good } }', signedIn],
  ['section', '{ section(code: "T-1") { measured { grain from } } }', signedIn],
  ['section', '{ section(code: "T-1") { upstreamProjects { distanceKm } completions { change } } }', signedIn],
  ['section', '{ section(code: "T-1") { latest { class } results(from: "2024-05", to: "2024-05") { class } } }', signedIn],
  ['stageTimeline', '{ stageTimeline { date } }', signedIn],
  // Unfiltered totals by region, sector, stage.
  ['summary', '{ summary(groupBy: REGION) { key } }', signedIn],
  ['summary', '{ summary(groupBy: SECTOR) { key } }', signedIn],
  ['summary', '{ summary(groupBy: STAGE, filter: { search: " ", regions: [] }) { key } }', signedIn],
  // Filtered summaries, and totals by anything else.
  ['summary', '{ summary(groupBy: REGION, filter: { suspended: false }) { key } }', worksOf],
  ['summary', '{ summary(groupBy: STAGE, filter: { regions: ["990001"] }) { key } }', worksOf],
  ['summary', '{ summary(groupBy: CATEGORY) { key } }', worksOf],
  ['summary', '{ summary(groupBy: LIST) { key } }', worksOf],
  ['summary', '{ summary(groupBy: FUNDING_SOURCE) { key } }', worksOf],
  ['summary', '{ summary(groupBy: START_YEAR) { key } }', worksOf],
  ['summary', '{ summary(groupBy: FINISH_YEAR) { key } }', worksOf],
  // Ledgers and the funding desk.
  ['ledgers', '{ ledgers { id } }', worksOf],
  ['ledger', '{ ledger(id: "overall") { totalCount rows { key } totals } }', worksOf],
  ['ledger', '{ ledger(id: "sections") { totalCount } }', worksOf],
  ['fundingTable', '{ fundingTable(groupBy: REGION) { total { works } } }', worksOf],
  ['fundingMonths', '{ fundingMonths { month } }', worksOf],
  // Tasks stand in published documents: whoever reads any reads all.
  ['tasks', '{ tasks { totalCount nodes { viewerMayUpdate } } }', worksOf],
  ['taskDocuments', '{ taskDocuments { document total } }', worksOf],
  ['ledger', '{ ledger(id: "tasks") { totalCount } }', worksOf],
  // What regions are ranked by.
  ['indicators', '{ indicators { code spans { name } } }', worksOf],
  ['indicatorRanking', '{ indicatorRanking(indicator: "PM25") { rows { rank } } }', worksOf],
  ['ledger', '{ ledger(id: "rankings") { totalCount } }', worksOf],
  ['compensation', '{ compensation(period: "2024") { example totals { balance } } }', worksOf],
  ['compensationSchemes', '{ compensationSchemes { validFrom } }', worksOf],
  // Works and changes.
  ['projects', '{ projects { totalCount summary { total } } }', worksOf],
  ['changes', '{ changes { nodes { seq } } }', worksOf],
  // One that there is not is nothing to whoever asks.
  ['project', '{ project(code: "there-is-none") { code } }', { admin: NULL, taskForce: NULL, department: NULL, finance: NULL, county: NULL, leader: NULL, kiosk: NULL, nobody: WHO }],
  ['node', '{ node(id: "UHJvamVjdDo5OTk5OTk") { id } }', { admin: NULL, taskForce: NULL, department: NULL, finance: NULL, county: NULL, leader: NULL, kiosk: NULL, nobody: WHO }],
];

const streams: [field: string, query: string, answers: Answers][] = [
  ['progressMap', 'subscription { progressMap { ... on ProgressMap { marks { number } } } }', signedIn],
  ['distributionMap', 'subscription { distributionMap { ... on DistributionMap { marks { number } } } }', signedIn],
  ['waterMap', 'subscription { waterMap { ... on WaterMap { marks { code } } } }', signedIn],
  ['changes', 'subscription ($after: Cursor) { changes(after: $after) { seq } }', worksOf],
];

/** Which works each may open. */
const opens: Record<Person, Kind[]> = {
  admin: [],
  taskForce: ['own', 'shared', 'foreign', 'city', 'cityForeign'],
  department: ['own', 'shared', 'city'],
  finance: ['own', 'shared', 'foreign', 'city', 'cityForeign'],
  county: ['own', 'shared'],
  leader: ['own', 'shared', 'foreign', 'city', 'cityForeign'],
  kiosk: [],
  nobody: [],
};
const openers = people.filter((person) => person !== 'nobody' && opens[person].length > 0);

const ALL = ['UPDATE', 'RECORD_STAGE', 'RECORD_PROGRESS', 'CONFIRM_STAGE', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE', 'WITHDRAW'];
const IN_SECTOR = ['UPDATE', 'CONFIRM_STAGE', 'WITHDRAW'];
const AS_LEAD = ['RECORD_STAGE', 'RECORD_PROGRESS', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE'];

/** What a page of a work offers. SUBMIT_REPORT and RAISE_PROBLEM are offered to nobody yet. */
const offers: Partial<Record<Person, Partial<Record<Kind, string[]>>>> = {
  taskForce: { own: ALL, shared: ALL, foreign: ALL, city: ALL, cityForeign: ALL },
  department: { own: IN_SECTOR, shared: IN_SECTOR, city: ALL },
  finance: { own: [], shared: [], foreign: [], city: [], cityForeign: [] },
  county: { own: AS_LEAD, shared: ['UPDATE_PROCEDURE'] },
  leader: { own: [], shared: [], foreign: [], city: [], cityForeign: [] },
};

interface Made {
  id: string;
  code: string;
  number: number;
  /** Its children. */
  parts: string[];
}

onEachEngine('who may read what', (engine) => {
  let app: TestApp;
  let clients: Record<Person, TestClient>;
  let start: string;
  const made = {} as Record<Kind, Made>;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    clients = await clientsOf(app);
    start = (await clients.taskForce.must('{ progressMap { cursor } }')).progressMap.cursor;
    for (const kind of kinds) {
      const work = await makeWork(app, kind, { lon: 100.5, lat: 30.2, name: `甲${kind}` });
      const stageEvent = globalId('StageEvent', await reportCompletion(app, work.number));
      const entry = await clients.taskForce.must('mutation ($input: RecordFundingInput!) { recordFunding(input: $input) { entry { id } } }', { input: { projectId: work.id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: '2024-06-30' } });
      const procedure = await clients.taskForce.must('mutation ($input: UpdateProcedureInput!) { updateProcedure(input: $input) { project { procedures { id } } } }', { input: { projectId: work.id, kind: 'PROPOSAL', status: 'IN_PROGRESS' } });
      made[kind] = { ...work, parts: [stageEvent, entry.recordFunding.entry.id, procedure.updateProcedure.project.procedures[0].id] };
    }
  });
  afterAll(() => app.stop());

  const kindsNumbered = (numbers: number[]): Kind[] => kinds.filter((kind) => numbers.includes(made[kind].number));
  /** The answers that they get, over both ways alike; the second engine is asked over one. */
  const forEach = async (persons: readonly Person[], query: string, variables?: Variables): Promise<Partial<Record<Person, Answer>>> => {
    const answers: Partial<Record<Person, Answer>> = {};
    for (const person of persons) {
      answers[person] = await clients[person].query(query, variables);
      if (engine === 'sqlite') expect(await clients[person].ws(query, variables)).toEqual(answers[person]);
    }
    return answers;
  };
  const data = async (persons: readonly Person[], query: string, variables?: Variables): Promise<Record<Person, Data>> =>
    Object.fromEntries(Object.entries(await forEach(persons, query, variables)).map(([person, answer]) => [person, answer.data!])) as Record<Person, Data>;

  it('leaves no query and no subscription out', async () => {
    const { __schema } = await clients.nobody.must('{ __schema { queryType { fields { name } } subscriptionType { fields { name } } } }');
    const names = (type: { fields: { name: string }[] }) => type.fields.map(({ name }) => name).sort();
    expect([...new Set(questions.map(([field]) => field))].sort()).toEqual(names(__schema.queryType));
    expect([...new Set(streams.map(([field]) => field))].sort()).toEqual(names(__schema.subscriptionType));
  });

  it.each(questions)('%s: %s', async (field, query, answers) => {
    const got = await forEach(people, query);
    expect(Object.fromEntries(people.map((person) => [person, outcome(got[person]!, field)]))).toEqual(answers);
  });

  it.each(streams)('the stream %s: %s', async (field, query, answers) => {
    const got = {} as Answers;
    for (const person of people) {
      const stream = clients[person].subscribe(query, { after: start });
      const answer = await stream.next();
      got[person] = outcome(answer, field);
      // A refusal is an answer, and the end of that stream only.
      if (got[person] !== OK) expect(await stream.whenEnded()).toBeNull();
      stream.close();
    }
    expect(got).toEqual(answers);
  });

  it.each(streams)('the stream %s is not served over HTTP, and nothing breaks', async (_field, query) => {
    const { data: nothing, errors } = await clients.taskForce.query(query);
    expect(nothing ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors![0].extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
  });

  it('opens a work and all that belongs to it to those who may, and is nothing to the others', async () => {
    for (const kind of kinds) {
      const { id, code, number, parts } = made[kind];
      for (const [query, field] of [
        [`{ project(id: "${id}") { code } }`, 'project'], [`{ project(code: "${code}") { code } }`, 'project'], [`{ project(number: ${number}) { code } }`, 'project'],
        ...[id, ...parts].map((one) => [`{ node(id: "${one}") { id } }`, 'node']),
      ]) {
        const got = await forEach(people, query);
        expect([kind, query, people.filter((person) => outcome(got[person]!, field) === OK)]).toEqual([kind, query, people.filter((person) => opens[person].includes(kind))]);
        expect(people.filter((person) => outcome(got[person]!, field) === WHO)).toEqual(['nobody']);
      }
    }
  });

  it('opens regions, departments and sections by their ids to everyone signed in, accounts to administrators', async () => {
    const { regions, departments, sections } = await clients.taskForce.must('{ regions { id } departments { id } sections { id } }');
    for (const { id } of [regions[0], departments[0], sections[0]]) {
      const got = await forEach(people, `{ node(id: "${id}") { id } }`);
      expect(Object.fromEntries(people.map((person) => [person, outcome(got[person]!, 'node')]))).toEqual(signedIn);
    }
    const { users } = await clients.admin.must('{ users { id } }');
    const got = await forEach(people, `{ node(id: "${users[0].id}") { id ... on User { username disabled } } }`);
    expect(Object.fromEntries(people.map((person) => [person, outcome(got[person]!, 'node')]))).toEqual({ admin: OK, taskForce: NULL, department: NULL, finance: NULL, county: NULL, leader: NULL, kiosk: NULL, nobody: WHO });
  });

  it('lists, counts and sums only what the viewer may open', async () => {
    const got = await data(openers, '{ projects(filter: { search: "甲" }) { totalCount summary { total fundsArrived } nodes { number viewerCan fundingEntries { nodes { project { number } } } } } }');
    for (const person of openers) {
      const { totalCount, summary, nodes } = got[person].projects;
      expect([person, kindsNumbered(nodes.map(({ number }: { number: number }) => number))]).toEqual([person, opens[person]]);
      expect([totalCount, summary.total, summary.fundsArrived]).toEqual([opens[person].length, opens[person].length, `${opens[person].length}.00`]);
      for (const { number, fundingEntries } of nodes) expect(fundingEntries.nodes).toEqual([{ project: { number } }]);
    }
  });

  it.each(['REGION', 'SECTOR', 'STAGE', 'CATEGORY', 'FUNDING_SOURCE', 'START_YEAR', 'FINISH_YEAR'])('sums by %s over a filter only what the viewer may open', async (groupBy) => {
    const got = await data(openers, `{ summary(groupBy: ${groupBy}, filter: { search: "甲" }) { key summary { total } } }`);
    const totals = openers.map((person) => [person, got[person].summary.reduce((sum: number, row: Data) => sum + row.summary.total, 0)]);
    expect(totals).toEqual(openers.map((person) => [person, opens[person].length]));
  });

  it('gives the same unfiltered totals and the same maps to everyone signed in', async () => {
    const all = people.filter((person) => person !== 'nobody');
    const got = await data(all, '{ a: summary(groupBy: REGION) { key summary { total investment } } b: summary(groupBy: SECTOR) { key summary { total } } c: summary(groupBy: STAGE) { key summary { total } } progressMap { summary { total } marks { number } } distributionMap { marks { number } } regions { summary { total } } sectors { summary { total } } }');
    for (const person of all) expect(got[person]).toEqual(got.taskForce);
    expect(kindsNumbered(got.kiosk.progressMap.marks.map(({ number }: { number: number }) => number))).toEqual(kinds);
  });

  it('names only works that the viewer may open around a section', async () => {
    const all = people.filter((person) => person !== 'nobody');
    const got = await data(all, '{ section(code: "T-1") { nearbyProjects(withinKm: 1000) { project { number } } } }');
    for (const person of all) expect([person, kindsNumbered(got[person].section.nearbyProjects.map(({ project }: Data) => project.number))]).toEqual([person, opens[person]]);
  });

  it('tells of changes only to those who may open the work', async () => {
    const got = await data(openers, 'query ($after: Cursor) { changes(after: $after, first: 500) { nodes { subjectId kind } } }', { after: start });
    for (const person of openers) {
      const heard = kinds.filter((kind) => got[person].changes.nodes.some(({ subjectId }: Data) => subjectId === made[kind].id));
      expect([person, heard]).toEqual([person, opens[person]]);
    }
    // The stream says the same as the list.
    for (const person of openers) {
      const stream = clients[person].subscribe('subscription ($after: Cursor) { changes(after: $after) { subjectId kind } }', { after: start });
      const nodes = [];
      while (nodes.length < got[person].changes.nodes.length) nodes.push((await stream.next()).data!.changes);
      expect(nodes).toEqual(got[person].changes.nodes);
      stream.close();
    }
  });

  it('tells of accounts only to the task force and leaders', async () => {
    const got = await data(openers, '{ changes(first: 500) { nodes { subjectType } } }');
    expect(openers.filter((person) => got[person].changes.nodes.some(({ subjectType }: Data) => subjectType === 'User'))).toEqual(['taskForce', 'leader']);
  });

  it('offers what the policy allows, and nothing on a work that was withdrawn', async () => {
    for (const kind of kinds) {
      const got = await data(openers, `{ project(number: ${made[kind].number}) { viewerCan } }`);
      for (const person of openers) expect([kind, person, got[person].project?.viewerCan]).toEqual([kind, person, offers[person]![kind]]);
    }
    const { id, number } = await makeWork(app, 'own');
    await clients.taskForce.must('mutation ($input: WithdrawProjectInput!) { withdrawProject(input: $input) { project { id } } }', { input: { id, expectedVersion: 1, on: '2024-06-30', reason: '合并' } });
    const got = await data(openers, `{ project(number: ${number}) { viewerCan } }`);
    for (const person of openers) expect([person, got[person].project.viewerCan]).toEqual([person, []]);
  });

  // Fails until viewerCan looks at who holds the approvals.
  it('offers UPDATE_PROCEDURE to the department that holds one of the approvals', async () => {
    const { id, number } = await makeWork(app, 'own');
    await clients.taskForce.must('mutation ($input: UpdateProcedureInput!) { updateProcedure(input: $input) { project { id } } }', { input: { projectId: id, kind: 'BUDGET_REVIEW', status: 'IN_PROGRESS', heldBy: 'FIN' } });
    expect((await clients.finance.must(`{ project(number: ${number}) { viewerCan } }`)).project.viewerCan).toEqual(['UPDATE_PROCEDURE']);
    expect((await clients.leader.must(`{ project(number: ${number}) { viewerCan } }`)).project.viewerCan).toEqual([]);
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
