import { refuse } from '../../api/refusal';
import type { SampleRow } from './table';

/** Values of one batch at most. */
export const PART_VALUES = 10_000;

/** A run of a file's rows that is written together. */
export interface Part {
  /** From 1 on. */
  number: number;
  rows: SampleRow[];
  /** Values that are taken. */
  values: number;
}

/**
 * Cuts a file's rows into parts. Where one ends follows from the file alone, not from what of it is taken: sent again, a
 * file falls into the same parts, whatever has changed in the meantime.
 */
export class PartMaker {
  private rows: SampleRow[] = [];
  private cells = 0;
  private number = 0;

  /** Takes a row in. @returns the part that was full before it; null where there is room */
  add(row: SampleRow): Part | null {
    const full = this.cells > 0 && this.cells + row.cells > PART_VALUES ? this.end() : null;
    this.rows.push(row);
    this.cells += row.cells;
    if (this.number >= MOST_PARTS) throw refuse('FILE_TOO_MANY_VALUES', { field: 'file', limit: MOST_PARTS * PART_VALUES });
    return full;
  }

  /** What is left; null where nothing is. */
  end(): Part | null {
    if (!this.cells) return null;
    const rows = this.rows.filter(({ section, items }) => section && items.size);
    const part = { number: ++this.number, rows, values: rows.reduce((sum, { items }) => sum + items.size, 0) };
    this.rows = [];
    this.cells = 0;
    return part;
  }
}

/** Far more than a file of 200 MB holds. */
const MOST_PARTS = 20_000;
