import { useTranslation } from 'react-i18next';
import type { WaterSummaryPartsFragment } from '../../graphql.generated';
import { percent } from '../../format/shares';
import { changeText, indexText } from '../figures';

/** The figures that a leader asks for first. */
export function Figures({ summary, missed }: { summary: WaterSummaryPartsFragment; missed: number }) {
  const { t } = useTranslation();
  const { good, judged, goodShare, inferiorV, index, change, sections } = summary;
  const tone = change === null || Math.abs(change) < 0.0005 ? '' : change < 0 ? 't-work' : 't-prep';
  return (
    <dl className="figures water-figures">
      <div><dt>{t('wall.water.goodTitle')}</dt><dd data-figure="good">{good}<small>/{judged}　{percent(goodShare)}</small></dd></div>
      <div><dt>{t('water.missedCount')}</dt><dd className={missed ? 't-prep' : ''}>{missed}</dd></div>
      <div><dt>{t('wall.strip.inferior')}</dt><dd className={inferiorV ? 't-prep' : ''}>{inferiorV}</dd></div>
      <div><dt>{t('wall.water.index')}</dt><dd>{indexText(index)}</dd></div>
      <div><dt>{t('water.indexChange')}</dt><dd className={tone}>{changeText(change)}</dd></div>
      {judged < sections && <div><dt>{t('water.unjudgedCount')}</dt><dd>{sections - judged}</dd></div>}
    </dl>
  );
}
