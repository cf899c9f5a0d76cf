import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { ensureDemoAccounts } from '../../server/access/demo';
import type { SectorCode } from '../../server/api/identity';
import { localBell } from '../../server/database/bell';
import { Database } from '../../server/database/database';
import { loadPack } from '../../server/exchange/pack/load';
import { readPack } from '../../server/exchange/pack/read';
import { FundingEntry, FundingPlan } from '../../server/funding/funding.entity';
import { Procedure, ProgressEntry, StageEvent, Suspension } from '../../server/portfolio/facts.entity';
import { Project, ProjectListItem, ProjectRegion } from '../../server/portfolio/project.entity';
import { readReference } from '../../server/portfolio/reference';
import { tables } from '../../server/tables';
import { SystemClock } from '../../server/api/clock';
import { madeUpWorks, type MadeUpWork, type Places, type Rare } from './programme';

export const root = path.resolve(__dirname, '../..');
const SEED = 1;
/** The pack's last day. */
export const TODAY = '2024-06-30';
export const clock = new SystemClock(TODAY);

/** A SQLite file in a folder of its own. */
export interface Store {
  file: string;
  drop(): void;
}

export const openDatabase = ({ file }: Pick<Store, 'file'>): Promise<Database> => Database.open({ engine: 'sqlite', file }, tables, clock, localBell());

/** An empty city: regions, sectors, departments, accounts, and no works. */
export async function emptyCity(): Promise<Store> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-bench-'));
  const store = { file: path.join(folder, 'bench.db'), drop: () => fs.rmSync(folder, { recursive: true, force: true }) };
  const database = await openDatabase(store);
  const pack = readPack(path.join(root, 'test/fixtures/tiny-city'));
  await loadPack(database, pack, { works: false });
  await ensureDemoAccounts(database, { adcodes: pack.regions.map(({ adcode }) => adcode), sectorDepartments: { WATER: 'WAT', URBAN: 'URB' }, demoDepartments: {} });
  await database.close();
  return store;
}

/** What works of the city refer to. */
export async function placesOf(manager: EntityManager): Promise<Places> {
  const { regions, sectors, categories, lists, departmentById } = await readReference(manager);
  return { regions, sectors: sectors.map(({ code }) => code as SectorCode), categories: categories.map(({ id }) => id), lists: [lists[0].id, lists[1].id], departments: [...departmentById.keys()] };
}

/** A city with so many works. They come in by the bare driver and leave no change records: nothing measured reads those. */
export async function cityOf(works: number, rare?: Rare): Promise<Store> {
  const store = await emptyCity();
  const database = await openDatabase(store);
  const bare = new Sqlite(store.file);
  const places = await placesOf(database.read);
  const insert = bareInserts(bare, database.read);
  bare.exec('BEGIN');
  for (const work of madeUpWorks(works, SEED, places, TODAY, rare)) for (const [entity, row] of rowsOf(work, insert(Project, work.project))) insert(entity, row);
  bare.exec('COMMIT');
  bare.exec('ANALYZE');
  bare.close();
  await database.close();
  return store;
}

/** The rows below a work, parents first. */
export function* rowsOf(work: MadeUpWork, projectId: number): Generator<[Function, ObjectLiteral]> {
  for (const regionId of work.regionIds) yield [ProjectRegion, { projectId, regionId }];
  for (const listId of work.listIds) yield [ProjectListItem, { projectId, listId }];
  for (const row of work.stages) yield [StageEvent, { ...row, projectId }];
  for (const row of work.suspensions) yield [Suspension, { ...row, projectId }];
  for (const row of work.progress) yield [ProgressEntry, { ...row, projectId }];
  for (const row of work.procedures) yield [Procedure, { ...row, projectId }];
  for (const row of work.plans) yield [FundingPlan, { ...row, projectId }];
  for (const row of work.entries) yield [FundingEntry, { ...row, projectId }];
}

/** Inserts rows as anyone would who has nothing but the driver: a prepared statement a table. @returns the row's key */
export function bareInserts(bare: Sqlite.Database, manager: EntityManager): (entity: Function, row: ObjectLiteral) => number {
  const known = new Map<Function, (row: ObjectLiteral) => number>();
  const { driver } = manager.connection;
  return (entity, row) => {
    let insert = known.get(entity);
    if (!insert) {
      const { tableName, columns } = manager.connection.getMetadata(entity);
      const own = columns.filter(({ isGenerated }) => !isGenerated);
      const statement = bare.prepare(`INSERT INTO ${tableName} (${own.map(({ databaseName }) => `"${databaseName}"`).join(', ')}) VALUES (${own.map(() => '?').join(', ')})`);
      insert = (values) => Number(statement.run(own.map((column) => (driver.preparePersistentValue(values[column.propertyName], column) as unknown) ?? null)).lastInsertRowid);
      known.set(entity, insert);
    }
    return insert(row);
  };
}
