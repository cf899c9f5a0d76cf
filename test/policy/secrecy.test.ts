import { globalId } from '../../server/api/ids';
import { onEachEngine, startTestApp, type TestApp, type TestClient } from '../harness';
import { ask, clientsOf, makeWork, ways, type Person } from './world';

const GROUPS = ['REGION', 'SECTOR', 'STAGE', 'CATEGORY', 'LIST', 'FUNDING_SOURCE', 'START_YEAR', 'FINISH_YEAR'];
const FILTERS = ['{}', '{ suspended: false }', '{ search: "石" }', '{ regions: ["990002"] }', '{ sectors: [URBAN] }', '{ stages: [PREPARATION, CONSTRUCTION] }', '{ categories: ["PIPES"] }', '{ lists: ["first"] }', '{ health: [ON_TRACK, LAGGING, SERIOUS] }', '{ plannedFinishFrom: "2024-01-01" }', '{ sample: false }'];
const FIELDS = 'totalCount pageInfo { hasNextPage endCursor } nodes { number } summary { total preparation construction investment fundsPlanned fundsArrived arrivalRate }';

/** What somebody can ask of works; `secret` stands for the one that may not be opened. */
const questions = (secret: { id: string; code: string; number: number; parts: string[] }): string[] => [
  ...FILTERS.flatMap((filter) => [`{ projects(filter: ${filter}, first: 500) { ${FIELDS} } }`, `{ projects(filter: ${filter}, first: 1, orderBy: [{ field: INVESTMENT, direction: DESC }]) { ${FIELDS} } }`]),
  ...GROUPS.map((group) => `{ summary(groupBy: ${group}, filter: { search: "石" }) { key summary { total investment fundsPlanned } } }`),
  ...['CATEGORY', 'LIST', 'FUNDING_SOURCE', 'START_YEAR', 'FINISH_YEAR'].map((group) => `{ summary(groupBy: ${group}) { key label summary { total investment fundsArrived } } }`),
  '{ sections { code nearbyProjects(withinKm: 1000) { distanceKm project { number } } } }',
  `{ project(number: ${secret.number}) { code } }`, `{ project(code: "${secret.code}") { code } }`, `{ project(id: "${secret.id}") { code } }`,
  ...[secret.id, ...secret.parts].map((id) => `{ node(id: "${id}") { id ... on Project { code } ... on FundingEntry { project { code } amount } } }`),
];

/** Writes that aim at it. Ids that were never given out get the same answer. */
const attempts = (id: string, [event, entry]: string[]): string[] => [
  `updateProject(input: { id: "${id}", expectedVersion: 1, name: "x" }) { project { id } }`,
  `updateProject(input: { id: "${id}", expectedVersion: 99, name: "" }) { project { id } }`,
  `withdrawProject(input: { id: "${id}", expectedVersion: 1, on: "2024-06-30", reason: "x" }) { project { id } }`,
  `recordStage(input: { projectId: "${id}", expectedVersion: 99, stage: CONSTRUCTION, effectiveDate: "2024-06-30" }) { project { id } }`,
  `recordStage(input: { projectId: "${id}", expectedVersion: 1, stage: PREPARATION, effectiveDate: "2030-06-30", correction: true }) { project { id } }`,
  `recordProgress(input: { projectId: "${id}", date: "2030-01-01", progress: 500 }) { project { id } }`,
  `suspendProject(input: { projectId: "${id}", expectedVersion: 99, from: "2024-06-30", cause: " " }) { project { id } }`,
  `resumeProject(input: { projectId: "${id}", expectedVersion: 99, on: "2024-06-30" }) { project { id } }`,
  `updateProcedure(input: { projectId: "${id}", kind: PROPOSAL, status: DONE }) { project { id } }`,
  `setFundingPlan(input: { projectId: "${id}", source: OTHER, planned: "-1.00" }) { project { id } }`,
  `recordFunding(input: { projectId: "${id}", source: OTHER, kind: PAID, amount: "-1.00", date: "2030-01-01" }) { project { id } }`,
  `reverseFunding(input: { entryId: "${entry}", reason: "" }) { entry { id } }`,
  `confirmStage(input: { eventId: "${event}", confirmed: false }) { project { id } }`,
];

onEachEngine('what may not be opened', (engine) => {
  let app: TestApp;
  let clients: Record<Person, TestClient>;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    clients = await clientsOf(app);
  });
  afterAll(() => app.stop());

  const blind = ['county', 'department', 'admin', 'kiosk'] as const;

  it('changes no answer: a world with it and one without are told apart by nothing', async () => {
    // The ids and numbers that the next rows will have, before there are any.
    const [{ last }] = (await app.database.read.query("SELECT last FROM number_sequence WHERE name = 'project'")) as { last: number }[];
    const next = async (table: string) => Number(((await app.database.read.query(`SELECT MAX(id) AS id FROM ${table}`)) as { id: number }[])[0].id) + 1;
    const secret = { id: globalId('Project', await next('project')), code: 'secret-1', number: last + 1, parts: [globalId('StageEvent', await next('stage_event')), globalId('FundingEntry', await next('funding_entry')), globalId('Procedure', await next('procedure_item'))] };
    const tell = async () => {
      const told: Record<string, unknown> = {};
      for (const person of blind) {
        for (const query of questions(secret)) told[`${person} ${query}`] = await clients[person].query(query);
        for (const way of ways) for (const attempt of attempts(secret.id, secret.parts)) told[`${person} ${way} ${attempt}`] = await ask(clients[person], way, `mutation { ${attempt} }`);
        told[`${person} stream`] = (await clients[person].query('{ changes(first: 500) { nodes { seq kind } } }')).data;
      }
      return told;
    };
    const without = await tell();
    const work = await makeWork(app, 'foreign', { code: secret.code, name: '石桥旁的秘密', category: 'PIPES', lists: ['first'], lon: 100.7, lat: 30.2, plannedStart: '2024-02-01', plannedFinish: '2031-06-30', investment: '987654321.00' });
    expect(work).toEqual({ id: secret.id, code: secret.code, number: secret.number });
    const must = (mutation: string) => clients.taskForce.must(`mutation { ${mutation} }`);
    const { recordStage } = await must(`recordStage(input: { projectId: "${work.id}", expectedVersion: 1, stage: CONSTRUCTION, effectiveDate: "2024-03-01" }) { project { stageHistory { id } } }`);
    const { recordFunding } = await must(`recordFunding(input: { projectId: "${work.id}", source: OTHER, kind: ARRIVED, amount: "5.00", date: "2024-03-01" }) { entry { id } }`);
    await must(`updateProcedure(input: { projectId: "${work.id}", kind: TENDERING, status: IN_PROGRESS, heldBy: "URB" }) { project { id } }`);
    expect([recordStage.project.stageHistory[0].id, recordFunding.entry.id]).toEqual(secret.parts.slice(0, 2));
    expect(await tell()).toEqual(without);
    // It is there all the same.
    expect((await clients.taskForce.must(`{ project(number: ${secret.number}) { code } }`)).project.code).toBe(secret.code);
  });

  it('answers a write like an id that was never given out', async () => {
    const { id, fundingEntries, stageHistory } = (await clients.taskForce.must('{ project(code: "W-2") { id fundingEntries { nodes { id } } stageHistory { id } } }')).project;
    const real = attempts(id, [stageHistory[0].id, fundingEntries.nodes[0].id]);
    const none = attempts(globalId('Project', 4711), [globalId('StageEvent', 4711), globalId('FundingEntry', 4711)]);
    for (const person of blind) {
      for (const [i, attempt] of real.entries()) {
        const refused = (await clients[person].query(`mutation { ${attempt} }`)).errors![0];
        expect([person, attempt, refused.extensions.code]).toEqual([person, attempt, 'NOT_FOUND']);
        const { message, extensions } = (await clients[person].query(`mutation { ${none[i]} }`)).errors![0];
        expect({ message: refused.message, extensions: refused.extensions }).toEqual({ message, extensions });
      }
    }
  });

  // Fails until a kept answer is held against the policy anew.
  it('answers a repeated request no longer once the account was moved elsewhere', async () => {
    const username = 'county-990001';
    const county = await app.as(username);
    const { id } = (await county.must('{ project(code: "W-1") { id } }')).project;
    const repeat = 'mutation ($id: ID!) { recordProgress(input: { projectId: $id, date: "2024-06-30", progress: 100, idempotencyKey: "again" }) { project { code } } }';
    expect((await county.must(repeat, { id })).recordProgress.project.code).toBe('W-1');
    const { users } = await clients.admin.must('{ users { id username } }');
    const input = { id: users.find((user: { username: string }) => user.username === username).id, region: '9900A1' };
    await clients.admin.must('mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } } }', { input });
    expect((await county.must('{ project(code: "W-1") { code } }')).project).toBeNull();
    expect((await county.refused(repeat, { id })).extensions.code).toBe('NOT_FOUND');
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
