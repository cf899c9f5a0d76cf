import type { Cell, SheetRow } from './cell';
import type { Budget } from './limits';
import { parseCellName } from './places';

/** A rectangle of cells. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "A1:B3"; null for anything else. */
export function parseRange(text: string): Range | null {
  const [first, last] = text.split(':').map(parseCellName);
  return first && last && first.row <= last.row && first.column <= last.column ? { top: first.row, left: first.column, bottom: last.row, right: last.column } : null;
}

/** The index of the first row from a number on. */
function indexFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks what merged cells cover. Rows that hold nothing else stay out; columns right of all values do, too. */
export function coverMerged(rows: readonly SheetRow[], merges: readonly Range[], budget: Budget): void {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  for (const { top, left, bottom, right } of merges) {
    const first = indexFrom(rows, top);
    const value: Cell | undefined = rows[first]?.number === top ? rows[first].cells[left] : undefined;
    const cover: Cell = { kind: 'COVERED', row: top, column: left, value: typeof value === 'object' && value.kind === 'COVERED' ? value.value : value };
    for (let i = first; i < rows.length && rows[i].number <= bottom; i++) {
      for (let column = left; column <= right && column < width; column++) {
        if (rows[i].number === top && column === left) continue;
        budget.spend('cells', 1);
        rows[i].cells[column] = cover;
      }
    }
  }
}
