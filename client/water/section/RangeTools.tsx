import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { WaterRounding } from '../../graphql.generated';
import { type Grain, periodIn } from '../periods';
import { GRAINS, type SectionView, type Span } from './view';

type Props = { view: SectionView; range: { from: string; to: string } | null; measured: readonly Span[]; set: (change: Partial<SectionView>) => void };

const PICKERS = { YEAR: 'year', MONTH: 'month', DAY: 'date', HOURS: 'date' } as const;

/** Which periods are shown, and with how many digits values are classed. */
export function RangeTools({ view, range, measured, set }: Props) {
  const { t } = useTranslation();
  const { grain } = view;
  const span = measured.find((one) => one.grain === grain);
  const day = (period: string, end: 'first' | 'last') => dayjs(periodIn('DAY', period, end));
  const choose = (from: string, to: string) => set({ from: periodIn(grain, from, 'first'), to: periodIn(grain, to, 'last') });
  return (
    <div className="range-tools no-print">
      <Segmented<Grain> aria-label={t('water.lengths')} value={grain} onChange={(next) => set({ grain: next, from: null, to: null })}
        options={GRAINS.map((value) => ({ value, label: t(`water.grain.${value}`), disabled: !measured.some((one) => one.grain === value) }))} />
      {range && span && (
        <DatePicker.RangePicker picker={PICKERS[grain]} allowClear={view.from !== null} aria-label={t('water.range')} value={[day(range.from, 'first'), day(range.to, 'last')]} minDate={day(span.from, 'first')} maxDate={day(span.to, 'last')}
          onChange={(days) => (days?.[0] && days[1] ? choose(days[0].format('YYYY-MM-DD'), days[1].format('YYYY-MM-DD')) : set({ from: null, to: null }))} />
      )}
      <Segmented<WaterRounding> aria-label={t('water.rounding.label')} value={view.rounding} onChange={(rounding) => set({ rounding })}
        options={(['EVALUATION', 'AS_GIVEN'] as const).map((value) => ({ value, label: t(`water.rounding.${value}`) }))} />
    </div>
  );
}
