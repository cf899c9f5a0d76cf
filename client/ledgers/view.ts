import type { FundingSource, Health, LedgerGroupBy, LedgerPageQueryVariables, LedgersQuery, OrderDirection, ProjectFilter, SectorCode, Stage } from '../graphql.generated';
import type { Unit } from '../format/money';

export type LedgerInfo = NonNullable<LedgersQuery['ledgers']>[number];

const LISTS = ['regions', 'leadRegions', 'sectors', 'stages', 'lists', 'categories', 'health', 'sources'] as const;
const FLAGS = ['suspended', 'unverified', 'fundsExceeded', 'sample'] as const;
const DAYS = ['plannedStartFrom', 'plannedStartTo', 'plannedFinishFrom', 'plannedFinishTo'] as const;

export type ListCondition = (typeof LISTS)[number];
export type FlagCondition = (typeof FLAGS)[number];
export type DayCondition = (typeof DAYS)[number];
export type Conditions = { search: string } & Record<ListCondition, string[]> & Record<FlagCondition, boolean | null> & Record<DayCondition, string | null>;

/** The names of all conditions, which are those of the API's ProjectFilter. */
export const CONDITIONS: readonly (keyof Conditions)[] = ['search', ...LISTS, ...FLAGS, ...DAYS];

/** How a ledger is looked at. It stands in the address whole, so that a link keeps it. */
export type LedgerView = Conditions & {
  year: number | null;
  asOf: string | null;
  orderBy: string | null;
  direction: OrderDirection;
  groupBy: LedgerGroupBy | null;
  /** The columns to show, in order; null for all in the ledger's own. */
  columns: string[] | null;
  unit: Unit;
};

const day = (text: string | null): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : null);
const listed = (text: string | null): string[] => text?.split(',').filter(Boolean) ?? [];
const flag = (text: string | null): boolean | null => (text === 'true' ? true : text === 'false' ? false : null);

/** Reads an address. What is no value of its kind counts as not said; what the server does not know it refuses in words. */
export function readView(params: URLSearchParams): LedgerView {
  const get = (name: string) => params.get(name);
  const groupBy = get('groupBy');
  const year = get('year') ?? '';
  const columns = listed(get('columns'));
  const orderBy = get('orderBy') || null;
  return {
    search: get('search')?.trim() ?? '',
    ...(Object.fromEntries(LISTS.map((name) => [name, listed(get(name))])) as Record<ListCondition, string[]>),
    ...(Object.fromEntries(FLAGS.map((name) => [name, flag(get(name))])) as Record<FlagCondition, boolean | null>),
    ...(Object.fromEntries(DAYS.map((name) => [name, day(get(name))])) as Record<DayCondition, string | null>),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    asOf: day(get('asOf')),
    orderBy,
    direction: orderBy && get('direction') === 'DESC' ? 'DESC' : 'ASC',
    groupBy: groupBy === 'REGION' || groupBy === 'SECTOR' ? groupBy : null,
    columns: columns.length ? [...new Set(columns)] : null,
    unit: get('unit') === 'yuan' ? 'YUAN' : 'WAN',
  };
}

/** What the address of an export takes: the API's own names, lists joined by commas. */
function questionParams(view: LedgerView): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | boolean | null) => {
    if (value !== null && value !== '') params.set(name, String(value));
  };
  for (const name of CONDITIONS) {
    const value = view[name];
    put(name, Array.isArray(value) ? value.join(',') : value);
  }
  put('year', view.year);
  put('asOf', view.asOf);
  put('orderBy', view.orderBy);
  if (view.orderBy && view.direction === 'DESC') put('direction', 'DESC');
  put('groupBy', view.groupBy);
  put('columns', view.columns?.join(',') ?? null);
  return params;
}

/** Commas between the members of a list stay readable in the address. */
const readable = (params: URLSearchParams): string => params.toString().replaceAll('%2C', ',');

/** The address's query of a view; empty for a ledger as it comes. */
export function writeView(view: LedgerView): string {
  const params = questionParams(view);
  if (view.unit === 'YUAN') params.set('unit', 'yuan');
  return readable(params);
}

/** The address of a ledger in a view. */
export function addressOf(id: string, view: LedgerView): string {
  const query = writeView(view);
  return `/ledgers/${encodeURIComponent(id)}${query && `?${query}`}`;
}

/** Where the same view is to be had as a file. */
export function exportAddress(id: string, view: LedgerView, kind: 'xlsx' | 'csv', language: string): string {
  const params = questionParams(view);
  if (language.startsWith('en')) params.set('lang', 'en');
  const query = readable(params);
  return `/export/ledger/${encodeURIComponent(id)}.${kind}${query && `?${query}`}`;
}

/** The conditions as the API takes them; null when there are none. */
export function filterOf(view: Conditions): ProjectFilter | null {
  const filter: ProjectFilter = {};
  if (view.search) filter.search = view.search;
  if (view.regions.length) filter.regions = view.regions;
  if (view.leadRegions.length) filter.leadRegions = view.leadRegions;
  if (view.sectors.length) filter.sectors = view.sectors as SectorCode[];
  if (view.stages.length) filter.stages = view.stages as Stage[];
  if (view.lists.length) filter.lists = view.lists;
  if (view.categories.length) filter.categories = view.categories;
  if (view.health.length) filter.health = view.health as Health[];
  if (view.sources.length) filter.sources = view.sources as FundingSource[];
  for (const name of FLAGS) if (view[name] !== null) filter[name] = view[name];
  for (const name of DAYS) if (view[name] !== null) filter[name] = view[name];
  return Object.keys(filter).length ? filter : null;
}

export type LedgerQuestion = Omit<LedgerPageQueryVariables, 'first' | 'skip'>;

/** What the server is asked for a view. Columns and unit are the screen's own matter. */
export const questionOf = (id: string, view: LedgerView): LedgerQuestion => ({
  id, filter: filterOf(view), year: view.year, asOf: view.asOf, orderBy: view.orderBy, direction: view.direction, groupBy: view.groupBy,
});

export const conditionsSet = (view: Conditions): (keyof Conditions)[] => CONDITIONS.filter((name) => (Array.isArray(view[name]) ? view[name].length > 0 : view[name] !== null && view[name] !== ''));

/** The view without its conditions. */
export const withoutConditions = (view: LedgerView): LedgerView => ({ ...view, ...conditionsOf(readView(new URLSearchParams())), year: null });
const conditionsOf = (view: LedgerView): Conditions => Object.fromEntries(CONDITIONS.map((name) => [name, view[name]])) as Conditions;

/** Whether a ledger knows a condition. */
export const knows = (info: Pick<LedgerInfo, 'filters'>, name: keyof Conditions): boolean => !info.filters || info.filters.includes(name);

/** The view of another ledger: the same works on the same day, as far as it can be asked for them. Columns are each ledger's own. */
export function carriedTo(info: LedgerInfo, view: LedgerView): LedgerView {
  const blank = readView(new URLSearchParams());
  const kept = Object.fromEntries(CONDITIONS.map((name) => [name, knows(info, name) ? view[name] : blank[name]])) as Conditions;
  return {
    ...blank, ...kept, asOf: view.asOf, unit: view.unit,
    year: info.takesYear ? view.year : null,
    groupBy: view.groupBy && info.groupings.includes(view.groupBy) ? view.groupBy : null,
  };
}

export type Order = { by: string | null; direction: OrderDirection };

/** What a click on a title asks for next. */
export function nextOrder(order: Order, key: string): Order {
  if (order.by !== key) return { by: key, direction: 'ASC' };
  return order.direction === 'ASC' ? { by: key, direction: 'DESC' } : { by: null, direction: 'ASC' };
}
