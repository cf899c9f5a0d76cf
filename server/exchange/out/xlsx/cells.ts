import { daysBetween, type Day } from '../../../api/day';
import { looksLikeFormula } from '../../sheet/formula-proof';
import { styleOf, type Format, type Look } from './styles';
import { xmlText } from './xml';

/** A cell: its value, what kind of value that is, and how it looks. A null value leaves a cell that is empty but drawn. */
export interface XlsxCell {
  /** TEXT as it is; NUMBER as decimal digits, exact; DATE as a day. */
  value: string | null;
  format: Format;
  look: Look;
}

export interface XlsxRow {
  /** By column; null for a cell that is not there. */
  cells: readonly (XlsxCell | null)[];
  /** Points, whatever it holds. */
  height?: number;
  /** Points that its text takes: what a program keeps until somebody changes the text. */
  fits?: number;
}

/** A day as spreadsheets store it: days since 1899-12-30, but for January and February 1900, since they know a 29 February 1900. */
export const serialOf = (day: Day): number => daysBetween(day < '1900-03-01' ? '1899-12-31' : '1899-12-30', day);

/** Characters that a cell can hold; no field of ours has as many. */
const LONGEST = 32_767;

const letters = new Map<number, string>();

/** The letters of a column, from 0: A, …, Z, AA. */
export function columnName(column: number): string {
  let name = letters.get(column);
  if (name === undefined) {
    name = column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
    letters.set(column, name);
  }
  return name;
}

/** The name of a cell, column from 0 and row from 1: "B7". */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

const hasEdgeBlanks = (text: string): boolean => /^\s|\s$|\n/.test(text);

function cellXml({ value, format, look }: XlsxCell, name: string): string {
  if (value === null || value === '') return `<c r="${name}" s="${styleOf(look, format)}"/>`;
  if (format === 'text' || format === 'label') {
    const text = xmlText(value.slice(0, LONGEST));
    const style = styleOf(look, looksLikeFormula(value) ? 'quoted' : format);
    return `<c r="${name}" s="${style}" t="inlineStr"><is><t${hasEdgeBlanks(value) ? ' xml:space="preserve"' : ''}>${text}</t></is></c>`;
  }
  return `<c r="${name}" s="${styleOf(look, format)}"><v>${format === 'date' ? serialOf(value) : value}</v></c>`;
}

/** A row of a sheet, which stands at this place from 1. */
export function rowXml({ cells, height, fits }: XlsxRow, place: number): string {
  const tall = height ?? fits;
  let xml = `<row r="${place}"${tall === undefined ? '' : ` ht="${tall}"`}${height === undefined ? '' : ' customHeight="1"'}>`;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell) xml += cellXml(cell, cellName(i, place));
  }
  return `${xml}</row>`;
}
