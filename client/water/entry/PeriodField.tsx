import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Grain, grainOf, periodIn } from '../periods';

type Props = { id?: string; value?: string; onChange?: (period: string) => void; max: string };

const GRAINS: readonly Grain[] = ['MONTH', 'DAY', 'HOURS', 'YEAR'];
const PICKERS = { YEAR: 'year', MONTH: 'month', DAY: 'date', HOURS: 'date' } as const;

/** A month, a day, four hours of a day or a year. Another length keeps what can be kept of the day. */
export function PeriodField({ id, value, onChange, max }: Props) {
  const { t } = useTranslation();
  const period = value ?? max.slice(0, 7);
  const grain = grainOf(period);
  const put = (next: Grain, day: string) => onChange?.(periodIn(next, day, 'first'));
  return (
    <div className="period-field">
      <Segmented<Grain> block aria-label={t('water.lengths')} value={grain} options={GRAINS.map((one) => ({ value: one, label: t(`water.grain.${one}`) }))} onChange={(next) => put(next, next === 'DAY' || next === 'HOURS' ? (period.length >= 10 ? period : max) : period)} />
      <div>
        <DatePicker {...(id && { id })} picker={PICKERS[grain]} allowClear={false} maxDate={dayjs(max)} value={dayjs(periodIn('DAY', period, 'first'))} onChange={(day) => day && put(grain, day.format('YYYY-MM-DD'))} style={{ flex: 1 }} />
        {grain === 'HOURS' && <Select aria-label={t('water.hour')} value={period.slice(11)} options={['00', '04', '08', '12', '16', '20'].map((hour) => ({ value: hour, label: `${hour}:00` }))} onChange={(hour) => onChange?.(`${period.slice(0, 10)}T${hour}`)} style={{ width: 100 }} />}
      </div>
    </div>
  );
}
