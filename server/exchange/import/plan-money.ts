import type { Day } from '../../api/day';
import { yuanText, type Fen } from '../../api/money';
import { refuse } from '../../api/refusal';
import { optionalText } from '../../api/text';
import { FundingKind, fundingSourceNames, type FundingSource } from '../../funding/funding.entity';
import { additionOf, entryDoubts, fundingKindNames, laterDoubts, planDoubts } from '../../funding/rules';
import { bookedBy, fundsBySource, noFunds, totalFunds, type EntryFact, type FundsSum, type PlanFact } from '../../funding/sums';
import { notInFuture } from '../../portfolio/writing';
import type { Desk, Target } from './desk';
import type { RowCheck } from './row-check';
import type { FundsFields, WorkFields } from './rows';

/** Cumulative money of a row. */
export type MoneyFields = Pick<FundsFields, 'planned' | 'allocated' | 'arrived' | 'paid'> & Partial<Pick<FundsFields, 'documentNumber'>>;

const KINDS = [['allocated', FundingKind.ALLOCATED], ['arrived', FundingKind.ARRIVED], ['paid', FundingKind.PAID]] as const;
const COLUMNS = ['planned', 'allocated', 'arrived', 'paid'] as const;

/** Plans and entries of a work with those that the file brings. */
function factsOf({ sheet, writes }: Target): { plans: readonly PlanFact[]; entries: readonly EntryFact[] } {
  return {
    // Of one day the last recorded plan holds.
    plans: both(sheet.plans, writes.plans, byEffectiveDay),
    entries: both(sheet.entries, writes.entries),
  };
}

function both<T>(standing: readonly T[], added: readonly T[], order?: (a: T, b: T) => number): readonly T[] {
  if (!standing.length || !added.length) return added.length ? added : standing;
  const all = [...standing, ...added];
  return order ? all.sort(order) : all;
}

const byEffectiveDay = (a: PlanFact, b: PlanFact): number => (a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0);

const NONE: ReadonlyMap<FundingSource, FundsSum> = new Map();
const NOTHING: Readonly<FundsSum> = noFunds();

function sumsOf(target: Target, day: Day): ReadonlyMap<FundingSource, FundsSum> {
  const { plans, entries } = factsOf(target);
  return plans.length || entries.length ? fundsBySource(plans, entries, day) : NONE;
}

/** Every source that a work has had a plan or money from. */
export const sourcesOf = ({ sheet }: Target): FundingSource[] => [...new Set([...sheet.plans, ...sheet.entries].map(({ source }) => source))];

export const sourceList = (sources: readonly FundingSource[]): string => sources.map((source) => fundingSourceNames[source]).join('、');

/** The columns in which a row differs from what stands on its day, of one source or of all. */
function moneyMoved<F extends MoneyFields>(check: RowCheck<F>, standing: FundsSum): (typeof COLUMNS)[number][] {
  return COLUMNS.filter((key) => {
    const given = check.value(key);
    return given !== undefined && BigInt(given as Fen) !== standing[key];
  });
}

/** What stands of a source's money on a day. */
const fundsOn = (target: Target, day: Day, source: FundingSource): FundsSum => sumsOf(target, day).get(source) ?? NOTHING;

/** What stands of all of a work's money on a day. */
function allFundsOn(target: Target, day: Day): FundsSum {
  const sums = sumsOf(target, day);
  return sums.size ? totalFunds(sums.values()) : NOTHING;
}

/**
 * Plans what the cumulative figures of a source add to what stands on their day: a plan, and one entry a kind. What is
 * below is refused: a wrong entry is corrected first, with its reason.
 */
export function planMoney<F extends MoneyFields>(desk: Desk, check: RowCheck<F>, target: Target, source: FundingSource): void {
  const known = desk.dayOf(check.row);
  const day = known ?? desk.today;
  const standing = fundsOn(target, day, source);
  const moved = moneyMoved(check, standing);
  if (!moved.length) return;
  if (known === null) desk.needDay(check.row);
  const entered = moved.filter((key) => key !== 'planned');
  const mayPlan = !moved.includes('planned') || desk.allows(check, 'SET_FUNDING_PLAN', target, ['planned']);
  const mayBook = !entered.length || desk.allows(check, 'RECORD_FUNDING', target, entered);
  if (!mayPlan || !mayBook) return;
  for (const key of moved) check.change(key, key, target.isNew ? null : desk.show.money(standing[key]), desk.show.money(check.value(key) as Fen));
  if (moved.includes('planned')) raisePlan(desk, check, target, source, standing.planned, day);
  for (const [key, kind] of KINDS) if (moved.includes(key)) book(desk, check, target, { source, kind, date: day }, key);
  doubt(desk, check, target, source, moved);
}

function raisePlan<F extends MoneyFields>(desk: Desk, check: RowCheck<F>, { writes }: Target, source: FundingSource, standing: bigint, day: Day): void {
  const planned = check.value('planned') as Fen;
  if (BigInt(planned) < standing) {
    check.refuse(refuse('IMPORT_PLAN_LOWER', { planned: yuanText(standing), date: day }), 'planned');
    return;
  }
  // It is recorded after all that stand.
  writes.plans.push({ id: Number.MAX_SAFE_INTEGER, source, planned, effectiveDate: day, sample: false });
  writes.words.push(`${fundingSourceNames[source]}计划 ${yuanText(planned)} 元（${day}）`);
}

function book<F extends MoneyFields>(desk: Desk, check: RowCheck<F>, target: Target, { source, kind, date }: { source: FundingSource; kind: FundingKind; date: Day }, key: 'allocated' | 'arrived' | 'paid'): void {
  const { sheet, writes } = target;
  const amount = check.holds(() => {
    notInFuture(desk, date, 'input.date');
    return Number(additionOf(check.value(key) as Fen, bookedBy(sheet.entries, source, kind, date), date, `input.${key}`));
  }, { '*': [key] });
  if (amount === undefined) return;
  const documentNumber = kind === FundingKind.ALLOCATED ? check.holds(() => optionalText(check.value('documentNumber') ?? null, 'input.documentNumber', 100)) ?? null : null;
  writes.entries.push({ source, kind, amount, date, documentNumber, sample: false });
  writes.words.push(`${fundingSourceNames[source]}${fundingKindNames[kind]} ${yuanText(amount)} 元（${date}）`);
}

/** Second looks, at the money as it stands today with all that the row brings. */
function doubt<F extends MoneyFields>(desk: Desk, check: RowCheck<F>, target: Target, source: FundingSource, moved: readonly (keyof MoneyFields)[]): void {
  const { sheet: { project }, writes } = target;
  const sums = sumsOf(target, desk.today);
  const funds = sums.get(source) ?? NOTHING;
  const { entries } = factsOf(target);
  for (const [key, kind] of KINDS) {
    const entry = writes.entries.findLast((one) => one.source === source && one.kind === kind);
    if (entry && moved.includes(key)) check.warn(laterDoubts(desk.language, entry, entries, desk.today), { date: [key] });
    if (entry && moved.includes(key)) check.warn(entryDoubts(desk, desk.language, project, entry, funds), { amount: [key], date: [key], documentNumber: [key] });
  }
  const investment = writes.fields.investment ?? project.investment;
  if (moved.includes('planned')) check.warn(planDoubts(desk.language, { investment }, totalFunds(sums.values()).planned));
}

/**
 * Plans the money of a file that has one figure for all sources: it goes to the work's only source. With several nobody
 * can tell whose it is; with none it is booked as other funds, and said so.
 */
export function planTotals(desk: Desk, check: RowCheck<WorkFields>, target: Target, fallback: FundingSource): void {
  if (!COLUMNS.some((key) => check.read(key))) return;
  const moved = moneyMoved(check, allFundsOn(target, desk.dayOf(check.row) ?? desk.today));
  if (!moved.length) return;
  const sources = sourcesOf(target);
  if (sources.length > 1) {
    check.refuse(refuse('IMPORT_SOURCES_SEVERAL', { sources: sourceList(sources) }), moved[0]);
    return;
  }
  if (!sources.length) check.note('SOURCE_ASSUMED', moved[0], { source: fundingSourceNames[fallback] });
  planMoney(desk, check, target, sources[0] ?? fallback);
}
