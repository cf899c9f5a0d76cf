import { refuse } from '../../api/refusal';
import { cellName } from './places';

const MEGABYTE = 1024 * 1024;

/** What a file may be at most. A file of 200,000 rows that an office keeps stays well below each. */
export const LIMITS = {
  fileMegabytes: 20,
  rows: 200_000,
  columns: 1000,
  /** Files within an .xlsx. */
  parts: 10_000,
  unpackedMegabytes: 300,
  /** Characters of all texts that are kept in memory. */
  characters: 40_000_000,
  cells: 5_000_000,
  merges: 100_000,
} as const;

/** What a file may be at most that is read row by row and never held: the exports of all stations over years. */
export const STREAM_LIMITS = { ...LIMITS, fileMegabytes: 200, rows: 20_000_000, unpackedMegabytes: 4000, cells: Infinity } as const;

type Counted = 'bytes' | 'characters' | 'cells' | 'merges';

/** @throws Refusal when the file is empty or too large. */
export function checkSize(bytes: Buffer): void {
  if (bytes.length === 0) throw refuse('FILE_EMPTY', { field: 'file' });
  if (bytes.length > LIMITS.fileMegabytes * MEGABYTE) throw refuse('FILE_TOO_LARGE', { field: 'file', limit: LIMITS.fileMegabytes });
}

/** @throws Refusal naming the cell when it stands further right than any table reaches. */
export function checkColumn(sheet: string, row: number, column: number): void {
  if (column >= LIMITS.columns) throw refuse('FILE_TOO_WIDE', { field: 'file', sheet, cell: cellName(row, column), limit: LIMITS.columns });
}

/** What is being read of one file, counted while it is read: what a file declares about itself is not believed. */
export class Budget {
  private readonly bounds: Readonly<Record<Counted, number>>;
  private readonly spent: Record<Counted, number> = { bytes: 0, characters: 0, cells: 0, merges: 0 };
  private rows = 0;

  constructor(private readonly limits: Readonly<Record<'rows' | 'unpackedMegabytes' | 'characters' | 'cells' | 'merges', number>> = LIMITS) {
    this.bounds = { bytes: limits.unpackedMegabytes * MEGABYTE, characters: limits.characters, cells: limits.cells, merges: limits.merges };
  }

  /** @throws Refusal when the file turns out larger than any that an office keeps. */
  spend(what: Counted, amount: number): void {
    this.spent[what] += amount;
    if (this.spent[what] > this.bounds[what]) throw refuse('FILE_UNPACKS_TOO_LARGE', { field: 'file', limit: this.limits.unpackedMegabytes });
  }

  /** @throws Refusal at the first row too many. */
  spendRow(): void {
    this.rows += 1;
    if (this.rows > this.limits.rows) throw refuse('FILE_TOO_MANY_ROWS', { field: 'file', limit: this.limits.rows });
  }
}
