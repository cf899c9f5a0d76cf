import type { Day } from '../../api/day';
import type { Language } from '../../api/refusal';
import type { Reference } from '../../portfolio/reference';
import type { ProjectFilter } from '../../catalogue/filter';
import { ColumnType, type LedgerDefinition, type Value } from '../../ledgers/definition';
import type { OpenRow } from '../../ledgers/open';
import { filterWords } from './filter-words';
import { headingOf, isMadeUp, shownValue, type ShownColumn, type ShownLedger } from './table';
import { words } from './words';
import type { XlsxCell, XlsxRow } from './xlsx/cells';
import { wholeRow, type XlsxSheet } from './xlsx/sheet';
import type { Format, Look } from './xlsx/styles';

const FORMATS: Record<ColumnType, Format> = { TEXT: 'text', NUMBER: 'number', MONEY: 'money', PERCENT: 'percent', DATE: 'date', STAGE: 'label' };

/** Widths in digits; a Chinese character takes two. */
const WIDTHS: Record<ColumnType, [least: number, most: number]> = { TEXT: [8, 36], NUMBER: [7, 12], MONEY: [13, 20], PERCENT: [9, 9], DATE: [12, 12], STAGE: [8, 14] };
/** Rows that are looked at to see how wide a column must be. */
const LOOKED_AT = 300;
/** Wider tables are printed on A3, and have their title on the left, where it is seen. */
const WIDEST_A4 = 150;

const TITLE_ROW = 1;
const NOTE_ROW = 2;
const HEADER_ROW = 3;

const widthOf = (text: string): number => [...text].reduce((width, character) => width + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

function columnWidth(shown: ShownColumn, { ledger, language }: ShownLedger): number {
  const { column: { type, value } } = shown;
  const [least, most] = WIDTHS[type];
  const texts = ledger.rows.slice(0, LOOKED_AT).map(({ row }) => shownValue(type, value(row), language) ?? '');
  const total = shownValue(type, ledger.totals[shown.place], language) ?? '';
  // Titles run over two lines.
  const title = Math.ceil(widthOf(headingOf(shown, language)) / 2);
  const needed = Math.max(title, ...[...texts, total].map((text) => widthOf(text) + (type === ColumnType.MONEY ? 4 : 0)));
  return Math.min(most, Math.max(least, needed + 2));
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
  const wide = widths.reduce((sum, width) => sum + width, 0) > WIDEST_A4;
  const lastBody = HEADER_ROW + ledger.rows.length + ledger.groups.length;
  const totalRow = lastBody + 1;
  const signatureRow = totalRow + 2;
  const title = ledgerTitle(ledger.definition, ledger.day, ledger.year, language);
  return {
    name: title,
    widths,
    headerRow: HEADER_ROW,
    lastFiltered: lastBody,
    rowCount: signatureRow,
    merges: columns.length > 1 ? [TITLE_ROW, NOTE_ROW, signatureRow].map((row) => wholeRow({ widths }, row)) : [],
    paper: wide ? 'A3' : 'A4',
    footer: words[language].footer,
    rows: rowsOf(shown, `${heading.programme ?? ''}${title}`, noteOf(shown, heading), wide ? 'titleLeft' : 'title'),
  };
}

const line = (text: string, look: Look, height: number): XlsxRow => ({ cells: [{ value: text, format: 'text', look }], height });

function* rowsOf(shown: ShownLedger, title: string, note: string, titleLook: Look): Generator<XlsxRow> {
  const { ledger, columns, language } = shown;
  const { rows, groups, totals } = ledger;
  const say = words[language];
  yield line(title, titleLook, 30);
  yield line(note, 'note', 18);
  yield { cells: columns.map((column) => ({ value: headingOf(column, language), format: 'text', look: 'header' })), height: 30 };
  const subtotals = groups.values();
  for (let i = 0; i < rows.length; i++) {
    yield { cells: columns.map((column) => bodyCell(column, rows[i], language)) };
    if (!rows[i].group || rows[i].group?.key === rows[i + 1]?.group?.key) continue;
    const { label, count, totals: sums } = subtotals.next().value!;
    yield sumRow(shown, sums, say.subtotal(label, count), 'subtotal');
  }
  yield sumRow(shown, totals, say.total, 'total');
  yield { cells: [] };
  yield line(say.signature, 'signature', 24);
}

function bodyCell({ column }: ShownColumn, { row }: OpenRow, language: Language): XlsxCell {
  const value = shownValue(column.type, column.value(row), language);
  return { value, format: FORMATS[column.type], look: value !== null && isMadeUp(column, row) ? 'sample' : 'body' };
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
