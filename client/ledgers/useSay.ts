import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../format/money';
import type { ReferenceQuery } from '../graphql.generated';
import type { Say } from './cells';
import { englishWords } from './dictionary';

/** How cells are said on this screen, and the name of the unit of money. */
export function useSay(unit: Unit, reference: ReferenceQuery | undefined): { say: Say; unitName: string } {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const english = language.startsWith('en');
    const named = [reference?.regions, reference?.sectors, reference?.categories, reference?.lists, reference?.departments].flatMap((list) => [...(list ?? [])]);
    const word = english ? englishWords(named) : (text: string) => text;
    return { say: { unit, language, word, stage: (name: string) => t(`stage.${name}`) }, unitName: t(`ledgers.units.${unit}`) };
  }, [unit, reference, language, t]);
}
