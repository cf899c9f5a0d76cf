import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Period } from '../api/period';
import { PeriodScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { judgeBasin } from '../water/basin';
import { CONDITION_WORDS, type Condition } from '../water/condition';
import { INDICATORS, WaterBody } from '../water/indicators';
import { missOf } from '../water/misses';
import type { PeriodResult } from '../water/period-result';
import { byProportions } from '../water/proportions';
import { SectionLevel } from '../water/section.entity';
import { totalsOf, type SectionSheet } from '../water/sections';
import { rankWater, type Standing } from '../water/standings';
import type { CatalogueContext } from './context';
import { baseFor } from './water-base';
import { resultsIn, shownResult } from './water-results';
import { MissedTarget, RiverResult, WaterRanking, type RegionStanding, type SectionStanding } from './water-tables.types';

const periodArg = { description: 'The period.' };
const levelArg = { nullable: true, description: 'Only the sections of this level; all when left out.' };

const byRank = (a: Standing, b: Standing): number => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0;

async function sheetsOf(context: CatalogueContext, level: SectionLevel | null): Promise<SectionSheet[]> {
  signedIn(context);
  return (await context.facts()).sections.filter(({ section }) => !level || section.level === level);
}

/** What a bulletin lists of the sections; for everyone signed in. */
@Resolver()
export class WaterTablesResolver {
  @Query(() => WaterRanking, { nullable: true, description: 'Sections and regions ranked by the state of their water and by its change, apart.' })
  async waterRanking(
    @Ctx() context: CatalogueContext,
    @Arg('period', () => PeriodScalar, periodArg) period: Period,
    @Arg('level', () => SectionLevel, levelArg) level: SectionLevel | null,
    @Arg('base', () => PeriodScalar, { nullable: true, description: 'The period to compare with, of the same length; the same one a year before when left out.' }) base: Period | null,
  ): Promise<WaterRanking> {
    const before = baseFor(period, base);
    const sheets = await sheetsOf(context, level);
    const { read } = context.database;
    const [now, then] = [await resultsIn(read, sheets, period), await resultsIn(read, sheets, before)];
    const ranked = rankWater(sheets.map((_, i) => ({ now: [now[i]], base: [then[i]] })));
    const sections = sheets.map(({ section }, i): SectionStanding => ({ section, result: now[i] && shownResult(now[i]), baseClass: then[i]?.class ?? null, ...ranked.standings[i] }));
    return {
      period, base: before, items: ranked.items, sections: sections.sort(byRank),
      regions: await regionsRanked(context, sheets, now, then),
      sample: [...now, ...then].some((result) => result?.sample),
    };
  }

  @Query(() => [MissedTarget], { nullable: true, description: 'The sections over their target in a period, in the order of the pack.' })
  async missedTargets(@Ctx() context: CatalogueContext, @Arg('period', () => PeriodScalar, periodArg) period: Period, @Arg('level', () => SectionLevel, levelArg) level: SectionLevel | null): Promise<MissedTarget[]> {
    const sheets = await sheetsOf(context, level);
    const results = await resultsIn(context.database.read, sheets, period);
    return sheets.flatMap((sheet, i) => {
      const miss = missOf(sheet, results[i]);
      if (!miss) return [];
      const over = miss.over.map(({ key, value, multiple }) => ({ indicator: key, name: INDICATORS[key].name, value: value.toNumber(), unit: INDICATORS[key].unit, multiple: multiple?.toNumber() ?? null }));
      return [{ ...miss, result: shownResult(miss.result), over }];
    });
  }

  @Query(() => [RiverResult], { nullable: true, description: 'Each river as one, and all sections together first.' })
  async riverResults(@Ctx() context: CatalogueContext, @Arg('period', () => PeriodScalar, periodArg) period: Period, @Arg('level', () => SectionLevel, levelArg) level: SectionLevel | null): Promise<RiverResult[]> {
    const sheets = await sheetsOf(context, level);
    const results = await resultsIn(context.database.read, sheets, period);
    const rivers = [...new Set(sheets.map(({ section }) => section.river))];
    const of = (river: string): (PeriodResult | null)[] => results.filter((_, i) => sheets[i].section.river === river);
    return [riverResult(null, results), ...rivers.map((river) => riverResult(river, of(river)))];
  }
}

async function regionsRanked(context: CatalogueContext, sheets: readonly SectionSheet[], now: readonly (PeriodResult | null)[], then: readonly (PeriodResult | null)[]): Promise<RegionStanding[]> {
  const { reference } = await context.facts();
  const regions = reference.regions.filter(({ id }) => sheets.some(({ section }) => section.regionId === id));
  const own = regions.map(({ id }) => sheets.flatMap(({ section }, i) => (section.regionId === id ? [i] : [])));
  const ranked = rankWater(own.map((places) => ({ now: places.map((i) => now[i]), base: places.map((i) => then[i]) })));
  const rows = regions.map((region, i): RegionStanding => {
    const results = own[i].map((place) => now[place]);
    const { sections, judged, good } = totalsOf(results);
    return { region, sections, judged, good, met: results.filter((result) => result?.meetsTarget).length, ...ranked.standings[i] };
  });
  return rows.sort(byRank);
}

function riverResult(river: string | null, results: readonly (PeriodResult | null)[]): RiverResult {
  const { judged, good, inferiorV } = totalsOf(results);
  const shown = (condition: Condition | null) => condition && CONDITION_WORDS[condition].zh;
  const whole = byProportions(results);
  if (whole) {
    const mainPollutants = whole.pollutants.map(({ key, sections, rate }) => ({ indicator: key, name: INDICATORS[key].name, nameEn: INDICATORS[key].nameEn, sections, rate: rate.toNumber() }));
    return { river, judged, good, inferiorV, condition: shown(whole.condition), class: null, mainPollutants };
  }
  const valued = results.filter((result) => result !== null).filter(({ hasValues }) => hasValues);
  // What was published as a class alone has no values to average.
  const basin = judgeBasin(valued.map(({ measures }) => measures), valued[0]?.section.waterBody ?? WaterBody.RIVER);
  return { river, judged, good, inferiorV, condition: shown(basin?.condition ?? null), class: basin?.method === 'MEANS' ? basin.mean.class : null, mainPollutants: [] };
}
