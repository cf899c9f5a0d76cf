import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a piece of work may hold everybody else up, ms. */
const PIECE = 4;

/**
 * Long work in small pieces, so that requests and live maps go on meanwhile:
 *
 *     for (const row of rows) {
 *       if (turns.due) await turns.next();
 *       …
 *     }
 */
export class Turns {
  private since = performance.now();

  /** Whether others should have a turn now. */
  get due(): boolean {
    return performance.now() - this.since >= PIECE;
  }

  /** Lets everything that waits go first. */
  async next(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
