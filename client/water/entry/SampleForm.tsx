import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../forms/ActionForm';
import { useOnceKey } from '../../forms/onceKey';
import { chosen } from '../../forms/rules';
import { useSending } from '../../forms/useSending';
import { RecordSamplesDocument } from '../../graphql.generated';
import { useNames } from '../../layout/names';
import { periodText } from '../periods';
import type { Indicator } from '../section/trend';
import { useItemName } from '../words';
import { PeriodField } from './PeriodField';
import { atItsField, typedReading } from './typed';

type Typed = { period: string } & Partial<Record<string, string>>;
type Props = { section: { code: string; name: string; nameEn: string }; indicators: readonly Indicator[]; today: string; onDone: (said: string, warnings: readonly { message: string }[]) => void; onCancel: () => void };

/** What every station measures; the rest of the 24 items folds away. */
const FIRST: readonly string[] = ['T', 'pH', 'DO', 'CODMn', 'COD', 'BOD5', 'NH3N', 'TP', 'TN'];

/** The values of a section in one period. Items that are left empty stay as they were. */
export function SampleForm({ section, indicators, today, onDone, onCancel }: Props) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(RecordSamplesDocument);
  const [key] = useOnceKey();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [empty, setEmpty] = useState(false);
  const record = async ({ period, ...typed }: Typed) => {
    const items = indicators.flatMap((indicator) => {
      const reading = typedReading(typed[indicator.key] ?? '');
      return reading ? [{ indicator: indicator.key, ...reading }] : [];
    });
    setEmpty(items.length === 0);
    if (items.length === 0) return;
    setSent(items.map(({ indicator }) => indicator));
    const answer = await send({ input: { samples: [{ section: section.code, period, indicators: items }], idempotencyKey: key } });
    const result = answer?.recordSamples?.results[0];
    if (result) onDone(t('water.entry.done', { name: names(section), period: periodText(result.period, i18n.language), class: result.class ? t(`map.classLong.${result.class}`) : t('map.unjudged') }), answer.recordSamples!.warnings);
  };
  const fields = (shown: readonly Indicator[]) => <div className="item-fields">{shown.map((indicator) => <ItemField key={indicator.key} indicator={indicator} />)}</div>;
  return (
    <ActionForm form={form} initialValues={{ period: today.slice(0, 7) }} busy={busy} refusal={atItsField(refusal, sent)} submit={t('water.entry.submit')} onSend={record} onCancel={onCancel}>
      <Form.Item name="period" label={t('water.period')} extra={t('water.entry.periodHint')} rules={[chosen(t('form.need'))]}><PeriodField max={today} /></Form.Item>
      <p className="hint">{t('water.entry.hint')}</p>
      {empty && <p role="alert" className="t-prep entry-empty">{t('water.entry.empty')}</p>}
      {fields(indicators.filter((indicator) => FIRST.includes(indicator.key)))}
      <details className="records"><summary>{t('water.entry.more')}</summary>{fields(indicators.filter((indicator) => !FIRST.includes(indicator.key)))}</details>
    </ActionForm>
  );
}

function ItemField({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <Form.Item name={indicator.key} label={nameOf(indicator)} rules={[{ required: false, validator: (_, typed: string | undefined) => (!typed?.trim() || typedReading(typed) ? Promise.resolve() : Promise.reject(new Error(t('water.entry.malformed')))) }]}>
      <Input autoComplete="off" suffix={indicator.key === 'pH' ? <span /> : <small className="second">{indicator.unit}</small>} />
    </Form.Item>
  );
}
