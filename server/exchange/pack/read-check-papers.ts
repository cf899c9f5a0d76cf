import type { Known } from './read-check-base';
import { notAfterEnd } from './read-check-works';
import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Row, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type Of<K extends keyof typeof TABLES> = Table<(typeof TABLES)[K]>;

/** Checks funding plans and entries. Sums are not judged here: booking above plan is a warning, not an error. */
export function checkFunding(
  { funding_plans: plans, annual_plans: annual, funding_entries: entries }: { readonly [K in 'funding_plans' | 'annual_plans' | 'funding_entries']: Of<K> }, info: PackInfo | null, problems: Problems,
): void {
  checkUnique(plans, 'effective_date', (row) => `${row.project} ${row.source} ${row.effective_date}`, problems);
  for (const { line, cells } of plans.rows) notAfterEnd(plans.file, line, 'effective_date', cells.effective_date, info, problems);
  checkUnique(annual, 'effective_date', (row) => `${row.project} ${row.year} ${row.effective_date}`, problems);
  for (const { line, cells } of annual.rows) notAfterEnd(annual.file, line, 'effective_date', cells.effective_date, info, problems);
  for (const { line, cells } of entries.rows) notAfterEnd(entries.file, line, 'date', cells.date, info, problems);
}

function checkProcedure({ line, cells }: Row<(typeof TABLES)['procedures']>, file: string, problems: Problems): void {
  const { status, applied_on: applied, done_on: done } = cells;
  if (status === 'DONE' && done === null) problems.at(file, line, 'done_on', 'is missing though the status is DONE');
  if (status !== 'DONE' && done !== null) problems.at(file, line, 'done_on', `must be empty while the status is ${status}`);
  if (status === 'IN_PROGRESS' && applied === null) problems.at(file, line, 'applied_on', 'is missing though the status is IN_PROGRESS');
  if ((status === 'NOT_STARTED' || status === 'NOT_NEEDED') && applied !== null) {
    problems.at(file, line, 'applied_on', `must be empty while the status is ${status}`);
  }
  if (applied !== null && done !== null && done < applied) problems.at(file, line, 'done_on', `${done} is before the application on ${applied}`);
}

/** Checks procedures. */
export function checkProcedures(table: Of<'procedures'>, known: Known, info: PackInfo | null, problems: Problems): void {
  checkUnique(table, 'kind', (row) => `${row.project} ${row.kind}`, problems);
  checkKnown(table, 'held_by', (row) => row.held_by, known.departments, 'departments.csv', problems);
  for (const row of table.rows) {
    checkProcedure(row, table.file, problems);
    notAfterEnd(table.file, row.line, 'applied_on', row.cells.applied_on, info, problems);
    notAfterEnd(table.file, row.line, 'done_on', row.cells.done_on, info, problems);
  }
}
