import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { atMost, chosen, required } from '../../forms/rules';
import { addDays } from '../../format/days';
import { ResumeProjectDocument, SuspendProjectDocument } from '../../graphql.generated';
import { type FormProps, useWorkSending } from './useWorkSending';

/** 停工: the clocks of the work pause. */
export function SuspendForm({ work, today, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ from: string; cause: string; expectedResumption?: string | null }>();
  const { send, busy, refusal, key, version, reload } = useWorkSending(SuspendProjectDocument, work);
  const from = Form.useWatch('from', form) ?? today;
  return (
    <ActionForm
      form={form} initialValues={{ from: today }} busy={busy} refusal={refusal} submit={t('form.suspend.submit')} onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { projectId: work.id, from: values.from, cause: values.cause.trim(), expectedResumption: values.expectedResumption ?? null, expectedVersion: version, idempotencyKey: key } });
        if (answer?.suspendProject) onDone(t('form.suspend.done'), answer.suspendProject.warnings);
      }}
    >
      <Form.Item name="from" label={t('form.suspend.from')} extra={t('form.notFuture', { day: today })} rules={[chosen(t('form.need'))]}>
        <DayField min={work.registeredOn} max={today} />
      </Form.Item>
      <Form.Item name="cause" label={t('form.suspend.cause')} rules={[required(t('form.need')), atMost(200, t)]}>
        <Input placeholder={t('form.suspend.causeHint')} />
      </Form.Item>
      <Form.Item name="expectedResumption" label={t('form.suspend.expected')}>
        <DayField min={addDays(from, 1)} />
      </Form.Item>
      <p className="hint">{t('form.suspend.means')}</p>
    </ActionForm>
  );
}

/** 复工: they run again. */
export function ResumeForm({ work, today, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ on: string }>();
  const { send, busy, refusal, key, version, reload } = useWorkSending(ResumeProjectDocument, work);
  const open = work.suspensions.find(({ to }) => to === null || to > today);
  return (
    <ActionForm
      form={form} initialValues={{ on: today }} busy={busy} refusal={refusal} submit={t('form.resume.submit')} onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { projectId: work.id, on: values.on, expectedVersion: version, idempotencyKey: key } });
        if (answer?.resumeProject) onDone(t('form.resume.done'), answer.resumeProject.warnings);
      }}
    >
      {open && <p className="last">{t('form.resume.since', { day: open.from, cause: open.cause })}</p>}
      <Form.Item name="on" label={t('form.resume.on')} extra={t('form.notFuture', { day: today })} rules={[chosen(t('form.need'))]}>
        <DayField min={open ? open.from : work.registeredOn} max={today} />
      </Form.Item>
    </ActionForm>
  );
}
