import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../api/day';
import { PageInfo } from '../api/node';
import { DateScalar } from '../api/scalars';
import { ColumnType } from './definition';
import { LedgerGroupBy } from './grouping';

@ObjectType({ description: 'A ledger (台账): a named table over the records, never a copy of them.' })
export class LedgerInfo {
  @Field(() => ID, { description: 'Its name in addresses, e.g. "overall".' })
  id: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field({ description: 'What it shows, in Chinese.' })
  description: string;

  @Field({ description: 'The same in English.' })
  descriptionEn: string;

  @Field(() => Boolean, { description: 'Whether a year can be asked for.' })
  takesYear: boolean;

  @Field(() => Boolean, { description: 'Whether it is always of one year: that of the day when none is asked for.' })
  needsYear: boolean;

  @Field(() => [String], { nullable: true, description: 'The conditions of a filter that mean something here; null when all do.' })
  filters: readonly string[] | null;

  @Field(() => [LedgerGroupBy], { description: 'What its rows can be gathered under.' })
  groupings: LedgerGroupBy[];
}

@ObjectType({ description: 'A column of a ledger.' })
export class LedgerColumn {
  @Field({ description: 'Its name in `orderBy`.' })
  key: string;

  @Field({ description: 'Its Chinese title.' })
  title: string;

  @Field({ description: 'Its English title.' })
  titleEn: string;

  @Field(() => ColumnType, { description: 'What its cells hold.' })
  type: ColumnType;
}

@ObjectType({ description: 'A row of a ledger.' })
export class LedgerRow {
  @Field(() => ID, { description: 'Names the row: the same row has the same key on every day and page.' })
  key: string;

  @Field(() => [String], { nullable: 'items', description: 'Its cells, in the order of the columns; null where a value is not known or there is none.' })
  cells: (string | null)[];

  @Field(() => [Int], { description: 'The places of the cells whose values are made up for the demonstration, from 0.' })
  sampleCells: number[];

  @Field(() => ID, { nullable: true, description: 'The work that the row is about.' })
  projectId: string | null;

  @Field(() => String, { nullable: true, description: 'The key of the group that it stands in, when groups were asked for.' })
  group: string | null;
}

@ObjectType({ description: 'Rows gathered under a region or a sector, with their subtotals.' })
export class LedgerGroup {
  @Field(() => String, { description: 'An adcode or the name of a sector.' })
  key: string;

  @Field({ description: 'Its Chinese name.' })
  label: string;

  @Field(() => Int, { description: 'Its rows.' })
  count: number;

  @Field(() => [String], { nullable: 'items', description: 'Its subtotals, in the order of the columns; null where a column has none.' })
  totals: (string | null)[];
}

@ObjectType({ description: 'A page of a ledger, with totals over all its rows.' })
export class Ledger {
  @Field(() => LedgerInfo, { description: 'Which ledger.' })
  info: LedgerInfo;

  @Field(() => DateScalar, { description: 'The day that it is of.' })
  asOf: Day;

  @Field(() => [LedgerColumn], { description: 'Its columns.' })
  columns: LedgerColumn[];

  @Field(() => [LedgerRow], { description: 'The rows of this page; with groups, one group after the other.' })
  rows: LedgerRow[];

  @Field(() => [String], { nullable: 'items', description: 'Totals over the whole filtered set, exact to the fen, in the order of the columns; null where a column has none.' })
  totals: (string | null)[];

  @Field(() => [LedgerGroup], { description: 'The groups that were asked for, in order; empty when none were.' })
  groups: LedgerGroup[];

  @Field(() => Int, { description: 'The rows of the whole filtered set.' })
  totalCount: number;

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo: PageInfo;
}
