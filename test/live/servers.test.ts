import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { engines, openLoadedDatabase, redisUrl, startTestApp, testFolder, type TestApp, type TestDatabase } from '../harness';
import { findProgram, freePort } from '../harness/servers';
import { mapQuery, until, Watcher } from './watcher';

const both = engines.includes('mariadb');
const withRedis = both && redisUrl !== null;

/** A line to a server that can be cut and mended. */
class Line {
  private readonly sockets = new Set<net.Socket>();
  private server = this.listen();
  port = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  async open(): Promise<this> {
    if (!this.server.listening) await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as net.AddressInfo).port;
    return this;
  }

  /** Breaks what is connected, and lets nobody connect. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = this.listen();
  }

  private listen(): net.Server {
    return net.createServer((near) => {
      const far = net.connect(this.target.port, this.target.host);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        this.sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => (this.sockets.delete(one), other.destroy()));
        one.pipe(other);
      }
    });
  }
}

let step = 0;
const progress = async (app: TestApp): Promise<number> => {
  const taskForce = await app.as('taskforce');
  const { id } = (await taskForce.must('{ project(number: 2) { id } }')).project;
  await taskForce.must('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { id } } }', { input: { projectId: id, date: '2024-06-30', progress: ++step, reason: '核对' } });
  return step;
};
const shows = (watcher: Watcher, value: number): boolean => [...watcher.marks.values()].some(({ number, progress: now }) => number === 2 && now === value);

(both ? describe : describe.skip)('two servers on one MariaDB', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openLoadedDatabase('mariadb', 'tiny');
  });
  afterAll(() => database.drop());

  const pair = async (options: { redis?: string; pollEvery?: number; database?: TestDatabase }): Promise<TestApp[]> => {
    const apps = [];
    for (let i = 0; i < 2; i++) apps.push(await startTestApp({ engine: 'mariadb', database: options.database ?? database, redisUrl: options.redis ?? null, pollEvery: options.pollEvery }));
    return apps;
  };
  const stop = async (apps: TestApp[]) => {
    for (const app of apps) await app.stop();
  };

  (withRedis ? it : it.skip)('hear of each other within a second through Redis, and by the slow poll once it is gone', async () => {
    const port = await freePort();
    const start = (): ChildProcess => spawn(findProgram('redis-server')!, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', testFolder()], { stdio: 'ignore' });
    const answers = () => new Promise<boolean>((resolve) => { const probe = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false)); probe.on('connect', () => probe.end()); });
    let redis = start();
    await until(answers);
    const apps = await pair({ redis: `redis://127.0.0.1:${port}`, pollEvery: 3000 });
    try {
      const watcher = new Watcher(await apps[1].as('kiosk'), 'progressMap').open();
      const changes = (await apps[1].as('leader')).subscribe('subscription { changes { kind actor } }');
      await until(() => watcher.snapshots === 1);
      await changes.quiet(300);
      const heardAfter = async () => {
        const value = await progress(apps[0]);
        const at = Date.now();
        await until(() => shows(watcher, value), () => watcher.updates.length, 6000);
        expect((await changes.next()).data!.changes).toEqual({ kind: 'PROGRESS_RECORDED', actor: 'taskforce' });
        return Date.now() - at;
      };
      for (let i = 0; i < 5; i++) expect(await heardAfter()).toBeLessThan(1000);
      redis.kill('SIGKILL');
      await new Promise((resolve) => redis.once('exit', resolve));
      for (let i = 0; i < 2; i++) expect(await heardAfter()).toBeLessThan(4500);
      // And at once again when it is back.
      redis = start();
      await until(answers);
      await until(async () => (await heardAfter()) < 300, () => 'still by the poll', 20_000);
      expect(watcher.snapshots).toBe(1);
      expect([...apps[0].faults, ...apps[1].faults]).toEqual([]);
      await watcher.leave();
    } finally {
      redis.kill('SIGKILL');
      await stop(apps);
    }
  });

  it('hear of each other by the poll alone, and a cursor of the one is good at the other at once', async () => {
    const apps = await pair({ pollEvery: 60_000 });
    try {
      const here = new Watcher(await apps[0].as('kiosk'), 'progressMap').open();
      for (let i = 0; i < 5; i++) {
        const value = await progress(apps[0]);
        await until(() => shows(here, value));
        // The other server has heard of it by no bell and no poll: yet it takes up where the first one was.
        const { endCursor } = (await (await apps[0].as('leader')).must('{ changes(first: 500) { pageInfo { endCursor } } }')).changes.pageInfo;
        const stream = (await apps[1].as('leader')).subscribe('subscription ($after: Cursor) { changes(after: $after) { seq } }', { after: endCursor });
        expect(await stream.quiet(50)).toBe(true);
        expect(stream.ended).toBe(false);
        stream.close();
        const taken = (await apps[1].as('kiosk')).subscribe('subscription ($after: Cursor) { progressMap(after: $after) { __typename } }', { after: here.cursor });
        expect(await taken.quiet(50)).toBe(true);
        taken.close();
      }
      await here.leave();
    } finally {
      await stop(apps);
    }
  });

  it('end what was revoked on the other', async () => {
    const apps = await pair({ pollEvery: 500 });
    try {
      const session = await apps[0].signIn('county-990002');
      const there = apps[1].client(session.headers);
      const [stream, other] = [there.subscribe('subscription { waterMap { __typename } }'), (await apps[1].as('leader')).subscribe('subscription { waterMap { __typename } }')];
      await Promise.all([stream.next(), other.next()]);
      await session.must('mutation { logout }');
      expect(((await stream.whenEnded(6000)) as CloseEvent).code).toBe(4401);
      expect(other.ended).toBe(false);
    } finally {
      await stop(apps);
    }
  });

  it('go on when the database was away for a while', async () => {
    const line = await new Line({ host: '127.0.0.1', port: Number(new URL(database.url).port) }).open();
    const through: TestDatabase = { ...database, address: { ...database.address, port: line.port } as TestDatabase['address'] };
    const app = await startTestApp({ engine: 'mariadb', database: through, pollEvery: 200 });
    const other = await startTestApp({ engine: 'mariadb', database });
    try {
      const watcher = new Watcher(await app.as('kiosk'), 'progressMap').open();
      const changes = (await app.as('leader')).subscribe('subscription { changes { kind } }');
      await until(() => watcher.snapshots === 1, () => [watcher.refusals, app.faults.map(String), app.faults]);
      await progress(app);
      await changes.next();
      await line.cut();
      await sleep(700);
      // Somebody reaches the database by another way meanwhile.
      const value = await progress(other);
      const refused = await (await app.as('leader')).query('{ regions { adcode } }').catch((error: Error) => ({ errors: [{ message: error.message, extensions: { code: 'none' } }] }));
      expect(JSON.stringify(refused)).not.toMatch(/ECONN|PROTOCOL|127\.0\.0\.1|mysql/i);
      await line.open();
      await until(() => shows(watcher, value));
      expect((await changes.next()).data!.changes.kind).toBe('PROGRESS_RECORDED');
      expect(watcher.snapshots).toBe(1);
      const next = await progress(app);
      await until(() => shows(watcher, next));
      expect(watcher.picture()).toEqual((await (await app.as('kiosk')).must(mapQuery('progressMap'))).progressMap);
      await watcher.leave();
    } finally {
      await stop([other, app]);
      await line.cut();
    }
  });
});
