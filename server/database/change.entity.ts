import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, InstantColumn, IntColumn, LongTextColumn, SequenceColumn, TextColumn } from './columns';

/** The one-row counter: the last sequence number, the chain's head, the database's name for itself, and its day. */
@Entity('change_counter')
export class ChangeCounter {
  @PrimaryColumn({ type: 'int' })
  id: number;

  @SequenceColumn()
  seq: number;

  /** SHA-256 of the last change, hex. */
  @TextColumn(64)
  head: string;

  /** Made once when the database is created; part of every cursor. */
  @TextColumn(36)
  epoch: string;

  /** The last day for which DAY_TURNED was written. */
  @DayColumn({ nullable: true })
  day: string | null;
}

/** One change: what was done, by whom, when, with the full new values of every row it wrote. Never edited, never deleted. */
@Entity('change_record')
@Index('ix_change_subject', ['subjectType', 'subjectId'])
export class ChangeRecord {
  @PrimaryColumn({ type: 'bigint', transformer: { to: (v: number) => v, from: Number } })
  seq: number;

  @InstantColumn()
  at: Date;

  @TextColumn(100)
  actor: string;

  @TextColumn(60)
  kind: string;

  @TextColumn(60, { name: 'subject_type' })
  subjectType: string;

  @IntColumn({ name: 'subject_id' })
  subjectId: number;

  /** Regions that the subject belongs to, comma-separated; empty when it belongs to none. */
  @TextColumn(400)
  adcodes: string;

  /** The sector of the work that the subject belongs to. */
  @TextColumn(20, { nullable: true })
  sector: string | null;

  @TextColumn(500)
  summary: string;

  /** JSON: the rows written (RowImage[]). */
  @LongTextColumn()
  payload: string;

  @TextColumn(64)
  hash: string;
}

/** The answer given under an idempotency key, so that a repeated request writes once. */
@Entity('idempotency_key')
@Index('ux_idempotency_key', ['userId', 'key'], { unique: true })
export class IdempotencyKey {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'user_id' })
  userId: number;

  @TextColumn(200, { name: 'idempotency_key' })
  key: string;

  /** What the request was: a digest of operation and input. */
  @TextColumn(200)
  digest: string;

  /** JSON of what the operation returned. */
  @LongTextColumn()
  result: string;

  @InstantColumn()
  at: Date;
}

/** Numbers that are given out once: the last number given under each name. */
@Entity('number_sequence')
export class NumberSequence {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name: string;

  @IntColumn()
  last: number;
}
