import { isDeepStrictEqual } from 'node:util';
import { readStreamCursor, writeStreamCursor, type StreamPosition } from '../api/cursor';
import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import { OWN_SUBJECT } from '../catalogue/fact-base';
import type { Facts } from '../catalogue/facts';
import { touchedAfter } from '../database/change-log';
import type { Database } from '../database/database';
import type { Projection } from './projections';
import { Watch, type Watched } from './watch';

interface State<Mark, Shared> {
  seq: number;
  day: Day;
  at: Date;
  facts: Facts;
  marks: Map<number, Mark>;
  shared: Shared;
}

/** What brought one state to the next. */
interface Step<Mark, Shared> {
  from: StreamPosition;
  to: StreamPosition;
  at: Date;
  changed: Mark[];
  removed: string[];
  shared: Shared;
}

/** A map as a whole (`marks`) or what changed on it (`changed`, `removed`), as GraphQL shows it. */
export type MapUpdate<Mark, Shared> = { cursor: string; at: Date } & Shared & ({ marks: Mark[] } | { changed: Mark[]; removed: string[] });

/** Steps kept in memory for watchers that follow closely; whoever is further behind catches up by the change records. */
const STEPS_KEPT = 1000;
/** Places remembered at which a watcher may stand. */
const STANDS_KEPT = 20_000;
/** Changes back from where on a fresh snapshot is cheaper for everybody than what was missed. */
const CATCH_UP_LIMIT = 50_000;

/**
 * One kind of live map, list-and-watch: it keeps the map's state in memory, brings it up to date once a change, and lets
 * any number of watchers follow from any cursor. What a watcher has not fetched yet is not kept for it: it holds a
 * position only.
 */
export class MapFeed<Mark, Shared extends object> {
  private state: State<Mark, Shared> | null = null;
  /** What changed the map, oldest first, complete from change `keptFrom` on. */
  private steps: Step<Mark, Shared>[] = [];
  private keptFrom = Infinity;
  /**
   * The changes at which this feed has stood. A step may span several changes; a cursor that a query gave out in the
   * midst of one may know more than where the step begins, so it catches up instead.
   */
  private readonly stood = new Set<number>();
  private readonly watches = new Set<Watch<MapUpdate<Mark, Shared>>>();

  constructor(private readonly projection: Projection<Mark, Shared>, private readonly database: Database) {}

  /** How many follow it. */
  get watchers(): number {
    return this.watches.size;
  }

  /** Brings the state up to date and wakes the watchers when the map changed. */
  advance(facts: Facts, day: Day): void {
    const before = this.state;
    if (before && before.seq === facts.seq && before.day === day) return;
    const after = stateOf(this.projection, facts, day);
    this.state = after;
    this.remember(after.seq);
    if (!before) {
      this.keptFrom = after.seq;
    } else {
      const step = this.stepBetween(before, after);
      // A change that this map does not show wakes nobody.
      if (!step.changed.length && !step.removed.length && isDeepStrictEqual(before.shared, after.shared)) return;
      this.keep(step);
    }
    for (const watch of this.watches) watch.wake();
  }

  /**
   * Follows the map from a cursor, or from now when there is none.
   * @throws Refusal BAD_USER_INPUT on `after` when it is no cursor.
   */
  watch(after: string | null): AsyncIterableIterator<Watched<MapUpdate<Mark, Shared>>> {
    let position = after === null ? null : readStreamCursor(after, 'after');
    const watch = new Watch(
      async () => {
        const next = await this.next(position);
        if (!next) return null;
        position = next.to;
        return next.watched;
      },
      () => this.watches.delete(watch),
    );
    this.watches.add(watch);
    return watch;
  }

  private async next(position: StreamPosition | null): Promise<{ to: StreamPosition; watched: Watched<MapUpdate<Mark, Shared>> } | null> {
    const state = this.state;
    if (!state) return null;
    const here = this.position(state);
    const behind = position?.epoch === here.epoch ? here.seq - position.seq : -1;
    if (!position || behind < 0 || behind > CATCH_UP_LIMIT) return { to: here, watched: { key: `whole ${here.seq} ${here.day}`, value: wholeMap(this.database.epoch, state) } };
    if (position.seq >= this.keptFrom && this.stood.has(position.seq)) {
      const step = this.steps.find(({ from, to }) => to.seq > position.seq || (to.seq === position.seq && from.day === position.day && to.day !== position.day));
      if (step) return { to: step.to, watched: { key: `step ${step.from.seq} ${step.from.day} ${step.to.seq} ${step.to.day}`, value: this.patch(step) } };
      if (position.day === here.day) return null;
    }
    return { to: here, watched: { key: `catch-up ${position.seq} ${position.day} ${here.seq} ${here.day}`, value: await this.catchUp(position, state) } };
  }

  /** What was missed since a position that memory no longer reaches: the works named by the change records since then. */
  private async catchUp({ seq, day }: StreamPosition, state: State<Mark, Shared>): Promise<MapUpdate<Mark, Shared>> {
    const touched = (await touchedAfter(this.database.read, seq)).filter((change) => change.seq <= state.seq);
    const { subject, apart, shown } = this.projection;
    const narrow = apart && day === state.day && touched.every(({ subjectType }) => OWN_SUBJECT.has(subjectType));
    const ids = new Set(touched.filter(({ subjectType }) => subjectType === subject).map(({ subjectId }) => subjectId));
    // What counted on the day of the picture may not count on this one, without any change.
    const known = day === null || day === state.day ? ids : new Set([...ids, ...shown(state.facts, day)]);
    return {
      cursor: writeStreamCursor(this.position(state)),
      at: state.at,
      ...state.shared,
      changed: [...state.marks].filter(([id]) => !narrow || ids.has(id)).map(([, mark]) => mark),
      removed: [...known].filter((id) => !state.marks.has(id)).map((id) => globalId(subject, id)),
    };
  }

  private remember(seq: number): void {
    this.stood.add(seq);
    if (this.stood.size > STANDS_KEPT) this.stood.delete(this.stood.values().next().value!);
  }

  private stepBetween(before: State<Mark, Shared>, after: State<Mark, Shared>): Step<Mark, Shared> {
    const differs = ([id, mark]: [number, Mark]) => before.marks.get(id) !== mark && !isDeepStrictEqual(before.marks.get(id), mark);
    return {
      from: this.position(before),
      to: this.position(after),
      at: after.at,
      shared: after.shared,
      changed: [...after.marks].filter(differs).map(([, mark]) => mark),
      removed: [...before.marks.keys()].filter((id) => !after.marks.has(id)).map((id) => globalId(this.projection.subject, id)),
    };
  }

  private keep(step: Step<Mark, Shared>): void {
    this.steps.push(step);
    if (this.steps.length <= STEPS_KEPT) return;
    const dropped = this.steps.splice(0, STEPS_KEPT / 2);
    this.keptFrom = dropped.at(-1)!.to.seq;
  }

  private position({ seq, day }: State<Mark, Shared>): StreamPosition {
    return { epoch: this.database.epoch, seq, day };
  }

  private patch({ to, at, changed, removed, shared }: Step<Mark, Shared>): MapUpdate<Mark, Shared> {
    return { cursor: writeStreamCursor(to), at, ...shared, changed, removed };
  }
}

const stateOf = <Mark, Shared>(projection: Projection<Mark, Shared>, facts: Facts, day: Day): State<Mark, Shared> => ({
  seq: facts.seq,
  day,
  at: facts.changedAt ?? new Date(0),
  facts,
  marks: projection.marks(facts, day),
  shared: projection.shared(facts, day),
});

const wholeMap = <Mark, Shared>(epoch: string, { seq, day, at, marks, shared }: State<Mark, Shared>): MapUpdate<Mark, Shared> => ({
  cursor: writeStreamCursor({ epoch, seq, day }),
  at,
  ...shared,
  marks: [...marks.values()],
});

/** A map as a whole on a day, from given facts. */
export const snapshotOf = <Mark, Shared>(projection: Projection<Mark, Shared>, facts: Facts, day: Day): MapUpdate<Mark, Shared> =>
  wholeMap(facts.epoch, stateOf(projection, facts, day));
