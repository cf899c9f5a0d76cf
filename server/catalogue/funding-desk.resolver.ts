import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { addDays, type Day } from '../api/day';
import { refuse } from '../api/refusal';
import { DateScalar, MoneyScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { may } from '../access/policy';
import { FundingSource } from '../funding/funding.entity';
import { annualPlanOn } from '../funding/sums';
import { Project } from '../portfolio/project.entity';
import type { CatalogueContext } from './context';
import type { Facts, Work } from './facts';
import { ProjectFilter } from './filter';
import { doneInYear, fundingMonths, fundingTable } from './funding-desk';
import { FundingGroupBy, FundingMonth, FundingTable } from './funding-desk.types';
import { worksFor } from './works-for';

/** The longest chart: fifty years of months. */
const MONTHS_LIMIT_DAYS = 18_300;

/** @throws Refusal FORBIDDEN for a role that may open no works. */
function chosen(context: CatalogueContext, facts: Facts, day: Day, filter: ProjectFilter | null): readonly Work[] {
  const identity = signedIn(context);
  if (!may(identity, 'VIEW_WORKS')) throw refuse('FORBIDDEN');
  return worksFor(facts, identity, day, filter).works;
}

function checkYear(year: number): void {
  if (!(year >= 1900 && year <= 2199)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'year', low: 1900, high: 2199 });
}

/** What the funding desk asks. */
@Resolver()
export class FundingDeskResolver {
  @Query(() => FundingTable, { nullable: true, description: 'Money by region, sector or source on a day, over the works that the viewer may open; annual plan and investment done beside it.' })
  async fundingTable(
    @Ctx() context: CatalogueContext,
    @Arg('groupBy', () => FundingGroupBy, { description: 'What there is a row for each of.' }) groupBy: FundingGroupBy,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which works.' }) filter: ProjectFilter | null,
    @Arg('year', () => Int, { nullable: true, description: 'The year of the annual figures; that of `asOf` when left out.' }) year: number | null,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null,
  ): Promise<FundingTable> {
    const facts = await context.facts();
    const day = asOf ?? context.clock.today();
    const annual = year ?? Number(day.slice(0, 4));
    checkYear(annual);
    return { asOf: day, year: annual, ...fundingTable(groupBy, chosen(context, facts, day, filter), facts, annual, day) };
  }

  @Query(() => [FundingMonth], { nullable: true, complexity: 20_000, description: 'Money and investment month by month, over the works that the viewer may open and that count on the last day.' })
  async fundingMonths(
    @Ctx() context: CatalogueContext,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which works.' }) filter: ProjectFilter | null,
    @Arg('source', () => FundingSource, { nullable: true, description: 'Only the money of this source.' }) source: FundingSource | null,
    @Arg('from', () => DateScalar, { nullable: true, description: "In the first month; the programme's first when left out." }) from: Day | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; today when left out.' }) to: Day | null,
  ): Promise<FundingMonth[]> {
    const facts = await context.facts();
    const last = to ?? context.clock.today();
    const first = from ?? facts.reference.setting<{ firstDay: Day }>('programme')?.firstDay ?? last;
    if (first > last) throw refuse('RANGE_REVERSED', { field: 'from' });
    if (addDays(first, MONTHS_LIMIT_DAYS) < last) throw refuse('RANGE_TOO_LONG', { field: 'from', years: 50 });
    return fundingMonths(chosen(context, facts, last, filter), first, last, source ?? undefined);
  }
}

/** A work's investment of a year. */
@Resolver(() => Project)
export class AnnualFieldsResolver {
  @FieldResolver(() => MoneyScalar, { nullable: true, description: 'Investment planned for a year (年度投资计划), by the plan that holds on the day; null where there is none.' })
  async annualPlanned(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('year', () => Int, { description: 'The year.' }) year: number, @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null): Promise<number | null> {
    checkYear(year);
    const { annualPlans } = (await context.facts()).sheets.get(project.id)!;
    return annualPlanOn(annualPlans, year, asOf ?? context.clock.today())?.planned ?? null;
  }

  @FieldResolver(() => MoneyScalar, { description: 'Investment done in a year up to the day (年度完成投资).' })
  async annualDone(@Root() project: Project, @Ctx() context: CatalogueContext, @Arg('year', () => Int, { description: 'The year.' }) year: number, @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) asOf: Day | null): Promise<number> {
    checkYear(year);
    return doneInYear((await context.facts()).sheets.get(project.id)!, year, asOf ?? context.clock.today());
  }
}
