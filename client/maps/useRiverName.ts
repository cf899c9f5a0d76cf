import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadMapBase, type MapBase, riverLabel } from './base';

/** Names of rivers in the language of the screen, for pages without a map; only the base map knows the English ones. */
export function useRiverName(): (river: string) => string {
  const { language } = useTranslation().i18n;
  const [base, setBase] = useState<MapBase | null>(null);
  const foreign = !language.startsWith('zh');
  useEffect(() => {
    if (!foreign) return undefined;
    let gone = false;
    // Without the map the river stands as it is written.
    loadMapBase().then((answer) => { if (!gone) setBase(answer); }, () => undefined);
    return () => { gone = true; };
  }, [foreign]);
  return useCallback((river) => riverLabel(base, river, language), [base, language]);
}
