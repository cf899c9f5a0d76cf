import { useEffect } from 'react';

/** R starts a replay, Escape ends it; a wall without a keyboard never needs either. */
export function useReplayKeys({ on, open, close }: { on: boolean; open: () => void; close: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && on) close();
      if ((event.key === 'r' || event.key === 'R') && !on && !event.ctrlKey && !event.metaKey) open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on, open, close]);
}
