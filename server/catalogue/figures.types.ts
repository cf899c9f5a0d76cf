import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../api/day';
import { Warning } from '../api/node';
import { DateScalar } from '../api/scalars';
import { Indicator, IndicatorSpan } from '../figures/indicator.entity';
import { Region } from '../portfolio/reference.entity';

@InputType({ description: 'The days of a span, both included.' })
export class SpanInput {
  @Field(() => DateScalar, { description: 'The first day.' })
  from: Day;

  @Field(() => DateScalar, { description: 'The last day.' })
  to: Day;
}

@ObjectType({ description: "A region's place by an indicator." })
export class RankingRow {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field({ description: "The value, a decimal with the indicator's places." })
  value: string;

  @Field(() => Int, { nullable: true, description: 'Its rank, 1 the best; null of a region that takes part in no ranking (市本级).' })
  rank: number | null;

  @Field(() => String, { nullable: true, description: 'The value that it is compared with; null where none is known.' })
  base: string | null;

  @Field(() => String, { nullable: true, description: 'Its change against the base, percent or difference as the indicator has it; null where nothing is known to compare with.' })
  change: string | null;

  @Field(() => Int, { nullable: true, description: 'The rank of the change, 1 the most for the better; null without a change.' })
  changeRank: number | null;

  @Field({ description: 'Whether the change stands as it was published, because no base is known to reckon it from.' })
  changeGiven: boolean;

  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' })
  source: string | null;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'The regions by an indicator over a span.' })
export class IndicatorRanking {
  @Field(() => Indicator, { description: 'The indicator.' })
  indicator: Indicator;

  @Field(() => IndicatorSpan, { description: 'The span.' })
  span: IndicatorSpan;

  @Field(() => IndicatorSpan, { nullable: true, description: 'The span that changes are reckoned against; null where there is none: they then stand as they were published.' })
  base: IndicatorSpan | null;

  @Field(() => [RankingRow], { description: 'The regions with a figure, in the official order.' })
  rows: RankingRow[];

  @Field(() => [Region], { description: 'Regions that take part in rankings and have no figure.' })
  missing: Region[];
}

@ObjectType({ description: 'A ranking as it is after figures were recorded.' })
export class RecordFiguresPayload {
  @Field(() => IndicatorRanking, { description: 'The ranking that they enter.' })
  ranking: IndicatorRanking;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}

@ObjectType({ description: 'An indicator as it is after it was set.' })
export class SetIndicatorPayload {
  @Field(() => Indicator, { description: 'The indicator.' })
  indicator: Indicator;

  @Field(() => [Warning], { description: 'What may be worth a second look.' })
  warnings: Warning[];
}
