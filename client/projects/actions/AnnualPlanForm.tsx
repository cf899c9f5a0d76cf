import { useQuery } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { DayField } from '../../forms/DayField';
import { Doubts } from '../../forms/Doubts';
import { EMPTY_SUM, MoneyField, type TypedSum } from '../../forms/MoneyField';
import { chosen, moneyRule, sumOf } from '../../forms/rules';
import { exactly, fen } from '../../format/money';
import { AnnualPlanOfDocument, SetAnnualPlanDocument } from '../../graphql.generated';
import { typedYear } from '../reckon';
import { type FormProps, useWorkSending } from './useWorkSending';

type Typed = { year: string; planned: TypedSum; effectiveDate: string };

/** 年度投资计划: what investment a work is to do in a year, from a day on. */
export function AnnualPlanForm({ work, today, onDone, onCancel }: FormProps) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal, key, reload } = useWorkSending(SetAnnualPlanDocument, work);
  const year = typedYear(Form.useWatch('year', form) ?? today.slice(0, 4));
  const planned = sumOf(Form.useWatch('planned', form));
  const now = useQuery(AnnualPlanOfDocument, { variables: { id: work.id, year: year ?? 0 }, skip: year === null, fetchPolicy: 'network-only' }).data?.project;
  const exact = (money: string) => exactly(money, i18n.language);
  const above = planned !== null && work.investment !== null && fen(planned) > fen(work.investment);
  return (
    <ActionForm
      form={form} initialValues={{ year: today.slice(0, 4), planned: EMPTY_SUM, effectiveDate: today }} busy={busy} refusal={refusal} submit={t('form.annual.submit')} onCancel={onCancel} onReload={reload}
      onSend={async (values) => {
        const answer = await send({ input: { projectId: work.id, year: typedYear(values.year)!, planned: sumOf(values.planned)!, effectiveDate: values.effectiveDate, idempotencyKey: key } });
        if (answer?.setAnnualPlan) onDone(t('form.annual.done', { year: values.year }), answer.setAnnualPlan.warnings);
      }}
    >
      <Form.Item
        name="year" label={t('form.annual.year')}
        rules={[{ required: true, validator: (_, text: string) => (typedYear(text) === null ? Promise.reject(new Error(t('form.annual.range'))) : Promise.resolve()) }]}
        {...(now && { extra: `${now.annualPlanned === null ? t('form.annual.none') : t('form.annual.now', { sum: exact(now.annualPlanned) })}${t('form.annual.doneSoFar', { sum: exact(now.annualDone) })}` })}
      >
        <Input inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="planned" label={t('form.annual.planned')} rules={[moneyRule(t, true)]}>
        <MoneyField />
      </Form.Item>
      <Form.Item name="effectiveDate" label={t('form.plan.effective')} rules={[chosen(t('form.need'))]}>
        <DayField max={today} />
      </Form.Item>
      <Doubts says={above ? [t('form.doubt.ABOVE_INVESTMENT', { sum: exact(planned), investment: exact(work.investment!) })] : []} />
      <p className="hint">{t('form.annual.means')}</p>
    </ActionForm>
  );
}
