import type { Day } from '../api/day';
import { yuanText, type Fen } from '../api/money';
import type { Warning } from '../api/node';
import { refuse, type Language } from '../api/refusal';
import { warn } from '../api/warnings';
import type { Project } from '../portfolio/project.entity';
import { farOff } from '../portfolio/writing';
import { FundingKind, type FundingEntry } from './funding.entity';
import { annualPlanOn, bookedBy, type AnnualPlanFact, type EntryFact, type FundsSum } from './sums';

/** The Chinese names of what happens to money. */
export const fundingKindNames: Record<FundingKind, string> = { ALLOCATED: '下达', ARRIVED: '到位', PAID: '支付' };

/**
 * What a running total adds to what is booked by its day; fen.
 * @throws Refusal naming `field` when it is lower: what was booked too much is corrected first.
 */
export function additionOf(cumulative: Fen, booked: bigint, date: Day, field: string): bigint {
  const amount = BigInt(cumulative) - booked;
  if (amount < 0n) throw refuse('CUMULATIVE_LOWER', { field, booked: yuanText(booked), date });
  return amount;
}

/**
 * What of an entry may be worth a second look.
 * @param funds of the entry's source as they stand with it
 */
export function entryDoubts(now: { today: Day }, language: Language, { registeredOn }: Pick<Project, 'registeredOn'>, { kind, date, documentNumber }: Pick<FundingEntry, 'kind' | 'date' | 'documentNumber'>, funds: FundsSum): Warning[] {
  const { planned, arrived, paid } = funds;
  const sum = { ALLOCATED: funds.allocated, ARRIVED: arrived, PAID: paid }[kind];
  const what = language === 'zh' ? fundingKindNames[kind] : kind;
  return [
    ...farOff(now, language, date, 'input.date', 'fact'),
    ...(date < registeredOn ? [warn(language, 'DATE_BEFORE_REGISTRATION', 'input.date', { registeredOn })] : []),
    ...(kind === FundingKind.ALLOCATED && !documentNumber ? [warn(language, 'DOCUMENT_NUMBER_MISSING', 'input.documentNumber')] : []),
    ...(sum > planned ? [warn(language, 'FUNDS_ABOVE_PLAN', 'input.amount', { what, sum: yuanText(sum), plan: yuanText(planned) })] : []),
    ...(kind === FundingKind.PAID && paid > arrived ? [warn(language, 'PAID_ABOVE_ARRIVED', 'input.amount', { sum: yuanText(paid), arrived: yuanText(arrived) })] : []),
  ];
}

/**
 * Whether a running total was given for a day after which more is booked already: right when it is of that day, twice
 * the money when it is today's under the wrong day.
 * @param entries with the new one among them
 */
export function laterDoubts(language: Language, { source, kind, date }: Pick<FundingEntry, 'source' | 'kind' | 'date'>, entries: readonly EntryFact[], today: Day): Warning[] {
  const total = bookedBy(entries, source, kind, today);
  const later = total - bookedBy(entries, source, kind, date);
  return later === 0n ? [] : [warn(language, 'LATER_BOOKED', 'input.date', { date, later: yuanText(later), total: yuanText(total) })];
}

/** What of a plan may be worth a second look: `planned` is what it comes to, of all sources. */
export const planDoubts = (language: Language, { investment }: Pick<Project, 'investment'>, planned: bigint): Warning[] =>
  investment !== null && planned > BigInt(investment) ? [warn(language, 'PLAN_ABOVE_INVESTMENT', 'input.planned', { sum: yuanText(planned), investment: yuanText(investment) })] : [];

/** Whether the plans of all years, as they stand on a day, come to more than the whole. @param plans in the order of effective date, then recording */
export function annualDoubts(language: Language, { investment }: Pick<Project, 'investment'>, plans: readonly AnnualPlanFact[], today: Day): Warning[] {
  const years = [...new Set(plans.map(({ year }) => year))];
  const sum = years.reduce((total, year) => total + BigInt(annualPlanOn(plans, year, today)?.planned ?? 0), 0n);
  return investment !== null && sum > BigInt(investment) ? [warn(language, 'ANNUAL_ABOVE_INVESTMENT', 'input.planned', { sum: yuanText(sum), investment: yuanText(investment) })] : [];
}
