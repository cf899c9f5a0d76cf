import { useTranslation } from 'react-i18next';
import { type ShownColumn, titleOf } from './columns';
import { cellLook } from './Row';
import type { Order } from './view';

type Props = { columns: readonly ShownColumn[]; language: string; unitName: string; order: Order; onOrder: (key: string) => void };

/** The titles. A click sorts up, the next down, the third not at all. */
export function GridHead({ columns, language, unitName, order, onOrder }: Props) {
  const { t } = useTranslation();
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-row" role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const { title, unit } = titleOf(column, { language, unitName });
          const sorted = order.by === column.key ? order.direction : null;
          return (
            <div key={column.key} role="columnheader" aria-sort={sorted === null ? 'none' : sorted === 'ASC' ? 'ascending' : 'descending'} {...cellLook(column)}>
              <button type="button" className={sorted ? 'sort sorted' : 'sort'} title={t('ledgers.sort', { title })} onClick={() => onOrder(column.key)}>
                <span>{title}{unit && <small>{unit}</small>}</span>
                <i aria-hidden="true">{sorted === 'ASC' ? '▲' : sorted === 'DESC' ? '▼' : ''}</i>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
