import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { atMost, chosen, required } from '../../forms/rules';
import { WithdrawProjectDocument } from '../../graphql.generated';
import { type FormProps, useWorkSending } from './useWorkSending';

/** 调出: taking a work off the list. Asks for a tick, since it changes every total. */
export function WithdrawForm({ work, today, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ on: string; reason: string; sure: boolean }>();
  const { send, busy, refusal, key, version, reload } = useWorkSending(WithdrawProjectDocument, work);
  return (
    <ActionForm
      form={form} initialValues={{ on: today }} busy={busy} refusal={refusal} submit={t('form.withdraw.submit')} danger onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { id: work.id, expectedVersion: version, on: values.on, reason: values.reason.trim(), idempotencyKey: key } });
        if (answer?.withdrawProject) onDone(t('form.withdraw.done'), answer.withdrawProject.warnings);
      }}
    >
      <p>{t('form.withdraw.means')}</p>
      <Form.Item name="on" label={t('form.withdraw.on')} extra={t('form.notFuture', { day: today })} rules={[chosen(t('form.need'))]}>
        <DayField min={work.registeredOn} max={today} />
      </Form.Item>
      <Form.Item name="reason" label={t('form.withdraw.reason')} rules={[required(t('form.need')), atMost(500, t)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="sure" valuePropName="checked" rules={[{ validator: (_, sure: boolean) => (sure ? Promise.resolve() : Promise.reject(new Error(t('form.withdraw.need')))) }]}>
        <Checkbox>{t('form.withdraw.sure', { number: work.number, name: work.name })}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
