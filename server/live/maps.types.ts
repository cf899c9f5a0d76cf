import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { CursorScalar, DateScalar, DateTimeScalar } from '../api/scalars';
import { PortfolioSummary } from '../catalogue/types';
import { WaterSummary } from '../catalogue/water.types';
import { DistributionMark, ProgressMark, WaterMark } from './marks.types';

/** What a map of works says beside its marks, as a whole or as a patch. */
@ObjectType()
abstract class WorksPicture {
  @Field(() => CursorScalar, { description: 'To be sent as `after` to resume.' })
  cursor: string;

  @Field(() => DateTimeScalar, { description: 'When the last change it knows of was made.' })
  at: Date;

  @Field(() => DateScalar, { description: 'The day it shows.' })
  asOf: string;

  @Field(() => PortfolioSummary, { description: 'Counts and sums of all works on that day.' })
  summary: PortfolioSummary;
}

/** What the water map says beside its marks, as a whole or as a patch. */
@ObjectType()
abstract class WaterPicture {
  @Field(() => CursorScalar, { description: 'To be sent as `after` to resume.' })
  cursor: string;

  @Field(() => DateTimeScalar, { description: 'When the last change it knows of was made.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'The period it shows; null where nothing was judged.' })
  period: string | null;

  @Field(() => WaterSummary, { description: 'Counts over the sections.' })
  summary: WaterSummary;
}

@ObjectType({ description: 'The progress map as a whole.' })
export class ProgressMap extends WorksPicture {
  @Field(() => [ProgressMark], { description: 'Every work, by number.' })
  marks: ProgressMark[];
}

@ObjectType({ description: 'What changed on the progress map.' })
export class ProgressMapPatch extends WorksPicture {
  @Field(() => [ProgressMark], { description: 'Marks that are new or other than before.' })
  changed: ProgressMark[];

  @Field(() => [ID], { description: 'Marks that are gone.' })
  removed: string[];
}

export const ProgressMapUpdate = createUnionType({
  name: 'ProgressMapUpdate',
  description: 'First the map, then patches.',
  types: () => [ProgressMap, ProgressMapPatch] as const,
  resolveType: (update) => ('marks' in update ? ProgressMap : ProgressMapPatch),
});

@ObjectType({ description: 'The distribution map as a whole.' })
export class DistributionMap extends WorksPicture {
  @Field(() => [DistributionMark], { description: 'Every work, by number.' })
  marks: DistributionMark[];
}

@ObjectType({ description: 'What changed on the distribution map.' })
export class DistributionMapPatch extends WorksPicture {
  @Field(() => [DistributionMark], { description: 'Marks that are new or other than before.' })
  changed: DistributionMark[];

  @Field(() => [ID], { description: 'Marks that are gone.' })
  removed: string[];
}

export const DistributionMapUpdate = createUnionType({
  name: 'DistributionMapUpdate',
  description: 'First the map, then patches.',
  types: () => [DistributionMap, DistributionMapPatch] as const,
  resolveType: (update) => ('marks' in update ? DistributionMap : DistributionMapPatch),
});

@ObjectType({ description: 'The water map as a whole.' })
export class WaterMap extends WaterPicture {
  @Field(() => [WaterMark], { description: 'Every section, in the order of the pack.' })
  marks: WaterMark[];
}

@ObjectType({ description: 'What changed on the water map.' })
export class WaterMapPatch extends WaterPicture {
  @Field(() => [WaterMark], { description: 'Marks that are new or other than before.' })
  changed: WaterMark[];

  @Field(() => [ID], { description: 'Marks that are gone.' })
  removed: string[];
}

export const WaterMapUpdate = createUnionType({
  name: 'WaterMapUpdate',
  description: 'First the map, then patches.',
  types: () => [WaterMap, WaterMapPatch] as const,
  resolveType: (update) => ('marks' in update ? WaterMap : WaterMapPatch),
});
