import { readStreamCursor, writeStreamCursor } from '../api/cursor';
import type { Identity } from '../api/identity';
import { globalId } from '../api/ids';
import { refuse } from '../api/refusal';
import { hears } from '../access/policy';
import { changesAfter, type ChangeHead } from '../database/change-log';
import type { Database } from '../database/database';
import type { Change } from './change.types';
import { Watch, type Watched } from './watch';

const BATCH = 500;
const KEPT = 2000;

/** A change as GraphQL shows it. */
export const toChange = (epoch: string, { seq, at, actor, kind, subjectType, subjectId, adcodes, summary, hash }: ChangeHead): Change => ({
  cursor: writeStreamCursor({ epoch, seq, day: null }),
  seq, at, actor, kind, subjectType,
  subjectId: globalId(subjectType, subjectId),
  adcodes: adcodes ? adcodes.split(',') : [],
  summary,
  hash,
});

/** Whether a viewer hears of a change. */
export const audible = (viewer: Identity, { adcodes, sector, subjectType }: ChangeHead): boolean =>
  hears(viewer, { adcodes: adcodes ? adcodes.split(',') : [], sector, subjectType });

/** The change record as a stream. The last changes are kept in memory; whoever is further behind reads the table. */
export class ChangeFeed {
  private kept: ChangeHead[] = [];
  private seq = -1;
  private readonly watches = new Set<Watch<Change>>();

  constructor(private readonly database: Database) {}

  /** The last change that it knows. */
  get latest(): number {
    return this.seq;
  }

  /** How many follow it. */
  get watchers(): number {
    return this.watches.size;
  }

  /** Reads what was committed since. The first time it only takes its place at the end. */
  async advance(latest: number): Promise<void> {
    if (this.seq < 0 || latest < this.seq) {
      this.seq = latest;
      this.kept = [];
    }
    while (this.seq < latest) {
      const batch = await changesAfter(this.database.read, this.seq, BATCH);
      if (!batch.length) break;
      this.kept = [...this.kept, ...batch].slice(-KEPT);
      this.seq = batch.at(-1)!.seq;
    }
    for (const watch of this.watches) watch.wake();
  }

  /**
   * Follows the changes that a viewer hears of, after a cursor or from now on.
   * @throws Refusal BAD_USER_INPUT when `after` is no cursor, CURSOR_STALE when it is one of another database.
   */
  watch(viewer: Identity, after: string | null): AsyncIterableIterator<Watched<Change>> {
    const { epoch } = this.database;
    const start = after === null ? { epoch, seq: this.seq } : readStreamCursor(after, 'after');
    if (start.epoch !== epoch || start.seq > this.seq) throw refuse('CURSOR_STALE', { field: 'after' });
    let seq = start.seq;
    let queue: ChangeHead[] = [];
    const watch = new Watch<Change>(
      async () => {
        for (;;) {
          const change = queue.shift();
          if (!change) {
            queue = await this.after(seq);
            if (!queue.length) return null;
            continue;
          }
          seq = change.seq;
          if (audible(viewer, change)) return { key: `change ${seq}`, value: toChange(epoch, change) };
        }
      },
      () => this.watches.delete(watch),
    );
    this.watches.add(watch);
    return watch;
  }

  private async after(seq: number): Promise<ChangeHead[]> {
    if (seq >= this.seq) return [];
    if (this.kept.length && this.kept[0].seq <= seq + 1) return this.kept.filter((change) => change.seq > seq).slice(0, BATCH);
    return changesAfter(this.database.read, seq, BATCH);
  }
}
