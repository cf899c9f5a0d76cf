import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { BoolColumn, InstantColumn, IntColumn, SequenceColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Region } from '../portfolio/reference.entity';

/** The ecological flow (生态流量) that a river is to keep in a region, as a mean of each month. */
@Recorded()
@Entity('flow_target')
@Index('ux_flow_target_river', ['regionId', 'river'], { unique: true })
export class FlowTarget {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'region_id' })
  regionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_flow_target_region' })
  region?: Relation<Region>;

  @TextColumn(60)
  river: string;

  /** Litres per second: thousandths of what people write, so that comparing is exact. */
  @IntColumn()
  target: number;

  @IntColumn()
  sort: number;
}

/** The mean flow of a river in a region in a month. */
@Recorded()
@Entity('flow_record')
@Index('ux_flow_record_month', ['regionId', 'river', 'month'], { unique: true })
@Index('ix_flow_record_target', ['targetId'])
export class FlowRecord {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'target_id' })
  targetId: number;

  @ManyToOne(() => FlowTarget)
  @JoinColumn({ name: 'target_id', foreignKeyConstraintName: 'fk_flow_record_target' })
  target?: Relation<FlowTarget>;

  @IntColumn({ name: 'region_id' })
  regionId: number;

  @TextColumn(60)
  river: string;

  /** "2024-06". */
  @TextColumn(7)
  month: string;

  /** Litres per second. */
  @IntColumn()
  flow: number;

  /** Whether it is made up for the demonstration. */
  @BoolColumn()
  sample: boolean;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;
}

/** Water led into the rivers for their sake (生态补水) in a month, by a region or by the city as a whole. */
@Recorded()
@Entity('replenishment_entry')
@Index('ux_replenishment_entry_month', ['regionId', 'month'], { unique: true })
export class ReplenishmentEntry {
  @PrimaryGeneratedColumn()
  id: number;

  /** The city itself where no region is named. */
  @IntColumn({ name: 'region_id' })
  regionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_replenishment_entry_region' })
  region?: Relation<Region>;

  /** "2024-06". */
  @TextColumn(7)
  month: string;

  /** Whole cubic metres. */
  @SequenceColumn()
  volume: number;

  /** Whether it is made up for the demonstration. */
  @BoolColumn()
  sample: boolean;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;
}
