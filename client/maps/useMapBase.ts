import { useEffect, useState } from 'react';
import { loadMapBase, type MapBase } from './base';

/** The base map, or null while it is on its way. Tries again for ever: a wall screen may start before its server. */
export function useMapBase(): MapBase | null {
  const [base, setBase] = useState<MapBase | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = (wait: number) => {
      loadMapBase().then(
        (answer) => { if (!gone) setBase(answer); },
        () => { if (!gone) timer = setTimeout(() => attempt(Math.min(15_000, wait * 2)), wait); },
      );
    };
    attempt(500);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return base;
}
