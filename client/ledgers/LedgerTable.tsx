import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../access/session';
import type { ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { Failure } from '../layout/states';
import { useNarrow, usePhone } from '../layout/usePhone';
import { shownColumns } from './columns';
import { Grid, type Place } from './Grid';
import { leadsTo } from './leads';
import { LedgerEmpty } from './LedgerEmpty';
import { LedgerFoot } from './LedgerFoot';
import { Lines } from './lines';
import { type LedgerColumn, type LedgerGroup, type LedgerRow, PAGE } from './pages';
import type { Read } from './useLedger';
import { useSay } from './useSay';
import { type LedgerView, nextOrder } from './view';

type Props = { name: string; read: Read; view: LedgerView; set: (change: Partial<LedgerView>) => void; reference: ReferenceQuery | undefined };

/** Where readers were in a table, by the entry of the browser's history: going back leads there again. */
const left = new Map<string, Place>();
const START: Place = { top: 0, left: 0, line: 0 };
const NO_GROUPS: readonly LedgerGroup[] = [];
const NO_COLUMNS: readonly LedgerColumn[] = [];
const NO_TOTALS: readonly (string | null)[] = [];
const ROW = { desk: 40, phone: 56 };

/** The rows of a ledger and what is said around them: how many, of which day, in which unit, what is made up. */
export function LedgerTable({ name, read, view, set, reference }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const narrow = useNarrow('lg');
  const { today } = useSession();
  const { key: entry } = useLocation();
  const navigate = useNavigate();
  const { question, pages, current, busy, error, retry, show } = read;
  const asked = JSON.stringify(question);
  const { say, unitName } = useSay(view.unit, reference);
  const { meta } = pages;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setFolded(new Set()), [view.groupBy]);
  const groups = meta?.groups ?? NO_GROUPS;
  const count = meta?.totalCount ?? 0;
  const lines = useMemo(() => new Lines(count, groups, folded), [count, groups, folded]);
  const fold = useCallback((key: string) => setFolded((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key])), []);

  // Widths are those that the first page of these works asks for: they do not jump while others come, nor by sorting.
  const works = JSON.stringify({ ...question, orderBy: null, direction: null });
  const sampled = useRef<{ of: string; rows: LedgerRow[] }>({ of: '', rows: [] });
  if (meta && current && sampled.current.of !== works) sampled.current = { of: works, rows: Array.from({ length: Math.min(PAGE, count) }, (_, i) => pages.rowAt(i)).filter((row) => row !== undefined) };
  const { rows } = sampled.current;
  const [all, totals] = [meta?.columns ?? NO_COLUMNS, meta?.totals ?? NO_TOTALS];
  const chosen = view.columns?.join() ?? null;
  const columns = useMemo(() => shownColumns(all, rows, totals, chosen?.split(',') ?? null, { say, unitName, narrow }), [all, rows, totals, chosen, say, unitName, narrow]);

  const to = useCallback((row: LedgerRow) => leadsTo(row, { reference, columns: all, view }), [reference, all, view]);
  const open = useCallback((address: string, elsewhere: boolean) => {
    if (elsewhere) window.open(address, '_blank', 'noopener');
    else void navigate(address);
  }, [navigate]);
  const onPlace = useCallback((place: Place) => void left.set(entry, place), [entry]);
  const groupLabel = useCallback(
    (group: LedgerGroup) => names(view.groupBy === 'REGION' ? reference?.regions?.find(({ adcode }) => adcode === group.key) : reference?.sectors?.find(({ code }) => code === group.key)) || group.label,
    [names, reference, view.groupBy],
  );
  const order = { by: view.orderBy, direction: view.direction };

  return (
    <>
      {error !== null && <Failure error={error} retry={retry} />}
      {groups.length > 0 && (
        <p className="fold-all no-print">
          <Button type="link" size={phone ? 'large' : 'small'} onClick={() => setFolded(new Set(groups.map(({ key }) => key)))}>{t('ledgers.foldAll')}</Button>
          <Button type="link" size={phone ? 'large' : 'small'} onClick={() => setFolded(new Set())}>{t('ledgers.unfoldAll')}</Button>
        </p>
      )}
      {!meta ? (
        error === null && <Bones />
      ) : count === 0 ? (
        <LedgerEmpty view={view} set={set} day={meta.asOf} />
      ) : (
        <Grid
          of={asked} label={t('ledgers.table', { ledger: name, count })} columns={columns} lines={lines} rowAt={(index) => pages.rowAt(index)}
          totals={totals} totalLabel={t('ledgers.total', { count })} say={say} unitName={unitName} busy={busy} rowHeight={phone ? ROW.phone : ROW.desk}
          order={order} onOrder={(key) => { const next = nextOrder(order, key); set({ orderBy: next.by, direction: next.direction }); }}
          groupLabel={groupLabel} onFold={fold} onShow={show} to={to} onOpen={open} start={left.get(entry) ?? START} onPlace={onPlace}
        />
      )}
      {meta && <LedgerFoot pages={pages} meta={meta} busy={busy} unitName={unitName} today={today} asOf={view.asOf} columns={columns} />}
    </>
  );
}

/** While the first rows are read: lines as long as those of a table. */
function Bones() {
  const { t } = useTranslation();
  return (
    <div className="grid bones" role="status" aria-label={t('ledgers.loading')}>
      {Array.from({ length: 12 }, (_, i) => <div key={i} className="bone-row"><span className="bone" /><span className="bone" /><span className="bone" /><span className="bone" /></div>)}
    </div>
  );
}
