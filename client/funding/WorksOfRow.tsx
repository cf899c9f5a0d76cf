import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChanges } from '../changes/live';
import { FundingWorksDocument, type FundingWorksQuery } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { Magnet } from '../projects/marks';
import { Figures } from './Figures';
import type { FigureRow } from './RowFigure';
import { rowOfWork, type WorkRow } from './rows';
import { deskAddress, type DeskProps, filterOfRow, sourceOfRow } from './view';

const PAGE = 100;
const MOST = 500;

type Works = NonNullable<FundingWorksQuery['projects']>;

/** The works that a row consists of, with the columns of the row; a work leads to its entries. */
export function WorksOfRow({ view, opened, label, year, busy }: Pick<DeskProps, 'view' | 'set'> & { opened: FigureRow; label: string; year: number; busy: boolean }) {
  const { t } = useTranslation();
  const variables = { filter: filterOfRow(view), year, asOf: view.asked.asOf, first: PAGE };
  const { data, error, loading, refetch, fetchMore, updateQuery, client } = useQuery(FundingWorksDocument, { variables });
  const works = data?.projects as Works | null | undefined;
  // As many as are on screen are read again, in one question, and put in place of the old ones.
  const refresh = async () => {
    const first = Math.min(MOST, Math.max(PAGE, works?.nodes.length ?? 0));
    const fresh = await client.query({ query: FundingWorksDocument, variables: { ...variables, first }, fetchPolicy: 'network-only' });
    if (fresh.data) updateQuery(() => fresh.data as FundingWorksQuery);
  };
  useChanges(({ subjectType }) => subjectType === 'Project' || subjectType === 'Pack', () => void refresh().catch(() => undefined));
  const more = () =>
    fetchMore({
      variables: { after: works?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        if (!before.projects || !fetchMoreResult.projects) return before as FundingWorksQuery;
        return { ...fetchMoreResult, projects: { ...fetchMoreResult.projects, nodes: [...before.projects.nodes, ...fetchMoreResult.projects.nodes] } } as FundingWorksQuery;
      },
    });
  if (!works) return error ? <Failure error={error} retry={() => refetch()} /> : <Loading rows={5} />;
  if (works.nodes.length === 0) return <Nothing>{t('funding.noRow')}</Nothing>;
  const source = sourceOfRow(view);
  const rows = works.nodes.map((work): FigureRow => {
    const row: WorkRow = rowOfWork(work, source);
    return {
      key: work.id, name: row.name, works: null, figures: row, marks: { paidAbove: row.paidAbove, arrivedAbove: row.arrivedAbove }, sample: row.sample,
      before: <Magnet number={row.number} stage={row.stage} unverified={row.unverified} size={28} />,
      to: { address: deskAddress({ ...view, work: row.number, entries: null }), title: t('funding.openWork', { name: row.name }) },
    };
  });
  return (
    <>
      {error && <Failure error={error} retry={() => refetch()} />}
      <Figures view={view} caption={t('funding.table', { what: label })} nameTitle={t('funding.name.WORK')} rows={rows} total={{ ...opened, works: null }} year={year} busy={busy || loading} />
      <p className="list-foot second">
        {t('funding.listed', { shown: works.nodes.length, total: works.totalCount })}
        {works.pageInfo.hasNextPage && <Button loading={loading} onClick={() => void more()}>{t('state.more', { count: Math.min(PAGE, works.totalCount - works.nodes.length) })}</Button>}
      </p>
    </>
  );
}
