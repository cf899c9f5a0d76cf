import type { Known } from './read-check-base';
import type { Problems } from './read-problems';
import { checkKnown, checkUnique, type Cells, type Row, type Table } from './read-table';
import type { TABLES } from './read-tables';
import type { PackInfo } from './types';

type Of<K extends keyof typeof TABLES> = Table<(typeof TABLES)[K]>;
type RowOf<K extends keyof typeof TABLES> = Row<(typeof TABLES)[K]>;

export interface WorkTables {
  readonly projects: Of<'projects'>;
  readonly stage_events: Of<'stage_events'>;
  readonly suspensions: Of<'suspensions'>;
  readonly progress: Of<'progress'>;
}

/** The days of a work that other files must agree with. */
export interface WorkDays {
  readonly registered: string;
  readonly started: string | null;
  readonly completed: string | null;
}

function checkProject({ line, cells }: RowOf<'projects'>, file: string, problems: Problems): void {
  if (cells.regions[0] !== cells.lead_region) problems.at(file, line, 'regions', 'must begin with the lead region');
  if ((cells.lon === null) !== (cells.lat === null)) problems.at(file, line, 'lat', 'lon and lat stand together or not at all');
  if (cells.planned_start && cells.planned_finish && cells.planned_start > cells.planned_finish) {
    problems.at(file, line, 'planned_finish', `${cells.planned_finish} is before the planned start ${cells.planned_start}`);
  }
  if (cells.original_finish && (!cells.planned_finish || cells.original_finish > cells.planned_finish)) {
    problems.at(file, line, 'original_finish', 'is for works whose finish was put off to a later planned_finish');
  }
}

/** Checks the list of works itself. */
export function checkProjects(projects: Of<'projects'>, known: Known, info: PackInfo | null, problems: Problems): void {
  checkUnique(projects, 'number', (row) => row.number, problems);
  checkUnique(projects, 'code', (row) => row.code, problems);
  checkKnown(projects, 'regions', (row) => row.regions, known.regions, 'regions.csv', problems);
  checkKnown(projects, 'sector', (row) => row.sector, known.sectors, 'sectors.csv', problems);
  checkKnown(projects, 'category', (row) => row.category, known.categories, 'categories.csv', problems);
  checkKnown(projects, 'lists', (row) => row.lists, known.lists, 'lists.csv', problems);
  for (const row of projects.rows) {
    checkProject(row, projects.file, problems);
    notAfterEnd(projects.file, row.line, 'registered_on', row.cells.registered_on, info, problems);
  }
}

/** Notes a date later than the pack's last day: a pack holds what has happened. */
export function notAfterEnd(file: string, line: number, column: string, date: string | null, info: PackInfo | null, problems: Problems): void {
  if (info && date !== null && date > info.lastDay) problems.at(file, line, column, `${date} is after the pack's last day ${info.lastDay}`);
}

/** The rows of each work, in the order of the file. */
export function byProject<C extends Cells<{ project: (cell: string) => string }>>(rows: readonly { readonly line: number; readonly cells: C }[]): Map<string, { readonly line: number; readonly cells: C }[]> {
  const groups = new Map<string, { readonly line: number; readonly cells: C }[]>();
  for (const row of rows) {
    const group = groups.get(row.cells.project);
    if (group) group.push(row);
    else groups.set(row.cells.project, [row]);
  }
  return groups;
}

/** Checks stage events and gives every work's days. */
export function checkStages(tables: WorkTables, info: PackInfo | null, problems: Problems): Map<string, WorkDays> {
  const { projects, stage_events: events } = tables;
  const groups = byProject(events.rows);
  const days = new Map<string, WorkDays>();
  for (const { cells: project } of projects.rows) {
    const registered = project.registered_on;
    const started: { day: string | null } = { day: null };
    const completed: { day: string | null } = { day: null };
    for (const { line, cells } of groups.get(project.code) ?? []) {
      const date = cells.effective_date;
      const complain = (column: string, text: string): void => problems.at(events.file, line, column, text);
      if (date < registered) complain('effective_date', `${date} is before the work was registered on ${registered}`);
      notAfterEnd(events.file, line, 'effective_date', date, info, problems);
      if (cells.stage === 'CONSTRUCTION' && cells.status !== 'CONFIRMED') complain('status', 'only a completion waits for confirmation; a start is CONFIRMED');
      if (cells.status === 'REJECTED') continue;
      const own = cells.stage === 'CONSTRUCTION' ? started : completed;
      if (own.day !== null) complain('stage', `${project.code} has a ${cells.stage} event already`);
      else if (cells.stage === 'COMPLETED' && started.day === null) complain('stage', `${project.code} is completed without having been started on an earlier line`);
      else if (cells.stage === 'COMPLETED' && started.day !== null && date <= started.day) complain('effective_date', `${date} is not after the start on ${started.day}`);
      own.day ??= date;
    }
    days.set(project.code, { registered, started: started.day, completed: completed.day });
  }
  return days;
}

/** Checks suspensions: inside construction, one after the other, and only the last may be open. */
export function checkSuspensions(table: Of<'suspensions'>, days: ReadonlyMap<string, WorkDays>, info: PackInfo | null, problems: Problems): void {
  for (const [project, rows] of byProject(table.rows)) {
    const work = days.get(project);
    let free = '';
    for (const { line, cells } of rows) {
      const complain = (column: string, text: string): void => problems.at(table.file, line, column, text);
      notAfterEnd(table.file, line, 'from', cells.from, info, problems);
      notAfterEnd(table.file, line, 'to', cells.to, info, problems);
      if (work && (!work.started || cells.from < work.started)) complain('from', `${cells.from} is before the work was started`);
      if (cells.to !== null && cells.to <= cells.from) complain('to', `${cells.to} is not after ${cells.from}`);
      if (work?.completed && (cells.to === null || cells.to > work.completed)) complain('to', `the work was completed on ${work.completed}, while suspended`);
      if (cells.from < free) complain('from', 'overlaps the suspension before, or stands out of order');
      free = cells.to ?? '9999-12-31';
    }
  }
}

/** Checks progress entries: one a day, never falling, none above zero before the start. */
export function checkProgress(table: Of<'progress'>, days: ReadonlyMap<string, WorkDays>, info: PackInfo | null, problems: Problems): void {
  for (const [project, rows] of byProject(table.rows)) {
    const work = days.get(project);
    let last = { date: '', progress: 0, done: 0 };
    for (const { line, cells } of rows) {
      const complain = (column: string, text: string): void => problems.at(table.file, line, column, text);
      notAfterEnd(table.file, line, 'date', cells.date, info, problems);
      if (work && cells.date < work.registered) complain('date', `${cells.date} is before the work was registered on ${work.registered}`);
      if (work && cells.progress > 0 && (!work.started || cells.date < work.started)) complain('progress', 'is above 0 before the work was started');
      if (cells.date <= last.date) complain('date', `${cells.date} is not after the entry before, ${last.date}`);
      if (cells.progress < last.progress) complain('progress', `${cells.progress} is below the entry before, ${last.progress}`);
      if (cells.investment_done < last.done) complain('investment_done', 'is below the entry before');
      last = { date: cells.date, progress: cells.progress, done: cells.investment_done };
    }
  }
}
