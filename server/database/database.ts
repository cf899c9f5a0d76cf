import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Mutex } from 'async-mutex';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../api/clock';
import type { Actor } from '../api/identity';
import { requiredText } from '../api/text';
import type { DatabaseAddress, Engine } from './address';
import type { Bell } from './bell';
import { CHAIN_START } from './chain';
import { latestSeq } from './change-log';
import { ChangeCounter } from './change.entity';
import { migrate, mysqlOptions, openSource, sqliteOptions, type Tables } from './data-source';
import { isDuplicateOf, isRetryable } from './faults';
import { answerBefore, keepAnswer, type Request } from './idempotency';
import { UnitOfWork } from './unit-of-work';

const ATTEMPTS = 8;

/**
 * The one way in and out of the data. Reading goes through `read` and `snapshot`; writing goes through `work` (recorded
 * changes) and `housekeeping` (sessions and the like, which are no facts of the programme).
 *
 * On SQLite TypeORM has a single connection, on which concurrent transactions would become savepoints of each other; so
 * writers stand in line behind a mutex, and readers have a read-only data source of their own.
 */
export class Database {
  private readonly mutex = new Mutex();
  private written = 0;
  private asked: Promise<number> | null = null;
  private askedNext: Promise<number> | null = null;

  private constructor(
    readonly engine: Engine,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly clock: Clock,
    readonly bell: Bell,
    /** The database's name for itself; part of every cursor. */
    readonly epoch: string,
  ) {}

  /**
   * Connects, migrates, and makes the change counter on first use.
   * @throws StartError with one line for the operator.
   */
  static async open(address: DatabaseAddress, tables: Tables, clock: Clock, bell: Bell): Promise<Database> {
    const sqlite = address.engine === 'sqlite';
    const writer = await openSource(sqlite ? sqliteOptions(address.file, tables, false) : await mysqlOptions(address, tables));
    try {
      await migrate(writer, sqlite);
      await writer.query(sqlite ? 'INSERT OR IGNORE INTO change_counter (id, seq, head, epoch) VALUES (1, 0, ?, ?)' : 'INSERT IGNORE INTO change_counter (id, seq, head, epoch) VALUES (1, 0, ?, ?)', [CHAIN_START, randomUUID()]);
      const { epoch } = await writer.manager.findOneByOrFail(ChangeCounter, { id: 1 });
      const reader = sqlite ? await openSource(sqliteOptions(address.file, tables, true)) : writer;
      return new Database(address.engine, writer, reader, clock, bell, epoch);
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  }

  /** Reads committed data, each statement at its own moment. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  /**
   * Moves at every commit of this process, recorded or not. While it stands still, what this process read before is what
   * it would read again, but for what other servers write; on SQLite there are no others.
   */
  get commits(): number {
    return this.written;
  }

  /** The number of the last change that was committed, by any server, when this was called, or of a later one. */
  latest(): Promise<number> {
    if (!this.asked) return this.ask();
    // The question under way may have been put before a commit that this caller must see: all who come meanwhile share the next.
    return (this.askedNext ??= this.asked.catch(() => undefined).then(() => {
      this.askedNext = null;
      return this.ask();
    }));
  }

  /** Reads at one moment: no commit falls between the statements. */
  async snapshot<T>(reads: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.engine === 'sqlite') return this.mutex.runExclusive(() => reads(this.reader.manager));
    return this.reader.transaction('REPEATABLE READ', reads);
  }

  /**
   * Runs a unit of work: its rows and change records commit together or not at all. A deadlock or a refusal by the
   * cluster runs it again as a whole, so it must do nothing outside the database.
   *
   * With an idempotency key the result is kept: the same request from the same user gets it again and writes nothing.
   * @throws Refusal KEY_REUSED when the key came with another request.
   */
  async work<T>(actor: Actor, steps: (unit: UnitOfWork) => Promise<T>, request?: Request): Promise<T> {
    if (typeof request?.key === 'string') requiredText(request.key, 'input.idempotencyKey', 200);
    for (let attempt = 1; ; attempt++) {
      try {
        const { result, sealed } = await this.writing(async (manager) => {
          const before = request?.key ? await answerBefore<T>(manager, request) : null;
          if (before) return { result: before.result, sealed: null };
          const unit = new UnitOfWork(manager, this.engine, actor, this.clock.now(), this.clock.today());
          const done = await steps(unit);
          if (request?.key) await keepAnswer(manager, request, done, unit.now);
          return { result: done, sealed: await unit.seal() };
        });
        if (sealed !== null) this.bell.ring();
        return result;
      } catch (error) {
        // Two sent the same key together: the other one wrote, so the next attempt finds its answer.
        const again = isRetryable(error) || (request?.key !== undefined && isDuplicateOf(error, 'ux_idempotency_key', 'idempotency_key.'));
        if (!again || attempt >= ATTEMPTS) throw error;
        await sleep(5 * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  /** Writes what is no fact of the programme and stands in no change record: sessions, tokens, counts of failed sign-ins. */
  async housekeeping<T>(steps: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writing(steps);
      } catch (error) {
        if (!isRetryable(error) || attempt >= ATTEMPTS) throw error;
        await sleep(5 * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  /** What is left to do to bring the tables to what the entities say; empty when nothing is. */
  async drift(): Promise<string[]> {
    return (await this.writer.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  }

  async close(): Promise<void> {
    await this.mutex.runExclusive(async () => {
      if (this.reader !== this.writer) await this.reader.destroy();
      await this.writer.destroy();
    });
  }

  private async writing<T>(steps: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await (this.engine === 'sqlite' ? this.mutex.runExclusive(() => this.writer.transaction(steps)) : this.writer.transaction('READ COMMITTED', steps));
    } finally {
      // Also after a failure: a line that breaks during the commit leaves it unknown whether it was made.
      this.written += 1;
    }
  }

  private ask(): Promise<number> {
    const question = latestSeq(this.read).finally(() => {
      if (this.asked === question) this.asked = null;
    });
    this.asked = question;
    return question;
  }
}
