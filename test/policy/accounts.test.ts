import { onEachEngine, startTestApp, PASSWORD, type TestApp, type TestClient } from '../harness';
import { ask, clientsOf, outcome, people, ways, type Person } from './world';

const [OK, NOT, WHO] = ['OK', 'FORBIDDEN', 'UNAUTHENTICATED'];

// Mutations that are about no work: signing in and out, and accounts.
onEachEngine('who may sign in, out, and keep accounts', (engine) => {
  let app: TestApp;
  let clients: Record<Person, TestClient>;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    clients = await clientsOf(app);
  });
  afterAll(() => app.stop());

  const outcomes = async (field: string, query: string, variables: (person: Person, way: string) => Record<string, unknown>) => {
    const got: Record<string, Partial<Record<Person, string>>> = { HTTP: {}, WebSocket: {} };
    for (const way of ways) for (const person of people) got[way][person] = outcome(await ask(clients[person], way, query, variables(person, way)), field);
    return got;
  };
  const everyone = (answer: string) => Object.fromEntries(people.map((person) => [person, answer]));

  it('signs anybody in over HTTP; a socket has no cookie to keep a sign-in', async () => {
    expect(await outcomes('login', 'mutation ($p: String!) { login(username: "leader", password: $p) { username } }', () => ({ p: PASSWORD }))).toEqual({ HTTP: everyone(OK), WebSocket: everyone(NOT) });
    expect(await outcomes('demoLogin', 'mutation { demoLogin(username: "leader") { username } }', () => ({}))).toEqual({ HTTP: everyone(OK), WebSocket: everyone(NOT) });
  });

  it('does not end a program’s token by signing out', async () => {
    for (const way of ways) for (const person of people) expect((await ask(clients[person], way, 'mutation { logout }')).data).toEqual({ logout: false });
    expect((await clients.leader.must('{ viewer { username } }')).viewer).toEqual({ username: 'leader' });
  });

  it('lets everyone signed in change the own password', async () => {
    const answers = { ...everyone(OK), nobody: WHO };
    const before: Partial<Record<Person, string>> = {};
    expect(await outcomes('changePassword', 'mutation ($c: String!, $n: String!) { changePassword(current: $c, new: $n) }', (person, way) => {
      const current = before[person] ?? PASSWORD;
      before[person] = `clear-brook-${person}-${way}`;
      return { c: current, n: before[person] };
    })).toEqual({ HTTP: answers, WebSocket: answers });
  });

  it('lets administrators alone make and change accounts', async () => {
    const answers = { ...everyone(NOT), admin: OK, nobody: WHO };
    const { users } = (await clients.admin.must('{ users { id username } }')) as { users: { id: string; username: string }[] };
    const rows = await app.rows();
    expect(await outcomes('createUser', 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { username } } }', (person, way) => ({
      input: { username: `new-${person}-${way}`, password: 'clear-brook-9', role: 'LEADER' },
    }))).toEqual({ HTTP: answers, WebSocket: answers });
    expect((await app.rows()).user_account).toBe(rows.user_account + 2);
    const { id } = users.find(({ username }) => username === 'county-990002')!;
    expect(await outcomes('updateUser', 'mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { disabled } } }', (_, way) => ({
      input: { id, disabled: way === 'HTTP' },
    }))).toEqual({ HTTP: answers, WebSocket: answers });
  });

  it('meets no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
