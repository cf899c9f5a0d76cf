import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { addDays, type Day } from '../api/day';
import type { Identity } from '../api/identity';
import { parseGlobalId } from '../api/ids';
import { pageOf } from '../api/node';
import { refuse } from '../api/refusal';
import { DateScalar, CursorScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import { Stage } from '../portfolio/facts.entity';
import { stageEventOn } from '../portfolio/history';
import { Project } from '../portfolio/project.entity';
import { Chosen } from './chosen';
import { mayOpen, type CatalogueContext } from './context';
import { ProjectFilter, testsOf } from './filter';
import { Ordering, ProjectOrder } from './order';
import { countsOn } from './sheet';
import { summarise, summariseBy } from './summary';
import { GroupBy, ProjectConnection, StageCount, SummaryRow } from './types';

/** Above so many points a timeline is refused. */
const TIMELINE_LIMIT = 2000;

/** @throws Refusal FIRST_OUT_OF_RANGE */
export function checkFirst(first: number): void {
  if (!(first >= 1 && first <= 500)) throw refuse('FIRST_OUT_OF_RANGE', { field: 'first' });
}

/** @throws Refusal UNAUTHENTICATED, or FORBIDDEN for a role that may open no work. */
function whoMayOpenWorks(context: CatalogueContext): Identity {
  const identity = signedIn(context);
  if (!may(identity, 'VIEW_WORKS')) throw refuse('FORBIDDEN');
  return identity;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Works: one, lists, and what they add up to. */
@Resolver()
export class ProjectsResolver {
  @Query(() => Project, { nullable: true, description: 'One work by id, code or number; null where there is none or the viewer may not open it.' })
  async project(
    @Ctx() context: CatalogueContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its global id.' }) id?: string | null,
    @Arg('code', () => String, { nullable: true, description: "The programme's code." }) code?: string | null,
    @Arg('number', () => Int, { nullable: true, description: 'The number on the wall.' }) number?: number | null,
  ): Promise<Project | null> {
    signedIn(context);
    const given = [id, code, number].filter((value) => value !== null && value !== undefined).length;
    if (given !== 1) throw refuse('REQUIRED', { field: 'id' });
    const facts = await context.facts();
    const parsed = typeof id === 'string' ? parseGlobalId(id) : null;
    const sheet =
      typeof id === 'string'
        ? facts.sheets.get(parsed?.type === 'Project' ? parsed.id : -1)
        : facts.byNumber.find(({ project }) => (typeof code === 'string' ? project.code === code : project.number === number));
    return sheet && mayOpen(context, sheet) ? sheet.project : null;
  }

  @Query(() => ProjectConnection, { nullable: true, description: 'The works that count on a day and that the viewer may open, filtered, ordered and paged; by number when no order is given.' })
  async projects(
    @Ctx() context: CatalogueContext,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which works.' }) filter: ProjectFilter | null,
    @Arg('orderBy', () => [ProjectOrder], { nullable: true, description: 'In which order.' }) orderBy: ProjectOrder[] | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: 'How many, 1–500.' }) first: number | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The cursor that the page follows.' }) after: string | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day that chooses, filters, orders and sums; today when left out.' }) asOf: Day | null,
  ): Promise<ProjectConnection> {
    const size = first ?? 50;
    checkFirst(size);
    const viewer = whoMayOpenWorks(context);
    const facts = await context.facts();
    const day = asOf ?? context.clock.today();
    const chosen = new Chosen(facts, viewer, day, filter);
    const ordering = new Ordering(orderBy, facts, day);
    const page = chosen.page(ordering.rows(), after ? ordering.indexAfter(after) : 0, size);
    const edges = page.works.map((work) => ({ cursor: ordering.cursor(work), node: work.sheet.project }));
    // Reckoned only when they are asked for.
    const all = once(() => chosen.works());
    return {
      ...pageOf(edges, page.before, page.after),
      get totalCount() {
        return all().length;
      },
      get summary() {
        return summarise(all());
      },
    };
  }

  @Query(() => [SummaryRow], { nullable: true, description: 'Counts and sums by group. Without a filter the totals by region, sector and stage are for everyone signed in; everything else covers what the viewer may open.' })
  async summary(
    @Ctx() context: CatalogueContext,
    @Arg('groupBy', () => GroupBy, { description: 'What there is a row for each of.' }) groupBy: GroupBy,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which works.' }) filter: ProjectFilter | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null,
  ): Promise<SummaryRow[]> {
    const identity = signedIn(context);
    const facts = await context.facts();
    const day = asOf ?? context.clock.today();
    const open = !testsOf(filter, facts.reference).length && [GroupBy.REGION, GroupBy.SECTOR, GroupBy.STAGE].includes(groupBy) && may(identity, 'VIEW_TOTALS');
    return summariseBy(groupBy, open ? facts.worksOn(day) : new Chosen(facts, whoMayOpenWorks(context), day, filter).works(), facts);
  }

  @Query(() => [StageCount], { nullable: true, complexity: 20_000, description: 'Works by stage, day after day: the track of the replay. For everyone signed in.' })
  async stageTimeline(
    @Ctx() context: CatalogueContext,
    @Arg('from', () => DateScalar, { nullable: true, description: "The first day; the programme's when left out." }) from: Day | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; today when left out.' }) to: Day | null,
    @Arg('stepDays', () => Int, { nullable: true, defaultValue: 7, description: 'Days between points, 1–366.' }) stepDays: number | null,
  ): Promise<StageCount[]> {
    signedIn(context);
    const facts = await context.facts();
    const last = to ?? context.clock.today();
    const start = from ?? facts.reference.setting<{ firstDay: Day }>('programme')?.firstDay ?? last;
    const step = stepDays ?? 7;
    if (!(step >= 1 && step <= 366)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'stepDays', low: 1, high: 366 });
    if (start > last) throw refuse('RANGE_REVERSED', { field: 'from' });
    const days: Day[] = [];
    for (let day = start; day < last; day = addDays(day, step)) {
      if (days.length >= TIMELINE_LIMIT) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'stepDays', low: step + 1, high: 366 });
      days.push(day);
    }
    return [...days, last].map((date) => {
      // The stage alone: money and health of a thousand days would take seconds.
      const stages = facts.byNumber.filter((sheet) => countsOn(sheet, date)).map((sheet) => stageEventOn(sheet.stages, date)?.stage ?? Stage.PREPARATION);
      const count = (stage: Stage) => stages.filter((one) => one === stage).length;
      return { date, preparation: count(Stage.PREPARATION), construction: count(Stage.CONSTRUCTION), completed: count(Stage.COMPLETED) };
    });
  }
}
