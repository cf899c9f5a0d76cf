import type { UnitOfWork } from '../../database/unit-of-work';
import { Task, TaskDocumentRow, TaskEvent, TaskLead } from '../../dispatch/task.entity';
import type { RecordedStatus } from '../../dispatch/task-history';
import type { Department } from '../../portfolio/reference.entity';
import type { Pack } from './types';

/**
 * Loads documents and their tasks. A lead unit that bears the name of a department is that department; any other stands
 * as the document names it.
 * @param made false leaves out what is made up.
 */
export async function loadTasks(unit: UnitOfWork, pack: Pack, departments: ReadonlyMap<string, Department>, made: boolean): Promise<void> {
  const byName = new Map([...departments.values()].map((department) => [department.name, department]));
  const authored = { recordedBy: unit.actor.name, recordedAt: unit.now };
  for (const { document, ...values } of pack.taskDocuments) {
    const { id: documentId } = await unit.insert(TaskDocumentRow, { ...values, number: document });
    unit.record({ kind: 'PACK_LOADED', subjectType: 'Pack', subjectId: 1, summary: `载入数据包：${document}任务清单` });
    const listed = pack.tasks.filter((task) => task.document === document && (made || !task.sample));
    const tasks = await unit.insertAll(Task, listed.map(({ number, title, leadUnits, cooperatingUnits, responsibleUnits, deadline, target, sample }, sort) => ({
      documentId, number, title, deadline, target, sample, sort, version: 1,
      leadUnit: leadUnits.join('、'), cooperatingUnits: [...cooperatingUnits], responsibleUnits: [...responsibleUnits],
    })));
    const leads = await unit.insertAll(TaskLead, listed.flatMap(({ leadUnits }, i) => leadUnits.flatMap((name) => {
      const department = byName.get(name);
      return department ? [{ taskId: tasks[i].id, departmentId: department.id }] : [];
    })));
    const byNumber = new Map(tasks.map((task) => [task.number, task.id]));
    const recorded = pack.taskEvents.filter((event) => event.document === document && byNumber.has(event.number) && (made || !event.sample));
    const events = await unit.insertAll(TaskEvent, recorded.map(({ number, status, note, effectiveDate, sample }) => (
      { ...authored, taskId: byNumber.get(number)!, status: status as RecordedStatus, note, effectiveDate, sample })));
    unit.recordEach(tasks.map((task) => ({
      heading: { kind: 'TASK_LOADED', subjectType: 'Task', subjectId: task.id, summary: `载入任务 ${document}第${task.number}项 ${task.title}` },
      rows: [task, ...leads.filter(({ taskId }) => taskId === task.id), ...events.filter(({ taskId }) => taskId === task.id)],
    })));
  }
}
