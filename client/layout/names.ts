import { useTranslation } from 'react-i18next';

type Named = { name?: string; shortName?: string; nameEn?: string };

/** The name of a region, department or list in the language of the screen. */
export function nameIn(language: string, named: Named | null | undefined, short = false): string {
  if (!named) return '';
  const zh = (short ? named.shortName : undefined) ?? named.name ?? named.shortName ?? '';
  return language.startsWith('en') ? named.nameEn ?? zh : zh;
}

export function useNames(): (named: Named | null | undefined, short?: boolean) => string {
  const { i18n } = useTranslation();
  return (named, short) => nameIn(i18n.language, named, short);
}
