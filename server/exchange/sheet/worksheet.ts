import { isDay } from '../../api/day';
import { refuse } from '../../api/refusal';
import { Turns } from '../../api/turns';
import type { Cell, SheetRow } from './cell';
import { formatted } from './formats';
import { checkColumn, type Budget } from './limits';
import { coverMerged, parseRange, type Range } from './merges';
import { cellName, LAST_ROW, parseCellName } from './places';
import { unescapeText, type Workbook } from './workbook';
import { readXml, xmlSteps, type XmlReader } from './xml';
import type { Zip } from './zip';

const damaged = () => refuse('FILE_DAMAGED', { field: 'file' });

/** A cell while it is being read. */
interface Draft {
  row: number;
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

/** The value of a cell as stored; undefined when it is empty. */
function cellOf(draft: Draft, { strings, formats, since1904 }: Workbook): Cell | undefined {
  const { type, text } = draft;
  if (type === 's') {
    if (text === '') return undefined;
    const shared = strings[Number(text)];
    if (shared === undefined) throw damaged();
    return shared || undefined;
  }
  if (type === 'str' || type === 'inlineStr') return unescapeText(text) || undefined;
  if (type === 'e') return { kind: 'FAULT', text };
  if (text === '') return undefined;
  if (type === 'b') return { kind: 'TRUTH', truth: text === '1' || text === 'true' };
  if (type === 'd') return isoCell(text);
  const value = Number(text);
  return Number.isFinite(value) ? formatted(value, formats[draft.style] ?? 'NUMBER', since1904) : text;
}

/** A date that is stored as text, with or without its time: "2024-06-30T08:00:00". */
function isoCell(text: string): Cell {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d).*)?$/.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return text;
  return hour === undefined ? { kind: 'DAY', day, shows: 'DAY' } : { kind: 'DAY', day, shows: 'DAY', minutes: Number(hour) * 60 + Number(minute) };
}

/** A formula is worth what the program that saved it reckoned; an empty text is a result too. */
const isUnreckoned = ({ hasFormula, hasValue, type, text }: Draft): boolean => hasFormula && (type === 'str' ? !hasValue : text === '');

/** Takes the rows of a worksheet as they are read: those that hold something, in order. */
class RowReader implements XmlReader {
  readonly merges: Range[] = [];
  private rows: SheetRow[] = [];
  private row = 0;
  private cells: (Cell | undefined)[] = [];
  private draft: Draft | null = null;
  private nextColumn = 0;
  private inText = false;
  private phonetic = false;

  /** @param held whether the rows stay in memory, where their cells and texts count */
  constructor(private readonly name: string, private readonly workbook: Workbook, private readonly budget: Budget, private readonly held: boolean) {}

  /** The rows since the last call. */
  take(): SheetRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c') this.openCell(attributes);
    else if (tag === 'mergeCell') {
      this.budget.spend('merges', 1);
      const range = parseRange(attributes.ref ?? '');
      if (range) this.merges.push(range);
    } else if (this.draft) {
      if (tag === 'f') this.draft.hasFormula = true;
      else if (tag === 'rPh') this.phonetic = true;
      else if (tag === 'v' || tag === 't') {
        this.inText = !this.phonetic;
        this.draft.hasValue = true;
      }
    }
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.inText = false;
    else if (tag === 'rPh') this.phonetic = false;
    else if (tag === 'c' && this.draft) {
      this.closeCell(this.draft);
      this.draft = null;
    } else if (tag === 'row' && this.cells.length > 0) {
      this.budget.spendRow();
      this.rows.push({ number: this.row, cells: this.cells });
      this.cells = [];
    }
  }

  text(piece: string): void {
    if (this.draft && this.inText) this.draft.text += piece;
  }

  private openRow({ r }: Readonly<Record<string, string>>): void {
    const number = r === undefined ? this.row + 1 : Number(r);
    if (!(Number.isInteger(number) && number > this.row && number <= LAST_ROW)) throw damaged();
    this.row = number;
    this.cells = [];
    this.nextColumn = 0;
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    let column = this.nextColumn;
    if (r !== undefined) {
      const place = parseCellName(r);
      if (place?.row !== this.row) throw damaged();
      column = place.column;
    }
    this.nextColumn = column + 1;
    this.draft = { row: this.row, column, type: t ?? 'n', style: Number(s ?? 0), hasFormula: false, hasValue: false, text: '' };
  }

  private closeCell(done: Draft): void {
    if (isUnreckoned(done)) throw refuse('FILE_FORMULA_WITHOUT_VALUE', { field: 'file', sheet: this.name, cell: cellName(done.row, done.column) });
    const cell = cellOf(done, this.workbook);
    if (cell === undefined) return;
    checkColumn(this.name, done.row, done.column);
    if (this.held) {
      this.budget.spend('cells', 1);
      if (typeof cell === 'string' && done.type !== 's') this.budget.spend('characters', cell.length);
    }
    this.cells[done.column] = cell;
  }
}

/**
 * Reads the rows of a worksheet that hold something, in order, parts of merged cells marked.
 * @throws Refusal when it is damaged or too large, or when a formula has no stored value.
 */
export async function readWorksheet(zip: Zip, { name, part }: { name: string; part: string }, workbook: Workbook, budget: Budget): Promise<SheetRow[]> {
  const reader = new RowReader(name, workbook, budget, true);
  await readXml(zip.contents(part), reader);
  const rows = reader.take();
  coverMerged(rows, reader.merges, budget);
  return rows;
}

/**
 * The rows of a worksheet as they are read, those of a piece together, nothing held; parts of merged cells are not marked,
 * since a worksheet tells of them after its rows.
 * @throws Refusal as `readWorksheet`
 */
export async function* worksheetRows(zip: Pick<Zip, 'contents'>, { name, part }: { name: string; part: string }, workbook: Workbook, budget: Budget): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(name, workbook, budget, false);
  const turns = new Turns();
  for await (const _ of xmlSteps(zip.contents(part), reader)) {
    yield reader.take();
    if (turns.due) await turns.next();
  }
}
