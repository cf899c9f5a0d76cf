import type { EntityManager, EntityMetadata } from 'typeorm';
import { CHAIN_START, chainHash } from './chain';
import { ChangeCounter, ChangeRecord } from './change.entity';
import type { Database } from './database';
import { defaultsOf, imageOf, isRecorded, type RowImage, type RowValues } from './recorded';

const BATCH = 500;
const PROBLEMS_SHOWN = 20;

/** What a verification found. */
export interface Verification {
  changes: number;
  rows: number;
  /** Empty when all is well; at most `PROBLEMS_SHOWN`, then how many more. */
  problems: string[];
}

/**
 * Recomputes the hash chain over all changes, rebuilds every recorded table from them, and compares with what stands
 * there. It finds a change that was altered, dropped or slipped in, and a row that was written past the unit of work.
 * @param further for rows that stand in no change record themselves
 */
export const verifyDatabase = (database: Database, further: readonly FurtherCheck[] = []): Promise<Verification> =>
  database.snapshot(async (manager) => {
    const problems: string[] = [];
    const { changes, tables } = await replay(manager, problems);
    const rows = await compare(manager, tables, problems);
    for (const check of further) for await (const problem of check(manager)) problems.push(problem);
    const more = problems.length - PROBLEMS_SHOWN;
    return { changes, rows, problems: more > 0 ? [...problems.slice(0, PROBLEMS_SHOWN), `… and ${more} more`] : problems };
  });

/** Tells what is wrong with rows that are not recorded one by one. */
export type FurtherCheck = (manager: EntityManager) => AsyncIterable<string>;

type Tables = Map<string, Map<number, RowValues>>;

async function replay(manager: EntityManager, problems: string[]): Promise<{ changes: number; tables: Tables }> {
  const tables: Tables = new Map();
  let head = CHAIN_START;
  let seq = 0;
  for (;;) {
    const batch: ChangeRecord[] = await manager.createQueryBuilder(ChangeRecord, 'c').where('c.seq > :seq', { seq }).orderBy('c.seq').limit(BATCH).getMany();
    for (const change of batch) {
      if (change.seq !== seq + 1) problems.push(`changes ${seq + 1} to ${change.seq - 1} are missing`);
      try {
        if (chainHash(head, change) !== change.hash) problems.push(`change ${change.seq}: its hash does not follow from what it says and the change before`);
        for (const image of JSON.parse(change.payload) as RowImage[]) apply(tables, image);
      } catch (error) {
        problems.push(`change ${change.seq}: it cannot be read (${(error as Error).message})`);
      }
      // Goes on from what stands there, so that one fault does not hide the next.
      head = change.hash;
      seq = change.seq;
    }
    if (batch.length < BATCH) break;
  }
  const counter = await manager.findOneByOrFail(ChangeCounter, { id: 1 });
  if (counter.seq !== seq) problems.push(`the counter stands at ${counter.seq}, the last change is ${seq}`);
  if (counter.head !== head) problems.push('the head of the chain is not the hash of the last change');
  return { changes: seq, tables };
}

function apply(tables: Tables, { table, id, values }: RowImage): void {
  const rows = tables.get(table) ?? new Map<number, RowValues>();
  tables.set(table, rows);
  if (values === null) rows.delete(id);
  else rows.set(id, values);
}

async function compare(manager: EntityManager, tables: Tables, problems: string[]): Promise<number> {
  let count = 0;
  for (const metadata of manager.connection.entityMetadatas.filter(({ target }) => isRecorded(target))) {
    const rebuilt = tables.get(metadata.tableName) ?? new Map<number, RowValues>();
    for await (const row of allRows(manager, metadata)) {
      count += 1;
      const expected = rebuilt.get(row.id);
      rebuilt.delete(row.id);
      if (row instanceof Unreadable) problems.push(`${metadata.tableName} ${row.id}: it cannot be read (${row.why})`);
      else if (!expected) problems.push(`${metadata.tableName} ${row.id}: no change tells of it`);
      else if (canonical({ ...defaultsOf(metadata), ...expected }) !== canonical(imageOf(metadata, row))) problems.push(`${metadata.tableName} ${row.id}: it differs from what the changes say`);
    }
    for (const id of rebuilt.keys()) problems.push(`${metadata.tableName} ${id}: the changes tell of it, but it is gone`);
  }
  return count;
}

/** A row whose values no entity can hold, as tampering may leave it. */
class Unreadable {
  constructor(readonly id: number, readonly why: string) {}
}

async function* allRows(manager: EntityManager, metadata: EntityMetadata): AsyncGenerator<{ id: number } | Unreadable> {
  const from = (last: number, limit: number) => manager.createQueryBuilder(metadata.target, 'r').where('r.id > :last', { last }).orderBy('r.id').limit(limit);
  for (let last = 0; ; ) {
    const ids = (await from(last, BATCH).select('r.id', 'id').getRawMany<{ id: number }>()).map(({ id }) => Number(id));
    try {
      yield* (await from(last, BATCH).getMany()) as { id: number }[];
    } catch {
      // One row spoils the batch: then each is read by itself.
      for (const id of ids) yield await manager.findOneOrFail(metadata.target, { where: { id } }).then((row) => row as { id: number }, (error: Error) => new Unreadable(id, error.message));
    }
    if (ids.length < BATCH) return;
    last = ids.at(-1)!;
  }
}

const canonical = (values: RowValues): string => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
