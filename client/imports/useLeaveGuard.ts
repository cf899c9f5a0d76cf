import { useEffect } from 'react';

/** While it holds, closing the page asks, and so does a link that leads away. */
export function useLeaveGuard(holds: boolean, question: string): void {
  useEffect(() => {
    if (!holds) return undefined;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest('a[href]');
      if (!link || link.hasAttribute('download') || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', closing);
    document.addEventListener('click', clicked, true);
    return () => {
      window.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', clicked, true);
    };
  }, [holds, question]);
}
