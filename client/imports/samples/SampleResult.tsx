import { Alert, App, Button, Table, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorTable } from '../ErrorTable';
import { SampleColumns } from './SampleColumns';
import type { SampleAnswer } from './wire';

type Props = { file: File; answer: SampleAnswer; done: boolean; onConfirm: (leaveOut: boolean) => void; onBack: () => void };

/** What a station's file would bring, or brought: counts, sections and periods, what is refused or doubted, what is left out. */
export function SampleResult({ file, answer, done, onConfirm, onBack }: Props) {
  const { t, i18n } = useTranslation();
  const { modal } = App.useApp();
  const number = (value: number) => value.toLocaleString(i18n.language);
  const brings = answer.created + answer.changed > 0 && !answer.already;
  const ask = (leaveOut: boolean) => void modal.confirm({
    title: t('imports.confirmTitle', { file: file.name }),
    content: t(leaveOut ? 'samples.confirmRest' : 'samples.confirmMeans', { values: number(answer.values), refused: number(answer.refusedValues), parts: answer.parts - answer.partsBefore }),
    okText: t(leaveOut ? 'samples.takeRest' : 'imports.confirm'), cancelText: t('state.cancel'), onOk: () => onConfirm(leaveOut),
  });
  const unclear = answer.unknownColumns.length + answer.unknownItems.length + answer.ignored;
  return (
    <section className="import-result" aria-label={t(done ? 'imports.doneTitle' : 'imports.checkedTitle')}>
      <div className="import-head">
        <div>
          <h2>{t(done ? 'imports.doneTitle' : 'imports.checkedTitle')}</h2>
          <p className="second">{t('imports.kinds.samples')} · {file.name} · {t('samples.size', { rows: number(answer.rows), values: number(answer.values) })}</p>
        </div>
        <div className="import-acts">
          {!done && answer.refused === 0 && <Button type="primary" disabled={!brings} onClick={() => ask(false)}>{t('imports.confirm')}</Button>}
          {!done && answer.refused > 0 && <Button disabled={!brings} onClick={() => ask(true)}>{t('samples.takeRest')}</Button>}
          <Button onClick={onBack}>{t('imports.other')}</Button>
        </div>
      </div>
      <dl className="import-counts">
        {(['created', 'changed', 'unchanged', 'replaced', 'refused'] as const).map((key) => (
          <div key={key} className={key === 'refused' ? 'REFUSED' : undefined}>
            <dt>{t(`samples.count.${key}`)}</dt>
            <dd><span className={answer[key] ? 'figure' : 'figure none'}>{number(answer[key])}</span></dd>
          </div>
        ))}
      </dl>
      <Said answer={answer} done={done} />
      <LeftOutItems answer={answer} />
      {(answer.withoutLimit > 0 || answer.notMeasured > 0) && <p className="second">{t('samples.nothing', { withoutLimit: number(answer.withoutLimit), notMeasured: number(answer.notMeasured) })}</p>}
      <Tabs
        items={[
          ...(answer.refused ? [{ key: 'errors', label: t('imports.errors', { count: answer.refused }), children: <>{answer.refused > answer.errors.length && <p className="second">{t('samples.first', { shown: answer.errors.length })}</p>}<ErrorTable errors={answer.errors} /></> }] : []),
          { key: 'columns', label: t('samples.columns', { count: answer.columns.length }), children: <SampleColumns columns={answer.columns} /> },
          { key: 'sections', label: t('samples.sections', { count: new Set(answer.sections.map(({ code }) => code)).size }), children: <Sections answer={answer} /> },
          ...(answer.flagged ? [{ key: 'flagged', label: t('samples.flagged', { count: answer.flagged }), children: <Flagged answer={answer} /> }] : []),
          ...(unclear ? [{ key: 'unclear', label: t('imports.unclear', { count: unclear }), children: <LeftOut answer={answer} /> }] : []),
        ]}
      />
    </section>
  );
}

function Said({ answer, done }: { answer: SampleAnswer; done: boolean }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  if (answer.already) {
    const { at, by, differing } = answer.already;
    return (
      <Alert
        className="gap" type={differing ? 'warning' : 'info'} role="status" showIcon title={t('samples.already', { day: dayOf(at), by })}
        description={differing && t('samples.differing', { values: count(differing.values), day: dayOf(differing.at), by: differing.by, batch: differing.batch, file: differing.file ?? t('samples.byHand') })}
      />
    );
  }
  if (done) return <Alert className="gap" type="success" role="status" showIcon title={t('samples.written', { created: count(answer.created), changed: count(answer.changed) })} description={t(answer.partsBefore ? 'samples.wentOn' : 'samples.writtenMeans', { before: answer.partsBefore, parts: answer.parts })} />;
  if (answer.refused) return <Alert className="gap" type="error" role="status" showIcon title={t('samples.stopped', { count: answer.refused })} description={t('samples.stoppedMeans')} />;
  if (answer.created + answer.changed === 0) return <Alert className="gap" type="info" role="status" showIcon title={t('imports.nothingNew')} />;
  return <p className="second" role="status">{t(answer.partsBefore ? 'samples.goesOn' : 'imports.notYet', { before: answer.partsBefore, parts: answer.parts })}</p>;
}

/** The day in Asia/Shanghai of an instant. */
const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** Columns that are about items and yet left out: what is most easily overlooked. */
function LeftOutItems({ answer: { unknownColumns } }: { answer: SampleAnswer }) {
  const { t } = useTranslation();
  const items = unknownColumns.filter(({ item }) => item !== null);
  if (!items.length) return null;
  return <Alert className="gap" type="error" role="alert" showIcon title={t('samples.itemsLeftOut', { count: items.length })} description={items.map(({ cell, title }) => `${cell} ${title}`).join(t('samples.comma'))} />;
}

function Sections({ answer }: { answer: SampleAnswer }) {
  const { t } = useTranslation();
  return (
    <Table
      size="small" rowKey={({ code, grain }) => `${code} ${grain}`} dataSource={answer.sections} pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 'max-content' }}
      columns={[
        { title: t('samples.section'), render: (_, { name, code }) => <>{name} <span className="second small nowrap">{code}</span></> },
        { title: t('samples.grain'), render: (_, { grain }) => t(`samples.grains.${grain}`) },
        { title: t('samples.from'), render: (_, { from }) => shown(from) },
        { title: t('samples.to'), render: (_, { to }) => shown(to) },
        { title: t('samples.samples'), align: 'right', dataIndex: 'samples' },
      ]}
    />
  );
}

const shown = (period: string): string => (period.length === 13 ? `${period.replace('T', ' ')}:00` : period);

function Flagged({ answer }: { answer: SampleAnswer }) {
  const { t } = useTranslation();
  return (
    <Table
      size="small" rowKey={({ sheet, cell }) => `${sheet}!${cell}`} dataSource={answer.warnings} pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 'max-content' }}
      columns={[{ title: t('imports.sheet'), dataIndex: 'sheet' }, { title: t('imports.cell'), dataIndex: 'cell' }, { title: t('imports.problem'), dataIndex: 'message' }]}
    />
  );
}

/** What of the file was left out: columns and items that are none of the 24, rows that are no data. */
function LeftOut({ answer }: { answer: SampleAnswer }) {
  const { t } = useTranslation();
  return (
    <div className="unclear">
      {answer.unknownColumns.length + answer.unknownItems.length > 0 && <h3>{t('samples.unknown')}</h3>}
      <ul>
        {answer.unknownColumns.map(({ sheet, cell, title }) => <li key={`${sheet}${cell}`}>{title} <span className="second small">{sheet} {cell}</span></li>)}
        {answer.unknownItems.map(({ sheet, cell, title, count }) => <li key={title}>{title} × {count} <span className="second small">{sheet} {cell}</span></li>)}
      </ul>
      {answer.ignored > 0 && <h3>{t('imports.ignoredRows')}</h3>}
      <ul>{answer.ignoredRows.slice(0, MOST_IGNORED).map(({ sheet, row, reason }) => <li key={`${sheet}${row}`}>{reason} <span className="second small">{t('imports.place', { sheet, row })}</span></li>)}</ul>
      {answer.ignored > MOST_IGNORED && <p className="second small">{t('imports.andMore', { count: answer.ignored - MOST_IGNORED })}</p>}
    </div>
  );
}

/** Rows that are no data are seldom worth reading all. */
const MOST_IGNORED = 200;
