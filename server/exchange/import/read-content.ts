import { shownText, valueOf, type SheetRow } from '../sheet/cell';
import { saysNothing, squeeze } from './read-text';
import type { TitleKey } from './read-titles';
import { stageWords, suspensionWords } from './read-words';

/** Rows that are looked at. */
const ENOUGH = 200;

/** What most cells of a column hold: stages, percentages, or neither. */
export function contentOf(rows: readonly SheetRow[], column: number): 'stage' | 'progress' | null {
  let filled = 0;
  let stages = 0;
  let percents = 0;
  for (const { cells } of rows.slice(0, ENOUGH)) {
    const cell = valueOf(cells[column]);
    const text = squeeze(shownText(cell));
    if (saysNothing(text)) continue;
    filled += 1;
    if (stageWords.has(text) || suspensionWords.has(text)) stages += 1;
    else if (/^(?:100|\d{1,2})(?:\.\d+)?%?$/.test(text)) percents += 1;
  }
  if (stages * 2 > filled) return 'stage';
  return percents * 2 > filled ? 'progress' : null;
}

/** Columns that may be about the stage or about progress. */
export const mayBeEither = (key: TitleKey): boolean => key === 'condition' || key === 'stage' || key === 'progress';
