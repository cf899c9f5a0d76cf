import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Fen } from '../api/money';
import { Warning } from '../api/node';
import type { Period } from '../api/period';
import { MoneyScalar, PeriodScalar } from '../api/scalars';
import { Region } from '../portfolio/reference.entity';
import { CompensationKind } from '../water/compensation';
import { CompensationMultiple, FenRounding } from '../water/compensation-options';
import { WaterRounding } from '../water/options';
import { MonitoringSection, WaterClass } from '../water/section.entity';

@ObjectType({ description: 'An item that a scheme reckons.' })
export class CompensationItem {
  @Field({ description: 'Its key.' })
  indicator: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field(() => MoneyScalar, { description: 'What one multiple costs.' })
  base: Fen;
}

@ObjectType({ description: 'A section at a border, and who pays whom there.' })
export class CompensationBorder {
  @Field(() => MonitoringSection, { description: 'The section.' })
  section: MonitoringSection;

  @Field(() => Region, { description: 'The region upstream, which pays for what is over the limit.' })
  payer: Region;

  @Field(() => Region, { description: 'The region downstream.' })
  receiver: Region;

  @Field(() => WaterClass, { nullable: true, description: "The class to be kept; null for the section's own target." })
  target: WaterClass | null;
}

@ObjectType({ description: 'A scheme of compensation across borders (跨界断面水质生态补偿): who pays whom how much when a border section misses its target.' })
export class CompensationScheme {
  @Field(() => PeriodScalar, { description: 'The month from which it is in force, until the next one.' })
  validFrom: Period;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its name in English.' })
  nameEn: string;

  @Field({ description: 'Whether it is no rule of anybody but an example to start from.' })
  example: boolean;

  @Field(() => [CompensationItem], { description: 'What is reckoned.' })
  items: CompensationItem[];

  @Field(() => [CompensationBorder], { description: 'Where.' })
  borders: CompensationBorder[];

  @Field(() => CompensationMultiple, { description: 'What the base amount is multiplied with.' })
  multiple: CompensationMultiple;

  @Field(() => WaterRounding, { description: 'With how many digits values are held against limits.' })
  waterRounding: WaterRounding;

  @Field(() => FenRounding, { description: 'How amounts are brought to whole fen.' })
  fenRounding: FenRounding;

  @Field(() => MoneyScalar, { nullable: true, description: 'The most that one item of one section costs in a month; null where there is no bound.' })
  cap: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'What downstream pays for a month in which a section is better than its target by a class or more; null where nothing is paid.' })
  reward: Fen | null;
}

@ObjectType({ description: 'What an item of a border section, or for a reward the section, comes to in a month.' })
export class CompensationDue {
  @Field(() => PeriodScalar, { description: 'The month.' })
  month: Period;

  @Field(() => CompensationKind, { description: 'Whether anything is paid, and by whom.' })
  kind: CompensationKind;

  @Field(() => MonitoringSection, { description: 'The section.' })
  section: MonitoringSection;

  @Field(() => WaterClass, { description: 'The class that it was to keep.' })
  target: WaterClass;

  @Field(() => Region, { description: 'Who pays, or would; of a reward downstream.' })
  payer: Region;

  @Field(() => Region, { description: 'Who receives, or would.' })
  receiver: Region;

  @Field(() => String, { nullable: true, description: "The item's key; null of a reward." })
  indicator: string | null;

  @Field(() => Float, { nullable: true, description: 'The value as it was held against the limit, in the unit of GB 3838-2002; null where there is none.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'The limit of the target class; null of a reward.' })
  limit: number | null;

  @Field(() => Float, { nullable: true, description: 'What the base amount was multiplied with, unrounded; null where no item is paid for.' })
  multiple: number | null;

  @Field(() => MoneyScalar, { description: 'What is paid.' })
  amount: Fen;

  @Field({ description: "Whether the scheme's bound cut the amount." })
  capped: boolean;

  @Field({ description: 'Whether it rests on values that are made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'What a region pays and receives.' })
export class CompensationBalance {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field(() => MoneyScalar, { description: 'What it pays.' })
  paid: Fen;

  @Field(() => MoneyScalar, { description: 'What it receives.' })
  received: Fen;

  @Field(() => MoneyScalar, { description: 'Received less paid.' })
  balance: Fen;
}

@ObjectType({ description: 'Compensation across borders in a month or a year.' })
export class Compensation {
  @Field(() => PeriodScalar, { description: 'The month or year.' })
  period: Period;

  @Field({ description: 'Whether any of it rests on a scheme that is only an example.' })
  example: boolean;

  @Field(() => [CompensationScheme], { description: 'The schemes that were in force, the oldest first; none where there was none yet.' })
  schemes: CompensationScheme[];

  @Field(() => [PeriodScalar], { description: 'The months that were reckoned: those of the period that have begun and in which a scheme was in force.' })
  months: Period[];

  @Field(() => [CompensationDue], { description: 'What every item of every border section comes to, by month, in the order of the scheme.' })
  lines: CompensationDue[];

  @Field(() => [CompensationBalance], { description: 'What every region at a border pays and receives, in the official order.' })
  totals: CompensationBalance[];

  @Field(() => Int, { description: 'How many values were missing, each an item of a section in a month; they pay nothing.' })
  missing: number;
}

@ObjectType({ description: 'A scheme as it is after it was set.' })
export class SetCompensationSchemePayload {
  @Field(() => CompensationScheme, { description: 'The scheme.' })
  scheme: CompensationScheme;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}
