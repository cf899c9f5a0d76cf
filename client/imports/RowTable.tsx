import { Input, Segmented, Table, type TableColumnsType, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../layout/states';
import { usePhone } from '../layout/usePhone';
import { rowsLike } from './findings';
import { ACTIONS, type AnswerRow, type RowAction, type RowChange } from './wire';

type Props = { rows: readonly AnswerRow[]; action: RowAction | null; onAction: (action: RowAction | null) => void };

/** The rows of a file, with what each moves: old → new. */
export function RowTable({ rows, action, onAction }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [text, setText] = useState('');
  const found = useMemo(() => rowsLike(rows, action, text), [rows, action, text]);
  const there = useMemo(() => ACTIONS.filter((one) => rows.some((row) => row.action === one)), [rows]);
  const columns: TableColumnsType<AnswerRow> = [
    { title: t('imports.where'), width: phone ? 92 : 150, render: (_, { sheet, row }) => <span className="second small">{t('imports.place', { sheet, row })}</span> },
    { title: t('imports.work'), width: phone ? 150 : 300, render: (_, { key, name }) => <>{name ?? '—'} {key && <span className="second small nowrap">{key}</span>}</> },
    { title: t('imports.becomes'), width: 96, render: (_, row) => <Tag className={`becomes ${row.action}`}>{t(`imports.action.${row.action}`)}</Tag> },
    { title: t('imports.changes'), render: (_, row) => <Changes row={row} /> },
  ];
  return (
    <>
      <div className="import-tools">
        <Segmented<RowAction | 'ALL'> aria-label={t('imports.becomes')} value={action ?? 'ALL'} options={[{ value: 'ALL', label: t('state.all') }, ...there.map((value) => ({ value, label: t(`imports.action.${value}`) }))]} onChange={(value) => onAction(value === 'ALL' ? null : value)} />
        <Input.Search allowClear value={text} placeholder={t('imports.find')} aria-label={t('imports.find')} onChange={(event) => setText(event.target.value)} />
      </div>
      <Table<AnswerRow>
        rowKey={({ sheet, row }) => `${sheet}!${row}`} size="small" columns={columns} dataSource={found} scroll={{ x: phone ? 640 : 'max-content' }} locale={{ emptyText: <Nothing>{t('imports.noRows')}</Nothing> }}
        pagination={{ defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
      />
    </>
  );
}

function Changes({ row }: { row: AnswerRow }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="moves">
        {row.changes.map((change, i) => <li key={i}><span className="second">{nameOf(change, t)}：</span>{change.before === null ? null : <><del>{change.before}</del> → </>}<b>{change.after ?? t('imports.nothing')}</b></li>)}
      </ul>
      {row.warnings.map(({ message, cell }, i) => <p key={i} className="row-warning">⚠ {cell && `${cell} `}{message}</p>)}
    </>
  );
}

/** A value by the title of its column; one that follows from others by its own name. */
function nameOf({ column, field }: RowChange, t: (key: string, options: { defaultValue: string }) => string): string {
  return column ?? t(`imports.field.${field}`, { defaultValue: field });
}
