import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../layout/usePhone';
import { monthAway } from './flows';

type Props = { value: string; max: string; onChange: (month: string) => void; steps?: boolean };

/** A month, and with `steps` the ones beside it. On a phone the system's own picker. */
export function MonthChoice({ value, max, onChange, steps = true }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const field = phone ? (
    <Input type="month" aria-label={t('flow.month')} value={value} max={max} onChange={(event) => event.target.value && event.target.value <= max && onChange(event.target.value)} />
  ) : (
    <DatePicker picker="month" allowClear={false} aria-label={t('flow.month')} value={dayjs(`${value}-01`)} maxDate={dayjs(`${max}-01`).endOf('month')} format="YYYY-MM" onChange={(month) => month && onChange(month.format('YYYY-MM'))} />
  );
  if (!steps) return field;
  return (
    <div className="month-choice no-print">
      <Button aria-label={t('flow.earlier')} onClick={() => onChange(monthAway(value, -1))}>‹</Button>
      {field}
      <Button aria-label={t('flow.later')} disabled={value >= max} onClick={() => onChange(monthAway(value, 1))}>›</Button>
    </div>
  );
}
