import { In, type DeepPartial, type EntityManager, type EntityMetadata, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Actor } from '../api/identity';
import type { Day } from '../api/day';
import { Turns } from '../api/turns';
import type { Engine } from './address';
import { ChangeCounter, ChangeRecord, NumberSequence } from './change.entity';
import { chainHash } from './chain';
import { imageOf, isRecorded, isUnrecorded, type RowImage } from './recorded';
import { insertRows, rowOf, updateRow } from './rows';

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

/** A change with the rows that it is about. */
export interface ChangeOfRows {
  heading: ChangeHeading;
  /** As `insert`, `insertAll`, `update` gave them or `remove` took them. */
  rows: readonly object[];
}

/** MariaDB's TEXT holds 65,535 bytes; SQLite would take more, and so would hide the fault. */
const PAYLOAD_LIMIT = 65_535;
const LOCK_CHUNK = 500;

/**
 * Everything that one request writes: rows and their change records, committed together or not at all. It is handed to
 * the function given to `Database.work`, and is good for that run only.
 *
 * Who writes about one subject writes its rows and closes them with `record`. Who writes about thousands writes the rows
 * of all of them together, an entity at a time, parents first, and tells with `recordEach` which rows belong to whom:
 *
 *     const numbers = await unit.nextNumbers('project', sheet.length);
 *     const works = await unit.insertAll(Project, sheet.map((line, i) => ({ ...line.work, number: numbers[i] })));
 *     const stages = await unit.insertAll(StageEvent, sheet.map((line, i) => ({ ...line.stage, projectId: works[i].id })));
 *     unit.recordEach(works.map((work, i) => ({ heading: headingOf(work), rows: [work, stages[i]] })));
 *
 * Every row written must be in exactly one change.
 */
export class UnitOfWork {
  /** What was written since the last change, in order; by the object, so that a change can be told which are its own. */
  private pending: { row: object; image: RowImage }[] = [];
  private readonly changes: Omit<ChangeRecord, 'seq' | 'hash'>[] = [];
  /** Whether rows were written that a change of this unit has to stand for. */
  private vouched = false;

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

  /** Inserts many rows of one recorded entity, in order: hundreds a statement. */
  async insertAll<T extends Row>(entity: EntityTarget<T>, values: DeepPartial<T>[]): Promise<T[]> {
    this.assertRecorded(entity);
    const metadata = this.manager.connection.getMetadata(entity);
    const rows = values.map((one) => rowOf<T>(metadata, one as ObjectLiteral));
    await insertRows(this.manager, this.engine, metadata, rows);
    for (const row of rows) this.keep(metadata, row);
    return rows;
  }

  /** Changes some values of a row that was read in this unit of work; the whole row goes into the record. */
  async update<T extends Row>(entity: EntityTarget<T>, row: T, patch: Partial<T>): Promise<T> {
    this.assertRecorded(entity);
    Object.assign(row, patch);
    const metadata = this.manager.connection.getMetadata(entity);
    await updateRow(this.manager, metadata, row.id, patch);
    this.keep(metadata, row);
    return row;
  }

  async remove<T extends Row>(entity: EntityTarget<T>, row: T): Promise<void> {
    this.assertRecorded(entity);
    await this.manager.delete(entity, row.id);
    this.pending.push({ row, image: { table: this.manager.connection.getMetadata(entity).tableName, id: row.id, values: null } });
  }

  /** Inserts rows of an unrecorded entity; a change of the same unit stands for them. */
  async insertUnrecorded<T extends Row>(entity: EntityTarget<T>, values: DeepPartial<T>[]): Promise<T[]> {
    const metadata = this.unrecordedMetadata(entity);
    const rows = values.map((one) => rowOf<T>(metadata, one as ObjectLiteral));
    await insertRows(this.manager, this.engine, metadata, rows);
    return rows;
  }

  /** Changes some values of a row of an unrecorded entity. */
  async updateUnrecorded<T extends Row>(entity: EntityTarget<T>, row: T, patch: Partial<T>): Promise<T> {
    const metadata = this.unrecordedMetadata(entity);
    Object.assign(row, patch);
    await updateRow(this.manager, metadata, row.id, patch);
    return row;
  }

  /** Reads a row and keeps others from changing it until the commit. */
  async lock<T extends Row>(entity: EntityTarget<T>, id: number): Promise<T | null> {
    return this.manager.findOne(entity, {
      where: { id } as never,
      ...(this.engine === 'sqlite' ? {} : { lock: { mode: 'pessimistic_write' as const } }),
    });
  }

  /** Reads many rows and keeps others from changing them until the commit; those that are gone are left out. */
  async lockAll<T extends Row>(entity: EntityTarget<T>, ids: readonly number[]): Promise<Map<number, T>> {
    const found = new Map<number, T>();
    // In the order of their keys, as everyone else who locks many: two that cross would end in a deadlock.
    const ordered = [...new Set(ids)].sort((a, b) => a - b);
    for (let i = 0; i < ordered.length; i += LOCK_CHUNK) {
      const rows = await this.manager.find(entity, {
        where: { id: In(ordered.slice(i, i + LOCK_CHUNK)) } as never,
        order: { id: 'ASC' } as never,
        ...(this.engine === 'sqlite' ? {} : { lock: { mode: 'pessimistic_write' as const } }),
      });
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }

  /** The next number of a named sequence: consecutive, and given out once even when two ask together. */
  async nextNumber(sequence: string): Promise<number> {
    return (await this.nextNumbers(sequence, 1))[0];
  }

  /** The next `count` numbers of a named sequence, as `nextNumber` would give them one after another. */
  async nextNumbers(sequence: string, count: number): Promise<number[]> {
    if (count === 0) return [];
    await this.manager.query('UPDATE number_sequence SET last = last + ? WHERE name = ?', [count, sequence]);
    const row = await this.manager.findOneBy(NumberSequence, { name: sequence });
    if (!row) await this.manager.insert(NumberSequence, { name: sequence, last: count });
    const last = row?.last ?? count;
    return Array.from({ length: count }, (_, i) => last - count + 1 + i);
  }

  /**
   * Keeps others from taking numbers of a sequence until the commit; whoever holds it already goes first. What decides
   * by looking whether a new row is needed holds the sequence of its numbers before it looks.
   */
  async holdSequence(sequence: string): Promise<void> {
    // On SQLite there is one writer at a time.
    if (this.engine !== 'sqlite') await this.manager.query('INSERT INTO number_sequence (name, last) VALUES (?, 0) ON DUPLICATE KEY UPDATE last = last', [sequence]);
  }

  /** Lets a sequence go on after `last`, when numbers came from outside. */
  async raiseSequence(sequence: string, last: number): Promise<void> {
    const row = await this.manager.findOneBy(NumberSequence, { name: sequence });
    if (!row) await this.manager.insert(NumberSequence, { name: sequence, last });
    else if (row.last < last) await this.manager.update(NumberSequence, sequence, { last });
  }

  /** Closes a change over the rows written since the last one. */
  record(heading: ChangeHeading): void {
    this.close(heading, this.pending.map(({ image }) => image));
    this.pending = [];
  }

  /**
   * Closes a change for each subject over its own rows of those written since the last change; rows that no subject
   * names stay for a later change.
   * @throws Error when a row was not written here, stands in a change already, or is named twice.
   */
  recordEach(changes: readonly ChangeOfRows[]): void {
    // Most rows are written once: one place will do, and a list where there are more.
    const open = new Map<object, number | number[]>();
    this.pending.forEach(({ row }, i) => {
      const places = open.get(row);
      if (places === undefined) open.set(row, i);
      else if (typeof places === 'number') open.set(row, [places, i]);
      else places.push(i);
    });
    const closed = new Uint8Array(this.pending.length);
    for (const { heading, rows } of changes) {
      const own: number[] = [];
      for (const row of rows) {
        const places = open.get(row);
        if (places === undefined) throw new Error(`change ${heading.kind} of ${heading.subjectType} ${heading.subjectId} names a row that waits for no change`);
        open.delete(row);
        if (typeof places === 'number') own.push(places);
        else own.push(...places);
      }
      // As they were written: of two states of a row the later one holds.
      own.sort((a, b) => a - b);
      for (const place of own) closed[place] = 1;
      this.close(heading, own.map((place) => this.pending[place].image));
    }
    this.pending = this.pending.filter((_, i) => !closed[i]);
  }

  /**
   * Gives the changes their numbers and hashes. Called once, as the last statements before the commit: the counter's
   * row lock makes commits follow one another in the order of their numbers.
   * @returns the last number taken, or null when nothing was written.
   */
  async seal(): Promise<number | null> {
    if (this.pending.length) throw new Error(`rows were written without a change record: ${[...new Set(this.pending.map(({ image }) => image.table))].join(', ')}`);
    if (this.vouched && !this.changes.length) throw new Error('rows were written that no change stands for');
    if (!this.changes.length) return null;
    await this.manager.query('UPDATE change_counter SET seq = seq + ? WHERE id = 1', [this.changes.length]);
    const counter = await this.manager.findOneByOrFail(ChangeCounter, { id: 1 });
    const records: ChangeRecord[] = [];
    let { head } = counter;
    let seq = counter.seq - this.changes.length;
    const turns = new Turns();
    for (const change of this.changes) {
      const record = Object.assign(change, { seq: ++seq, hash: '' });
      record.hash = head = chainHash(head, record);
      records.push(record);
      if (turns.due) await turns.next();
    }
    await insertRows(this.manager, this.engine, this.manager.connection.getMetadata(ChangeRecord), records);
    await this.manager.query('UPDATE change_counter SET head = ? WHERE id = 1', [head]);
    return counter.seq;
  }

  private close({ kind, subjectType, subjectId, adcodes = [], sector = null, summary }: ChangeHeading, images: readonly RowImage[]): void {
    const payload = JSON.stringify(images);
    // No character takes more than three bytes for each of its parts.
    if (payload.length * 3 > PAYLOAD_LIMIT && Buffer.byteLength(payload) > PAYLOAD_LIMIT) throw new Error(`change ${kind} of ${subjectType} ${subjectId} is too large to record: ${Buffer.byteLength(payload)} bytes`);
    const line = summary.length <= 500 ? summary : [...summary].slice(0, 500).join('');
    this.changes.push({ at: this.now, actor: this.actor.name, kind, subjectType, subjectId, adcodes: adcodes.join(','), sector, summary: line, payload });
  }

  private keep(metadata: EntityMetadata, row: Row): void {
    this.pending.push({ row, image: { table: metadata.tableName, id: row.id, values: imageOf(metadata, row) } });
  }

  private unrecordedMetadata<T extends Row>(entity: EntityTarget<T>): EntityMetadata {
    if (!isUnrecorded(entity as Function)) throw new Error(`${String((entity as Function).name)} is not marked as unrecorded`);
    this.vouched = true;
    return this.manager.connection.getMetadata(entity);
  }

  private assertRecorded<T extends Row>(entity: EntityTarget<T>): void {
    if (!isRecorded(entity as Function)) throw new Error(`${String((entity as Function).name)} is not a recorded entity`);
  }
}
