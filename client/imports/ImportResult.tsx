import { Alert, App, Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorTable } from './ErrorTable';
import { RowTable } from './RowTable';
import { fetchMarked } from './send';
import { type Chosen, mayImport } from './steps';
import { ACTIONS, type ImportAnswer, type RowAction } from './wire';

type Props = { chosen: Chosen; answer: ImportAnswer; done: boolean; onConfirm: () => void; onBack: () => void };

const COUNT: Record<RowAction, 'created' | 'changed' | 'unchanged' | 'refused'> = { CREATED: 'created', CHANGED: 'changed', UNCHANGED: 'unchanged', REFUSED: 'refused' };
const LEDGER = { works: 'overall', funding: 'funding', procedures: 'procedures' } as const;

/** What a file would do, or did: counts, every row with old and new values, and what is wrong with it. */
export function ImportResult({ chosen, answer, done, onConfirm, onBack }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [action, setAction] = useState<RowAction | null>(null);
  const stopped = answer.refused > 0 || answer.errors.length > 0;
  const [tab, setTab] = useState(stopped ? 'errors' : 'rows');
  const ask = () => void modal.confirm({
    title: t('imports.confirmTitle', { file: chosen.file.name }),
    content: t('imports.confirmMeans', { created: answer.created, changed: answer.changed, unchanged: answer.unchanged }),
    okText: t('imports.confirm'), cancelText: t('state.cancel'), onOk: onConfirm,
  });
  const unclear = answer.unknownColumns.length + answer.ignoredRows.length;
  return (
    <section className="import-result" aria-label={t(done ? 'imports.doneTitle' : 'imports.checkedTitle')}>
      <div className="import-head">
        <div>
          <h2>{t(done ? 'imports.doneTitle' : 'imports.checkedTitle')}</h2>
          <p className="second">{t(`imports.kinds.${answer.kind}`)} · {chosen.file.name}{chosen.asOf && ` · ${t('imports.asOfDay', { day: chosen.asOf })}`}</p>
        </div>
        <div className="import-acts">
          {!done && <Button type="primary" disabled={!mayImport(answer)} onClick={ask}>{t('imports.confirm')}</Button>}
          {stopped && <Marked chosen={chosen} />}
          {done && <Link to={`/ledgers/${LEDGER[answer.kind]}`}><Button tabIndex={-1}>{t('imports.toLedger')}</Button></Link>}
          <Button onClick={onBack}>{t('imports.other')}</Button>
        </div>
      </div>
      <dl className="import-counts">
        {ACTIONS.map((one) => (
          <div key={one} className={one}>
            <dt>{t(`imports.action.${one}`)}</dt>
            <dd><button type="button" disabled={answer[COUNT[one]] === 0} onClick={() => { setAction(one); setTab('rows'); }}>{answer[COUNT[one]]}</button></dd>
          </div>
        ))}
      </dl>
      <Said answer={answer} done={done} stopped={stopped} />
      <Tabs
        activeKey={tab} onChange={setTab}
        items={[
          ...(answer.errors.length ? [{ key: 'errors', label: t('imports.errors', { count: answer.errors.length }), children: <ErrorTable errors={answer.errors} /> }] : []),
          { key: 'rows', label: t('imports.rows', { count: answer.rows.length }), children: <RowTable rows={answer.rows} action={action} onAction={setAction} /> },
          ...(unclear ? [{ key: 'unclear', label: t('imports.unclear', { count: unclear }), children: <Unclear answer={answer} /> }] : []),
        ]}
      />
    </section>
  );
}

function Said({ answer, done, stopped }: { answer: ImportAnswer; done: boolean; stopped: boolean }) {
  const { t } = useTranslation();
  if (done) return <Alert className="gap" type="success" role="status" showIcon title={t('imports.written', { created: answer.created, changed: answer.changed })} description={t('imports.writtenMeans')} />;
  if (stopped) return <Alert className="gap" type="error" role="status" showIcon title={t('imports.stopped', { count: answer.errors.length })} description={t('imports.stoppedMeans')} />;
  if (answer.rows.length === 0) return <Alert className="gap" type="warning" role="status" showIcon title={t('imports.nothingFound')} />;
  if (answer.created + answer.changed === 0) return <Alert className="gap" type="info" role="status" showIcon title={t('imports.nothingNew')} />;
  return <p className="second" role="status">{t('imports.notYet')}</p>;
}

/** The same file with a column that says what is wrong in each row. */
function Marked({ chosen }: { chosen: Chosen }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const get = async () => {
    setBusy(true);
    const problem = await fetchMarked({ ...chosen, language: i18n.language });
    setBusy(false);
    if (problem) void message.error(problem.kind === 'refused' ? problem.message : t('state.lost'));
  };
  return <Button loading={busy} onClick={() => void get()}>{t('imports.marked')}</Button>;
}

/** What of the file was left out: columns nobody knows, rows that are no data. */
function Unclear({ answer }: { answer: ImportAnswer }) {
  const { t } = useTranslation();
  return (
    <div className="unclear">
      {answer.unknownColumns.length > 0 && (
        <>
          <h3>{t('imports.unknownColumns')}</h3>
          <p className="second small">{t('imports.unknownColumnsMean')}</p>
          <ul>{answer.unknownColumns.map(({ sheet, cell, title }) => <li key={`${sheet}${cell}`}>{title || '—'} <span className="second small">{sheet} {cell}</span></li>)}</ul>
        </>
      )}
      {answer.ignoredRows.length > 0 && (
        <>
          <h3>{t('imports.ignoredRows')}</h3>
          <ul>{answer.ignoredRows.slice(0, MOST_IGNORED).map(({ sheet, row, reason }) => <li key={`${sheet}${row}`}>{reason} <span className="second small">{t('imports.place', { sheet, row })}</span></li>)}</ul>
          {answer.ignoredRows.length > MOST_IGNORED && <p className="second small">{t('imports.andMore', { count: answer.ignoredRows.length - MOST_IGNORED })}</p>}
        </>
      )}
    </div>
  );
}

/** Rows that are no data are seldom worth reading all. */
const MOST_IGNORED = 200;
