import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

/** A server of the test run alone. */
export interface Server {
  url: string;
  /** Ends at once, also while the process is exiting. */
  kill(): void;
}

const FOLDERS = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/opt/homebrew/bin'];

/** Where a program is; null where there is none of these names. */
export const findProgram = (...names: string[]): string | null =>
  names.flatMap((name) => FOLDERS.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file)) ?? null;

/** LibreOffice with its word processor, which packages may leave out; its library lies beside the program. */
export function findWriter(): string | null {
  const file = findProgram('soffice');
  if (!file) return null;
  const folder = path.dirname(fs.realpathSync(file));
  return ['libswlo.so', 'libswlo.dylib', 'swlo.dll'].some((name) => fs.existsSync(path.join(folder, name))) ? file : null;
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** A MariaDB server's program; a `mysqld` that is MySQL is none. */
export function findMariadb(): string | null {
  const file = findProgram('mariadbd', 'mysqld');
  return file && /mariadb/i.test(execFileSync(file, ['--no-defaults', '--version'], { encoding: 'utf8' })) ? file : null;
}

/** Starts a MariaDB server on a new data folder, which no other server knows. */
export async function startMariadb(program: string, folder: string): Promise<Server> {
  const data = path.join(folder, 'mariadb');
  fs.mkdirSync(data);
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const install = findProgram('mariadb-install-db', 'mysql_install_db');
  if (!install) throw new Error('mariadb-install-db is missing beside the server');
  execFileSync(install, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user], { stdio: 'pipe' });
  const password = randomBytes(12).toString('hex');
  const initFile = path.join(folder, 'mariadb.sql');
  fs.writeFileSync(initFile, `CREATE USER 'yihong'@'%' IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO 'yihong'@'%' WITH GRANT OPTION;\n`);
  const port = await freePort();
  const child = spawn(program, [
    '--no-defaults', `--datadir=${data}`, `--socket=${path.join(folder, 'mariadb.sock')}`, `--pid-file=${path.join(folder, 'mariadb.pid')}`, `--init-file=${initFile}`,
    `--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=64M', '--performance-schema=0', '--max-connections=300', '--console', ...user,
  ], { stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(child, 'mariadbd', async () => (await createConnection({ host: '127.0.0.1', port, user: 'yihong', password, connectTimeout: 1000 })).end());
  return { url: `mariadb://yihong:${password}@127.0.0.1:${port}`, kill: () => child.kill('SIGKILL') };
}

/** Starts a Redis server that keeps nothing. */
export async function startRedis(program: string, folder: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(child, 'redis-server', () => connects(port));
  return { url: `redis://127.0.0.1:${port}`, kill: () => child.kill('SIGKILL') };
}

/** The browser, where there is one. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  return given ? (fs.existsSync(given) ? given : null) : findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/** Waits until the server answers, or says what it printed when it ended. */
async function ready(child: ChildProcess, name: string, answers: () => Promise<unknown>): Promise<void> {
  let printed = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000)));
  for (const until = Date.now() + 60_000; ; ) {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}:\n${printed}`);
    if (await answers().then(() => true, () => false)) return;
    if (Date.now() > until) throw new Error(`${name} does not answer:\n${printed}`);
    await sleep(50);
  }
}

const connects = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(void socket.end())).once('error', reject);
  });
