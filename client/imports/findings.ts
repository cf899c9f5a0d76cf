import type { AnswerRow, ImportError, RowAction } from './wire';

export type ErrorGroup = { id: string; column: string | null; code: string; count: number; message: string };

/** Refusals of one sort: the same rule in the same column. The most frequent first. */
export function groupsOf(errors: readonly ImportError[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>();
  for (const { column, code, message } of errors) {
    const id = groupId({ column, code });
    const group = groups.get(id);
    if (group) group.count += 1;
    else groups.set(id, { id, column, code, count: 1, message });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

export const groupId = ({ column, code }: Pick<ImportError, 'column' | 'code'>): string => `${code}/${column ?? ''}`;

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const holds = (wanted: string, texts: readonly (string | number | null)[]): boolean => wanted === '' || texts.some((text) => text !== null && folded(String(text)).includes(wanted));

/** The refusals of a sort that hold a text. */
export function errorsLike(errors: readonly ImportError[], group: string | null, text: string): ImportError[] {
  const wanted = folded(text.trim());
  return errors.filter((error) => (group === null || groupId(error) === group) && holds(wanted, [error.sheet, error.cell, error.column, error.value, error.message]));
}

/** The rows with one of the actions that hold a text; those that move nothing come last. */
export function rowsLike(rows: readonly AnswerRow[], action: RowAction | null, text: string): AnswerRow[] {
  const wanted = folded(text.trim());
  const found = rows.filter((row) => (action === null || row.action === action) && holds(wanted, [row.sheet, row.row, row.key, row.name, ...row.changes.flatMap(({ column, before, after }) => [column, before, after]), ...row.warnings.map(({ message }) => message)]));
  return [...found.filter((row) => row.action !== 'UNCHANGED'), ...found.filter((row) => row.action === 'UNCHANGED')];
}
