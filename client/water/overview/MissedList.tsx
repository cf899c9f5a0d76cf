import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNames } from '../../layout/names';
import { useDigits } from '../Digits';
import { multipleText, valueText } from '../figures';
import { periodText } from '../periods';
import { ClassMark, useItemName } from '../words';
import type { Overview } from './answer';

type Missed = NonNullable<Overview['missedTargets']>[number];

/** The sections over their target: by what, whose, who lies upstream, how often this year and since when. */
export function MissedList({ missed }: { missed: readonly Missed[] }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const nameOf = useItemName();
  const digits = useDigits();
  if (missed.length === 0) return <p className="nothing">{t('water.noneMissed')}</p>;
  return (
    <ul className="missed-list">
      {missed.map(({ result: { section, class: grade, period, indicators }, over, monthsJudged, monthsOver, since }) => (
        <li key={section.id}>
          <ClassMark grade={grade} size={44} />
          <div>
            <p><Link to={`/water/sections/${encodeURIComponent(section.code)}`}><b>{names(section)}</b></Link>　{names(section.region, true)}　<span className="second">{t('water.targetIs', { class: t(`map.classLong.${section.target}`) })}</span></p>
            {over.length > 0 && <p>{over.map((item) => `${nameOf(indicators.find(({ indicator }) => indicator === item.indicator)!)} ${valueText(item.value, digits(item.indicator))}${item.indicator === 'pH' ? '' : ` ${item.unit}`}${item.multiple === null ? '' : t('water.overTarget', { times: multipleText(item.multiple) })}`).join('；')}</p>}
            <p className="second small">
              {period.length === 7 && <>{t('water.howOften', { year: period.slice(0, 4), judged: monthsJudged, over: monthsOver })}{since && `；${t('water.sinceWhen', { period: periodText(since, i18n.language) })}`}　</>}
              {section.upstreamRegions.length > 0 && <>{t('water.upstreamRegions')}：{section.upstreamRegions.map((region) => names(region, true)).join(t('water.comma'))}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
