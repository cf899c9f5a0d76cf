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

/** The text in pieces, so that no more than a piece is worked on at once. @throws Refusal when it is no text */
async function* decoded(bytes: Buffer, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const turns = new Turns();
  const decode = (at: number): string => {
    try {
      return decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    } catch {
      throw refuse('FILE_TEXT_ENCODING', { field: 'file' });
    }
  };
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield decode(at);
    await turns.next();
  }
}

/** What separates cells: of the usual characters the one that stands most often outside quotation marks. */
export function delimiterOf(text: string): string {
  const bare = text.replace(/"[^"]*"/g, '');
  const count = (character: string): number => bare.split(character).length - 1;
  return [',', '\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** What separates the cells of a table that is kept as text. */
export const delimiterIn = (bytes: Buffer, encoding: Encoding): string => delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, PIECE)));

/**
 * The records of a table that is kept as text, empty lines among them.
 * @throws Refusal when it is no text or its quotation marks do not pair.
 */
export async function* csvRecords(bytes: Buffer, encoding: Encoding): AsyncGenerator<string[]> {
  const parser = parse({ delimiter: delimiterIn(bytes, encoding), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: LONGEST_ROW });
  // A failure of the text reaches the loop below through the parser, which it destroys.
  pipeline(Readable.from(decoded(bytes, encoding)), parser, () => undefined);
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
 * Reads a table that is kept as text. A row is a record, as spreadsheets count.
 * @throws Refusal when it is no text, too large, or its quotation marks do not pair.
 */
export async function readCsv(bytes: Buffer, encoding: Encoding, name: string, budget: Budget): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let number = 0;
  for await (const record of csvRecords(bytes, encoding)) {
    number += 1;
    const cells: SheetRow['cells'] = [];
    for (const [column, text] of record.entries()) {
      if (text === '') continue;
      checkColumn(name, number, column);
      budget.spend('cells', 1);
      budget.spend('characters', text.length);
      cells[column] = withoutProof(text);
    }
    if (cells.length === 0) continue;
    budget.spendRow();
    rows.push({ number, cells });
  }
  return rows;
}
