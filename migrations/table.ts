import { Table, TableColumn, type TableColumnOptions, type TableForeignKeyOptions, type TableIndexOptions } from 'typeorm';

// Column kinds that give the same table on SQLite and on MariaDB; they mirror server/database/columns.ts.
type Kind = Pick<TableColumnOptions, 'type' | 'length' | 'precision' | 'default'>;
export const integer: Kind = { type: 'integer' };
export const bigint: Kind = { type: 'bigint' };
export const flag: Kind = { type: 'boolean', default: '0' };
export const day: Kind = { type: 'date' };
export const instant: Kind = { type: 'datetime', precision: 3 };
export const longText: Kind = { type: 'text' };
export const text = (length: number): Kind => ({ type: 'varchar', length: String(length) });

type Columns = Record<string, Kind | [Kind, 'null']>;

interface Extras {
  /** Columns of the primary key; an auto-increment `id` when left out. */
  key?: string[];
  /** index name → columns; a name that begins with ux is unique. */
  indices?: Record<string, string[]>;
  /** foreign key name → [column, referenced table]; always to `id`. */
  references?: Record<string, [string, string]>;
}

/** A table in one glance: columns by name, `[kind, 'null']` where null is allowed. */
export function table(name: string, columns: Columns, { key, indices = {}, references = {} }: Extras = {}): Table {
  const all: TableColumnOptions[] = key ? [] : [{ name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' }];
  for (const [column, kind] of Object.entries(columns)) all.push(columnOptions(column, kind, key?.includes(column)));
  return new Table({
    name,
    columns: all,
    indices: Object.entries(indices).map(([index, columnNames]): TableIndexOptions => ({ name: index, columnNames, isUnique: index.startsWith('ux') })),
    foreignKeys: Object.entries(references).map(
      ([fk, [column, to]]): TableForeignKeyOptions => ({ name: fk, columnNames: [column], referencedTableName: to, referencedColumnNames: ['id'], onDelete: 'NO ACTION', onUpdate: 'NO ACTION' }),
    ),
  });
}

/** A column to add to a table that stands already. */
export const column = (name: string, kind: Kind | [Kind, 'null']): TableColumn => new TableColumn(columnOptions(name, kind, false));

function columnOptions(name: string, kind: Kind | [Kind, 'null'], isPrimary = false): TableColumnOptions {
  const [options, nullable] = Array.isArray(kind) ? [kind[0], true] : [kind, false];
  return { name, ...options, isNullable: nullable, isPrimary };
}
