import { In, type EntityManager } from 'typeorm';
import type { Day } from '../api/day';
import { byDayThenRecording, taskOn, type TaskFact, type TaskStanding } from './task-history';
import { Task, TaskDocumentRow, TaskEvent, TaskLead } from './task.entity';

/** A task with its dated facts. */
export interface TaskSheet {
  task: Task;
  document: TaskDocumentRow;
  deadline: Day | null;
  /** The departments that lead it, in the document's order. */
  leadDepartmentIds: readonly number[];
  /** By day, and of one day by the order of recording. */
  events: readonly TaskFact[];
}

/** Tasks in the order of their documents, then of their places in them. @param ids only these; all when left out */
export async function readTasks(manager: EntityManager, ids?: readonly number[]): Promise<TaskSheet[]> {
  const of = ids && { taskId: In([...ids]) };
  const documents = new Map((await manager.find(TaskDocumentRow)).map((document) => [document.id, document]));
  const tasks = await manager.find(Task, { where: ids && { id: In([...ids]) } });
  const leads = groups(await manager.find(TaskLead, { where: of, order: { id: 'ASC' } }));
  const events = groups(await manager.find(TaskEvent, { where: of }));
  return tasks
    .map((task): TaskSheet => ({
      task,
      document: documents.get(task.documentId)!,
      deadline: task.deadline,
      leadDepartmentIds: leads(task.id).map(({ departmentId }) => departmentId),
      events: events(task.id).sort(byDayThenRecording),
    }))
    .sort((a, b) => a.document.sort - b.document.sort || a.document.id - b.document.id || a.task.sort - b.task.sort || a.task.id - b.task.id);
}

function groups<T extends { taskId: number }>(rows: readonly T[]): (taskId: number) => T[] {
  const byTask = new Map<number, T[]>();
  for (const row of rows) {
    const group = byTask.get(row.taskId);
    if (group) group.push(row);
    else byTask.set(row.taskId, [row]);
  }
  return (taskId) => byTask.get(taskId) ?? [];
}

/** The tasks that there are on a day: those of documents issued by then. */
export const tasksOn = (sheets: readonly TaskSheet[], day: Day): TaskSheet[] => sheets.filter(({ document }) => document.issuedOn <= day);

/** A task as the API hands it out: its row, and how it stands on a day. */
export function taskShown({ task, document, leadDepartmentIds, ...facts }: TaskSheet, day: Day, standing: TaskStanding = taskOn(facts, day)): Task {
  const { sample: sampleStatus, ...onDay } = standing;
  return Object.assign(new Task(), task, { document: document.number, leadDepartmentIds, ...onDay, sampleStatus });
}

/** What a search looks through. */
export const taskText = ({ number, title, leadUnit, cooperatingUnits, responsibleUnits, target, note }: Task): string =>
  [number, title, leadUnit, ...cooperatingUnits, ...responsibleUnits, target ?? '', note ?? ''].join('\n').normalize('NFKC').toLowerCase();
