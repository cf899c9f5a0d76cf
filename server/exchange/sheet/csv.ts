import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { refuse } from '../../api/refusal';
import { Turns } from '../../api/turns';
import type { SheetRow } from './cell';
import { withoutProof } from './formula-proof';
import { checkColumn, type Budget } from './limits';
import type { Encoding } from './signature';

const PIECE = 65_536;
/** Characters of a row; a quotation mark that is never closed would swallow the rest of the file. */
const LONGEST_ROW = 1_000_000;

/** Bytes that are at hand, in pieces, so that no more than a piece is worked on at once. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  const turns = new Turns();
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await turns.next();
  }
}

/** The text in pieces. @throws Refusal when it is no text */
async function* decoded(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw refuse('FILE_TEXT_ENCODING', { field: 'file' });
    }
  };
  for await (const piece of pieces) yield decode(piece);
  yield decode();
}

/** What separates cells: of the usual characters the one that stands most often outside quotation marks. */
export function delimiterOf(text: string): string {
  const bare = text.replace(/"[^"]*"/g, '');
  const count = (character: string): number => bare.split(character).length - 1;
  return [',', '\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** What separates the cells of a table that is kept as text. */
export const delimiterIn = (bytes: Buffer, encoding: Encoding): string => delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, PIECE)));

const recordParser = (delimiter: string) => parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: LONGEST_ROW });

/**
 * The records of a table that is kept as text, empty lines among them.
 * @throws Refusal when it is no text or its quotation marks do not pair.
 */
export const csvRecords = (bytes: Buffer, encoding: Encoding): AsyncGenerator<string[]> => recordsOf(piecesOf(bytes), encoding, delimiterIn(bytes, encoding));

async function* recordsOf(pieces: AsyncIterable<Buffer>, encoding: Encoding, delimiter: string): AsyncGenerator<string[]> {
  const parser = recordParser(delimiter);
  // A failure of the text reaches the loop below through the parser, which it destroys.
  pipeline(Readable.from(decoded(pieces, encoding)), parser, () => undefined);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      yield record;
    }
  } catch (error) {
    throw error instanceof CsvError ? refuse('FILE_CSV_QUOTES', { field: 'file', row: number + 1 }) : error;
  }
}

/**
 * The rows of a table that is kept as text, those of a piece together, nothing held. A row is a record, as spreadsheets count.
 * @param head its beginning, which tells what separates the cells
 * @throws Refusal as `readCsv`
 */
export async function* csvRows(pieces: AsyncIterable<Buffer>, head: Buffer, encoding: Encoding, name: string, budget: Budget): AsyncGenerator<SheetRow[]> {
  const parser = recordParser(delimiterIn(head, encoding));
  let rows: SheetRow[] = [];
  let number = 0;
  let fault: Error | null = null;
  parser.on('data', (record: string[]) => {
    if (fault) return;
    number += 1;
    try {
      const row = rowOf(record, number, name);
      if (!row) return;
      budget.spendRow();
      rows.push(row);
    } catch (error) {
      fault = error as Error;
    }
  });
  parser.on('error', (error: Error) => (fault ??= error));
  const given = async (give: (done: (error?: Error | null) => void) => void): Promise<SheetRow[]> => {
    await new Promise<void>((resolve) => give(() => setImmediate(resolve)));
    if (fault) throw fault instanceof CsvError ? refuse('FILE_CSV_QUOTES', { field: 'file', row: number + 1 }) : fault;
    const taken = rows;
    rows = [];
    return taken;
  };
  for await (const text of decoded(pieces, encoding)) if (text) yield await given((done) => parser.write(text, done));
  yield await given((done) => parser.end(done));
}

/** A record as a row; null where it holds nothing. @throws Refusal when it is too wide */
function rowOf(record: readonly string[], number: number, name: string): SheetRow | null {
  const cells: SheetRow['cells'] = [];
  for (let column = 0; column < record.length; column++) {
    const text = record[column];
    if (text === '') continue;
    checkColumn(name, number, column);
    cells[column] = withoutProof(text);
  }
  return cells.length ? { number, cells } : null;
}

/**
 * Reads a table that is kept as text. A row is a record, as spreadsheets count.
 * @throws Refusal when it is no text, too large, or its quotation marks do not pair.
 */
export async function readCsv(bytes: Buffer, encoding: Encoding, name: string, budget: Budget): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let number = 0;
  for await (const record of csvRecords(bytes, encoding)) {
    number += 1;
    const row = rowOf(record, number, name);
    if (!row) continue;
    for (const text of record) {
      if (text === '') continue;
      budget.spend('cells', 1);
      budget.spend('characters', text.length);
    }
    budget.spendRow();
    rows.push(row);
  }
  return rows;
}
