import { Button, DatePicker, Dropdown, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../access/session';
import type { Unit } from '../format/money';
import type { LedgerGroupBy } from '../graphql.generated';
import { AsOfField } from './AsOfField';
import { ColumnChooser } from './ColumnChooser';
import type { LedgerColumn } from './pages';
import { ViewMenu } from './ViewMenu';
import { exportAddress, type LedgerInfo, type LedgerView } from './view';

type Props = { info: LedgerInfo; name: string; view: LedgerView; set: (change: Partial<LedgerView>) => void; columns: readonly LedgerColumn[] };

/** How a ledger is looked at: its year, groups, unit, columns, and the views kept. */
export const LedgerLook = memo(function LedgerLook({ info, name, view, set, columns }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  // What is always of a year shows which.
  const year = view.year ?? (info.needsYear ? Number((view.asOf ?? today)?.slice(0, 4)) || null : null);
  return (
    <>
      {info.takesYear && (
        <DatePicker
          picker="year" className="year" aria-label={t('ledgers.year')} placeholder={t('ledgers.anyYear')} value={year === null ? null : dayjs(`${year}-01-01`)} allowClear={view.year !== null}
          onChange={(day) => set({ year: day?.year() ?? null })}
        />
      )}
      {info.groupings.length > 0 && (
        <Select
          aria-label={t('ledgers.group')} value={view.groupBy ?? 'NONE'} popupMatchSelectWidth={false}
          options={(['NONE', ...info.groupings] as const).map((value) => ({ value, label: t(`ledgers.groups.${value}`) }))}
          onChange={(value: LedgerGroupBy | 'NONE') => set({ groupBy: value === 'NONE' ? null : value })}
        />
      )}
      {columns.some(({ type }) => type === 'MONEY') && (
        <Segmented<Unit>
          aria-label={t('ledgers.unit')} value={view.unit} options={(['WAN', 'YUAN'] as const).map((value) => ({ value, label: t(`ledgers.units.${value}`) }))}
          onChange={(unit) => set({ unit })}
        />
      )}
      <ColumnChooser columns={columns} chosen={view.columns} onChange={(chosen) => set({ columns: chosen })} />
      <ViewMenu name={name} />
    </>
  );
});

/** The day that a ledger is of. */
export const LedgerDay = memo(function LedgerDay({ view, set }: Pick<Props, 'view' | 'set'>) {
  const { today } = useSession();
  return today && <AsOfField asOf={view.asOf} today={today} onChange={(asOf) => set({ asOf })} />;
});

/** The ways out of the screen: files of all rows, and the printer. */
export const LedgerOut = memo(function LedgerOut({ info, view }: Pick<Props, 'info' | 'view'>) {
  const { t, i18n } = useTranslation();
  const out = (kind: 'xlsx' | 'csv') => ({ key: kind, label: <a href={exportAddress(info.id, view, kind, i18n.language)} download>{t(kind === 'xlsx' ? 'ledgers.exportXlsx' : 'ledgers.exportCsv')}</a> });
  return (
    <Dropdown trigger={['click']} menu={{ items: [{ key: 'note', type: 'group', label: <span className="export-note">{t('ledgers.exportNote')}</span>, children: [out('xlsx'), out('csv')] }, { type: 'divider' }, { key: 'print', label: t('ledgers.print'), onClick: () => window.print() }] }}>
      <Button type="primary">{t('ledgers.export')} ▾</Button>
    </Dropdown>
  );
});
