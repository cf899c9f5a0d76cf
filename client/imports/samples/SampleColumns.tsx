import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SampleColumn } from './wire';

/** The columns of values as they were understood, each with its first value as the file writes it and as it is read. */
export function SampleColumns({ columns }: { columns: readonly SampleColumn[] }) {
  const { t } = useTranslation();
  const item = ({ name, indicator }: SampleColumn) => <>{name}{name !== indicator && <span className="second small nowrap"> {indicator}</span>}</>;
  return (
    <Table<SampleColumn>
      size="small" rowKey={({ sheet, cell, indicator, unit }) => `${sheet}!${cell} ${indicator} ${unit}`} dataSource={[...columns]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: false }} scroll={{ x: 'max-content' }}
      columns={[
        { title: t('imports.sheet'), dataIndex: 'sheet' },
        { title: t('imports.cell'), dataIndex: 'cell', render: (cell: string) => <b>{cell}</b> },
        { title: t('imports.column'), dataIndex: 'title' },
        { title: t('samples.item'), render: (_, column) => item(column) },
        { title: t('samples.unit'), dataIndex: 'unit' },
        { title: t('samples.example'), render: (_, { example }) => (example ? <><span className="cell-value">{example.text}</span> → <b className="nowrap">{example.value} {example.unit}</b></> : '—') },
      ]}
    />
  );
}
