import { refuse } from '../../api/refusal';
import { shownText, type SheetRow } from '../sheet/cell';
import type { StreamedFile, StreamedSheet } from '../sheet/stream';
import type { Findings } from './findings';
import { headAt, HEAD_LINES, type Head, type UnknownColumn } from './head';
import { unitLine, type UnitLine } from './head-units';
import { TableReader, type SampleDesk, type SampleRow } from './table';
import { meaningOf } from './titles';

/** Rows that may stand above a heading. */
const FARTHEST = 100;

/**
 * Reads a station's file, row by row: sheets with a preamble, a heading of up to four lines, rows, remarks; the heading
 * may come again, or another one. What is not understood goes to the desk's findings with its cell.
 * @throws Refusal when the file as a whole cannot be read, or when no sheet has a table.
 */
export async function* readSamples(file: StreamedFile, desk: SampleDesk): AsyncGenerator<SampleRow[]> {
  let tables = 0;
  for (const sheet of file.sheets) {
    if (sheet.hidden) {
      desk.findings.ignore(sheet.name, 1, 'HIDDEN');
      continue;
    }
    const reader = new SheetReader(sheet, desk);
    yield* reader.read();
    tables += reader.tables;
  }
  if (tables === 0) throw refuse('FILE_NO_SAMPLES', { field: 'file' });
}

/** Reads one sheet. */
class SheetReader {
  tables = 0;
  private table: TableReader | null = null;
  private preamble = 0;
  /** The row before, and the lines since the last heading that state units. */
  private before: SheetRow | undefined;
  private units: { row: number; line: UnitLine }[] = [];

  constructor(private readonly sheet: StreamedSheet, private readonly desk: SampleDesk) {}

  async *read(): AsyncGenerator<SampleRow[]> {
    let waiting: SheetRow[] = [];
    let some = false;
    for await (const rows of this.sheet.rows()) {
      some ||= rows.length > 0;
      waiting = waiting.length ? [...waiting, ...rows] : rows;
      const { read, used } = this.take(waiting, false);
      waiting = waiting.slice(used);
      if (read.length) yield read;
      if (this.isHopeless) break;
    }
    const { read } = this.take(waiting, true);
    if (read.length) yield read;
    if (some && !this.tables) this.desk.findings.ignore(this.sheet.name, 1, 'NO_TABLE');
  }

  private get isHopeless(): boolean {
    return !this.tables && this.preamble > FARTHEST;
  }

  /** Reads what rows there are, and leaves those that may begin a heading until all its lines are there. */
  private take(rows: readonly SheetRow[], atEnd: boolean): { read: SampleRow[]; used: number } {
    const read: SampleRow[] = [];
    let at = 0;
    while (at < rows.length && !this.isHopeless) {
      if (!this.table || mayBeginHead(rows[at])) {
        if (!atEnd && at + HEAD_LINES + 1 > rows.length) break;
        const found = headAt(rows.slice(at, at + HEAD_LINES + 1), 0, { row: this.before, units: this.units });
        if (found) {
          this.begin(found.head);
          at += found.lines;
          this.before = undefined;
          continue;
        }
      }
      const row = this.table?.read(rows[at]);
      if (!this.table) this.preamble += 1;
      if (row) read.push(row);
      else this.aside(rows[at]);
      at += 1;
    }
    return { read, used: at };
  }

  /** Takes down what a row that is no data says of units: the next heading may need it. */
  private aside(row: SheetRow): void {
    this.before = row;
    const line = unitLine(row);
    if (line && this.units.length < FARTHEST) this.units.push({ row: row.number, line });
  }

  private begin(head: Head): void {
    this.tables += 1;
    this.units = [];
    for (const fault of head.faults) throw fault(this.sheet.name);
    this.table = headOf(head, this.sheet.name, this.desk);
  }
}

/** Makes the reader of a table; a heading that comes again on every page names its unknown columns once. */
function headOf(head: Head, sheet: string, desk: SampleDesk): TableReader {
  nameUnknown(desk.findings, sheet, head.unknown);
  return new TableReader(sheet, head, desk);
}

const told = new WeakMap<Findings, Set<string>>();

function nameUnknown(findings: Findings, sheet: string, unknown: readonly UnknownColumn[]): void {
  const known = told.get(findings) ?? new Set();
  told.set(findings, known);
  for (const { cell, title, item } of unknown) {
    if (known.has(`${sheet}\n${title}`)) continue;
    known.add(`${sheet}\n${title}`);
    findings.unknownColumn(sheet, cell, title, item);
  }
}

/** Whether a row below a heading may begin another one: some cell is the title of a section's column, in full. */
function mayBeginHead({ cells }: SheetRow): boolean {
  for (let i = 0; i < cells.length && i < 8; i++) {
    const cell = cells[i];
    if (typeof cell === 'string' && cell.length < 20 && ['SECTION', 'CODE'].includes(meaningOf(shownText(cell))?.key ?? '')) return true;
  }
  return false;
}
