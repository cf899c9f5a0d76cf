import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import type { Say } from './cells';
import { isName, type ShownColumn } from './columns';
import type { LedgerGroup, LedgerRow } from './pages';

/** The classes and the place of a cell: of figures, of a column that stays. */
export const cellLook = ({ figures, stays, key, track }: ShownColumn): { className: string; style: CSSProperties; 'aria-colindex': number } => ({
  'aria-colindex': track,
  className: `cell${figures ? ' figures' : ''}${stays === null ? '' : ' stays'}${isName(key) ? ' cell-name' : ''}`,
  style: { gridColumn: track, ...(stays !== null && { left: stays }) },
});

type Line = { id: string; top: number; place: number; active: boolean; columns: readonly ShownColumn[]; say: Say };
type RowProps = Line & { row: LedgerRow | undefined; to: string | null; onOpen: (event: MouseEvent, place: number) => void };

/** A row of the ledger; grey bars while it is being read. */
export const Row = memo(function Row({ id, top, place, active, columns, say, row, to, onOpen }: RowProps) {
  const { t } = useTranslation();
  return (
    <div
      id={id} role="row" aria-rowindex={place + 2} aria-selected={active} aria-busy={row ? undefined : true} style={{ top }}
      className={`grid-row${active ? ' active' : ''}${to ? ' opens' : ''}${place % 2 ? ' odd' : ''}`}
      {...(row && { onClick: (event: MouseEvent) => onOpen(event, place) })}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" {...cellLook(column)}>
          {row ? <Cell column={column} cell={row.cells[column.at] ?? null} sample={row.sampleCells.includes(column.at)} say={say} to={isName(column.key) ? to : null} /> : <span className="bone" />}
        </div>
      ))}
      {!row && <span className="visually-hidden">{t('ledgers.loading')}</span>}
    </div>
  );
});

type HeadProps = Line & { group: LedgerGroup; label: string; folded: boolean; onFold: (key: string) => void };

/** The head of a group: its name, its rows, its subtotals. A click folds it. */
export const GroupHead = memo(function GroupHead({ id, top, place, active, columns, say, group, label, folded, onFold }: HeadProps) {
  const { t } = useTranslation();
  const held = columns.filter(({ stays }) => stays !== null).reduce((sum, { width }) => sum + width, 0);
  return (
    <div id={id} role="row" aria-rowindex={place + 2} aria-expanded={!folded} aria-selected={active} style={{ top }} className={`grid-row group${active ? ' active' : ''}`} onClick={() => onFold(group.key)}>
      <div role="gridcell" aria-colindex={1} className="cell group-name" style={{ width: held }}>
        <span className="fold-mark" aria-hidden="true">{folded ? '▸' : '▾'}</span><b>{label}</b><span className="second">{t('ledgers.rowsOf', { count: group.count })}</span>
      </div>
      {columns.map((column) => {
        const subtotal = group.totals[column.at];
        return subtotal ? <div key={column.key} role="gridcell" aria-colindex={column.track} className="cell figures" style={{ gridColumn: column.track }}><Cell column={column} cell={subtotal} sample={false} say={say} /></div> : null;
      })}
    </div>
  );
});
