import type { PackTaskStatus } from '../../exchange/pack/types';
import { dayNumber, dayOf, monthEnd, officeDay, year, type DayNumber } from './days';
import type { Facts, TaskFacts } from './facts';
import { Chance } from './random';
import type { Settings } from './settings';
import type { Span } from './stages';

export interface TaskRow {
  readonly task: TaskFacts;
  readonly status: PackTaskStatus;
  readonly note: string | null;
  readonly day: DayNumber;
}

type Fate = 'DONE' | 'STUCK' | 'OPEN' | 'DROPPED';

/** So many of the tasks, rounded, by lot. */
function lot(tasks: readonly TaskFacts[], share: number, seed: string, use: string): ReadonlySet<TaskFacts> {
  const drawn = tasks.map((task) => ({ task, place: new Chance(seed, task.document, task.number, use).next() }));
  return new Set(drawn.sort((one, other) => one.place - other.place).slice(0, Math.round(tasks.length * share)).map(({ task }) => task));
}

/** What becomes of each task: the shares hold within each document. */
function fates(tasks: readonly TaskFacts[], { seed, tasks: shares }: Settings): ReadonlyMap<TaskFacts, Fate> {
  const fate = new Map<TaskFacts, Fate>(tasks.map((task) => [task, 'DONE']));
  for (const document of new Set(tasks.map((task) => task.document))) {
    const own = tasks.filter((task) => task.document === document);
    for (const task of lot(own.filter(({ deadline }) => deadline !== null), shares.overdue, seed, 'overdue')) fate.set(task, 'STUCK');
    const free = own.filter(({ deadline }) => deadline === null);
    const dropped = lot(free, shares.dropped, seed, 'dropped');
    for (const task of dropped) fate.set(task, 'DROPPED');
    for (const task of lot(free.filter((task) => !dropped.has(task)), shares.open, seed, 'open')) fate.set(task, 'OPEN');
  }
  return fate;
}

function drawTask(task: TaskFacts, fate: Fate, issued: DayNumber, span: Span, { seed, tasks, holidays }: Settings): TaskRow[] {
  const chance = new Chance(seed, task.document, task.number, 'course');
  const { notes } = tasks;
  const rows: TaskRow[] = [];
  const record = (day: DayNumber, status: PackTaskStatus, note: string | null): void => {
    const open = officeDay(day, 1, holidays);
    if (open > (rows.at(-1)?.day ?? issued) && open <= span.last) rows.push({ task, status, note, day: open });
  };
  // A task without a deadline is one of its document's year.
  const due = task.deadline ?? dayOf(year(issued), 12, 31);
  const report = (months: number, note: string): void => record(monthEnd(issued, months) + chance.whole(2, 9), 'OPEN', note);
  const first = chance.whole(2, 4);
  if (fate === 'DROPPED') {
    record(monthEnd(issued, first + chance.whole(1, 4)), 'DROPPED', chance.pick(notes.dropped));
    return rows;
  }
  const done = due + chance.whole(tasks.doneAfterDue[0], tasks.doneAfterDue[1]);
  if (chance.happens(tasks.reported) && (fate !== 'DONE' || monthEnd(issued, first) + 30 < done)) report(first, chance.pick(notes.progress));
  if (fate === 'DONE') {
    const on = officeDay(done, 1, holidays);
    record(done, 'DONE', on > due && task.deadline !== null ? chance.pick(notes.late).replace('{days}', String(on - due)) : chance.pick(notes.done));
  } else if (fate === 'STUCK' || chance.happens(tasks.reported)) {
    record(due + chance.whole(25, 240), 'OPEN', chance.pick(notes.stuck));
  }
  return rows;
}

/** Draws what was recorded of the tasks up to the last day. Nothing is said of a task that nobody reported on. */
export function drawTasks({ tasks, taskDocuments }: Facts, span: Span, settings: Settings): TaskRow[] {
  const fate = fates(tasks, settings);
  const issued = new Map(taskDocuments.rows.map(({ cells }) => [cells.document, dayNumber(cells.issued_on)]));
  return tasks.flatMap((task) => {
    const from = issued.get(task.document);
    if (from === undefined) throw new Error(`facts/tasks.csv: task_documents.csv has no ${task.document}`);
    return drawTask(task, fate.get(task) ?? 'DONE', from, span, settings);
  });
}
