import { Field, ID, InputType, Int } from 'type-graphql';
import type { Fen } from '../api/money';
import { DateScalar, MoneyScalar } from '../api/scalars';
import { IdempotentInput } from '../portfolio/project.inputs';
import { FundingKind, FundingSource } from './funding.entity';

@InputType({ description: 'What a work is to get from a source, from a day on.' })
export class SetFundingPlanInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => FundingSource, { description: 'The source.' })
  source: FundingSource;

  @Field(() => MoneyScalar, { description: 'The whole plan of that source; zero takes it away.' })
  planned: Fen;

  @Field(() => DateScalar, { nullable: true, description: 'From when it holds, not in the future; today when left out.' })
  effectiveDate?: string | null;
}

@InputType({ description: 'Money allocated, arrived or paid.' })
export class RecordFundingInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => FundingSource, { description: 'The source.' })
  source: FundingSource;

  @Field(() => FundingKind, { description: 'What happened to the money.' })
  kind: FundingKind;

  @Field(() => MoneyScalar, { description: 'How much, above zero; this amount, not a running total.' })
  amount: Fen;

  @Field(() => DateScalar, { description: 'The day; not in the future.' })
  date: string;

  @Field(() => String, { nullable: true, description: 'The number of the document, at most 100 characters.' })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'Money since the beginning: what it adds to what is booked by that day is booked.' })
export class BookFundingInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => FundingSource, { description: 'The source.' })
  source: FundingSource;

  @Field(() => FundingKind, { description: 'What happened to the money.' })
  kind: FundingKind;

  @Field(() => MoneyScalar, { description: 'The running total at the end of the day, above what is booked by then.' })
  cumulative: Fen;

  @Field(() => DateScalar, { description: 'The day; not in the future.' })
  date: string;

  @Field(() => String, { nullable: true, description: 'The number of the document, at most 100 characters.' })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark, at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'What a work is to do in investment in a year (年度投资计划).' })
export class SetAnnualPlanInput extends IdempotentInput {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => Int, { description: 'The year, 2000–2100.' })
  year: number;

  @Field(() => MoneyScalar, { description: 'Investment to be done in that year; zero for none.' })
  planned: Fen;

  @Field(() => DateScalar, { nullable: true, description: 'From when the plan holds, not in the future; today when left out.' })
  effectiveDate?: string | null;
}

@InputType({ description: 'Takes a wrong entry back, whole.' })
export class ReverseFundingInput extends IdempotentInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId: string;

  @Field({ description: 'Why, at most 500 characters.' })
  reason: string;
}
