import type {
  DistributionMarkPartsFragment, MapSummaryPartsFragment, ProgressMarkPartsFragment, WatchDistributionMapSubscription,
  WatchProgressMapSubscription, WatchWaterMapSubscription, WaterMarkPartsFragment, WaterSummaryPartsFragment,
} from '../graphql.generated';

export type ProgressMark = ProgressMarkPartsFragment;
export type DistributionMark = DistributionMarkPartsFragment;
export type WaterMark = WaterMarkPartsFragment;
export type MapSummary = MapSummaryPartsFragment;
export type WaterSummary = WaterSummaryPartsFragment;

export type ProgressUpdate = WatchProgressMapSubscription['progressMap'];
export type DistributionUpdate = WatchDistributionMapSubscription['distributionMap'];
export type WaterUpdate = WatchWaterMapSubscription['waterMap'];

/** What one update turned a mark into, for the pulse and the list of changes. */
export interface MarkChange<Mark> { before: Mark | null; after: Mark }

/** A map as the screen holds it. Marks that did not change keep their identity from update to update. */
export interface MapState<Mark, Summary, Day> {
  at: string;
  cursor: string;
  /** The map's day; for the water map the period of the results. */
  day: Day;
  summary: Summary;
  marks: ReadonlyMap<string, Mark>;
  /** What the last update changed. Empty after a first snapshot: nothing pulses when the picture appears. */
  changes: readonly MarkChange<Mark>[];
  /** Counts the updates that changed a mark; the pulse is keyed by it. */
  revision: number;
}

export type ProgressState = MapState<ProgressMark, MapSummary, string>;
export type DistributionState = MapState<DistributionMark, MapSummary, string>;
export type WaterState = MapState<WaterMark, WaterSummary, string | null>;

/** Whether two plain answers say the same. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

interface Incoming<Mark, Summary, Day> {
  at: string;
  cursor: string;
  day: Day;
  summary: Summary;
  /** All marks of a snapshot, or null for a patch. */
  all: readonly Mark[] | null;
  changed: readonly Mark[];
  removed: readonly string[];
}

/**
 * The one reducer of all maps: a snapshot replaces, a patch merges. Applying an update twice gives the same picture as once, and what
 * an update does not change keeps its identity, so that React repaints nothing else.
 */
export function applyUpdate<Mark, Summary, Day>(
  state: MapState<Mark, Summary, Day> | null,
  incoming: Incoming<Mark, Summary, Day>,
  idOf: (mark: Mark) => string,
): MapState<Mark, Summary, Day> {
  const before = state?.marks ?? new Map<string, Mark>();
  const next = new Map<string, Mark>();
  const changes: MarkChange<Mark>[] = [];
  let moved = false;
  const put = (mark: Mark) => {
    const id = idOf(mark);
    const old = before.get(id);
    if (old !== undefined && same(old, mark)) {
      next.set(id, old);
      return;
    }
    moved = true;
    next.set(id, mark);
    if (state) changes.push({ before: old ?? null, after: mark });
  };
  if (incoming.all) {
    for (const mark of incoming.all) put(mark);
    if (next.size !== before.size) moved = true;
  } else {
    for (const [id, mark] of before) next.set(id, mark);
    for (const mark of incoming.changed) put(mark);
    for (const id of incoming.removed) if (next.delete(id)) moved = true;
  }
  return {
    at: incoming.at,
    cursor: incoming.cursor,
    day: incoming.day,
    summary: state && same(state.summary, incoming.summary) ? state.summary : incoming.summary,
    marks: moved ? next : before,
    changes: moved ? changes : [],
    revision: (state?.revision ?? 0) + (changes.length ? 1 : 0),
  };
}

/** Applies an update of the progress map. */
export function applyProgressUpdate(state: ProgressState | null, update: ProgressUpdate): ProgressState {
  const snapshot = update.__typename === 'ProgressMap';
  return applyUpdate(state, {
    at: update.at, cursor: update.cursor, day: update.asOf, summary: update.summary,
    all: snapshot ? update.marks : null, changed: snapshot ? [] : update.changed, removed: snapshot ? [] : update.removed,
  }, (mark) => mark.projectId);
}

/** Applies an update of the distribution map. */
export function applyDistributionUpdate(state: DistributionState | null, update: DistributionUpdate): DistributionState {
  const snapshot = update.__typename === 'DistributionMap';
  return applyUpdate(state, {
    at: update.at, cursor: update.cursor, day: update.asOf, summary: update.summary,
    all: snapshot ? update.marks : null, changed: snapshot ? [] : update.changed, removed: snapshot ? [] : update.removed,
  }, (mark) => mark.projectId);
}

/** Applies an update of the water map. */
export function applyWaterUpdate(state: WaterState | null, update: WaterUpdate): WaterState {
  const snapshot = update.__typename === 'WaterMap';
  return applyUpdate(state, {
    at: update.at, cursor: update.cursor, day: update.period, summary: update.summary,
    all: snapshot ? update.marks : null, changed: snapshot ? [] : update.changed, removed: snapshot ? [] : update.removed,
  }, (mark) => mark.sectionId);
}
