import { Field, InputType, Int } from 'type-graphql';
import type { Day } from '../api/day';
import { AdcodeScalar, DateScalar } from '../api/scalars';
import { IdempotentInput } from '../portfolio/project.inputs';
import { IndicatorAim, IndicatorChange, RankTies } from './indicator.entity';

@InputType({ description: "A region's figure." })
export class FigureInput {
  @Field(() => AdcodeScalar, { description: 'The region.' })
  region: string;

  @Field({ description: 'The value, a decimal, "5.85": at most 12 digits before the point and 6 after it.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'The value that the source compares with, where it prints one.' })
  base?: string | null;

  @Field(() => String, { nullable: true, description: 'The change as the source prints it, percent or difference as the indicator has it, where it prints no base: "-14.6".' })
  change?: string | null;
}

@InputType({ description: "An indicator's figures over a span, all or none." })
export class RecordFiguresInput extends IdempotentInput {
  @Field({ description: "The indicator's code." })
  indicator: string;

  @Field(() => DateScalar, { description: 'The first day of the span.' })
  from: Day;

  @Field(() => DateScalar, { description: 'The last day of the span, not after today.' })
  to: Day;

  @Field(() => String, { nullable: true, description: 'What the span is called, at most 60 characters; by its days when left out. A span that stands takes the new name.' })
  spanName?: string | null;

  @Field(() => String, { nullable: true, description: 'What the span is called in English, at most 60 characters.' })
  spanNameEn?: string | null;

  @Field(() => [FigureInput], { description: '1 to 100 figures, each region once. A figure that stands is replaced, its old value stays in the change record; others stay.' })
  figures: FigureInput[];

  @Field(() => String, { nullable: true, description: 'Where they come from, at most 200 characters.' })
  source?: string | null;
}

@InputType({ description: 'An indicator, new or changed.' })
export class SetIndicatorInput extends IdempotentInput {
  @Field({ description: 'Its code: letters, digits, - _ ., at most 40. One that stands is changed.' })
  code: string;

  @Field({ description: 'Its name, at most 100 characters.' })
  name: string;

  @Field({ description: 'Its name in English, at most 100 characters.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'Its unit, at most 40 characters; empty of an index or a count.' })
  unit?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Decimal places of its values, 0–6.' })
  decimals?: number | null;

  @Field(() => IndicatorAim, { description: 'Which values are the better ones.' })
  aim: IndicatorAim;

  @Field(() => IndicatorChange, { nullable: true, defaultValue: IndicatorChange.PERCENT, description: 'How its change is told.' })
  changeKind?: IndicatorChange | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'Decimal places of its change, 0–6.' })
  changeDecimals?: number | null;

  @Field(() => RankTies, { nullable: true, defaultValue: RankTies.COMPETITION, description: 'The rank after equal values.' })
  ties?: RankTies | null;

  @Field(() => String, { nullable: true, description: 'What is to be known of it, at most 500 characters.' })
  note?: string | null;
}
