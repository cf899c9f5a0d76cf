import type { Day } from '../../api/day';

/** What a cell holds. Texts and plain numbers stand for themselves: a file has millions of them. */
export type Cell = string | number | SpecialCell;

export type SpecialCell =
  /** A date. `shows` is what its format lets a reader see: of a date shown as "2024年3月" the day is no more than a filler. */
  | { readonly kind: 'DAY'; readonly day: Day; readonly shows: 'DAY' | 'MONTH' | 'YEAR'; /** Minutes since midnight, where its format shows the hour. */ readonly minutes?: number }
  /** A number that is shown as a percentage; 0.625 is 62.5 %. */
  | { readonly kind: 'PERCENT'; readonly share: number }
  /** A number that its format shows with a word behind it, "415.75万元". */
  | { readonly kind: 'LABELLED'; readonly value: number; readonly label: string }
  | { readonly kind: 'TRUTH'; readonly truth: boolean }
  /** What a formula that failed left behind, "#REF!". */
  | { readonly kind: 'FAULT'; readonly text: string }
  /** A part of a merged cell other than its first, which holds the value. */
  | { readonly kind: 'COVERED'; readonly row: number; readonly column: number; readonly value: Cell | undefined };

/** A row that holds something. */
export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  /** By column, from 0. */
  readonly cells: (Cell | undefined)[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether it is a table kept as text, which has no merged cells and no formats. */
  readonly isText: boolean;
  readonly rows: readonly SheetRow[];
}

/** A number as a spreadsheet means it: 15 significant digits, without an exponent where people write none. */
export const numberText = (value: number): string => String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

/** Whether a reader sees nothing in the cell. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' ? cell.trim() === '' : typeof cell === 'object' && cell.kind === 'COVERED' && isBlank(cell.value));

/** What a reader sees in the cell, or nearly so. */
export function shownText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return numberText(cell);
  switch (cell.kind) {
    case 'DAY': return cell.day.slice(0, { DAY: 10, MONTH: 7, YEAR: 4 }[cell.shows]);
    case 'PERCENT': return `${numberText(cell.share * 100)}%`;
    case 'LABELLED': return `${numberText(cell.value)}${cell.label}`;
    case 'TRUTH': return cell.truth ? 'TRUE' : 'FALSE';
    case 'FAULT': return cell.text;
    case 'COVERED': return shownText(cell.value);
  }
}

/** The value of a cell, for each part of a merged one too. */
export const valueOf = (cell: Cell | undefined): Exclude<Cell, { kind: 'COVERED' }> | undefined =>
  typeof cell === 'object' && cell.kind === 'COVERED' ? valueOf(cell.value) : cell;
