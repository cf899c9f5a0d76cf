import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Warning } from '../api/node';
import type { Period } from '../api/period';
import { refuse } from '../api/refusal';
import { PeriodScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { assertMay } from '../access/policy';
import { WaterRounding } from '../water/options';
import type { PeriodResult } from '../water/period-result';
import { recordSamples } from '../water/record-samples';
import { RecordSamplesInput } from '../water/sample.inputs';
import { MonitoringSection, SectionLevel } from '../water/section.entity';
import { figuresOf, type SectionSheet } from '../water/sections';
import type { CatalogueContext } from './context';
import { baseFor } from './water-base';
import { checkRange, resultsBetween, resultsIn, shownResult } from './water-results';
import { WaterResult, WaterSummary } from './water.types';

@ObjectType({ description: 'Samples as they are after recording.' })
export class RecordSamplesPayload {
  @Field(() => [WaterResult], { description: 'The results of the sections and periods that were recorded, in their order.' })
  results: WaterResult[];

  @Field(() => [Warning], { description: 'What may be worth a second look: values far off what a section usually shows.' })
  warnings: Warning[];
}

/** What all sections together come to; for everyone signed in. */
@Resolver()
export class WaterResolver {
  @Query(() => WaterSummary, { nullable: true, description: 'Counts over the sections in a period, and the city water quality index against a base.' })
  async waterSummary(
    @Ctx() context: CatalogueContext,
    @Arg('period', () => PeriodScalar, { description: 'The period.' }) period: Period,
    @Arg('level', () => SectionLevel, { nullable: true, description: 'Only the sections of this level; all when left out.' }) level: SectionLevel | null,
    @Arg('base', () => PeriodScalar, { nullable: true, description: 'The period that the index is compared with, of the same length; the same one a year before when left out.' }) base: Period | null,
  ): Promise<WaterSummary> {
    signedIn(context);
    const compared = baseFor(period, base);
    const sheets = (await context.facts()).sections.filter(({ section }) => !level || section.level === level);
    const { read } = context.database;
    const [now, before] = [await resultsIn(read, sheets, period), await resultsIn(read, sheets, compared)];
    return { period, ...figuresOf(now, before) };
  }

  @Mutation(() => RecordSamplesPayload, { nullable: true, description: 'Records what sections measured, all of it or nothing. TASK_FORCE; the ecology department.' })
  async recordSamples(@Ctx() context: CatalogueContext, @Arg('input', () => RecordSamplesInput, { description: 'The samples.' }) input: RecordSamplesInput): Promise<RecordSamplesPayload> {
    const identity = signedIn(context);
    assertMay(identity, 'RECORD_SAMPLES');
    const { sections, reference } = await context.facts();
    const desk = { sections, adcodeOf: (regionId: number) => reference.regionById.get(regionId)!.adcode, language: context.language };
    const { samples, warnings } = await context.database.work(
      { name: identity.username, userId: identity.userId },
      (unit) => recordSamples(unit, desk, input),
      { userId: identity.userId, operation: 'recordSamples', input, key: input.idempotencyKey },
    );
    context.written();
    const byId = new Map((await context.facts()).sections.map((sheet) => [sheet.section.id, sheet]));
    const results: WaterResult[] = [];
    for (const { sectionId, period } of samples) results.push(...(await resultsBetween(context.database.read, byId.get(sectionId)!, period, period)).map((result) => shownResult(result)));
    return { results, warnings };
  }
}

/** What sections measured; for everyone signed in. */
@Resolver(() => MonitoringSection)
export class SectionResultsResolver {
  @FieldResolver(() => WaterResult, { nullable: true, description: 'Its result of the last month for which it has a class; null where it has none.' })
  async latest(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<WaterResult | null> {
    const latest = (await sheetOf(context, section)).results.findLast(({ period, class: grade }: PeriodResult) => period.length === 7 && grade !== null);
    return latest ? shownResult(latest) : null;
  }

  @FieldResolver(() => [WaterResult], { description: 'Its results from one period to another, oldest first; at most 2,200 periods. A sample of a very period wins, else it is the mean of the next finer ones; periods without either are left out.' })
  async results(
    @Root() section: MonitoringSection,
    @Ctx() context: CatalogueContext,
    @Arg('from', () => PeriodScalar, { description: 'The first period.' }) from: Period,
    @Arg('to', () => PeriodScalar, { description: 'The last period, of the same length.' }) to: Period,
    @Arg('rounding', () => WaterRounding, { nullable: true, defaultValue: WaterRounding.EVALUATION, description: 'With how many digits values are held against the limits.' }) rounding: WaterRounding | null,
  ): Promise<WaterResult[]> {
    checkRange(from, to);
    return (await resultsBetween(context.database.read, await sheetOf(context, section), from, to)).map((result) => shownResult(result, rounding ?? undefined));
  }
}

/** A section's results as the facts of this request have them. */
export async function sheetOf(context: CatalogueContext, { id }: Pick<MonitoringSection, 'id'>): Promise<SectionSheet> {
  const sheet = (await context.facts()).sections.find(({ section }) => section.id === id);
  if (!sheet) throw refuse('NOT_FOUND');
  return sheet;
}
