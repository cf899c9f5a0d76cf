import type { LedgerPageQuery } from '../graphql.generated';

export type LedgerAnswer = NonNullable<LedgerPageQuery['ledger']>;
export type LedgerRow = LedgerAnswer['rows'][number];
export type LedgerColumn = LedgerAnswer['columns'][number];
export type LedgerGroup = LedgerAnswer['groups'][number];
/** What an answer says of the whole ledger, whichever rows it brought. */
export type LedgerMeta = Omit<LedgerAnswer, 'rows'>;

/** Rows asked for at once. */
export const PAGE = 500;
/** Pages kept: those far from the reader are let go. */
const KEPT = 40;
/** Questions under way at once. */
const AT_ONCE = 2;

type Ask = (skip: number, first: number) => Promise<LedgerAnswer>;
type Held = { rows: readonly LedgerRow[]; state: number };

/**
 * The rows of a ledger, read by pages around what the reader looks at, and a page ahead. When something has changed, what
 * is on screen stays until the new rows are there. Knows nothing of the screen.
 */
export class LedgerPages {
  meta: LedgerMeta | null = null;
  error: unknown = null;
  /** How often the ledger was found changed and read again. */
  refreshed = 0;
  private readonly pages = new Map<number, Held>();
  private readonly asking = new Map<number, number>();
  /** Rises when the rows may have changed; pages of an earlier state are read again. */
  private state = 0;
  private metaState = -1;
  private wanted: readonly [number, number] = [0, 0];
  private closed = true;

  constructor(private readonly ask: Ask, private readonly onChange: () => void) {}

  /** The row at this place of the whole ledger; undefined while it is not read. */
  rowAt(index: number): LedgerRow | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** Whether what is known is being brought up to date. */
  get stale(): boolean {
    return this.metaState < this.state;
  }

  /** The reader looks at these rows. */
  show(first: number, last: number): void {
    this.wanted = [Math.max(0, Math.floor(first / PAGE)), Math.max(0, Math.floor(last / PAGE))];
    this.pump();
  }

  /** Something has changed. */
  refresh(): void {
    this.state += 1;
    this.error = null;
    this.pump();
    this.onChange();
  }

  /** Asks again after an error. */
  retry(): void {
    this.error = null;
    this.onChange();
    this.pump();
  }

  /** Begins to read. */
  open(): void {
    this.closed = false;
    this.pump();
  }

  /** Takes no answers any more. */
  close(): void {
    this.closed = true;
    this.asking.clear();
  }

  /** The pages that are wanted and not there, nearest to the reader first. */
  private missing(): number[] {
    const [from, to] = this.wanted;
    const last = this.meta ? Math.max(0, Math.ceil(this.meta.totalCount / PAGE) - 1) : 0;
    const near = [...Array.from({ length: to - from + 1 }, (_, i) => from + i), to + 1, from - 1];
    return near.filter((page) => page >= 0 && page <= last && this.pages.get(page)?.state !== this.state && this.asking.get(page) !== this.state);
  }

  private pump(): void {
    if (this.closed || this.error !== null) return;
    // The first answer says how many there are; until then there is one question.
    const room = (this.meta ? AT_ONCE : 1) - this.asking.size;
    for (const page of this.missing().slice(0, Math.max(0, room))) void this.read(page, this.state);
  }

  private async read(page: number, state: number): Promise<void> {
    this.asking.set(page, state);
    try {
      const { rows, ...meta } = await this.ask(page * PAGE, PAGE);
      if (!this.closed) this.take(page, state, rows, meta);
    } catch (error) {
      if (!this.closed) this.error = error;
    }
    if (this.asking.get(page) === state) this.asking.delete(page);
    if (this.closed) return;
    this.onChange();
    this.pump();
  }

  private take(page: number, asked: number, rows: readonly LedgerRow[], meta: LedgerMeta): void {
    // Another number of rows than the pages before said: something changed, and nobody has told yet. An answer that was
    // overtaken by a change is better than nothing, and is asked for again.
    const changed = asked === this.state && asked === this.metaState && meta.totalCount !== this.meta?.totalCount;
    if (changed) this.state += 1;
    const state = changed ? this.state : asked;
    if ((this.pages.get(page)?.state ?? -1) <= state) this.pages.set(page, { rows, state });
    if (state >= this.metaState) {
      if (this.meta && state > this.metaState) this.refreshed += 1;
      this.meta = this.meta ? unchangedKept(this.meta, meta) : meta;
      this.metaState = state;
    }
    this.forget();
  }

  private forget(): void {
    const [from, to] = this.wanted;
    const far = (page: number) => Math.max(from - page, page - to);
    for (const page of [...this.pages.keys()].sort((a, b) => far(b) - far(a)).slice(0, Math.max(0, this.pages.size - KEPT))) this.pages.delete(page);
  }
}

/** The newer of two, with the parts of the older that say the same: whoever holds them sees that nothing changed. */
function unchangedKept(older: LedgerMeta, newer: LedgerMeta): LedgerMeta {
  const kept = <T>(before: T, after: T): T => (JSON.stringify(before) === JSON.stringify(after) ? before : after);
  return { ...newer, columns: kept(older.columns, newer.columns), totals: kept(older.totals, newer.totals), groups: kept(older.groups, newer.groups) };
}
