import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, refusalOf } from '../access/refusal';

/** After this the connection counts as lost; the once-key makes it safe to send again. */
const PATIENCE_MS = 30_000;

export type Sending<TData, TVariables> = {
  /** Sends once: a second call while the first is under way does nothing. Gives null when it did not succeed. */
  send: (variables: TVariables) => Promise<TData | null>;
  busy: boolean;
  refusal: Refusal | null;
  clear: () => void;
};

/** Sends a mutation, and keeps what became of it in a form that the screen can act on. */
export function useSending<TData, TVariables extends OperationVariables>(mutation: TypedDocumentNode<TData, TVariables>): Sending<TData, TVariables> {
  const client = useApolloClient();
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef(false);

  const send = async (variables: TVariables): Promise<TData | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const options = { mutation, variables, context: { fetchOptions: { signal: AbortSignal.timeout(PATIENCE_MS) } } };
      const { data } = await client.mutate<TData, TVariables>(options as Parameters<typeof client.mutate<TData, TVariables>>[0]);
      return (data as TData | undefined) ?? null;
    } catch (error) {
      setRefusal(refusalOf(error, t));
      return null;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { send, busy, refusal, clear: () => setRefusal(null) };
}
