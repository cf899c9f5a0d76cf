import { useQuery } from '@apollo/client/react';
import { Alert, Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { useChanges } from '../changes/live';
import { Sheet } from '../forms/Sheet';
import { CompensationDocument, type CompensationQuery, type SchemePartsFragment } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { useDone } from '../projects/actions/ActionSheet';
import { isMeasured, periodOf } from './due';
import { DueTable, TotalsTable } from './DueTables';
import { SchemeCard } from './SchemeCard';
import { SchemeForm } from './SchemeForm';
import '../projects/list.css';
import '../rankings/rankings.css';
import './compensation.css';

const TOUCHING = ['CompensationScheme', 'SampleBatch', 'MonitoringSection', 'Pack'];

/** Who pays whom how much where border sections miss their targets, by the scheme in force. */
export function CompensationPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const period = periodOf(params.get('period'), today ?? '');
  const [editing, setEditing] = useState(false);
  const done = useDone(() => setEditing(false));
  const { data, previousData, error, loading, refetch } = useQuery(CompensationDocument, { variables: { period }, skip: !today });
  useChanges(({ subjectType }) => TOUCHING.includes(subjectType), () => void refetch().catch(() => undefined));
  useEffect(() => {
    document.title = `${t('compensation.title')} · ${t('shell.product')}`;
  }, [t]);
  const { compensation, compensationSchemes: all } = ((data ?? (error ? undefined : previousData)) as CompensationQuery | undefined) ?? {};
  const schemes = (all ?? []) as SchemePartsFragment[];
  const inForce = schemes.filter(({ validFrom }) => compensation?.schemes.some((one) => one.validFrom === validFrom));
  const grain = period.length === 7 ? 'month' : 'year';
  const choose = (next: string) => setParams({ period: next }, { replace: true });
  return (
    <div className="page compensation">
      <div className="page-head">
        <div>
          <h1>{t('compensation.title')}</h1>
          <p className="second">{t('compensation.about')}</p>
        </div>
        <div className="head-actions no-print">
          <Link to="/rankings">{t('compensation.rankings')}</Link>
          <Button onClick={() => window.print()}>{t('rankings.print')}</Button>
          {viewer.role === 'TASK_FORCE' && all && <Button type="primary" onClick={() => setEditing(true)}>{t('compensation.edit')}</Button>}
        </div>
      </div>
      {compensation?.example && <Alert className="example-note" type="warning" showIcon role="note" title={t('compensation.exampleTitle')} description={t('compensation.exampleMeans')} />}
      <search className="filters no-print">
        <Segmented
          aria-label={t('compensation.period')} value={grain} options={(['year', 'month'] as const).map((value) => ({ value, label: t(`compensation.by.${value}`) }))}
          onChange={(value) => choose(value === 'year' ? period.slice(0, 4) : period.length === 7 ? period : period === today?.slice(0, 4) ? today.slice(0, 7) : `${period}-12`)}
        />
        <DatePicker
          picker={grain} allowClear={false} aria-label={t('compensation.period')} value={dayjs(grain === 'month' ? `${period}-01` : `${period}-01-01`)} {...(today && { maxDate: dayjs(today) })}
          onChange={(day) => day && choose(day.format(grain === 'month' ? 'YYYY-MM' : 'YYYY'))}
        />
      </search>
      {error && <Failure error={error} retry={() => refetch()} />}
      {!compensation ? !error && <Loading /> : (
        <div className={loading ? 'list busy' : 'list'} aria-busy={loading}>
          {compensation.months.length === 0 ? <Nothing>{t(schemes.length ? 'compensation.none' : 'compensation.noSchemes')}</Nothing> : (
            <>
              <p className="second">{period}：{isMeasured(compensation.lines) ? `${t('compensation.reckoned', { months: compensation.months.length })}${compensation.missing > 0 ? ` · ${t('compensation.missing', { count: compensation.missing })}` : ''}` : t('compensation.nothingMeasured')}</p>
              <TotalsTable totals={compensation.totals} />
              <DueTable key={period} lines={compensation.lines} />
            </>
          )}
          {(inForce.length ? inForce : schemes.slice(-1)).map((scheme) => <SchemeCard key={scheme.validFrom} scheme={scheme} />)}
        </div>
      )}
      <Sheet wide open={editing} onClose={() => setEditing(false)} title={t('compensation.editTitle')}>
        {editing && <SchemeForm scheme={schemes.at(-1) ?? null} month={(today ?? '').slice(0, 7)} onDone={done} onCancel={() => setEditing(false)} />}
      </Sheet>
    </div>
  );
}
