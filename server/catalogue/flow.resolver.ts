import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Day } from '../api/day';
import { grainOf, type Period } from '../api/period';
import { refuse } from '../api/refusal';
import { AdcodeScalar, DateScalar, PeriodScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { assertMay, may } from '../access/policy';
import { RecordFlowsInput } from '../water/flow.inputs';
import { latestFlowMonth } from '../water/flows';
import { recordFlows } from '../water/record-flows';
import type { CatalogueContext } from './context';
import { cityOf, flowRow, flowSeries, flowSetting, replenishmentShown } from './flow-answers';
import { FlowSeries, FlowTable, RecordFlowsPayload, Replenishment } from './flow.types';
import { checkRange } from './water-results';

const asOfArg = { nullable: true, description: "The day, with today's knowledge; today when left out. Months after it hold nothing." };

/** @throws Refusal MONTH_WANTED for a year, a day or hours */
function checkMonth(period: Period, field: string): void {
  if (grainOf(period) !== 'MONTH') throw refuse('MONTH_WANTED', { field, value: period });
}

/** Ecological flow and replenishment; for everyone signed in. */
@Resolver()
export class FlowResolver {
  @Query(() => FlowTable, { nullable: true, description: 'The rivers with a target of ecological flow (生态流量) in a month, and how often they reached it in its year so far.' })
  async flowTable(
    @Ctx() context: CatalogueContext,
    @Arg('month', () => PeriodScalar, { nullable: true, description: 'The month; the last one measured by the day when left out.' }) month: Period | null,
    @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null,
  ): Promise<FlowTable> {
    const identity = signedIn(context);
    if (month) checkMonth(month, 'month');
    const { flows, reference } = await context.facts();
    const day = asOf ?? context.clock.today();
    const asked = month ?? latestFlowMonth(flows.sheets, day);
    const rows = asked === null ? [] : flows.sheets.map((sheet) => flowRow(sheet, reference, asked, day));
    return {
      month: asked, rows, source: flowSetting(reference).source, viewerMayRecord: may(identity, 'RECORD_FLOWS'),
      measured: rows.filter((row) => row.month.flow !== null).length, met: rows.filter((row) => row.month.met).length,
    };
  }

  @Query(() => [FlowSeries], { nullable: true, description: 'The mean flows of rivers with a target, month by month; at most 2,200 months.' })
  async flows(
    @Ctx() context: CatalogueContext,
    @Arg('from', () => PeriodScalar, { description: 'The first month.' }) from: Period,
    @Arg('to', () => PeriodScalar, { description: 'The last month.' }) to: Period,
    @Arg('river', () => String, { nullable: true, description: 'Only this river.' }) river: string | null,
    @Arg('region', () => AdcodeScalar, { nullable: true, description: 'Only this region.' }) region: string | null,
    @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null,
  ): Promise<FlowSeries[]> {
    signedIn(context);
    checkMonth(from, 'from');
    checkRange(from, to);
    const { flows, reference } = await context.facts();
    if (region && !reference.regionByAdcode.has(region)) throw refuse('UNKNOWN_REGION', { field: 'region', value: region });
    const day = asOf ?? context.clock.today();
    return flows.sheets
      .filter(({ target }) => (!river || target.river === river) && (!region || reference.regionById.get(target.regionId)!.adcode === region))
      .map((sheet) => flowSeries(sheet, reference, from, to, day));
  }

  @Query(() => Replenishment, { nullable: true, description: 'A year of ecological replenishment (生态补水): its months, their sum, the target and what the straight line of the year asks for by the day.' })
  async replenishment(
    @Ctx() context: CatalogueContext,
    @Arg('year', () => Int, { nullable: true, description: 'The year, 1900–2199; that of the day when left out.' }) year: number | null,
    @Arg('asOf', () => DateScalar, asOfArg) asOf: Day | null,
  ): Promise<Replenishment> {
    signedIn(context);
    const day = asOf ?? context.clock.today();
    const asked = year ?? Number(day.slice(0, 4));
    if (!(asked >= 1900 && asked <= 2199)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'year', low: 1900, high: 2199 });
    return replenishmentShown(await context.facts(), asked, day);
  }

  @Mutation(() => RecordFlowsPayload, { nullable: true, description: 'Records mean flows of rivers and volumes of replenishment, all of it or nothing. TASK_FORCE; the water department.' })
  async recordFlows(@Ctx() context: CatalogueContext, @Arg('input', () => RecordFlowsInput, { description: 'The values.' }) input: RecordFlowsInput): Promise<RecordFlowsPayload> {
    const identity = signedIn(context);
    assertMay(identity, 'RECORD_FLOWS');
    const { flows: facts, reference } = await context.facts();
    const desk = { facts, regions: reference.regions, city: cityOf(reference), yearlyTarget: flowSetting(reference).replenishmentTarget, language: context.language };
    const { flows, replenishment, warnings } = await context.database.work(
      { name: identity.username, userId: identity.userId },
      (unit) => recordFlows(unit, desk, input),
      { userId: identity.userId, operation: 'recordFlows', input, key: input.idempotencyKey },
    );
    context.written();
    const after = await context.facts();
    const day = context.clock.today();
    const years = [...new Set(replenishment.map(({ month }) => Number(month.slice(0, 4))))];
    return {
      flows: flows.map(({ targetId, month }) => flowRow(after.flows.sheets.find(({ target }) => target.id === targetId)!, after.reference, month, day)),
      replenishment: years.map((year) => replenishmentShown(after, year, day)),
      warnings,
    };
  }
}
