import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Fen } from '../api/money';
import { Node } from '../api/node';
import { DateScalar, DateTimeScalar, MoneyScalar } from '../api/scalars';
import { BoolColumn, DayColumn, InstantColumn, IntColumn, MoneyColumn, ScaledColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Project } from './project.entity';
import { Department } from './reference.entity';

export enum Stage {
  PREPARATION = 'PREPARATION',
  CONSTRUCTION = 'CONSTRUCTION',
  COMPLETED = 'COMPLETED',
}
registerEnumType(Stage, {
  name: 'Stage',
  description: 'How far a work is, never how well.',
  valuesConfig: { PREPARATION: { description: '前期, red' }, CONSTRUCTION: { description: '开工, green' }, COMPLETED: { description: '完工, blue' } },
});

export enum StageEventStatus {
  REPORTED = 'REPORTED',
  CONFIRMED = 'CONFIRMED',
  REJECTED = 'REJECTED',
}
registerEnumType(StageEventStatus, {
  name: 'StageEventStatus',
  description: 'Whether a stage event has been verified. Only COMPLETED waits for it; recorded by the task force or the sector\'s department it is CONFIRMED at once.',
  valuesConfig: { REPORTED: { description: '待核' }, CONFIRMED: { description: '已核' }, REJECTED: { description: '退回; counts for no day' } },
});

/** A step of a work from one stage to the next, or a correction. */
@Recorded()
@Entity('stage_event')
@Index('ix_stage_event_project', ['projectId', 'effectiveDate'])
@ObjectType({ implements: Node, description: 'A step of a work to a stage, on a day. Of two on one day the last recorded wins.' })
export class StageEvent extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_stage_event_project' })
  project?: Relation<Project>;

  @Field(() => Stage, { description: 'The stage that begins.' })
  @TextColumn(20)
  stage: Stage;

  @Field(() => DateScalar, { description: 'The day from which it holds.' })
  @DayColumn({ name: 'effective_date' })
  effectiveDate: string;

  @Field(() => String, { nullable: true, description: 'What shows it: a document, a start order.' })
  @TextColumn(500, { nullable: true })
  evidence: string | null;

  @Field(() => StageEventStatus, { description: 'Whether it has been verified.' })
  @TextColumn(20)
  status: StageEventStatus;

  @Field({ description: 'Whether the task force corrected the record with it (更正).' })
  @BoolColumn()
  correction: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was corrected, rejected, or completed below 100 percent.' })
  @TextColumn(500, { nullable: true })
  reason: string | null;

  @Field({ description: 'The account that recorded it.' })
  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  @BoolColumn()
  sample: boolean;
}

/** A stop of a work (停工) and its resumption (复工). */
@Recorded()
@Entity('suspension')
@Index('ix_suspension_project', ['projectId', 'from'])
@ObjectType({ description: 'A stop of a work (停工) until its resumption (复工); clocks pause meanwhile.' })
export class Suspension {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_suspension_project' })
  project?: Relation<Project>;

  @Field(() => DateScalar, { description: 'The first day without work.' })
  @DayColumn({ name: 'from_day' })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day work went on; null while it is suspended.' })
  @DayColumn({ name: 'to_day', nullable: true })
  to: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When work is expected to go on.' })
  @DayColumn({ name: 'expected_resumption', nullable: true })
  expectedResumption: string | null;

  @Field({ description: 'Why it stopped.' })
  @TextColumn(500)
  cause: string;

  @Field({ description: 'The account that recorded it.' })
  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  @BoolColumn()
  sample: boolean;
}

/** Physical progress and investment done, as known on a day; one entry a work and day. */
@Recorded()
@Entity('progress_entry')
@Index('ux_progress_entry_day', ['projectId', 'date'], { unique: true })
@ObjectType({ description: 'Physical progress and investment done as of a day; one entry a work and day.' })
export class ProgressEntry {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_progress_entry_project' })
  project?: Relation<Project>;

  @Field(() => DateScalar, { description: 'The day it speaks of.' })
  @DayColumn()
  date: string;

  @Field(() => Float, { description: 'Physical progress (形象进度), percent 0–100, to a hundredth.' })
  @ScaledColumn(100)
  progress: number;

  @Field(() => MoneyScalar, { description: 'Investment done since the beginning (累计完成投资).' })
  @MoneyColumn({ name: 'investment_done' })
  investmentDone: Fen;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @TextColumn(500, { nullable: true })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'Why a figure is below the entry before.' })
  @TextColumn(500, { nullable: true })
  reason: string | null;

  @Field({ description: 'The account that recorded it.' })
  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  @BoolColumn()
  sample: boolean;
}

export enum ProcedureKind {
  PROPOSAL = 'PROPOSAL',
  FEASIBILITY = 'FEASIBILITY',
  LAND_USE = 'LAND_USE',
  PLANNING_PERMIT = 'PLANNING_PERMIT',
  ENVIRONMENTAL_ASSESSMENT = 'ENVIRONMENTAL_ASSESSMENT',
  WATER_CONSERVATION = 'WATER_CONSERVATION',
  FLOOD_IMPACT = 'FLOOD_IMPACT',
  SEWAGE_OUTLET = 'SEWAGE_OUTLET',
  PRELIMINARY_DESIGN = 'PRELIMINARY_DESIGN',
  BUDGET_REVIEW = 'BUDGET_REVIEW',
  TENDERING = 'TENDERING',
  CONSTRUCTION_PERMIT = 'CONSTRUCTION_PERMIT',
  FINAL_ACCEPTANCE = 'FINAL_ACCEPTANCE',
}
registerEnumType(ProcedureKind, {
  name: 'ProcedureKind',
  description: 'The approvals that a work needs (手续), in their usual order.',
  valuesConfig: {
    PROPOSAL: { description: '项目建议书' }, FEASIBILITY: { description: '可行性研究' }, LAND_USE: { description: '用地预审与选址' },
    PLANNING_PERMIT: { description: '规划许可' }, ENVIRONMENTAL_ASSESSMENT: { description: '环境影响评价' }, WATER_CONSERVATION: { description: '水土保持方案' },
    FLOOD_IMPACT: { description: '防洪影响评价' }, SEWAGE_OUTLET: { description: '入河排污口' }, PRELIMINARY_DESIGN: { description: '初步设计' },
    BUDGET_REVIEW: { description: '财政评审' }, TENDERING: { description: '招标投标' }, CONSTRUCTION_PERMIT: { description: '施工许可' }, FINAL_ACCEPTANCE: { description: '竣工验收' },
  },
});

export enum ProcedureStatus {
  NOT_NEEDED = 'NOT_NEEDED',
  NOT_STARTED = 'NOT_STARTED',
  IN_PROGRESS = 'IN_PROGRESS',
  DONE = 'DONE',
}
registerEnumType(ProcedureStatus, {
  name: 'ProcedureStatus',
  description: 'How far an approval is.',
  valuesConfig: { NOT_NEEDED: { description: '不需办理' }, NOT_STARTED: { description: '未办' }, IN_PROGRESS: { description: '在办' }, DONE: { description: '已办' } },
});

/** An approval that a work needs, and who holds it. */
@Recorded()
@Entity('procedure_item')
@Index('ux_procedure_item_kind', ['projectId', 'kind'], { unique: true })
@ObjectType({ implements: Node, description: 'An approval that a work needs (手续), and who holds it since when.' })
export class Procedure extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_procedure_item_project' })
  project?: Relation<Project>;

  @Field(() => ProcedureKind, { description: 'Which approval.' })
  @TextColumn(40)
  kind: ProcedureKind;

  @Field(() => ProcedureStatus, { description: 'How far it is.' })
  @TextColumn(20)
  status: ProcedureStatus;

  @IntColumn({ name: 'held_by_id', nullable: true })
  heldById: number | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'held_by_id', foreignKeyConstraintName: 'fk_procedure_item_holder' })
  heldByRow?: Relation<Department>;

  @Field(() => DateScalar, { nullable: true, description: 'When it was applied for.' })
  @DayColumn({ name: 'applied_on', nullable: true })
  appliedOn: string | null;

  @Field(() => Int, { nullable: true, description: 'Days that the holder promised to need.' })
  @IntColumn({ name: 'promised_days', nullable: true })
  promisedDays: number | null;

  @Field({ description: 'Whether it goes through the green channel (绿色通道).' })
  @BoolColumn({ name: 'green_channel' })
  greenChannel: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be done.' })
  @DayColumn({ nullable: true })
  due: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was done.' })
  @DayColumn({ name: 'done_on', nullable: true })
  doneOn: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the approval.' })
  @TextColumn(100, { name: 'document_number', nullable: true })
  documentNumber: string | null;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  @BoolColumn()
  sample: boolean;
}
