import { useTranslation } from 'react-i18next';
import type { IndicatorPartsFragment, WaterClass } from '../graphql.generated';
import { Diamond, VerdictMark } from '../maps/Diamond';
import { useDigits } from './Digits';
import { multipleText, readingText } from './figures';

/** The word for water of a class, 环办〔2011〕22号; the server says it in Chinese, the screen in its own language. */
const CONDITION: Record<WaterClass, 'EXCELLENT' | 'GOOD' | 'LIGHT' | 'MODERATE' | 'HEAVY'> = { I: 'EXCELLENT', II: 'EXCELLENT', III: 'GOOD', IV: 'LIGHT', V: 'MODERATE', INFERIOR_V: 'HEAVY' };

export function useCondition(): (grade: WaterClass | null) => string {
  const { t } = useTranslation();
  return (grade) => (grade ? t(`water.condition.${CONDITION[grade]}`) : t('map.unjudged'));
}

/** The name of an item in the language of the screen. */
export function useItemName(): (item: { name: string; nameEn: string }) => string {
  const { i18n } = useTranslation();
  return ({ name, nameEn }) => (i18n.language.startsWith('zh') ? name : nameEn);
}

/** A class as its numeral on a diamond, as on the map. */
export function ClassMark({ grade, size = 34 }: { grade: WaterClass | null; size?: number }) {
  const { t } = useTranslation();
  const label = grade ? t(`map.classLong.${grade}`) : t('map.noClassLong');
  return <svg className="ymap class-mark" viewBox="-26 -26 52 52" style={{ width: size, height: size }} role="img" aria-label={label}><Diamond grade={grade} /></svg>;
}

/** Met or missed, by shape and word as well as by colour. */
export function Verdict({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <span className="verdict second">{t('map.unjudged')}</span>;
  return <span className={met ? 'verdict t-work' : 'verdict t-prep'}><svg viewBox="-9 -9 18 18" className="ymap" aria-hidden="true"><VerdictMark met={met} /></svg>{t(met ? 'map.met' : 'map.missed')}</span>;
}

/** What is measured of an item: "<0.004" with its unit; below detection an open triangle stands before it, as in the charts. */
export function Reading({ item, unit = true }: { item: Pick<IndicatorPartsFragment, 'value' | 'belowDetection' | 'text' | 'unit' | 'indicator'>; unit?: boolean }) {
  const { t } = useTranslation();
  const digits = useDigits();
  return (
    <span className="reading" title={item.belowDetection ? t('water.belowDetection') : undefined}>
      {item.belowDetection && <svg viewBox="-6 -6 12 12" className="undetected" role="img" aria-label={t('water.belowDetection')}><path d="M-4.5,-3.5H4.5L0,4.5Z" /></svg>}
      {readingText(item, digits(item.indicator))}{unit && item.indicator !== 'pH' && <small> {item.unit}</small>}
    </span>
  );
}

/** "氨氮（0.32倍）、总磷（0.2倍）"; pH and oxygen without a multiple. */
export function usePollutants(): (items: readonly Pick<IndicatorPartsFragment, 'name' | 'nameEn' | 'exceedance'>[]) => string {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (items) => items.map((item) => (item.exceedance === null ? nameOf(item) : t('water.overBy', { name: nameOf(item), times: multipleText(item.exceedance) }))).join(t('water.comma'));
}
