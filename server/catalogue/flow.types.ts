import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PeriodScalar } from '../api/scalars';
import { Warning } from '../api/node';
import { Region } from '../portfolio/reference.entity';

@ObjectType({ description: 'The mean flow of a river in a region in a month, against its target.' })
export class FlowMonth {
  @Field(() => PeriodScalar, { description: 'The month.' })
  month: string;

  @Field(() => Float, { nullable: true, description: 'Its mean flow, m³/s, exact to a thousandth; null where it was not measured.' })
  flow: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the flow reaches the target (达标); null where it was not measured.' })
  met: boolean | null;

  @Field({ description: 'Whether the month is over or was measured: only then is a value missing.' })
  due: boolean;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'A river in a region, the ecological flow (生态流量) that it is to keep, and what it carried.' })
export class FlowSeries {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field({ description: 'The river.' })
  river: string;

  @Field(() => Float, { description: 'The mean flow that each month is to reach, m³/s.' })
  target: number;

  @Field(() => [FlowMonth], { description: 'The months asked for, oldest first, up to the month of the day.' })
  months: FlowMonth[];
}

@ObjectType({ description: 'A river in a region against its target, in a month and in its year so far.' })
export class FlowRow {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field({ description: 'The river.' })
  river: string;

  @Field(() => Float, { description: 'The mean flow that each month is to reach, m³/s.' })
  target: number;

  @Field(() => FlowMonth, { description: 'The month.' })
  month: FlowMonth;

  @Field(() => Int, { description: 'Months of the year, up to this one, that are over or were measured.' })
  monthsDue: number;

  @Field(() => Int, { description: 'Of these, the measured ones.' })
  monthsMeasured: number;

  @Field(() => Int, { description: 'Of the measured ones, those that reach the target (当年达标月数).' })
  monthsMet: number;
}

@ObjectType({ description: 'Every river with a target of ecological flow, in a month.' })
export class FlowTable {
  @Field(() => PeriodScalar, { nullable: true, description: 'The month; null where none was asked for and nothing was measured.' })
  month: string | null;

  @Field(() => [FlowRow], { description: "By river and region, in the pack's order." })
  rows: FlowRow[];

  @Field(() => Int, { description: 'Rivers measured in the month.' })
  measured: number;

  @Field(() => Int, { description: 'Of these, those that reach their target.' })
  met: number;

  @Field(() => String, { nullable: true, description: 'The published document that sets the targets, where the pack names one.' })
  source: string | null;

  @Field({ description: 'Whether the viewer may record flows.' })
  viewerMayRecord: boolean;
}

@ObjectType({ description: 'Water that a region led into the rivers in a month.' })
export class ReplenishmentPart {
  @Field(() => Region, { description: 'The region; the city itself where no county was named.' })
  region: Region;

  @Field(() => Float, { description: 'Whole cubic metres.' })
  volume: number;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'Ecological replenishment in a month and in the year up to it. Volumes are whole cubic metres.' })
export class ReplenishmentMonth {
  @Field(() => PeriodScalar, { description: 'The month.' })
  month: string;

  @Field(() => Float, { nullable: true, description: 'What was led into the rivers; null where nothing was recorded.' })
  volume: number | null;

  @Field(() => Float, { description: 'Since the beginning of the year, this month included.' })
  total: number;

  @Field(() => Float, { nullable: true, description: 'What the straight line of the year asks for by the end of the month; null without a target.' })
  expected: number | null;

  @Field({ description: 'Whether the month is over or was recorded.' })
  due: boolean;

  @Field(() => [ReplenishmentPart], { description: 'By region.' })
  parts: ReplenishmentPart[];

  @Field({ description: 'Whether any of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'A year of ecological replenishment (生态补水) against what is asked of it. Volumes are whole cubic metres.' })
export class Replenishment {
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => [ReplenishmentMonth], { description: 'Its twelve months.' })
  months: ReplenishmentMonth[];

  @Field(() => Float, { description: 'Of the months recorded by the day.' })
  total: number;

  @Field(() => Float, { nullable: true, description: 'What is to be reached in a year; null where none is set.' })
  target: number | null;

  @Field(() => Float, { nullable: true, description: "The total's share of the target, unrounded; null without a target." })
  share: number | null;

  @Field(() => Float, { nullable: true, description: 'What the straight line of the year asks for by the end of the day: each day brings the same. The whole target in years that are over; null without one.' })
  expected: number | null;

  @Field(() => PeriodScalar, { nullable: true, description: 'The last month recorded; null where none was.' })
  lastMonth: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the total reaches the straight line at the end of that month; null where nothing was recorded or no target is set.' })
  onTrack: boolean | null;

  @Field(() => String, { nullable: true, description: 'The published document that sets the target, where the pack names one.' })
  source: string | null;

  @Field({ description: 'Whether any of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'Flows and replenishment as they are after recording.' })
export class RecordFlowsPayload {
  @Field(() => [FlowRow], { description: 'The rivers and months that were recorded, in their order.' })
  flows: FlowRow[];

  @Field(() => [Replenishment], { description: 'The years of which volumes were recorded, in their order.' })
  replenishment: Replenishment[];

  @Field(() => [Warning], { description: 'What may be worth a second look: values far off the usual, dry rivers, months still running, values that were replaced.' })
  warnings: Warning[];
}
