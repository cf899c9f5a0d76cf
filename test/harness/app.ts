import { startDemo } from '../../server/access/demo';
import { User } from '../../server/access/user.entity';
import type { Day } from '../../server/api/day';
import { startApp, type App } from '../../server/app';
import { localBell, redisBell, type Bell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { tables } from '../../server/tables';
import { TestClient, type ShownError } from './client';
import { TestClock } from './clock';
import { openTestDatabase, type TestDatabase } from './database';
import type { TestEngine } from './engines';
import { openLoadedDatabase, packOf, root, type PackName } from './pack';

/** The password of every demonstration account. */
export const PASSWORD = 'clear-water-8';

export interface TestAppOptions {
  engine: TestEngine;
  /** Null: an empty database. @default 'tiny' */
  pack?: PackName | null;
  /** @default the pack's last day */
  today?: Day;
  clock?: TestClock;
  /** One that the test keeps itself, for a second server or a restart; else a new one, dropped by `stop`. */
  database?: TestDatabase;
  /** Rings between servers. */
  redisUrl?: string | null;
  /** False: as an operator's server, where demonstration accounts are nobody. @default true */
  demo?: boolean;
  pollEvery?: number;
  publicUrl?: string | null;
}

/** A server on a database of its own, and people who speak to it. */
export class TestApp {
  app: App;
  database: Database;
  url: string;
  /** What the server wrote into its log: every fault that is ours. */
  readonly faults: unknown[] = [];
  private readonly tokens = new Map<string, string>();
  private clients: TestClient[] = [];
  private bell: Bell;

  constructor(readonly stored: TestDatabase, readonly clock: TestClock, private readonly options: TestAppOptions) {}

  async start(): Promise<this> {
    const { redisUrl, demo = true, pollEvery, publicUrl = null } = this.options;
    this.bell = redisUrl ? await redisBell(redisUrl, () => undefined) : localBell();
    this.database = await Database.open(this.stored.address, tables, this.clock, this.bell);
    const mode = demo ? (await startDemo(this.clock.today(), PASSWORD)).demo : null;
    const log = { error: (detail: object) => void this.faults.push(detail) };
    this.app = await startApp({ database: this.database, clock: this.clock, demo: mode, publicUrl, root, log, controlSecret: null, pollEvery }, '127.0.0.1', 0);
    this.url = `http://127.0.0.1:${this.app.port}`;
    return this;
  }

  /** Somebody of the demonstration, by a token: "taskforce", "county-990001", … */
  async as(username: string, headers: Record<string, string> = {}): Promise<TestClient> {
    if (!this.tokens.has(username)) {
      const { id } = await this.database.read.findOneByOrFail(User, { username });
      this.tokens.set(username, await this.app.services.access.tokens.add(id, 'test'));
    }
    return this.client({ authorization: `Bearer ${this.tokens.get(username)}`, ...headers });
  }

  /** Somebody signed in by name and password, with the cookie of a browser. */
  async signIn(username: string, password = PASSWORD): Promise<TestClient> {
    const response = await this.client({}).post({ query: 'mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { username } }', variables: { u: username, p: password } });
    const [cookie] = response.headers.getSetCookie();
    if (!cookie) throw new Error(`not signed in: ${((await response.json()) as { errors: ShownError[] }).errors[0].message}`);
    return this.client({ cookie: cookie.split(';')[0] });
  }

  /** A client with these headers; without any, nobody. */
  client(headers: Record<string, string>): TestClient {
    const client = new TestClient(this.url, headers);
    this.clients.push(client);
    return client;
  }

  /** Stops and starts on the same database. Clients are to be asked for anew. */
  async restart(): Promise<this> {
    await this.close();
    return this.start();
  }

  /** The number of the last change, and the rows of every table: what a refused request must leave alone. */
  async rows(): Promise<Record<string, number>> {
    // Sessions and the like are no facts of the programme.
    const tables = this.database.read.connection.entityMetadatas.map(({ tableName }) => tableName).filter((name) => !['session', 'api_token', 'known_device', 'sign_in_guard'].includes(name));
    const counts = tables.map((name) => `SELECT '${name}' AS name, COUNT(*) AS n FROM ${name}`).join(' UNION ALL ');
    const rows = (await this.database.read.query(`${counts} UNION ALL SELECT 'seq', seq FROM change_counter`)) as { name: string; n: number | string }[];
    return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
  }

  /** Closes the server; the database stays for another. */
  async close(): Promise<void> {
    await Promise.all(this.clients.splice(0).map((client) => client.close()));
    await this.app.stop();
    await this.database.close();
    await this.bell.close();
  }

  /** Closes everything. */
  async stop(): Promise<void> {
    await this.close();
    if (!this.options.database) await this.stored.drop();
  }
}

/** Starts a server. Stop it in afterAll. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const { engine, pack = 'tiny' } = options;
  const stored = options.database ?? (pack === null ? await openTestDatabase(engine) : await openLoadedDatabase(engine, pack));
  const clock = options.clock ?? new TestClock(options.today ?? packOf(pack ?? 'tiny').info.lastDay);
  return new TestApp(stored, clock, options).start();
}
