import type { PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortMonth } from '../format/days';
import { placeLabels, textWidth } from '../projects/page/labels';
import { type AxisUnit, type Scale, yearStarts } from './months';

/** Room around the drawing, px. */
const MARGIN = { left: 52, top: 30, bottom: 28 };
const HEIGHT = 236;
const SIZE = 14;
/** Up to so many months, each has its name on the axis. */
const EACH = 14;

/** Where months and sums stand in a chart, px. */
export type Places = { x: (i: number) => number; y: (value: number) => number; band: number; bottom: number; right: number; height: number };

export function placesIn(width: number, right: number, count: number, { low, high }: Scale, height = HEIGHT): Places {
  const band = (width - MARGIN.left - right) / count;
  const bottom = height - MARGIN.bottom;
  return {
    band, bottom, height, right: width - right,
    x: (i) => MARGIN.left + (i + 0.5) * band,
    y: (value) => MARGIN.top + ((high - value) / (high - low)) * (bottom - MARGIN.top),
  };
}

type Props = { months: readonly { month: string }[]; width: number; places: Places; scale: Scale; unit: Pick<AxisUnit, 'per'>; at: number; onPoint: (at: number) => void; title: string; children: ReactNode };

/** Axes, their words, and the month that is read out, around what a chart draws. */
export function MonthFrame({ months, width, places, scale, unit, at, onPoint, title, children }: Props) {
  const { i18n } = useTranslation();
  const { x, y, band, bottom, right, height } = places;
  const zh = i18n.language.startsWith('zh');
  const each = months.length <= EACH;
  const nameOf = (i: number) => {
    const { month } = months[i]!;
    if (each) return zh ? `${Number(month.slice(5))}月` : shortMonth(`${month}-01`, 'en').slice(0, 3);
    return month.endsWith('-01') ? (zh ? `${month.slice(0, 4)}年` : month.slice(0, 4)) : shortMonth(`${month}-01`, i18n.language);
  };
  const named = each ? months.map((_, i) => i) : yearStarts(months);
  const labels = placeLabels(named.map((i) => ({ key: String(i), x: x(i), width: textWidth(nameOf(i), SIZE), align: 'middle' as const })), width, 4).filter(({ row }) => row === 0);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const i = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left) / band);
    if (i >= 0 && i < months.length) onPoint(i);
  };
  return (
    <svg className="month-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" onPointerMove={point} onPointerDown={point}>
      <text x={0} y={14} className="axis-title">{title}</text>
      <rect className="chosen" x={x(at) - band / 2} width={band} y={MARGIN.top - 6} height={bottom - MARGIN.top + 6} />
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ground' : 'grid'} d={`M${MARGIN.left} ${y(tick * unit.per)}H${right}`} />
          <text className="tick" x={MARGIN.left - 8} y={y(tick * unit.per) + 5} textAnchor="end">{tick.toLocaleString('en-US')}</text>
        </g>
      ))}
      {!each && yearStarts(months).slice(1).map((i) => <path key={i} className="grid" d={`M${x(i) - band / 2} ${bottom}v5`} />)}
      {children}
      {labels.map(({ key, left }) => <text key={key} className="tick" x={left} y={height - 7}>{nameOf(Number(key))}</text>)}
    </svg>
  );
}
