import { Button, DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SectionLevel } from '../../graphql.generated';
import { periodText, shiftPeriod } from '../periods';
import { LEVELS, type OverviewView } from './view';

type Props = { view: OverviewView; period: string | null; first: string | null; last: string | null; set: (change: Partial<OverviewView>) => void };

/** Which month or year, of which sections; and the way to papers, flow and map. */
export function OverviewHead({ view, period, first, last, set }: Props) {
  const { t, i18n } = useTranslation();
  const years = period?.length === 4;
  const beyond = (by: number) => !period || (by < 0 ? first !== null && period <= first : last !== null && period >= last);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('water.title')}　{periodText(period, i18n.language)}</h1>
          <p className="second">{t('water.lead')}</p>
        </div>
        <div className="head-actions no-print">
          <Link to={period ? `/maps/water?period=${period}` : '/maps/water'}>{t('water.onMap')}</Link>
          <Link to="/water/reports">{t('water.reports')}</Link>
          <Link to="/water/flow">{t('water.flow')}</Link>
          <Button onClick={() => window.print()}>{t('map.print')}</Button>
        </div>
      </div>
      <div className="range-tools no-print">
        <Segmented<'MONTH' | 'YEAR'> aria-label={t('water.lengths')} value={years ? 'YEAR' : 'MONTH'} options={(['MONTH', 'YEAR'] as const).map((value) => ({ value, label: t(`water.grain.${value}`) }))}
          onChange={(grain) => set({ period: grain === 'YEAR' ? (period ?? '').slice(0, 4) || null : null })} />
        <span className="stepper">
          <Button aria-label={t('water.earlier')} disabled={beyond(-1)} onClick={() => period && set({ period: shiftPeriod(period, -1) })}>‹</Button>
          <DatePicker picker={years ? 'year' : 'month'} allowClear={false} aria-label={t('water.period')} value={period ? dayjs(`${period}-01-01`.slice(0, 10)) : null} onChange={(day) => day && set({ period: day.format(years ? 'YYYY' : 'YYYY-MM') })} />
          <Button aria-label={t('water.later')} disabled={beyond(1)} onClick={() => period && set({ period: shiftPeriod(period, 1) })}>›</Button>
        </span>
        <Select<SectionLevel | ''> aria-label={t('water.levelTitle')} value={view.level ?? ''} onChange={(level) => set({ level: level || null })} style={{ width: 140 }}
          options={[{ value: '', label: t('water.allLevels') }, ...LEVELS.map((value) => ({ value, label: t(`water.level.${value}`) }))]} />
      </div>
    </>
  );
}
