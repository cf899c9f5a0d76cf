/** What came over a stream, in order; nothing is missed, however late the test looks. */
export class Stream<T> {
  /** Everything so far. */
  readonly all: T[] = [];
  /** Why it ended: a CloseEvent or an error; null when it completed. */
  fault: unknown = null;
  ended = false;
  /** Ends it at the source. */
  stopper: () => void = () => undefined;
  private taken = 0;
  private wake: (() => void)[] = [];

  push(item: T): void {
    this.all.push(item);
    this.tell();
  }

  end(fault: unknown = null): void {
    this.fault ??= fault;
    this.ended = true;
    this.tell();
  }

  /** The next one not yet taken. @throws Error when none comes in time, or the stream ended. */
  async next(milliseconds = 5000): Promise<T> {
    if (!(await this.until(() => this.all.length > this.taken, milliseconds))) {
      throw new Error(this.ended ? `the stream has ended: ${say(this.fault)}` : `nothing came in ${milliseconds} ms`);
    }
    return this.all[this.taken++];
  }

  /** Takes until one passes the test. */
  async find(test: (item: T) => boolean, milliseconds = 5000): Promise<T> {
    for (const until = Date.now() + milliseconds; ; ) {
      const item = await this.next(Math.max(1, until - Date.now()));
      if (test(item)) return item;
    }
  }

  /** Waits for the end. @returns why it ended. */
  async whenEnded(milliseconds = 5000): Promise<unknown> {
    if (!(await this.until(() => this.ended, milliseconds))) throw new Error(`the stream is open after ${milliseconds} ms`);
    return this.fault;
  }

  /** That nothing comes for a while. */
  async quiet(milliseconds: number): Promise<boolean> {
    const before = this.all.length;
    return !(await this.until(() => this.all.length > before, milliseconds));
  }

  close(): void {
    this.stopper();
    this.end();
  }

  private async until(test: () => boolean, milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    while (!test()) {
      const left = deadline - Date.now();
      if (left <= 0 || (this.ended && !test())) return test();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wake.push(() => (clearTimeout(timer), resolve()));
      });
    }
    return true;
  }

  private tell(): void {
    for (const wake of this.wake.splice(0)) wake();
  }
}

const say = (fault: unknown): string => (fault === null ? 'complete' : fault instanceof Error ? fault.message : JSON.stringify({ code: (fault as CloseEvent).code, reason: (fault as CloseEvent).reason }));
