import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { BoolColumn, InstantColumn, LongTextColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';

/** A scheme of compensation across borders, in force from a month on until the next one. */
@Recorded()
@Entity('compensation_scheme')
@Index('ux_compensation_scheme_month', ['validFrom'], { unique: true })
export class CompensationSchemeRow {
  @PrimaryGeneratedColumn()
  id: number;

  /** "2024-06". */
  @TextColumn(7, { name: 'valid_from' })
  validFrom: string;

  @TextColumn(100)
  name: string;

  @TextColumn(100, { name: 'name_en' })
  nameEn: string;

  /** See `schemes.ts`. */
  @LongTextColumn()
  definition: string;

  /** Whether it is no rule of anybody but an example. */
  @BoolColumn()
  example: boolean;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;
}
