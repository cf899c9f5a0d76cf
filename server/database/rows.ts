import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { Turns } from '../api/turns';
import type { Engine } from './address';

// TypeORM's insert builder takes several times as long as the driver itself, most of it for relations, listeners and
// reading back, of which there are none here. The values pass through the same driver functions.

/** Rows of one statement; more gain nothing. */
const CHUNK_ROWS = 100;
/** SQLite takes 32,766 parameters in one statement. */
const CHUNK_VALUES = 30_000;
/** MariaDB's max_allowed_packet is 16 MiB; a character is at most four bytes, and an escaped quote two characters. */
const CHUNK_TEXT = 1_000_000;

/** How rows of an entity are written. */
interface Plan {
  table: string;
  columns: PlannedColumn[];
  /** Rows of one statement at most. */
  most: number;
  /** The statement for as many rows as is usual. */
  insert: string;
  /** The key that the database counts up; null where the row brings its own. */
  counted: string | null;
}

interface PlannedColumn {
  name: string;
  property: string;
  /** What becomes of a value on its way in; null where it goes in as it is. */
  prepare: ((value: unknown) => unknown) | null;
}

/** Kinds of column whose values no driver changes. */
const PLAIN: ReadonlySet<unknown> = new Set(['varchar', 'text', 'int', 'integer', 'bigint']);

const plans = new WeakMap<EntityMetadata, Plan>();

function planOf(manager: EntityManager, metadata: EntityMetadata): Plan {
  const known = plans.get(metadata);
  if (known) return known;
  const { driver } = manager.connection;
  const counted = metadata.columns.find(({ isGenerated }) => isGenerated) ?? null;
  const prepare = (column: ColumnMetadata) => {
    if (!column.transformer && PLAIN.has(column.type)) return null;
    // One instant is written into every row of a request.
    let [instant, prepared]: [Date | null, unknown] = [null, null];
    return (value: unknown): unknown => {
      if (!(value instanceof Date)) return driver.preparePersistentValue(value, column);
      if (value !== instant) [instant, prepared] = [value, driver.preparePersistentValue(value, column)];
      return prepared;
    };
  };
  const columns = metadata.columns.filter((column) => column !== counted).map((column) => ({ name: driver.escape(column.databaseName), property: column.propertyName, prepare: prepare(column) }));
  const table = driver.escape(metadata.tableName);
  const most = Math.max(1, Math.min(CHUNK_ROWS, Math.floor(CHUNK_VALUES / columns.length)));
  const plan = { table, columns, most, insert: insertText(table, columns, most), counted: counted?.propertyName ?? null };
  plans.set(metadata, plan);
  return plan;
}

function insertText(table: string, columns: readonly PlannedColumn[], rows: number): string {
  const group = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES ${Array.from({ length: rows }, () => group).join(', ')}`;
}

/** A new object of the entity with these values; what is left out is the column's default, else null. */
export function rowOf<T extends ObjectLiteral>(metadata: EntityMetadata, values: ObjectLiteral): T {
  const row = metadata.create() as T & ObjectLiteral;
  for (const { propertyName, isGenerated, default: otherwise } of metadata.columns) {
    const value: unknown = values[propertyName];
    if (!isGenerated) (row as ObjectLiteral)[propertyName] = value === undefined ? (otherwise ?? null) : value;
  }
  return row;
}

/**
 * Inserts rows in order, in as few statements as is sensible, and gives them their keys.
 *
 * The rows of one INSERT … VALUES have consecutive keys: on SQLite because there is one writer, counted back from the
 * last; on MySQL and MariaDB because the number of rows is known beforehand and so reserved at once under every
 * innodb_autoinc_lock_mode, counted on from the first in steps of auto_increment_increment, which a cluster sets to the
 * number of its nodes.
 */
export async function insertRows(manager: EntityManager, engine: Engine, metadata: EntityMetadata, rows: readonly ObjectLiteral[]): Promise<void> {
  const plan = planOf(manager, metadata);
  const { table, columns, most, insert } = plan;
  const turns = new Turns();
  for (let done = 0; done < rows.length; ) {
    if (turns.due) await turns.next();
    const parameters: unknown[] = [];
    let text = 0;
    let count = 0;
    while (count < most && done + count < rows.length && text < CHUNK_TEXT) {
      const row = rows[done + count];
      for (const { property, prepare } of columns) {
        const value: unknown = prepare ? prepare(row[property]) : row[property];
        if (typeof value === 'string') text += value.length;
        parameters.push(value ?? null);
      }
      count += 1;
    }
    const raw: unknown = await manager.query(count === most ? insert : insertText(table, columns, count), parameters);
    if (plan.counted !== null) {
      const { first, step } = await keysGiven(manager, engine, raw, count);
      for (let i = 0; i < count; i++) rows[done + i][plan.counted] = first + i * step;
    }
    done += count;
  }
}

async function keysGiven(manager: EntityManager, engine: Engine, raw: unknown, count: number): Promise<{ first: number; step: number }> {
  if (engine === 'sqlite') return { first: Number(raw) - count + 1, step: 1 };
  const first = (raw as { insertId: number }).insertId;
  if (count === 1) return { first, step: 1 };
  const [{ step }] = (await manager.query('SELECT @@auto_increment_increment AS step')) as { step: number | string }[];
  return { first, step: Number(step) };
}

/** Writes some values of a row. */
export async function updateRow(manager: EntityManager, metadata: EntityMetadata, id: number, patch: ObjectLiteral): Promise<void> {
  const plan = planOf(manager, metadata);
  const { driver } = manager.connection;
  const changed = plan.columns.filter(({ property }) => patch[property] !== undefined);
  if (!changed.length) return;
  const parameters = changed.map(({ property, prepare }) => (prepare ? prepare(patch[property]) : (patch[property] as unknown)) ?? null);
  await manager.query(`UPDATE ${plan.table} SET ${changed.map(({ name }) => `${name} = ?`).join(', ')} WHERE ${driver.escape('id')} = ?`, [...parameters, id]);
}
