import { useTranslation } from 'react-i18next';
import type { WaterClass } from '../graphql.generated';
import { CLASS_TEXT, classVariable } from './water';
import { DIAMOND } from './waterLayout';

/** A section's class: numeral on a diamond in the colour of the class. */
export function Diamond({ grade }: { grade: WaterClass | null }) {
  const { t } = useTranslation();
  return (
    <>
      <path className="ymap-diamond" d={`M0,${-DIAMOND}L${DIAMOND},0L0,${DIAMOND}L${-DIAMOND},0Z`} style={{ fill: grade ? classVariable(grade) : 'var(--river-plain)' }} />
      <text className="ymap-diamond-class" y={6.5} style={{ fill: grade ? CLASS_TEXT[grade] : 'var(--ink)' }}>{grade ? t(`map.class.${grade}`) : t('map.noClass')}</text>
    </>
  );
}

/** Check and 达标, or cross and 未达标. */
export function VerdictMark({ met, x = 0, y = 0 }: { met: boolean; x?: number; y?: number }) {
  return <path className={`ymap-verdict-mark ${met ? 'met' : 'missed'}`} transform={`translate(${x},${y})`} d={met ? 'M-7,0 L-2,5.5 L7.5,-5.5' : 'M-5.5,-5.5 L5.5,5.5 M5.5,-5.5 L-5.5,5.5'} />;
}
