import type { DeepPartial, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Actor } from '../api/identity';
import type { Day } from '../api/day';
import type { Engine } from './address';
import { ChangeCounter, ChangeRecord, NumberSequence } from './change.entity';
import { chainHash } from './chain';
import { imageOf, isRecorded, type RowImage } from './recorded';

/** What a change says of itself; the rows are those written since the change before. */
export interface ChangeHeading {
  kind: string;
  subjectType: string;
  subjectId: number;
  adcodes?: readonly string[];
  sector?: string | null;
  /** A line for people, in Chinese, without secrets. */
  summary: string;
}

type Row = ObjectLiteral & { id: number };

/** MariaDB's TEXT holds 65,535 bytes; SQLite would take more, and so would hide the fault. */
const PAYLOAD_LIMIT = 65_535;
const INSERT_CHUNK = 200;

/**
 * Everything that one request writes: rows and their change records, committed together or not at all. It is handed to
 * the function given to `Database.work`, and is good for that run only.
 */
export class UnitOfWork {
  private rows: RowImage[] = [];
  private readonly changes: Omit<ChangeRecord, 'seq' | 'hash'>[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly engine: Engine,
    readonly actor: Actor,
    readonly now: Date,
    readonly today: Day,
  ) {}

  /** Inserts a row of a recorded entity. */
  async insert<T extends Row>(entity: EntityTarget<T>, values: DeepPartial<T>): Promise<T> {
    return (await this.insertAll(entity, [values]))[0];
  }

  /** Inserts many rows of one recorded entity, in order. */
  async insertAll<T extends Row>(entity: EntityTarget<T>, values: DeepPartial<T>[]): Promise<T[]> {
    this.assertRecorded(entity);
    const rows: T[] = values.map((one) => this.manager.create(entity, one));
    for (let i = 0; i < rows.length; i += INSERT_CHUNK) await this.manager.insert(entity, rows.slice(i, i + INSERT_CHUNK));
    for (const row of rows) this.keep(entity, row);
    return rows;
  }

  /** Changes some values of a row that was read in this unit of work; the whole row goes into the record. */
  async update<T extends Row>(entity: EntityTarget<T>, row: T, patch: Partial<T>): Promise<T> {
    this.assertRecorded(entity);
    Object.assign(row, patch);
    await this.manager.update(entity, row.id, patch as never);
    this.keep(entity, row);
    return row;
  }

  async remove<T extends Row>(entity: EntityTarget<T>, row: T): Promise<void> {
    this.assertRecorded(entity);
    await this.manager.delete(entity, row.id);
    this.rows.push({ table: this.manager.connection.getMetadata(entity).tableName, id: row.id, values: null });
  }

  /** Reads a row and keeps others from changing it until the commit. */
  async lock<T extends Row>(entity: EntityTarget<T>, id: number): Promise<T | null> {
    return this.manager.findOne(entity, {
      where: { id } as never,
      ...(this.engine === 'sqlite' ? {} : { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  /** The next number of a named sequence: consecutive, and given out once even when two ask together. */
  async nextNumber(sequence: string): Promise<number> {
    await this.manager.query('UPDATE number_sequence SET last = last + 1 WHERE name = ?', [sequence]);
    const row = await this.manager.findOneBy(NumberSequence, { name: sequence });
    if (row) return row.last;
    await this.manager.insert(NumberSequence, { name: sequence, last: 1 });
    return 1;
  }

  /** Lets a sequence go on after `last`, when numbers came from outside. */
  async raiseSequence(sequence: string, last: number): Promise<void> {
    const row = await this.manager.findOneBy(NumberSequence, { name: sequence });
    if (!row) await this.manager.insert(NumberSequence, { name: sequence, last });
    else if (row.last < last) await this.manager.update(NumberSequence, sequence, { last });
  }

  /** Closes a change over the rows written since the last one. */
  record({ kind, subjectType, subjectId, adcodes = [], sector = null, summary }: ChangeHeading): void {
    const payload = JSON.stringify(this.rows);
    if (Buffer.byteLength(payload) > PAYLOAD_LIMIT) throw new Error(`change ${kind} of ${subjectType} ${subjectId} is too large to record: ${Buffer.byteLength(payload)} bytes`);
    const line = [...summary].slice(0, 500).join('');
    this.changes.push({ at: this.now, actor: this.actor.name, kind, subjectType, subjectId, adcodes: adcodes.join(','), sector, summary: line, payload });
    this.rows = [];
  }

  /**
   * Gives the changes their numbers and hashes. Called once, as the last statements before the commit: the counter's
   * row lock makes commits follow one another in the order of their numbers.
   * @returns the last number taken, or null when nothing was written.
   */
  async seal(): Promise<number | null> {
    if (this.rows.length) throw new Error(`rows were written without a change record: ${this.rows.map((row) => row.table).join(', ')}`);
    if (!this.changes.length) return null;
    await this.manager.query('UPDATE change_counter SET seq = seq + ? WHERE id = 1', [this.changes.length]);
    const counter = await this.manager.findOneByOrFail(ChangeCounter, { id: 1 });
    let head = counter.head;
    const records = this.changes.map((change, i) => {
      const numbered = { ...change, seq: counter.seq - this.changes.length + 1 + i };
      head = chainHash(head, numbered);
      return { ...numbered, hash: head };
    });
    for (let i = 0; i < records.length; i += INSERT_CHUNK) await this.manager.insert(ChangeRecord, records.slice(i, i + INSERT_CHUNK));
    await this.manager.query('UPDATE change_counter SET head = ? WHERE id = 1', [head]);
    return counter.seq;
  }

  private keep<T extends Row>(entity: EntityTarget<T>, row: T): void {
    const metadata = this.manager.connection.getMetadata(entity);
    this.rows.push({ table: metadata.tableName, id: row.id, values: imageOf(metadata, row) });
  }

  private assertRecorded<T extends Row>(entity: EntityTarget<T>): void {
    if (!isRecorded(entity as Function)) throw new Error(`${String((entity as Function).name)} is not a recorded entity`);
  }
}
