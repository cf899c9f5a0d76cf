import { useQuery } from '@apollo/client/react';
import { Alert, Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { concernsWork, useChanges } from '../changes/live';
import { DayField } from '../forms/DayField';
import { longDay } from '../format/days';
import { ProjectPageDocument } from '../graphql.generated';
import { Failure, Loading } from '../layout/states';
import { type ActionKind, actionsFor } from './actions/available';
import { ActionSheet, type OpenAction } from './actions/ActionSheet';
import { EntriesSection } from './page/EntriesSection';
import { FundsSection } from './page/FundsSection';
import { ProceduresSection } from './page/ProceduresSection';
import { ProgressSection } from './page/ProgressSection';
import { FactsSection, LocationSection, RecentSection, SourcesSection } from './page/SideSections';
import { StageSection } from './page/StageSection';
import type { PageWork } from './page/work';
import { WorkHead } from './page/WorkHead';
import './page/page.css';

/** `/projects/5` by the number on the wall, `/projects/LF-005` by code. */
export function askedFor(param: string): { number: number | null; code: string | null } {
  return /^\d{1,9}$/.test(param) ? { number: Number(param), code: null } : { number: null, code: param };
}

/** Everything known of one work, as of today or any day before, and what this viewer may do about it. */
export function ProjectPage() {
  const { t, i18n } = useTranslation();
  const { number: param = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(search.get('asOf') ?? '') ? search.get('asOf') : null;
  const variables = { ...askedFor(param), asOf };
  const { data, previousData, error, refetch } = useQuery(ProjectPageDocument, { variables });
  // While another day is fetched, the same work as of the last day stays on screen.
  const shown = data ?? previousData;
  const work = shown?.project as PageWork | null | undefined;
  const today = shown?.today ?? session.today ?? '';
  useChanges((heard) => work !== null && work !== undefined && concernsWork(heard, work), () => refetch());
  useEffect(() => {
    document.title = `${work ? `${work.number} ${work.name}` : t('work.back')} · ${t('shell.product')}`;
  }, [work, t]);

  if (error && !work) return <div className="page"><Failure error={error} retry={() => refetch()} /></div>;
  if (work === undefined) return <Loading rows={12} />;
  if (work === null) return <div className="page"><div className="page-head"><h1>{t('work.notFound')}</h1></div><p><Link to="/projects">{t('work.back')}</Link></p></div>;
  const day = asOf ?? today;
  return (
    <div className="page work-page">
      <div className="work-top">
        <div className="as-of no-print">
          <span className="second small" id="as-of-label">{t('work.asOf')}</span>
          <DayField label={t('work.asOf')} value={day} min={work.registeredOn} max={today} onChange={(chosen) => setSearch(chosen && chosen !== today ? { asOf: chosen } : {}, { replace: true })} />
        </div>
      </div>
      <WorkHead work={work} day={day} />
      {error && <Failure error={error} retry={() => refetch()} />}
      <Body work={work} day={day} today={today} asOf={asOf} />
      {asOf && (
        <Alert
          className="as-of-bar" type="warning" showIcon title={t('work.asOfNow', { day: longDay(asOf, i18n.language) })}
          action={<Button onClick={() => setSearch({}, { replace: true })}>{t('work.asOfBack')}</Button>}
        />
      )}
    </div>
  );
}

function Body({ work, day, today, asOf }: { work: PageWork; day: string; today: string; asOf: string | null }) {
  const viewer = useViewer();
  const [action, setAction] = useState<OpenAction | null>(null);
  const actions = asOf ? [] : actionsFor(work, viewer.role);
  return (
    <>
      {!asOf && <ActionBar work={work} actions={actions} open={setAction} />}
      <div className="work-body">
        <div className="main-column">
          <StageSection work={work} day={day} isToday={!asOf} />
          <div className="halves">
            <ProgressSection work={work} day={day} today={today} />
            <FundsSection work={work} />
          </div>
          <ProceduresSection work={work} today={day} onUpdate={actions.includes('UPDATE_PROCEDURE') ? (procedure) => setAction({ kind: 'UPDATE_PROCEDURE', procedure }) : null} />
          <EntriesSection work={work} day={day} onReverse={actions.includes('RECORD_FUNDING') ? (entry) => setAction({ kind: 'REVERSE', entry }) : null} />
        </div>
        <div className="side-column">
          <LocationSection work={work} />
          <RecentSection work={work} day={day} />
          <FactsSection work={work} />
          <SourcesSection work={work} />
        </div>
      </div>
      <ActionSheet action={action} work={work} today={today} onClose={() => setAction(null)} />
    </>
  );
}

/** Only what this viewer may do with this work now; the commonest first, the rest behind one button. */
function ActionBar({ work, actions, open }: { work: PageWork; actions: ActionKind[]; open: (action: OpenAction) => void }) {
  const { t } = useTranslation();
  const may = work.viewerCan.includes('UPDATE') && !work.withdrawnOn;
  if (actions.length === 0 && !may) return null;
  const rare: ActionKind[] = ['SET_FUNDING_PLAN', 'CORRECT', 'WITHDRAW'];
  const often = actions.filter((kind) => !rare.includes(kind));
  const items = [
    ...actions.filter((kind) => rare.includes(kind)).map((kind) => ({ key: kind, label: t(`action.${kind}`), danger: kind === 'WITHDRAW', onClick: () => open({ kind }) })),
    ...(may ? [{ key: 'UPDATE', label: <Link to={`/projects/${work.number}/edit`}>{t('action.UPDATE')}</Link> }] : []),
  ];
  return (
    <div className="action-bar no-print" role="toolbar" aria-label={t('work.act')}>
      {often.map((kind, i) => <Button key={kind} type={i === 0 ? 'primary' : 'default'} onClick={() => open({ kind })}>{t(`action.${kind}`)}</Button>)}
      {items.length > 0 && <Dropdown trigger={['click']} menu={{ items }}><Button>{t('work.more')} ▾</Button></Dropdown>}
    </div>
  );
}
