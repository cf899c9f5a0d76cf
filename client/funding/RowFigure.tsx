import { useTranslation } from 'react-i18next';
import { inColumn, inYi, inYuan, isNil } from '../format/money';
import { percent } from '../format/shares';
import type { FundingSource } from '../graphql.generated';
import { type ColumnKey, isRate, type TableRow, type WorkRow } from './rows';
import type { DeskUnit } from './view';

/** A line of the desk's table: a county, sector, source, or a work. */
export type FigureRow = {
  key: string;
  name: string;
  /** What opens with it; null for the total. */
  to: { address: string; title: string } | null;
  works: number | null;
  figures: Pick<TableRow | WorkRow, ColumnKey>;
  marks: Record<MarkKey, number | FundingSource[]>;
  before?: React.ReactNode;
  sample: boolean;
};

export type MarkKey = 'paidAbove' | 'arrivedAbove';
export const MARKS: readonly MarkKey[] = ['paidAbove', 'arrivedAbove'];

/** A figure of a row: a sum in the unit of the desk, its yuan in the title, or a share. */
export function Figure({ row, column, unit }: { row: FigureRow; column: ColumnKey; unit: DeskUnit }) {
  const { t, i18n } = useTranslation();
  const value = row.figures[column];
  if (isRate(column)) return <span className={value === null ? 'faint' : ''}>{percent(value as number | null)}</span>;
  if (value === null) return <span className="faint">—</span>;
  const money = value as string;
  return <span title={`${inYuan(money)} ${t('unit.yuan')}`} className={isNil(money) ? 'faint' : ''}>{unit === 'YI' ? inYi(money, i18n.language) : inColumn(money, 'WAN', i18n.language)}</span>;
}

/** Says in words, beside a sign, where more was paid than is in place, and where more is in place than was planned. */
export function ExcessMarks({ row }: { row: FigureRow }) {
  const { t } = useTranslation();
  const shown = MARKS.flatMap((key) => {
    const where = row.marks[key];
    const count = typeof where === 'number' ? where : where.length;
    return count === 0 ? [] : [{ key, what: typeof where === 'number' ? t('funding.markCount', { what: t(`funding.mark.${key}`), count }) : t(`funding.mark.${key}`), of: typeof where === 'number' ? null : where.map((source) => t(`source.${source}`)).join('、') }];
  });
  if (shown.length === 0) return null;
  return (
    <span className="excess-marks">
      {shown.map(({ key, what, of }) => (
        <span key={key} className="excess" title={of ?? t(`funding.markMeans.${key}`)}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M1 11V6h4v5zM7 11V1h4v10z" fill="none" stroke="currentColor" strokeWidth="1.4" /></svg>
          {what}{of && <small>{of}</small>}
        </span>
      ))}
    </span>
  );
}
