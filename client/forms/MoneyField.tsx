import { Input, Segmented, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { inYuan, typedMoney, type Unit } from '../format/money';

export type TypedSum = { text: string; unit: Unit };
export const EMPTY_SUM: TypedSum = { text: '', unit: 'WAN' };

type Props = { id?: string; value?: TypedSum; onChange?: (value: TypedSum) => void; disabled?: boolean };

/** A sum of money with its unit beside it, and under it what will be written, in yuan to the fen. */
export function MoneyField({ id, value = EMPTY_SUM, onChange, disabled = false }: Props) {
  const { t } = useTranslation();
  const reading = typedMoney(value.text, value.unit);
  return (
    <>
      <Space.Compact block>
        <Input
          {...(id && { id })}
          value={value.text}
          inputMode="decimal"
          autoComplete="off"
          disabled={disabled}
          onChange={(event) => onChange?.({ ...value, text: event.target.value })}
        />
        <Segmented<Unit>
          className="unit"
          value={value.unit}
          disabled={disabled}
          aria-label={t('form.unit')}
          options={[{ value: 'WAN', label: t('form.wan') }, { value: 'YUAN', label: t('form.yuan') }]}
          onChange={(unit) => onChange?.({ ...value, unit })}
        />
      </Space.Compact>
      <div className="reading" aria-live="polite">{reading.ok ? t('form.reading', { yuan: inYuan(reading.yuan) }) : ' '}</div>
    </>
  );
}
