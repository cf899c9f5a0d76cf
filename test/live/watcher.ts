import type { Answer, Data, Stream, TestClient } from '../harness';

const SUMMARY = 'summary { total preparation construction completed unverified suspended lagging serious investment investmentDone fundsPlanned fundsArrived fundsPaid }';
const WATER_SUMMARY = 'summary { period sections judged good goodShare inferiorV }';
const PROGRESS = `asOf ${SUMMARY}`;
const MARKS = {
  progressMap: 'projectId number name adcode sector stage stageSince progress health unverified suspended location { lon lat }',
  distributionMap: 'projectId number name adcode sector category lists location { lon lat } investment',
  waterMap: 'sectionId code name river adcode level location { lon lat } class target meetsTarget period sample',
};
const SHARED = { progressMap: PROGRESS, distributionMap: PROGRESS, waterMap: `period ${WATER_SUMMARY}` };

export type MapName = keyof typeof MARKS;
export const mapNames = Object.keys(MARKS) as MapName[];

const typeOf = (map: MapName): string => map[0].toUpperCase() + map.slice(1);

/** The map as a query gives it. */
export const mapQuery = (map: MapName): string => `{ ${map} { ${SHARED[map]} marks { ${MARKS[map]} } } }`;

/** The map as a stream. */
export const mapStream = (map: MapName): string => {
  const type = typeOf(map);
  return `subscription ($after: Cursor) { ${map}(after: $after) { __typename
    ... on ${type} { cursor at ${SHARED[map]} marks { ${MARKS[map]} } }
    ... on ${type}Patch { cursor at ${SHARED[map]} changed { ${MARKS[map]} } removed } } }`;
};

/** A client's picture of a live map: a snapshot, and patches folded into it. */
export class Watcher {
  /** The last cursor seen. */
  cursor: string | null = null;
  shared: Data = {};
  readonly marks = new Map<string, Data>();
  /** Snapshots and patches received. */
  snapshots = 0;
  patches = 0;
  /** Everything received, in order. */
  readonly updates: Data[] = [];
  /** Codes of what it was refused. */
  readonly refusals: string[] = [];
  private stream: Stream<Answer> | null = null;
  private folding: Promise<void> | null = null;

  constructor(readonly client: TestClient, readonly map: MapName) {}

  /** Opens the stream where it was left. */
  open(): this {
    const stream = this.client.subscribe(mapStream(this.map), { after: this.cursor });
    this.stream = stream;
    this.folding = this.follow(stream);
    return this;
  }

  /** Leaves; what has not been folded yet is lost, as on a broken line. */
  async leave(): Promise<void> {
    this.stream?.close();
    await this.folding;
    this.stream = null;
  }

  /** The picture, in the form of the query's answer. */
  picture(): Data {
    const order = this.map === 'waterMap' ? 'code' : 'number';
    const marks = [...this.marks.values()].sort((a, b) => (a[order] < b[order] ? -1 : 1));
    return { ...this.shared, marks };
  }

  private async follow(stream: Stream<Answer>): Promise<void> {
    for (;;) {
      const answer = await stream.next(60_000).catch(() => null);
      if (!answer) return;
      if (answer.errors) this.refusals.push(...answer.errors.map(({ extensions }) => extensions.code));
      else this.fold(answer.data![this.map]);
    }
  }

  private fold(update: Data): void {
    this.updates.push(update);
    const { __typename, cursor, at: _at, marks, changed, removed, ...shared } = update;
    if (__typename === typeOf(this.map)) {
      this.snapshots += 1;
      this.marks.clear();
      for (const mark of marks) this.marks.set(idOf(mark), mark);
    } else {
      this.patches += 1;
      for (const mark of changed) this.marks.set(idOf(mark), mark);
      for (const id of removed) this.marks.delete(id);
    }
    this.cursor = cursor;
    this.shared = shared;
  }
}

const idOf = (mark: Data): string => mark.projectId ?? mark.sectionId;

/** Waits until something holds. @throws Error with what `say` tells when it does not in time. */
export async function until(holds: () => boolean | Promise<boolean>, say: () => unknown = () => '', milliseconds = 5000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${JSON.stringify(say())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Numbers that look random and are the same for the same seed. */
export function chance(seed: number): { below(n: number): number; oneOf<T>(items: readonly T[]): T } {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, oneOf: (items) => items[below(items.length)] };
}
