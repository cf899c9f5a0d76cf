import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiClock } from '../theme/time';
import type { ShownColumn } from './columns';
import type { LedgerMeta, LedgerPages } from './pages';

type Props = { pages: LedgerPages; meta: LedgerMeta; busy: boolean; unitName: string; today: string | null; asOf: string | null; columns: readonly ShownColumn[] };

/** What stands under every ledger: its day, its rows, the unit, what is made up, and whether it has just been brought up to date. */
export function LedgerFoot({ pages, meta, busy, unitName, today, asOf, columns }: Props) {
  const { t } = useTranslation();
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => setAt(pages.refreshed > 0 ? shanghaiClock(new Date()) : null), [pages, pages.refreshed]);
  const money = columns.some(({ type }) => type === 'MONEY');
  return (
    <footer className="ledger-foot second small">
      <span className={asOf !== null && asOf !== today ? 'past' : undefined}>{t('ledgers.dataAsOf', { day: meta.asOf })}</span>
      <span>{t('ledgers.rows', { count: meta.totalCount })}</span>
      {money && <span>{t('ledgers.moneyIn', { unit: unitName })}</span>}
      <span className="sample" title={t('state.sampleMeans')}>{t('ledgers.sample')}</span>
      <span role="status">{busy ? t('ledgers.refreshing') : at && t('ledgers.updated', { at })}</span>
      <span className="keys no-print">{t('ledgers.keys')}</span>
    </footer>
  );
}
