import { useTranslation } from 'react-i18next';
import { inYuan } from '../format/money';
import type { SchemePartsFragment } from '../graphql.generated';
import { useNames } from '../layout/names';

/** A scheme in words: what it reckons, where, and how. */
export function SchemeCard({ scheme: { validFrom, items, borders, cap, reward, multiple, waterRounding, fenRounding, ...scheme } }: { scheme: SchemePartsFragment }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <section className="scheme-card">
      <h2>{t('compensation.scheme')}：{names(scheme)} <small className="second">{t('compensation.validFrom', { month: validFrom })}</small></h2>
      <div className="scheme-parts">
        <ul>
          {items.map(({ indicator, base }) => <li key={indicator}>{t('compensation.rule.base', { item: t(`compensation.item.${indicator}`), base: inYuan(base) })}</li>)}
          <li>{t(`compensation.multiple.${multiple}`)} · {t(`compensation.waterRounding.${waterRounding}`)} · {t(`compensation.fenRounding.${fenRounding}`)}</li>
          <li>{cap === null ? t('compensation.rule.noCap') : t('compensation.rule.cap', { cap: inYuan(cap) })}</li>
          <li>{reward === null ? t('compensation.rule.noReward') : t('compensation.rule.reward', { reward: inYuan(reward) })}</li>
        </ul>
        <ul>
          {borders.map(({ section, payer, receiver, target }) => (
            <li key={section.code}>{t('compensation.rule.border', { section: names(section), target: t(`map.classLong.${target ?? section.target}`), payer: names(payer), receiver: names(receiver) })}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
