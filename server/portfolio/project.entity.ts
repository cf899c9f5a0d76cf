import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { SectorCode } from '../api/identity';
import type { Fen } from '../api/money';
import { Node } from '../api/node';
import { DateScalar, MoneyScalar } from '../api/scalars';
import { BoolColumn, DayColumn, IntColumn, LongTextColumn, MoneyColumn, ScaledColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Category, Region, WorkList } from './reference.entity';

/** Positions are kept to a hundred-thousandth of a degree, about a metre. */
export const DEGREE_SCALE = 100_000;

@ObjectType({ description: 'A position in WGS 84.' })
export class Point {
  @Field(() => Float, { description: 'Degrees east.' })
  lon: number;

  @Field(() => Float, { description: 'Degrees north.' })
  lat: number;
}

/** A work of the programme (工程). What is dated about it stands in tables of its own. */
@Recorded()
@Entity('project')
@Index('ux_project_number', ['number'], { unique: true })
@Index('ux_project_code', ['code'], { unique: true })
@ObjectType({ implements: Node, description: 'A work of the programme (工程). Fields with `asOf` answer for any day with today\'s knowledge; without it they show now.' })
export class Project extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @Field(() => Int, { description: 'The number on the wall map; never used twice.' })
  @IntColumn()
  number: number;

  @Field({ description: "The programme's own code for it." })
  @TextColumn(60)
  code: string;

  @Field(() => String, { nullable: true, description: '项目代码, in the form of GB/T 40058-2021.' })
  @TextColumn(40, { name: 'national_code', nullable: true })
  nationalCode: string | null;

  @Field({ description: 'Its name.' })
  @TextColumn(200)
  name: string;

  @IntColumn({ name: 'lead_region_id' })
  leadRegionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'lead_region_id', foreignKeyConstraintName: 'fk_project_lead_region' })
  leadRegionRow?: Relation<Region>;

  @Column({ type: 'varchar', length: 20, name: 'sector' })
  sectorCode: SectorCode;

  @IntColumn({ name: 'category_id' })
  categoryId: number;

  @ManyToOne(() => Category)
  @JoinColumn({ name: 'category_id', foreignKeyConstraintName: 'fk_project_category' })
  categoryRow?: Relation<Category>;

  @Field(() => String, { nullable: true, description: 'The unit that builds it (业主单位).' })
  @TextColumn(200, { name: 'owner_unit', nullable: true })
  ownerUnit: string | null;

  @Field(() => String, { nullable: true, description: 'How large it is, in words.' })
  @TextColumn(1000, { nullable: true })
  scale: string | null;

  @Field(() => String, { nullable: true, description: 'What is built.' })
  @LongTextColumn({ nullable: true })
  content: string | null;

  @Field(() => String, { nullable: true, description: 'The river, lake or spring it serves; several are separated by semicolons.' })
  @TextColumn(200, { name: 'water_body', nullable: true })
  waterBody: string | null;

  @ScaledColumn(DEGREE_SCALE, { nullable: true })
  lon: number | null;

  @ScaledColumn(DEGREE_SCALE, { nullable: true })
  lat: number | null;

  @Field(() => DateScalar, { description: 'The day from which it counts (入库), in PREPARATION.' })
  @DayColumn({ name: 'registered_on' })
  registeredOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to start, as approved now.' })
  @DayColumn({ name: 'planned_start', nullable: true })
  plannedStart: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be finished, as approved now.' })
  @DayColumn({ name: 'planned_finish', nullable: true })
  plannedFinish: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was to be finished before any approved extension.' })
  @DayColumn({ name: 'original_finish', nullable: true })
  originalFinish: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Total planned investment (总投资).' })
  @MoneyColumn({ nullable: true })
  investment: Fen | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was taken off the list (调出); from then on it no longer counts.' })
  @DayColumn({ name: 'withdrawn_on', nullable: true })
  withdrawnOn: string | null;

  @Field(() => Int, { description: 'Moves with create, update, recordStage, confirmStage, suspend, resume and withdraw; sent back as expectedVersion.' })
  @IntColumn()
  version: number;

  @Field({ description: 'True where the work itself is invented.' })
  @BoolColumn()
  sample: boolean;

  @Field(() => [String], { description: 'Fields of this record whose values are made up, e.g. "investment", "location", "stageHistory".' })
  @Column({ type: 'simple-json', name: 'sample_fields' })
  sampleFields: string[];

  @Field(() => [String], { description: 'The documents that it is known from.' })
  @Column({ type: 'simple-json' })
  sources: string[];

  @Field(() => Point, { nullable: true, description: 'Where it is.' })
  get location(): Point | null {
    return this.lon === null || this.lat === null ? null : { lon: this.lon, lat: this.lat };
  }
}

/** A region that a work lies in; the lead region is among them. */
@Recorded()
@Entity('project_region')
@Index('ux_project_region', ['projectId', 'regionId'], { unique: true })
export class ProjectRegion {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_project_region_project' })
  project?: Relation<Project>;

  @IntColumn({ name: 'region_id' })
  regionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_project_region_region' })
  region?: Relation<Region>;
}

/** A list that a work stands on. */
@Recorded()
@Entity('project_list')
@Index('ux_project_list', ['projectId', 'listId'], { unique: true })
export class ProjectListItem {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_project_list_project' })
  project?: Relation<Project>;

  @IntColumn({ name: 'list_id' })
  listId: number;

  @ManyToOne(() => WorkList)
  @JoinColumn({ name: 'list_id', foreignKeyConstraintName: 'fk_project_list_list' })
  list?: Relation<WorkList>;
}
