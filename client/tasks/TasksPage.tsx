import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../access/session';
import { useChanges } from '../changes/live';
import { longDay } from '../format/days';
import { Sheet } from '../forms/Sheet';
import { ReferenceDocument, type TaskRowFragment, TasksDocument, type TasksQuery } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { useNarrow } from '../layout/usePhone';
import { useDone } from '../projects/actions/ActionSheet';
import { DocumentChoice, TaskFilters } from './TaskFilters';
import { TaskCards, TaskTable } from './TaskList';
import { useTaskQuestion } from './taskQuestion';
import { UpdateTaskForm } from './UpdateTaskForm';
import '../projects/list.css';
import './tasks.css';

const PAGE = 200;
const MOST = 500;

/** The tasks of published documents: who leads them, by when, how they stand; with the form to say what has changed. */
export function TasksPage() {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow('xl');
  const { today } = useSession();
  const question = useTaskQuestion();
  const [open, setOpen] = useState<TaskRowFragment | null>(null);
  const close = () => setOpen(null);
  const done = useDone(close);
  const variables = { document: question.document, status: question.status, leadDepartment: question.lead, search: question.search, asOf: question.asOf, first: PAGE };
  const { data, previousData, error, loading, refetch, fetchMore, updateQuery, client } = useQuery(TasksDocument, { variables });
  const reference = useQuery(ReferenceDocument).data;
  const shown = (data ?? previousData) as TasksQuery | undefined;
  const tasks = shown?.tasks;
  const documents = shown?.taskDocuments ?? [];
  const chosen = question.document ?? documents[0]?.document ?? null;
  useEffect(() => {
    document.title = `${t('tasks.title')} · ${t('shell.product')}`;
  }, [t]);

  // As many as are on screen are read again, in one question, and put in place of the old ones.
  const refresh = async () => {
    const first = Math.min(MOST, Math.max(PAGE, tasks?.nodes.length ?? 0));
    const fresh = await client.query({ query: TasksDocument, variables: { ...variables, first }, fetchPolicy: 'network-only' });
    if (fresh.data) updateQuery(() => fresh.data as TasksQuery);
  };
  useChanges(({ subjectType }) => subjectType === 'Task' || subjectType === 'Pack', () => void refresh().catch(() => undefined));

  const more = () =>
    fetchMore({
      variables: { after: tasks?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) =>
        before.tasks && fetchMoreResult.tasks ? ({ ...fetchMoreResult, tasks: { ...fetchMoreResult.tasks, nodes: [...before.tasks.nodes, ...fetchMoreResult.tasks.nodes] } } as TasksQuery) : (before as TasksQuery),
    });
  const rows = (tasks?.nodes ?? []) as TaskRowFragment[];
  // A past day is looked at; what is said is said of today.
  const onUpdate = question.asOf !== null && question.asOf !== today ? null : setOpen;

  return (
    <div className="page tasks">
      <div className="page-head">
        <div>
          <h1>{t('tasks.title')}</h1>
          <p className="second">{t('tasks.about')} <span className="nowrap">{(question.asOf ?? today) && t('tasks.dataAsOf', { day: longDay(question.asOf ?? today!, i18n.language) })}</span></p>
        </div>
      </div>
      {documents.length > 0 && <DocumentChoice documents={documents} chosen={chosen} onChoose={(document) => question.set({ document, status: null })} />}
      <TaskFilters question={question} document={documents.find((one) => one.document === chosen)} departments={reference?.departments ?? []} today={today} />
      {question.asOf && <p className="as-of-note">{t('tasks.showing', { day: longDay(question.asOf, i18n.language) })}</p>}
      {error && <Failure error={error} retry={() => refetch()} />}
      {!tasks ? (
        !error && <Loading />
      ) : rows.length === 0 ? (
        <Nothing>{question.narrowed ? t('tasks.none') : t('tasks.noneAtAll')}</Nothing>
      ) : (
        <div className={loading ? 'list busy' : 'list'} aria-busy={loading}>
          {narrow ? <TaskCards tasks={rows} onUpdate={onUpdate} /> : <TaskTable tasks={rows} onUpdate={onUpdate} />}
          <p className="list-foot second">
            {t('tasks.shown', { shown: rows.length, total: tasks.totalCount })}
            {tasks.pageInfo.hasNextPage && <Button loading={loading} onClick={() => void more()}>{t('state.more', { count: Math.min(PAGE, tasks.totalCount - rows.length) })}</Button>}
          </p>
        </div>
      )}
      <Sheet open={open !== null} onClose={close} title={t('tasks.updateTitle')} subtitle={open ? `${open.number} ${open.title}` : ''}>
        {open && <UpdateTaskForm task={open} onDone={done} onCancel={close} />}
      </Sheet>
    </div>
  );
}
