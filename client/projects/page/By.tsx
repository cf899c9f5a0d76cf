import { useTranslation } from 'react-i18next';

/** Who recorded something; what the pack brought was recorded by nobody here. */
export function By({ who }: { who: string }) {
  const { t } = useTranslation();
  return <>{who.startsWith('pack:') ? t('work.byPack') : t('work.by', { who })}</>;
}
