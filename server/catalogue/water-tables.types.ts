import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar, PeriodScalar } from '../api/scalars';
import { Project } from '../portfolio/project.entity';
import { Region } from '../portfolio/reference.entity';
import { MonitoringSection, WaterClass } from '../water/section.entity';
import { IndicatorResult, WaterResult } from './water.types';

/** Ranks by state and by change are apart: the dirtiest river may have improved most. */
@ObjectType()
abstract class WaterStanding {
  @Field(() => Float, { nullable: true, description: 'The index (CWQI) over the items that all who are ranked have in common, unrounded; null where nothing was measured.' })
  index: number | null;

  @Field(() => Int, { nullable: true, description: 'By state: 1 is the least index. Equal ones share a rank.' })
  rank: number | null;

  @Field(() => Float, { nullable: true, description: "Change of the index as a share of the base's, over the items it has in both; negative is better." })
  change: number | null;

  @Field(() => Int, { nullable: true, description: 'By change: 1 improved most; null where it is left out.' })
  changeRank: number | null;

  @Field({ description: 'Whether it is left out of the ranking by change: class II or better and in its target throughout (环办监测〔2017〕51号).' })
  leftOut: boolean;
}

@ObjectType({ description: 'A section among the sections.' })
export class SectionStanding extends WaterStanding {
  @Field(() => MonitoringSection, { description: 'The section.' })
  section: MonitoringSection;

  @Field(() => WaterResult, { nullable: true, description: 'Its result in the period.' })
  result: WaterResult | null;

  @Field(() => WaterClass, { nullable: true, description: 'Its class in the base period.' })
  baseClass: WaterClass | null;
}

@ObjectType({ description: 'A region among the regions, by the sections that lie in it.' })
export class RegionStanding extends WaterStanding {
  @Field(() => Region, { description: 'The region.' })
  region: Region;

  @Field(() => Int, { description: 'Its sections.' })
  sections: number;

  @Field(() => Int, { description: 'Those with a class in the period.' })
  judged: number;

  @Field(() => Int, { description: 'Those of class I to III.' })
  good: number;

  @Field(() => Int, { description: 'Those in their target class or better.' })
  met: number;
}

@ObjectType({ description: 'How water ranks in a period, against a base.' })
export class WaterRanking {
  @Field(() => PeriodScalar, { description: 'The period.' })
  period: string;

  @Field(() => PeriodScalar, { description: 'The period it is compared with.' })
  base: string;

  @Field(() => [String], { description: 'Keys of the items that all ranked sections have in common: the index is over these.' })
  items: string[];

  @Field(() => [SectionStanding], { description: 'Every section, by rank; those without values last.' })
  sections: SectionStanding[];

  @Field(() => [RegionStanding], { description: 'Every region with a section, by rank; those without values last.' })
  regions: RegionStanding[];

  @Field({ description: 'Whether any value is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: "An item worse than a section's target." })
export class ItemOverTarget {
  @Field({ description: 'Its key.' })
  indicator: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field(() => Float, { description: 'The value that was classed, in the unit of GB 3838-2002.' })
  value: number;

  @Field({ description: 'That unit.' })
  unit: string;

  @Field(() => Float, { nullable: true, description: 'How many times over the limit of the target class; null of pH and DO. (Main pollutants are told against class III instead.)' })
  multiple: number | null;
}

@ObjectType({ description: 'A section over its target, whose it is and how often it was.' })
export class MissedTarget {
  @Field(() => WaterResult, { description: 'Its result in the period; with the section, its region and the upstream regions.' })
  result: WaterResult;

  @Field(() => [ItemOverTarget], { description: 'The items worse than the target, the largest multiple first.' })
  over: ItemOverTarget[];

  @Field(() => Int, { description: 'Months of the year up to the period with a class.' })
  monthsJudged: number;

  @Field(() => Int, { description: 'Those in which the target was missed.' })
  monthsOver: number;

  @Field(() => PeriodScalar, { nullable: true, description: 'The first of the missed months in a row up to the period; null where its own month was met.' })
  since: string | null;
}

@ObjectType({ description: 'An item over class III somewhere on a river, 环办〔2011〕22号.' })
export class RiverPollutant {
  @Field({ description: 'Its key.' })
  indicator: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field(() => Int, { description: 'The sections where it is worse than class III.' })
  sections: number;

  @Field(() => Float, { description: 'Their share (断面超标率), 0–1, of the judged sections that have values: what pollutes a section of which only a class was published nobody can say.' })
  rate: number;
}

@ObjectType({ description: 'A river, or all sections, as one (环办〔2011〕22号): by means of fewer than five sections, by proportions of classes from five on.' })
export class RiverResult {
  @Field(() => String, { nullable: true, description: 'The river; null of all sections together.' })
  river: string | null;

  @Field(() => Int, { description: 'Its sections with a class in the period.' })
  judged: number;

  @Field(() => Int, { description: 'Those of class I to III.' })
  good: number;

  @Field(() => Int, { description: 'Those of 劣Ⅴ.' })
  inferiorV: number;

  @Field(() => String, { nullable: true, description: '优, 良好, 轻度污染, 中度污染 or 重度污染; null where nothing was judged.' })
  condition: string | null;

  @Field(() => WaterClass, { nullable: true, description: 'The class of its means; null from five sections on, where none is given.' })
  class: WaterClass | null;

  @Field(() => [RiverPollutant], { description: 'The main pollutants (主要污染指标) of five sections and more, at most three by the share of sections; none where the condition is good or better. Of fewer sections each has its own.' })
  mainPollutants: RiverPollutant[];
}

@ObjectType({ description: 'The water on one side of a day: the mean of months.' })
export class WaterSide {
  @Field(() => PeriodScalar, { description: 'The first month with values.' })
  from: string;

  @Field(() => PeriodScalar, { description: 'The last one.' })
  to: string;

  @Field(() => Int, { description: 'How many months were averaged.' })
  months: number;

  @Field(() => Int, { description: 'How many samples stand behind them.' })
  samples: number;

  @Field(() => WaterClass, { nullable: true, description: 'The class of the means.' })
  class: WaterClass | null;

  @Field(() => Float, { nullable: true, description: 'CWQI of the means.' })
  index: number | null;

  @Field(() => [IndicatorResult], { description: 'The means.' })
  indicators: IndicatorResult[];

  @Field({ description: 'Whether any of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'The water at a section before and after a work was completed. What follows a completion need not follow from it.' })
export class CompletionEffect {
  @Field(() => Project, { description: 'The work.' })
  project: Project;

  @Field(() => DateScalar, { description: 'The day it was completed.' })
  completedOn: string;

  @Field(() => Float, { nullable: true, description: 'Kilometres from the section as the crow flies; null where the work has no position.' })
  distanceKm: number | null;

  @Field({ description: "Whether it lies in one of the section's upstream regions." })
  upstream: boolean;

  @Field(() => WaterSide, { nullable: true, description: 'The months before that of the completion; null where none has values.' })
  before: WaterSide | null;

  @Field(() => WaterSide, { nullable: true, description: 'The months after it; null where none has values yet.' })
  after: WaterSide | null;

  @Field(() => Float, { nullable: true, description: 'Change of the index over the items of both sides, as a share; negative is better.' })
  change: number | null;

  @Field(() => Int, { description: 'Calendar months that both sides have.' })
  sameMonths: number;

  @Field(() => Float, { nullable: true, description: 'The change over those calendar months only, so that summer is not compared with winter.' })
  sameMonthsChange: number | null;
}

@ObjectType({ description: 'A work upstream of a section.' })
export class UpstreamProject {
  @Field(() => Project, { description: 'The work.' })
  project: Project;

  @Field(() => Float, { nullable: true, description: 'Kilometres from the section as the crow flies; null where the work has no position.' })
  distanceKm: number | null;
}
