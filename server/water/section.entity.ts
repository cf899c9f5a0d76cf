import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../api/node';
import { BoolColumn, IntColumn, ScaledColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { DEGREE_SCALE, Point } from '../portfolio/project.entity';
import { Region } from '../portfolio/reference.entity';
import { WaterBody } from './indicators';

export enum SectionLevel {
  NATIONAL = 'NATIONAL',
  PROVINCIAL = 'PROVINCIAL',
  MUNICIPAL = 'MUNICIPAL',
}
registerEnumType(SectionLevel, {
  name: 'SectionLevel',
  description: 'Who assesses a monitoring section.',
  valuesConfig: { NATIONAL: { description: '国考断面' }, PROVINCIAL: { description: '省考断面' }, MUNICIPAL: { description: '市控断面' } },
});

export enum WaterClass {
  I = 'I',
  II = 'II',
  III = 'III',
  IV = 'IV',
  V = 'V',
  INFERIOR_V = 'INFERIOR_V',
}
registerEnumType(WaterClass, {
  name: 'WaterClass',
  description: 'Surface-water class of GB 3838-2002; I to III are good (优良).',
  valuesConfig: {
    I: { description: 'Ⅰ类' }, II: { description: 'Ⅱ类' }, III: { description: 'Ⅲ类' },
    IV: { description: 'Ⅳ类' }, V: { description: 'Ⅴ类' }, INFERIOR_V: { description: '劣Ⅴ类' },
  },
});

/** A monitoring section (断面) of a river. */
@Recorded()
@Entity('monitoring_section')
@Index('ux_monitoring_section_code', ['code'], { unique: true })
@ObjectType({ implements: Node, description: 'A monitoring section (断面) of a river.' })
export class MonitoringSection extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @Field({ description: 'Its code.' })
  @TextColumn(40)
  code: string;

  @Field({ description: 'Its name.' })
  @TextColumn(100)
  name: string;

  @Field({ description: 'Its name in English.' })
  @TextColumn(100, { name: 'name_en' })
  nameEn: string;

  @Field(() => SectionLevel, { description: 'Who assesses it.' })
  @TextColumn(20)
  level: SectionLevel;

  @Field({ description: 'The river it measures.' })
  @TextColumn(60)
  river: string;

  @IntColumn({ name: 'region_id' })
  regionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_monitoring_section_region' })
  regionRow?: Relation<Region>;

  @ScaledColumn(DEGREE_SCALE)
  lon: number;

  @ScaledColumn(DEGREE_SCALE)
  lat: number;

  @Field({ description: 'Whether its position was set by hand for a wall map, for want of public coordinates.' })
  @BoolColumn({ name: 'location_approximate' })
  locationApproximate: boolean;

  @Field(() => WaterClass, { description: 'The class it is to reach or better.' })
  @TextColumn(20)
  target: WaterClass;

  @IntColumn()
  sort: number;

  @Field(() => WaterBody, { description: 'What it measures: a river, or a lake or reservoir.' })
  @TextColumn(10, { name: 'water_body', default: WaterBody.RIVER })
  waterBody: WaterBody;

  /** The next section downstream, by its code: sections are loaded in any order. */
  @TextColumn(40, { nullable: true, name: 'downstream_code' })
  downstreamCode: string | null;

  /** Adcodes of the regions whose water comes past it, its own not among them, comma-separated. */
  @TextColumn(400, { name: 'upstream_regions', default: '' })
  upstreamRegionCodes: string;

  @Field(() => Point, { description: 'Where it is.' })
  get location(): Point {
    return { lon: this.lon, lat: this.lat };
  }
}

/** A class that was published without values, of a month "2024-06" or a year "2024"; where there are values they decide. */
@Recorded()
@Entity('section_result')
@Index('ux_section_result_period', ['sectionId', 'period'], { unique: true })
export class SectionResult {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'section_id' })
  sectionId: number;

  @ManyToOne(() => MonitoringSection)
  @JoinColumn({ name: 'section_id', foreignKeyConstraintName: 'fk_section_result_section' })
  section?: Relation<MonitoringSection>;

  @TextColumn(20)
  period: string;

  @TextColumn(20, { nullable: true })
  class: WaterClass | null;

  @BoolColumn()
  sample: boolean;
}
