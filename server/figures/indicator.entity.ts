import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Day } from '../api/day';
import { DateScalar } from '../api/scalars';
import { BoolColumn, DayColumn, InstantColumn, IntColumn, TextColumn } from '../database/columns';
import { Recorded } from '../database/recorded';
import { Region } from '../portfolio/reference.entity';
import { spanName } from './span';

export enum IndicatorAim {
  LOWER = 'LOWER',
  HIGHER = 'HIGHER',
}
registerEnumType(IndicatorAim, {
  name: 'IndicatorAim',
  description: 'Which values of an indicator are the better ones; the best has rank 1.',
  valuesConfig: { LOWER: { description: '越低越好' }, HIGHER: { description: '越高越好' } },
});

export enum IndicatorChange {
  PERCENT = 'PERCENT',
  DIFFERENCE = 'DIFFERENCE',
}
registerEnumType(IndicatorChange, {
  name: 'IndicatorChange',
  description: 'How the change of an indicator is told.',
  valuesConfig: { PERCENT: { description: 'Percent of the base.' }, DIFFERENCE: { description: 'Value less base, in the unit of the indicator: for shares and temperatures.' } },
});

export enum RankTies {
  COMPETITION = 'COMPETITION',
  DENSE = 'DENSE',
}
registerEnumType(RankTies, {
  name: 'RankTies',
  description: 'The rank after equal values.',
  valuesConfig: { COMPETITION: { description: '1224: two sixth are followed by the eighth, as published tables have it.' }, DENSE: { description: '1223: two sixth are followed by the seventh.' } },
});

/** What regions are ranked by: an air index, PM2.5, complaints, anything that the office publishes a figure a region of. */
@Recorded()
@Entity('indicator_definition')
@Index('ux_indicator_definition_code', ['code'], { unique: true })
@ObjectType({ description: 'What regions are ranked by (统计指标): an air index, PM2.5, complaints, anything that the office publishes a figure a region of. Not an item of GB 3838-2002.' })
export class Indicator {
  @PrimaryGeneratedColumn()
  id: number;

  @Field({ description: 'Its code: its name in questions.' })
  @TextColumn(40)
  code: string;

  @Field({ description: 'Its name.' })
  @TextColumn(100)
  name: string;

  @Field({ description: 'Its name in English.' })
  @TextColumn(100, { name: 'name_en' })
  nameEn: string;

  @Field({ description: 'Its unit, "μg/m³"; empty of an index or a count.' })
  @TextColumn(40)
  unit: string;

  @Field(() => Int, { description: 'Decimal places of its values, 0–6.' })
  @IntColumn()
  decimals: number;

  @Field(() => IndicatorAim, { description: 'Which values are the better ones.' })
  @TextColumn(10)
  aim: IndicatorAim;

  @Field(() => IndicatorChange, { description: 'How its change is told.' })
  @TextColumn(12, { name: 'change_kind' })
  changeKind: IndicatorChange;

  @Field(() => Int, { description: 'Decimal places of its change, 0–6.' })
  @IntColumn({ name: 'change_decimals' })
  changeDecimals: number;

  @Field(() => RankTies, { description: 'The rank after equal values.' })
  @TextColumn(12)
  ties: RankTies;

  @Field(() => String, { nullable: true, description: 'What is to be known of it: where it comes from, whether it is audited.' })
  @TextColumn(500, { nullable: true })
  note: string | null;

  @IntColumn()
  sort: number;
}

/** The days that figures are of: a month, a week, the year to date, a heating season. Figures of one span compare. */
@Recorded()
@Entity('indicator_span')
@Index('ux_indicator_span_days', ['from', 'to'], { unique: true })
@ObjectType({ description: 'The days that figures are of: a month, a week, the year to date, a heating season.' })
export class IndicatorSpan {
  @PrimaryGeneratedColumn()
  id: number;

  @Field(() => DateScalar, { description: 'Its first day.' })
  @DayColumn({ name: 'from_day' })
  from: Day;

  @Field(() => DateScalar, { description: 'Its last day.' })
  @DayColumn({ name: 'to_day' })
  to: Day;

  /** As it was named by whoever brought it; null where its days say it all. */
  @TextColumn(60, { nullable: true, name: 'name' })
  ownName: string | null;

  @TextColumn(60, { nullable: true, name: 'name_en' })
  ownNameEn: string | null;

  @Field({ description: 'What it is called: as it was named, "2024年10月1日以来", else by its days, "2025年1月".' })
  get name(): string {
    return this.ownName ?? spanName(this.from, this.to, 'zh');
  }

  @Field({ description: 'What it is called in English.' })
  get nameEn(): string {
    return this.ownNameEn ?? spanName(this.from, this.to, 'en');
  }
}

/** One indicator's figure of a region over a span. */
@Recorded()
@Entity('indicator_figure')
@Index('ux_indicator_figure_region', ['indicatorId', 'spanId', 'regionId'], { unique: true })
export class IndicatorFigure {
  @PrimaryGeneratedColumn()
  id: number;

  @IntColumn({ name: 'indicator_id' })
  indicatorId: number;

  @ManyToOne(() => Indicator)
  @JoinColumn({ name: 'indicator_id', foreignKeyConstraintName: 'fk_indicator_figure_indicator' })
  indicator?: Relation<Indicator>;

  @IntColumn({ name: 'span_id' })
  spanId: number;

  @ManyToOne(() => IndicatorSpan)
  @JoinColumn({ name: 'span_id', foreignKeyConstraintName: 'fk_indicator_figure_span' })
  span?: Relation<IndicatorSpan>;

  @IntColumn({ name: 'region_id' })
  regionId: number;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_id', foreignKeyConstraintName: 'fk_indicator_figure_region' })
  region?: Relation<Region>;

  /** A decimal as it was given: "5.850". */
  @TextColumn(24)
  value: string;

  /** The value of the base that the source compares with; null where it prints none. */
  @TextColumn(24, { nullable: true, name: 'base_value' })
  base: string | null;

  /** The change as the source prints it, where it prints no base. */
  @TextColumn(24, { nullable: true, name: 'given_change' })
  change: string | null;

  @TextColumn(200, { nullable: true })
  source: string | null;

  @BoolColumn()
  sample: boolean;

  @TextColumn(100, { name: 'recorded_by' })
  recordedBy: string;

  @InstantColumn({ name: 'recorded_at' })
  recordedAt: Date;
}
