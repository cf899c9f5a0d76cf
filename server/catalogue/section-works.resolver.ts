import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { refuse } from '../api/refusal';
import { Stage } from '../portfolio/facts.entity';
import { beforeAndAfter, type Side } from '../water/before-after';
import { asShare } from '../water/compare';
import { MonitoringSection } from '../water/section.entity';
import { mayOpen, type CatalogueContext } from './context';
import type { Work } from './facts';
import { greatCircle } from './sections.resolver';
import { indicatorShown } from './water-results';
import { sheetOf } from './water.resolver';
import { CompletionEffect, UpstreamProject, type WaterSide } from './water-tables.types';

/** A work as seen from a section. */
interface Seen {
  work: Work;
  distanceKm: number | null;
  upstream: boolean;
}

/** Works beside the water: what was built around and above a section, and what the water did before and after. */
@Resolver(() => MonitoringSection)
export class SectionWorksResolver {
  @FieldResolver(() => [UpstreamProject], { description: "Works of the section's upstream regions that the viewer may open, by their numbers." })
  async upstreamProjects(@Root() section: MonitoringSection, @Ctx() context: CatalogueContext): Promise<UpstreamProject[]> {
    return (await worksSeen(context, section)).filter(({ upstream }) => upstream).map(({ work: { sheet }, distanceKm }) => ({ project: sheet.project, distanceKm }));
  }

  @FieldResolver(() => [CompletionEffect], { description: 'The completed works around and upstream of it that the viewer may open, the last completed first, with the water before and after.' })
  async completions(
    @Root() section: MonitoringSection,
    @Ctx() context: CatalogueContext,
    @Arg('withinKm', () => Float, { nullable: true, defaultValue: 10, description: 'How far around, kilometres above 0, at most 1,000; upstream works come from any distance.' }) withinKm: number | null,
    @Arg('months', () => Int, { nullable: true, defaultValue: 12, description: 'How many months on each side at most, 1–60; a year has every season once.' }) months: number | null,
  ): Promise<CompletionEffect[]> {
    const [radius, span] = [withinKm ?? 10, months ?? 12];
    if (!(radius > 0 && radius <= 1000)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'withinKm', low: 0, high: 1000 });
    if (!(span >= 1 && span <= 60)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'months', low: 1, high: 60 });
    const sheet = await sheetOf(context, section);
    const last = context.clock.today().slice(0, 7);
    return (await worksSeen(context, section))
      .filter(({ work, upstream, distanceKm }) => work.standing.stage === Stage.COMPLETED && (upstream || (distanceKm !== null && distanceKm <= radius)))
      .map(({ work, ...seen }): CompletionEffect => {
        const completedOn = work.standing.stageSince!;
        const { before, after, change, sameMonths } = beforeAndAfter(sheet, completedOn, span, last);
        return {
          ...seen, project: work.sheet.project, completedOn, before: before && sideShown(before), after: after && sideShown(after),
          change: asShare(change), sameMonths: sameMonths?.count ?? 0, sameMonthsChange: asShare(sameMonths?.change),
        };
      })
      .sort((a, b) => (a.completedOn < b.completedOn ? 1 : a.completedOn > b.completedOn ? -1 : a.project.number - b.project.number));
  }
}

/** The works of today that the viewer may open, as they lie to the section. */
async function worksSeen(context: CatalogueContext, section: MonitoringSection): Promise<Seen[]> {
  const upstream = new Set(section.upstreamRegionCodes.split(','));
  return (await context.facts())
    .worksOn(context.clock.today())
    .filter(({ sheet }) => mayOpen(context, sheet))
    .map((work) => ({
      work,
      distanceKm: work.sheet.project.location && greatCircle(section.location, work.sheet.project.location),
      upstream: work.sheet.regions.some(({ adcode }) => upstream.has(adcode)),
    }));
}

const sideShown = ({ months, values, judgement, index, sample }: Side): WaterSide => ({
  from: months[0], to: months.at(-1)!, months: months.length, samples: values, class: judgement.class, index: index?.toNumber() ?? null,
  indicators: judgement.items.map((item) => indicatorShown(item, null)), sample,
});
