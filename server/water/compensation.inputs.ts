import { Field, InputType } from 'type-graphql';
import type { Fen } from '../api/money';
import { AdcodeScalar, MoneyScalar, PeriodScalar } from '../api/scalars';
import { IdempotentInput } from '../portfolio/project.inputs';
import { CompensationMultiple, FenRounding } from './compensation-options';
import { WaterRounding } from './options';
import { WaterClass } from './section.entity';

@InputType({ description: 'An item that a scheme reckons.' })
export class CompensationItemInput {
  @Field({ description: 'Its key, of those that are the worse the more there is: CODMn, COD, BOD5, NH3N, TP and so on; not T, pH or DO.' })
  indicator: string;

  @Field(() => MoneyScalar, { description: 'What one multiple costs, above zero.' })
  base: Fen;
}

@InputType({ description: 'A section at a border.' })
export class CompensationBorderInput {
  @Field({ description: "The section's code." })
  section: string;

  @Field(() => AdcodeScalar, { description: 'The region upstream, which pays for what is over the limit.' })
  payer: string;

  @Field(() => AdcodeScalar, { description: 'The region downstream.' })
  receiver: string;

  @Field(() => WaterClass, { nullable: true, description: "The class to be kept; the section's own target when left out." })
  target?: WaterClass | null;
}

@InputType({ description: 'A scheme of compensation across borders, whole.' })
export class SetCompensationSchemeInput extends IdempotentInput {
  @Field(() => PeriodScalar, { description: 'The month from which it is in force, until the next scheme. One of that very month is replaced.' })
  validFrom: string;

  @Field({ description: 'Its name, at most 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its name in English, at most 100 characters; the Chinese one when left out.' })
  nameEn?: string | null;

  @Field(() => [CompensationItemInput], { description: 'What is reckoned, each item once.' })
  items: CompensationItemInput[];

  @Field(() => [CompensationBorderInput], { description: '1 to 200 sections, each once.' })
  borders: CompensationBorderInput[];

  @Field(() => CompensationMultiple, { nullable: true, description: 'What the base amount is multiplied with; EXCEEDANCE when left out.' })
  multiple?: CompensationMultiple | null;

  @Field(() => WaterRounding, { nullable: true, description: 'With how many digits values are held against limits; EVALUATION when left out.' })
  waterRounding?: WaterRounding | null;

  @Field(() => FenRounding, { nullable: true, description: 'How amounts are brought to whole fen; HALF_UP when left out.' })
  fenRounding?: FenRounding | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'The most that one item of one section costs in a month; no bound when left out.' })
  cap?: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'What downstream pays for a month in which a section is better than its target by a class or more; nothing when left out.' })
  reward?: Fen | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it is no rule but an example, and to be marked so.' })
  example?: boolean | null;
}
