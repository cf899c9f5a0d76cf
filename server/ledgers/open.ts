import { readCursor, writeCursor } from '../api/cursor';
import type { Day } from '../api/day';
import type { Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import { Turns } from '../api/turns';
import { audienceOf, may } from '../access/policy';
import type { Facts, Work } from '../catalogue/facts';
import type { ProjectFilter } from '../catalogue/filter';
import { OrderDirection } from '../catalogue/order';
import { choiceFor, type Choice } from '../catalogue/works-for';
import { Totals } from './cells';
import { ColumnType, type Column, type LedgerDefinition, type Question, type Value } from './definition';
import { groupingOf, LedgerGroupBy, type GroupPlace } from './grouping';
import { ledgerById } from './registry';
import { sortInTurns } from './sort';

/** How a ledger is asked for, from whatever door. */
export interface LedgerRequest {
  id: string;
  filter?: ProjectFilter | null;
  year?: number | null;
  orderBy?: string | null;
  direction?: OrderDirection | null;
  groupBy?: LedgerGroupBy | null;
}

/** A ledger with its rows in order: what pages, exports and screens read. */
export interface OpenLedger {
  definition: LedgerDefinition;
  columns: readonly Column<never>[];
  day: Day;
  /** The year that it is of, where it knows years. */
  year: number | null;
  rows: readonly OpenRow[];
  /** By column; null where a column has no total. */
  totals: readonly Value[];
  groups: readonly OpenGroup[];
}

export interface OpenRow {
  /** As the definition made it. */
  row: never;
  group: GroupPlace | null;
}

export interface OpenGroup extends GroupPlace {
  count: number;
  totals: readonly Value[];
}

/** Ledgers kept open for the next page, of one state of the facts, and their rows together; the last one stays however many it has. */
const KEPT = 12;
const KEPT_ROWS = 500_000;
const kept = new WeakMap<Facts, Map<string, { ledger: Promise<OpenLedger>; rows: number }>>();

/** A ledger that may be opened as it was asked for. */
export interface AskedLedger {
  definition: LedgerDefinition;
  /** Reckons its rows, in turns with whatever else waits; once, however often it is asked for until something changes. */
  open(): Promise<OpenLedger>;
}

/**
 * Opens a ledger: rows that the viewer may read, filtered, ordered, added up.
 * @throws Refusal FORBIDDEN for a role without ledgers; UNKNOWN_LEDGER, UNKNOWN_COLUMN, NO_YEAR_HERE, NO_FILTER_HERE,
 * NO_GROUP_HERE, and those of a filter.
 */
export const openLedger = async (facts: Facts, viewer: Identity, day: Day, request: LedgerRequest): Promise<OpenLedger> => askLedger(facts, viewer, day, request).open();

/** As `openLedger`, but what can be refused is refused at once and the rows are reckoned when they are wanted. */
export function askLedger(facts: Facts, viewer: Identity, day: Day, request: LedgerRequest): AskedLedger {
  if (!may(viewer, 'VIEW_LEDGERS')) throw refuse('FORBIDDEN');
  const definition = checked(request);
  const choice = choiceFor(facts, viewer, request.filter);
  return { definition, open: () => keptOrMade(facts, viewer, day, request, () => reckon(definition, { facts, viewer, day, choice }, request)) };
}

function keptOrMade(facts: Facts, viewer: Identity, day: Day, request: LedgerRequest, make: () => Promise<OpenLedger>): Promise<OpenLedger> {
  const key = JSON.stringify([audienceOf(viewer), day, request.id, request.filter ?? null, request.year ?? null, request.orderBy ?? null, request.direction ?? null, request.groupBy ?? null]);
  const open = kept.get(facts) ?? new Map<string, { ledger: Promise<OpenLedger>; rows: number }>();
  kept.set(facts, open);
  const one = open.get(key) ?? { ledger: make(), rows: 0 };
  if (!open.has(key)) {
    one.ledger.then(({ rows }) => {
      one.rows = rows.length;
      for (let sum = [...open.values()].reduce((total, each) => total + each.rows, 0); open.size > 1 && (open.size > KEPT || sum > KEPT_ROWS);) {
        const [oldest, { rows: count }] = open.entries().next().value!;
        sum -= count;
        open.delete(oldest);
      }
      // What failed is asked afresh.
    }, () => open.delete(key));
  }
  open.delete(key);
  open.set(key, one);
  return one.ledger;
}

/** The definition, after what is asked has been held against it. */
function checked({ id, filter, year, orderBy, groupBy }: LedgerRequest): LedgerDefinition {
  const definition = ledgerById(id);
  if (!definition) throw refuse('UNKNOWN_LEDGER', { field: 'id', value: id });
  if (orderBy && !definition.columns.some(({ key }) => key === orderBy)) throw refuse('UNKNOWN_COLUMN', { field: 'orderBy', value: orderBy, columns: definition.columns.map(({ key }) => key).join(', ') });
  if (typeof year === 'number') {
    if (!definition.takesYear) throw refuse('NO_YEAR_HERE', { field: 'year', ledger: definition.name });
    if (!(year >= 1900 && year <= 2199)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'year', low: 1900, high: 2199 });
  }
  if (groupBy && !groupingOf(definition, groupBy)) throw refuse('NO_GROUP_HERE', { field: 'groupBy', ledger: definition.name });
  const { filters } = definition;
  const foreign = filters && Object.entries(filter ?? {}).find(([name, value]) => !filters.includes(name as keyof ProjectFilter) && value !== null && value !== undefined && !(Array.isArray(value) && !value.length));
  if (foreign) throw refuse('NO_FILTER_HERE', { field: `filter.${foreign[0]}`, ledger: definition.name });
  return definition;
}

/** Of what, for whom, on which day. */
type Sight = Pick<Question, 'facts' | 'viewer' | 'day'> & { choice: Choice };

async function questionOf({ choice: { whole, takes }, ...sight }: Sight, { filter, year }: LedgerRequest, turns: Turns): Promise<Question> {
  const works: Work[] = [];
  for (const work of sight.facts.worksOn(sight.day)) {
    if (turns.due) await turns.next();
    if (takes(work)) works.push(work);
  }
  return { ...sight, works, whole, filter: filter ?? null, year: year ?? Number(sight.day.slice(0, 4)), yearGiven: typeof year === 'number' };
}

async function reckon(definition: LedgerDefinition, sight: Sight, request: LedgerRequest): Promise<OpenLedger> {
  const { columns } = definition;
  const { year, orderBy, direction, groupBy } = request;
  const turns = new Turns();
  const question = await questionOf(sight, request, turns);
  const group = groupBy ? groupingOf(definition, groupBy)!(sight.facts.reference) : null;
  const order = new RowOrder(definition, orderBy ?? null, direction ?? null);
  const found: OpenRow[] = [];
  for (const row of definition.rows(question)) {
    if (turns.due) await turns.next();
    found.push({ row, group: group && group(row) });
  }
  const rows = await order.sorted(found, turns);
  const totals = new Totals(columns);
  const groups = new Map<string, { place: GroupPlace; totals: Totals }>();
  for (const { row, group: place } of rows) {
    if (turns.due) await turns.next();
    const valueOf = (column: number) => columns[column].value(row);
    totals.add(valueOf);
    if (!place) continue;
    if (!groups.has(place.key)) groups.set(place.key, { place, totals: new Totals(columns) });
    groups.get(place.key)!.totals.add(valueOf);
  }
  return {
    definition, columns, day: sight.day, year: definition.takesYear ? (year ?? (definition.needsYear ? question.year : null)) : null, rows, totals: totals.values(),
    groups: [...groups.values()].map((one) => ({ ...one.place, count: one.totals.count(), totals: one.totals.values() })),
  };
}

// By pinyin whatever the database thinks: the same on both engines.
const pinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

type Key = string | number | null;
const isKey = (value: unknown): value is Key => value === null || typeof value === 'string' || typeof value === 'number';

/** A number that may pass what a double holds exactly, as text whose order is its order. */
const sortable = (value: bigint): string => (value < 0n ? `-${(10n ** 24n + value).toString().padStart(24, '0')}` : `1${value.toString().padStart(24, '0')}`);

/** The order of a ledger's rows, in which a cursor can stand: by group, by the column asked for, then by the rows' own places. */
export class RowOrder {
  private readonly column: Column<never> | null;
  private readonly down: boolean;
  private readonly name: string;

  constructor(private readonly definition: LedgerDefinition, orderBy: string | null, direction: OrderDirection | null) {
    this.column = definition.columns.find(({ key }) => key === orderBy) ?? null;
    this.down = this.column !== null && direction === OrderDirection.DESC;
    this.name = `${definition.id}:${orderBy ?? ''}${this.down ? '-' : ''}`;
  }

  async sorted(rows: readonly OpenRow[], turns: Turns): Promise<readonly OpenRow[]> {
    const placed: { row: OpenRow; keys: readonly Key[] }[] = [];
    let ordered = true;
    for (const row of rows) {
      if (turns.due) await turns.next();
      const keys = this.keys(row);
      ordered &&= !placed.length || this.compare(placed.at(-1)!.keys, keys) <= 0;
      placed.push({ row, keys });
    }
    // Works come by their numbers, and are mostly wanted so.
    return ordered ? rows : (await sortInTurns(placed, (a, b) => this.compare(a.keys, b.keys), turns)).map(({ row }) => row);
  }

  cursor(epoch: string, row: OpenRow): string {
    return writeCursor(epoch, [this.name, ...this.keys(row)]);
  }

  /**
   * The place right after a cursor. It holds the values it stood at, so a row that came, went or moved meanwhile neither
   * repeats nor hides others.
   * @throws Refusal BAD_USER_INPUT for a cursor of another order, CURSOR_STALE for one of another database.
   */
  indexAfter(epoch: string, rows: readonly OpenRow[], after: string): number {
    const read = readCursor(after, 'after');
    if (read.epoch !== epoch) throw refuse('CURSOR_STALE', { field: 'after' });
    const [name, ...keys] = Array.isArray(read.position) ? (read.position as Key[]) : [];
    if (name !== this.name || !keys.every(isKey)) throw refuse('BAD_CURSOR', { field: 'after', value: after.slice(0, 60) });
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.keys(rows[middle]), keys) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private keys({ row, group }: OpenRow): Key[] {
    const { column } = this;
    const value = column && (column.order ?? column.value)(row);
    return [group?.sort ?? 0, typeof value === 'bigint' ? sortable(value) : value, ...this.definition.position(row)];
  }

  private compare(a: readonly Key[], b: readonly Key[]): number {
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i], b[i] ?? null];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      const words = i === 1 && this.column?.type === ColumnType.TEXT && typeof x === 'string';
      const up = (words ? pinyin.compare(x, String(y)) : 0) || (x < y ? -1 : 1);
      return i === 1 && this.down ? -up : up;
    }
    return 0;
  }
}
