import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Fen } from '../api/money';
import { Node } from '../api/node';
import { DateScalar, DateTimeScalar, MoneyScalar } from '../api/scalars';
import { BoolColumn, DayColumn, InstantColumn, IntColumn, MoneyColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Project } from '../portfolio/project.entity';

export enum FundingSource {
  CENTRAL_GRANT = 'CENTRAL_GRANT',
  TREASURY_BOND = 'TREASURY_BOND',
  PROVINCIAL_GRANT = 'PROVINCIAL_GRANT',
  YELLOW_RIVER_AWARD = 'YELLOW_RIVER_AWARD',
  SPECIAL_BOND = 'SPECIAL_BOND',
  GENERAL_BOND = 'GENERAL_BOND',
  MUNICIPAL_BUDGET = 'MUNICIPAL_BUDGET',
  COUNTY_BUDGET = 'COUNTY_BUDGET',
  BANK_LOAN = 'BANK_LOAN',
  SOCIAL_CAPITAL = 'SOCIAL_CAPITAL',
  OTHER = 'OTHER',
}
registerEnumType(FundingSource, {
  name: 'FundingSource',
  description: 'Where money comes from (资金来源).',
  valuesConfig: {
    CENTRAL_GRANT: { description: '中央资金' }, TREASURY_BOND: { description: '国债资金' }, PROVINCIAL_GRANT: { description: '省级资金' },
    YELLOW_RIVER_AWARD: { description: '黄河流域奖补资金' }, SPECIAL_BOND: { description: '专项债券' }, GENERAL_BOND: { description: '一般债券' },
    MUNICIPAL_BUDGET: { description: '市级财政' }, COUNTY_BUDGET: { description: '县级财政' }, BANK_LOAN: { description: '银行贷款' },
    SOCIAL_CAPITAL: { description: '社会资本' }, OTHER: { description: '其他资金' },
  },
});

/** The Chinese name of each source, as ledgers and sentences write it. */
export const fundingSourceNames: Record<FundingSource, string> = {
  CENTRAL_GRANT: '中央资金', TREASURY_BOND: '国债资金', PROVINCIAL_GRANT: '省级资金', YELLOW_RIVER_AWARD: '黄河流域奖补资金', SPECIAL_BOND: '专项债券',
  GENERAL_BOND: '一般债券', MUNICIPAL_BUDGET: '市级财政', COUNTY_BUDGET: '县级财政', BANK_LOAN: '银行贷款', SOCIAL_CAPITAL: '社会资本', OTHER: '其他资金',
};

export enum FundingKind {
  ALLOCATED = 'ALLOCATED',
  ARRIVED = 'ARRIVED',
  PAID = 'PAID',
}
registerEnumType(FundingKind, {
  name: 'FundingKind',
  description: 'What happened to the money.',
  valuesConfig: { ALLOCATED: { description: '下达, with its document number' }, ARRIVED: { description: '到位' }, PAID: { description: '支付' } },
});

/** What a work is to get from a source, from a day on; the latest by day, then by entry, holds. */
@Recorded()
@Entity('funding_plan')
@Index('ix_funding_plan_project', ['projectId', 'source', 'effectiveDate'])
export class FundingPlan {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_funding_plan_project' })
  project?: Relation<Project>;

  @TextColumn(40)
  source: FundingSource;

  @MoneyColumn()
  planned: Fen;

  @DayColumn({ name: 'effective_date' })
  effectiveDate: string;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @BoolColumn()
  sample: boolean;
}

/** What a work is to do in investment in a year (年度投资计划); the latest by day, then by entry, holds. */
@Recorded()
@Entity('annual_plan')
@Index('ix_annual_plan_project', ['projectId', 'year', 'effectiveDate'])
export class AnnualPlan {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_annual_plan_project' })
  project?: Relation<Project>;

  @IntColumn()
  year: number;

  @MoneyColumn()
  planned: Fen;

  @DayColumn({ name: 'effective_date' })
  effectiveDate: string;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;

  @BoolColumn()
  sample: boolean;
}

/** Money allocated, arrived or paid on a day; never edited: a wrong one is reversed and entered anew. */
@Recorded()
@Entity('funding_entry')
@Index('ix_funding_entry_project', ['projectId', 'date'])
@Index('ux_funding_entry_reverses', ['reversesId'], { unique: true })
@ObjectType({
  implements: Node,
  description: 'Money allocated, arrived or paid on a day. It is never edited: a wrong entry is reversed by another of the opposite amount on the same day (更正), and entered anew.',
})
export class FundingEntry extends Node {
  @PrimaryGeneratedColumn()
  override id: number;

  @IntColumn({ name: 'project_id' })
  projectId: number;

  @ManyToOne(() => Project)
  @JoinColumn({ name: 'project_id', foreignKeyConstraintName: 'fk_funding_entry_project' })
  projectRow?: Relation<Project>;

  @Field(() => FundingSource, { description: 'Where the money comes from.' })
  @TextColumn(40)
  source: FundingSource;

  @Field(() => FundingKind, { description: 'What happened to it.' })
  @TextColumn(20)
  kind: FundingKind;

  @Field(() => MoneyScalar, { description: 'How much; negative in a reversal only.' })
  @MoneyColumn()
  amount: Fen;

  @Field(() => DateScalar, { description: 'The day it happened.' })
  @DayColumn()
  date: string;

  @Field(() => String, { nullable: true, description: 'The number of the document that allocated it.' })
  @TextColumn(100, { name: 'document_number', nullable: true })
  documentNumber: string | null;

  @Field(() => String, { nullable: true, description: 'A remark; for a reversal its reason.' })
  @TextColumn(500, { nullable: true })
  note: string | null;

  @IntColumn({ name: 'reverses_id', nullable: true })
  reversesId: number | null;

  @ManyToOne(() => FundingEntry)
  @JoinColumn({ name: 'reverses_id', foreignKeyConstraintName: 'fk_funding_entry_reverses' })
  reversesRow?: Relation<FundingEntry>;

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
