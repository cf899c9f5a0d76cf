import type { Day } from '../../api/day';
import { refuse } from '../../api/refusal';
import { Turns } from '../../api/turns';
import type { Sheet, SheetRow } from '../sheet/cell';
import { isBlank, shownText } from '../sheet/cell';
import { cellName } from '../sheet/places';
import { dayOrNull } from './read-days';
import type { Findings } from './read-findings';
import { findHead, headAt, NAMES, type Column, type ColumnGroup, type Head } from './read-head';
import { isNameTitle, type Titles } from './read-lines';
import type { Names } from './read-names';
import { readPreamble, type Preamble } from './read-preamble';
import { RowReader, type AnyValues } from './read-row';
import { RowSorter, sectionName } from './read-row-sorts';
import { FUNDS } from './read-titles';
import type { ImportFields, ImportKind, ImportRow } from './rows';

/** Rows at the end of a sheet that may be notes. */
const NOTES = 15;
/** Empty rows in a row that are named one by one. */
const GAP = 20;

type AnyRow = ImportRow<ImportFields[ImportKind]>;

/** What is done by the month of the figures is done by their day, not by the month's last. */
function notAfter(values: AnyValues, asOf: Day): void {
  for (const key of ['actualFinish', 'doneOn'] as const) {
    const read = values[key];
    if (!read || read.value <= asOf) continue;
    const earliest = dayOrNull(read.text, 'FIRST');
    if (earliest !== null && earliest <= asOf && earliest < read.value) values[key] = { ...read, value: asOf };
  }
}

/** Reads the table of one sheet, or several that follow each other on it. */
export class TableReader {
  private head: Head;
  /** Columns that name works: by name, else by code. */
  private naming: Column[] = [];
  private reader: RowReader;
  private sorter: RowSorter;
  private preamble: Preamble;
  /** The work whose rows are being joined, by the row that its name is merged from. */
  private open: { top: number; values: AnyValues } | null = null;
  private readonly turns = new Turns();
  private readonly reported = new Set<string>();
  /** Columns that the heading speaks of. */
  private titled = new Set<number>();

  constructor(
    private readonly titles: Titles,
    private readonly sheet: Sheet,
    private readonly names: Names,
    private readonly findings: Findings<ImportFields[ImportKind]>,
  ) {}

  /** @returns whether the sheet holds a table */
  async read(): Promise<boolean> {
    const { rows } = this.sheet;
    const head = await findHead(this.titles, rows, this.turns);
    if (!head) return false;
    this.preamble = readPreamble(this.names, this.sheet.name, rows.slice(0, head.first), rows.slice(head.last + 1).slice(-NOTES));
    for (const { number } of rows.slice(0, head.first)) this.findings.ignore(this.sheet.name, number, 'TITLE');
    let next = this.useHead(head);
    let before = rows[head.last].number;
    while (next < rows.length) {
      const row = rows[next];
      if (this.findings.full(this.sheet.name, row.number, cellName(row.number, 0))) break;
      this.nameGap(before, row.number);
      const again = this.headFrom(next);
      if (again) next = this.useHead(again);
      else {
        this.readRow(row);
        // What is read of it is larger: a long table is let go as it is read.
        row.cells.length = 0;
        next += 1;
      }
      before = rows[next - 1].number;
      if (this.turns.due) await this.turns.next();
    }
    return true;
  }

  private useHead(head: Head): number {
    const { name } = this.sheet;
    for (let line = head.first; line <= head.last; line++) this.findings.ignore(name, this.sheet.rows[line].number, 'HEAD');
    // A heading that is only repeated changes nothing.
    if (head.wording === this.head?.wording) return head.last + 1;
    this.head = head;
    this.naming = (['name', 'code'] as const).flatMap((key) => head.columns.filter((column) => column.key === key));
    this.reader = new RowReader(this.titles.kind, name, this.names, this.preamble, this.findings);
    this.sorter = new RowSorter(head, (section) => this.sectionOf(section) !== null);
    this.open = null;
    this.titled = new Set([...[...head.columns, ...head.groups.flatMap(({ columns }) => columns), ...head.unknown].map(({ index }) => index), ...head.derived]);
    for (const { index, cell, title } of head.unknown) this.reportColumn(index, cell, title);
    return head.last + 1;
  }

  private reportColumn(index: number, cell: string, title: string): void {
    const key = `${index} ${title}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.findings.unknownColumns.push({ sheet: this.sheet.name, cell, title });
  }

  /** A heading that begins at a row: tables that are printed repeat theirs on every page. */
  private headFrom(index: number): Head | null {
    const { rows } = this.sheet;
    const names = (row: SheetRow | undefined): boolean => row !== undefined && this.naming.some((column) => isNameTitle(row.cells[column.index]));
    const at = names(rows[index]) ? index : names(rows[index + 1]) ? index + 1 : -1;
    const head = at < 0 ? null : headAt(this.titles, rows, at);
    if (head?.first !== index) return null;
    // A row just above titles is the last of the data, unless it begins the same heading again or stands apart.
    const apart = rows[index].number - rows[index - 1].number > 1;
    return at === index || apart || head.wording === this.head.wording ? head : null;
  }

  private nameGap(before: number, row: number): void {
    if (row - before - 1 > GAP) this.findings.ignore(this.sheet.name, before + 1, 'EMPTY_RUN');
    else for (let empty = before + 1; empty < row; empty++) this.findings.ignore(this.sheet.name, empty, 'EMPTY');
  }

  private readRow(row: SheetRow): void {
    const sort = this.sorter.sort(row);
    if (sort === 'DATA') return this.readData(row);
    if (sort === 'NAMELESS') {
      if (this.goesOn(row)) return this.readData(row);
      const naming = this.naming[0];
      this.findings.refuse(this.sheet.name, row.number, cellName(row.number, naming.index), naming.title, null, refuse('ROW_WITHOUT_NAME'));
      return this.readData(row);
    }
    this.open = null;
    if (sort === 'SECTION') this.openSection(row);
    this.findings.ignore(this.sheet.name, row.number, sort);
  }

  /**
   * Whether a row without a name is about the work of the row above. A table kept as text has no merged cells: of those that
   * were merged over the rows of a work's sources or approvals only the first has kept its text.
   */
  private goesOn(row: SheetRow): boolean {
    const subject = this.head.columns.find(({ key }) => key === 'source' || key === 'kind');
    if (!this.sheet.isText || !this.open || !subject || isBlank(row.cells[subject.index])) return false;
    return this.head.columns.every(({ key, index }) => !NAMES.has(key) || isBlank(row.cells[index]));
  }

  /** What the title of a section stands for: a county, a sector, or neither. */
  private sectionOf(name: string): { regions?: string[]; sector?: ReturnType<Names['sectorOf']> } | null {
    if (name === '') return null;
    const regions = this.names.regionsOf(name);
    if (regions) return { regions };
    const sector = this.names.sectorOf(name);
    return sector ? { sector } : null;
  }

  private openSection(row: SheetRow): void {
    const column = row.cells.findIndex((cell) => !isBlank(cell));
    const text = shownText(row.cells[column]);
    const place = { cell: cellName(row.number, column), column: text, text };
    const meant = this.sectionOf(sectionName(row));
    if (meant?.regions) this.reader.enter({ kind: 'region', read: { value: meant.regions, ...place } });
    if (meant?.sector) this.reader.enter({ kind: 'sector', read: { value: meant.sector, ...place } });
  }

  private readData(row: SheetRow): void {
    const { kind } = this.titles;
    this.reportStrays(row);
    const top = this.topOf(row);
    const continued = kind === 'works' && this.open !== null && top === this.open.top && top !== row.number;
    const own = this.reader.settle(this.reader.read(row, this.head.columns, continued), this.head.columns);
    const values = own.name || own.code || !this.goesOn(row) ? own : { ...this.namesAbove(), ...own };
    if (continued && this.open) return this.reader.join(this.open.values, values, row);
    this.open = { top, values };
    if (this.head.groups.length === 0) return this.add(row, values, this.head.columns);
    let figures = 0;
    for (const group of this.head.groups) if (this.readGroup(row, values, group)) figures += 1;
    if (figures === 0) this.findings.ignore(this.sheet.name, row.number, 'NO_FIGURES');
  }

  private namesAbove(): AnyValues {
    const { code, number, name, regions } = this.open?.values ?? {};
    return { ...(code && { code }), ...(number && { number }), ...(name && { name }), ...(regions && { regions }) };
  }

  /** A row of its own for what a group of columns says. */
  private readGroup(row: SheetRow, values: AnyValues, group: ColumnGroup): boolean {
    const own = this.reader.read(row, group.columns, false) as AnyValues;
    if (Object.keys(own).length === 0) return false;
    const named = { value: group.value, cell: group.cell, column: group.title, text: group.title };
    const subject = group.value === null ? {} : this.titles.kind === 'funding' ? { source: named } : { kind: named };
    this.add(row, { ...values, ...own, ...(subject as AnyValues) }, [...this.head.columns, ...group.columns]);
    return true;
  }

  private add({ number }: SheetRow, values: AnyValues, columns: readonly Column[]): void {
    const asOf = this.asOf(columns);
    if (asOf) notAfter(values, asOf);
    // A head has columns of its kind's fields only, so the values are those of that kind.
    this.findings.rows.push({ sheet: this.sheet.name, row: number, values: values as AnyRow['values'], asOf });
  }

  /** The day that the figures of some columns hold for: what their titles say, else the sheet's; null when they differ. */
  private asOf(columns: readonly Column[]): Day | null {
    const figures = columns.filter(({ key }) => (FUNDS as readonly string[]).includes(key) || key === 'progress' || key === 'investmentDone');
    const days = new Set(figures.map((column) => column.asOf ?? this.preamble.asOf));
    return days.size === 0 ? this.preamble.asOf : days.size === 1 ? [...days][0] : null;
  }

  /** The row from which the name of a row's work is merged down; the row itself when it is not. */
  private topOf(row: SheetRow): number {
    const cell = row.cells[this.naming[0].index];
    return typeof cell === 'object' && cell.kind === 'COVERED' ? cell.row : row.number;
  }

  /** Names columns without a title that hold something all the same. */
  private reportStrays(row: SheetRow): void {
    row.cells.forEach((cell, index) => {
      if (this.titled.has(index) || (typeof cell === 'object' && cell.kind === 'COVERED') || isBlank(cell)) return;
      this.titled.add(index);
      this.reportColumn(index, cellName(row.number, index), '');
    });
  }
}
