import type { Language } from '../../api/refusal';
import type { ImportLexicon } from './read-lexicon';
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
  throw new Error(`not written yet: ${kind} ${fileName} ${bytes.length} ${lexicon.regions.length} ${language}`);
}
