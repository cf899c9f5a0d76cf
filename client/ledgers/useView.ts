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
  const set = useCallback((change: Partial<LedgerView>) => void navigate(addressOf(id, { ...view, ...change }), { replace: true }), [id, view, navigate]);
  return { id, view, set };
}
