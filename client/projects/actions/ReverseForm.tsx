import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { atMost, required } from '../../forms/rules';
import { inYuan } from '../../format/money';
import { type FundingEntryRowFragment, ReverseFundingDocument } from '../../graphql.generated';
import { type FormProps, useWorkSending } from './useWorkSending';

/** 冲销: an entry is reversed once and whole, never edited. */
export function ReverseForm({ work, entry, onDone, onCancel }: FormProps & { entry: FundingEntryRowFragment }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const { send, busy, refusal, key, reload } = useWorkSending(ReverseFundingDocument, work);
  return (
    <ActionForm
      form={form} busy={busy} refusal={refusal} submit={t('form.reverse.submit')} danger onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { entryId: entry.id, reason: values.reason.trim(), idempotencyKey: key } });
        if (answer?.reverseFunding) onDone(t('form.reverse.done'), answer.reverseFunding.warnings);
      }}
    >
      <p>{t('form.reverse.ask', { day: entry.date, what: `${t(`source.${entry.source}`)}${t(`fundingKind.${entry.kind}`)}`, sum: inYuan(entry.amount) })}</p>
      <Form.Item name="reason" label={t('form.reverse.reason')} rules={[required(t('form.need')), atMost(500, t)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <p className="hint">{t('form.reverse.means')}</p>
    </ActionForm>
  );
}
