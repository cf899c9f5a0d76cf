import { Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { EMPTY_SUM, MoneyField, type TypedSum } from '../../forms/MoneyField';
import { atMost, chosen, moneyRule, sumOf, textOf } from '../../forms/rules';
import { inWan } from '../../format/money';
import { type FundingKind, type FundingSource, RecordFundingDocument } from '../../graphql.generated';
import { FUNDING_SOURCES } from '../funding';
import { type FormProps, useWorkSending } from './useWorkSending';

type Typed = { kind: FundingKind; source: FundingSource; amount: TypedSum; date: string; documentNumber?: string; note?: string };

const KINDS: readonly FundingKind[] = ['ALLOCATED', 'ARRIVED', 'PAID'];

/** One entry of the funds ledger: what was allocated, arrived or was paid, from which source, on which day. */
export function FundingForm({ work, today, onDone, onCancel }: FormProps) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(RecordFundingDocument, work);
  const source = Form.useWatch('source', form);
  const line = work.funding.lines.find((one) => one.source === source);
  const planned = new Set(work.funding.lines.map((one) => one.source));
  const sources = [...FUNDING_SOURCES].sort((a, b) => Number(planned.has(b)) - Number(planned.has(a)));
  const wan = (money: string) => inWan(money, i18n.language);

  const book = async (values: Typed) => {
    const amount = sumOf(values.amount)!;
    const input = { projectId: work.id, source: values.source, kind: values.kind, amount, date: values.date, documentNumber: textOf(values.documentNumber), note: textOf(values.note), idempotencyKey: key };
    const answer = await send({ input });
    if (answer?.recordFunding) onDone(t('form.funding.done', { what: t(`fundingKind.${values.kind}`), sum: wan(amount) }), answer.recordFunding.warnings);
  };
  return (
    <ActionForm form={form} initialValues={{ kind: 'ARRIVED', date: today, amount: EMPTY_SUM }} busy={busy} refusal={refusal} submit={t('form.funding.submit')} onSend={book} onCancel={onCancel} onReload={reload}>
      <Form.Item name="kind" label={t('form.funding.kind')} required>
        <Segmented block options={KINDS.map((value) => ({ value, label: t(`fundingKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="source" label={t('form.funding.source')} rules={[chosen(t('form.choose'))]} {...(line && { extra: t('form.funding.position', { planned: wan(line.planned), allocated: wan(line.allocated), arrived: wan(line.arrived), paid: wan(line.paid) }) })}>
        <Select options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} />
      </Form.Item>
      <Form.Item name="amount" label={t('form.funding.amount')} rules={[moneyRule(t, true)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="date" label={t('form.funding.date')} extra={t('form.notFuture', { day: today })} rules={[chosen(t('form.need'))]}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('form.funding.documentNumber')} rules={[atMost(100, t)]}>
        <Input placeholder={t('form.funding.documentHint')} />
      </Form.Item>
      <Form.Item name="note" label={t('form.funding.note')} rules={[atMost(500, t)]}>
        <Input />
      </Form.Item>
      <p className="hint">{t('form.funding.means')}</p>
    </ActionForm>
  );
}
