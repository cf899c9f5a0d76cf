import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD } from './app';
import { TestClient } from './client';
import { testFolder } from './database';
import { root } from './pack';
import { freePort } from './servers';

export interface ServerProcess {
  url: string;
  port: number;
  child: ChildProcess;
  /** What it printed so far. */
  printed(): string;
  signIn(username: string): Promise<TestClient>;
  /** Sends a signal and waits for the end. @returns the exit code; null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ProcessOptions {
  databaseUrl: string;
  env?: Record<string, string>;
  /** @default a free one */
  port?: number;
}

/** Runs the built server as a process of its own, for what only a process can show: kill -9, signals, time zones. */
export async function startProcess({ databaseUrl, env = {}, port }: ProcessOptions): Promise<ServerProcess> {
  await built();
  const chosen = port ?? (await freePort());
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', LOG_LEVEL: 'error', DEMO: '1', DEMO_PASSWORD: PASSWORD, PORT: String(chosen), DATABASE_URL: databaseUrl, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const url = `http://127.0.0.1:${chosen}`;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const clients: TestClient[] = [];
  // No test leaves a server behind.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  void ended.then(() => process.off('exit', kill));
  for (const until = Date.now() + 60_000; !text.includes('Yihong 一泓 is at'); ) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${text}`);
    if (Date.now() > until) throw new Error((kill(), `the server does not start:\n${text}`));
    await sleep(30);
  }
  return {
    url, port: chosen, child,
    printed: () => text,
    async signIn(username) {
      const response = await new TestClient(url, {}).post({ query: 'mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { username } }', variables: { u: username, p: PASSWORD } });
      const client = new TestClient(url, { cookie: response.headers.getSetCookie()[0].split(';')[0] });
      clients.push(client);
      return client;
    },
    async end(signal) {
      if (child.exitCode === null) child.kill(signal);
      const code = await ended;
      await Promise.all(clients.splice(0).map((client) => client.close()));
      return code;
    },
  };
}

/** Builds what has changed, once a run. */
export async function built(): Promise<void> {
  const note = path.join(testFolder(), 'built');
  try {
    fs.mkdirSync(`${note}.making`);
  } catch {
    while (!fs.existsSync(note)) await sleep(100);
    if (fs.readFileSync(note, 'utf8')) throw new Error('the server cannot be built');
    return;
  }
  const { status, stderr } = spawnSync(process.execPath, ['server/start.cjs', '--build-only'], { cwd: root, encoding: 'utf8' });
  fs.writeFileSync(note, status === 0 ? '' : 'failed');
  if (status !== 0) throw new Error(stderr);
}
