import { parse as parsePath } from 'node:path';
import { refuse } from '../../api/refusal';
import type { Cell, SheetRow } from './cell';
import { csvRows } from './csv';
import type { FileBytes } from './file-bytes';
import { Budget, STREAM_LIMITS } from './limits';
import type { Range } from './merges';
import { scanMerges } from './scan-merges';
import { kindOf, markedEncoding, refuseZip, type Encoding } from './signature';
import { readWorkbook, type Workbook } from './workbook';
import { worksheetRows } from './worksheet';
import { Zip } from './zip';

/** What tells a file's kind; a table's separator shows within it too. */
const HEAD = 1_048_576;

/** A sheet whose rows are read as they are asked for. */
export interface StreamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something, in order, some at a time; parts of merged cells marked. Each call reads anew. */
  rows(): AsyncGenerator<SheetRow[]>;
}

/** A spreadsheet that is read row by row, never whole: .xlsx or a table as text, told by its bytes. */
export interface StreamedFile {
  readonly sheets: readonly StreamedSheet[];
  /** Bytes that all rows take, as the file says: for telling how far reading is, for nothing else. */
  readonly size: number;
}

/**
 * Opens a spreadsheet for reading row by row.
 * @param fileName names the sheet of a file that names none
 * @param onBytes hears of the bytes of rows as they are read, of `size`
 * @throws Refusal with one clear line when it is anything else, too large, locked or damaged; damage further on shows while reading.
 */
export async function streamSheets(fileName: string, file: FileBytes, onBytes: (bytes: number) => void = () => undefined): Promise<StreamedFile> {
  if (file.size === 0) throw refuse('FILE_EMPTY', { field: 'file' });
  if (file.size > STREAM_LIMITS.fileMegabytes * 1024 * 1024) throw refuse('FILE_TOO_LARGE', { field: 'file', limit: STREAM_LIMITS.fileMegabytes });
  const head = await file.head(HEAD);
  const isZip = head.subarray(0, 2).toString('latin1') === 'PK';
  const what = kindOf(head, isZip ? 'utf-8' : await encodingOf(file, head));
  if (what.kind === 'TEXT') {
    const { name } = parsePath(fileName);
    return { size: file.size, sheets: [{ name, hidden: false, rows: () => csvRows(counted(file.pieces(), onBytes), head, what.encoding, name, new Budget(STREAM_LIMITS)) }] };
  }
  const zip = await Zip.openFile(file.fd, new Budget(STREAM_LIMITS));
  if (!zip.has('_rels/.rels') || !zip.hasFolder('xl') || zip.has('xl/workbook.bin')) throw refuseZip(zip);
  const workbook = await readWorkbook(zip, new Budget(STREAM_LIMITS));
  const shown = workbook.sheets.filter(({ hidden }) => !hidden);
  return {
    size: shown.reduce((sum, { part }) => sum + zip.statedSize(part), 0),
    sheets: workbook.sheets.map(({ name, hidden, part }) => new WorkbookSheet(file, workbook, name, hidden, part, onBytes)),
  };
}

/** How a text is encoded, told by all of it: the first words that are not ASCII may stand anywhere. */
async function encodingOf(file: FileBytes, head: Buffer): Promise<Encoding> {
  const marked = markedEncoding(head);
  if (marked) return marked;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of file.pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'gb18030';
    throw error;
  }
}

async function* counted(pieces: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    onBytes(piece.length);
  }
}

class WorkbookSheet implements StreamedSheet {
  private merges: readonly Range[] | null = null;

  constructor(private readonly file: FileBytes, private readonly workbook: Workbook, readonly name: string, readonly hidden: boolean, private readonly part: string, private readonly onBytes: (bytes: number) => void) {}

  async *rows(): AsyncGenerator<SheetRow[]> {
    const budget = new Budget(STREAM_LIMITS);
    // What was counted is what is read: each reading has a budget of its own.
    const zip = await Zip.openFile(this.file.fd, budget);
    this.merges ??= await scanMerges((await Zip.openFile(this.file.fd, new Budget(STREAM_LIMITS))).contents(this.part), budget);
    const cover = new Cover(this.merges);
    const measured = { contents: (name: string) => counted(zip.contents(name), this.onBytes) };
    for await (const rows of worksheetRows(measured, { name: this.name, part: this.part }, this.workbook, budget)) {
      if (this.merges.length) for (const row of rows) cover.mark(row);
      yield rows;
    }
  }
}

/** Marks in rows that come one after the other what merged cells cover. */
class Cover {
  private next = 0;
  private open: { range: Range; cell: Cell | null }[] = [];

  /** @param merges in the order of their first rows */
  constructor(private readonly merges: readonly Range[]) {}

  mark({ number, cells }: SheetRow): void {
    this.open = this.open.filter(({ range }) => range.bottom >= number);
    for (; this.next < this.merges.length && this.merges[this.next].top <= number; this.next++) {
      const range = this.merges[this.next];
      if (range.bottom >= number) this.open.push({ range, cell: null });
    }
    // Merged cells do not overlap: more of them in a row than it has columns are no program's work.
    if (this.open.length > STREAM_LIMITS.columns) throw refuse('FILE_DAMAGED', { field: 'file' });
    const width = cells.length;
    for (const one of this.open) {
      const { top, left, right } = one.range;
      one.cell ??= { kind: 'COVERED', row: top, column: left, value: top === number ? cells[left] : undefined };
      const last = Math.min(right, Math.max(width - 1, left));
      for (let column = left; column <= last; column++) if (number !== top || column !== left) cells[column] = one.cell;
    }
  }
}
