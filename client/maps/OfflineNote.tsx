import { useTranslation } from 'react-i18next';
import type { LinkState } from '../live';
import { shanghaiClock } from '../theme/time';

/** A line over a desk map when the live line is lost. */
export function OfflineNote({ link, freshAt }: { link: LinkState; freshAt: number | null }) {
  const { t } = useTranslation();
  if (link.kind !== 'offline') return null;
  return <div className="map-page-offline" role="status">{t('map.offline', { time: shanghaiClock(new Date(freshAt ?? link.since)) })}</div>;
}
