import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { readCursor, writeCursor } from '../api/cursor';
import type { Day } from '../api/day';
import { share } from '../api/money';
import { pageOf } from '../api/node';
import { refuse } from '../api/refusal';
import { CursorScalar, DateScalar, MoneyScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { viewerActions } from '../access/policy';
import { Health } from '../dispatch/rules';
import { FundingEntry } from '../funding/funding.entity';
import { Procedure, ProgressEntry, Stage, StageEvent, Suspension } from '../portfolio/facts.entity';
import { actualDates } from '../portfolio/history';
import { Project } from '../portfolio/project.entity';
import { Category, Department, Region, Sector, WorkList } from '../portfolio/reference.entity';
import { scopeOfSheet, type CatalogueContext } from './context';
import { checkFirst } from './projects.resolver';
import type { Sheet, Standing } from './sheet';
import { FundingEntryConnection, FundingSummary, ProjectAction } from './types';

const asOfArg = { nullable: true, description: 'The day; today when left out.' };

async function sheetOf(context: CatalogueContext, project: Project): Promise<Sheet> {
  return (await context.facts()).sheets.get(project.id)!;
}

async function standingOf(context: CatalogueContext, project: Project, asOf: Day | null): Promise<Standing> {
  const facts = await context.facts();
  return facts.standing(facts.sheets.get(project.id)!, asOf ?? context.clock.today());
}

/** The fields of a work that join it with what stands elsewhere, or that depend on a day. */
@Resolver(() => Project)
export class ProjectFieldsResolver {
  @FieldResolver(() => Region, { description: 'The region that leads it (牵头).' })
  async leadRegion(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<Region> {
    return (await sheetOf(context, project)).leadRegion;
  }

  @FieldResolver(() => [Region], { description: 'All its regions, in the official order.' })
  async regions(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<readonly Region[]> {
    return (await sheetOf(context, project)).regions;
  }

  @FieldResolver(() => Sector, { description: 'Its sector.' })
  async sector(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<Sector> {
    return (await context.facts()).reference.sectorByCode.get(project.sectorCode)!;
  }

  @FieldResolver(() => Category, { description: 'What kind of work it is.' })
  async category(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<Category> {
    return (await sheetOf(context, project)).category;
  }

  @FieldResolver(() => [WorkList], { description: 'The lists it stands on.' })
  async lists(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<readonly WorkList[]> {
    return (await sheetOf(context, project)).lists;
  }

  @FieldResolver(() => Stage, { description: 'How far it is; PREPARATION before its first step.' })
  async stage(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<Stage> {
    return (await standingOf(context, project, asOf)).stage;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The day that stage began; null before the work was registered.' })
  async stageSince(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<Day | null> {
    return (await standingOf(context, project, asOf)).stageSince;
  }

  @FieldResolver(() => Boolean, { description: 'Completion reported, not yet confirmed (待核).' })
  async unverified(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<boolean> {
    return (await standingOf(context, project, asOf)).unverified;
  }

  @FieldResolver(() => [StageEvent], { description: 'Every step and correction, rejected ones too, by day, then by recording.' })
  stageHistory(@Root() project: Project, @Ctx() { loaders }: CatalogueContext): Promise<StageEvent[]> {
    return loaders.stages(project.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is suspended (停工).' })
  async suspended(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<boolean> {
    return (await standingOf(context, project, asOf)).suspended;
  }

  @FieldResolver(() => [Suspension], { description: 'Its stops and resumptions (停工 / 复工), oldest first.' })
  suspensions(@Root() project: Project, @Ctx() { loaders }: CatalogueContext): Promise<Suspension[]> {
    return loaders.suspensions.load(project.id);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The day construction began, by what counts today.' })
  async actualStart(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<Day | null> {
    return actualDates((await sheetOf(context, project)).stages, context.clock.today()).start;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The day it was completed, by what counts today.' })
  async actualFinish(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<Day | null> {
    return actualDates((await sheetOf(context, project)).stages, context.clock.today()).finish;
  }

  @FieldResolver(() => Float, { description: 'Physical progress (形象进度), percent 0–100, by the latest entry; 0 before the first.' })
  async progress(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<number> {
    return (await standingOf(context, project, asOf)).progress;
  }

  @FieldResolver(() => [ProgressEntry], { description: 'Its progress entries, oldest first.' })
  progressHistory(@Root() project: Project, @Ctx() { loaders }: CatalogueContext): Promise<ProgressEntry[]> {
    return loaders.progress.load(project.id);
  }

  @FieldResolver(() => Health, { description: 'How well it is doing: the worst of its schedule and funds findings; missing reports do not count.' })
  async health(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<Health> {
    return (await standingOf(context, project, asOf)).health;
  }

  @FieldResolver(() => MoneyScalar, { description: 'Investment done since the beginning (累计完成投资), by the latest entry.' })
  async investmentDone(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<number> {
    return (await standingOf(context, project, asOf)).investmentDone;
  }

  @FieldResolver(() => FundingSummary, { description: 'Its money by source.' })
  async funding(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null): Promise<FundingSummary> {
    const { plans, entries } = await sheetOf(context, project);
    const { funds, fundsBySource } = await standingOf(context, project, asOf);
    const samples = new Set([...plans, ...entries].filter(({ sample }) => sample).map(({ source }) => source));
    return {
      ...funds,
      arrivalRate: share(funds.arrived, funds.planned),
      lines: [...fundsBySource].map(([source, sums]) => ({ source, ...sums, sample: samples.has(source) })),
    };
  }

  @FieldResolver(() => FundingEntryConnection, { description: 'Its funding entries, by day, then by recording.' })
  async fundingEntries(
    @Root() project: Project,
    @Ctx() context: CatalogueContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1–500.' }) first: number | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'The cursor that the page follows.' }) after: string | null,
  ): Promise<FundingEntryConnection> {
    const size = first ?? 50;
    checkFirst(size);
    const entries = await context.loaders.entries.load(project.id);
    const { epoch } = context.database;
    const start = after ? startAfter(entries, after, epoch) : 0;
    const edges = entries.slice(start, start + size).map((node) => ({ node, cursor: writeCursor(epoch, [node.date, node.id]) }));
    return { ...pageOf(edges, start > 0, start + size < entries.length), totalCount: entries.length };
  }

  @FieldResolver(() => [Procedure], { description: 'The approvals it needs (手续), in their usual order.' })
  procedures(@Root() project: Project, @Ctx() { loaders }: CatalogueContext): Promise<Procedure[]> {
    return loaders.procedures(project.id);
  }

  @FieldResolver(() => [ProjectAction], { description: 'What this viewer may do to it; nothing once it is withdrawn.' })
  async viewerCan(@Root() project: Project, @Ctx() context: CatalogueContext): Promise<string[]> {
    const sheet = await sheetOf(context, project);
    if (sheet.project.withdrawnOn !== null) return [];
    const identity = signedIn(context);
    // A department may do more to a work of which it holds an approval.
    const holds = identity.departmentId !== null && (await context.loaders.procedures(project.id)).some(({ heldById }) => heldById === identity.departmentId);
    return viewerActions(identity, scopeOfSheet(sheet), holds ? { heldByDepartmentId: identity.departmentId } : {});
  }
}

function startAfter(entries: readonly FundingEntry[], after: string, ours: string): number {
  const { epoch, position } = readCursor(after, 'after');
  if (epoch !== ours) throw refuse('CURSOR_STALE', { field: 'after' });
  const [date, id] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof date !== 'string' || typeof id !== 'number') throw refuse('BAD_CURSOR', { field: 'after', value: after.slice(0, 60) });
  const index = entries.findIndex((entry) => entry.date > date || (entry.date === date && entry.id > id));
  return index < 0 ? entries.length : index;
}

/** The fields of a funding entry that are other rows. */
@Resolver(() => FundingEntry)
export class FundingEntryFieldsResolver {
  @FieldResolver(() => Project, { description: 'The work it belongs to.' })
  async project(@Root() entry: FundingEntry, @Ctx() context: CatalogueContext): Promise<Project> {
    return (await context.facts()).sheets.get(entry.projectId)!.project;
  }

  @FieldResolver(() => FundingEntry, { nullable: true, description: 'The entry that this one takes back.' })
  reverses(@Root() entry: FundingEntry, @Ctx() { loaders }: CatalogueContext): Promise<FundingEntry | null> | null {
    return entry.reversesId === null ? null : loaders.entry.load(entry.reversesId);
  }

  @FieldResolver(() => FundingEntry, { nullable: true, description: 'The entry that takes this one back.' })
  reversedBy(@Root() entry: FundingEntry, @Ctx() { loaders }: CatalogueContext): Promise<FundingEntry | null> {
    return loaders.reversals.load(entry.id);
  }
}

/** The field of a procedure that is another row. */
@Resolver(() => Procedure)
export class ProcedureFieldsResolver {
  @FieldResolver(() => Department, { nullable: true, description: 'The department that holds it.' })
  async heldBy(@Root() procedure: Procedure, @Ctx() context: CatalogueContext): Promise<Department | null> {
    return procedure.heldById === null ? null : ((await context.facts()).reference.departmentById.get(procedure.heldById) ?? null);
  }
}
