import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { SectorCode } from '../api/identity';
import type { Fen } from '../api/money';
import { AdcodeScalar, DateScalar, MoneyScalar } from '../api/scalars';
import { ProcedureKind, ProcedureStatus, Stage } from './facts.entity';

/** Every input carries it. */
@InputType()
export abstract class IdempotentInput {
  @Field(() => String, { nullable: true, description: 'Made by the client, at most 200 characters: the same key and input from the same user answers the same and writes once; with another input it is CONFLICT.' })
  idempotencyKey?: string | null;
}

/** What registering and changing a work have in common. */
@InputType()
export abstract class ProjectFieldsInput extends IdempotentInput {
  @Field(() => String, { nullable: true, description: '项目代码, in the form of GB/T 40058-2021.' })
  nationalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit that builds it, at most 200 characters.' })
  ownerUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'How large it is, at most 1,000 characters.' })
  scale?: string | null;

  @Field(() => String, { nullable: true, description: 'What is built, at most 5,000 characters.' })
  content?: string | null;

  @Field(() => String, { nullable: true, description: 'The river, lake or spring it serves, at most 200 characters.' })
  waterBody?: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS 84; goes with lat.' })
  lon?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS 84; goes with lon.' })
  lat?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to start, as approved.' })
  plannedStart?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be finished, as approved; not before plannedStart. The first extension keeps the earlier day as originalFinish.' })
  plannedFinish?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Total planned investment, above zero.' })
  investment?: Fen | null;
}

@InputType({ description: 'A new work; it counts from registeredOn, in PREPARATION.' })
export class CreateProjectInput extends ProjectFieldsInput {
  @Field({ description: "The programme's own code, not yet taken; at most 60 characters." })
  code: string;

  @Field({ description: 'Its name, at most 200 characters.' })
  name: string;

  @Field(() => AdcodeScalar, { description: 'The region that leads it.' })
  leadRegion: string;

  @Field(() => [AdcodeScalar], { nullable: true, description: 'All its regions; the lead region is added.' })
  regions?: string[] | null;

  @Field(() => SectorCode, { description: 'Its sector.' })
  sector: SectorCode;

  @Field({ description: "A category's code." })
  category: string;

  @Field(() => [String], { nullable: true, description: 'Codes of the lists it stands on.' })
  lists?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it counts, not in the future; today when left out.' })
  registeredOn?: string | null;
}

@InputType({ description: 'Changes to a work: a field left out stays, null empties it.' })
export class UpdateProjectInput extends ProjectFieldsInput {
  @Field(() => ID, { description: 'The work.' })
  id: string;

  @Field(() => Int, { description: "The work's version as last seen." })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "A category's code." })
  category?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of all the lists it stands on.' })
  lists?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why, for the change record; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Takes a work off the list (调出).' })
export class WithdrawProjectInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  id: string;

  @Field(() => Int, { description: "The work's version as last seen." })
  expectedVersion: number;

  @Field(() => DateScalar, { description: 'The first day on which it no longer counts; not in the future.' })
  on: string;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;
}

@InputType({ description: 'A step to the next stage, or a correction by the task force.' })
export class RecordStageInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => Stage, { description: 'The stage that begins: one step forward unless it is a correction.' })
  stage: Stage;

  @Field(() => DateScalar, { description: 'The day from which it holds: not in the future, and not before the last step unless it is a correction.' })
  effectiveDate: string;

  @Field(() => String, { nullable: true, description: 'What shows it, at most 500 characters.' })
  evidence?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'A correction (更正): task force only, with a reason; any stage, also on the day of the last step or before.' })
  correction?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it is corrected, or completed below 100 percent; at most 500 characters.' })
  reason?: string | null;

  @Field(() => Int, { description: "The work's version as last seen." })
  expectedVersion: number;
}

@InputType({ description: 'Confirms or rejects a reported completion.' })
export class ConfirmStageInput extends IdempotentInput {
  @Field(() => ID, { description: 'The completion.' })
  eventId: string;

  @Field({ description: 'False rejects it: it then counts for no day.' })
  confirmed: boolean;

  @Field(() => String, { nullable: true, description: 'Why; a rejection needs it. At most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Progress and investment done as of a day; a second entry for the day replaces the first.' })
export class RecordProgressInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => DateScalar, { description: 'The day it speaks of; not in the future.' })
  date: string;

  @Field(() => Float, { description: 'Physical progress, percent 0–100; kept to a hundredth.' })
  progress: number;

  @Field(() => MoneyScalar, { nullable: true, description: 'Investment done since the beginning; left out, the last figure stays.' })
  investmentDone?: Fen | null;

  @Field(() => String, { nullable: true, description: 'What was done, at most 500 characters.' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Why a figure is below the entry before; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A stop of work (停工).' })
export class SuspendProjectInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => DateScalar, { description: 'The first day without work; not in the future.' })
  from: string;

  @Field({ description: 'Why, at most 500 characters.' })
  cause: string;

  @Field(() => DateScalar, { nullable: true, description: 'When work is expected to go on; after `from`.' })
  expectedResumption?: string | null;

  @Field(() => Int, { description: "The work's version as last seen." })
  expectedVersion: number;
}

@InputType({ description: 'The resumption of a suspended work (复工).' })
export class ResumeProjectInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => DateScalar, { description: 'The day work goes on; not in the future. The first day of the suspension takes it back.' })
  on: string;

  @Field(() => Int, { description: "The work's version as last seen." })
  expectedVersion: number;
}

@InputType({ description: 'The state of one approval of a work: a field left out stays, null empties it.' })
export class UpdateProcedureInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => ProcedureKind, { description: 'Which approval.' })
  kind: ProcedureKind;

  @Field(() => ProcedureStatus, { description: 'How far it is; DONE needs doneOn.' })
  status: ProcedureStatus;

  @Field(() => String, { nullable: true, description: 'Code of the department that holds it.' })
  heldBy?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was applied for; not in the future.' })
  appliedOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days that the holder promised to need, 0–3650.' })
  promisedDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it goes through the green channel.' })
  greenChannel?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is to be done.' })
  due?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was done: not in the future, not before appliedOn.' })
  doneOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the approval, at most 100 characters.' })
  documentNumber?: string | null;
}
