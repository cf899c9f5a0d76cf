import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskRowFragment } from '../graphql.generated';
import { SampleTag } from '../projects/marks';
import { Deadline, TaskStatusMark } from './TaskMarks';

export type OnUpdate = ((task: TaskRowFragment) => void) | null;

function Said({ task }: { task: TaskRowFragment }) {
  const { t } = useTranslation();
  if (!task.note && !task.updatedOn) return <span className="second">{t('tasks.silent')}</span>;
  return <>{task.note}<div className="second small">{t('tasks.reported', { day: task.updatedOn })}</div></>;
}

function UpdateButton({ task, onUpdate }: { task: TaskRowFragment; onUpdate: OnUpdate }) {
  const { t } = useTranslation();
  if (!onUpdate || !task.viewerMayUpdate) return null;
  return <Button size="small" className="task-update" aria-label={t('tasks.updateOf', { number: task.number, title: task.title })} onClick={() => onUpdate(task)}>{t('tasks.update')}</Button>;
}

const unitsOf = (units: readonly string[]): string => units.join('、') || '—';

/** @param onUpdate null where nothing can be changed: on a past day */
export function TaskTable({ tasks, onUpdate }: { tasks: readonly TaskRowFragment[]; onUpdate: OnUpdate }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<TaskRowFragment> = [
    { title: t('tasks.column.number'), width: 62, render: (_, task) => <b>{task.number}</b> },
    {
      title: t('tasks.column.title'), width: '24%',
      render: (_, task) => <><b className="task-title">{task.title}</b> <SampleTag when={task.sample} />{task.target && <div className="second small">{task.target}</div>}</>,
    },
    { title: t('tasks.column.lead'), width: '13%', render: (_, task) => task.leadUnit || '—' },
    { title: t('tasks.column.cooperating'), width: '11%', render: (_, task) => unitsOf(task.cooperatingUnits) },
    { title: t('tasks.column.responsible'), width: '11%', render: (_, task) => unitsOf(task.responsibleUnits) },
    { title: t('tasks.column.deadline'), width: 116, render: (_, task) => <Deadline task={task} /> },
    { title: t('tasks.column.status'), width: 116, render: (_, task) => <TaskStatusMark task={task} /> },
    { title: t('tasks.column.note'), render: (_, task) => <Said task={task} /> },
    ...(onUpdate && tasks.some((task) => task.viewerMayUpdate) ? [{ title: t('tasks.column.action'), width: 76, align: 'right' as const, render: (_: unknown, task: TaskRowFragment) => <UpdateButton task={task} onUpdate={onUpdate} /> }] : []),
  ];
  return (
    <Table<TaskRowFragment>
      className="task-table" rowKey="id" size="middle" tableLayout="fixed" sticky columns={columns} dataSource={[...tasks]} pagination={false}
      rowClassName={(task) => (task.status === 'OVERDUE' ? 'task-overdue' : '')}
    />
  );
}

export function TaskCards({ tasks, onUpdate }: { tasks: readonly TaskRowFragment[]; onUpdate: OnUpdate }) {
  const { t } = useTranslation();
  const line = (label: string, text: string) => text && <><dt>{t(`tasks.column.${label}`)}</dt><dd>{text}</dd></>;
  return (
    <ul className="task-cards">
      {tasks.map((task) => (
        <li key={task.id} className={task.status === 'OVERDUE' ? 'task-overdue' : undefined}>
          <p className="task-card-head"><b>{task.number}　{task.title}</b> <SampleTag when={task.sample} /></p>
          <div className="task-card-state"><TaskStatusMark task={task} /><div className="task-card-due"><Deadline task={task} /></div></div>
          <dl>
            {line('lead', task.leadUnit)}
            {line('cooperating', task.cooperatingUnits.join('、'))}
            {line('responsible', task.responsibleUnits.join('、'))}
            {line('target', task.target ?? '')}
            <dt>{t('tasks.column.note')}</dt><dd><Said task={task} /></dd>
          </dl>
          <UpdateButton task={task} onUpdate={onUpdate} />
        </li>
      ))}
    </ul>
  );
}
