import { parse as parsePath } from 'node:path';
import type { Sheet } from './cell';
import { readCsv } from './csv';
import { Budget, checkSize } from './limits';
import { kindOf, refuseZip } from './signature';
import { readWorkbook } from './workbook';
import { readWorksheet } from './worksheet';
import { Zip } from './zip';

/**
 * Reads a spreadsheet, .xlsx or a table as text, told by its bytes. Hidden sheets come without rows.
 * @param fileName names the sheet of a file that names none.
 * @throws Refusal with one clear line when it is anything else, too large, locked or damaged, or when a formula has no stored value.
 */
export async function readSheets(fileName: string, bytes: Buffer): Promise<Sheet[]> {
  checkSize(bytes);
  const budget = new Budget();
  const what = kindOf(bytes);
  if (what.kind === 'TEXT') {
    const { name } = parsePath(fileName);
    return [{ name, hidden: false, isText: true, rows: await readCsv(bytes, what.encoding, name, budget) }];
  }
  const zip = await Zip.open(bytes, budget);
  if (!zip.has('_rels/.rels') || !zip.hasFolder('xl') || zip.has('xl/workbook.bin')) throw refuseZip(zip);
  const workbook = await readWorkbook(zip, budget);
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of workbook.sheets) sheets.push({ name, hidden, isText: false, rows: hidden ? [] : await readWorksheet(zip, { name, part }, workbook, budget) });
  return sheets;
}
