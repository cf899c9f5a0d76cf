import type { Logger } from 'typeorm';
import type { Database } from '../../server/database/database';

/** Runs something and gives the SQL statements that the server sent for it, reads and writes. */
export async function statementsOf<T>(database: Database, run: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const quiet = () => undefined;
  const logger: Logger = { logQuery: (text) => void statements.push(text), logQueryError: quiet, logQuerySlow: quiet, logSchemaBuild: quiet, logMigration: quiet, log: quiet };
  const sources = new Set([database.read.connection, await database.housekeeping(async (manager) => manager.connection)]);
  const before = [...sources].map((source) => ({ source, logger: source.logger }));
  for (const source of sources) source.logger = logger;
  try {
    return { result: await run(), statements };
  } finally {
    for (const { source, logger: own } of before) source.logger = own;
  }
}
