import fs from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartError } from './start-error';

/** Held by the one process that may open a SQLite file. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the lock beside a SQLite file. It is an exclusive transaction on a file of its own, so the operating system
 * lets go of it when the process dies, however it dies.
 * @returns null when another process holds it.
 * @throws StartError when the folder cannot be written.
 */
export function lockFile(file: string): FileLock | null {
  const folder = path.dirname(file);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    if (fs.existsSync(file)) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
  } catch (error) {
    throw new StartError(`cannot write the data folder ${folder}: ${(error as NodeJS.ErrnoException).code}`);
  }
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(`${file}.lock`, { timeout: 200 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw new StartError(`cannot lock ${file}: ${(error as Error).message}`);
  }
  const held = lock;
  return { release: () => held.close() };
}
