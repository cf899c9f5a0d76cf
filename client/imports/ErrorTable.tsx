import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../layout/states';
import { usePhone } from '../layout/usePhone';
import { errorsLike, groupsOf } from './findings';
import type { ImportError } from './wire';

/** What is wrong with a file: each refusal with its cell and a sentence; the same mistake all down a column can be seen by itself. */
export function ErrorTable({ errors }: { errors: readonly ImportError[] }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const size = phone ? 'large' : 'small';
  const [group, setGroup] = useState<string | null>(null);
  const [text, setText] = useState('');
  const groups = useMemo(() => groupsOf(errors), [errors]);
  const found = useMemo(() => errorsLike(errors, group, text), [errors, group, text]);
  const columns: TableColumnsType<ImportError> = [
    { title: t('imports.sheet'), dataIndex: 'sheet', width: 120 },
    { title: t('imports.cell'), dataIndex: 'cell', width: 76, render: (cell: string) => <b>{cell}</b> },
    { title: t('imports.column'), dataIndex: 'column', width: 150, render: (column: string | null) => column ?? '—' },
    { title: t('imports.value'), dataIndex: 'value', width: 170, render: (value: string | null) => (value === null ? '—' : <span className="cell-value">{value}</span>) },
    { title: t('imports.problem'), dataIndex: 'message' },
  ];
  return (
    <>
      <div className="import-tools">
        {groups.length > 1 && (
          <div className="groups" role="group" aria-label={t('imports.sorts')}>
            <Button size={size} type={group === null ? 'primary' : 'default'} aria-pressed={group === null} onClick={() => setGroup(null)}>{t('state.all')}</Button>
            {groups.slice(0, SORTS).map(({ id, column, count, message }) => <Button key={id} size={size} title={message} type={group === id ? 'primary' : 'default'} aria-pressed={group === id} onClick={() => setGroup(group === id ? null : id)}>{column ?? t('imports.wholeRow')} × {count}</Button>)}
          </div>
        )}
        <Input.Search allowClear value={text} placeholder={t('imports.find')} aria-label={t('imports.find')} onChange={(event) => setText(event.target.value)} />
      </div>
      {phone ? (
        <ul className="error-cards">
          {found.slice(0, CARDS).map((error, i) => <li key={i}><b>{error.cell}</b> <span className="second small">{error.sheet}{error.column && ` · ${error.column}`}</span>{error.value !== null && <> <span className="cell-value">{error.value}</span></>}<p>{error.message}</p></li>)}
          {found.length > CARDS && <li className="second">{t('imports.andMore', { count: found.length - CARDS })}</li>}
        </ul>
      ) : (
        <Table<ImportError>
          rowKey={(error) => errors.indexOf(error)} size="small" columns={columns} dataSource={found} locale={{ emptyText: <Nothing>{t('imports.noRows')}</Nothing> }}
          pagination={{ defaultPageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
        />
      )}
    </>
  );
}

/** Sorts of mistakes that are offered, and cards on a phone; the search finds the rest. */
const [SORTS, CARDS] = [12, 100];
