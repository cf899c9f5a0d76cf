import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession, useViewer } from '../../access/session';
import { useChanges } from '../../changes/live';
import { longDay } from '../../format/days';
import { Sheet } from '../../forms/Sheet';
import { FlowPageDocument, type FlowPageQuery, LatestFlowDocument, type LatestFlowQuery } from '../../graphql.generated';
import { MAY_READ_WORKS } from '../../layout/nav';
import { Failure, Loading, Nothing } from '../../layout/states';
import { useDone } from '../../projects/actions/ActionSheet';
import { FlowCharts, SPANS, type Span } from './FlowCharts';
import { FlowForm } from './FlowForm';
import { type FlowRow, type FlowSeries, monthAway, type ReplenishedYear } from './flows';
import { FlowTable } from './FlowTable';
import { MonthChoice } from './MonthChoice';
import { Replenishment } from './Replenishment';
import '../../projects/page/page.css';
import '../../funding/funding.css';
import './flow.css';

/** Who does not hear changes looks again so often, ms. */
const LOOK_AGAIN_MS = 60_000;

const isMonth = (text: string | null): text is string => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= '1900' && text < '2200';

/** Ecological flow: the targets in a month, the replenishment of its year, and every river month by month. */
export function FlowPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const poll = useLookAgain();
  const latest = useQuery(LatestFlowDocument, poll);
  useEffect(() => {
    document.title = `${t('flow.title')} · ${t('shell.product')}`;
  }, [t]);
  if (!today) return <Loading />;
  const known = latest.data as LatestFlowQuery | undefined;
  if (!known) return latest.error ? <div className="page"><Failure error={latest.error} retry={() => latest.refetch()} /></div> : <Loading />;
  const [wished, span] = [params.get('month'), params.get('span')];
  const set = (change: Record<string, string>) => setParams((before) => ({ ...Object.fromEntries(before), ...change }), { replace: true });
  const last = today.slice(0, 7);
  const month = isMonth(wished) && wished <= last ? wished : known.flowTable?.month ?? monthAway(last, -1);
  return <Flows month={month} onMonth={(to) => set({ month: to })} span={SPANS.find((one) => one === span) ?? '24'} onSpan={(to) => set({ span: to })} today={today} />;
}

type Props = { month: string; onMonth: (month: string) => void; span: Span; onSpan: (span: Span) => void; today: string };

function Flows({ month, onMonth, span, onSpan, today }: Props) {
  const { t, i18n } = useTranslation();
  const [recording, setRecording] = useState(false);
  const close = () => setRecording(false);
  const done = useDone(close);
  const last = today.slice(0, 7);
  const variables = { month, year: Number(month.slice(0, 4)), ...windowOf(month, last, Number(span)) };
  const { data, previousData, error, loading, refetch } = useQuery(FlowPageDocument, { variables, ...useLookAgain() });
  useChanges(({ subjectType }) => ['FlowTarget', 'ReplenishmentEntry', 'Pack'].includes(subjectType), () => void refetch().catch(() => undefined));
  const shown = (data ?? previousData) as FlowPageQuery | undefined;
  const table = shown?.flowTable;
  const rows = (table?.rows ?? []) as FlowRow[];
  return (
    <div className="page flow-page">
      <div className="page-head">
        <div>
          <h1>{t('flow.title')}</h1>
          <p className="second">{t('flow.about')} {table?.source && t('flow.source', { source: table.source })} <span className="nowrap">{t('flow.dataAsOf', { day: longDay(today, i18n.language) })}</span></p>
        </div>
        <div className="flow-tools">
          <MonthChoice value={month} max={last} onChange={onMonth} />
          {table?.viewerMayRecord && rows.length > 0 && <Button type="primary" className="no-print" onClick={() => setRecording(true)}>{t('flow.record')}</Button>}
        </div>
      </div>
      {error && <Failure error={error} retry={() => refetch()} />}
      {!table || !shown.replenishment ? (
        !error && <Loading />
      ) : rows.length === 0 ? (
        <Nothing>{t('flow.empty')}</Nothing>
      ) : (
        <div className={loading ? 'flow-shown busy' : 'flow-shown'} aria-busy={loading}>
          <div className="flow-first">
            <FlowTable rows={rows} month={table.month ?? month} />
            <Replenishment year={shown.replenishment as ReplenishedYear} today={today} />
          </div>
          <FlowCharts flows={(shown.flows ?? []) as FlowSeries[]} month={table.month ?? month} onMonth={onMonth} span={span} onSpan={onSpan} />
        </div>
      )}
      <Sheet open={recording} onClose={close} title={t('recordFlows.title')} wide>
        {recording && <FlowForm month={month} last={last} onDone={done} onCancel={close} />}
      </Sheet>
    </div>
  );
}

/** The months that the charts show: the last ones, or where the chosen month lies before them those up to the end of its year. */
function windowOf(month: string, last: string, span: number): { from: string; to: string } {
  const to = month >= monthAway(last, 1 - span) ? last : `${month.slice(0, 4)}-12`;
  return { from: monthAway(to, 1 - span), to };
}

/** The change record is not everybody's: who may not hear it asks again now and then. */
function useLookAgain(): { pollInterval?: number } {
  return MAY_READ_WORKS.includes(useViewer().role) ? {} : { pollInterval: LOOK_AGAIN_MS };
}
