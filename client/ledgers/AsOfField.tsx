import { DatePicker, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DayField } from '../forms/DayField';
import { usePhone } from '../layout/usePhone';
import { type QuickDay, quickDays } from './days';

type Props = { asOf: string | null; today: string; onChange: (asOf: string | null) => void };

const QUICK: readonly QuickDay[] = ['lastFriday', 'lastMonthEnd', 'lastYearEnd'];

/** The day that a ledger is of: any day up to today, with the ones that are asked for most a click away. */
export function AsOfField({ asOf, today, onChange }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const quick = quickDays(today);
  const choose = (day: string | null) => onChange(day === today ? null : day);
  if (phone) {
    return (
      <Space.Compact block className="as-of">
        <DayField label={t('ledgers.asOf')} value={asOf ?? today} max={today} onChange={choose} />
        <Select aria-label={t('ledgers.asOf')} value={null} placeholder="…" popupMatchSelectWidth={false} onChange={(day: string) => choose(day)}
          options={[{ value: today, label: t('ledgers.asOfToday') }, ...QUICK.map((name) => ({ value: quick[name], label: t(`ledgers.${name}`) }))]} />
      </Space.Compact>
    );
  }
  return (
    <DatePicker
      className={asOf ? 'as-of past' : 'as-of'} aria-label={t('ledgers.asOf')} value={dayjs(asOf ?? today)} format="YYYY-MM-DD" maxDate={dayjs(today)} allowClear={asOf !== null} showNow={false}
      prefix={<span className="second small">{t('ledgers.asOf')}</span>}
      presets={[{ label: t('ledgers.asOfToday'), value: dayjs(today) }, ...QUICK.map((name) => ({ label: t(`ledgers.${name}`), value: dayjs(quick[name]) }))]}
      onChange={(day) => choose(day?.format('YYYY-MM-DD') ?? null)}
    />
  );
}
