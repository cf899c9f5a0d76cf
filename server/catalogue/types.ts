import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../api/node';
import { CursorScalar, DateScalar, MoneyScalar } from '../api/scalars';
import { FundingEntry, FundingSource } from '../funding/funding.entity';
import { Project } from '../portfolio/project.entity';

export enum GroupBy {
  REGION = 'REGION',
  SECTOR = 'SECTOR',
  STAGE = 'STAGE',
  CATEGORY = 'CATEGORY',
  LIST = 'LIST',
  FUNDING_SOURCE = 'FUNDING_SOURCE',
  START_YEAR = 'START_YEAR',
  FINISH_YEAR = 'FINISH_YEAR',
}
registerEnumType(GroupBy, {
  name: 'GroupBy',
  description: 'What a summary has a row for each of.',
  valuesConfig: {
    REGION: { description: 'Lead region, in the official order; every region has a row.' },
    SECTOR: { description: 'Sector; every sector has a row.' },
    STAGE: { description: 'Stage; every stage has a row.' },
    CATEGORY: { description: 'Category.' },
    LIST: { description: 'List; a work on several counts in each.' },
    FUNDING_SOURCE: { description: "Source of money; a work with several counts in each, with that source's money only." },
    START_YEAR: { description: 'Year of the planned start; the row without a year has the key "".' },
    FINISH_YEAR: { description: 'Year of the planned finish; the row without a year has the key "".' },
  },
});

export enum ProjectAction {
  UPDATE = 'UPDATE',
  RECORD_STAGE = 'RECORD_STAGE',
  RECORD_PROGRESS = 'RECORD_PROGRESS',
  CONFIRM_STAGE = 'CONFIRM_STAGE',
  SUSPEND = 'SUSPEND',
  SET_FUNDING_PLAN = 'SET_FUNDING_PLAN',
  RECORD_FUNDING = 'RECORD_FUNDING',
  UPDATE_PROCEDURE = 'UPDATE_PROCEDURE',
  SUBMIT_REPORT = 'SUBMIT_REPORT',
  RAISE_PROBLEM = 'RAISE_PROBLEM',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(ProjectAction, {
  name: 'ProjectAction',
  description: 'What a viewer may do to a work.',
  valuesConfig: {
    UPDATE: { description: 'updateProject' },
    RECORD_STAGE: { description: 'recordStage' },
    RECORD_PROGRESS: { description: 'recordProgress' },
    CONFIRM_STAGE: { description: 'confirmStage' },
    SUSPEND: { description: 'suspendProject, resumeProject' },
    SET_FUNDING_PLAN: { description: 'setFundingPlan' },
    RECORD_FUNDING: { description: 'recordFunding, reverseFunding' },
    UPDATE_PROCEDURE: { description: 'updateProcedure' },
    SUBMIT_REPORT: { description: 'Belongs to the weekly round; offered to nobody before it is there.' },
    RAISE_PROBLEM: { description: 'Belongs to the weekly round; offered to nobody before it is there.' },
    WITHDRAW: { description: 'withdrawProject' },
  },
});

@ObjectType({ description: 'Counts and sums over a set of works on a day.' })
export class PortfolioSummary {
  @Field(() => Int, { description: 'Works.' })
  total: number;

  @Field(() => Int, { description: 'In preparation (前期).' })
  preparation: number;

  @Field(() => Int, { description: 'In construction (开工).' })
  construction: number;

  @Field(() => Int, { description: 'Completed (完工), verified or not.' })
  completed: number;

  @Field(() => Int, { description: 'Of the completed, those not yet confirmed (待核).' })
  unverified: number;

  @Field(() => Int, { description: 'Suspended (停工).' })
  suspended: number;

  @Field(() => Int, { description: 'Health LAGGING (滞后).' })
  lagging: number;

  @Field(() => Int, { description: 'Health SERIOUS (严重滞后).' })
  serious: number;

  @Field(() => Float, { nullable: true, description: 'Started of total, 0–1; null for an empty set.' })
  startedShare: number | null;

  @Field(() => Float, { nullable: true, description: 'Completed of total, 0–1; null for an empty set.' })
  completedShare: number | null;

  @Field(() => MoneyScalar, { description: 'Total planned investment.' })
  investment: bigint;

  @Field(() => MoneyScalar, { description: 'Investment done.' })
  investmentDone: bigint;

  @Field(() => MoneyScalar, { description: 'Money planned, of all sources.' })
  fundsPlanned: bigint;

  @Field(() => MoneyScalar, { description: 'Money in place (到位).' })
  fundsArrived: bigint;

  @Field(() => MoneyScalar, { description: 'Money paid (支付).' })
  fundsPaid: bigint;

  @Field(() => Float, { nullable: true, description: 'Arrived of planned; null when nothing is planned; may pass 1.' })
  arrivalRate: number | null;
}

@ObjectType({ description: 'One group of a summary.' })
export class SummaryRow {
  @Field({ description: "The group's code: adcode, sector, stage, category, list, source or year." })
  key: string;

  @Field({ description: "The group's name." })
  label: string;

  @Field(() => PortfolioSummary, { description: 'Counts and sums of the group.' })
  summary: PortfolioSummary;
}

@ObjectType({ description: "One source's money for a work on a day." })
export class FundingLine {
  @Field(() => FundingSource, { description: 'The source.' })
  source: FundingSource;

  @Field(() => MoneyScalar, { description: 'Planned.' })
  planned: bigint;

  @Field(() => MoneyScalar, { description: 'Allocated (下达).' })
  allocated: bigint;

  @Field(() => MoneyScalar, { description: 'Arrived (到位).' })
  arrived: bigint;

  @Field(() => MoneyScalar, { description: 'Paid (支付).' })
  paid: bigint;

  @Field({ description: 'Whether any of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: "A work's money on a day." })
export class FundingSummary {
  @Field(() => MoneyScalar, { description: 'Planned, of all sources.' })
  planned: bigint;

  @Field(() => MoneyScalar, { description: 'Allocated (下达).' })
  allocated: bigint;

  @Field(() => MoneyScalar, { description: 'Arrived (到位).' })
  arrived: bigint;

  @Field(() => MoneyScalar, { description: 'Paid (支付).' })
  paid: bigint;

  @Field(() => Float, { nullable: true, description: 'Arrived of planned; null when nothing is planned; may pass 1.' })
  arrivalRate: number | null;

  @Field(() => [FundingLine], { description: 'By source; sources without plan and entry are left out.' })
  lines: FundingLine[];
}

@ObjectType({ description: 'An entry in a list.' })
export class FundingEntryEdge {
  @Field(() => CursorScalar, { description: 'Where it stands.' })
  cursor: string;

  @Field(() => FundingEntry, { description: 'The entry.' })
  node: FundingEntry;
}

@ObjectType({ description: "A page of a work's funding entries, by day, then by recording." })
export class FundingEntryConnection {
  @Field(() => [FundingEntryEdge], { description: 'The page, with cursors.' })
  edges: FundingEntryEdge[];

  @Field(() => [FundingEntry], { description: 'The page.' })
  nodes: FundingEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Entries of the work in all.' })
  totalCount: number;
}

@ObjectType({ description: 'A work in a list.' })
export class ProjectEdge {
  @Field(() => CursorScalar, { description: 'Where it stands.' })
  cursor: string;

  @Field(() => Project, { description: 'The work.' })
  node: Project;
}

@ObjectType({ description: 'A page of works, and what the whole filtered set adds up to.' })
export class ProjectConnection {
  @Field(() => [ProjectEdge], { description: 'The page, with cursors.' })
  edges: ProjectEdge[];

  @Field(() => [Project], { description: 'The page.' })
  nodes: Project[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Works in the whole filtered set.' })
  totalCount: number;

  @Field(() => PortfolioSummary, { description: 'Counts and sums of the whole filtered set.' })
  summary: PortfolioSummary;
}

@ObjectType({ description: 'A work near a section.' })
export class NearbyProject {
  @Field(() => Project, { description: 'The work.' })
  project: Project;

  @Field(() => Float, { description: 'Kilometres as the crow flies.' })
  distanceKm: number;
}

@ObjectType({ description: 'Works by stage on a day.' })
export class StageCount {
  @Field(() => DateScalar, { description: 'The day.' })
  date: string;

  @Field(() => Int, { description: 'In preparation.' })
  preparation: number;

  @Field(() => Int, { description: 'In construction.' })
  construction: number;

  @Field(() => Int, { description: 'Completed.' })
  completed: number;
}

@ObjectType({ description: 'What the programme is called and when it is to be done.' })
export class Programme {
  @Field({ description: 'The city.' })
  city: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its name in English.' })
  nameEn: string;

  @Field(() => DateScalar, { description: 'The first day it is known for; where a replay begins.' })
  firstDay: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day by which all works are to be completed.' })
  targetDate: string | null;

  @Field(() => String, { nullable: true, description: 'A sentence on what in the data is made up; null where nothing is.' })
  sampleNote: string | null;
}
