import { formatWan } from '../../api/money';
import { refuse, type Language } from '../../api/refusal';
import type { Turns } from '../../api/turns';
import type { Stage } from '../../portfolio/facts.entity';
import { cellText } from '../../ledgers/cells';
import { ColumnType, type Column, type LedgerDefinition, type Value } from '../../ledgers/definition';
import type { OpenLedger } from '../../ledgers/open';
import { words } from './words';

/** A column of a file: one of the ledger's, and its place there. */
export interface ShownColumn {
  column: Column<never>;
  /** Its place among the ledger's columns, by which totals stand. */
  place: number;
}

/** An open ledger and what of it a file shows, in which language. */
export interface ShownLedger {
  ledger: OpenLedger;
  columns: readonly ShownColumn[];
  language: Language;
}

/** The columns that are wanted, in the order they are wanted; all when none are named. @throws Refusal UNKNOWN_COLUMN */
export function chooseColumns({ columns }: LedgerDefinition, keys: readonly string[] | null): ShownColumn[] {
  const all = columns.map((column, place): ShownColumn => ({ column, place }));
  if (!keys?.length) return all;
  return [...new Set(keys)].map((wanted) => {
    const found = all.find(({ column }) => column.key === wanted);
    if (!found) throw refuse('UNKNOWN_COLUMN', { field: 'columns', value: wanted, columns: columns.map(({ key }) => key).join(', ') });
    return found;
  });
}

/** A column's title with its unit: "总投资（万元）". */
export function headingOf({ column: { title, titleEn, type } }: ShownColumn, language: Language): string {
  const { money, percent } = words[language];
  return `${language === 'zh' ? title : titleEn}${type === ColumnType.MONEY ? money : type === ColumnType.PERCENT ? percent : ''}`;
}

/** A value as a file has it: money in 万元 to the fen, percent without its sign, the stage as people say it; null where there is none. */
export function shownValue(type: ColumnType, value: Value, language: Language): string | null {
  if (value === null || value === '') return null;
  if (type === ColumnType.MONEY) return formatWan(value as number | bigint);
  if (type === ColumnType.STAGE) return words[language].stage[value as Stage];
  return cellText(type, value);
}

/** Whether a row's value is made up; a cell without a value is nobody's invention. */
export const isMadeUp = (column: Column<never>, row: never): boolean => (column.sample?.(row) ?? false) && column.value(row) !== null;

/** Whether anything that is shown is made up. */
export async function holdsSamples({ ledger, columns }: ShownLedger, turns: Turns): Promise<boolean> {
  for (const { row } of ledger.rows) {
    if (columns.some(({ column }) => isMadeUp(column, row))) return true;
    if (turns.due) await turns.next();
  }
  return false;
}
