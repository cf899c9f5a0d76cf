import { Field, Float, InputType } from 'type-graphql';
import { PeriodScalar } from '../api/scalars';
import { IdempotentInput } from '../portfolio/project.inputs';

@InputType({ description: 'One value of a sample.' })
export class IndicatorInput {
  @Field({ description: 'Its key: T, pH, DO, CODMn, COD, BOD5, NH3N, TP, TN, Cu, Zn, F, Se, As, Hg, Cd, Cr6, Pb, CN, VP, Oil, LAS, S or FC.' })
  indicator: string;

  @Field(() => Float, { description: 'The value; with belowDetection the detection limit, half of which enters the reckoning.' })
  value: number;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether it was below the detection limit.' })
  belowDetection?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Its unit; that of GB 3838-2002 when left out: mg/L, ℃ of T, none of pH, per litre of FC.' })
  unit?: string | null;

  @Field(() => String, { nullable: true, description: 'What the source wrote, at most 40 characters.' })
  text?: string | null;
}

@InputType({ description: 'What a section measured in a period.' })
export class SampleInput {
  @Field({ description: "The section's code." })
  section: string;

  @Field(() => PeriodScalar, { description: 'The period: a year, a month, a day or four hours; not one that has yet to begin.' })
  period: string;

  @Field(() => [IndicatorInput], { description: 'The values, each item once. Items that a standing sample of the period has and that do not come again stay, but for one made up for the demonstration, which gives way as a whole.' })
  indicators: IndicatorInput[];
}

@InputType({ description: 'Samples to be recorded together, all or none.' })
export class RecordSamplesInput extends IdempotentInput {
  @Field(() => [SampleInput], { description: '1 to 500 samples.' })
  samples: SampleInput[];
}
