import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressMark } from '../live';

/** The spoken name of a magnet: number, name, stage, progress and marks. */
export function useMagnetLabel(): (mark: ProgressMark) => string {
  const { t } = useTranslation();
  return useCallback((mark) => [
    t('map.magnet', { number: mark.number, name: mark.name }),
    t(`map.stage.${mark.stage}`),
    t('map.progressOf', { percent: Math.round(mark.progress) }),
    ...(mark.unverified ? [t('map.unverified')] : []),
    ...(mark.suspended ? [t('map.suspended')] : []),
    ...(mark.health === 'ON_TRACK' ? [] : [t(`map.health.${mark.health}`)]),
  ].join(t('map.comma')), [t]);
}
