import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { refuse } from '../api/refusal';
import { signedIn } from '../access/context';
import { assertMay, may } from '../access/policy';
import { RecordFiguresInput, SetIndicatorInput } from '../figures/figure.inputs';
import { Indicator, IndicatorSpan } from '../figures/indicator.entity';
import { figuresIn, rankRegions, type IndicatorSheet, type SpanFigures } from '../figures/indicators';
import { recordFigures, setIndicator } from '../figures/record-figures';
import type { UnitOfWork } from '../database/unit-of-work';
import type { CatalogueContext } from './context';
import type { Facts } from './facts';
import { IndicatorRanking, RecordFiguresPayload, SetIndicatorPayload, SpanInput } from './figures.types';

/** @throws Refusal UNAUTHENTICATED, or FORBIDDEN for a role without ledgers. */
function assertMayView(context: CatalogueContext): void {
  if (!may(signedIn(context), 'VIEW_LEDGERS')) throw refuse('FORBIDDEN');
}

/** @throws Refusal BAD_USER_INPUT naming the codes that there are */
function sheetAsked({ indicators }: Facts, code: string): IndicatorSheet {
  const sheet = indicators.find(({ indicator }) => indicator.code === code);
  if (!sheet) throw refuse('UNKNOWN_STATISTIC', { field: 'indicator', value: code.slice(0, 60), codes: indicators.map(({ indicator }) => indicator.code).join('、') });
  return sheet;
}

/** @throws Refusal BAD_USER_INPUT where the span is the wrong way round or has no figures */
function spanAsked(sheet: IndicatorSheet, days: SpanInput, field: string): SpanFigures {
  if (days.from > days.to) throw refuse('RANGE_REVERSED', { field: `${field}.to` });
  const found = figuresIn(sheet, days);
  if (!found) throw refuse('NO_FIGURES', { field, indicator: sheet.indicator.name, from: days.from, to: days.to });
  return found;
}

function rankingOf(facts: Facts, sheet: IndicatorSheet, figures: SpanFigures, against?: SpanFigures): IndicatorRanking {
  const { decimals, changeDecimals } = sheet.indicator;
  const { span, base, rows, missing } = rankRegions(sheet, figures, facts.reference.regions, against);
  return {
    indicator: sheet.indicator, span, base, missing,
    rows: rows.map(({ region, figure, value, rank, base: before, change, changeRank, changeGiven }) => ({
      region, rank, changeRank, changeGiven, value: value.toFixed(decimals), base: before?.toFixed(decimals) ?? null, change: change?.toFixed(changeDecimals) ?? null, source: figure.source, sample: figure.sample,
    })),
  };
}

/** What regions are ranked by, and their rankings; for everyone who may read ledgers. */
@Resolver()
export class FiguresResolver {
  @Query(() => [Indicator], { nullable: true, description: 'What regions are ranked by, in the order of the pack, with the spans that there are figures of. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  async indicators(@Ctx() context: CatalogueContext): Promise<Indicator[]> {
    assertMayView(context);
    return (await context.facts()).indicators.map(({ indicator }) => indicator);
  }

  @Query(() => IndicatorRanking, { nullable: true, description: 'The regions by an indicator: value, rank, change and rank of the change. Null where the indicator has no figures at all. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  async indicatorRanking(
    @Ctx() context: CatalogueContext,
    @Arg('indicator', () => String, { description: "The indicator's code." }) indicator: string,
    @Arg('span', () => SpanInput, { nullable: true, description: 'The days; the latest span when left out.' }) span: SpanInput | null,
    @Arg('base', () => SpanInput, { nullable: true, description: 'The span to compare with. Left out: the same days a year before; where a region has no figure of them, the base or change that was published with its figure.' }) base: SpanInput | null,
  ): Promise<IndicatorRanking | null> {
    assertMayView(context);
    const facts = await context.facts();
    const sheet = sheetAsked(facts, indicator);
    const figures = span ? spanAsked(sheet, span, 'span') : sheet.spans.at(0);
    return figures ? rankingOf(facts, sheet, figures, base ? spanAsked(sheet, base, 'base') : undefined) : null;
  }

  @Mutation(() => RecordFiguresPayload, { nullable: true, description: 'Records figures of regions by an indicator over a span, all of them or none. TASK_FORCE.' })
  async recordFigures(@Ctx() context: CatalogueContext, @Arg('input', () => RecordFiguresInput, { description: 'The figures.' }) input: RecordFiguresInput): Promise<RecordFiguresPayload> {
    const { regionByAdcode } = (await this.writing(context)).reference;
    const { indicator, from, to } = await this.write(context, 'recordFigures', input, (unit) => recordFigures(unit, regionByAdcode, input));
    const facts = await context.facts();
    const sheet = sheetAsked(facts, indicator);
    return { ranking: rankingOf(facts, sheet, figuresIn(sheet, { from, to })!), warnings: [] };
  }

  @Mutation(() => SetIndicatorPayload, { nullable: true, description: 'Makes an indicator or changes the one of that code. TASK_FORCE.' })
  async setIndicator(@Ctx() context: CatalogueContext, @Arg('input', () => SetIndicatorInput, { description: 'The indicator.' }) input: SetIndicatorInput): Promise<SetIndicatorPayload> {
    await this.writing(context);
    const code = await this.write(context, 'setIndicator', input, async (unit) => ({ code: await setIndicator(unit, input) }));
    return { indicator: sheetAsked(await context.facts(), code.code).indicator, warnings: [] };
  }

  private async writing(context: CatalogueContext): Promise<Facts> {
    assertMay(signedIn(context), 'RECORD_FIGURES');
    return context.facts();
  }

  private async write<T extends object>(context: CatalogueContext, operation: string, input: RecordFiguresInput | SetIndicatorInput, steps: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const { username, userId } = signedIn(context);
    const result = await context.database.work({ name: username, userId }, steps, { userId, operation, input, key: input.idempotencyKey });
    context.written();
    return result;
  }
}

/** The spans of an indicator. */
@Resolver(() => Indicator)
export class IndicatorFieldsResolver {
  @FieldResolver(() => [IndicatorSpan], { description: 'The spans that there are figures of, the latest first; of those that end on one day the longest first.' })
  async spans(@Root() { id }: Indicator, @Ctx() context: CatalogueContext): Promise<IndicatorSpan[]> {
    return (await context.facts()).indicators.find(({ indicator }) => indicator.id === id)!.spans.map(({ span }) => span);
  }
}
