import { parse as parsePath } from 'node:path';
import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Language } from '../../api/refusal';
import { Turns } from '../../api/turns';
import { BYTE_ORDER_MARK, csvRecord } from '../out/ledger-csv';
import { csvRecords, delimiterIn } from '../sheet/csv';
import { Budget } from '../sheet/limits';
import { parseCellName } from '../sheet/places';
import { kindOf, type Encoding } from '../sheet/signature';
import { readWorkbook } from '../sheet/workbook';
import { Zip } from '../sheet/zip';
import type { ImportAnswer } from './answer';
import { firstFree, markSheet } from './mark-sheet';
import { squeeze } from './read-text';
import { titled, VERDICT_TITLE, verdictsOf } from './verdicts';

/** A file that is given back. */
export interface MarkedFile {
  name: string;
  type: string;
  /** Made as it is read; destroying it ends the work. */
  stream: Readable;
}

/** What is to be written into a sheet: texts by row, and the column that holds them already, if it was marked before. */
interface Marks {
  texts: ReadonlyMap<number, string>;
  column: number | null;
}

const suffix: Record<Language, string> = { zh: '导入结果', en: 'import-result' };
const TITLES = Object.values(VERDICT_TITLE).map(squeeze);

/**
 * Gives a spreadsheet back with one more column that says of each row what an import would do or what is wrong with it;
 * everything else in it stays as it was. One that was marked before, mended and sent again keeps its column, with the new
 * words. A table kept as text comes back in UTF-8 with a byte order mark.
 * @param answer of the dry run of these very bytes
 */
export async function markFile(fileName: string, bytes: Buffer, answer: ImportAnswer, language: Language): Promise<MarkedFile> {
  const what = kindOf(bytes);
  const marks = marksOf(answer, language);
  const name = parsePath(fileName).name.replace(new RegExp(`_(?:${Object.values(suffix).join('|')})$`), '');
  if (what.kind === 'TEXT') {
    const [own] = marks.values();
    return { name: `${name}_${suffix[language]}.csv`, type: 'text/csv; charset=utf-8', stream: await markText(bytes, what.encoding, own ?? { texts: new Map(), column: null }) };
  }
  return { name: `${name}_${suffix[language]}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', stream: await markWorkbook(bytes, marks) };
}

function marksOf(answer: ImportAnswer, language: Language): Map<string, Marks> {
  // To the reader the column of an earlier marking is one that says nothing.
  const before = new Map(answer.unknownColumns.filter(({ title }) => TITLES.includes(squeeze(title))).map(({ sheet, cell }) => [sheet, parseCellName(cell)?.column ?? null]));
  return new Map([...verdictsOf(answer, language)].map(([sheet, verdicts]) => {
    const column = before.get(sheet) ?? null;
    return [sheet, { texts: column === null ? titled(verdicts, language) : verdicts, column }];
  }));
}

async function markText(bytes: Buffer, encoding: Encoding, { texts, column }: Marks): Promise<Readable> {
  let width = 0;
  for await (const { length } of csvRecords(bytes, encoding)) width = Math.max(width, length);
  const place = column ?? width;
  const delimiter = delimiterIn(bytes, encoding);
  async function* lines(): AsyncGenerator<string> {
    const turns = new Turns();
    let number = 0;
    yield BYTE_ORDER_MARK;
    for await (const record of csvRecords(bytes, encoding)) {
      number += 1;
      const text = texts.get(number);
      const cells = [...record, ...new Array<string>(Math.max(width, place + 1) - record.length).fill('')];
      if (text !== undefined) cells[place] = text;
      yield csvRecord(cells, delimiter);
      if (turns.due) await turns.next();
    }
  }
  return Readable.from(lines(), { objectMode: false });
}

async function markWorkbook(bytes: Buffer, marks: ReadonlyMap<string, Marks>): Promise<Readable> {
  const zip = await Zip.open(bytes, new Budget());
  const { sheets } = await readWorkbook(zip, new Budget());
  const columns = new Map<string, Required<Marks> & { column: number }>();
  for (const { name, part } of sheets) {
    const own = marks.get(name);
    if (own) columns.set(part.toLowerCase(), { texts: own.texts, column: own.column ?? (await firstFree(zip.contents(part))) });
  }
  // Everything is unpacked once more than it was counted for above.
  const again = await Zip.open(bytes, new Budget());
  const out = new ZipFile();
  const stream = out.outputStream as PassThrough;
  const fail = (error: Error) => void stream.destroy(error);
  out.on('error', fail);
  // The files are asked for one after another.
  let current: Readable | null = null;
  stream.on('close', () => current?.destroy());
  for (const name of again.names) {
    out.addReadStreamLazy(name, (give) => {
      const own = columns.get(name.toLowerCase());
      current = Readable.from(own ? markSheet(again.contents(name), own.column, own.texts) : again.contents(name), { objectMode: false });
      current.on('error', fail);
      give(null, current);
    });
  }
  out.end();
  return stream;
}
