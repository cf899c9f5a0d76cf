import type { Clock } from '../api/clock';
import type { Day } from '../api/day';
import type { FactBase } from '../catalogue/fact-base';
import type { Database } from '../database/database';
import { latestSeq, takeTurnOfDay } from '../database/change-log';
import { ChangeFeed } from './change-feed';
import { MapFeed } from './map-feed';
import { distributionProjection, progressProjection, waterProjection } from './projections';

export interface HubOptions {
  /** How often to look without a bell, ms: a lost notice delays by no more than this. */
  pollEvery?: number;
  onTrouble(error: unknown): void;
  /** Called after every look, with the number of the last change: for whoever else must notice changes. */
  onLook?(seq: number): void;
}

/** Brings all live maps and the change stream up to date: at each ring of the bell, and by a slow poll behind it. */
export class LiveHub {
  readonly progress;
  readonly distribution;
  readonly water;
  readonly changes;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private again = false;
  private stopListening: (() => void) | null = null;
  private awaiting: { resolve(): void; reject(error: unknown): void }[] = [];

  constructor(private readonly database: Database, private readonly factBase: FactBase, private readonly clock: Clock, private readonly options: HubOptions) {
    this.progress = new MapFeed(progressProjection, database);
    this.distribution = new MapFeed(distributionProjection, database);
    this.water = new MapFeed(waterProjection(), database);
    this.changes = new ChangeFeed(database);
  }

  async start(): Promise<void> {
    await this.look();
    this.stopListening = this.database.bell.listen(() => this.ring());
    this.timer = setInterval(() => this.ring(), this.options.pollEvery ?? 2000);
  }

  async stop(): Promise<void> {
    this.stopListening?.();
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** How many streams are open. */
  get watchers(): number {
    return [this.progress, this.distribution, this.water, this.changes].reduce((sum, feed) => sum + feed.watchers, 0);
  }

  /**
   * Waits until the streams know everything that was committed before the call, on any server: a cursor that a query or
   * another server has just given out is never ahead of them.
   */
  async present(): Promise<void> {
    const seq = await latestSeq(this.database.read);
    while (this.changes.latest < seq) {
      const looked = new Promise<void>((resolve, reject) => this.awaiting.push({ resolve, reject }));
      this.ring();
      await looked;
    }
  }

  private ring(): void {
    if (this.looking) {
      this.again = true;
      return;
    }
    this.looking = this.lookUntilQuiet();
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.look();
        for (const { resolve } of this.awaiting.splice(0)) resolve();
      } catch (error) {
        for (const { reject } of this.awaiting.splice(0)) reject(error);
        // The database is away: the poll goes on, and the watchers hear as soon as it is back.
        this.options.onTrouble(error);
      }
    } while (this.again);
    // At once, not in a later turn: a ring in between would be lost until the next poll.
    this.looking = null;
  }

  private async look(): Promise<void> {
    // Asked once: no map shows a day before its turn is on record.
    const day = this.clock.today();
    await this.turnDay(day);
    const facts = await this.factBase.latest();
    for (const feed of [this.progress, this.distribution, this.water]) feed.advance(facts, day);
    await this.changes.advance(facts.seq);
    this.options.onLook?.(facts.seq);
  }

  /** The day that this server last saw turned; asking the database each time would be a write every two seconds. */
  private turnedTo: Day | null = null;

  /** At midnight in Asia/Shanghai one server writes the turn of the day, and every map moves by it. */
  private async turnDay(today: Day): Promise<void> {
    if (this.turnedTo === today) return;
    await this.database.work({ name: 'clock', userId: null }, async (unit) => {
      if (await takeTurnOfDay(unit.manager, today)) {
        unit.record({ kind: 'DAY_TURNED', subjectType: 'Day', subjectId: Number(today.replaceAll('-', '')), summary: `进入 ${today}` });
      }
    });
    this.turnedTo = today;
  }
}
