import 'reflect-metadata';
import path from 'node:path';
import pino from 'pino';
import { systemClock } from './api/clock';
import type { Day } from './api/day';
import { demonstrates, ensureDemoAccounts, startDemo, type DemoMode } from './access/demo';
import { startApp, type App } from './app';
import { readConfig, type Config } from './config';
import { localBell, redisBell, type Bell } from './database/bell';
import { oneAtATime } from './database/data-source';
import { Database } from './database/database';
import { lockFile, type FileLock } from './database/file-lock';
import { StartError } from './database/start-error';
import { loadPack } from './exchange/pack/load';
import { readPack } from './exchange/pack/read';
import { leaveNote, newControlSecret } from './http/control';
import { readReference, type Reference } from './portfolio/reference';
import { tables } from './tables';

/** The pack that an empty database is filled with. */
const SHIPPED_PACK = path.join('server', 'packs', 'linfen');

interface ProgrammeSetting {
  lastDay: Day;
}

/** Everything that is to be closed again, in the order of opening. */
type Closers = (() => unknown)[];

async function start(config: Config, root: string, closers: Closers): Promise<App> {
  const log = pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } });
  if (config.database.engine === 'sqlite') closers.push(holdFile(config.database.file));
  const bell = await openBell(config, (error) => log.warn({ error: error.message }, 'Redis is away; changes are noticed by polling'));
  closers.push(() => bell.close());
  const clock = systemClock(config.today);
  const { database, demonstration, reference } = await oneAtATime(config.database, async () => {
    const opened = await Database.open(config.database, tables, clock, bell);
    closers.push(() => opened.close());
    const on = await demonstrates(opened, config.demo);
    const filled = await fillIfEmpty(opened, root, on);
    if (on) await ensureDemoAccounts(opened, castOf(filled));
    return { database: opened, demonstration: on, reference: filled };
  });
  let demo: DemoMode | null = null;
  const lastDay = reference.setting<ProgrammeSetting>('programme')?.lastDay;
  if (demonstration && lastDay) {
    if (!config.today) clock.fix(lastDay);
    const started = await startDemo(lastDay, config.demoPassword);
    demo = started.demo;
    const cast = castOf(reference);
    say(`demonstration mode: the day is ${clock.today()}; figures marked 样例 are made up`);
    const names = ['leader', 'taskforce', ...Object.keys(cast.sectorDepartments).slice(0, 1).map((sector) => `department-${sector.toLowerCase()}`), ...cast.adcodes.slice(0, 1).map((adcode) => `county-${adcode}`), 'kiosk', 'admin'];
    say(`sign in as ${names.join(', ')} … with the password ${config.demoPassword ? 'in DEMO_PASSWORD' : started.password}`);
  }
  const controlSecret = config.database.engine === 'sqlite' ? newControlSecret() : null;
  const app = await startApp({ database, clock, demo, publicUrl: config.publicUrl, root, log, controlSecret }, config.host, config.port);
  closers.push(() => app.stop());
  if (config.database.engine === 'sqlite') closers.push(leaveNote(config.database.file, { address: config.host, port: app.port, secret: controlSecret!, pid: process.pid }));
  const name = config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host;
  say(`Yihong 一泓 is at ${config.publicUrl ?? `http://${name}:${app.port}`}`);
  return app;
}

function holdFile(file: string): () => void {
  const lock: FileLock | null = lockFile(file);
  if (!lock) throw new StartError(`another server holds the database ${file}; stop it first, or set DATABASE_URL`);
  return () => lock.release();
}

const openBell = async ({ redisUrl }: Config, onTrouble: (error: Error) => void): Promise<Bell> => (redisUrl ? redisBell(redisUrl, onTrouble) : localBell());

async function fillIfEmpty(database: Database, root: string, works: boolean): Promise<Reference> {
  const reference = await readReference(database.read);
  if (reference.regions.length) return reference;
  say(works ? 'loading the demonstration portfolio …' : 'loading regions, sections and what is published …');
  await loadPack(database, readPack(path.join(root, SHIPPED_PACK)), { works });
  return readReference(database.read);
}

const castOf = (reference: Reference) => ({
  adcodes: reference.regions.filter(({ ranked }) => ranked).map(({ adcode }) => adcode),
  sectorDepartments: Object.fromEntries(reference.sectors.flatMap(({ code, leadDepartmentId }) => (leadDepartmentId === null ? [] : [[code, reference.departmentById.get(leadDepartmentId)!.code]]))),
  demoDepartments: reference.setting<{ demoDepartments: Record<string, string> }>('demonstration')?.demoDepartments ?? {},
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

async function main(): Promise<void> {
  const closers: Closers = [];
  try {
    const root = process.cwd();
    await start(readConfig(process.env, root), root, closers);
    let stopping = false;
    const stop = (): void => {
      // A second Ctrl-C does not wait.
      if (stopping) process.exit(1);
      stopping = true;
      say('stopping …');
      closeAll(closers).then(() => process.exit(0), (error: unknown) => fail(error));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    await closeAll(closers).catch(() => undefined);
    fail(error);
  }
}

function fail(error: unknown): never {
  process.stderr.write(error instanceof StartError || (error as Error)?.name === 'PackError' ? `${(error as Error).message}\n` : `${(error as Error)?.stack ?? String(error)}\n`);
  process.exit(1);
}

void main();
