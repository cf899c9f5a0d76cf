import type { Turns } from '../../api/turns';
import { ColumnType } from '../../ledgers/definition';
import { formulaProof } from '../sheet/formula-proof';
import { headingOf, shownValue, type ShownLedger } from './table';

/** What tells spreadsheet programs that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Characters that are handed on at once. */
const CHUNK = 32_768;

/** A field (RFC 4180): in quotation marks where it must be. */
const field = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of a table that is kept as text. */
export const csvRecord = (fields: readonly string[], delimiter = ','): string => `${fields.map(field).join(delimiter)}\r\n`;

/**
 * The rows of a ledger as a plain table for programs: titles with their units, then a line a row, nothing before or after.
 * Values are those of the spreadsheet; text that could be taken for a formula has an apostrophe before it, see `formulaProof`.
 */
export async function* ledgerCsv({ ledger, columns, language }: ShownLedger, turns: Turns): AsyncGenerator<string> {
  let text = csvRecord(columns.map((column) => headingOf(column, language)));
  for (const { row } of ledger.rows) {
    text += csvRecord(columns.map(({ column: { type, value } }) => {
      const shown = shownValue(type, value(row), language) ?? '';
      return type === ColumnType.TEXT ? formulaProof(shown) : shown;
    }));
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
    if (turns.due) await turns.next();
  }
  yield text;
}
