import { notAfterEnd } from './read-check-works';
import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type TaskTables = { readonly [K in 'task_documents' | 'tasks' | 'task_events']: Table<(typeof TABLES)[K]> };

/** Checks the documents that give out tasks, the tasks, and what was recorded of them. */
export function checkTasks({ task_documents: documents, tasks, task_events: events }: TaskTables, info: PackInfo | null, problems: Problems): void {
  const nameOf = ({ document, number }: { document: string; number: string }): string => `${document} ${number}`;
  checkUnique(documents, 'document', (row) => row.document, problems);
  for (const { line, cells } of documents.rows) notAfterEnd(documents.file, line, 'issued_on', cells.issued_on, info, problems);
  checkKnown(tasks, 'document', (row) => row.document, new Set(documents.rows.map(({ cells }) => cells.document)), documents.file, problems);
  checkUnique(tasks, 'number', nameOf, problems);
  const known = new Set(tasks.rows.map(({ cells }) => nameOf(cells)));
  checkKnown(events, 'number', nameOf, known, tasks.file, problems);
  const last = new Map<string, string>();
  for (const { line, cells } of events.rows) {
    notAfterEnd(events.file, line, 'effective_date', cells.effective_date, info, problems);
    const before = last.get(nameOf(cells));
    if (before !== undefined && cells.effective_date <= before) problems.at(events.file, line, 'effective_date', `${cells.effective_date} is not after the entry before, ${before}`);
    last.set(nameOf(cells), cells.effective_date);
  }
}
