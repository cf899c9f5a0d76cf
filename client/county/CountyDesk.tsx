import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { useChanges } from '../changes/live';
import { longDay } from '../format/days';
import { CountyDeskDocument, type CountyDeskQuery, ReferenceDocument, type ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure, Loading, Nothing } from '../layout/states';
import { useNarrow, usePhone } from '../layout/usePhone';
import { ActionSheet, type OpenAction } from '../projects/actions/ActionSheet';
import { DeskCards } from './DeskCards';
import { DeskTable } from './DeskTable';
import type { DeskWork } from './row';
import { inDeskOrder } from './waiting';
import './county.css';

/** The whole county in one table: what stands where, what is late, what waits; and the forms to say what has changed. */
export function CountyDesk() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { adcode: asked } = useParams();
  const own = viewer.role === 'COUNTY' ? viewer.region?.adcode : undefined;
  const reference = useQuery(ReferenceDocument, { fetchPolicy: 'cache-first' });
  const regions = (reference.data?.regions ?? []) as NonNullable<ReferenceQuery['regions']>;
  const adcode = own ?? asked ?? regions[0]?.adcode;
  useEffect(() => {
    document.title = `${t('county.title')} · ${t('shell.product')}`;
  }, [t]);
  if (reference.error && regions.length === 0 && !adcode) return <div className="page"><Failure error={reference.error} retry={() => reference.refetch()} /></div>;
  if (!adcode) return reference.loading ? <Loading /> : <div className="page"><Nothing>{t('county.chooseLead')}</Nothing></div>;
  return <Desk key={adcode} adcode={adcode} regions={regions} fixed={own !== undefined} />;
}

type Row = { action: OpenAction; workId: string };

function Desk({ adcode, regions, fixed }: { adcode: string; regions: NonNullable<ReferenceQuery['regions']>; fixed: boolean }) {
  const { t } = useTranslation();
  const narrow = useNarrow('xl');
  const viewer = useViewer();
  const session = useSession();
  const [open, setOpen] = useState<Row | null>(null);
  const filter = { regions: [adcode], ...(viewer.department?.sector && { sectors: [viewer.department.sector] }) };
  const { data, error, refetch, fetchMore } = useQuery(CountyDeskDocument, { variables: { filter } });
  useChanges((heard) => heard.subjectType === 'Pack' || (heard.subjectType === 'Project' && heard.adcodes.includes(adcode)), () => refetch());

  const desk = data?.projects as CountyDeskQuery['projects'];
  const today = data?.today ?? session.today ?? '';
  const works = inDeskOrder((desk?.nodes ?? []) as DeskWork[]);
  const chosen = works.find(({ id }) => id === open?.workId) ?? null;
  const more = () =>
    fetchMore({
      variables: { after: desk?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) =>
        before.projects && fetchMoreResult.projects ? ({ ...fetchMoreResult, projects: { ...fetchMoreResult.projects, nodes: [...before.projects.nodes, ...fetchMoreResult.projects.nodes] } } as CountyDeskQuery) : (before as CountyDeskQuery),
    });
  const onAct = (work: DeskWork, action: OpenAction) => setOpen({ action, workId: work.id });
  return (
    <div className="page desk">
      <DeskHead adcode={adcode} regions={regions} fixed={fixed} today={today} summary={desk?.summary ?? null} />
      {error && <Failure error={error} retry={() => refetch()} />}
      {!desk ? !error && <Loading /> : works.length === 0 ? (
        <Nothing>{viewer.role === 'DEPARTMENT' ? t('county.noneForYou') : t('county.none')}</Nothing>
      ) : (
        <>
          <div className="desk-list-head">
            <h2>{t('county.works')} <span className="second">{t('county.count', { count: desk.totalCount })}</span></h2>
            <span className="second small">{t('county.order')} · {t('county.ticks')}</span>
          </div>
          {narrow ? <DeskCards works={works} today={today} onAct={onAct} /> : <DeskTable works={works} today={today} onAct={onAct} />}
          {desk.pageInfo.hasNextPage && <p className="nothing"><Button onClick={() => void more()}>{t('state.more', { count: desk.totalCount - works.length })}</Button></p>}
        </>
      )}
      <ActionSheet action={open?.action ?? null} work={chosen} today={today} onClose={() => setOpen(null)} />
    </div>
  );
}

type Summary = NonNullable<CountyDeskQuery['projects']>['summary'];

function DeskHead({ adcode, regions, fixed, today, summary }: { adcode: string; regions: NonNullable<ReferenceQuery['regions']>; fixed: boolean; today: string; summary: Summary | null }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const viewer = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  const region = regions.find((one) => one.adcode === adcode);
  const counts = summary && ([['PREPARATION', summary.preparation], ['CONSTRUCTION', summary.construction], ['COMPLETED', summary.completed]] as const);
  return (
    <header className="desk-head">
      <div>
        {fixed ? (
          <h1>{names(viewer.region)}</h1>
        ) : (
          <>
            <h1 className="visually-hidden">{names(region)}</h1>
            <Select
              className="desk-choose song"
              variant="borderless"
              value={adcode}
              aria-label={t('county.choose')}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              options={regions.map((one) => ({ value: one.adcode, label: names(one) }))}
              onChange={(chosen: string) => void navigate(`/county/${chosen}`)}
            />
          </>
        )}
        <p className="second">{t('county.desk')}{!phone && today && `　${longDay(today, i18n.language)}${session.demonstration ? t('shell.demonstration') : ''}`}</p>
      </div>
      {counts && (
        <dl className="desk-counts">
          {counts.map(([stage, count]) => (
            <div key={stage}>
              <dd className={count === 0 ? 'faint' : `ink-${stage}`}>{count}</dd>
              <dt>{t(`stage.${stage}`)}</dt>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
