import { useTranslation } from 'react-i18next';
import { percent } from '../../format/shares';
import { useRiverName } from '../../maps/useRiverName';
import { ClassMark, useItemName } from '../words';
import type { Overview } from './answer';

const WORDS: Record<string, string> = { 优: 'EXCELLENT', 良好: 'GOOD', 轻度污染: 'LIGHT', 中度污染: 'MODERATE', 重度污染: 'HEAVY' };

/** Each river as one, all sections together first. */
export function Rivers({ rivers }: { rivers: NonNullable<Overview['riverResults']> }) {
  const { t } = useTranslation();
  const riverName = useRiverName();
  const nameOf = useItemName();
  return (
    <ul className="rivers">
      {rivers.map(({ river, judged, good, condition, class: grade, mainPollutants }) => (
        <li key={river ?? ''} className={river === null ? 'whole' : undefined}>
          {grade && <ClassMark grade={grade} size={34} />}
          <b>{river === null ? t('water.allSections') : riverName(river)}</b>
          <span>{condition ? t(`water.condition.${WORDS[condition]}`) : t('map.unjudged')}</span>
          <span className="second small">{t('water.goodCount', { good, judged })}　{percent(judged ? good / judged : null)}</span>
          {mainPollutants.length > 0 && <span className="second small">{t('water.riverPollutants', { items: mainPollutants.map((item) => `${nameOf(item)} ${percent(item.rate)}`).join(t('water.comma')) })}</span>}
        </li>
      ))}
    </ul>
  );
}
