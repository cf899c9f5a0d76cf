import { isBlank, shownText, type Cell, type SheetRow } from '../sheet/cell';
import { meaningOf } from './titles';

/** What stands in a column in one line of a heading. */
export interface Title {
  text: string;
  row: number;
  /** Where it is written: another column than this one for what a merged cell spreads. */
  column: number;
  spread: boolean;
  /** Whether it is only taken to reach this far, as of a group's blank cells that are not merged. */
  guessed: boolean;
}

/** A line of a heading, with the groups over its blank cells. */
type Line = (Title | null)[];

const isCovered = (cell: Cell | undefined) => typeof cell === 'object' && cell.kind === 'COVERED';

/**
 * The lines of a heading. A cell that is merged over several columns stands over each of them; what is merged over lines
 * counts once. A table as text knows no merged cells: a group reaches over the blank ones right of it, as far as titles stand below.
 */
export function linesWithGroups(lines: readonly SheetRow[], width: number): Line[] {
  return lines.map(({ cells, number }, at) => {
    const line: Line = [];
    for (let index = 0; index < width; index++) {
      const cell = cells[index];
      const left = line[index - 1];
      if (typeof cell === 'object' && cell.kind === 'COVERED') line.push(cell.row === number && !isBlank(cell) ? { text: shownText(cell), row: number, column: cell.column, spread: true, guessed: false } : null);
      else if (!isBlank(cell)) line.push({ text: shownText(cell), row: number, column: index, spread: false, guessed: false });
      else line.push(left && (left.guessed || !left.spread) && reaches(left.text, lines, at, index) ? { ...left, spread: true, guessed: true } : null);
    }
    return line;
  });
}

/** Whether a title of a line reaches over a blank cell right of it: something stands below, nothing above. */
function reaches(text: string, lines: readonly SheetRow[], at: number, index: number): boolean {
  const meaning = meaningOf(text)?.key ?? null;
  if (meaning !== null && meaning !== 'ITEM') return false;
  const below = lines.slice(at + 1).map(({ cells }) => cells[index]).find((cell) => !isBlank(cell) && !isCovered(cell));
  if (below === undefined || lines.slice(0, at).some(({ cells }) => !isBlank(cells[index]) && meaningOf(shownText(cells[index]))?.key === 'ITEM')) return false;
  // An item's name stands over what divides it, 上旬 and 中旬, not over another item.
  return meaning === null || meaningOf(shownText(below))?.key !== 'ITEM';
}

/** What stands in a column in the lines of a heading, from the last up. */
export const titlesOf = (lines: readonly Line[], index: number): Title[] => lines.flatMap((line) => line[index] ?? []).reverse();
