import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { useChanges } from '../changes/live';
import { longDay } from '../format/days';
import { inYi } from '../format/money';
import { percent } from '../format/shares';
import { ProjectListDocument, type ProjectListQuery, ReferenceDocument } from '../graphql.generated';
import { mayCreate } from '../layout/nav';
import { Failure, Loading, Nothing } from '../layout/states';
import { useNarrow } from '../layout/usePhone';
import { ListFilters } from './ListFilters';
import { ListCards, ListTable } from './ListRows';
import { useListQuestion } from './listQuestion';
import './list.css';

const PAGE = 50;
const MOST = 500;

type Works = NonNullable<ProjectListQuery['projects']>;

/** All works that the viewer may open: filtered, searched, ordered, as of any day. */
export function ProjectList() {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow('lg');
  const viewer = useViewer();
  const { today } = useSession();
  const question = useListQuestion();
  const variables = { ...question.variables, first: PAGE };
  const { data, previousData, error, loading, refetch, fetchMore, updateQuery, client } = useQuery(ProjectListDocument, { variables });
  const reference = useQuery(ReferenceDocument).data;
  const works = (data ?? previousData)?.projects as Works | null | undefined;
  useEffect(() => {
    document.title = `${t('works.title')} · ${t('shell.product')}`;
  }, [t]);

  // As many as are on screen are read again, in one question, and put in place of the old ones.
  const refresh = async () => {
    const first = Math.min(MOST, Math.max(PAGE, works?.nodes.length ?? 0));
    const fresh = await client.query({ query: ProjectListDocument, variables: { ...variables, first }, fetchPolicy: 'network-only' });
    if (fresh.data) updateQuery(() => fresh.data as ProjectListQuery);
  };
  useChanges(({ subjectType }) => subjectType === 'Project' || subjectType === 'Pack', () => void refresh().catch(() => undefined));

  const more = () =>
    fetchMore({
      variables: { after: works?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        if (!before.projects || !fetchMoreResult.projects) return before as ProjectListQuery;
        return { ...fetchMoreResult, projects: { ...fetchMoreResult.projects, nodes: [...before.projects.nodes, ...fetchMoreResult.projects.nodes] } } as ProjectListQuery;
      },
    });

  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('works.title')}</h1>
          {works && <SummaryLine works={works} />}
        </div>
        {mayCreate(viewer) && (
          <Link to="/projects/new"><Button type="primary" tabIndex={-1}>{t('works.create')}</Button></Link>
        )}
      </div>
      <ListFilters question={question} reference={reference as Parameters<typeof ListFilters>[0]['reference']} today={today} />
      {question.asOf && <p className="as-of-note">{t('works.showing', { day: longDay(question.asOf, i18n.language) })}</p>}
      {error && <Failure error={error} retry={() => refetch()} />}
      {!works ? (
        !error && <Loading />
      ) : works.nodes.length === 0 ? (
        <Nothing>{question.narrowed ? t('works.none') : t('works.noneAtAll')}</Nothing>
      ) : (
        <div className={loading ? 'list busy' : 'list'} aria-busy={loading}>
          {narrow ? <ListCards works={works.nodes} /> : <ListTable works={works.nodes} question={question} />}
          <p className="list-foot second">
            {t('works.summary.shown', { shown: works.nodes.length, total: works.totalCount })}
            {works.pageInfo.hasNextPage && <Button loading={loading} onClick={() => void more()}>{t('state.more', { count: Math.min(PAGE, works.totalCount - works.nodes.length) })}</Button>}
          </p>
        </div>
      )}
    </div>
  );
}

/** Totals of everything that the filter chooses, not only of what is listed. */
function SummaryLine({ works }: { works: Works }) {
  const { t, i18n } = useTranslation();
  const { summary } = works;
  return (
    <p className="summary-line">
      <b>{t('works.summary.total', { count: summary.total })}</b>
      <span className="prep">{t('stage.PREPARATION')} <b>{summary.preparation}</b></span>
      <span className="work">{t('stage.CONSTRUCTION')} <b>{summary.construction}</b></span>
      <span className="done">{t('stage.COMPLETED')} <b>{summary.completed}</b>{summary.completedShare !== null && `（${percent(summary.completedShare)}）`}</span>
      {summary.unverified > 0 && <span>{t('works.summary.unverified', { count: summary.unverified })}</span>}
      {summary.suspended > 0 && <span>{t('works.summary.suspended', { count: summary.suspended })}</span>}
      {summary.lagging + summary.serious > 0 && <span>{t('works.summary.late', { lagging: summary.lagging, serious: summary.serious })}</span>}
      <span>{t('works.summary.investment', { sum: inYi(summary.investment, i18n.language) })}</span>
      <span>{t('works.summary.arrival', { rate: percent(summary.arrivalRate) })}</span>
    </p>
  );
}
