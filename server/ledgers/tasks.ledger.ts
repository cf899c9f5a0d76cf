import { globalId } from '../api/ids';
import type { Task } from '../dispatch/task.entity';
import { TaskStatus } from '../dispatch/task-history';
import { taskStatusNames } from '../dispatch/task.service';
import { taskShown, taskText, tasksOn, type TaskSheet } from '../dispatch/tasks';
import { ColumnType, defineLedger } from './definition';

const { TEXT, NUMBER, DATE } = ColumnType;

interface TaskRow {
  sheet: TaskSheet;
  task: Task;
}

const sample = ({ task }: TaskRow) => task.sample || task.sampleStatus;
const STATUSES = Object.values(TaskStatus);

/** The tasks of published documents: who leads them, by when, how they stand. The documents are nobody's secret: for everyone who may read ledgers. */
export default defineLedger<TaskRow>({
  id: 'tasks',
  place: 16,
  name: '责任清单台账',
  nameEn: 'Responsibility tasks',
  description: '各文件确定的任务：牵头、配合和责任单位，完成时限与进展，逾期的按时限自动标出。选定年度时只列当年到期的。',
  descriptionEn: 'The tasks that documents give out: lead, cooperating and responsible units, deadline and state; overdue follows from the deadline. With a year, only those due in it.',
  takesYear: true,
  filters: ['search'],
  columns: [
    { key: 'document', title: '文件', titleEn: 'Document', type: TEXT, value: ({ task }) => task.document, order: ({ sheet }) => sheet.document.sort },
    { key: 'number', title: '序号', titleEn: 'No.', type: TEXT, value: ({ task }) => task.number, order: ({ task }) => task.sort },
    { key: 'title', title: '任务', titleEn: 'Task', type: TEXT, value: ({ task }) => task.title },
    { key: 'lead', title: '牵头单位', titleEn: 'Lead', type: TEXT, value: ({ task }) => task.leadUnit },
    { key: 'cooperating', title: '配合单位', titleEn: 'Cooperating', type: TEXT, value: ({ task }) => task.cooperatingUnits.join('、') },
    { key: 'responsible', title: '责任单位', titleEn: 'Responsible', type: TEXT, value: ({ task }) => task.responsibleUnits.join('、') },
    { key: 'deadline', title: '完成时限', titleEn: 'Deadline', type: DATE, value: ({ task }) => task.deadline },
    { key: 'daysLeft', title: '剩余天数', titleEn: 'Days left', type: NUMBER, value: ({ task }) => (task.daysLeft !== null && task.daysLeft >= 0 ? task.daysLeft : null), sample },
    { key: 'daysOverdue', title: '逾期天数', titleEn: 'Days overdue', type: NUMBER, value: ({ task }) => (task.daysLeft !== null && task.daysLeft < 0 ? -task.daysLeft : null), sample },
    { key: 'target', title: '目标', titleEn: 'Target', type: TEXT, value: ({ task }) => task.target },
    { key: 'status', title: '状态', titleEn: 'Status', type: TEXT, value: ({ task }) => taskStatusNames[task.status], order: ({ task }) => STATUSES.indexOf(task.status), sample },
    { key: 'note', title: '进展说明', titleEn: 'Note', type: TEXT, value: ({ task }) => task.note, sample },
    { key: 'doneOn', title: '完成日期', titleEn: 'Done on', type: DATE, value: ({ task }) => task.doneOn, sample },
  ],
  rows: ({ facts, day, year, yearGiven, filter }) => {
    const search = filter?.search?.normalize('NFKC').toLowerCase().trim() ?? '';
    return tasksOn(facts.tasks, day)
      .map((sheet) => ({ sheet, task: taskShown(sheet, day) }))
      .filter(({ task }) => (!yearGiven || (task.deadline?.startsWith(`${year}-`) ?? false)) && taskText(task).includes(search));
  },
  position: ({ sheet: { document, task } }) => [document.sort, document.id, task.sort, task.id],
  key: ({ task }) => globalId('Task', task.id),
});
