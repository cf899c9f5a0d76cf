import WebSocket from 'ws';
import { onEachEngine, PASSWORD, startTestApp, type ShownError, type TestApp, type TestClient } from '../harness';
import { mapStream, until, Watcher } from './watcher';

const STREAM = 'subscription { progressMap { ... on ProgressMap { cursor } ... on ProgressMapPatch { cursor } } }';

onEachEngine('a WebSocket', (engine) => {
  let app: TestApp;
  let admin: TestClient;
  let leader: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine, pollEvery: 500 });
    admin = await app.as('admin');
    leader = await app.as('leader');
  });
  afterAll(() => app.stop());

  const userId = async (username: string): Promise<string> => (await admin.must('{ users { id username } }')).users.find((user: { username: string }) => user.username === username).id;
  const update = async (username: string, change: object) => admin.must('mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } } }', { input: { id: await userId(username), ...change } });

  describe('whose sign-in has ended is closed with 4401, and nobody else’s', () => {
    const ends: [string, string, () => Promise<TestClient>, (client: TestClient) => Promise<unknown>][] = [
      ['signing out elsewhere', 'county-990001', () => app.signIn('county-990001'), (client) => client.must('mutation { logout }')],
      ['the account is disabled', 'county-990001', () => app.signIn('county-990001'), () => update('county-990001', { disabled: true }).then(() => update('county-990001', { disabled: false }))],
      ['its password is reset', 'county-990001', () => app.signIn('county-990001'), () => update('county-990001', { password: PASSWORD })],
      ['another role', 'county-990001', () => app.signIn('county-990001'), () => update('county-990001', { role: 'LEADER' })],
      ['another region, by a token', 'county-990002', () => app.as('county-990002'), () => update('county-990002', { region: '990001' })],
      ['the token is revoked', 'kiosk', () => app.as('kiosk'), async () => {
        const rows = (await app.database.read.query("SELECT t.id AS id FROM api_token t JOIN user_account u ON u.id = t.user_id WHERE u.username = 'kiosk'")) as { id: number }[];
        for (const { id } of rows) await app.app.services.access.tokens.revoke(String(id));
      }],
      ['another server or the operator revoked it', 'department-urban', () => app.signIn('department-urban'), () => app.database.housekeeping((manager) => manager.query('UPDATE session SET revoked_at = 1 WHERE user_id = (SELECT id FROM user_account WHERE username = ?)', ['department-urban']))],
      ['another server or the operator disabled the account', 'department-water', () => app.as('department-water'), () => app.database.housekeeping((manager) => manager.query('UPDATE user_account SET disabled = 1 WHERE username = ?', ['department-water']))],
    ];
    it.each(ends)('%s', async (why, _username, enter, end) => {
      const client = await enter();
      const stream = client.subscribe(STREAM);
      const map = client.subscribe(mapStream('waterMap'));
      const other = leader.subscribe(STREAM);
      await Promise.all([stream.next(), map.next(), other.next()]);
      await end(client);
      for (const one of [stream, map]) expect(((await one.whenEnded(8000)) as CloseEvent).code).toBe(4401);
      expect(other.ended).toBe(false);
      other.close();
      // A moved account's token is good for its new place; everything else has to sign in anew.
      const again = await client.subscribe(STREAM).next();
      expect(again.errors?.[0].extensions.code ?? 'OK').toBe(why.startsWith('another region') ? 'OK' : 'UNAUTHENTICATED');
    });

    it('keeps the session that changed its own password', async () => {
      const [here, elsewhere] = [await app.signIn('taskforce'), await app.signIn('taskforce')];
      const [kept, closed] = [here.subscribe(STREAM), elsewhere.subscribe(STREAM)];
      await Promise.all([kept.next(), closed.next()]);
      await here.must('mutation ($c: String!) { changePassword(current: $c, new: "clear-brook-77") }', { c: PASSWORD });
      expect(((await closed.whenEnded(8000)) as CloseEvent).code).toBe(4401);
      expect(kept.ended).toBe(false);
      kept.close();
    });
  });

  it('that is opened while the others’ sign-ins are looked at stays open', async () => {
    const { sessions } = app.app.services.access;
    const standing = leader.subscribe(STREAM);
    await standing.next();
    const ask = sessions.stillValid.bind(sessions);
    let begun = 0;
    const looking = jest.spyOn(sessions, 'stillValid').mockImplementation(async (credentials) => {
      const valid = await ask(credentials);
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return valid;
    });
    try {
      app.app.sockets.recheck();
      await until(() => begun > 0);
      const newcomer = (await app.signIn('leader')).subscribe(STREAM);
      await newcomer.next();
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect([standing.ended, newcomer.ended]).toEqual([false, false]);
      newcomer.close();
    } finally {
      looking.mockRestore();
      standing.close();
    }
  });

  it('of nobody answers a subscription with UNAUTHENTICATED and stays open for what nobody may ask', async () => {
    const nobody = app.client({});
    const watch = nobody.subscribe(STREAM);
    const alive = nobody.subscribe('{ today }');
    expect((await watch.next()).errors!.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(await watch.whenEnded()).toBeNull();
    expect((await alive.next()).data).toEqual({ today: '2024-06-30' });
    const bad = app.client({ authorization: 'Bearer nonsense' });
    expect((await bad.ws(STREAM)).errors![0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('tells nothing of a fault of ours, no more than HTTP does', async () => {
    const { users } = app.app.services.access;
    const { changes } = app.app.services.hub;
    jest.spyOn(users, 'list').mockRejectedValue(new Error('secret SELECT password_hash'));
    jest.spyOn(changes, 'watch').mockImplementation(() => {
      throw new Error('secret stack');
    });
    jest.spyOn(app.app.services.hub.progress, 'watch').mockImplementation(() => ({ [Symbol.asyncIterator]() { return this; }, next: async () => { throw new Error('secret table'); }, return: async () => ({ done: true, value: undefined }), throw: async () => ({ done: true, value: undefined }) }));
    try {
      const faults = app.faults.length;
      const shown: ShownError[] = [];
      shown.push(...(await admin.query('{ users { username } }')).errors!, ...(await admin.ws('{ users { username } }')).errors!);
      shown.push(...(await leader.ws('subscription { changes { seq } }')).errors!, ...(await leader.ws(STREAM)).errors!);
      expect(shown.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('INTERNAL_SERVER_ERROR'));
      expect(JSON.stringify(shown)).not.toMatch(/secret|stack|at .*\.ts/);
      // The log has each, under the reference that was shown.
      const logged = app.faults.splice(faults) as { reference: string }[];
      expect(logged.map(({ reference }) => shown.some(({ message }) => message.includes(reference)))).toEqual([true, true, true, true]);
    } finally {
      jest.restoreAllMocks();
    }
    expect((await leader.ws(STREAM)).data!.progressMap.cursor).toEqual(expect.any(String));
  });

  it.each<[string, string, object, string]>([
    ['a day that is none, as a variable', 'query ($d: Date) { progressMap(asOf: $d) { asOf } }', { d: '2023-02-30' }, 'asOf'],
    ['a day that is none, as a literal', '{ progressMap(asOf: "2023-02-30") { asOf } }', {}, 'asOf'],
    ['money inside an input', 'mutation ($in: RecordFundingInput!) { recordFunding(input: $in) { entry { id } } }', { in: { projectId: 'x', source: 'OTHER', kind: 'PAID', date: '2024-01-01', amount: '1,000' } }, 'input.amount'],
    ['money as a literal', 'mutation { recordFunding(input: { projectId: "x", source: OTHER, kind: PAID, date: "2024-01-01", amount: "１０００" }) { entry { id } } }', {}, 'input.amount'],
    ['money in a variable inside a literal', 'mutation ($m: Money!) { recordFunding(input: { projectId: "x", source: OTHER, kind: PAID, date: "2024-01-01", amount: $m }) { entry { id } } }', { m: 'NaN' }, 'input.amount'],
    ['an enum', 'query ($f: ProjectFilter) { projects(filter: $f) { totalCount } }', { f: { stages: ['DONE'] } }, 'filter.stages.0'],
    ['an enum as a literal', '{ projects(filter: { stages: [DONE] }) { totalCount } }', {}, 'filter.stages.0'],
    ['a field left out', 'mutation ($x: RecordStageInput!) { recordStage(input: $x) { project { id } } }', { x: { projectId: 'x', expectedVersion: 1, stage: 'CONSTRUCTION' } }, 'input.effectiveDate'],
  ])('names the field of %s like HTTP', async (_, query, variables, field) => {
    const [http, ws] = [await leader.query(query, variables as Record<string, unknown>), await leader.ws(query, variables as Record<string, unknown>)];
    for (const { errors } of [http, ws]) expect(errors![0].extensions).toEqual({ code: 'BAD_USER_INPUT', field });
    expect(ws.errors!.map(({ message }) => message)).toEqual(http.errors!.map(({ message }) => message));
  });

  it('refuses what is too much like HTTP', async () => {
    const query = '{ projects(first: 500) { nodes { fundingEntries(first: 500) { nodes { id amount date note } } } } }';
    for (const answer of [await leader.query(query), await leader.ws(query)]) expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(['TOO_COMPLEX']);
    const variables = { n: 500, m: 500 };
    const hidden = 'query ($n: Int, $m: Int) { projects(first: $n) { nodes { ...f } } } fragment f on Project { fundingEntries(first: $m) { nodes { id amount date note } } }';
    for (const answer of [await leader.query(hidden, variables), await leader.ws(hidden, variables)]) expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual(['TOO_COMPLEX']);
  });

  it.each([
    ['another site', 'http://evil.example', 403], ['another port', 'http://127.0.0.1:1', 403], ['no page', 'null', 403],
    ['its own page', 'own', 101], ['no origin', undefined, 101],
  ])('from %s is let in or not', async (_, origin, status) => {
    const own = app.url;
    const socket = new WebSocket(`${own.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', origin ? { origin: origin === 'own' ? own : origin } : {});
    const got = await new Promise((resolve) => {
      socket.once('open', () => resolve(101));
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.once('error', () => undefined);
    });
    socket.terminate();
    expect(got).toBe(status);
  });

  it('is not found elsewhere', async () => {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/other`, 'graphql-transport-ws');
    socket.once('error', () => undefined);
    expect(await new Promise((resolve) => socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)))).toBe(404);
    socket.terminate();
  });

  it('survives mistakes in one operation: the others go on', async () => {
    const watcher = new Watcher(leader, 'waterMap').open();
    await until(() => watcher.snapshots === 1);
    for (const query of ['{ nonsense }', '{ today', 'subscription { changes { seq } progressMap { __typename } }', 'subscription { __typename }', 'query A { today } query B { today }']) {
      const { errors } = await leader.ws(query);
      expect([query, (errors?.length ?? 0) > 0, errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')]).toEqual([query, true, false]);
    }
    await watcher.leave();
    expect(watcher.snapshots).toBe(1);
    expect(app.faults).toEqual([]);
  });
});
