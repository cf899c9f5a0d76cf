import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium, findMariadb, findProgram, findWriter, startMariadb, startRedis, type Server } from './servers';

/** What the run started, for the teardown. */
export interface Run {
  folder: string;
  servers: Server[];
  release(): void;
}

/**
 * Starts the run's own servers and tells the tests where they are. What is not on this machine is left out, and said so;
 * REQUIRE=mariadb,redis,chromium,libreoffice makes it a failure.
 */
export default async function setUp(): Promise<void> {
  const required = new Set((process.env.REQUIRE ?? '').split(',').map((name) => name.trim()).filter(Boolean));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-tests-'));
  const run: Run = { folder, servers: [], release: () => release(run) };
  (globalThis as { yihongRun?: Run }).yihongRun = run;
  // Also when the run is interrupted.
  process.once('exit', run.release);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  process.env.TEST_FOLDER = folder;
  const offer = async (name: string, variable: string, program: string | null, leftOut: string, start: (program: string) => Promise<Server | null>) => {
    delete process.env[variable];
    if (!program) {
      if (required.has(name)) throw new Error(`REQUIRE names ${name}, and there is none on this machine`);
      process.stdout.write(`without ${name}: ${leftOut}\n`);
      return;
    }
    const server = await start(program);
    if (server) run.servers.push(server);
    process.env[variable] = server?.url ?? program;
  };
  try {
    for (const name of required) if (!['mariadb', 'redis', 'chromium', 'libreoffice'].includes(name)) throw new Error(`REQUIRE knows mariadb, redis, chromium and libreoffice, not ${name}`);
    await offer('mariadb', 'TEST_MARIADB', findMariadb(), 'no mariadbd on this machine, so everything runs on SQLite alone', (program) => startMariadb(program, folder));
    await offer('redis', 'TEST_REDIS', findProgram('redis-server'), 'no redis-server on this machine, so the bell between servers is not tested', (program) => startRedis(program, folder));
    await offer('chromium', 'TEST_CHROMIUM', findChromium(), 'no Chromium on this machine (CHROMIUM_PATH names one), so the browser suite is left out', async () => null);
    await offer('libreoffice', 'TEST_SOFFICE', findProgram('soffice'), 'no LibreOffice on this machine, so no spreadsheet is opened by it', async () => null);
    await offer('libreoffice', 'TEST_WRITER', findWriter(), 'no LibreOffice Writer on this machine, so no paper is opened by it', async () => null);
  } catch (error) {
    run.release();
    throw error;
  }
}

function release({ folder, servers }: Run): void {
  for (const server of servers.splice(0)) server.kill();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
