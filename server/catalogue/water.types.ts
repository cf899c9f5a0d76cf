import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PeriodScalar } from '../api/scalars';
import { MonitoringSection, WaterClass } from '../water/section.entity';

@ObjectType({ description: 'One item of a section in a period.' })
export class IndicatorResult {
  @Field({ description: 'Its key: T, pH, DO, CODMn, COD, BOD5, NH3N, TP, TN, Cu, Zn, F, Se, As, Hg, Cd, Cr6, Pb, CN, VP, Oil, LAS, S or FC.' })
  indicator: string;

  @Field({ description: 'Its Chinese name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field(() => Float, { nullable: true, description: 'As it enters the reckoning, unrounded, in `unit`: half the detection limit where nothing was found.' })
  value: number | null;

  @Field({ description: 'Whether it was below the detection limit; of a mean, whether all its values were.' })
  belowDetection: boolean;

  @Field({ description: 'The unit of GB 3838-2002.' })
  unit: string;

  @Field(() => String, { nullable: true, description: 'What the source wrote, where it says more than the value: "0.004L". Null of a mean.' })
  text: string | null;

  @Field(() => WaterClass, { nullable: true, description: 'Its class; null where it has none: T, TN of a river, and what cannot be judged.' })
  class: WaterClass | null;

  @Field(() => Float, { nullable: true, description: 'How many times over class III (超标倍数), unrounded; null where it is III or better, and of T, pH and DO.' })
  exceedance: number | null;
}

@ObjectType({ description: 'What a section measured in a period, judged by GB 3838-2002 and 环办〔2011〕22号.' })
export class WaterResult {
  @Field(() => MonitoringSection, { description: 'The section.' })
  section: MonitoringSection;

  @Field(() => PeriodScalar, { description: 'The period.' })
  period: string;

  @Field(() => WaterClass, { nullable: true, description: 'The class of its worst evaluated item; null where none has a class.' })
  class: WaterClass | null;

  @Field(() => String, { nullable: true, description: 'How such water is said to be: 优, 良好, 轻度污染, 中度污染 or 重度污染.' })
  condition: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is in its target class or better; null where it was not judged." })
  meetsTarget: boolean | null;

  @Field(() => [String], { description: 'Keys of the items of that class (定类因子); none of class I.' })
  deciding: string[];

  @Field(() => [IndicatorResult], { description: 'The main pollutants (主要污染指标), at most three; none of class III or better.' })
  mainPollutants: IndicatorResult[];

  @Field(() => [IndicatorResult], { description: 'Every item that was measured, in the order of GB 3838-2002, table 1.' })
  indicators: IndicatorResult[];

  @Field(() => Float, { nullable: true, description: 'CWQI of 环办监测〔2017〕51号: the sum of the item indices, unrounded; smaller is better.' })
  index: number | null;

  @Field(() => Int, { description: 'How many of the 21 evaluated items were measured.' })
  itemCount: number;

  @Field(() => Int, { nullable: true, description: 'How many values of the next finer period it is the mean of; null of a sample of the very period.' })
  count: number | null;

  @Field({ description: 'Whether any of it is made up for the demonstration.' })
  sample: boolean;
}

@ObjectType({ description: 'Counts over the monitoring sections in a period.' })
export class WaterSummary {
  @Field(() => String, { nullable: true, description: 'The period; null where nothing was judged.' })
  period: string | null;

  @Field(() => Int, { description: 'Sections.' })
  sections: number;

  @Field(() => Int, { description: 'Sections with a class in the period.' })
  judged: number;

  @Field(() => Int, { description: 'Of the judged, those of class I to III (优良).' })
  good: number;

  @Field(() => Float, { nullable: true, description: 'Good of judged, 0–1; null where none was judged.' })
  goodShare: number | null;

  @Field(() => Int, { description: 'Sections of class 劣Ⅴ.' })
  inferiorV: number;

  @Field(() => Float, { nullable: true, description: 'The city water quality index (CWQI) of the period; null where no item was measured. Indices of different items do not compare.' })
  index: number | null;

  @Field(() => Float, { nullable: true, description: 'Change of the index against the base period, as a share of it: −0.135 is 13.5 % better. Of every section the items that it has in both periods; null where there are none.' })
  change: number | null;
}

@ObjectType({ description: "A section's class in a period." })
export class SectionClass {
  @Field({ description: 'The period.' })
  period: string;

  @Field(() => WaterClass, { nullable: true, description: 'The class; null where it was not judged.' })
  class: WaterClass | null;

  @Field({ description: 'Whether it is made up for the demonstration.' })
  sample: boolean;
}
