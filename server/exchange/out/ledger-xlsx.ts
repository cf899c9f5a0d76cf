import type { Day } from '../../api/day';
import type { Language } from '../../api/refusal';
import type { Reference } from '../../portfolio/reference';
import type { ProjectFilter } from '../../catalogue/filter';
import { ColumnType, type LedgerDefinition, type Value } from '../../ledgers/definition';
import type { OpenRow } from '../../ledgers/open';
import { filterWords } from './filter-words';
import { headingOf, isMadeUp, shownValue, type ShownColumn, type ShownLedger } from './table';
import { words } from './words';
import { cellName, type XlsxCell, type XlsxRow } from './xlsx/cells';
import { heightOf, widthOf } from './xlsx/measure';
import { tabName, type XlsxSheet } from './xlsx/sheet';
import { fixedFormat, type Format, type Look } from './xlsx/styles';

const FORMATS: Record<ColumnType, Format> = { TEXT: 'text', NUMBER: 'number', MONEY: 'money', PERCENT: 'percent', DATE: 'date', STAGE: 'label' };

/** Widths in digits; a Chinese character takes two. */
const WIDTHS: Record<ColumnType, [least: number, most: number]> = { TEXT: [7, 32], NUMBER: [6, 14], MONEY: [13, 24], PERCENT: [9, 14], DATE: [11, 12], STAGE: [7, 14] };
/** Text of tables with many columns runs over more lines instead. */
const MANY_COLUMNS = 20;
const NARROW_TEXT = 20;
/** Rows that are looked at to see how wide a column must be. */
const LOOKED_AT = 300;
/** Wider tables are printed on A3, and have their title on the left, where it is seen. */
const WIDEST_A4 = 150;

const TITLE_ROW = 1;
const NOTE_ROW = 2;
const HEADER_ROW = 3;

/** A number that is added up stands to the right; one that only names or tells stands in the middle. */
const formatOf = ({ column: { type, total } }: ShownColumn): Format => (type === ColumnType.NUMBER && !total ? 'ordinal' : FORMATS[type]);

function columnWidth(shown: ShownColumn, { ledger, columns, language }: ShownLedger): number {
  const { column: { type, value } } = shown;
  const [least, widest] = WIDTHS[type];
  const most = type === ColumnType.TEXT && columns.length > MANY_COLUMNS ? NARROW_TEXT : widest;
  const texts = ledger.rows.slice(0, LOOKED_AT).map(({ row }) => shownValue(type, value(row), language) ?? '');
  const total = shownValue(type, ledger.totals[shown.place], language) ?? '';
  // Beside digits, money has separators and its two decimals.
  const needed = Math.max(...[...texts, total].map((text) => (type === ColumnType.MONEY ? Math.ceil(text.split('.')[0].length * 1.3) + 3 : widthOf(text))));
  const title = headingOf(shown, language);
  const whole = type === ColumnType.MONEY || type === ColumnType.PERCENT;
  // Other titles may run over two lines, but not within a word.
  const words = title.split(/[^A-Za-z]+/).map(({ length }) => length);
  const titled = whole ? widthOf(title) + 1 : Math.max(Math.ceil(widthOf(title) / 2) + 1, ...words.map((length) => length + 2));
  return Math.min(most, Math.max(least, titled, needed + 2));
}

/** What the ledger is called: in the title, in the sheet's tab and in the file's name. */
export function ledgerTitle({ name, nameEn, needsYear }: LedgerDefinition, day: Day, asked: number | null | undefined, language: Language): string {
  const plain = language === 'zh' ? name : nameEn;
  const year = asked ?? (needsYear ? Number(day.slice(0, 4)) : null);
  return year === null ? plain : words[language].year(plain, year);
}

/** What stands above the table beside its title. */
export interface Heading {
  /** Of the records: the city and its programme; null when the database knows none. */
  programme: string | null;
  filter: ProjectFilter | null | undefined;
  reference: Reference;
  /** Whether a value that is made up stands anywhere in the table. */
  samples: boolean;
}

function noteOf({ ledger, columns, language }: ShownLedger, { filter, reference, samples }: Heading): string {
  const say = words[language];
  const money = columns.some(({ column: { type } }) => type === ColumnType.MONEY);
  return [
    say.asOf(ledger.day), say.filter(filterWords(filter, reference, language)), ...(money ? [say.moneyLine] : []), say.rows(ledger.rows.length), ...(samples ? [say.sample] : []),
  ].join('　');
}

/** A ledger as a sheet: title, what it shows, titles of the columns, rows, subtotals, totals, and who signs. */
export function ledgerSheet(shown: ShownLedger, heading: Heading): XlsxSheet {
  const { ledger, columns, language } = shown;
  const widths = columns.map((column) => columnWidth(column, shown));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const wide = total > WIDEST_A4;
  const note = noteOf(shown, heading);
  const lastBody = HEADER_ROW + ledger.rows.length + ledger.groups.length;
  const totalRow = lastBody + 1;
  const signatureRow = totalRow + 2;
  const title = ledgerTitle(ledger.definition, ledger.day, ledger.year, language);
  return {
    name: tabName(title),
    widths,
    headerRow: HEADER_ROW,
    lastFiltered: lastBody,
    rowCount: signatureRow,
    merges: [...[TITLE_ROW, NOTE_ROW, signatureRow].flatMap((row) => across(row, columns.length)), ...subtotalLabels(shown)],
    paper: wide ? 'A3' : 'A4',
    footer: words[language].footer,
    rows: rowsOf(shown, widths, [line(`${heading.programme ?? ''}${title}`, wide ? 'titleLeft' : 'title', 30), line(note, 'note', heightOf([note], [total]) + 3)]),
  };
}

/** The first cells of a row as one, where there are several. */
const across = (row: number, cells: number): string[] => (cells > 1 ? [`A${row}:${cellName(cells - 1, row)}`] : []);

/** The word for a subtotal has the room up to the first sum. */
function subtotalLabels({ ledger: { groups, totals }, columns }: ShownLedger): string[] {
  const room = columns.findIndex(({ place }) => totals[place] !== null);
  let row = HEADER_ROW;
  return groups.flatMap(({ count }) => {
    row += count + 1;
    return across(row, room < 0 ? columns.length : room);
  });
}

const line = (text: string, look: Look, height: number): XlsxRow => ({ cells: [{ value: text, format: 'text', look }], height });

function* rowsOf(shown: ShownLedger, widths: readonly number[], above: readonly XlsxRow[]): Generator<XlsxRow> {
  const { ledger, columns, language } = shown;
  const { rows, groups, totals } = ledger;
  const say = words[language];
  yield* above;
  const headings = columns.map((column) => headingOf(column, language));
  yield { cells: headings.map((value) => ({ value, format: 'text', look: 'header' })), height: Math.max(30, heightOf(headings, widths) + 3) };
  const formats = columns.map(formatOf);
  const subtotals = groups.values();
  for (let i = 0; i < rows.length; i++) {
    const cells = columns.map((column, j) => bodyCell(column, rows[i], formats[j], language));
    yield { cells, fits: heightOf(cells.map((cell) => cell.value), widths) };
    if (!rows[i].group || rows[i].group?.key === rows[i + 1]?.group?.key) continue;
    const { label, count, totals: sums } = subtotals.next().value!;
    yield sumRow(shown, sums, say.subtotal(label, count), 'subtotal');
  }
  yield sumRow(shown, totals, say.total, 'total');
  yield { cells: [] };
  yield line(say.signature, 'signature', 24);
}

function bodyCell({ column }: ShownColumn, { row }: OpenRow, format: Format, language: Language): XlsxCell {
  const value = shownValue(column.type, column.value(row), language);
  return { value, format: column.decimals ? fixedFormat(column.decimals(row)) : format, look: value !== null && isMadeUp(column, row) ? 'sample' : 'body' };
}

/** Totals; the word for them stands in the first column that has none. */
function sumRow({ columns, language }: ShownLedger, totals: readonly Value[], label: string, look: Look): XlsxRow {
  const labelled = columns.findIndex(({ place }) => totals[place] === null);
  return {
    cells: columns.map(({ column: { type }, place }, i): XlsxCell =>
      i === labelled ? { value: label, format: 'text', look } : { value: shownValue(type, totals[place], language), format: FORMATS[type], look }),
    height: 18,
  };
}
