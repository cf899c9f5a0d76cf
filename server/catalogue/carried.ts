/** What was reckoned over all works, and the rows that have changed since. */
interface Kept<T> {
  value: T;
  stale: ReadonlySet<number>;
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Things reckoned over all works of one state of the facts. The next state takes them over with the rows that have changed
 * since, and brings one up to date only when it is asked for: a change to one work costs that work, not all of them.
 */
export class Carried<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /** @param limit how many are kept; those longest unasked go first */
  constructor(private readonly limit: number) {}

  /** What the next state starts from. */
  after(changed: ReadonlySet<number>): Carried<T> {
    const next = new Carried<T>(this.limit);
    for (const [key, { value, stale }] of this.kept) next.kept.set(key, { value, stale: stale.size ? new Set([...stale, ...changed]) : changed });
    return next;
  }

  /**
   * @param renew a value that is right after some rows have changed; the one before stays as it is, for whoever still
   * reads the state before
   */
  get(key: string, whole: () => T, renew: (before: T, changed: ReadonlySet<number>) => T): T {
    const known = this.kept.get(key);
    const value = !known ? whole() : known.stale.size ? renew(known.value, known.stale) : known.value;
    this.kept.delete(key);
    this.kept.set(key, { value, stale: NOTHING });
    if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value!);
    return value;
  }
}
