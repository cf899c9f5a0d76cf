import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MonthFrame, placesIn } from '../../funding/MonthFrame';
import { scaleOf, spread } from '../../funding/months';
import { textWidth } from '../../projects/page/labels';
import type { ReplenishedYear } from './flows';

/** The months of a year: a bar each, the running total as a line, and the straight line to the target. */
export function ReplenishmentMonths({ year, width }: { year: ReplenishedYear; width: number }) {
  const { t, i18n } = useTranslation();
  const [pointed, setPointed] = useState<number | null>(null);
  const { months, target, lastMonth } = year;
  const unit = { per: i18n.language.startsWith('zh') ? 10_000 : 1_000_000 };
  const scale = scaleOf([target ?? 0, ...months.map(({ total }) => total)], unit);
  const last = months.findIndex(({ month }) => month === lastMonth);
  const at = pointed ?? Math.max(0, last);
  const names = [t('replenishment.line'), t('replenishment.running')];
  const places = placesIn(width, Math.max(...names.map((name) => textWidth(name, 13))) + 12, months.length, scale);
  const { x, y, band, right, bottom } = places;
  const known = last < 0 ? [] : months.slice(0, last + 1);
  const start = x(0) - band / 2;
  const end = last < 0 ? null : { x: x(last) + band / 2, y: y(months[last]!.total) };
  // A running total that is not at the end of the year has its name beside it, out of the way of the straight line's.
  const whole = last === months.length - 1;
  const ends = spread([...(target ? [{ key: 'line', at: y(target) }] : []), ...(end && whole ? [{ key: 'running', at: end.y }] : [])], 17);
  return (
    <MonthFrame months={months} width={width} places={places} scale={scale} unit={unit} at={at} onPoint={setPointed} title={t('replenishment.chart')}>
      {months.map(({ month, volume }, i) => volume !== null && <rect key={month} className="brought" x={x(i) - band * 0.3} width={band * 0.6} y={y(volume)} height={Math.max(1, bottom - y(volume))} />)}
      {target && <path className="straight" d={`M${start} ${y(0)}L${right} ${y(target)}`} />}
      {known.length > 0 && <path className="running" d={`M${start} ${y(0)}${known.map(({ total }, i) => `L${x(i) + band / 2} ${y(total)}`).join('')}`} />}
      {end && <circle className="running-end" cx={end.x} cy={end.y} r="4" />}
      {ends.map(({ key, at: height }) => <text key={key} className={`end ${key}-name`} x={right + 8} y={height + 5}>{t(`replenishment.${key}`)}</text>)}
      {end && !whole && <text className="end running-name" x={end.x + 8} y={end.y - 7}>{t('replenishment.running')}</text>}
    </MonthFrame>
  );
}
