import { refuse, type Language } from '../../api/refusal';
import { readSheets } from '../sheet/read';
import { Findings } from './read-findings';
import type { ImportLexicon } from './read-lexicon';
import { Titles } from './read-lines';
import { Names } from './read-names';
import { TableReader } from './read-table';
import type { ImportFields, ImportFile, ImportKind } from './rows';

export { lexiconOf, type ImportLexicon } from './read-lexicon';

/**
 * Reads a spreadsheet as a county sends it: .xlsx or .csv, told by its bytes.
 * What is not understood stands in `errors`, sheet and cell named, in the reader's language.
 * @throws Refusal when the file as a whole cannot be read: no spreadsheet, too large, locked, formulas without values, no table.
 */
export async function readImport<K extends ImportKind>(
  kind: K, fileName: string, bytes: Buffer, lexicon: ImportLexicon, language: Language,
): Promise<ImportFile<ImportFields[K]>> {
  const sheets = await readSheets(fileName, bytes);
  const findings = new Findings<ImportFields[ImportKind]>(language);
  const titles = new Titles(kind);
  const names = new Names(lexicon);
  let tables = 0;
  for (const sheet of sheets) {
    if (sheet.hidden) findings.ignore(sheet.name, 1, 'HIDDEN');
    else if (await new TableReader(titles, sheet, names, findings).read()) tables += 1;
    else if (sheet.rows.length > 0) findings.ignore(sheet.name, sheet.rows[0].number, 'NO_TABLE');
  }
  if (tables === 0) throw refuse('FILE_NO_TABLE', { field: 'file' });
  // The titles of a kind lead to its fields only.
  return findings.file() as ImportFile<ImportFields[K]>;
}
