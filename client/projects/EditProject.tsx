import { useApolloClient, useQuery } from '@apollo/client/react';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useSession, useViewer } from '../access/session';
import { sentenceOf } from '../access/refusal';
import { useOnceKey } from '../forms/onceKey';
import { useSending } from '../forms/useSending';
import { CreateProjectDocument, ProjectForEditDocument, type ProjectForEditQuery, ReferenceDocument, type ReferenceQuery, UpdateProjectDocument } from '../graphql.generated';
import { Failure, Loading, Nothing } from '../layout/states';
import { createInput, typedFrom, updateInput } from './projectInput';
import { ProjectForm } from './ProjectForm';
import { askedFor } from './ProjectPage';

type ForEdit = NonNullable<ProjectForEditQuery['project']>;

/** Registering a work that is new to the programme. */
export function NewProject() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const viewer = useViewer();
  const { today } = useSession();
  const { message } = App.useApp();
  const client = useApolloClient();
  const reference = useQuery(ReferenceDocument);
  const { send, busy, refusal } = useSending(CreateProjectDocument);
  const [key] = useOnceKey();
  useEffect(() => {
    document.title = `${t('edit.createTitle')} · ${t('shell.product')}`;
  }, [t]);
  if (!reference.data) return reference.error ? <div className="page"><Failure error={reference.error} retry={() => reference.refetch()} /></div> : <Loading />;
  return (
    <div className="page">
      <div className="page-head"><h1>{t('edit.createTitle')}</h1></div>
      <ProjectForm
        reference={reference.data as ReferenceQuery}
        initial={{ registeredOn: today, sector: viewer.department?.sector ?? undefined }}
        creating
        busy={busy}
        refusal={refusal}
        onCancel={() => void navigate(-1)}
        onSend={async (values) => {
          const answer = await send({ input: createInput(values, key) });
          if (!answer?.createProject) return;
          void message.success(t('edit.created', { name: answer.createProject.project.name }));
          for (const warning of answer.createProject.warnings) void message.warning(warning.message, 8);
          void client.refetchQueries({ include: 'active' });
          await navigate(`/projects/${answer.createProject.project.number}`);
        }}
      />
    </div>
  );
}

/** Correcting what is known of a work: name, plan, sum, place. Stage, progress and funds have forms of their own. */
export function EditProject() {
  const { t } = useTranslation();
  const { number: param = '' } = useParams();
  const { data, error, refetch } = useQuery(ProjectForEditDocument, { variables: askedFor(param), fetchPolicy: 'network-only' });
  const reference = useQuery(ReferenceDocument);
  const work = data?.project as ForEdit | null | undefined;
  const failed = error ?? reference.error;
  if (failed && (!work || !reference.data)) return <div className="page"><Failure error={failed} retry={() => Promise.all([refetch(), reference.refetch()])} /></div>;
  if (work === undefined || !reference.data) return <Loading />;
  if (work === null) return <div className="page"><Nothing>{t('work.notFound')}</Nothing></div>;
  if (!work.viewerCan.includes('UPDATE')) return <div className="page"><Nothing>{t('edit.forbidden')}</Nothing></div>;
  return <Editor key={work.id} opened={work} reference={reference.data as ReferenceQuery} />;
}

function Editor({ opened, reference }: { opened: ForEdit; reference: ReferenceQuery }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { message } = App.useApp();
  const { send, busy, refusal, clear } = useSending(UpdateProjectDocument);
  const [key, renew] = useOnceKey();
  // The version that the form was opened on, or that a reload has brought since.
  const [version, setVersion] = useState(opened.version);
  const [work] = useState(opened);
  useEffect(() => {
    document.title = `${t('edit.editTitle', { name: work.name })} · ${t('shell.product')}`;
  }, [t, work.name]);
  const reload = async () => {
    try {
      const fresh = await client.query({ query: ProjectForEditDocument, variables: { number: work.number, code: null }, fetchPolicy: 'network-only' });
      if (fresh.data?.project) setVersion((fresh.data.project as ForEdit).version);
      renew();
      clear();
      void message.info(t('form.reloaded'));
    } catch (problem) {
      void message.error(sentenceOf(problem, t));
    }
  };
  return (
    <div className="page">
      <div className="page-head"><h1>{t('edit.editTitle', { name: work.name })}</h1></div>
      <ProjectForm
        reference={reference}
        initial={typedFrom(work)}
        creating={false}
        busy={busy}
        refusal={refusal}
        onCancel={() => void navigate(`/projects/${work.number}`)}
        onReload={reload}
        onSend={async (values) => {
          const answer = await send({ input: updateInput(values, { id: work.id, version, typed: typedFrom(work) }, key) });
          if (!answer?.updateProject) return;
          void message.success(t('edit.saved'));
          for (const warning of answer.updateProject.warnings) void message.warning(warning.message, 8);
          await navigate(`/projects/${work.number}`);
        }}
      />
    </div>
  );
}
