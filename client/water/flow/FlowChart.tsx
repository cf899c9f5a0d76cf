import { useTranslation } from 'react-i18next';
import { MonthFrame, placesIn } from '../../funding/MonthFrame';
import { useNames } from '../../layout/names';
import { textWidth } from '../../projects/page/labels';
import { flowText, stateOf, ticksUpTo, type FlowSeries } from './flows';

const HEIGHT = 172;
const UNIT = { per: 1 };

type Props = { series: FlowSeries; width: number; at: number; onPoint: (at: number) => void };

/** A river in a region: a bar a month, full where the target was reached, hollow under a triangle where not. */
export function FlowChart({ series: { region, target, months }, width, at, onPoint }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const ticks = ticksUpTo(Math.max(target, ...months.map(({ flow }) => flow ?? 0)) * 1.06);
  const scale = { low: 0, high: ticks.at(-1)!, ticks };
  const label = t('flow.targetLine', { target: flowText(target) });
  const places = placesIn(width, textWidth(label, 13) + 10, months.length, scale, HEIGHT);
  const { x, y, band, right, bottom } = places;
  const bar = Math.max(2, Math.min(26, band * 0.66));
  return (
    <MonthFrame months={months} width={width} places={places} scale={scale} unit={UNIT} at={at} onPoint={onPoint} title={names(region)}>
      {months.map((month, i) => {
        const state = stateOf(month);
        if (month.flow === null) return state === 'missing' && <path key={month.month} className="flow-gap" d={`M${x(i) - 3} ${bottom - 9}l6 6m0 -6l-6 6`} />;
        const top = y(month.flow);
        return (
          <g key={month.month} className={`flow-bar ${state}`}>
            <rect x={x(i) - bar / 2} width={bar} y={top} height={Math.max(1, bottom - top)} />
            {state === 'missed' && <path d={`M${x(i) - Math.min(5, bar * 0.7)} ${y(target) - 10}h${2 * Math.min(5, bar * 0.7)}l-${Math.min(5, bar * 0.7)} 7.5z`} />}
          </g>
        );
      })}
      <path className="flow-target" d={`M${x(0) - band / 2} ${y(target)}H${right + 3}`} />
      <text className="flow-target-name" x={right + 6} y={y(target) + 5}>{label}</text>
    </MonthFrame>
  );
}
