import { type MouseEvent, useCallback } from 'react';
import { useNavigate } from 'react-router';

/** Opens a work's page without loading the page anew; with a modifier key the browser does what it always does. */
export function useOpenWork(): (number: number, event: MouseEvent) => void {
  const navigate = useNavigate();
  return useCallback((number, event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    void navigate(`/projects/${number}`);
  }, [navigate]);
}
