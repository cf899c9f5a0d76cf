import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { BadCell, type Column } from './read-columns';
import type { Problems } from './read-problems';

/** The columns of a file: name → how a cell is read. */
export type Columns = Readonly<Record<string, Column<unknown>>>;
export type Cells<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };
/** A row with the line it came from, for messages. */
export interface Row<C extends Columns> {
  readonly line: number;
  readonly cells: Cells<C>;
}
/** A file read: its name, its good rows and the place to complain at. */
export interface Table<C extends Columns> {
  readonly file: string;
  readonly rows: readonly Row<C>[];
}

interface RawRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a file's text, strictly as UTF-8; null, with the problem noted, where there is none. */
export function readText(folder: string, file: string, problems: Problems): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch {
    problems.file(file, 'is missing or cannot be read');
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.file(file, 'is not UTF-8 text');
    return null;
  }
}

function parseRecords(file: string, content: string, problems: Problems): readonly RawRecord[] {
  try {
    return parse(content, { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as readonly RawRecord[];
  } catch (error) {
    problems.file(file, `is not CSV: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Where each column stands; null where the heading is not usable. */
function readHeading(file: string, heading: readonly string[], columns: Columns, problems: Problems): Map<string, number> | null {
  const names = Object.keys(columns);
  const before = problems.lines.length;
  const places = new Map<string, number>();
  heading.forEach((name, place) => {
    if (!names.includes(name)) problems.at(file, 1, name, 'is not a column of this file');
    else if (places.has(name)) problems.at(file, 1, name, 'stands twice in the heading');
    else places.set(name, place);
  });
  for (const name of names) if (!places.has(name) && !columns[name].mayLack) problems.at(file, 1, name, 'is missing from the heading');
  return problems.lines.length > before ? null : places;
}

/** Reads a CSV file by its columns. Rows with a bad cell are noted and left out. */
export function readTable<C extends Columns>(folder: string, file: string, columns: C, problems: Problems): Table<C> {
  const content = readText(folder, file, problems);
  if (content === null) return { file, rows: [] };
  const [heading, ...records] = parseRecords(file, content, problems);
  if (!heading) {
    problems.file(file, 'has no heading');
    return { file, rows: [] };
  }
  const names = Object.keys(columns);
  const places = readHeading(file, heading.record, columns, problems);
  if (!places) return { file, rows: [] };
  const rows: Row<C>[] = [];
  for (const { record, info } of records) {
    if (record.length !== heading.record.length) {
      problems.at(file, info.lines, null, `has ${record.length} cells, the heading has ${heading.record.length}`);
      continue;
    }
    const cells: Record<string, unknown> = {};
    let good = true;
    for (const name of names) {
      try {
        const place = places.get(name);
        cells[name] = columns[name](place === undefined ? '' : record[place]);
      } catch (error) {
        if (!(error instanceof BadCell)) throw error;
        problems.at(file, info.lines, name, error.message);
        good = false;
      }
    }
    // The loop above has put one value of the right kind under each of the columns' names.
    if (good) rows.push({ line: info.lines, cells: cells as Cells<C> });
  }
  return { file, rows };
}

/** Notes every row whose key another row has had before it. */
export function checkUnique<C extends Columns>(table: Table<C>, column: string, key: (cells: Cells<C>) => string | number, problems: Problems): void {
  const seen = new Map<string | number, number>();
  for (const { line, cells } of table.rows) {
    const value = key(cells);
    const first = seen.get(value);
    if (first === undefined) seen.set(value, line);
    else problems.at(table.file, line, column, `${String(value)} stands on line ${first} already`);
  }
}

/** Notes every row that names something unknown. */
export function checkKnown<C extends Columns>(
  table: Table<C>, column: string, named: (cells: Cells<C>) => string | null | readonly string[], known: ReadonlySet<string>, place: string, problems: Problems,
): void {
  for (const { line, cells } of table.rows) {
    const value = named(cells);
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    for (const each of values) if (!known.has(each)) problems.at(table.file, line, column, `"${each}" is not in ${place}`);
  }
}
