import type { AnswerRow, ImportAnswer, RowAction } from './answer';
import { placeOf, type Plan, type PlannedRow } from './plan';
import type { ImportRequest } from './request';
import { columnAt } from './row-check';
import type { ImportError, ImportFile } from './rows';

/** Of several actions in one row the one that tells most. */
const WEIGHT: Record<RowAction, number> = { UNCHANGED: 0, CHANGED: 1, CREATED: 2, REFUSED: 3 };

/** Tells what a plan does, row by row of the spreadsheet: one of its rows may hold several, as of each source of money. */
export function answerOf({ kind, dryRun }: Pick<ImportRequest, 'kind' | 'dryRun'>, fileName: string, { errors: misread, unknownColumns, ignoredRows }: ImportFile<object>, plan: Plan): ImportAnswer {
  const rows = new Map<string, AnswerRow>();
  for (const planned of plan.rows) {
    const place = placeOf(planned.check.row);
    const row = answerRow(planned);
    const before = rows.get(place);
    rows.set(place, before ? merge(before, row) : row);
  }
  for (const { sheet, row } of misread) {
    const place = placeOf({ sheet, row });
    const known = rows.get(place);
    if (known) known.action = 'REFUSED';
    else rows.set(place, { sheet, row, action: 'REFUSED', key: null, name: null, changes: [], warnings: [] });
  }
  const sheets = [...new Set([...plan.rows.map(({ check }) => check.row.sheet), ...misread.map(({ sheet }) => sheet)])];
  const byPlace = (a: { sheet: string; row: number }, b: { sheet: string; row: number }) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row;
  const answered = [...rows.values()].sort(byPlace);
  const count = (action: RowAction) => answered.reduce((n, row) => n + Number(row.action === action), 0);
  const errors: ImportError[] = [...misread, ...plan.rows.flatMap(({ check }) => check.errors)].sort((a, b) => byPlace(a, b) || columnAt(a.cell) - columnAt(b.cell));
  return {
    kind, dryRun, file: fileName,
    created: count('CREATED'), changed: count('CHANGED'), unchanged: count('UNCHANGED'), refused: count('REFUSED'),
    rows: answered, errors, unknownColumns, ignoredRows,
  };
}

const answerRow = ({ check, target }: PlannedRow): AnswerRow => ({
  sheet: check.row.sheet,
  row: check.row.row,
  action: check.action,
  key: target?.sheet.project.code ?? null,
  name: target ? (target.writes.fields.name ?? target.sheet.project.name) : (check.value('name') ?? null),
  changes: check.changes,
  warnings: check.warnings,
});

const merge = (a: AnswerRow, b: AnswerRow): AnswerRow => ({
  ...a,
  action: WEIGHT[b.action] > WEIGHT[a.action] ? b.action : a.action,
  changes: [...a.changes, ...b.changes],
  warnings: [...a.warnings, ...b.warnings],
});
