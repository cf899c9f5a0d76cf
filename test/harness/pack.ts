import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { ensureDemoAccounts } from '../../server/access/demo';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { loadPack } from '../../server/exchange/pack/load';
import { readPack, type Pack } from '../../server/exchange/pack/read';
import { tables } from '../../server/tables';
import { TestClock } from './clock';
import { onMariadb, openTestDatabase, testFolder, type TestDatabase } from './database';
import type { TestEngine } from './engines';

export type PackName = 'linfen' | 'tiny';

export const root = path.resolve(__dirname, '../..');
export const packFolder = (name: PackName): string => path.join(root, name === 'tiny' ? 'test/fixtures/tiny-city' : 'server/packs/linfen');

const packs = new Map<PackName, Pack>();
export const packOf = (name: PackName): Pack => {
  if (!packs.has(name)) packs.set(name, readPack(packFolder(name)));
  return packs.get(name)!;
};

/** Loads a pack and the demonstration's accounts into an empty database. */
async function load(name: PackName, { address }: TestDatabase): Promise<void> {
  const pack = packOf(name);
  const database = await Database.open(address, tables, new TestClock(pack.info.lastDay), localBell());
  try {
    await loadPack(database, pack, { works: true });
    await ensureDemoAccounts(database, {
      adcodes: pack.regions.filter(({ ranked }) => ranked).map(({ adcode }) => adcode),
      sectorDepartments: Object.fromEntries(pack.sectors.flatMap(({ code, leadDepartment }) => (leadDepartment ? [[code, leadDepartment]] : []))),
      demoDepartments: pack.info.demoDepartments,
    });
  } finally {
    await database.close();
  }
}

/** A new database with a pack and the demonstration's accounts in it: a copy of one that the run has loaded once. */
export async function openLoadedDatabase(engine: TestEngine, name: PackName): Promise<TestDatabase> {
  const template = await templateOf(engine, name);
  const copy = await openTestDatabase(engine);
  if (copy.address.engine === 'sqlite') {
    fs.copyFileSync(template.replace(/^sqlite:/, ''), copy.address.file);
    const file = new Sqlite(copy.address.file);
    // Every database has a name of its own.
    file.prepare('UPDATE change_counter SET epoch = ?').run(randomUUID());
    file.close();
  } else await copyMariadb(new URL(template).pathname.slice(1), copy.address.database);
  return copy;
}

/** The URL of the run's loaded database; made by whichever worker comes first. */
async function templateOf(engine: TestEngine, name: PackName): Promise<string> {
  const note = path.join(testFolder(), `${engine}-${name}`);
  try {
    fs.mkdirSync(`${note}.making`);
  } catch {
    while (!fs.existsSync(note)) {
      if (fs.existsSync(`${note}.failed`)) throw new Error(`the pack ${name} could not be loaded on ${engine}`);
      await sleep(30);
    }
    return fs.readFileSync(note, 'utf8');
  }
  try {
    const made = await openTestDatabase(engine);
    await load(name, made);
    fs.writeFileSync(`${note}.new`, made.url);
    fs.renameSync(`${note}.new`, note);
    return made.url;
  } catch (error) {
    fs.writeFileSync(`${note}.failed`, '');
    throw error;
  }
}

const copyMariadb = (from: string, to: string): Promise<void> =>
  onMariadb(async (connection) => {
    const [found] = await connection.query('SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?', [from]);
    await connection.query('SET foreign_key_checks = 0, unique_checks = 0');
    await connection.query(`USE ${to}`);
    for (const { name } of found as { name: string }[]) {
      const [[made]] = (await connection.query(`SHOW CREATE TABLE ${from}.${name}`)) as unknown as [{ 'Create Table': string }[]];
      await connection.query(made['Create Table']);
      await connection.query(`INSERT INTO ${name} SELECT * FROM ${from}.${name}`);
    }
    await connection.query('UPDATE change_counter SET epoch = ?', [randomUUID()]);
  });
