import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { Doubts } from '../../forms/Doubts';
import { EMPTY_SUM, MoneyField, type TypedSum } from '../../forms/MoneyField';
import { chosen, moneyRule, sumOf } from '../../forms/rules';
import { addMoney, exactly, fen, inWan } from '../../format/money';
import { type FundingSource, SetFundingPlanDocument } from '../../graphql.generated';
import { FUNDING_SOURCES } from '../funding';
import { type FormProps, useWorkSending } from './useWorkSending';

type Typed = { source: FundingSource; planned: TypedSum; effectiveDate: string };

/** What a source is to bring in all, from a day on. */
export function PlanForm({ work, today, onDone, onCancel }: FormProps) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(SetFundingPlanDocument, work);
  const source = Form.useWatch('source', form);
  const typed = sumOf(Form.useWatch('planned', form));
  const line = work.funding.lines.find((one) => one.source === source);
  // The new plan in place of the source's old one, beside those of the others.
  const total = typed === null ? null : addMoney(typed, ...work.funding.lines.filter((one) => one !== line).map((one) => one.planned));
  const above = source !== undefined && total !== null && work.investment !== null && fen(total) > fen(work.investment);
  return (
    <ActionForm
      form={form} initialValues={{ planned: EMPTY_SUM, effectiveDate: today }} busy={busy} refusal={refusal} submit={t('form.plan.submit')} onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { projectId: work.id, source: values.source, planned: sumOf(values.planned)!, effectiveDate: values.effectiveDate, idempotencyKey: key } });
        if (answer?.setFundingPlan) onDone(t('form.plan.done'), answer.setFundingPlan.warnings);
      }}
    >
      <Form.Item name="source" label={t('form.plan.source')} rules={[chosen(t('form.choose'))]} {...(line && { extra: t('form.plan.now', { sum: inWan(line.planned, i18n.language) }) })}>
        <Select options={FUNDING_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))} />
      </Form.Item>
      <Form.Item name="planned" label={t('form.plan.planned')} rules={[moneyRule(t, true)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="effectiveDate" label={t('form.plan.effective')} rules={[chosen(t('form.need'))]}>
        <DayField max={today} />
      </Form.Item>
      <Doubts says={above ? [t('form.doubt.ABOVE_INVESTMENT', { sum: exactly(total, i18n.language), investment: exactly(work.investment!, i18n.language) })] : []} />
      <p className="hint">{t('form.plan.means')}</p>
    </ActionForm>
  );
}
