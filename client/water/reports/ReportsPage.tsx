import { useQuery } from '@apollo/client/react';
import { Button, DatePicker, Input, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useViewer } from '../../access/session';
import { useChanges } from '../../changes/live';
import { DayField } from '../../forms/DayField';
import { WaterReportDocument, type WaterReportKind, type WaterReportQuery } from '../../graphql.generated';
import { MAY_READ_WORKS } from '../../layout/nav';
import { Failure, Loading } from '../../layout/states';
import { usePhone } from '../../layout/usePhone';
import { fileAddress, KINDS, useReportQuestion } from './reportQuestion';
import { ReportSheet } from './ReportSheet';
import './reports.css';

/** The papers of the water: daily analysis, weekly review, monthly notice, to be read, printed and taken along. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const { role } = useViewer();
  const question = useReportQuestion();
  const { kind, period } = question;
  const { data, previousData, error, loading, refetch } = useQuery(WaterReportDocument, { variables: { kind, period } });
  const report = ((data ?? previousData) as WaterReportQuery | undefined)?.waterReport;
  useChanges(({ subjectType }) => ['SampleBatch', 'MonitoringSection', 'Pack'].includes(subjectType), () => void refetch().catch(() => undefined));
  useEffect(() => {
    document.title = `${report ? `${report.title}${report.subtitle}` : t('reports.title')} · ${t('shell.product')}`;
  }, [t, report]);
  // A day of one kind is no month of another: the latest with values is shown first.
  const chooseKind = (to: WaterReportKind) => question.set({ kind: to, period: to !== 'MONTHLY' && kind !== 'MONTHLY' ? period : null });
  const shown = report?.kind === kind ? (period ?? report.period) : period;
  return (
    <div className="page reports">
      <div className="page-head no-print">
        <div>
          <h1>{t('reports.title')}</h1>
          <p className="second">{t('reports.about')}</p>
        </div>
        <div className="report-tools">
          <Segmented<WaterReportKind> aria-label={t('reports.kindLabel')} value={kind} options={KINDS.map((value) => ({ value, label: t(`reports.kind.${value}`) }))} onChange={chooseKind} />
          <PeriodField kind={kind} value={shown} max={today} onChange={(to) => question.set({ kind, period: to })} />
          <Button onClick={() => window.print()}>{t('reports.print')}</Button>
          {MAY_READ_WORKS.includes(role) && shown !== null && <Button type="primary" href={fileAddress({ kind, period: shown })} download>{t('reports.word')}</Button>}
        </div>
      </div>
      {kind === 'WEEKLY' && <p className="second no-print">{t('reports.weekNote')}</p>}
      {error && <Failure error={error} retry={() => refetch()} />}
      {!report ? !error && <Loading /> : <div className={loading ? 'busy' : undefined} aria-busy={loading}><ReportSheet report={report} /></div>}
    </div>
  );
}

/** The day or month of a paper; on a phone the system's own picker. */
function PeriodField({ kind, value, max, onChange }: { kind: WaterReportKind; value: string | null; max: string | null; onChange: (period: string | null) => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const label = t(`reports.period.${kind}`);
  if (kind !== 'MONTHLY') return <span className="report-period-field"><DayField label={label} placeholder={label} value={value} max={max} onChange={onChange} /></span>;
  const last = max?.slice(0, 7);
  if (phone) return <Input className="report-period-field" type="month" aria-label={label} value={value ?? ''} max={last} onChange={(event) => onChange(event.target.value || null)} />;
  return <DatePicker className="report-period-field" picker="month" aria-label={label} placeholder={label} value={value ? dayjs(`${value}-01`) : null} {...(last && { maxDate: dayjs(`${last}-01`).endOf('month') })} format="YYYY-MM" onChange={(month) => onChange(month?.format('YYYY-MM') ?? null)} />;
}
