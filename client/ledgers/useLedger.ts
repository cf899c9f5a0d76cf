import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useChanges } from '../changes/live';
import { LedgerPageDocument } from '../graphql.generated';
import { type LedgerAnswer, LedgerPages } from './pages';
import type { LedgerQuestion } from './view';

export type Read = {
  question: LedgerQuestion;
  /** What is to be shown: until a new question has its first answer, what the last one gave. */
  pages: LedgerPages;
  /** Whether it is of this question. */
  current: boolean;
  /** Whether something newer is on its way. */
  busy: boolean;
  error: unknown;
  retry: () => void;
  show: (first: number, last: number) => void;
};

/** Reads one ledger by pages as the reader moves, and again when a change is heard: also a past day is told with today's knowledge. */
export function useLedger(question: LedgerQuestion): Read {
  const client = useApolloClient();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const key = JSON.stringify(question);
  const pages = useMemo(() => {
    const asked = JSON.parse(key) as LedgerQuestion;
    return new LedgerPages(async (skip, first) => {
      // Each page is read once and kept here, so nothing is left to Apollo's cache to take apart.
      const { data } = await client.query({ query: LedgerPageDocument, variables: { ...asked, skip, first }, fetchPolicy: 'no-cache' });
      return data!.ledger as LedgerAnswer;
    }, redraw);
  }, [client, key]);
  useEffect(() => {
    pages.open();
    return () => pages.close();
  }, [pages]);
  const last = useRef<LedgerPages | null>(null);
  useEffect(() => {
    if (pages.meta) last.current = pages;
  });
  useChanges(({ subjectType }) => subjectType !== 'User', () => pages.refresh());
  const shown = pages.meta || pages.error !== null ? pages : (last.current ?? pages);
  return {
    question,
    pages: shown,
    current: shown === pages,
    busy: shown !== pages || pages.stale,
    error: pages.error,
    retry: useCallback(() => pages.retry(), [pages]),
    show: useCallback((from, to) => pages.show(from, to), [pages]),
  };
}
