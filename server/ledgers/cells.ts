import { formatYuan } from '../api/money';
import { ColumnType, percentOf, type Column, type Value } from './definition';

/** A percent as text: one decimal, two where the second says something. */
const percentText = (percent: number): string => percent.toFixed(2).replace(/0$/, '');

/** A value as the API gives it; null stays. */
export function cellText(type: ColumnType, value: Value): string | null {
  if (value === null || value === '') return null;
  if (type === ColumnType.MONEY) return formatYuan(value as number | bigint);
  if (type === ColumnType.PERCENT) return percentText(Number(value));
  return String(value);
}

type AnyColumn = Pick<Column<never>, 'key' | 'total' | 'type'>;

/** Adds up the columns of rows one after the other; money exactly. */
export class Totals {
  readonly count = () => this.rows;
  private rows = 0;
  private readonly sums: (bigint | number)[];
  private readonly summed: number[];

  constructor(private readonly columns: readonly AnyColumn[]) {
    this.sums = columns.map(({ type }) => (type === ColumnType.MONEY ? 0n : 0));
    this.summed = columns.flatMap(({ total }, i) => (total === 'SUM' ? [i] : []));
  }

  /** @param valueOf gives the row's value of a column */
  add(valueOf: (column: number) => Value): void {
    this.rows += 1;
    for (const i of this.summed) {
      const value = valueOf(i);
      if (value === null) continue;
      const sum = this.sums[i];
      this.sums[i] = typeof sum === 'bigint' ? sum + BigInt(value) : sum + Number(value);
    }
  }

  /** The totals by column; null where a column has none. */
  values(): Value[] {
    const sumOf = (key: string) => BigInt(this.sums[this.columns.findIndex((column) => column.key === key)]);
    return this.columns.map(({ total }, i) => {
      if (!total) return null;
      return total === 'SUM' ? this.sums[i] : percentOf(sumOf(total.part), sumOf(total.whole));
    });
  }
}
