import { useTranslation } from 'react-i18next';
import type { WaterClass } from '../../graphql.generated';
import { CLASSES, classVariable } from '../../maps/water';
import { periodText } from '../periods';

type Props = { months: readonly { period: string; class: WaterClass | null }[]; target: WaterClass };

const [WIDTH, HEIGHT] = [100, 40];

/** The classes of months in a row: the taller, the worse; what stands above the line missed the target. */
export function ClassBars({ months, target }: Props) {
  const { t, i18n } = useTranslation();
  const judged = months.filter((month): month is { period: string; class: WaterClass } => month.class !== null);
  if (!judged.length) return <p className="hint">{t('water.notMeasuredThen')}</p>;
  const high = (grade: WaterClass) => ((CLASSES.indexOf(grade) + 1) / CLASSES.length) * HEIGHT;
  const step = WIDTH / months.length;
  const missed = judged.filter(({ class: grade }) => CLASSES.indexOf(grade) > CLASSES.indexOf(target)).length;
  const label = t('water.classBars', { from: periodText(months[0]!.period, i18n.language), to: periodText(months.at(-1)!.period, i18n.language), count: judged.length, missed });
  return (
    <figure className="class-bars">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {months.map(({ period, class: grade }, i) => grade && <rect key={period} x={i * step + step * 0.08} width={step * 0.84} y={HEIGHT - high(grade)} height={high(grade)} style={{ fill: classVariable(grade) }}><title>{`${periodText(period, i18n.language)} ${t(`map.classLong.${grade}`)}`}</title></rect>)}
        <path className="target-line" d={`M0,${HEIGHT - high(target)}H${WIDTH}`} />
      </svg>
      <figcaption><span>{periodText(months[0]!.period, i18n.language)}</span><span>{t('water.barsNote')}</span><span>{periodText(months.at(-1)!.period, i18n.language)}</span></figcaption>
    </figure>
  );
}
