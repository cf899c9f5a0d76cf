import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorPartsFragment, WaterClass } from '../../graphql.generated';
import { classVariable } from '../../maps/water';
import { placeLabels, textWidth } from '../../projects/page/labels';
import { periodAt, type Grain, shortPeriod } from '../periods';
import { Reading, useItemName } from '../words';
import { bandsIn, type Indicator, runsOf, scaleFor, targetLimit } from './trend';

export interface TrendPoint { place: number; item: IndicatorPartsFragment & { value: number } }
/** A work that was completed, at its place on the axis of time. */
export interface Tick { place: number; names: readonly string[] }

type Props = {
  indicator: Indicator; points: readonly TrendPoint[]; target: WaterClass; grain: Grain; first: number; last: number; ticks: readonly Tick[];
  width: number; at: number; onPoint: (place: number) => void;
};

const HEIGHT = 172;
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 26, 8, 34];
const SIZE = 13;
/** Beyond so many points the dots would run into each other: a line is left, and what was below detection. */
const DOTS = 75;

/** One item over time: the classes as bands behind, the target as dashes, values below detection as open triangles, completed works as ticks. */
export function TrendChart({ indicator, points, target, grain, first, last, ticks, width, at, onPoint }: Props) {
  const { t, i18n } = useTranslation();
  const nameOf = useItemName();
  const scale = scaleFor(indicator, points.map(({ item }) => item.value), target);
  const bottom = HEIGHT - BOTTOM;
  const step = (width - LEFT - RIGHT) / (last - first + 1);
  const x = (place: number) => LEFT + (place - first + 0.5) * step;
  const y = (value: number) => TOP + ((scale.high - value) / (scale.high - scale.low)) * (bottom - TOP);
  const goal = targetLimit(indicator, target);
  const chosen = points.find(({ place }) => place === at);
  const every = Math.max(1, Math.ceil((last - first + 1) / 6));
  const names = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((place) => (place - first) % every === 0);
  const labels = placeLabels(names.map((place) => ({ key: String(place), x: x(place), width: textWidth(shortPeriod(periodAt(grain, place), i18n.language), SIZE), align: 'middle' as const })), width, 6).filter(({ row }) => row === 0);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const place = first + Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / step);
    if (place >= first && place <= last) onPoint(place);
  };
  return (
    <figure className="trend">
      <figcaption><b>{nameOf(indicator)}</b>{indicator.key !== 'pH' && <small>{indicator.unit}</small>}<span className="push">{chosen ? <Reading item={chosen.item} unit={false} /> : <span className="second">—</span>}{chosen?.item.class && <small style={{ color: 'var(--ink2)' }}> {t(`map.classLong.${chosen.item.class}`)}</small>}</span></figcaption>
      <svg className="trend-chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true" onPointerMove={point} onPointerDown={point} data-item={indicator.key}>
        {bandsIn(indicator, scale).map((band, i) => {
          const [top, foot] = [y(band.high), y(band.low)];
          return (
            <g key={`${band.grade}${i}`} data-band={band.grade}>
              <rect className="band" x={LEFT} y={top} width={width - LEFT - RIGHT} height={foot - top} style={{ fill: classVariable(band.grade) }} />
              {foot - top >= 13 && <text x={width - RIGHT + 5} y={(top + foot) / 2 + 5}>{t(`map.class.${band.grade}`)}</text>}
            </g>
          );
        })}
        {scale.ticks.map((tick) => <g key={tick}><path className="grid" d={`M${LEFT} ${y(tick)}H${width - RIGHT}`} /><text x={LEFT - 6} y={y(tick) + 4.5} textAnchor="end">{tick}</text></g>)}
        {ticks.map(({ place, names: works }) => <g key={place} className="completion"><path d={`M${x(place)} ${TOP}V${bottom}`} /><path className="flag" d={`M${x(place) - 4.5} ${bottom + 9}h9l-4.5 -8z`} /><title>{works.join('\n')}</title></g>)}
        {goal !== null && goal >= scale.low && goal <= scale.high && <path className="target-line" d={`M${LEFT} ${y(goal)}H${width - RIGHT}`} />}
        {at >= first && at <= last && <path className="cursor" d={`M${x(at)} ${TOP}V${bottom}`} />}
        {runsOf(points).map((run) => run.length > 1 && <path key={run[0]!.place} className="values" d={run.map(({ place, item }, i) => `${i ? 'L' : 'M'}${x(place).toFixed(1)} ${y(item.value).toFixed(1)}`).join('')} />)}
        {points.map(({ place, item }) => {
          if (item.belowDetection) return <path key={place} className="undetected-point" d={`M${x(place) - 4} ${y(item.value) - 3}h8l-4 7z`} />;
          if (points.length > DOTS && place !== at) return null;
          return <circle key={place} cx={x(place)} cy={y(item.value)} r={place === at ? 4.6 : 3} style={{ fill: item.class ? classVariable(item.class) : 'var(--ink2)' }} />;
        })}
        <path className="ground" d={`M${LEFT} ${bottom}H${width - RIGHT}`} />
        {labels.map(({ key, left }) => <text key={key} x={left} y={HEIGHT - 7}>{shortPeriod(periodAt(grain, Number(key)), i18n.language)}</text>)}
      </svg>
    </figure>
  );
}
