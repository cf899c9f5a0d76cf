import { useApolloClient } from '@apollo/client/react';
import { App, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../access/refusal';
import { ActionForm } from '../forms/ActionForm';
import { useOnceKey } from '../forms/onceKey';
import { atMost, textOf } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { TaskAgainDocument, type TaskRowFragment, type TaskStatus, UpdateTaskDocument } from '../graphql.generated';
import { Deadline } from './TaskMarks';

type Typed = { status: TaskStatus; note: string };
type Props = { task: TaskRowFragment; onDone: (said: string, warnings: readonly { message: string }[]) => void; onCancel: () => void };

/** What can be said of a task; that one is overdue follows from its deadline. */
const SAYABLE: readonly TaskStatus[] = ['OPEN', 'DONE', 'DROPPED'];

/** How a task stands from today on. A change by someone else in the meantime is noticed; what was typed stays. */
export function UpdateTaskForm({ task, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, clear } = useSending(UpdateTaskDocument);
  const [key, renew] = useOnceKey();
  const [version, setVersion] = useState(task.version);
  const status = Form.useWatch('status', form);
  const save = async ({ status, note }: Typed) => {
    const answer = await send({ input: { id: task.id, status, note: textOf(note), expectedVersion: version, idempotencyKey: key } });
    if (answer?.updateTask) onDone(t('tasks.saved'), answer.updateTask.warnings);
  };
  const reload = async () => {
    try {
      const { data } = await client.query({ query: TaskAgainDocument, variables: { id: task.id }, fetchPolicy: 'network-only' });
      if (data?.node && 'version' in data.node) setVersion(data.node.version as number);
      renew();
      clear();
      void message.info(t('form.reloaded'));
    } catch (error) {
      void message.error(sentenceOf(error, t));
    }
  };
  return (
    <ActionForm
      form={form} initialValues={{ status: task.status === 'OVERDUE' ? 'OPEN' : task.status, note: task.note ?? '' }}
      busy={busy} refusal={refusal} submit={t('tasks.submit')} onSend={save} onCancel={onCancel} onReload={reload}
    >
      <dl className="task-known">
        <dt>{t('tasks.column.lead')}</dt><dd>{task.leadUnit || '—'}</dd>
        <dt>{t('tasks.column.deadline')}</dt><dd><Deadline task={task} /></dd>
        {task.target && <><dt>{t('tasks.column.target')}</dt><dd>{task.target}</dd></>}
      </dl>
      <Form.Item name="status" label={t('tasks.column.status')} required>
        <Radio.Group options={SAYABLE.map((value) => ({ value, label: t(`tasks.status.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" className="task-note" label={t('tasks.column.note')} extra={status === 'DROPPED' ? t('tasks.sayWhy') : undefined} rules={[atMost(500, t)]}>
        <Input.TextArea rows={4} maxLength={600} showCount={{ formatter: ({ count }) => `${count} / 500` }} />
      </Form.Item>
    </ActionForm>
  );
}
