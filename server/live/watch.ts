/** A value for a watcher, with a key that is the same for every watcher who gets this very value. */
export interface Watched<Value> {
  key: string;
  value: Value;
}

/**
 * One watcher's stream. It asks for the next value only when the last one has been taken, so nothing piles up behind a
 * slow watcher, and it ends at once when it is returned, also while it waits (an async generator would leak until the
 * next event).
 */
export class Watch<Value> implements AsyncIterableIterator<Watched<Value>> {
  private done = false;
  private rung = false;
  private waiting: (() => void) | null = null;

  constructor(
    /** The next value after the watcher's position, or null when there is none yet. */
    private readonly read: () => Promise<Watched<Value> | null>,
    private readonly onEnd: () => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Watched<Value>, undefined>> {
    while (!this.done) {
      // Before reading: a bell that rings meanwhile makes it read once more.
      this.rung = false;
      const watched = await this.readOrEnd();
      if (this.done) break;
      if (watched) return { done: false, value: watched };
      if (!this.rung) await new Promise<void>((resolve) => (this.waiting = resolve));
      this.waiting = null;
    }
    return { done: true, value: undefined };
  }

  /** Nobody returns a stream that threw. */
  private async readOrEnd(): Promise<Watched<Value> | null> {
    try {
      return await this.read();
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<Watched<Value>, undefined>> {
    if (!this.done) {
      this.done = true;
      this.onEnd();
      this.wake();
    }
    return { done: true, value: undefined };
  }

  // graphql-ws ends a stream only when it has all of next, return and throw.
  throw(): Promise<IteratorResult<Watched<Value>, undefined>> {
    return this.return();
  }

  wake(): void {
    this.rung = true;
    this.waiting?.();
  }
}
