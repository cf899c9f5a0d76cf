import { useId } from 'react';
import { MonthFrame, placesIn } from './MonthFrame';
import { type AxisUnit, drawn, type Month, scaleOf, SERIES } from './months';

type Props = { months: readonly Month[]; width: number; unit: AxisUnit; at: number; onPoint: (at: number) => void; title: string };

/** What arrived, was paid and was done in each month: three bars, told apart by filling as well as by colour. */
export function MonthBars({ months, width, unit, at, onPoint, title }: Props) {
  const hatch = useId();
  const scale = scaleOf(months.flatMap((month) => SERIES.map((series) => drawn(month[series]))), unit);
  const places = placesIn(width, 4, months.length, scale);
  const { x, y, band } = places;
  const gap = band > 14 ? 1 : 0;
  const bar = Math.max(1, (band * 0.8) / SERIES.length - gap);
  return (
    <MonthFrame {...{ months, width, places, scale, unit, at, onPoint, title }}>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className="hatch-back" width="4" height="4" /><path className="hatch-line" d="M0 0V4" /></pattern>
      </defs>
      {months.map((month, i) => SERIES.map((series, k) => {
        const sum = drawn(month[series]);
        if (sum === 0) return null;
        const [from, to] = [y(0), y(sum)];
        return <rect key={`${month.month}${series}`} className={`bar ${series}`} x={x(i) - band * 0.4 + k * (bar + gap)} width={bar} y={Math.min(from, to)} height={Math.max(1, Math.abs(to - from))} {...(series === 'paid' && { fill: `url(#${hatch})` })} />;
      }))}
    </MonthFrame>
  );
}
