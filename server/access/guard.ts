import { createHash } from 'node:crypto';
import { Mutex } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../api/clock';
import { refuse } from '../api/refusal';
import type { Database } from '../database/database';
import { SignInGuard } from './credentials.entity';

/** Failures that are let pass within the window. */
export const FAILURES_ALLOWED = 10;
export const WINDOW_MS = 15 * 60_000;

const PURGE_EVERY_MS = 60_000;

/**
 * Counts failed tries under a key, in the database, so that several servers count together. A try is counted as failed
 * before it is made and uncounted when it succeeds: of a hundred sent at once no more than ten are made.
 *
 * Within one server tries under one key stand in line, so that many right passwords at once do not bar one another. What
 * is barred does not count: who goes on trying is let in again when the window has passed.
 */
export class Guard {
  private readonly lines = new Map<string, Mutex>();
  private purgedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a try.
   * @param check answers null when it failed.
   * @param settle runs in the transaction that takes the failures back.
   * @returns what `settle` returned, or null when the try failed.
   * @throws Refusal RATE_LIMITED without making it.
   */
  async attempt<T, R>(what: string, check: () => Promise<T | null>, settle: (result: T, manager: EntityManager) => Promise<R>): Promise<R | null> {
    const guardKey = createHash('sha256').update(what).digest('hex');
    return this.inLine(guardKey, async () => {
      // A flood of barred tries only reads.
      this.assertRoom(await this.database.read.findOneBy(SignInGuard, { guardKey }));
      await this.database.housekeeping((manager) => this.count(manager, guardKey));
      const result = await check();
      if (result === null) return null;
      return this.database.housekeeping(async (manager) => {
        await manager.delete(SignInGuard, { guardKey });
        return settle(result, manager);
      });
    });
  }

  private async count(manager: EntityManager, guardKey: string): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.purgedAt > PURGE_EVERY_MS) {
      this.purgedAt = now;
      await manager.createQueryBuilder().delete().from(SignInGuard).where('updated_at < :before', { before: now - WINDOW_MS }).execute();
    }
    // Writing first takes the row's lock, and makes the row when there is none.
    await manager.createQueryBuilder().insert().into(SignInGuard).values({ guardKey, failures: '', updatedAt: now }).orUpdate(['updated_at'], ['guard_key']).execute();
    const row = await manager.findOneByOrFail(SignInGuard, { guardKey });
    const failures = this.assertRoom(row);
    await manager.update(SignInGuard, guardKey, { failures: [...failures, now].join(',') });
  }

  /** @returns the failures within the window. */
  private assertRoom(row: SignInGuard | null): number[] {
    const since = this.clock.now().getTime() - WINDOW_MS;
    const failures = row?.failures ? row.failures.split(',').map(Number).filter((at) => at > since) : [];
    if (failures.length >= FAILURES_ALLOWED) throw refuse('RATE_LIMITED');
    return failures;
  }

  private async inLine<T>(key: string, steps: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? new Mutex();
    this.lines.set(key, line);
    try {
      return await line.runExclusive(steps);
    } finally {
      if (!line.isLocked()) this.lines.delete(key);
    }
  }
}
