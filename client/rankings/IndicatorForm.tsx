import { Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../forms/ActionForm';
import { useOnceKey } from '../forms/onceKey';
import { atMost, required, textOf } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { type IndicatorAim, type IndicatorChange, SetIndicatorDocument } from '../graphql.generated';

type Typed = { code: string; name: string; nameEn: string; unit?: string; decimals: number; aim: IndicatorAim; changeKind: IndicatorChange; note?: string };
type Props = { onDone: (said: string, warnings: readonly { message: string }[], code: string) => void; onCancel: () => void };

/** A new figure that the office publishes by region. */
export function IndicatorForm({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(SetIndicatorDocument);
  const [key] = useOnceKey();
  const save = async ({ unit, note, ...typed }: Typed) => {
    const answer = await send({ input: { ...typed, code: typed.code.trim(), unit: textOf(unit), note: textOf(note), changeDecimals: 1, idempotencyKey: key } });
    if (answer?.setIndicator) onDone(t('rankings.indicatorSaved'), answer.setIndicator.warnings, answer.setIndicator.indicator.code);
  };
  return (
    <ActionForm form={form} initialValues={{ decimals: 1, aim: 'LOWER', changeKind: 'PERCENT' }} busy={busy} refusal={refusal} submit={t('rankings.submit')} onSend={save} onCancel={onCancel}>
      <Form.Item name="name" label={t('rankings.name')} rules={[required(t('rankings.needed')), atMost(100, t)]}><Input /></Form.Item>
      <Form.Item name="nameEn" label={t('rankings.nameEn')} rules={[required(t('rankings.needed')), atMost(100, t)]}><Input /></Form.Item>
      <Form.Item name="code" label={t('rankings.code')} extra={t('rankings.codeHint')} rules={[required(t('rankings.needed')), { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{0,39}\s*$/, message: t('rankings.codeHint') }]}><Input /></Form.Item>
      <Form.Item name="unit" label={t('rankings.unit')} rules={[atMost(40, t)]}><Input /></Form.Item>
      <Form.Item name="decimals" label={t('rankings.decimals')} required><InputNumber min={0} max={6} precision={0} /></Form.Item>
      <Form.Item name="aim" label={t('rankings.aimLabel')} required><Radio.Group options={(['LOWER', 'HIGHER'] as const).map((value) => ({ value, label: t(`rankings.aim.${value}`) }))} /></Form.Item>
      <Form.Item name="changeKind" label={t('rankings.changeKindLabel')} required><Radio.Group options={(['PERCENT', 'DIFFERENCE'] as const).map((value) => ({ value, label: t(`rankings.changeKind.${value}`) }))} /></Form.Item>
      <Form.Item name="note" label={t('rankings.note')} rules={[atMost(500, t)]}><Input.TextArea rows={3} /></Form.Item>
    </ActionForm>
  );
}
