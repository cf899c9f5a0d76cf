import type { LedgerGroup } from './pages';

/** What stands on a line of the table: a row of the ledger by its place, or the head of a group. */
export type Line = { kind: 'row'; index: number } | { kind: 'group'; group: LedgerGroup; folded: boolean };

type Block = { group: LedgerGroup; folded: boolean; line: number; row: number };

/**
 * The lines of a table of so many rows, gathered in groups that may be folded. Only the groups are kept, so a line is found
 * among 100,000 as fast as among ten.
 */
export class Lines {
  readonly count: number;
  private readonly blocks: readonly Block[];

  constructor(private readonly rows: number, groups: readonly LedgerGroup[], folded: ReadonlySet<string>) {
    let [line, row] = [0, 0];
    this.blocks = groups.map((group) => {
      const block = { group, folded: folded.has(group.key), line, row };
      line += 1 + (block.folded ? 0 : group.count);
      row += group.count;
      return block;
    });
    this.count = groups.length ? line : rows;
  }

  /** @param line from 0, below `count` */
  at(line: number): Line {
    if (!this.blocks.length) return { kind: 'row', index: line };
    const block = this.blockOf(line);
    return line === block.line ? { kind: 'group', group: block.group, folded: block.folded } : { kind: 'row', index: block.row + line - block.line - 1 };
  }

  /** The places of the first and last row between two lines; null when there are only heads of folded groups. */
  rowsBetween(first: number, last: number): [number, number] | null {
    let [from, to] = [-1, -1];
    for (let line = first; line <= last && from < 0; line += 1) from = this.rowOn(line);
    for (let line = last; line >= first && to < 0; line -= 1) to = this.rowOn(line);
    return from < 0 ? null : [Math.min(from, this.rows - 1), Math.min(to, this.rows - 1)];
  }

  private rowOn(line: number): number {
    const at = this.at(line);
    return at.kind === 'row' ? at.index : -1;
  }

  private blockOf(line: number): Block {
    let [low, high] = [0, this.blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.blocks[middle]!.line <= line) low = middle;
      else high = middle - 1;
    }
    return this.blocks[low]!;
  }
}
