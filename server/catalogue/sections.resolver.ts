import { Arg, Ctx, FieldResolver, Float, Int, Query, Resolver, Root } from 'type-graphql';
import { refuse } from '../api/refusal';
import { signedIn } from '../access/context';
import { Region } from '../portfolio/reference.entity';
import { MonitoringSection, SectionLevel, WaterClass } from '../water/section.entity';
import { latestMonth, monthlyHistory } from '../water/sections';
import { mayOpen, type CatalogueContext } from './context';
import { NearbyProject } from './types';
import { sheetOf } from './water.resolver';
import { SectionClass } from './water.types';

/** Mean radius of the earth, km. */
const EARTH_RADIUS = 6371.0088;

/** Great-circle distance in kilometres, by the haversine formula. */
export function greatCircle(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
}

/** Monitoring sections; for everyone signed in. */
@Resolver()
export class SectionsResolver {
  @Query(() => MonitoringSection, { nullable: true, description: 'One section by code; null where there is none.' })
  async section(@Ctx() context: CatalogueContext, @Arg('code', () => String, { description: 'Its code.' }) code: string): Promise<MonitoringSection | null> {
    signedIn(context);
    return (await context.facts()).sections.find(({ section }) => section.code === code)?.section ?? null;
  }

  @Query(() => [MonitoringSection], { nullable: true, description: "Sections, in the pack's order." })
  async sections(
    @Ctx() context: CatalogueContext,
    @Arg('level', () => SectionLevel, { nullable: true, description: 'Only those of this level.' }) level: SectionLevel | null,
    @Arg('river', () => String, { nullable: true, description: 'Only those of this river.' }) river: string | null,
  ): Promise<MonitoringSection[]> {
    signedIn(context);
    return (await context.facts()).sections
      .map(({ section }) => section)
      .filter((section) => (!level || section.level === level) && (river === null || river === undefined || section.river === river));
  }
}

/** What is known of a section beyond its own row. `class` is that of the last month for which any section was judged. */
@Resolver(() => MonitoringSection)
export class SectionFieldsResolver {
  @FieldResolver(() => Region, { description: 'The region it lies in.' })
  async region(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<Region> {
    return (await context.facts()).reference.regionById.get(section.regionId)!;
  }

  @FieldResolver(() => MonitoringSection, { nullable: true, description: 'The next section downstream; null where none is known.' })
  async downstream(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<MonitoringSection | null> {
    return (await context.facts()).sections.find((other) => other.section.code === section.downstreamCode)?.section ?? null;
  }

  @FieldResolver(() => [MonitoringSection], { description: 'The sections whose next one downstream it is.' })
  async upstream(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<MonitoringSection[]> {
    return (await context.facts()).sections.map((other) => other.section).filter(({ downstreamCode }) => downstreamCode === section.code);
  }

  @FieldResolver(() => [Region], { description: 'The regions whose water comes past it, its own not among them, in the official order.' })
  async upstreamRegions(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<Region[]> {
    const codes = section.upstreamRegionCodes.split(',');
    return (await context.facts()).reference.regions.filter(({ adcode }) => codes.includes(adcode));
  }

  @FieldResolver(() => WaterClass, { nullable: true, description: 'Its class in the latest period; null where it was not judged.' })
  async class(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<WaterClass | null> {
    const { sections } = await context.facts();
    return (await sheetOf(context, section)).in(latestMonth(sections))?.class ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The latest period, "2025-01"; null where nothing was judged.' })
  async period(@Ctx() context: CatalogueContext): Promise<string | null> {
    return latestMonth((await context.facts()).sections);
  }

  @FieldResolver(() => Boolean, { description: 'Whether that class is made up for the demonstration.' })
  async sampleClass(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<boolean> {
    const { sections } = await context.facts();
    return (await sheetOf(context, section)).in(latestMonth(sections))?.sample ?? false;
  }

  @FieldResolver(() => [SectionClass], { description: 'Its last monthly classes, oldest first.' })
  async classHistory(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext, @Arg('months', () => Int, { nullable: true, defaultValue: 24, description: 'How many months, 1–600.' }) months: number | null): Promise<SectionClass[]> {
    const count = months ?? 24;
    if (!(count >= 1 && count <= 600)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'months', low: 1, high: 600 });
    return monthlyHistory(await sheetOf(context, section), count);
  }

  @FieldResolver(() => [NearbyProject], { description: 'Works around it that the viewer may open, the nearest first.' })
  async nearbyProjects(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext, @Arg('withinKm', () => Float, { nullable: true, defaultValue: 10, description: 'Kilometres, above 0, at most 1,000.' }) withinKm: number | null): Promise<NearbyProject[]> {
    const radius = withinKm ?? 10;
    if (!(radius > 0 && radius <= 1000)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'withinKm', low: 0, high: 1000 });
    return (await context.facts())
      .worksOn(context.clock.today())
      .filter(({ sheet }) => sheet.project.location !== null && mayOpen(context, sheet))
      .map(({ sheet }) => ({ project: sheet.project, distanceKm: greatCircle(section.location, sheet.project.location!) }))
      .filter(({ distanceKm }) => distanceKm <= radius)
      .sort((a, b) => a.distanceKm - b.distanceKm);
  }
}
