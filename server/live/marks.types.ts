import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { SectorCode } from '../api/identity';
import { AdcodeScalar, DateScalar, MoneyScalar } from '../api/scalars';
import { Health } from '../dispatch/rules';
import { Stage } from '../portfolio/facts.entity';
import { Point } from '../portfolio/project.entity';
import { SectionLevel, WaterClass } from '../water/section.entity';

@ObjectType({ description: 'A work on the progress map: a numbered magnet.' })
export class ProgressMark {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => Int, { description: 'Its number.' })
  number: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => AdcodeScalar, { description: 'Its lead region.' })
  adcode: string;

  @Field(() => SectorCode, { description: 'Its sector.' })
  sector: SectorCode;

  @Field(() => Stage, { description: 'Its stage: the colour.' })
  stage: Stage;

  @Field(() => DateScalar, { nullable: true, description: 'The day that stage began.' })
  stageSince: string | null;

  @Field({ description: 'Whether it came back to that stage from a later one, by a correction (更正).' })
  corrected: boolean;

  @Field(() => Float, { description: 'Physical progress, percent.' })
  progress: number;

  @Field(() => Health, { description: 'How well: a mark of its own.' })
  health: Health;

  @Field({ description: 'Completion reported, not yet confirmed: a ring.' })
  unverified: boolean;

  @Field({ description: 'Whether it is suspended.' })
  suspended: boolean;

  @Field(() => Point, { nullable: true, description: 'Where it is.' })
  location: Point | null;
}

@ObjectType({ description: 'A work on the distribution map.' })
export class DistributionMark {
  @Field(() => ID, { description: 'The work.' })
  projectId: string;

  @Field(() => Int, { description: 'Its number.' })
  number: number;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => AdcodeScalar, { description: 'Its lead region.' })
  adcode: string;

  @Field(() => SectorCode, { description: 'Its sector: the colour.' })
  sector: SectorCode;

  @Field({ description: "Its category's code." })
  category: string;

  @Field(() => [String], { description: 'Codes of the lists it stands on.' })
  lists: string[];

  @Field(() => Point, { nullable: true, description: 'Where it is.' })
  location: Point | null;

  @Field(() => MoneyScalar, { nullable: true, description: 'Total planned investment.' })
  investment: number | null;
}

@ObjectType({ description: 'A section on the water map.' })
export class WaterMark {
  @Field(() => ID, { description: 'The section.' })
  sectionId: string;

  @Field({ description: 'Its code.' })
  code: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'Its English name.' })
  nameEn: string;

  @Field({ description: 'Its river.' })
  river: string;

  @Field(() => AdcodeScalar, { description: 'Its region.' })
  adcode: string;

  @Field(() => SectionLevel, { description: 'Who assesses it.' })
  level: SectionLevel;

  @Field(() => Point, { description: 'Where it is.' })
  location: Point;

  @Field(() => WaterClass, { nullable: true, description: 'Its class in the period; null where it was not judged.' })
  class: WaterClass | null;

  @Field(() => WaterClass, { description: 'The class it is to reach or better.' })
  target: WaterClass;

  @Field(() => Boolean, { nullable: true, description: 'Whether it does; null where it was not judged.' })
  meetsTarget: boolean | null;

  @Field(() => String, { nullable: true, description: 'The period of the class.' })
  period: string | null;

  @Field({ description: 'Whether the class is made up for the demonstration.' })
  sample: boolean;
}
