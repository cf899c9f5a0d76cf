import { inColumn, type Unit } from '../format/money';
import type { LedgerColumn } from './pages';

/** How cells are said: the unit of money, the language, and the fixed words of the records in it. */
export interface Say {
  unit: Unit;
  language: string;
  /** A text of the records in the language of the screen; itself where it is nobody's fixed word. */
  word: (text: string) => string;
  stage: (name: string) => string;
}

/** A cell as it is read. An unknown figure is a dash; an unknown text is empty. */
export function cellText({ key, type }: Pick<LedgerColumn, 'key' | 'type'>, cell: string | null, say: Say): string {
  if (cell === null) return type === 'TEXT' || type === 'STAGE' ? '' : '—';
  if (type === 'MONEY') return inColumn(cell, say.unit, say.language);
  if (type === 'PERCENT') return `${Number(cell).toFixed(1)}%`;
  if (type === 'STAGE') return say.stage(cell);
  return type === 'TEXT' && !FREE.has(key) ? say.word(cell) : cell;
}

/** Texts that people wrote: no word of theirs is the programme's. */
const FREE = new Set(['code', 'nationalCode', 'ownerUnit', 'scale', 'content', 'waterBody', 'note', 'documentNumber', 'title', 'number']);

/** Whether a figure is nothing, to be shown faintly. */
export const isNothing = ({ type }: Pick<LedgerColumn, 'type'>, cell: string | null): boolean =>
  type !== 'TEXT' && type !== 'STAGE' && type !== 'DATE' && (cell === null || Number(cell) === 0);
