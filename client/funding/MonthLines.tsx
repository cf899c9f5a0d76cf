import { useTranslation } from 'react-i18next';
import { textWidth } from '../projects/page/labels';
import { MonthFrame, placesIn } from './MonthFrame';
import { type AxisUnit, drawn, type Month, scaleOf, SERIES, spread, totalKey } from './months';

type Props = { months: readonly Month[]; planned: string; width: number; unit: AxisUnit; at: number; onPoint: (at: number) => void; title: string };

/** How close two names may stand, px. */
const APART = 17;

/** What arrived, was paid and was done since the beginning, beside the plan as it stands. */
export function MonthLines({ months, planned, width, unit, at, onPoint, title }: Props) {
  const { t } = useTranslation();
  const plan = drawn(planned);
  const scale = scaleOf([plan, ...months.flatMap((month) => SERIES.map((series) => drawn(month[totalKey(series)])))], unit);
  const names: Record<string, string> = { ...Object.fromEntries(SERIES.map((series) => [series, t(`funding.series.${series}`)])), plan: t('funding.series.plan') };
  const places = placesIn(width, Math.max(...Object.values(names).map((name) => textWidth(name, 13))) + 12, months.length, scale);
  const { x, y, right } = places;
  const last = months.at(-1)!;
  const ends = [...SERIES.map((series) => ({ key: series as string, at: y(drawn(last[totalKey(series)])) })), ...(plan > 0 ? [{ key: 'plan', at: y(plan) }] : [])];
  return (
    <MonthFrame {...{ months, width, places, scale, unit, at, onPoint, title }}>
      {plan > 0 && <path className="line plan" d={`M${x(0) - places.band / 2} ${y(plan)}H${right}`} />}
      {SERIES.map((series) => <path key={series} className={`line ${series}`} d={months.map((month, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(drawn(month[totalKey(series)])).toFixed(1)}`).join('')} />)}
      {SERIES.map((series) => <circle key={series} className={`dot ${series}`} cx={x(at)} cy={y(drawn(months[at]![totalKey(series)]))} r="3.6" />)}
      {spread(ends, APART).map(({ key, at: height }) => <text key={key} className={`end ${key}`} x={right + 6} y={height + 5}>{names[key]}</text>)}
    </MonthFrame>
  );
}
