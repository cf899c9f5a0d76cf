import { useApolloClient } from '@apollo/client/react';
import { App, Button, Input, Table, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { instant } from '../format/days';
import { ReferenceDocument, WorkAgainDocument } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure, Loading, Nothing } from '../layout/states';
import { usePhone } from '../layout/usePhone';
import { type RecordedChange, useChangeRecord } from './useChangeRecord';
import './changes.css';

const STEP = 100;

/** The change record: who did what, when, in the order in which it was written, the latest on top. */
export function Changes() {
  const { t } = useTranslation();
  const phone = usePhone();
  const { changes, done, error, retry } = useChangeRecord();
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(STEP);
  useEffect(() => {
    document.title = `${t('changes.title')} · ${t('shell.product')}`;
  }, [t]);
  const text = wanted.trim().toLowerCase();
  const found = text ? changes.filter(({ actor, summary, kind }) => [actor, summary, kind].some((part) => part.toLowerCase().includes(text))) : changes;
  const latest = [...found].reverse().slice(0, shown);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t('changes.title')}</h1>
          <p className="second">{t('changes.lead')}</p>
        </div>
      </div>
      <div className="changes-tools">
        <Input.Search allowClear value={wanted} placeholder={t('changes.search')} aria-label={t('changes.search')} onChange={(event) => { setWanted(event.target.value); setShown(STEP); }} />
        <span className="second small" role="status">{t(done ? 'changes.read' : 'changes.reading', { count: changes.length })}</span>
      </div>
      {error !== null && <Failure error={error} retry={retry} />}
      {!done && changes.length === 0 && error === null ? <Loading /> : latest.length === 0 ? <Nothing>{t(text ? 'changes.noMatch' : 'changes.none')}</Nothing> : phone ? <Cards changes={latest} /> : <ChangeTable changes={latest} />}
      {found.length > shown && <p className="nothing"><Button onClick={() => setShown(shown + STEP)}>{t('changes.more', { count: Math.min(STEP, found.length - shown) })}</Button></p>}
    </div>
  );
}

function useRegionNames(): (adcodes: readonly string[]) => string {
  const names = useNames();
  const { data } = useQuery(ReferenceDocument, { fetchPolicy: 'cache-first' });
  return (adcodes) => adcodes.map((adcode) => names(data?.regions?.find((region) => region?.adcode === adcode), true) || adcode).join('、');
}

/** Change records name their subject by id; the page of a work is found by its number. */
function OpenWork({ change }: { change: RecordedChange }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  if (change.subjectType !== 'Project') return null;
  const open = async () => {
    const { data } = await client.query({ query: WorkAgainDocument, variables: { id: change.subjectId } }).catch(() => ({ data: undefined }));
    const number = data?.project?.number;
    if (typeof number === 'number') await navigate(`/projects/${number}`);
    else void message.info(t('changes.opened'));
  };
  return <Button type="link" size="small" onClick={() => void open()}>{t('changes.open')}</Button>;
}

function ChangeTable({ changes }: { changes: RecordedChange[] }) {
  const { t } = useTranslation();
  const regionNames = useRegionNames();
  const columns: TableColumnsType<RecordedChange> = [
    { title: t('changes.seq'), dataIndex: 'seq', width: 80, className: 'second' },
    { title: t('changes.at'), dataIndex: 'at', width: 156, className: 'nowrap', render: (at: string) => instant(at) },
    { title: t('changes.actor'), dataIndex: 'actor', width: 160 },
    { title: t('changes.what'), dataIndex: 'summary', render: (summary: string) => <span className="change-what">{summary}</span> },
    { title: t('changes.where'), dataIndex: 'adcodes', width: 140, render: (adcodes: string[]) => regionNames(adcodes) },
    { title: t('changes.hash'), dataIndex: 'hash', width: 110, render: (hash: string) => <code className="second small" title={hash}>{hash.slice(0, 8)}</code> },
    { title: '', width: 100, render: (_, change) => <OpenWork change={change} /> },
  ];
  return <Table<RecordedChange> rowKey="seq" size="middle" columns={columns} dataSource={changes} pagination={false} />;
}

function Cards({ changes }: { changes: RecordedChange[] }) {
  const regionNames = useRegionNames();
  return (
    <ul className="change-cards">
      {changes.map((change) => (
        <li key={change.seq}>
          <p className="change-what">{change.summary}</p>
          <p className="second small">{instant(change.at)} · {change.actor} · {regionNames(change.adcodes)} <OpenWork change={change} /></p>
        </li>
      ))}
    </ul>
  );
}
