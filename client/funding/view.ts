import type { FundingGroupBy, FundingKind, FundingSource, ProjectFilter, SectorCode } from '../graphql.generated';
import { FUNDING_SOURCES } from '../projects/funding';
import { filterOf, type LedgerView, readView, writeView } from '../ledgers/view';

export const GROUPS: readonly FundingGroupBy[] = ['REGION', 'SECTOR', 'SOURCE'];
const KINDS: readonly FundingKind[] = ['ALLOCATED', 'ARRIVED', 'PAID'];

/** 亿元 or 万元; in English both are read as millions. */
export type DeskUnit = 'YI' | 'WAN';

/** How the funding desk is looked at. It stands in the address whole, so that a link keeps it. */
export type DeskView = {
  /** Conditions, year and day, by the names that the ledgers have for them. */
  asked: LedgerView;
  by: FundingGroupBy;
  /** The row that is opened: an adcode, a sector or a source. */
  row: string | null;
  /** The number of the work whose entries are opened. */
  work: number | null;
  /** Which of its entries: of one source and kind. */
  entries: { source: FundingSource; kind: FundingKind } | null;
  /** Null: totals in 亿元, works in 万元. */
  unit: DeskUnit | null;
  /** The chart: the whole programme, or the year alone. */
  span: 'ALL' | 'YEAR';
};

export type DeskProps = { view: DeskView; set: (change: Partial<DeskView>) => void; today: string };

export function readDesk(params: URLSearchParams): DeskView {
  const by = GROUPS.find((one) => one === params.get('by')?.toUpperCase()) ?? 'REGION';
  const work = params.get('work') ?? '';
  const unit = params.get('unit');
  return {
    asked: { ...readView(params), unit: 'WAN' },
    by,
    row: params.get('row') || null,
    work: /^[1-9]\d{0,8}$/.test(work) ? Number(work) : null,
    entries: entriesOf(params.get('entries')),
    unit: unit === 'yi' ? 'YI' : unit === 'wan' ? 'WAN' : null,
    span: params.get('span') === 'year' ? 'YEAR' : 'ALL',
  };
}

function entriesOf(text: string | null): DeskView['entries'] {
  const [kind, ...rest] = (text ?? '').split('-');
  const source = FUNDING_SOURCES.find((one) => one === rest.join('-'));
  const known = KINDS.find((one) => one === kind);
  return source && known ? { source, kind: known } : null;
}

/** The address's query of a view; empty for the desk as it comes. */
export function writeDesk(view: DeskView): string {
  const own: [string, string | number | null][] = [
    ['by', view.by === 'REGION' ? null : view.by.toLowerCase()],
    ['row', view.row],
    ['unit', view.unit?.toLowerCase() ?? null],
    ['span', view.span === 'YEAR' ? 'year' : null],
    ['work', view.work],
    ['entries', view.work && view.entries ? `${view.entries.kind}-${view.entries.source}` : null],
  ];
  const set = own.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return [writeView(view.asked), ...set].filter(Boolean).join('&');
}

export function deskAddress(view: DeskView): string {
  const query = writeDesk(view);
  return `/funding${query && `?${query}`}`;
}

/** Where a work's entries of one source and kind stand, to be corrected. */
export const entriesAddress = (number: number, source: FundingSource, kind: FundingKind): string =>
  deskAddress({ ...readDesk(new URLSearchParams()), work: number, entries: { source, kind } });

/** The conditions of a view with those of its opened row, as the ledgers take them. */
export function askedOfRow({ asked, by, row }: DeskView): LedgerView {
  if (row === null) return asked;
  return { ...asked, ...(by === 'REGION' ? { leadRegions: [row] } : by === 'SECTOR' ? { sectors: [row as SectorCode] } : { sources: [row] }) };
}

/** Which works stand behind the opened row; without one, behind the whole table. */
export const filterOfRow = (view: DeskView): ProjectFilter | null => filterOf(askedOfRow(view));

/** The source that the money is of; null for all. */
export const sourceOfRow = ({ by, row }: DeskView): FundingSource | null => (by === 'SOURCE' ? FUNDING_SOURCES.find((one) => one === row) ?? null : null);

/** The year of the annual figures: that of the day unless another is asked for. */
export const yearOf = ({ asked }: DeskView, today: string): number => asked.year ?? Number((asked.asOf ?? today).slice(0, 4));

/** Works are read in 万元, totals in 亿元, unless the reader chose. */
export const unitOf = ({ unit, row }: DeskView): DeskUnit => unit ?? (row === null ? 'YI' : 'WAN');
