import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { concernsWork, useChanges } from '../changes/live';
import { longDay } from '../format/days';
import { Sheet } from '../forms/Sheet';
import { exactly } from '../format/money';
import { type FundingEntryRowFragment, FundingWorkDocument, type FundingWorkQuery } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { ActionSheet, type OpenAction } from '../projects/actions/ActionSheet';
import { EntriesSection } from '../projects/page/EntriesSection';
import { FundsSection } from '../projects/page/FundsSection';
import { BookSheet, type BookKind } from './BookSheet';
import type { DeskProps } from './view';

type Work = NonNullable<FundingWorkQuery['project']>;
type Props = DeskProps & { year: number };

/** The money of one work, over the desk: its sources, and every entry, where a wrong one is taken back. */
export function WorkSheet({ view, set, today, year }: Props) {
  const { t } = useTranslation();
  const { work: number } = view;
  const { data, error, refetch } = useQuery(FundingWorkDocument, { variables: { number: number ?? 0, year, asOf: view.asked.asOf }, skip: number === null, fetchPolicy: 'cache-and-network' });
  const work = number === null ? undefined : (data?.project as Work | null | undefined);
  useChanges((heard) => Boolean(work && concernsWork(heard, work)), () => void refetch().catch(() => undefined));
  const close = () => set({ work: null, entries: null });
  return (
    <Sheet open={number !== null} onClose={close} wide title={work ? `${work.number} ${work.name}` : t('funding.sheet')} subtitle={work ? t('funding.sheet') : ''}>
      {error && <Failure error={error} retry={() => refetch()} />}
      {work === undefined ? !error && <Loading rows={6} /> : work === null ? <Nothing>{t('funding.notFound')}</Nothing> : <Body key={work.id} work={work} view={view} set={set} today={today} year={year} />}
    </Sheet>
  );
}

function Body({ work, view, set, today, year }: Props & { work: Work }) {
  const { t, i18n } = useTranslation();
  const [doing, setDoing] = useState<BookKind | null>(null);
  const [action, setAction] = useState<OpenAction | null>(null);
  const { asOf } = view.asked;
  // A past day is looked at, not written on.
  const may = asOf === null && work.viewerCan.includes('RECORD_FUNDING');
  const exact = (money: string) => exactly(money, i18n.language);
  return (
    <div className="work-sheet">
      {asOf && <p className="past">{t('funding.past', { day: longDay(asOf, i18n.language) })}</p>}
      <p className="sheet-actions">
        {may && <Button type="primary" onClick={() => setDoing('RECORD_FUNDING')}>{t('funding.book')}</Button>}
        <Link to={`/projects/${work.number}${asOf ? `?asOf=${asOf}` : ''}`}>{t('funding.toWork')}</Link>
      </p>
      <p className="second">{work.annualPlanned === null ? t('funding.annualNone', { year, done: exact(work.annualDone) }) : t('funding.annualLine', { year, planned: exact(work.annualPlanned), done: exact(work.annualDone) })}</p>
      <FundsSection work={work} />
      <EntriesSection
        work={work} day={asOf ?? today} only={view.entries} onAll={() => set({ entries: null })}
        onReverse={may ? (entry: FundingEntryRowFragment) => setAction({ kind: 'REVERSE', entry }) : null}
      />
      <BookSheet kind={doing} onKind={setDoing} today={today} work={work} onEntries={(_, entries) => set({ entries })} />
      <ActionSheet action={action} work={work} today={today} onClose={() => setAction(null)} />
    </div>
  );
}
