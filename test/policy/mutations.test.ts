import { globalId } from '../../server/api/ids';
import { onEachEngine, startTestApp, type TestApp, type TestClient, type Variables } from '../harness';
import { ACCOUNTS, ask, clientsOf, kinds, makeWork, outcome, people, PLACES, reportCompletion, ways, type Kind, type Person, type Way } from './world';

// The policy's words for each mutation, and what they come to, person by person and work by work. An answer in a cell is
// what the person gets over HTTP and over WebSocket alike: OK and a row written, or a refusal and nothing written.

const [OK, NOT, HID, WHO] = ['OK', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'];

interface Rule {
  /** As the policy has it. */
  words: string;
  //        own  shared foreign city cityForeign
  answers: Record<Person, string[]>;
}

const rule = (words: string, { county, department, finance = [NOT, NOT, NOT, NOT, NOT], hidden = HID }: { county: string[]; department: string[]; finance?: string[]; hidden?: string }): Rule => ({
  words,
  answers: {
    admin: [hidden, hidden, hidden, hidden, hidden],
    taskForce: [OK, OK, OK, OK, OK],
    department,
    finance,
    county,
    leader: [NOT, NOT, NOT, NOT, NOT],
    kiosk: [hidden, hidden, hidden, hidden, hidden],
    nobody: [WHO, WHO, WHO, WHO, WHO],
  },
});

const create = rule('create a work: TASK_FORCE; DEPARTMENT in its sector', {
  //           own  shared foreign city cityForeign
  department: [OK,  OK,  NOT, OK,  NOT],
  county:     [NOT, NOT, NOT, NOT, NOT],
  // A work that is to be made is nobody's secret.
  hidden: NOT,
});
const update = rule('update, withdraw a work; approved dates: TASK_FORCE; DEPARTMENT in its sector', {
  department: [OK,  OK,  HID, OK,  HID],
  county:     [NOT, NOT, HID, HID, HID],
});
const confirm = rule('confirm or reject a completion: TASK_FORCE; DEPARTMENT in its sector', {
  department: [OK,  OK,  HID, OK,  HID],
  county:     [NOT, NOT, HID, HID, HID],
});
const stage = rule('stage, progress, suspension, funds, funding plan: TASK_FORCE; COUNTY as lead region; DEPARTMENT in its sector for works led by the city itself', {
  department: [NOT, NOT, HID, OK,  HID],
  county:     [OK,  NOT, HID, HID, HID],
});
const correction = rule('a correction of a stage: TASK_FORCE', {
  department: [NOT, NOT, HID, NOT, HID],
  county:     [NOT, NOT, HID, HID, HID],
});
const procedure = rule("procedures: the same as stage, and COUNTY of any of the work's regions", {
  department: [NOT, NOT, HID, OK,  HID],
  county:     [OK,  OK,  HID, HID, HID],
});
const heldByWater = rule('procedures: a department for approvals it holds', {
  department: [OK,  OK,  OK,  OK,  OK],
  county:     [OK,  OK,  HID, HID, HID],
});
const heldByFinance = rule('procedures: a department without a sector for approvals it holds', {
  department: [NOT, NOT, HID, OK,  HID],
  finance:    [OK,  OK,  OK,  OK,  OK],
  county:     [OK,  OK,  HID, HID, HID],
});

interface Case {
  field: string;
  input: string;
  rule: Rule;
  /** Makes a work of the kind on which the mutation is possible. @returns its input */
  prepare(app: TestApp, taskForce: TestClient, kind: Kind): Promise<Variables>;
}

const DAY = '2024-06-30';
let serial = 0;
const holding = (heldBy: string): Case['prepare'] => async (app, taskForce, kind) => {
  const { id } = await makeWork(app, kind);
  const input = { projectId: id, kind: 'TENDERING', status: 'IN_PROGRESS', appliedOn: '2024-06-01' };
  await taskForce.must('mutation ($input: UpdateProcedureInput!) { updateProcedure(input: $input) { project { id } } }', { input: { ...input, heldBy } });
  return { ...input, status: 'DONE', doneOn: DAY };
};

const cases: Case[] = [
  { field: 'createProject', input: 'CreateProjectInput', rule: create, prepare: async (_app, _taskForce, kind) => ({ ...PLACES[kind], code: `made-${++serial}`, name: '新工程', category: 'DREDGE' }) },
  { field: 'updateProject', input: 'UpdateProjectInput', rule: update, prepare: async (app, _, kind) => ({ id: (await makeWork(app, kind)).id, expectedVersion: 1, plannedFinish: '2025-06-30' }) },
  { field: 'withdrawProject', input: 'WithdrawProjectInput', rule: update, prepare: async (app, _, kind) => ({ id: (await makeWork(app, kind)).id, expectedVersion: 1, on: DAY, reason: '合并' }) },
  { field: 'recordStage', input: 'RecordStageInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, expectedVersion: 1, stage: 'CONSTRUCTION', effectiveDate: DAY }) },
  { field: 'recordStage', input: 'RecordStageInput', rule: correction, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, expectedVersion: 1, stage: 'CONSTRUCTION', effectiveDate: DAY, correction: true, reason: '补录' }) },
  { field: 'confirmStage', input: 'ConfirmStageInput', rule: confirm, prepare: async (app, _, kind) => ({ eventId: globalId('StageEvent', await reportCompletion(app, (await makeWork(app, kind)).number)), confirmed: true }) },
  { field: 'recordProgress', input: 'RecordProgressInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, date: DAY, progress: 5 }) },
  { field: 'suspendProject', input: 'SuspendProjectInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, expectedVersion: 1, from: DAY, cause: '汛期' }) },
  {
    field: 'resumeProject', input: 'ResumeProjectInput', rule: stage,
    prepare: async (app, taskForce, kind) => {
      const { id } = await makeWork(app, kind);
      await taskForce.must('mutation ($input: SuspendProjectInput!) { suspendProject(input: $input) { project { id } } }', { input: { projectId: id, expectedVersion: 1, from: '2024-06-01', cause: '汛期' } });
      return { projectId: id, expectedVersion: 2, on: DAY };
    },
  },
  { field: 'updateProcedure', input: 'UpdateProcedureInput', rule: procedure, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, kind: 'PROPOSAL', status: 'IN_PROGRESS' }) },
  { field: 'updateProcedure', input: 'UpdateProcedureInput', rule: heldByWater, prepare: holding('WAT') },
  { field: 'updateProcedure', input: 'UpdateProcedureInput', rule: heldByFinance, prepare: holding('FIN') },
  { field: 'setFundingPlan', input: 'SetFundingPlanInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, source: 'OTHER', planned: '100.00' }) },
  { field: 'recordFunding', input: 'RecordFundingInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: DAY }) },
  { field: 'bookFunding', input: 'BookFundingInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, source: 'OTHER', kind: 'ARRIVED', cumulative: '1.00', date: DAY }) },
  { field: 'setAnnualPlan', input: 'SetAnnualPlanInput', rule: stage, prepare: async (app, _, kind) => ({ projectId: (await makeWork(app, kind)).id, year: 2024, planned: '100.00' }) },
  {
    field: 'reverseFunding', input: 'ReverseFundingInput', rule: stage,
    prepare: async (app, taskForce, kind) => {
      const input = { projectId: (await makeWork(app, kind)).id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: DAY };
      const { recordFunding } = await taskForce.must('mutation ($input: RecordFundingInput!) { recordFunding(input: $input) { entry { id } } }', { input });
      return { entryId: recordFunding.entry.id, reason: '记错' };
    },
  },
];

/** Mutations that are about no work; see accounts.test.ts and tasks.test.ts. */
const ABOUT_NO_WORK = ['login', 'demoLogin', 'logout', 'changePassword', 'createUser', 'updateUser', 'updateTask', 'recordSamples', 'recordFlows', 'recordFigures', 'setIndicator', 'setCompensationScheme'];

onEachEngine('who may change what', (engine) => {
  let app: TestApp;
  let clients: Record<Person, TestClient>;
  // The policy asks no engine: on the second one the cells take turns.
  let turn = 0;
  const waysNow = (): readonly Way[] => (engine === 'sqlite' ? ways : [ways[turn++ % 2]]);
  beforeAll(async () => {
    app = await startTestApp({ engine });
    clients = await clientsOf(app);
  });
  afterAll(() => app.stop());

  it('leaves no mutation out', async () => {
    const { __schema } = await clients.nobody.must('{ __schema { mutationType { fields { name } } } }');
    const names = (__schema.mutationType.fields as { name: string }[]).map(({ name }) => name);
    expect([...new Set([...cases.map(({ field }) => field), ...ABOUT_NO_WORK])].sort()).toEqual([...names].sort());
  });

  describe.each(cases.map((one) => [`${one.field}: ${one.rule.words}`, one] as const))('%s', (_, { field, input: type, rule: { answers }, prepare }) => {
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { project { code } warnings { code } } }`;

    it('is refused to everybody else, and then writes nothing', async () => {
      const inputs = {} as Record<Kind, Variables>;
      for (const kind of kinds) inputs[kind] = await prepare(app, clients.taskForce, kind);
      const before = await app.rows();
      const got: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const person of people) {
        for (const [i, kind] of kinds.entries()) {
          if (answers[person][i] === OK) continue;
          for (const way of waysNow()) {
            const answer = await ask(clients[person], way, document, { input: inputs[kind] });
            got[`${person} ${kind} ${way}`] = outcome(answer, field);
            expected[`${person} ${kind} ${way}`] = answers[person][i];
          }
        }
      }
      expect(got).toEqual(expected);
      expect(await app.rows()).toEqual(before);
    });

    it('is open to those who may', async () => {
      const got: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const person of people) {
        for (const [i, kind] of kinds.entries()) {
          if (answers[person][i] !== OK) continue;
          for (const way of waysNow()) {
            const input = await prepare(app, clients.taskForce, kind);
            const { seq } = await app.rows();
            const answer = await ask(clients[person], way, document, { input });
            const [{ actor } = { actor: null }] = (await app.database.read.query('SELECT actor FROM change_record WHERE seq = ?', [seq + 1])) as { actor: string }[];
            got[`${person} ${kind} ${way}`] = `${outcome(answer, field)} by ${actor}`;
            expected[`${person} ${kind} ${way}`] = `OK by ${ACCOUNTS[person]}`;
          }
        }
      }
      expect(got).toEqual(expected);
    });
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
