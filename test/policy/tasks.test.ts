import { onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../harness';
import { ACCOUNTS, ask, clientsOf, outcome, people, ways, type Person } from './world';

const [OK, NOT, HID, WHO] = ['OK', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'];

// Task by task: one led by WATER's department alone, one by URBAN's and WATER's together, one by finance, one by nobody.
const TASKS = ['1', '2', '3', '4'];
const answers: Record<Person, string[]> = {
  admin: [HID, HID, HID, HID],
  taskForce: [OK, OK, OK, OK],
  department: [OK, OK, NOT, NOT],
  finance: [NOT, NOT, OK, NOT],
  county: [NOT, NOT, NOT, NOT],
  leader: [NOT, NOT, NOT, NOT],
  kiosk: [HID, HID, HID, HID],
  nobody: [WHO, WHO, WHO, WHO],
};
const UPDATE = 'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { task { number } warnings { code } } }';

onEachEngine('who may update which task: TASK_FORCE, and each DEPARTMENT that leads it', (engine) => {
  let app: TestApp;
  let clients: Record<Person, TestClient>;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    clients = await clientsOf(app);
  });
  afterAll(() => app.stop());

  const task = async (number: string): Promise<Data> => ((await clients.taskForce.must('{ tasks { nodes { id number version } } }')).tasks.nodes as Data[]).find((one) => one.number === number)!;

  it.each(people)('%s', async (person) => {
    const got: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const [i, number] of TASKS.entries()) {
      for (const way of ways) {
        const { id, version } = await task(number);
        const before = await app.rows();
        const answer = await ask(clients[person], way, UPDATE, { input: { id, note: `${person} ${way}`, expectedVersion: version } });
        const after = await app.rows();
        got[`${number} ${way}`] = `${outcome(answer, 'updateTask')}, ${after.seq - before.seq} written`;
        expected[`${number} ${way}`] = `${answers[person][i]}, ${answers[person][i] === OK ? 1 : 0} written`;
        if (answers[person][i] !== OK) expect(after).toEqual(before);
      }
    }
    expect(got).toEqual(expected);
  });

  it('is told to whoever may read tasks, so that a screen offers no more', async () => {
    for (const person of people.filter((one) => ACCOUNTS[one] !== null && answers[one][0] !== HID)) {
      const { tasks } = await clients[person].must('{ tasks { nodes { number viewerMayUpdate } } }');
      const offered = (tasks.nodes as Data[]).filter(({ number }) => TASKS.includes(number as string)).map(({ viewerMayUpdate }) => viewerMayUpdate);
      expect([person, offered]).toEqual([person, answers[person].map((answer) => answer === OK)]);
    }
  });

  it('a task is no node for those who may read none', async () => {
    const { id } = await task('1');
    for (const person of people) {
      const { data } = await clients[person].query('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect([person, data?.node ?? null]).toEqual([person, [HID, WHO].includes(answers[person][0]) ? null : { id }]);
    }
  });

  it('everybody who hears of changes hears of those of tasks', async () => {
    for (const person of people) {
      const { data, errors } = await clients[person].query('{ changes(first: 500) { nodes { kind } } }');
      const heard = ((data?.changes?.nodes ?? []) as Data[]).some(({ kind }) => kind === 'TASK_UPDATED');
      expect([person, heard || Boolean(errors)]).toEqual([person, true]);
    }
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
