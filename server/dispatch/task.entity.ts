import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../api/node';
import { DateScalar } from '../api/scalars';
import { BoolColumn, DayColumn, InstantColumn, IntColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Department } from '../portfolio/reference.entity';
import { TaskStatus, type RecordedStatus } from './task-history';

registerEnumType(TaskStatus, {
  name: 'TaskStatus',
  description: 'How a task of a published document stands.',
  valuesConfig: {
    OPEN: { description: '推进中: not done yet, its deadline ahead or none given' }, DONE: { description: '已完成' },
    OVERDUE: { description: '逾期: neither done nor dropped by its deadline. Reckoned; it cannot be written' }, DROPPED: { description: '不再推进' },
  },
});

/** A published document that gives out tasks. */
@Recorded()
@Entity('task_document')
@Index('ux_task_document_number', ['number'], { unique: true })
export class TaskDocumentRow {
  @PrimaryGeneratedColumn()
  id: number;

  @TextColumn(100)
  number: string;

  @TextColumn(200)
  title: string;

  @TextColumn(200, { name: 'title_en' })
  titleEn: string;

  @DayColumn({ name: 'issued_on' })
  issuedOn: string;

  /** Its place in lists; the first is asked for when none is named. */
  @IntColumn()
  sort: number;
}

/** A task of a published document. Status, note and what follows from them are of the day for which it is handed out. */
@Recorded()
@Entity('task')
@Index('ux_task_number', ['documentId', 'number'], { unique: true })
@ObjectType({ implements: Node, description: 'A task of a published document (责任清单): who leads it, by when, and how it stands on the day asked for.' })
export class Task extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @IntColumn({ name: 'document_id' })
  documentId: number;

  @ManyToOne(() => TaskDocumentRow)
  @JoinColumn({ name: 'document_id', foreignKeyConstraintName: 'fk_task_document' })
  documentRow?: Relation<TaskDocumentRow>;

  @Field({ description: 'Its number in the document.' })
  @TextColumn(20)
  number: string;

  @Field({ description: 'What is to be done.' })
  @TextColumn(300)
  title: string;

  @Field({ description: 'The units that lead it (牵头单位) as the document names them, with 、 between several; empty where it names none.' })
  @TextColumn(500, { name: 'lead_unit' })
  leadUnit: string;

  @Field(() => [String], { description: 'The units that take part (配合单位).' })
  @Column({ type: 'simple-json', name: 'cooperating_units' })
  cooperatingUnits: string[];

  @Field(() => [String], { description: 'The units that carry it out (责任单位).' })
  @Column({ type: 'simple-json', name: 'responsible_units' })
  responsibleUnits: string[];

  @Field(() => DateScalar, { nullable: true, description: 'The day by which it is to be done; null where the document gives none.' })
  @DayColumn({ nullable: true })
  deadline: string | null;

  @Field(() => String, { nullable: true, description: 'The figures and steps that the document asks for.' })
  @TextColumn(1000, { nullable: true })
  target: string | null;

  /** Its place in the document. */
  @IntColumn()
  sort: number;

  @Field(() => Int, { description: 'Moves with every change; to be sent back as expectedVersion.' })
  @IntColumn()
  version: number;

  @Field({ description: 'Whether the task itself is made up.' })
  @BoolColumn()
  sample: boolean;

  // Below: not of the row, but of the row on a day; `taskShown` sets them.

  @Field({ description: 'The number of its document.' })
  document: string;

  @Field(() => TaskStatus, { description: 'How it stands.' })
  status: TaskStatus;

  @Field(() => String, { nullable: true, description: 'What was last reported of it.' })
  note: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of what was last recorded; null where nothing was.' })
  updatedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day since which it is done; null while it is not.' })
  doneOn: string | null;

  @Field(() => Int, { nullable: true, description: 'Days to the deadline, below zero once it has passed; null without one and for what is done or dropped.' })
  daysLeft: number | null;

  @Field({ description: 'Whether its status and note are made up for the demonstration.' })
  sampleStatus: boolean;

  /** The departments among its lead units, in the document's order. */
  leadDepartmentIds: readonly number[];
}

/** A department that leads a task: one row each, since several may lead together. */
@Recorded()
@Entity('task_lead')
@Index('ux_task_lead', ['taskId', 'departmentId'], { unique: true })
export class TaskLead {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'task_id' })
  taskId: number;

  @ManyToOne(() => Task)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_lead_task' })
  task?: Relation<Task>;

  @IntColumn({ name: 'department_id' })
  departmentId: number;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'fk_task_lead_department' })
  department?: Relation<Department>;
}

/** What was recorded of a task: its status and note from a day on. */
@Recorded()
@Entity('task_event')
@Index('ix_task_event_task', ['taskId', 'effectiveDate'])
export class TaskEvent {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'task_id' })
  taskId: number;

  @ManyToOne(() => Task)
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_task_event_task' })
  task?: Relation<Task>;

  @TextColumn(20)
  status: RecordedStatus;

  @TextColumn(500, { nullable: true })
  note: string | null;

  @DayColumn({ name: 'effective_date' })
  effectiveDate: string;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @BoolColumn()
  sample: boolean;
}
