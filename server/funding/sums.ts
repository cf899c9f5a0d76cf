import type { Day } from '../api/day';
import type { Fen } from '../api/money';
import { FundingKind, FundingSource } from './funding.entity';

/** A plan as far as reckoning needs it. */
export interface PlanFact {
  id: number;
  source: FundingSource;
  planned: Fen;
  effectiveDate: Day;
  sample: boolean;
}

/** An entry as far as reckoning needs it; a reversal has the opposite amount. */
export interface EntryFact {
  source: FundingSource;
  kind: FundingKind;
  amount: Fen;
  date: Day;
  sample: boolean;
}

/** An entry as the ledger of entries shows it. */
export interface BookedEntry extends EntryFact {
  id: number;
  documentNumber: string | null;
  /** A remark; for a reversal its reason. */
  note: string | null;
  /** The entry that it takes back. */
  reversesId: number | null;
}

/** What a work is to do in a year, as far as reckoning needs it. */
export interface AnnualPlanFact {
  id: number;
  year: number;
  planned: Fen;
  effectiveDate: Day;
  sample: boolean;
}

/** Money of one source, or of all, on a day; fen. */
export interface FundsSum {
  planned: bigint;
  allocated: bigint;
  arrived: bigint;
  paid: bigint;
}

export const noFunds = (): FundsSum => ({ planned: 0n, allocated: 0n, arrived: 0n, paid: 0n });

/** Whether more was paid than is in place, and whether more is in place than was planned: worth a look, not forbidden. */
export const excessOf = ({ planned, arrived, paid }: FundsSum): { paid: boolean; arrived: boolean } => ({ paid: paid > arrived, arrived: arrived > planned });

const column: Record<FundingKind, 'allocated' | 'arrived' | 'paid'> = { ALLOCATED: 'allocated', ARRIVED: 'arrived', PAID: 'paid' };

/**
 * Planned, allocated, arrived and paid by source on a day. Of a source's plans the latest effective one holds, of one
 * day the last recorded; entries add up.
 * @param plans in the order of effective date, then recording
 * @returns the sources that have a plan or an entry by then, in the order of FundingSource.
 */
export function fundsBySource(plans: readonly PlanFact[], entries: readonly EntryFact[], day: Day): Map<FundingSource, FundsSum> {
  const sums = new Map<FundingSource, FundsSum>();
  const sumOf = (source: FundingSource): FundsSum => {
    const sum = sums.get(source) ?? noFunds();
    sums.set(source, sum);
    return sum;
  };
  for (const plan of plans) if (plan.effectiveDate <= day) sumOf(plan.source).planned = BigInt(plan.planned);
  for (const entry of entries) if (entry.date <= day) sumOf(entry.source)[column[entry.kind]] += BigInt(entry.amount);
  if (sums.size < 2) return sums;
  return new Map(Object.values(FundingSource).filter((source) => sums.has(source)).map((source) => [source, sums.get(source)!]));
}

/** Everything of the parts added up. */
export function totalFunds(parts: Iterable<FundsSum>): FundsSum {
  const total = noFunds();
  for (const part of parts) for (const key of ['planned', 'allocated', 'arrived', 'paid'] as const) total[key] += part[key];
  return total;
}

/**
 * What a year's plan of a work is on a day: of its plans the latest effective one, of one day the last recorded; null where there is none.
 * @param plans in the order of effective date, then recording
 */
export const annualPlanOn = (plans: readonly AnnualPlanFact[], year: number, day: Day): AnnualPlanFact | null =>
  plans.filter((plan) => plan.year === year && plan.effectiveDate <= day).at(-1) ?? null;

/** What has been booked of a kind and a source by the end of a day; fen. */
export const bookedBy = (entries: readonly EntryFact[], source: FundingSource, kind: FundingKind, day: Day): bigint =>
  entries.reduce((sum, entry) => (entry.source === source && entry.kind === kind && entry.date <= day ? sum + BigInt(entry.amount) : sum), 0n);
