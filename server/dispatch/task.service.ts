import type { Identity } from '../api/identity';
import { rowId } from '../api/ids';
import type { Warning } from '../api/node';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import { warn } from '../api/warnings';
import { assertMayUpdateTask, may } from '../access/policy';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Writer } from '../portfolio/writing';
import { TaskStatus, taskOn, type RecordedStatus } from './task-history';
import { Task, TaskEvent } from './task.entity';
import type { UpdateTaskInput } from './task.inputs';
import { readTasks } from './tasks';

/** The Chinese names of how a task stands. */
export const taskStatusNames: Record<TaskStatus, string> = { OPEN: '推进中', DONE: '已完成', OVERDUE: '逾期', DROPPED: '不再推进' };

/** What updateTask gives back; kept under its idempotency key. */
export interface WrittenTask {
  taskId: number;
  warnings: Warning[];
}

/** Records how a task stands from today on. */
export async function updateTask(unit: UnitOfWork, { identity, language }: Writer, input: UpdateTaskInput): Promise<WrittenTask> {
  const task = await unit.lock(Task, rowId('Task', input.id, 'input.id'));
  if (!task) throw refuse('NOT_FOUND', { field: 'input.id' });
  const [sheet] = await readTasks(unit.manager, [task.id]);
  assertMayUpdateTask(identity, sheet.leadDepartmentIds, 'input.id');
  if (task.version !== input.expectedVersion) throw refuse('TASK_VERSION_CONFLICT', { field: 'input.expectedVersion', currentVersion: task.version });
  if (!input.status && input.note === undefined) throw refuse('NOTHING_TO_CHANGE', { field: 'input' });
  const before = taskOn(sheet, unit.today);
  const status = input.status ? recorded(input.status) : before.status === TaskStatus.OVERDUE ? TaskStatus.OPEN : before.status;
  const note = input.note === undefined ? before.note : optionalText(input.note, 'input.note', 500);
  await unit.update(Task, task, { version: task.version + 1 });
  await unit.insert(TaskEvent, { taskId: task.id, status, note, effectiveDate: unit.today, recordedBy: unit.actor.name, recordedAt: unit.now, sample: false });
  unit.record({
    kind: 'TASK_UPDATED', subjectType: 'Task', subjectId: task.id,
    summary: `${sheet.document.number}第${task.number}项 ${task.title}：${input.status ? taskStatusNames[status] : '修改说明'}`,
  });
  return { taskId: task.id, warnings: status === TaskStatus.DROPPED && note === null ? [warn(language, 'TASK_DROPPED_WITHOUT_NOTE', 'input.note')] : [] };
}

/** @throws Refusal OVERDUE_IS_RECKONED */
function recorded(status: TaskStatus): RecordedStatus {
  if (status === TaskStatus.OVERDUE) throw refuse('OVERDUE_IS_RECKONED', { field: 'input.status' });
  return status;
}

/** @throws Refusal NOT_FOUND when an account that wrote once may not read tasks any more. */
export async function assertMayHaveTaskAgain(identity: Identity): Promise<void> {
  if (!may(identity, 'VIEW_TASKS')) throw refuse('NOT_FOUND');
}
