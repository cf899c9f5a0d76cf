import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type EntitySchema, type MixedList } from 'typeorm';
import type { DatabaseAddress } from './address';
import { StartError } from './start-error';

type Mysql = Extract<DatabaseAddress, { engine: 'mysql' }>;
type Classes = MixedList<Function | string | EntitySchema>;

export interface Tables {
  entities: Classes;
  migrations: Function[];
}

/** Settings of a SQLite data source; `readonly` ones see only committed data. */
export function sqliteOptions(file: string, tables: Tables, readonly: boolean): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: file,
    readonly,
    enableWAL: !readonly,
    entities: tables.entities,
    migrations: tables.migrations,
    migrationsTransactionMode: 'each',
    // FULL: in WAL mode the default may drop the last commits when the power fails.
    prepareDatabase: (db: { pragma(text: string): unknown }) => {
      db.pragma('synchronous = FULL');
      db.pragma('case_sensitive_like = ON');
      db.pragma('busy_timeout = 5000');
    },
  };
}

/** Opens a data source. @throws StartError when the file is no database. */
export async function openSource(options: DataSourceOptions): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new StartError(`${String(options.database)} is no SQLite database`);
    throw error;
  }
}

/** Collations under which comparison and order are those of SQLite's BINARY. */
const COLLATIONS = { mariadb: 'utf8mb4_nopad_bin', mysql: 'utf8mb4_0900_bin' };

/**
 * Settings of a MySQL or MariaDB data source. Which of the two it is decides the server, not the URL: under the wrong
 * type TypeORM finds differences in every nullable column.
 * @throws StartError when the server cannot be reached or the database has another collation.
 */
export async function mysqlOptions(address: Mysql, tables: Tables): Promise<DataSourceOptions> {
  const { host, port, user, password, database } = address;
  const connection = await createConnection({ host, port, user, password, database, connectTimeout: 5000 }).catch((error: { code?: string; message: string }) => {
    throw new StartError(`cannot open the database ${database} at ${host}:${port}: ${error.code ?? error.message}`);
  });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version, @@collation_database AS collation');
    const { version, collation } = (rows as { version: string; collation: string }[])[0];
    const type = /mariadb/i.test(version) ? 'mariadb' : 'mysql';
    if (collation !== COLLATIONS[type]) {
      throw new StartError(`the database ${database} has the collation ${collation}; it needs ${COLLATIONS[type]} (ALTER DATABASE ${database} CHARACTER SET utf8mb4 COLLATE ${COLLATIONS[type]}, while it is empty)`);
    }
    return {
      type, host, port, username: user, password, database,
      charset: 'utf8mb4',
      timezone: 'Z',
      dateStrings: ['DATE'],
      supportBigNumbers: true,
      bigNumberStrings: false,
      poolSize: 10,
      connectTimeout: 5000,
      extra: { decimalNumbers: true },
      entities: tables.entities,
      migrations: tables.migrations,
      migrationsTransactionMode: 'each',
    };
  } finally {
    await connection.end();
  }
}

/**
 * Runs what a server does at its start while no other one does: of two that begin together on an empty database, the
 * second finds everything made.
 */
export async function oneAtATime<T>(address: DatabaseAddress, start: () => Promise<T>): Promise<T> {
  // A SQLite file has one server alone, by the lock beside it.
  if (address.engine === 'sqlite') return start();
  const { host, port, user, password, database } = address;
  const connection = await createConnection({ host, port, user, password, database, connectTimeout: 5000 }).catch((error: { code?: string; message: string }) => {
    throw new StartError(`cannot open the database ${database} at ${host}:${port}: ${error.code ?? error.message}`);
  });
  try {
    await connection.query("SELECT GET_LOCK(CONCAT('yihong:', DATABASE()), 120)");
    return await start();
  } finally {
    await connection.end();
  }
}

/**
 * Brings the tables up to date.
 * @throws StartError when the database was written by a newer program.
 */
export async function migrate(source: DataSource, sqlite: boolean): Promise<void> {
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const tables = (await source.createQueryRunner().hasTable('migrations')) ? ((await source.query('SELECT name FROM migrations')) as { name: string }[]) : [];
  const unknown = tables.find(({ name }) => !known.has(name));
  if (unknown) throw new StartError(`the database is newer than this program (it knows the migration ${unknown.name}); update the program`);
  await source.runMigrations();
  if (sqlite) {
    const broken = (await source.query('PRAGMA foreign_key_check')) as unknown[];
    if (broken.length) throw new StartError(`the database has ${broken.length} broken references (PRAGMA foreign_key_check)`);
  }
}
