import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { SectorCode } from '../api/identity';
import { Node } from '../api/node';
import { AdcodeScalar } from '../api/scalars';
import { BoolColumn, IntColumn, LongTextColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';

export enum RegionKind {
  MUNICIPALITY = 'MUNICIPALITY',
  DISTRICT = 'DISTRICT',
  CITY = 'CITY',
  COUNTY = 'COUNTY',
  DEVELOPMENT_ZONE = 'DEVELOPMENT_ZONE',
}
registerEnumType(RegionKind, {
  name: 'RegionKind',
  description: 'What a region is.',
  valuesConfig: {
    MUNICIPALITY: { description: 'The city itself (市本级): works that a municipal body runs.' },
    DISTRICT: { description: 'An urban district (区).' },
    CITY: { description: 'A county-level city (县级市).' },
    COUNTY: { description: 'A county (县).' },
    DEVELOPMENT_ZONE: { description: 'A development zone (开发区), without a boundary of its own.' },
  },
});

/** A county, district, county-level city or zone, or the city itself. */
@Recorded()
@Entity('region')
@Index('ux_region_adcode', ['adcode'], { unique: true })
@ObjectType({ implements: Node, description: 'A county, district, county-level city or development zone (县、市、区), or the city itself.' })
export class Region extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @Field(() => AdcodeScalar, { description: 'Its GB/T 2260 code; made up by the pack where the standard has none.' })
  @TextColumn(6)
  adcode: string;

  @Field({ description: 'Its full name, "侯马市".' })
  @TextColumn(200)
  name: string;

  @Field({ description: 'Its name as the wall shows it, "侯马".' })
  @TextColumn(60, { name: 'short_name' })
  shortName: string;

  @Field({ description: 'Its name in English.' })
  @TextColumn(200, { name: 'name_en' })
  nameEn: string;

  @Field(() => RegionKind, { description: 'What it is.' })
  @TextColumn(20)
  kind: RegionKind;

  @Field(() => Int, { description: "Its place in the city's official order (尧都、侯马、霍州、…), the default order of every list by region." })
  @IntColumn()
  sort: number;

  @Field({ description: 'Whether it takes part in rankings; false for the city itself.' })
  @BoolColumn()
  ranked: boolean;
}

/** A municipal department or another body that leads, approves or pays. */
@Recorded()
@Entity('department')
@Index('ux_department_code', ['code'], { unique: true })
@ObjectType({ implements: Node, description: 'A municipal department or another body that leads, approves or pays.' })
export class Department extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @Field({ description: "The pack's short code for it." })
  @TextColumn(40)
  code: string;

  @Field({ description: 'Its name.' })
  @TextColumn(200)
  name: string;

  @Field({ description: 'Its name in English.' })
  @TextColumn(200, { name: 'name_en' })
  nameEn: string;

  @Field(() => SectorCode, { nullable: true, description: 'The sector it answers for; null for finance, approval, supervision and the like.' })
  @TextColumn(20, { nullable: true })
  sector: SectorCode | null;

  @Field(() => Int, { description: 'Its place in lists.' })
  @IntColumn()
  sort: number;
}

/** What a sector, a category and a list have in common. */
@ObjectType()
export abstract class Label {
  @PrimaryGeneratedColumn()
  id: number;

  @Field({ description: 'Its name.' })
  @TextColumn(200)
  name: string;

  @Field({ description: 'Its name in English.' })
  @TextColumn(200, { name: 'name_en' })
  nameEn: string;

  /** Its place in lists. */
  @IntColumn()
  sort: number;
}

/** A sector of the programme and the department that leads it. */
@Recorded()
@Entity('sector')
@Index('ux_sector_code', ['code'], { unique: true })
@ObjectType({ description: 'A sector of the programme (领域) and the department that leads it.' })
export class Sector extends Label {
  @Field(() => SectorCode, { description: 'Its code.' })
  @TextColumn(20)
  code: SectorCode;

  @IntColumn({ name: 'lead_department_id', nullable: true })
  leadDepartmentId: number | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'lead_department_id', foreignKeyConstraintName: 'fk_sector_department' })
  leadDepartmentRow?: Relation<Department>;
}

/** A kind of work, from the pack. */
@Recorded()
@Entity('category')
@Index('ux_category_code', ['code'], { unique: true })
@ObjectType({ description: 'A kind of work, from the pack: WWTP_UPGRADE 污水处理厂提质改造, …' })
export class Category extends Label {
  @Field({ description: 'Its code.' })
  @TextColumn(60)
  code: string;
}

/** A published list that works stand on, from the pack. */
@Recorded()
@Entity('work_list')
@Index('ux_work_list_code', ['code'], { unique: true })
@ObjectType({ description: 'A published list that works stand on, from the pack: provincial list, key works, municipal plan; a work may be on several.' })
export class WorkList extends Label {
  @Field({ description: 'Its code.' })
  @TextColumn(60)
  code: string;
}

/** A named setting of the programme, as JSON. */
@Recorded()
@Entity('setting')
@Index('ux_setting_name', ['name'], { unique: true })
export class Setting {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(60)
  name: string;

  @LongTextColumn()
  value: string;
}

/** A file of the pack that the maps need, in parts that fit a text column of every engine. */
@Recorded()
@Entity('pack_asset')
@Index('ux_pack_asset_part', ['name', 'part'], { unique: true })
export class PackAsset {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(60)
  name: string;

  @IntColumn()
  part: number;

  @LongTextColumn()
  content: string;
}
