import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChanges } from '../changes/live';
import { earlier } from '../format/days';
import { FundingMonthsDocument, type FundingMonthsQuery } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { Section } from '../projects/page/Section';
import { MonthCharts } from './MonthCharts';
import { anything, type Month } from './months';
import { type DeskProps, type DeskView, filterOfRow, sourceOfRow } from './view';

type Props = DeskProps & { year: number; planned: string; label: string; sample: boolean };

/** 逐月: what came and went in each month, and what it adds up to beside the plan, of the rows or the row that is opened. */
export function MonthSection({ view, set, today, year, planned, label, sample }: Props) {
  const { t } = useTranslation();
  const from = view.span === 'YEAR' ? `${year}-01-01` : null;
  const last = earlier(view.asked.asOf ?? today, view.span === 'YEAR' ? `${year}-12-31` : '9999-12-31');
  const variables = { filter: filterOfRow(view), source: sourceOfRow(view), from, to: last };
  const empty = from !== null && from > last;
  const { data, previousData, error, refetch } = useQuery(FundingMonthsDocument, { variables, skip: empty });
  useChanges(({ subjectType }) => subjectType === 'Project' || subjectType === 'Pack', () => void (empty ? undefined : refetch().catch(() => undefined)));
  const months = empty ? [] : ((data ?? previousData) as FundingMonthsQuery | undefined)?.fundingMonths as Month[] | null | undefined;
  const spans = (
    <Segmented<DeskView['span']> size="small" className="no-print" aria-label={t('funding.span')} value={view.span} options={(['ALL', 'YEAR'] as const).map((value) => ({ value, label: t(`funding.spans.${value}`, { year }) }))} onChange={(span) => set({ span })} />
  );
  return (
    <Section className="month-section" title={view.row === null ? t('funding.chart') : t('funding.chartOf', { what: label })} note={spans} sample={sample}>
      {error && <Failure error={error} retry={() => refetch()} />}
      {!months ? !error && <Loading rows={4} /> : anything(months) ? <MonthCharts months={months} planned={planned} unit={view.unit} /> : <Nothing>{t('funding.noMonths')}</Nothing>}
    </Section>
  );
}
