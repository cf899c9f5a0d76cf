import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { grainOf, type Period } from '../api/period';
import { refuse } from '../api/refusal';
import { PeriodScalar } from '../api/scalars';
import { signedIn } from '../access/context';
import { assertMay, may } from '../access/policy';
import { SetCompensationSchemeInput } from '../water/compensation.inputs';
import { INDICATORS } from '../water/indicators';
import { balancesOf, dueIn, monthsOf, readSchemes, schemeIn, type DueLine, type Scheme } from '../water/schemes';
import { setScheme } from '../water/set-scheme';
import { Compensation, CompensationScheme, SetCompensationSchemePayload, type CompensationBalance, type CompensationDue } from './compensation.types';
import type { CatalogueContext } from './context';
import type { Facts } from './facts';

/** @throws Refusal UNAUTHENTICATED, or FORBIDDEN for a role without ledgers. */
function assertMayView(context: CatalogueContext): void {
  if (!may(signedIn(context), 'VIEW_LEDGERS')) throw refuse('FORBIDDEN');
}

function shownScheme({ items, borders, ...scheme }: Scheme, { sections, reference: { regionByAdcode } }: Facts): CompensationScheme {
  const byCode = new Map(sections.map(({ section }) => [section.code, section]));
  return {
    ...scheme,
    items: items.map(({ indicator, base }) => ({ indicator, base, name: INDICATORS[indicator].name, nameEn: INDICATORS[indicator].nameEn })),
    borders: borders.flatMap(({ section, payer, receiver, target }) => (byCode.has(section) ? [{ section: byCode.get(section)!, payer: regionByAdcode.get(payer)!, receiver: regionByAdcode.get(receiver)!, target }] : [])),
  };
}

const shownLine = ({ sheet, payer, receiver, value, limit, multiple, ...line }: DueLine, { reference: { regionByAdcode } }: Facts): CompensationDue => ({
  ...line, section: sheet.section, payer: regionByAdcode.get(payer)!, receiver: regionByAdcode.get(receiver)!,
  value: value?.toNumber() ?? null, limit: limit?.toNumber() ?? null, multiple: multiple?.toNumber() ?? null,
});

function totalsOf(lines: readonly DueLine[], { reference: { regions } }: Facts): CompensationBalance[] {
  const balances = balancesOf(lines);
  return regions.flatMap((region) => {
    const own = balances.get(region.adcode);
    return own ? [{ region, ...own, balance: own.received - own.paid }] : [];
  });
}

/** Compensation across borders; for everyone who may read ledgers. */
@Resolver()
export class CompensationResolver {
  @Query(() => [CompensationScheme], { nullable: true, description: 'All schemes of compensation across borders, the oldest first. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  async compensationSchemes(@Ctx() context: CatalogueContext): Promise<CompensationScheme[]> {
    assertMayView(context);
    const facts = await context.facts();
    return (await readSchemes(context.database.read)).map((scheme) => shownScheme(scheme, facts));
  }

  @Query(() => Compensation, { nullable: true, description: 'Who pays whom how much in a month or a year, by the schemes in force. TASK_FORCE, LEADER, DEPARTMENT, COUNTY.' })
  async compensation(@Ctx() context: CatalogueContext, @Arg('period', () => PeriodScalar, { description: 'A month or a year.' }) period: Period): Promise<Compensation> {
    assertMayView(context);
    if (!['MONTH', 'YEAR'].includes(grainOf(period))) throw refuse('MONTH_OR_YEAR_WANTED', { field: 'period', value: period });
    const facts = await context.facts();
    const all = await readSchemes(context.database.read);
    const sheets = new Map(facts.sections.map((sheet) => [sheet.section.code, sheet]));
    const months = monthsOf(period, context.clock.today()).filter((month) => schemeIn(all, month));
    const lines = months.flatMap((month) => dueIn(schemeIn(all, month)!, sheets, month));
    const inForce = all.filter((scheme) => months.some((month) => schemeIn(all, month) === scheme));
    return {
      period, months, example: inForce.some(({ example }) => example), schemes: inForce.map((scheme) => shownScheme(scheme, facts)),
      lines: lines.map((line) => shownLine(line, facts)), totals: totalsOf(lines, facts), missing: lines.filter(({ kind }) => kind === 'MISSING').length,
    };
  }

  @Mutation(() => SetCompensationSchemePayload, { nullable: true, description: 'Sets the scheme of compensation across borders from a month on. TASK_FORCE.' })
  async setCompensationScheme(@Ctx() context: CatalogueContext, @Arg('input', () => SetCompensationSchemeInput, { description: 'The scheme.' }) input: SetCompensationSchemeInput): Promise<SetCompensationSchemePayload> {
    const identity = signedIn(context);
    assertMay(identity, 'SET_COMPENSATION');
    const { sections, reference } = await context.facts();
    const { validFrom } = await context.database.work(
      { name: identity.username, userId: identity.userId },
      async (unit) => ({ validFrom: await setScheme(unit, { sections, regions: reference.regionByAdcode }, input) }),
      { userId: identity.userId, operation: 'setCompensationScheme', input, key: input.idempotencyKey },
    );
    context.written();
    const standing = (await readSchemes(context.database.read)).find((scheme) => scheme.validFrom === validFrom);
    return { scheme: shownScheme(standing!, await context.facts()), warnings: [] };
  }
}
