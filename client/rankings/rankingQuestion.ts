import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type Span = { from: string; to: string };
/** How the rows go: by rank, in the official order, by the rank of the change. */
export const ORDERS = ['rank', 'official', 'change'] as const;
export type Order = (typeof ORDERS)[number];

export type RankingChoice = { indicator: string | null; span: Span | null; base: Span | null; order: Order };
export type RankingQuestion = RankingChoice & { set: (change: Partial<RankingChoice>) => void };

/** "2025-01-01..2025-02-20" */
export const spanText = ({ from, to }: Span): string => `${from}..${to}`;

export function spanOf(text: string | null): Span | null {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text ?? '') ?? [];
  return from && to ? { from, to } : null;
}

/** What an address asks for; what it says amiss is left out. */
export const choiceOf = (params: URLSearchParams): RankingChoice => ({
  indicator: params.get('indicator') || null, span: spanOf(params.get('span')), base: spanOf(params.get('base')), order: ORDERS.find((one) => one === params.get('order')) ?? 'rank',
});

/** The address after a change. Another indicator has spans of its own: the latest of them is shown. */
export function withChoice(before: RankingChoice, change: Partial<RankingChoice>): URLSearchParams {
  const moved = change.indicator !== undefined && change.indicator !== before.indicator ? { span: null, base: null } : {};
  const { indicator, span, base, order } = { ...before, ...moved, ...change };
  const texts = { indicator, span: span && spanText(span), base: base && spanText(base), order: order === 'rank' ? null : order };
  return new URLSearchParams(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

/** Which ranking is asked for, in which order; it stands in the address. */
export function useRankingQuestion(): RankingQuestion {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const choice = choiceOf(params);
    return { ...choice, set: (change) => setParams(withChoice(choice, change), { replace: true }) };
  }, [params, setParams]);
}
