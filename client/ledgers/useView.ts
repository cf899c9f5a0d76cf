import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { addressOf, type LedgerView, readView } from './view';

type Looked = { id: string; view: LedgerView; set: (change: Partial<LedgerView>) => void };

/** The view that the address asks for, and how to ask for another: the last one is not gone back to, a ledger is. */
export function useView(): Looked {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const view = useMemo(() => readView(params), [params]);
  // Beside what the address says now: one that was just set may not have been drawn yet, and the next must not undo it.
  const set = useCallback((change: Partial<LedgerView>) => void navigate(addressOf(id, { ...readView(new URLSearchParams(window.location.search)), ...change }), { replace: true }), [id, navigate]);
  return { id, view, set };
}
