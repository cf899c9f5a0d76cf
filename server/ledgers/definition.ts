import { registerEnumType } from 'type-graphql';
import type { Day } from '../api/day';
import type { Identity, SectorCode } from '../api/identity';
import type { Facts, Work } from '../catalogue/facts';
import type { ProjectFilter } from '../catalogue/filter';
import type { Region } from '../portfolio/reference.entity';

export enum ColumnType {
  TEXT = 'TEXT',
  NUMBER = 'NUMBER',
  MONEY = 'MONEY',
  PERCENT = 'PERCENT',
  DATE = 'DATE',
  STAGE = 'STAGE',
}
registerEnumType(ColumnType, {
  name: 'ColumnType',
  description: 'What the cells of a column hold; always as text, null where the value is not known.',
  valuesConfig: {
    TEXT: { description: 'Words, Chinese as in the records.' }, NUMBER: { description: 'A number, "12".' }, MONEY: { description: 'Yuan to the fen, "1250000.00".' },
    PERCENT: { description: 'Percent, "62.5".' }, DATE: { description: 'A day, "2024-06-30".' }, STAGE: { description: 'The name of a Stage.' },
  },
});

/** A cell before it becomes text: fen for MONEY, percent for PERCENT, a Stage for STAGE. */
export type Value = string | number | bigint | null;

/**
 * A column's total. SUM adds up; a rate is reckoned from the totals of two other columns, since shares do not add up.
 */
export type TotalRule = 'SUM' | { part: string; whole: string };

/** A column of a ledger whose rows are `Row`s. */
export interface Column<Row> {
  /** Its name in addresses and orders; unique in the ledger. */
  key: string;
  title: string;
  titleEn: string;
  type: ColumnType;
  value(row: Row): Value;
  /** What it is ordered by, where that is not the value: a region by its official place. */
  order?(row: Row): Value;
  /** Decimal places, 0–6, that a spreadsheet shows of a NUMBER, where they differ by row; the value itself has them in its text. */
  decimals?(row: Row): number;
  /** Whether the value is made up for the demonstration. */
  sample?(row: Row): boolean;
  total?: TotalRule;
}

/** What a ledger is asked: as whom, over which works, on which day. */
export interface Question {
  facts: Facts;
  viewer: Identity;
  /** The day that every value is of, with today's knowledge. */
  day: Day;
  /** The year asked for; the day's own when none was given. */
  year: number;
  /** Whether a year was given. */
  yearGiven: boolean;
  filter: ProjectFilter | null;
  /** The works that count on the day, that the viewer may open and that pass the filter, by number. */
  works: readonly Work[];
  /** Nothing is left out: no filter, and the viewer may open every work. */
  whole: boolean;
}

/** How a row can be gathered with others. */
export interface Grouping<Row> {
  region?(row: Row): Region;
  sector?(row: Row): SectorCode;
}

/**
 * A ledger: columns, rows, totals, and who may read. A definition is one file `<id>.ledger.ts` in this folder whose
 * default export it is; the registry finds it there, so nothing else is to be changed.
 */
export interface LedgerDefinition<Row = never> extends Grouping<Row> {
  id: string;
  /** Its place in the list of ledgers. */
  place: number;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  columns: readonly Column<Row>[];
  /** Whether a year can be asked for. @default false */
  takesYear?: boolean;
  /** Whether it is always of one year, the day's own when none is asked for. @default false */
  needsYear?: boolean;
  /** The parts of a filter that mean something here. @default all: its rows come from works */
  filters?: readonly (keyof ProjectFilter)[];
  /** The rows, only of what the viewer may open, in any order. Where a work has many, they are made one by one, so that others have their turn. */
  rows(question: Question): Iterable<Row>;
  /** Where a row stands when no order is asked for; no two rows have the same place. */
  position(row: Row): readonly (string | number)[];
  /** A global id: the same row has the same on every day. */
  key(row: Row): string;
  /** The row of the work that opens with it, if any. */
  projectId?(row: Row): number;
}

/** Makes a definition: the row's type is known inside, nobody else asks. */
export const defineLedger = <Row>(definition: LedgerDefinition<Row>): LedgerDefinition => definition as unknown as LedgerDefinition;

/** A share of two sums as percent with one decimal, half away from zero; null when there is nothing to divide by. */
export function percentOf(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null;
  const tenths = (2000n * part + (part < 0n ? -whole : whole)) / (2n * whole);
  return Number(tenths) / 10;
}
