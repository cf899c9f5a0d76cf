import type { Day } from '../../api/day';
import type { Turns } from '../../api/turns';
import type { FundingSource } from '../../funding/funding.entity';
import type { ProcedureKind } from '../../portfolio/facts.entity';
import type { SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import type { Subject } from './read-column';
import { contentOf, mayBeEither } from './read-content';
import { HeadLines, isGroupLine, isNameTitle, numbersColumns, type Titles } from './read-lines';
import { FUNDS, type TitleKey } from './read-titles';
import type { ImportKind } from './rows';

/** A column whose cells are read. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly key: TitleKey;
  /** As the file writes it; several lines with "/" between them. */
  readonly title: string;
  readonly unit: number | null;
  readonly asOf: Day | null;
  /** Whether the column is about one source or approval. */
  readonly alone: boolean;
}

/** Columns about one source of money or one approval. */
export interface ColumnGroup {
  /** Null for money that is told without a source, beside other money by source. */
  readonly value: FundingSource | ProcedureKind | null;
  /** The place and words of the title that names it. */
  readonly cell: string;
  readonly title: string;
  readonly columns: readonly Column[];
}

/** The heading of a table: one line or several, understood. */
export interface Head {
  /** Indexes into the sheet's rows. */
  readonly first: number;
  readonly last: number;
  /** All its titles, to know it again. */
  readonly wording: string;
  readonly columns: readonly Column[];
  readonly groups: readonly ColumnGroup[];
  /** Columns that only count rows or are reckoned from others. */
  readonly derived: ReadonlySet<number>;
  readonly unknown: readonly { readonly index: number; readonly cell: string; readonly title: string }[];
}

/** Rows that may stand above a table's heading, and lines that a heading may have. */
const FARTHEST = 100;
const DEEPEST = 4;

/** Of the columns for one field the one with the surest title stays, of equals the one with the later figures. */
function chooseColumns(found: readonly { column: Column; subject: Subject }[]): { chosen: typeof found; left: typeof found } {
  const best = new Map<string, { column: Column; subject: Subject }>();
  for (const each of found) {
    const key = `${each.subject.group ?? ''} ${each.column.key}`;
    const before = best.get(key);
    const surer = !before || each.subject.rank < before.subject.rank;
    const later = each.subject.rank === before?.subject.rank && (each.subject.asOf ?? '') > (before.subject.asOf ?? '');
    if (surer || later) best.set(key, each);
  }
  const chosen = found.filter((each) => [...best.values()].includes(each));
  return { chosen, left: found.filter((each) => !chosen.includes(each)) };
}

/** Titles like 进展 say little: what the cells below hold tells whether it is the stage, the progress, or a story to be left out. */
function settleByContent(columns: readonly Column[], below: readonly SheetRow[]): { columns: Column[]; stories: Column[] } {
  const settled: Column[] = [];
  const stories: Column[] = [];
  const taken = (key: TitleKey): boolean => [...columns, ...settled].some((column) => column.key === key);
  for (const column of columns) {
    const content = mayBeEither(column.key) ? contentOf(below, column.index) : null;
    if (content !== null && content !== column.key && !taken(content)) settled.push({ ...column, key: content });
    else if (column.key === 'condition') stories.push(column);
    else settled.push(column);
  }
  return { columns: settled, stories };
}

/** Columns that name a work. */
export const NAMES: ReadonlySet<string> = new Set(['code', 'number', 'name', 'regions', 'leadRegion', 'place']);

/**
 * What columns without a source or an approval are, beside groups with one. Money that the groups tell by source is their
 * total; other money is a group without a source. Of an approval nobody can say which is meant.
 */
function besideGroups(kind: ImportKind, columns: readonly Column[], groups: readonly ColumnGroup[]): { common: readonly Column[]; totals: Column[]; strays: Column[]; groups: readonly ColumnGroup[] } {
  if (groups.length === 0) return { common: columns, totals: [], strays: [], groups };
  const others = columns.filter(({ key }) => !NAMES.has(key));
  const common = columns.filter(({ key }) => NAMES.has(key));
  if (kind === 'procedures') return { common, totals: [], strays: others, groups };
  const told = new Set(groups.flatMap((group) => group.columns.map(({ key }) => key)));
  const money = others.filter(({ key }) => (FUNDS as readonly string[]).includes(key));
  const loose = money.filter(({ key }) => !told.has(key));
  const without: ColumnGroup[] = loose.length ? [{ value: null, cell: '', title: '', columns: loose }] : [];
  return { common, totals: money.filter(({ key }) => told.has(key)), strays: others.filter((column) => !money.includes(column)), groups: [...groups, ...without] };
}

/** Understands the lines of a heading. */
function understand(titles: Titles, rows: readonly SheetRow[], first: number, last: number): Head {
  const lines = rows.slice(first, last + 1);
  const heading = new HeadLines(lines);
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const found: { column: Column; subject: Subject }[] = [];
  const unknown: { index: number; cell: string; title: string }[] = [];
  const derived = new Set<number>();
  const bottom = lines.at(-1)!;
  let wording = '';
  for (let index = 0; index < width; index++) {
    const leaf = bottom.cells[index];
    // A title that spans columns in the last line is that of the first; the others only continue its cells.
    if (typeof leaf === 'object' && leaf.kind === 'COVERED' && leaf.column !== index && leaf.row >= lines[0].number) continue;
    const texts = heading.titles(index);
    if (texts.length === 0) continue;
    const title = texts.join('/');
    wording += `${index} ${title}\n`;
    const subject = titles.subject(texts);
    if (!subject) unknown.push({ index, cell: cellName(lineOf(lines, index), index), title });
    else if (subject.key === 'DERIVED') derived.add(index);
    else found.push({ column: { index, key: subject.key, title, unit: subject.unit, asOf: subject.asOf, alone: subject.group !== null }, subject });
  }
  const { chosen, left } = chooseColumns(found);
  const grouped = new Map<string, ColumnGroup & { columns: Column[] }>();
  for (const { column, subject: { group } } of chosen) {
    if (group === null) continue;
    const known = grouped.get(group);
    if (known) known.columns.push(column);
    else grouped.set(group, { value: group, cell: cellName(lineOf(lines, column.index), column.index), title: column.title, columns: [column] });
  }
  const single = chosen.filter(({ subject }) => subject.group === null).map(({ column }) => column);
  const settled = settleByContent(single, rows.slice(last + 1));
  const beside = besideGroups(titles.kind, settled.columns, [...grouped.values()]);
  for (const { index } of beside.totals) derived.add(index);
  for (const column of [...left.map((each) => each.column), ...settled.stories, ...beside.strays]) unknown.push({ index: column.index, cell: cellName(lineOf(lines, column.index), column.index), title: column.title });
  return { first, last, wording, derived, unknown: unknown.sort((a, b) => a.index - b.index), columns: beside.common, groups: beside.groups };
}

/** The row of the lowest title of a column. */
function lineOf(lines: readonly SheetRow[], column: number): number {
  const line = lines.findLast(({ cells }) => cells[column] !== undefined && !(typeof cells[column] === 'object' && cells[column].kind === 'COVERED'));
  return (line ?? lines[0]).number;
}

/** The heading whose line with the title of works' names, or of their codes, is a given row; null when it is none. */
export function headAt(titles: Titles, rows: readonly SheetRow[], index: number): Head | null {
  const nameColumn = rows[index].cells.findIndex(isNameTitle);
  if (nameColumn < 0) return null;
  const first = index > 0 && isGroupLine(rows[index - 1], rows[index]) ? index - 1 : index;
  let last = index;
  while (last - first + 1 < DEEPEST && new HeadLines(rows.slice(first, last + 1)).goOn(rows[last + 1], nameColumn, titles)) last += 1;
  const head = understand(titles, rows, first, last);
  if (head.columns.length + head.groups.length < 2 || !head.columns.some(({ key }) => key === 'name' || key === 'code')) return null;
  return numbersColumns(rows[last + 1], rows[last]) ? { ...head, last: last + 1 } : head;
}

/** Finds the first heading of a sheet. */
export async function findHead(titles: Titles, rows: readonly SheetRow[], turns: Turns): Promise<Head | null> {
  for (let index = 0; index < Math.min(rows.length, FARTHEST); index++) {
    const head = headAt(titles, rows, index);
    if (head) return head;
    if (turns.due) await turns.next();
  }
  return null;
}
