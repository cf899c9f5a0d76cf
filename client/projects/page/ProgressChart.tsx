import { useTranslation } from 'react-i18next';
import { daysBetween, earlier, later, shortMonth } from '../../format/days';
import { progressText } from '../../format/shares';
import type { Stage } from '../../graphql.generated';
import { type Plan, plannedLine, plannedProgress, planStart, pauseEnd } from '../schedule';
import { placeLabels, textWidth } from './labels';
import { useWidth } from './useWidth';

type Entry = { date: string; progress: number };
type Props = { entries: readonly Entry[]; plan: Plan; day: string; progress: number; stage: Stage };

const HEIGHT = 216;
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 10, 14, 30];
const SIZE = 14;

/** Planned against actual progress, both in percent: the plan a straight line that rests over suspensions. */
export function ProgressChart({ entries, plan, day, progress, stage }: Props) {
  const { t, i18n } = useTranslation();
  const [ref, width] = useWidth<HTMLDivElement>();
  const sorted = [...entries].sort((a, b) => a.date.localeCompare(b.date));
  const start = [planStart(plan), plan.actualStart, sorted[0]?.date].filter((one): one is string => Boolean(one)).reduce(earlier, day);
  const end = later(plan.plannedFinish ?? day, day);
  const span = Math.max(1, daysBetween(start, end));
  const x = (at: string) => LEFT + (daysBetween(start, at) / span) * (width - LEFT - RIGHT);
  const y = (percent: number) => TOP + (1 - Math.max(0, Math.min(100, percent)) / 100) * (HEIGHT - TOP - BOTTOM);
  const line = (points: readonly { day: string; progress: number }[]) => points.map((point, i) => `${i ? 'L' : 'M'}${x(point.day).toFixed(1)} ${y(point.progress).toFixed(1)}`).join('');

  const planned = plannedLine(plan);
  const expected = plannedProgress(plan, day);
  const from = plan.actualStart && (!sorted[0] || plan.actualStart < sorted[0].date) ? [{ day: plan.actualStart, progress: 0 }] : [];
  const actual = [...from, ...sorted.map((entry) => ({ day: entry.date, progress: entry.progress }))];
  const last = actual.at(-1);
  if (last && last.day < day && stage !== 'COMPLETED') actual.push({ day, progress: last.progress });
  const at = actual.at(-1) ?? { day, progress };

  const ticks = [start, day, end].filter((one, i, all) => all.indexOf(one) === i);
  const months = placeLabels(ticks.map((one) => ({ key: one, x: x(one), width: textWidth(shortMonth(one, i18n.language), SIZE), align: 'middle' as const })), width).filter(({ row }) => row === 0);
  const label = t('work.chartLabel', { day, actual: progressText(progress) }) + (expected === null ? '' : t('work.chartPlan', { planned: progressText(Math.round(expected)) }));
  const apart = expected !== null && Math.abs(y(expected) - y(at.progress)) < 20;
  const plannedAbove = expected !== null && expected >= at.progress;
  const shift = apart ? 11 : 0;
  const side = x(at.day) > width * 0.62 ? 'end' : 'start';

  return (
    <div ref={ref} className="progress-chart">
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label}>
          {[0, 50, 100].map((one) => (
            <g key={one}>
              <path className="grid" d={`M${LEFT} ${y(one)}H${width - RIGHT}`} />
              <text className="second" x={LEFT - 8} y={y(one) + 5} textAnchor="end">{one}</text>
            </g>
          ))}
          {plan.suspensions.filter((pause) => pause.from <= day).map((pause) => {
            const [left, right] = [Math.max(LEFT, x(pause.from)), Math.min(width - RIGHT, x(pauseEnd(pause, day)))];
            return right > left && <rect key={pause.from} className="rest" x={left} width={right - left} y={TOP} height={HEIGHT - TOP - BOTTOM} />;
          })}
          {planned.length > 0 && <path className="planned" d={line(planned)} />}
          <path className="now" d={`M${x(day)} ${TOP - 4}V${HEIGHT - BOTTOM}`} />
          {actual.length > 0 && <path className={`actual ${stage}`} d={line(actual)} />}
          {actual.length > 0 && <circle className={`fill ${stage}`} cx={x(at.day)} cy={y(at.progress)} r="5" />}
          {expected !== null && stage !== 'COMPLETED' && (
            <text className="second halo" textAnchor={side} x={x(day) + (side === 'end' ? -10 : 10)} y={clampY(y(expected) + (plannedAbove ? -8 - shift / 2 : 18 + shift / 2))}>{t('work.planned')} {Math.round(expected)}%</text>
          )}
          {actual.length > 0 && (
            <text className={`strong halo ${stage}`} textAnchor={side} x={side === 'end' ? Math.min(width - 2, x(at.day) + 14) : x(at.day) + 10} y={clampY(y(at.progress) + (plannedAbove && stage !== 'COMPLETED' ? 25 + shift / 2 : -12 - shift / 2))}>{t('work.actual')} {progressText(at.progress)}</text>
          )}
          {months.map((month) => <text key={month.key} className="second" x={month.left} y={HEIGHT - 8}>{shortMonth(month.key, i18n.language)}</text>)}
        </svg>
      )}
    </div>
  );
}

function clampY(at: number): number {
  return Math.max(13, Math.min(HEIGHT - BOTTOM - 4, at));
}
