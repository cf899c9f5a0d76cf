import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { atMost, required, textOf } from '../../forms/rules';
import { instant } from '../../format/days';
import { ConfirmStageDocument } from '../../graphql.generated';
import { Nothing } from '../../layout/states';
import { type FormProps, useWorkSending } from './useWorkSending';

type Typed = { confirmed: boolean; reason?: string };

/** Whether a reported completion is one. */
export function ConfirmForm({ work, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(ConfirmStageDocument, work);
  const confirmed = Form.useWatch('confirmed', form) ?? true;
  const event = [...work.stageHistory].reverse().find(({ stage, status }) => stage === 'COMPLETED' && status === 'REPORTED');
  if (!event) return <Nothing>{t('state.none')}</Nothing>;

  const decide = async (values: Typed) => {
    const answer = await send({ input: { eventId: event.id, confirmed: values.confirmed, reason: values.confirmed ? null : textOf(values.reason), idempotencyKey: key } });
    if (answer?.confirmStage) onDone(t(values.confirmed ? 'form.confirmStage.yes' : 'form.confirmStage.no'), answer.confirmStage.warnings);
  };
  return (
    <ActionForm
      form={form} initialValues={{ confirmed: true }} busy={busy} refusal={refusal} danger={!confirmed}
      submit={t(confirmed ? 'form.confirmStage.submitYes' : 'form.confirmStage.submitNo')} onSend={decide} onCancel={onCancel} onReload={reload}
    >
      <p>{t('form.confirmStage.ask', { who: event.recordedBy, at: instant(event.recordedAt), day: event.effectiveDate })}</p>
      {event.evidence && <p className="second">{t('form.confirmStage.evidence', { text: event.evidence })}</p>}
      {event.reason && <p className="second">{t('work.reason', { text: event.reason })}</p>}
      <Form.Item name="confirmed" label={t('form.confirmStage.title')} required>
        <Radio.Group options={[{ value: true, label: t('form.confirmStage.confirm') }, { value: false, label: t('form.confirmStage.reject') }]} />
      </Form.Item>
      {!confirmed && (
        <Form.Item name="reason" label={t('form.confirmStage.reasonWhy')} rules={[required(t('form.need')), atMost(500, t)]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
    </ActionForm>
  );
}
