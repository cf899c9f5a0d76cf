import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { Project } from '../../server/portfolio/project.entity';
import { ProgressEntry } from '../../server/portfolio/facts.entity';
import { recordWork, regionsOf } from '../../server/portfolio/writing';
import { tables } from '../../server/tables';
import { engines, openLoadedDatabase, root, startProcess, TestClock, type ServerProcess, type TestDatabase } from '../harness';
import { mapNames, mapQuery, until, Watcher } from './watcher';
import { writeClass } from './writers';

const PROGRESS = 'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { project { id } } }';
const MANY = 5000;

/** Writes thousands of changes while no server runs. */
async function writeMany(stored: TestDatabase): Promise<void> {
  const database = await Database.open(stored.address, tables, new TestClock('2024-06-30'), localBell());
  try {
    await database.work({ name: 'test', userId: null }, async (unit) => {
      const projects = await unit.manager.find(Project, { where: [{ number: 2 }, { number: 3 }] });
      for (const project of projects) {
        const regions = await regionsOf(unit.manager, project.id);
        const entry = await unit.insert(ProgressEntry, { projectId: project.id, date: '2024-06-30', progress: 0, investmentDone: 0, note: null, reason: null, recordedBy: 'test', recordedAt: unit.now, sample: false });
        for (let i = 1; i <= MANY / 2; i++) {
          await unit.update(ProgressEntry, entry, { progress: i % 100 });
          recordWork(unit, 'PROGRESS_RECORDED', { project, regions }, `进度 ${i}`);
        }
      }
    });
    await writeClass(database, 'T-1', '2024-06', 'V');
  } finally {
    await database.close();
  }
}

/** Starts the built server on what cannot work. @returns its exit code and what it said. */
const failing = (env: Record<string, string>): Promise<{ code: number | null; printed: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/server/main.js'], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', DEMO_PASSWORD: 'clear-water-8', TODAY: '2024-06-30', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('exit', (code) => resolve({ code, printed }));
  });

describe.each(engines)('the built server on %s', (engine) => {
  let stored: TestDatabase;
  let server: ServerProcess | null = null;
  const env = { TODAY: '2024-06-30' };
  const start = async (port?: number) => (server = await startProcess({ databaseUrl: stored.url, env, port }));
  beforeAll(async () => {
    stored = await openLoadedDatabase(engine, 'tiny');
  });
  afterAll(async () => {
    await server?.end('SIGKILL');
    await stored.drop();
  });

  it('goes on after kill -9, and its watchers with it: 5,000 changes behind, by patches, none missed and none twice', async () => {
    const first = await start();
    const leader = await first.signIn('leader');
    const before = await Promise.all(mapNames.map(async (map) => new Watcher(await first.signIn('kiosk'), map).open()));
    const changes = leader.subscribe('subscription { changes { cursor seq } }');
    for (const watcher of before) await until(() => watcher.snapshots === 1);
    await sleep(100);
    const taskForce = await first.signIn('taskforce');
    const { id } = (await taskForce.must('{ project(number: 1) { id } }')).project;
    await taskForce.must(PROGRESS, { input: { projectId: id, date: '2024-06-30', progress: 99, reason: '核对' } });
    const { cursor, seq } = (await changes.next()).data!.changes;
    await until(() => before[0].patches === 1);
    first.child.kill('SIGKILL');
    expect(await changes.whenEnded()).not.toBeNull();
    await first.end('SIGKILL');
    await writeMany(stored);
    const second = await start(first.port);
    for (const old of before) {
      const again = new Watcher(await second.signIn('kiosk'), old.map);
      Object.assign(again, { cursor: old.cursor, shared: old.shared });
      for (const [key, mark] of old.marks) again.marks.set(key, mark);
      again.open();
      await until(() => again.patches > 0);
      expect(again.picture()).toEqual((await again.client.must(mapQuery(again.map)))[again.map]);
      expect([again.map, again.snapshots, again.patches, again.refusals]).toEqual([again.map, 0, 1, []]);
      // What did not change is not sent again, where a mark stands for itself.
      if (again.map === 'progressMap') expect(again.updates[0].changed.map(({ number }: { number: number }) => number)).toEqual([2, 3]);
      await again.leave();
    }
    const stream = (await second.signIn('leader')).subscribe('subscription ($after: Cursor) { changes(after: $after) { seq } }', { after: cursor });
    await until(() => stream.all.length >= MANY + 1, () => stream.all.length, 20_000);
    const seqs = stream.all.map(({ data }) => data!.changes.seq);
    expect(seqs).toEqual(seqs.map((_, i) => seq + 1 + i));
    stream.close();
  });

  it('stops cleanly: watchers are told to come back, what is under way is whole or not at all, nothing is lost', async () => {
    const running = server ?? (await start());
    const taskForce = await running.signIn('taskforce');
    const { id } = (await taskForce.must('{ project(number: 1) { id } }')).project;
    const streams = [running, running].map(async () => (await running.signIn('kiosk')).subscribe('subscription { progressMap { __typename } }'));
    const open = await Promise.all(streams);
    for (const stream of open) await stream.next();
    const answered: string[] = [];
    const refused: string[] = [];
    let stopping = false;
    const writing = Promise.all([1, 2, 3].map(async (writer) => {
      for (let i = 0; !stopping || i < 3; i++) {
        const note = `w${writer}-${i}`;
        const input = { projectId: id, source: 'OTHER', kind: 'ARRIVED', amount: '1.00', date: '2024-06-30', note };
        try {
          const { errors } = await taskForce.query('mutation ($input: RecordFundingInput!) { recordFunding(input: $input) { entry { id } } }', { input });
          (errors ? refused : answered).push(note);
        } catch {
          refused.push(note);
        }
      }
    }));
    await sleep(300);
    const at = Date.now();
    stopping = true;
    const code = await running.end('SIGTERM');
    const took = Date.now() - at;
    await writing;
    for (const stream of open) expect([1001, 1012]).toContain(((await stream.whenEnded()) as CloseEvent).code);
    expect([code, took < 6000]).toEqual([0, true]);
    const database = await Database.open(stored.address, tables, new TestClock('2024-06-30'), localBell());
    const recorded = Number(((await database.read.query("SELECT COUNT(*) AS n FROM change_record WHERE kind = 'FUNDING_RECORDED'")) as { n: number | string }[])[0].n);
    await database.close();
    const again = Date.now();
    const next = await start(running.port);
    expect(Date.now() - again).toBeLessThan(5000);
    const leader = await next.signIn('leader');
    const { fundingEntries } = (await leader.must('{ project(number: 1) { fundingEntries(first: 500) { nodes { note } } } }')).project;
    const notes = fundingEntries.nodes.map(({ note }: { note: string | null }) => note).filter((note: string | null) => note?.startsWith('w'));
    expect(answered.length).toBeGreaterThan(0);
    expect(new Set(notes).size).toBe(notes.length);
    expect(answered.filter((note) => !notes.includes(note))).toEqual([]);
    // Each entry that is there has its change record, and the other way round.
    expect(recorded).toBe(notes.length);
  });

  it('stops within seconds though a watcher reads nothing any more', async () => {
    const running = server ?? (await start());
    const kiosk = await running.signIn('kiosk');
    const { default: WebSocket } = await import('ws');
    const socket = new WebSocket(`${running.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: kiosk.headers });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await new Promise((resolve) => socket.once('message', resolve));
    (socket as unknown as { _socket: { pause(): void } })._socket.pause();
    const at = Date.now();
    expect(await running.end('SIGTERM')).toBe(0);
    server = null;
    expect(Date.now() - at).toBeLessThan(6000);
    socket.terminate();
  });

  it('says in one line why it does not start: the port, and on SQLite the file', async () => {
    const running = await start();
    const other = await openLoadedDatabase('sqlite', 'tiny');
    const port = await failing({ PORT: String(running.port), DATABASE_URL: other.url });
    expect(port).toEqual({ code: 1, printed: `port ${running.port} is in use; set PORT and HOST\n` });
    await other.drop();
    if (engine === 'sqlite') {
      const file = await failing({ PORT: '0', DATABASE_URL: stored.url });
      expect([file.code, file.printed.split('\n').length]).toEqual([1, 2]);
      expect(file.printed).toMatch(/^another server holds the database .*\n$/);
    }
    expect((await running.signIn('leader')).url).toBe(running.url);
    expect(await running.end('SIGINT')).toBe(0);
    server = null;
  });
});
