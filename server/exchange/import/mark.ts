import { parse as parsePath } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { ZipFile } from 'yazl';
import type { Language } from '../../api/refusal';
import { BYTE_ORDER_MARK, csvRecord } from '../out/ledger-csv';
import { delimiterOf } from '../sheet/csv';
import { Budget } from '../sheet/limits';
import { kindOf, type Encoding } from '../sheet/signature';
import { readWorkbook } from '../sheet/workbook';
import { Zip } from '../sheet/zip';
import type { ImportAnswer } from './answer';
import { markSheet } from './mark-sheet';
import { titled, verdictsOf } from './verdicts';

/** A file that is given back. */
export interface MarkedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

const suffix: Record<Language, string> = { zh: '导入结果', en: 'import-result' };

/**
 * Gives a spreadsheet back with one more column that says of each row what an import would do or what is wrong with it;
 * everything else in it stays as it was. A table kept as text comes back in UTF-8 with a byte order mark.
 * @param answer of the dry run of these very bytes
 */
export async function markFile(fileName: string, bytes: Buffer, answer: ImportAnswer, language: Language): Promise<MarkedFile> {
  const what = kindOf(bytes);
  const verdicts = verdictsOf(answer, language);
  const { name } = parsePath(fileName);
  if (what.kind === 'TEXT') {
    const [texts] = [...verdicts.values()].map((rows) => titled(rows, language));
    return { name: `${name}_${suffix[language]}.csv`, type: 'text/csv; charset=utf-8', bytes: markText(bytes, what.encoding, texts ?? new Map<number, string>()) };
  }
  return { name: `${name}_${suffix[language]}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await markWorkbook(bytes, verdicts, language) };
}

function markText(bytes: Buffer, encoding: Encoding, texts: ReadonlyMap<number, string>): Buffer {
  const text = new TextDecoder(encoding).decode(bytes);
  const delimiter = delimiterOf(text.slice(0, 65_536));
  const records = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) as string[][];
  const width = Math.max(0, ...records.map(({ length }) => length));
  const marked = records.map((record, i) => [...record, ...new Array<string>(width - record.length).fill(''), texts.get(i + 1) ?? '']);
  return Buffer.from(BYTE_ORDER_MARK + marked.map((record) => csvRecord(record, delimiter)).join(''));
}

async function markWorkbook(bytes: Buffer, verdicts: ReadonlyMap<string, ReadonlyMap<number, string>>, language: Language): Promise<Buffer> {
  const zip = await Zip.open(bytes, new Budget());
  const { sheets } = await readWorkbook(zip, new Budget());
  const bySheet = new Map(sheets.flatMap(({ name, part }) => (verdicts.has(name) ? [[part.toLowerCase(), titled(verdicts.get(name)!, language)] as const] : [])));
  const out = new ZipFile();
  for (const name of zip.names) {
    const content = await wholeOf(zip, name);
    const texts = bySheet.get(name.toLowerCase());
    out.addBuffer(texts ? Buffer.from(markSheet(content.toString('utf8'), texts)) : content, name);
  }
  out.end();
  return buffer(out.outputStream);
}

async function wholeOf(zip: Zip, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.contents(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}
