import { shownText, type Cell, type SheetRow } from '../sheet/cell';
import { subjectOf, type Subject } from './read-column';
import { squeeze } from './read-text';
import { namesWorks } from './read-titles';
import { procedureWords, sourceWords } from './read-words';
import { IMPORT_KINDS, type ImportKind } from './rows';

const LONGEST_LABEL = 200;
const LONGEST_TITLE = 60;
const LONGEST_NAME_TITLE = 24;

/** What a cell of a heading says, in one line. */
export const labelOf = (cell: Cell | undefined): string => shownText(cell).slice(0, LONGEST_LABEL).replace(/\s*[\r\n]+\s*/g, '');
const isLabel = (label: string): boolean => label !== '' && label.length <= LONGEST_TITLE && !/[:：]/.test(label);
const isCovered = (cell: Cell | undefined): cell is Extract<Cell, { kind: 'COVERED' }> => typeof cell === 'object' && cell.kind === 'COVERED';

/** Remembers what titles mean: a sheet asks for the same ones again and again. */
export class Titles {
  private readonly known = new Map<string, Subject | null>();

  constructor(readonly kind: ImportKind) {}

  subject(titles: readonly string[], kind = this.kind): Subject | null {
    const key = `${kind}\n${titles.join('\n')}`;
    let subject = this.known.get(key);
    if (subject === undefined) this.known.set(key, (subject = subjectOf(kind, titles)));
    return subject;
  }

  /** Whether titles read as such, if only in another kind of file. */
  areTitles(titles: readonly string[]): boolean {
    const last = squeeze(titles.at(-1) ?? '');
    return IMPORT_KINDS.some((kind) => this.subject(titles, kind) !== null) || sourceWords.has(last) || procedureWords.has(last);
  }
}

/** Whether a cell alone reads as the title of the column that names works. */
export function isNameTitle(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const label = labelOf(cell);
  return label.length <= LONGEST_NAME_TITLE && isLabel(label) && namesWorks(label);
}

/** The lines of a heading. */
export class HeadLines {
  constructor(readonly rows: readonly SheetRow[]) {}

  /** What stands in a cell; one that is merged down from above the heading has nothing of its own. */
  private own(line: number, column: number): string {
    const cell = this.rows[line].cells[column];
    return isCovered(cell) && cell.row < this.rows[0].number ? '' : labelOf(cell);
  }

  private below(line: number, column: number): boolean {
    return this.rows.some((_, lower) => lower > line && this.own(lower, column) !== '');
  }

  /** The label over a column. Without merged cells a group's title stands over its first column only. */
  private label(line: number, column: number): string {
    const own = this.own(line, column);
    if (own !== '' || !this.below(line, column)) return own;
    let left = column - 1;
    while (left >= 0 && this.own(line, left) === '') left -= 1;
    if (left < 0 || !this.below(line, left)) return '';
    const together = this.rows.slice(0, line).every((_, upper) => this.label(upper, left) === this.label(upper, column));
    return together ? this.own(line, left) : '';
  }

  /** The titles of a column from the first line to the last, each once. */
  titles(column: number): string[] {
    const labels = this.rows.map((_, line) => this.label(line, column)).filter((label) => label !== '');
    return labels.filter((label, i) => label !== labels[i - 1]);
  }

  /** Whether a row goes on with the heading: the title of the name reaches down to it, or it holds titles and nothing else. */
  goOn(row: SheetRow | undefined, nameColumn: number, titles: Titles): boolean {
    if (row?.number !== this.rows.at(-1)!.number + 1) return false;
    const nameCell = row.cells[nameColumn];
    if (isCovered(nameCell) && nameCell.column === nameColumn && nameCell.row >= this.rows[0].number && nameCell.row < row.number) return true;
    if (labelOf(nameCell) !== '') return false;
    const columns = filled(row).filter((column) => !isCovered(row.cells[column]) || labelOf(row.cells[column]) !== '');
    const own = columns.filter((column) => !isCovered(row.cells[column]));
    if (own.length === 0 || !own.every((column) => typeof row.cells[column] === 'string' && isLabel(labelOf(row.cells[column])))) return false;
    const longer = new HeadLines([...this.rows, row]);
    return own.filter((column) => titles.areTitles(longer.titles(column))).length * 2 >= own.length;
  }
}

const filled = (row: SheetRow): number[] => [...row.cells.keys()].filter((column) => labelOf(row.cells[column]) !== '');

/** A line above the one that names works, with the titles of groups: no title of the whole table, no "unit: …". */
export function isGroupLine(row: SheetRow | undefined, below: SheetRow): boolean {
  if (row?.number !== below.number - 1) return false;
  const columns = filled(row);
  const labels = new Set(columns.map((column) => labelOf(row.cells[column])));
  const titles = columns.every((column) => isLabel(labelOf(row.cells[column])) && typeof row.cells[column] !== 'number');
  return titles && labels.size > 1 && labels.size < filled(below).length && ![...labels].some((label) => /^[\d,.%-]+$|\d{4}年\d/.test(squeeze(label)));
}

/** A line that numbers the columns below the heading: 1, 2, 3 or 甲, 乙, 1. */
export function numbersColumns(row: SheetRow | undefined, above: SheetRow): boolean {
  if (row?.number !== above.number + 1) return false;
  const labels = filled(row).map((column) => squeeze(labelOf(row.cells[column])));
  const numbers = labels.filter((label) => /^\d+$/.test(label)).map(Number);
  return labels.length >= 3 && numbers.length >= 2 && labels.every((label) => /^(?:\(?\d{1,2}\)?(?:=.*)?|[甲乙丙丁戊]|[a-z]|栏次)$/.test(label)) && numbers.every((number, i) => i === 0 || number > numbers[i - 1]);
}
