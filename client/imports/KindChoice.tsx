import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfferedKind } from './wire';

type Props = { kinds: readonly OfferedKind[]; kind: OfferedKind; onKind: (kind: OfferedKind) => void };

/** What to import, where there is a choice. */
export function KindChoice({ kinds, kind, onKind }: Props) {
  const { t } = useTranslation();
  if (kinds.length < 2) return null;
  return <Segmented<OfferedKind> size="large" aria-label={t('imports.kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))} onChange={onKind} />;
}
