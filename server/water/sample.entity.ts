import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { BoolColumn, InstantColumn, IntColumn, LongTextColumn, TextColumn } from '../database/columns';
import { Recorded, Unrecorded } from '../database/recorded';
import { MonitoringSection } from './section.entity';

/**
 * What a section measured in a period, all items together. Millions of them come from stations, so the change record does
 * not repeat them: each belongs to a batch, whose record holds the digest of what it wrote.
 */
@Unrecorded('its batch is recorded with the digest of all that it wrote')
@Entity('water_sample')
@Index('ux_water_sample_period', ['sectionId', 'period'], { unique: true })
@Index('ix_water_sample_grain', ['grain', 'sectionId'])
@Index('ix_water_sample_batch', ['batchId'])
export class WaterSample {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'section_id' })
  sectionId: number;

  @ManyToOne(() => MonitoringSection)
  @JoinColumn({ name: 'section_id', foreignKeyConstraintName: 'fk_water_sample_section' })
  section?: Relation<MonitoringSection>;

  /** A year, month, day or four hours, see `api/period.ts`. */
  @TextColumn(16)
  period: string;

  /** The grain of the period, for finding the few of the coarse ones among millions. */
  @TextColumn(5)
  grain: string;

  /** The items, see `items.ts`. */
  @LongTextColumn()
  items: string;

  /** Whether it is made up for the demonstration. */
  @BoolColumn()
  sample: boolean;

  @IntColumn({ name: 'batch_id' })
  batchId: number;

  @ManyToOne(() => SampleBatch)
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'fk_water_sample_batch' })
  batch?: Relation<SampleBatch>;
}

/** The mean of a section's next finer values in a day, month or year; kept in step with the samples by whatever writes them. */
@Unrecorded('it follows from the samples')
@Entity('water_mean')
@Index('ux_water_mean_period', ['sectionId', 'period'], { unique: true })
@Index('ix_water_mean_grain', ['grain', 'sectionId'])
export class WaterMean {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'section_id' })
  sectionId: number;

  @ManyToOne(() => MonitoringSection)
  @JoinColumn({ name: 'section_id', foreignKeyConstraintName: 'fk_water_mean_section' })
  section?: Relation<MonitoringSection>;

  @TextColumn(16)
  period: string;

  @TextColumn(5)
  grain: string;

  @LongTextColumn()
  items: string;

  /** How many finer values it is the mean of. */
  @IntColumn()
  count: number;

  /** Whether any of them is made up. */
  @BoolColumn()
  sample: boolean;
}

/** Samples that were written together. */
@Recorded()
@Entity('sample_batch')
@Index('ix_sample_batch_source', ['sourceDigest', 'part'])
export class SampleBatch {
  @PrimaryGeneratedColumn()
  id: number;

  /** The file that they came from; null where they were entered by hand. */
  @TextColumn(200, { name: 'source_name', nullable: true })
  sourceName: string | null;

  /** SHA-256 of that file, hex: the same file sent again goes on after its last part. */
  @TextColumn(64, { name: 'source_digest', nullable: true })
  sourceDigest: string | null;

  /** Which of the file's parts this is, from 1 on. */
  @IntColumn()
  part: number;

  /** How many values its readings brought, those that stood already among them. */
  @IntColumn({ name: 'value_count' })
  values: number;

  /** Samples it wrote. */
  @IntColumn({ name: 'sample_count' })
  samples: number;

  /** SHA-256 over what it wrote, see `digest.ts`. */
  @TextColumn(64)
  digest: string;

  /** The sections whose samples it wrote, by their keys, comma-separated. */
  @LongTextColumn({ name: 'section_ids' })
  sectionIds: string;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;
}

/** What a sample was before a later batch changed it: the batch that wrote it can still be checked, and nothing is lost. */
@Recorded()
@Entity('sample_replacement')
@Index('ix_sample_replacement_old', ['oldBatchId'])
export class SampleReplacement {
  @PrimaryGeneratedColumn()
  id: number;

  /** The batch that replaced it. */
  @IntColumn({ name: 'batch_id' })
  batchId: number;

  @ManyToOne(() => SampleBatch)
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'fk_sample_replacement_batch' })
  batch?: Relation<SampleBatch>;

  /** The batch that had written it. */
  @IntColumn({ name: 'old_batch_id' })
  oldBatchId: number;

  @IntColumn({ name: 'section_id' })
  sectionId: number;

  @TextColumn(16)
  period: string;

  @LongTextColumn()
  items: string;

  @BoolColumn()
  sample: boolean;
}
