import { Field, Float, InputType } from 'type-graphql';
import { AdcodeScalar, PeriodScalar } from '../api/scalars';
import { IdempotentInput } from '../portfolio/project.inputs';

@InputType({ description: 'The mean flow of a river in a region in a month.' })
export class FlowInput {
  @Field(() => AdcodeScalar, { description: 'The region.' })
  region: string;

  @Field({ description: 'The river, as its target names it.' })
  river: string;

  @Field(() => PeriodScalar, { description: 'The month, "2024-06"; not one that has yet to begin.' })
  month: string;

  @Field(() => Float, { description: 'Its mean flow, m³/s: 0 to 100,000 with at most three decimals.' })
  flow: number;
}

@InputType({ description: 'Water led into the rivers in a month.' })
export class ReplenishmentInput {
  @Field(() => AdcodeScalar, { nullable: true, description: "The region; the city itself when left out. What several regions brought is added up." })
  region?: string | null;

  @Field(() => PeriodScalar, { description: 'The month, "2024-06"; not one that has yet to begin.' })
  month: string;

  @Field(() => Float, { description: 'Whole cubic metres, 0 to 10,000,000,000.' })
  volume: number;
}

@InputType({ description: 'Flows and replenishment to be recorded together, all or none. What stands for a month already is replaced; the change record keeps it.' })
export class RecordFlowsInput extends IdempotentInput {
  @Field(() => [FlowInput], { nullable: true, description: 'Mean flows, with the replenishment 1 to 500 values.' })
  flows?: FlowInput[] | null;

  @Field(() => [ReplenishmentInput], { nullable: true, description: 'Volumes of replenishment.' })
  replenishment?: ReplenishmentInput[] | null;
}
