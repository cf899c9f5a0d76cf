import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayText, type DayNumber } from './days';

/** A value that can stand in a cell; nothing at all is an empty cell. */
export type Cell = string | number | boolean | null | readonly string[];

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = typeof cell === 'object' ? cell.join(';') : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a CSV file: UTF-8, a heading, one row a line. */
export function writeTable(folder: string, name: string, heading: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const lines = [heading, ...rows].map((cells) => cells.map(cellText).join(','));
  writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
}

/** Fen as yuan with two decimals. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** A day, or an empty cell. */
export function date(day: DayNumber | null): string {
  return day === null ? '' : dayText(day);
}
