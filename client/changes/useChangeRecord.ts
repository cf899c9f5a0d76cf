import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ChangeRecordDocument, type ChangeRecordQuery } from '../graphql.generated';
import { useChanges } from './live';

type Page = NonNullable<ChangeRecordQuery['changes']>;
export type RecordedChange = Page['nodes'][number];

const PAGE = 500;

type Read = { changes: RecordedChange[]; done: boolean; error: unknown; retry: () => void };

/**
 * Reads the record from its first entry on, page by page, and goes on from the last cursor when a change is heard. The record
 * only grows at its end, so what was read once stays as it is.
 */
export function useChangeRecord(): Read {
  const client = useApolloClient();
  const [changes, setChanges] = useState<RecordedChange[]>([]);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const cursor = useRef<string | null>(null);
  const running = useRef(false);
  const again = useRef(false);
  const gone = useRef(false);

  const read = useCallback(async () => {
    if (running.current) {
      again.current = true;
      return;
    }
    running.current = true;
    setError(null);
    try {
      do {
        again.current = false;
        for (let more = true; more && !gone.current; ) {
          const { data } = await client.query({ query: ChangeRecordDocument, variables: { after: cursor.current, first: PAGE }, fetchPolicy: 'no-cache' });
          const page = data?.changes as Page | null | undefined;
          if (!page || gone.current) break;
          const last = page.nodes.at(-1);
          if (last) cursor.current = last.cursor;
          if (page.nodes.length > 0) setChanges((before) => [...before, ...page.nodes]);
          more = page.pageInfo.hasNextPage && page.nodes.length > 0;
        }
      } while (again.current);
      setDone(true);
    } catch (problem) {
      setError(problem);
    } finally {
      running.current = false;
    }
  }, [client]);

  useEffect(() => {
    gone.current = false;
    void read();
    return () => {
      gone.current = true;
    };
  }, [read]);
  useChanges(() => true, read);
  return { changes, done, error, retry: () => void read() };
}
