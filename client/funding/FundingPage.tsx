import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../access/session';
import { useChanges } from '../changes/live';
import { FundingDeskDocument, type FundingDeskQuery, ReferenceDocument, type ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure, Loading } from '../layout/states';
import { usePhone } from '../layout/usePhone';
import { conditionsSet, filterOf } from '../ledgers/view';
import { DeskHead } from './DeskHead';
import { DeskTable } from './DeskTable';
import { MonthSection } from './MonthSection';
import { type DeskProps, type DeskView, deskAddress, readDesk, yearOf } from './view';
import { WorkSheet } from './WorkSheet';
import '../projects/list.css';
import '../projects/page/page.css';
import '../ledgers/ledgers.css';
import './funding.css';

type Table = NonNullable<FundingDeskQuery['fundingTable']>;

/** The funding desk: money by county, sector and source, month by month, down to the entry; and where it is entered. */
export function FundingPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { today } = useSession();
  const view = readDesk(params);
  // A row and a work that are opened can be gone back from; how they are looked at cannot.
  const set = (change: Partial<DeskView>) => void navigate(deskAddress({ ...view, ...change }), { replace: change.row === undefined && change.work === undefined });
  useEffect(() => {
    document.title = `${t('funding.title')} · ${t('shell.product')}`;
  }, [t]);
  if (!today) return <Loading />;
  return <Desk view={view} set={set} today={today} />;
}

function Desk({ view, set, today }: DeskProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const year = yearOf(view, today);
  const variables = { groupBy: view.by, filter: filterOf(view.asked), year, asOf: view.asked.asOf };
  const { data, previousData, error, loading, refetch } = useQuery(FundingDeskDocument, { variables });
  const reference = useQuery(ReferenceDocument, { fetchPolicy: 'cache-first' }).data as ReferenceQuery | undefined;
  useChanges(({ subjectType }) => subjectType === 'Project' || subjectType === 'Pack', () => void refetch().catch(() => undefined));
  const labelOf = useLabels(view, reference);
  // Other rows are other rows: those of counties do not stay on screen under the head of sectors.
  const old = previousData?.fundingTable as Table | null | undefined;
  const table = (data?.fundingTable as Table | null | undefined) ?? (old && old.rows.every(({ key }) => labelOf(key) !== null) ? old : undefined);
  const opened = view.row === null ? null : table?.rows.find(({ key }) => key === view.row) ?? null;
  const label = view.row === null ? t('funding.all') : labelOf(view.row) ?? opened?.label ?? view.row;
  const chart = table && (view.row === null ? table.rows.length > 0 : opened) && <MonthSection key={view.span} view={view} set={set} today={today} year={year} planned={(opened ?? table.total).planned} label={label} sample={(opened ?? table.total).sample} />;
  const shown = !table ? (
    !error && <Loading />
  ) : (
    <DeskTable view={view} set={set} table={table} opened={opened} label={label} labelOf={(row) => labelOf(row.key) ?? row.label} year={year} narrowed={conditionsSet(view.asked).length > 0} busy={loading} />
  );
  return (
    <div className="page funding-page">
      <DeskHead view={view} set={set} today={today} year={year} reference={reference} />
      {error && <Failure error={error} retry={() => refetch()} />}
      {/* On a phone the figures come first, and the charts, which need more room, below. */}
      {phone ? <>{shown}{chart}</> : <>{chart}{shown}</>}
      <WorkSheet view={view} set={set} today={today} year={year} />
    </div>
  );
}

/** The names of rows in the language of the screen; null for what is no row of this kind, or is not known yet. */
function useLabels({ by }: DeskView, reference: ReferenceQuery | undefined): (key: string) => string | null {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (key) => {
    if (by === 'SOURCE') return i18n.exists(`source.${key}`) ? t(`source.${key}`) : null;
    const found = by === 'REGION' ? reference?.regions?.find(({ adcode }) => adcode === key) : reference?.sectors?.find(({ code }) => code === key);
    return found ? names(found, by === 'REGION') : null;
  };
}
