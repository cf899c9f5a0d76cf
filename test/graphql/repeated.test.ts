import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWork, engines, mutate, onEachEngine, openLoadedDatabase, PASSWORD, startTestApp, statementsOf, type TestApp, type TestClient, type TestDatabase } from '../harness';

const WORKS = '{ projects { totalCount nodes { number name leadRegion { name } funding { arrived } } } }';
const bodyOf = (query: string): string => JSON.stringify({ query });

interface Raw {
  status: number;
  headers: string[];
  body: string;
}

/** A request as it goes over the line, and the answer as it comes: every header in its own case, but the date. */
const ask = (url: string, headers: Record<string, string>, body: string, method = 'POST'): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const request = http.request(`${url}/graphql`, { method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const pairs = response.rawHeaders.flatMap((text, i, all) => (i % 2 ? [] : [`${text}: ${all[i + 1]}`]));
        resolve({ status: response.statusCode!, headers: pairs.filter((pair) => !pair.startsWith('Date:')).sort(), body: Buffer.concat(parts).toString() });
      });
    });
    request.on('error', reject).end(method === 'GET' ? undefined : body);
  });

/** The code of an answer's error, or OK. */
const codeOf = ({ body }: Raw): string => (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0].extensions.code ?? 'OK';

onEachEngine('a repeated request', (engine) => {
  let app: TestApp;
  let admin: TestClient;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [admin, taskforce] = [await app.as('admin'), await app.as('taskforce')];
  });
  afterAll(() => app.stop());

  const again = (client: TestClient, query = WORKS): Promise<Raw> => ask(app.url, { ...client.headers }, bodyOf(query));
  /** Asks until the answer comes from what was kept. */
  const settled = async (client: TestClient, query = WORKS): Promise<Raw> => {
    for (let i = 0; i < 3; i++) await again(client, query);
    return again(client, query);
  };
  const update = async (username: string, change: object): Promise<void> => {
    const { users } = await admin.must('{ users { id username } }');
    await mutate(admin, 'updateUser', { id: users.find((user: { username: string }) => user.username === username).id, ...change }, 'user { id }');
  };

  it('gets the same status, headers and bytes as the first, with no statement but the one that asks for other servers’ changes', async () => {
    const first = await again(taskforce, '{ projects(first: 7) { totalCount nodes { name code } } }');
    // The first wrote when the token was seen.
    await sleep(50);
    const kept = await settled(taskforce, '{ projects(first: 7) { totalCount nodes { name code } } }');
    const { result, statements } = await statementsOf(app.database, async () => {
      const answers = [];
      for (let i = 0; i < 5; i++) answers.push(await again(taskforce, '{ projects(first: 7) { totalCount nodes { name code } } }'));
      return answers;
    });
    expect(first.status).toBe(200);
    expect(kept).toEqual(first);
    for (const answer of result) expect(answer).toEqual(first);
    expect(first.headers.map((header) => header.split(':')[0])).toEqual(expect.arrayContaining(['Content-Security-Policy', 'Content-Length', 'X-Content-Type-Options']));
    // The first of the five goes the long way: finding the statements was itself a write.
    const [who, ...seqs] = statements;
    expect(who).toContain('FROM api_token');
    expect(seqs).toEqual(Array.from({ length: engine === 'sqlite' ? 1 : 5 }, () => expect.stringMatching(/^SELECT seq FROM change_counter/)));
  });

  it('is counted like any other', async () => {
    const counted = async () => Number(/^yihong_http_requests_total\{method="POST",route="\/graphql",status="200"\} (\d+)/m.exec(await (await fetch(`${app.url}/metrics`)).text())![1]);
    await settled(taskforce);
    await sleep(20);
    const before = await counted();
    for (let i = 0; i < 10; i++) await again(taskforce);
    await sleep(20);
    expect(await counted()).toBe(before + 10);
  });

  it('shows a write to whoever wrote, at once, each time', async () => {
    const { id } = await createWork(taskforce, { name: '改' });
    for (let i = 0; i < 20; i++) {
      await settled(taskforce);
      await mutate(taskforce, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: '2024-06-30' });
      const { nodes } = (JSON.parse((await again(taskforce)).body) as { data: { projects: { nodes: { name: string; funding: { arrived: string } }[] } } }).data.projects;
      expect(nodes.find(({ name }) => name === '改')!.funding.arrived).toBe(`${i + 1}.00`);
    }
  });

  const ends: [string, () => Promise<TestClient>, (client: TestClient) => Promise<unknown>, string][] = [
    ['has signed out', () => app.signIn('county-990001'), (client) => client.must('mutation { logout }'), 'UNAUTHENTICATED'],
    ['was disabled', () => app.as('county-990001'), () => update('county-990001', { disabled: true }), 'UNAUTHENTICATED'],
    ['has a new password from the administrator', () => app.signIn('department-water'), () => update('department-water', { password: PASSWORD }), 'UNAUTHENTICATED'],
    ['became somebody who may not ask', () => app.as('county-990002'), () => update('county-990002', { role: 'KIOSK' }), 'FORBIDDEN'],
    ['was revoked as a program', () => app.as('department-urban'), async () => {
      const rows = (await app.database.read.query("SELECT t.id AS id FROM api_token t JOIN user_account u ON u.id = t.user_id WHERE u.username = 'department-urban'")) as { id: number }[];
      for (const { id } of rows) await app.app.services.access.tokens.revoke(String(id));
    }, 'UNAUTHENTICATED'],
    ['signed in longer ago than a session lasts', () => app.signIn('leader'), async () => app.clock.forward(31 * 86_400_000), 'UNAUTHENTICATED'],
  ];
  it.each(ends)('is answered no more when who asks %s', async (_, enter, end, code) => {
    const client = await enter();
    await again(client);
    await sleep(30);
    expect(codeOf(await settled(client))).toBe('OK');
    await end(client);
    expect(codeOf(await again(client))).toBe(code);
  });

  it('goes by the session that changed its password, and no more by the others', async () => {
    const [here, elsewhere] = [await app.signIn('taskforce'), await app.signIn('taskforce')];
    for (const client of [here, elsewhere]) expect(codeOf(await settled(client))).toBe('OK');
    await here.must('mutation ($c: String!) { changePassword(current: $c, new: "clear-brook-77") }', { c: PASSWORD });
    expect([codeOf(await again(here)), codeOf(await again(elsewhere))]).toEqual(['OK', 'UNAUTHENTICATED']);
  });

  it('shows the sight of the new place when who asks was moved', async () => {
    const mover = await app.as('department-finance');
    const before = await settled(mover);
    await update('department-finance', { role: 'COUNTY', department: null, region: '990001' });
    const after = await again(mover);
    expect(codeOf(after)).toBe('OK');
    expect(after.body).not.toBe(before.body);
  });

  it('moves with the day', async () => {
    const query = '{ stageTimeline { date } }';
    const before = await settled(taskforce, query);
    app.clock.turnTo('2024-07-02');
    const after = await again(taskforce, query);
    app.clock.turnTo('2024-06-30');
    expect(before.body).toContain('"2024-06-30"}]');
    expect(after.body).toContain('"2024-07-02"}]');
  });

  it('is another’s when it comes with another sign-in, from another page or as another kind of question', async () => {
    await settled(taskforce);
    const body = bodyOf(WORKS);
    expect(codeOf(await ask(app.url, {}, body))).toBe('UNAUTHENTICATED');
    expect(codeOf(await ask(app.url, { authorization: 'Bearer nobody' }, body))).toBe('UNAUTHENTICATED');
    expect(await ask(app.url, { ...taskforce.headers, origin: 'http://elsewhere.example' }, body)).toMatchObject({ status: 403 });
    expect(await ask(app.url, { ...taskforce.headers, origin: '' }, body)).toMatchObject({ status: 403 });
    expect((await ask(app.url, { ...taskforce.headers, accept: 'application/graphql-response+json' }, body)).headers).toContainEqual(expect.stringMatching(/^Content-Type: application\/graphql-response\+json/i));
    expect((await ask(app.url, { ...taskforce.headers, 'content-type': 'text/plain' }, body)).status).not.toBe(200);
    expect((await ask(app.url, { ...taskforce.headers }, body, 'GET')).status).not.toBe(200);
  });

  it('may come in pieces, or with its length unknown', async () => {
    const first = await settled(taskforce);
    const body = bodyOf(WORKS);
    const head = (length: string) => `POST /graphql HTTP/1.1\r\nHost: ${new URL(app.url).host}\r\nContent-Type: application/json\r\nAuthorization: ${taskforce.headers.authorization}\r\nConnection: close\r\n${length}\r\n\r\n`;
    const pieces = [head(`Content-Length: ${body.length}`), ...body.match(/.{1,25}/g)!];
    const chunked = [head('Transfer-Encoding: chunked'), ...body.match(/.{1,25}/g)!.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`), '0\r\n\r\n'];
    for (const parts of [pieces, pieces, chunked]) expect(await speak(app, parts)).toContain(first.body);
    expect(await speak(app, [head('Content-Length: 9'), '{"query":'])).toContain('400 Bad Request');
  });

  it('of any length goes its way, and what is no JSON is refused as ever', async () => {
    for (const length of [1000, 60_000, 70_000, 400_000]) {
      const text = await (await taskforce.post({ query: '{ __typename }', variables: { x: 'y'.repeat(length) } })).text();
      expect(text).toBe('{"data":{"__typename":"Query"}}\n');
    }
    expect((await taskforce.post('{"query"')).status).toBe(400);
    expect((await taskforce.post(`{"query":"${'y'.repeat(2_000_000)}"}`)).status).toBe(413);
  });
});

/** Sends text in pieces with pauses between. @returns everything that comes back. */
const speak = (app: TestApp, pieces: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = net.connect(app.app.port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await sleep(5);
      }
    });
    socket.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString())).on('error', reject);
  });

(engines.includes('mariadb') ? describe : describe.skip)('a repeated request at one of two servers', () => {
  let stored: TestDatabase;
  let here: TestApp;
  let there: TestApp;
  beforeAll(async () => {
    stored = await openLoadedDatabase('mariadb', 'tiny');
    // Neither hears of the other by a bell, or by its poll.
    [here, there] = [await startTestApp({ engine: 'mariadb', database: stored, pollEvery: 60_000 }), await startTestApp({ engine: 'mariadb', database: stored, pollEvery: 60_000 })];
  });
  afterAll(async () => {
    await here.stop();
    await there.stop();
    await stored.drop();
  });
  const settled = async (client: TestClient): Promise<void> => {
    for (let i = 0; i < 3; i++) expect(codeOf(await ask(here.url, { ...client.headers }, bodyOf(WORKS)))).toBe('OK');
  };
  const again = (client: TestClient): Promise<Raw> => ask(here.url, { ...client.headers }, bodyOf(WORKS));

  it('shows at once what was written at the other, to whoever wrote', async () => {
    const taskforce = await here.as('taskforce');
    const elsewhere = there.client({ ...taskforce.headers });
    for (let i = 0; i < 20; i++) {
      await settled(taskforce);
      await createWork(elsewhere, { name: `那边第${i}项` });
      expect((await again(taskforce)).body).toContain(`那边第${i}项`);
    }
  });

  it.each([
    ['disabled', { disabled: true }, 'UNAUTHENTICATED'],
    ['given a new password', { password: PASSWORD }, 'UNAUTHENTICATED'],
    ['moved to a role that may not ask', { role: 'KIOSK' }, 'UNAUTHENTICATED'],
  ])('is answered no more at once when who asks was %s at the other', async (_, change, code) => {
    const admin = await there.as('admin');
    const client = await here.signIn('county-990001');
    await settled(client);
    const { users } = await admin.must('{ users { id username } }');
    const { id } = users.find(({ username }: { username: string }) => username === 'county-990001');
    await mutate(admin, 'updateUser', { id, ...change }, 'user { id }');
    expect(codeOf(await again(client))).toBe(code);
    await mutate(admin, 'updateUser', { id, disabled: false, role: 'COUNTY', region: '990001' }, 'user { id }');
  });

  it('is answered no more within a second after signing out at the other', async () => {
    const client = await here.signIn('department-water');
    const asking = (async () => {
      for (let i = 0; i < 30; i++) {
        await again(client);
        await sleep(40);
      }
    })();
    await sleep(100);
    await there.client({ ...client.headers }).must('mutation { logout }');
    await sleep(1050);
    expect(codeOf(await again(client))).toBe('UNAUTHENTICATED');
    await asking;
  });
});
