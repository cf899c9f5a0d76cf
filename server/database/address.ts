import path from 'node:path';

/** Where the data lives. */
export type DatabaseAddress =
  | { engine: 'sqlite'; file: string }
  | { engine: 'mysql'; host: string; port: number; user: string; password: string; database: string };

/** Which of the two kinds of database it is. */
export type Engine = DatabaseAddress['engine'];

/**
 * Reads DATABASE_URL: `sqlite:data/yihong.db` (relative to `root`, or absolute), `mysql://user:pass@host:3306/db` or `mariadb://…`.
 * @throws Error with one line that never repeats the password.
 */
export function readDatabaseUrl(text: string, root: string): DatabaseAddress {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    if (!file || file === ':memory:') throw new Error('DATABASE_URL: sqlite: needs a file, e.g. sqlite:data/yihong.db');
    return { engine: 'sqlite', file: path.resolve(root, file) };
  }
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error('DATABASE_URL is neither sqlite:<file> nor mysql://user:password@host:3306/database');
  }
  if (url.protocol !== 'mysql:' && url.protocol !== 'mariadb:') throw new Error(`DATABASE_URL: unknown scheme "${url.protocol}"; use sqlite:, mysql:// or mariadb://`);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database) throw new Error('DATABASE_URL names no database, e.g. mysql://user:password@host:3306/yihong');
  return {
    engine: 'mysql',
    host: url.hostname || '127.0.0.1',
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  };
}
