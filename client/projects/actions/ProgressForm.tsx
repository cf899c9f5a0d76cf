import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { MoneyField, type TypedSum } from '../../forms/MoneyField';
import { atMost, chosen, moneyRule, required, sumOf, textOf } from '../../forms/rules';
import { fen, inWan } from '../../format/money';
import { progressText, typedPercent } from '../../format/shares';
import { RecordProgressDocument } from '../../graphql.generated';
import { entryBefore } from './available';
import { type FormProps, useWorkSending } from './useWorkSending';

type Typed = { date: string; progress: string; investmentDone?: TypedSum; note?: string; reason?: string };

/** Physical progress and investment done, both cumulative up to a day. */
export function ProgressForm({ work, today, onDone, onCancel }: FormProps) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(RecordProgressDocument, work);
  const date = Form.useWatch('date', form) ?? today;
  const progress = typedPercent(Form.useWatch('progress', form));
  const sum = sumOf(Form.useWatch('investmentDone', form));
  const before = entryBefore(work.progressHistory, date);
  const lower = before !== null && ((progress !== null && progress < before.progress) || (sum !== null && fen(sum) < fen(before.investmentDone)));
  const reasonWanted = lower || (refusal?.kind === 'refused' && ['input.reason', 'input.progress', 'input.investmentDone'].includes(refusal.field ?? ''));

  const record = async (values: Typed) => {
    const input = {
      projectId: work.id, date: values.date, progress: typedPercent(values.progress) ?? 0, investmentDone: sumOf(values.investmentDone),
      note: textOf(values.note), reason: textOf(values.reason), idempotencyKey: key,
    };
    const answer = await send({ input });
    if (answer?.recordProgress) onDone(t('form.progress.done'), answer.recordProgress.warnings);
  };
  return (
    <ActionForm form={form} initialValues={{ date: today }} busy={busy} refusal={refusal} submit={t('form.progress.submit')} onSend={record} onCancel={onCancel} onReload={reload}>
      {before && <p className="last">{t('form.progress.last', { day: before.date, progress: progressText(before.progress), money: inWan(before.investmentDone, i18n.language) })}</p>}
      <Form.Item name="date" label={t('form.date')} extra={`${t('form.notFuture', { day: today })}。${t('form.progress.same')}`} rules={[chosen(t('form.need'))]}>
        <DayField min={work.registeredOn} max={today} />
      </Form.Item>
      <Form.Item
        name="progress"
        label={t('form.progress.progress')}
        rules={[
          { required: true, message: t('form.need') },
          { validator: (_, text: string) => {
            const value = typedPercent(text);
            if (!text) return Promise.resolve();
            if (value === null) return Promise.reject(new Error(t('form.progress.number')));
            return value <= 100 ? Promise.resolve() : Promise.reject(new Error(t('form.progress.range')));
          } },
        ]}
      >
        <Input inputMode="decimal" autoComplete="off" suffix="%" />
      </Form.Item>
      <Form.Item name="investmentDone" label={t('form.progress.investmentDone')} extra={t('form.progress.cumulative')} rules={[moneyRule(t, false)]}>
        <MoneyField />
      </Form.Item>
      {reasonWanted && (
        <Form.Item name="reason" label={t('form.reason')} extra={t('form.progress.lower')} rules={[required(t('form.need')), atMost(500, t)]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('form.note')} rules={[atMost(500, t)]}>
        <Input />
      </Form.Item>
    </ActionForm>
  );
}
