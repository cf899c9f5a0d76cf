import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import { refuse } from '../api/refusal';
import { CursorScalar, DateScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import type { CatalogueContext } from '../catalogue/context';
import { ProjectFilter } from '../catalogue/filter';
import { OrderDirection } from '../catalogue/order';
import { cellText } from './cells';
import { type LedgerDefinition, type Value } from './definition';
import { groupingOf, LedgerGroupBy } from './grouping';
import { Ledger, LedgerInfo, LedgerRow } from './ledger.types';
import { openLedger, RowOrder, type OpenLedger, type OpenRow } from './open';
import { ledgers } from './registry';

/** Rows of one page at most. */
const FIRST_LIMIT = 1000;
/** Rows that can be passed over at most. */
const SKIP_LIMIT = 1_000_000;

/** The cells of a row as the API gives them. */
export const cellsOf = (columns: OpenLedger['columns'], valueOf: (column: number) => Value): (string | null)[] => columns.map(({ type }, i) => cellText(type, valueOf(i)));

/** The places of a row's made-up cells; a cell without a value is nobody's invention. */
export const sampleCellsOf = (columns: OpenLedger['columns'], row: never): number[] =>
  columns.flatMap(({ sample, value }, i) => (sample?.(row) && value(row) !== null ? [i] : []));

/** What a ledger is, before it is opened. */
const infoOf = (definition: LedgerDefinition): LedgerInfo => {
  const { id, name, nameEn, description, descriptionEn, takesYear = false, needsYear = false, filters = null } = definition;
  return { id, name, nameEn, description, descriptionEn, takesYear, needsYear, filters, groupings: Object.values(LedgerGroupBy).filter((by) => groupingOf(definition, by)) };
};

/** The ledgers. */
@Resolver()
export class LedgerResolver {
  @Query(() => [LedgerInfo], { nullable: true, description: 'The ledgers that there are. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  ledgers(@Ctx() context: CatalogueContext): LedgerInfo[] {
    if (!may(signedIn(context), 'VIEW_LEDGERS')) throw refuse('FORBIDDEN');
    return ledgers.map(infoOf);
  }

  @Query(() => Ledger, { nullable: true, description: 'A page of a ledger as of a day, over the works that the viewer may open.' })
  async ledger(
    @Ctx() context: CatalogueContext,
    @Arg('id', () => ID, { description: 'Which, e.g. "overall".' }) id: string,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which works; ledgers of other things know only some of its conditions and refuse the rest.' }) filter: ProjectFilter | null,
    @Arg('year', () => Int, { nullable: true, description: "The year of an annual ledger; that of `asOf` when left out. Ledgers of dated entries show that year's only." }) year: number | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day of every value, with today\'s knowledge; today when left out.' }) asOf: Day | null,
    @Arg('orderBy', () => String, { nullable: true, description: "A column's key; rows without the value come last either way." }) orderBy: string | null,
    @Arg('direction', () => OrderDirection, { nullable: true, defaultValue: OrderDirection.ASC, description: 'Which way.' }) direction: OrderDirection | null,
    @Arg('groupBy', () => LedgerGroupBy, { nullable: true, description: 'What to gather the rows under.' }) groupBy: LedgerGroupBy | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200, description: 'How many rows, 1–1000.' }) first: number | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The cursor that the page follows.' }) after: string | null,
    @Arg('skip', () => Int, { nullable: true, defaultValue: 0, description: 'How many rows to pass over from there: a screen may open a long ledger in its middle.' }) skip: number | null,
  ): Promise<Ledger> {
    const viewer = signedIn(context);
    const size = first ?? 200;
    if (!(size >= 1 && size <= FIRST_LIMIT)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'first', low: 1, high: FIRST_LIMIT });
    const passed = skip ?? 0;
    if (!(passed >= 0 && passed <= SKIP_LIMIT)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'skip', low: 0, high: SKIP_LIMIT });
    const facts = await context.facts();
    const ledger = await openLedger(facts, viewer, asOf ?? context.clock.today(), { id, filter, year, orderBy, direction, groupBy });
    const { definition, columns, rows } = ledger;
    const order = new RowOrder(definition, orderBy, direction);
    const start = (after ? order.indexAfter(facts.epoch, rows, after) : 0) + passed;
    const page = rows.slice(start, start + size);
    const cursor = (row: OpenRow | undefined) => (row ? order.cursor(facts.epoch, row) : null);
    return {
      info: infoOf(definition),
      asOf: ledger.day,
      columns: columns.map(({ key, title, titleEn, type }) => ({ key, title, titleEn, type })),
      rows: page.map((row) => shownRow(ledger, row)),
      totals: cellsOf(columns, (i) => ledger.totals[i]),
      groups: ledger.groups.map(({ key, label, count, totals }) => ({ key, label, count, totals: cellsOf(columns, (i) => totals[i]) })),
      totalCount: rows.length,
      pageInfo: { hasPreviousPage: start > 0 && rows.length > 0, hasNextPage: start + size < rows.length, startCursor: cursor(page[0]), endCursor: cursor(page.at(-1)) },
    };
  }
}

function shownRow({ definition, columns }: OpenLedger, { row, group }: OpenRow): LedgerRow {
  const projectId = definition.projectId?.(row);
  return {
    key: definition.key(row),
    cells: cellsOf(columns, (i) => columns[i].value(row)),
    sampleCells: sampleCellsOf(columns, row),
    projectId: projectId === undefined ? null : globalId('Project', projectId),
    group: group?.key ?? null,
  };
}
