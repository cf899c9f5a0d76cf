import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { GRAINS, grainOf, yearBefore } from '../api/period';
import { signedIn } from '../access/context';
import { INDICATOR_KEYS, INDICATORS, PH_RANGE, WaterBody } from '../water/indicators';
import { MonitoringSection, SectionLevel } from '../water/section.entity';
import { figuresOf, fineSpans } from '../water/sections';
import type { CatalogueContext } from './context';
import { LimitKind, MeasuredSpan, PeriodGrain, WaterIndicator } from './water-series.types';
import { sheetOf } from './water.resolver';
import { WaterSummary } from './water.types';

/** What charts of water are drawn from besides the results; for everyone signed in. */
@Resolver()
export class WaterSeriesResolver {
  @Query(() => [WaterIndicator], { nullable: true, description: 'The 24 basic items of GB 3838-2002 with their limits, in the order of its table 1.' })
  waterIndicators(
    @Ctx() context: CatalogueContext,
    @Arg('waterBody', () => WaterBody, { nullable: true, defaultValue: WaterBody.RIVER, description: 'Whose limits: lakes have others of total phosphorus, and of total nitrogen.' }) waterBody: WaterBody | null,
  ): WaterIndicator[] {
    signedIn(context);
    return INDICATOR_KEYS.map((key) => {
      const { comparison, limits, ...rest } = INDICATORS[key];
      const own = limits[waterBody ?? WaterBody.RIVER];
      // An item without limits of this water body is held against nothing.
      const kind = comparison === 'UPPER' && !own ? LimitKind.NONE : LimitKind[comparison];
      return { ...rest, kind, limits: own?.map(Number) ?? null, range: kind === LimitKind.RANGE ? PH_RANGE.map(Number) : null };
    });
  }

  @Query(() => [WaterSummary], { nullable: true, description: 'The counts and the city index of every month, or year, for which any section has a class; oldest first. Changes are against the year before.' })
  async waterTimeline(
    @Ctx() context: CatalogueContext,
    @Arg('years', () => Boolean, { nullable: true, defaultValue: false, description: 'Years instead of months.' }) years: boolean | null,
    @Arg('level', () => SectionLevel, { nullable: true, description: 'Only the sections of this level; all when left out.' }) level: SectionLevel | null,
  ): Promise<WaterSummary[]> {
    signedIn(context);
    const sheets = (await context.facts()).sections.filter(({ section }) => !level || section.level === level);
    const grain = years ? 'YEAR' : 'MONTH';
    const periods = new Set(sheets.flatMap(({ results }) => results.flatMap((result) => (grainOf(result.period) === grain && result.class !== null ? [result.period] : []))));
    return [...periods].sort().map((period) => ({ period, ...figuresOf(sheets.map((sheet) => sheet.in(period)), sheets.map((sheet) => sheet.in(yearBefore(period)))) }));
  }
}

/** From when to when a section was measured; for everyone signed in. */
@Resolver(() => MonitoringSection)
export class SectionSpansResolver {
  @FieldResolver(() => [MeasuredSpan], { description: 'From when to when it has results of years, months, days and four hours, the longest first; lengths without any are left out.' })
  async measured(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<MeasuredSpan[]> {
    const { results } = await sheetOf(context, section);
    const fine = await fineSpans(context.database.read, section);
    return GRAINS.flatMap((grain): MeasuredSpan[] => {
      const coarse = results.filter(({ period }) => grainOf(period) === grain);
      const span = coarse.length ? { from: coarse[0].period, to: coarse.at(-1)!.period } : fine.get(grain);
      return span ? [{ grain: PeriodGrain[grain], ...span }] : [];
    });
  }
}
