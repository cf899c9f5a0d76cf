import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createConnection, type Connection } from 'mysql2/promise';
import { readDatabaseUrl, type DatabaseAddress } from '../../server/database/address';
import { mariadbUrl, type TestEngine } from './engines';

/** An empty database of one test file. */
export interface TestDatabase {
  engine: TestEngine;
  /** As DATABASE_URL has it. */
  url: string;
  address: DatabaseAddress;
  drop(): Promise<void>;
}

export const testFolder = (): string => {
  if (!process.env.TEST_FOLDER) throw new Error('run the tests with jest and its jest.config.js');
  return process.env.TEST_FOLDER;
};

/** Makes an empty database. @param collation of the MariaDB one */
export async function openTestDatabase(engine: TestEngine, { collation = 'utf8mb4_nopad_bin' } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  if (engine === 'sqlite') {
    const folder = path.join(testFolder(), name);
    fs.mkdirSync(folder);
    const url = `sqlite:${path.join(folder, 'yihong.db')}`;
    return { engine, url, address: readDatabaseUrl(url, folder), drop: async () => fs.rmSync(folder, { recursive: true, force: true }) };
  }
  await onMariadb((connection) => connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE ${collation}`));
  const url = `${mariadbUrl}/${name}`;
  return { engine, url, address: readDatabaseUrl(url, '/'), drop: () => onMariadb(async (connection) => void (await connection.query(`DROP DATABASE IF EXISTS ${name}`))) };
}

/** Runs statements on the run's MariaDB server. */
export async function onMariadb<T>(statements: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(mariadbUrl!);
  try {
    return await statements(connection);
  } finally {
    await connection.end();
  }
}
