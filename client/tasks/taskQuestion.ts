import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TaskStatus } from '../graphql.generated';

export const STATUSES: readonly TaskStatus[] = ['OPEN', 'OVERDUE', 'DONE', 'DROPPED'];

export type Choice = { document: string | null; status: TaskStatus | null; lead: string | null; search: string; asOf: string | null };

export type TaskQuestion = Choice & {
  /** Whether anything but the document and the day narrows the list. */
  narrowed: boolean;
  set: (change: Partial<Choice>) => void;
  clear: () => void;
};

const NAMES = { document: 'document', status: 'status', lead: 'lead', search: 'q', asOf: 'asOf' } as const satisfies Record<keyof Choice, string>;

/** What an address asks for; what it says amiss is left out. */
export function choiceOf(params: URLSearchParams): Choice {
  const asOf = params.get(NAMES.asOf) ?? '';
  return {
    document: params.get(NAMES.document) || null,
    status: STATUSES.find((one) => one === params.get(NAMES.status)) ?? null,
    lead: params.get(NAMES.lead) || null,
    search: params.get(NAMES.search) ?? '',
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : null,
  };
}

/** The address after a change. */
export function withChoice(params: URLSearchParams, change: Partial<Choice>): URLSearchParams {
  const after = new URLSearchParams(params);
  for (const [field, value] of Object.entries(change) as [keyof Choice, string | null][]) {
    const text = value?.trim() ?? '';
    if (text) after.set(NAMES[field], text);
    else after.delete(NAMES[field]);
  }
  return after;
}

/** What the list was asked for. It stands in the address, so that it can be kept, sent to a colleague, and gone back to. */
export function useTaskQuestion(): TaskQuestion {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const choice = choiceOf(params);
    // Beside what the address says now: a choice that was just made may not have been drawn yet, and this one must not undo it.
    const set: TaskQuestion['set'] = (change) => setParams(() => withChoice(new URLSearchParams(window.location.search), change), { replace: true });
    return {
      ...choice, set,
      narrowed: Boolean(choice.status ?? choice.lead ?? choice.search),
      clear: () => set({ status: null, lead: null, search: '', asOf: null }),
    };
  }, [params, setParams]);
}
