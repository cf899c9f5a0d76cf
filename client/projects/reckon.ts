import type { FundingKind, FundingSource } from '../graphql.generated';
import { fen, yuan } from '../format/money';

/** A source's money, as the API gives it. */
export type SourceSums = { source: FundingSource; planned: string; allocated: string; arrived: string; paid: string };

const KEY = { ALLOCATED: 'allocated', ARRIVED: 'arrived', PAID: 'paid' } as const;

/** What is booked of a kind. */
export const bookedOf = (line: SourceSums | undefined, kind: FundingKind): string => line?.[KEY[kind]] ?? '0.00';

/** What a running total adds to what is booked by its day. A lower one has to be corrected first; an equal one books nothing. */
export type Addition = { kind: 'adds'; amount: string } | { kind: 'same' } | { kind: 'lower'; by: string };

export function additionOf(cumulative: string, booked: string): Addition {
  const difference = fen(cumulative) - fen(booked);
  if (difference === 0n) return { kind: 'same' };
  return difference > 0n ? { kind: 'adds', amount: yuan(difference) } : { kind: 'lower', by: yuan(-difference) };
}

export type Doubt = { kind: 'ABOVE_PLAN'; sum: string; planned: string } | { kind: 'PAID_ABOVE'; sum: string; arrived: string } | { kind: 'NO_DOCUMENT' } | { kind: 'LATER'; later: string; total: string };

/**
 * What the server will warn of once an entry is booked, as far as it can be told before: with it a source would have more
 * than its plan, or would have paid more than is in place; an allocation without its document's number; a running total
 * of a day after which more is booked already.
 * @param line the source's money as it stands today
 * @param bookedBy what is booked by the day of a running total; null for an amount
 */
export function doubtsOf(kind: FundingKind, line: SourceSums | undefined, amount: string, documentNumber: string | null, bookedBy: string | null = null): Doubt[] {
  const today = fen(bookedOf(line, kind));
  const sum = today + fen(amount);
  const later = bookedBy === null ? 0n : today - fen(bookedBy);
  const [planned, arrived] = [line?.planned ?? '0.00', line?.arrived ?? '0.00'];
  return [
    ...(kind === 'ALLOCATED' && documentNumber === null ? [{ kind: 'NO_DOCUMENT' } as const] : []),
    ...(later !== 0n ? [{ kind: 'LATER', later: yuan(later), total: yuan(sum) } as const] : []),
    ...(sum > fen(planned) ? [{ kind: 'ABOVE_PLAN', sum: yuan(sum), planned } as const] : []),
    ...(kind === 'PAID' && sum > fen(arrived) ? [{ kind: 'PAID_ABOVE', sum: yuan(sum), arrived } as const] : []),
  ];
}

/** A year that the plan knows, as typed; null for anything else. */
export const typedYear = (text: string | undefined): number | null => {
  const plain = (text ?? '').normalize('NFKC').trim();
  return /^20\d\d$|^2100$/.test(plain) ? Number(plain) : null;
};
