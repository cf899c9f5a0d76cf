import { useTranslation } from 'react-i18next';
import type { TaskRowFragment } from '../graphql.generated';
import { SampleTag } from '../projects/marks';
import { dueOf } from './due';

/** How a task stands: a sign and words, so that colour is never needed to read it. */
export function TaskStatusMark({ task }: { task: Pick<TaskRowFragment, 'status' | 'sampleStatus'> }) {
  const { t } = useTranslation();
  return (
    <span className={`task-status ${task.status}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {task.status === 'OPEN' && <circle cx="7" cy="7" r="5.2" />}
        {task.status === 'DONE' && <path d="M2 7.5l3.4 3.4L12 4" />}
        {task.status === 'OVERDUE' && <path className="full" d="M7 1l6.5 12H.5z" />}
        {task.status === 'DROPPED' && <path d="M3 3l8 8M11 3l-8 8" />}
      </svg>
      <span>{t(`tasks.status.${task.status}`)}</span> <SampleTag when={task.sampleStatus} />
    </span>
  );
}

/** The deadline, and how far it is away or past. */
export function Deadline({ task }: { task: TaskRowFragment }) {
  const { t } = useTranslation();
  const due = dueOf(task);
  return (
    <>
      {task.deadline && <span className="nowrap">{task.deadline}</span>}
      {due && <div className={due.text === 'overdue' ? 'task-late small' : 'second small'}>{t(`tasks.due.${due.text}`, { count: due.count })}</div>}
    </>
  );
}
