import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, later } from '../../format/days';

import { pauseEnd, type Pause } from '../schedule';
import { placeLabels, textWidth, type Wish } from './labels';
import { segmentsOf, type StageFact } from './segments';
import { useWidth } from './useWidth';

type Props = { registeredOn: string; events: readonly StageFact[]; pauses: readonly Pause[]; plannedFinish: string | null; day: string; unverified: boolean; isToday: boolean };

const SIZE = 14;
const ROW = 21;
const BAR = 16;

/** The work's life as one bar: stages in their colours, suspensions hatched, where we are, and where it should end. */
export function StageLine({ registeredOn, events, pauses, plannedFinish, day, unverified, isToday }: Props) {
  const { t } = useTranslation();
  const hatch = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const segments = segmentsOf(registeredOn, events, day);
  const completed = segments.at(-1)?.stage === 'COMPLETED';
  const end = later(later(plannedFinish ?? day, day), addDays(registeredOn, 30));
  const span = Math.max(1, daysBetween(registeredOn, end));
  const x = (at: string) => (Math.max(0, Math.min(span, daysBetween(registeredOn, at))) / span) * (width - 4) + 2;

  const above: (Wish & { text: string; className: string })[] = segments.map(({ stage, from }) => {
    const text = t(`stage.${stage}`) + (stage === 'COMPLETED' && unverified ? `（${t('work.unverified')}）` : '');
    return { key: `s${from}${stage}`, text, x: x(from), width: textWidth(text, SIZE), align: 'start', className: `strong ${stage}` };
  });
  if (plannedFinish) above.push(wish('plan', t('work.plannedFinish'), x(plannedFinish), 'strong COMPLETED'));
  for (const pause of pauses) above.push(wish(`p${pause.from}`, t('work.suspended'), (x(pause.from) + x(pauseEnd(pause, day))) / 2, 'second'));
  const below = segments.map(({ stage, from }, i) => ({ ...wish(`d${from}${stage}`, i === 0 ? `${from} ${t('work.registered')}` : from, x(from), 'second'), align: 'start' as const }));
  if (day !== plannedFinish) below.push(wish('today', isToday ? `${t('work.today')} ${day}` : day, x(day), 'ink') as (typeof below)[number]);
  if (plannedFinish) below.push(wish('finish', plannedFinish, x(plannedFinish), 'second') as (typeof below)[number]);
  const top = placeLabels(above, width);
  const bottom = placeLabels(below, width);
  const topRows = Math.max(0, ...top.map(({ row }) => row)) + 1;
  const bottomRows = Math.max(0, ...bottom.map(({ row }) => row)) + 1;
  const barTop = topRows * ROW + 4;
  const barBottom = barTop + BAR;
  const spoken = segments.map(({ stage, from }) => `${from} ${t(`stage.${stage}`)}`).join('，') + (plannedFinish ? `，${plannedFinish} ${t('work.plannedFinish')}` : '');

  return (
    <div ref={ref} className="stage-line">
      {width > 0 && (
        <svg width={width} height={barBottom + 11 + bottomRows * ROW} role="img" aria-label={t('work.barLabel', { text: spoken })}>
          <defs>
            <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="7" height="7" className="hatch-ground" /><path d="M0 0v7" className="hatch" />
            </pattern>
          </defs>
          {segments.map(({ stage, from, to }) => <rect key={`${stage}${from}`} className={`fill ${stage}`} x={x(from)} width={Math.max(1.5, x(to) - x(from) - 1)} y={barTop} height={BAR} />)}
          {!completed && plannedFinish && plannedFinish > day && <rect className="ahead" x={x(day) + 1} width={Math.max(0, x(plannedFinish) - x(day) - 1)} y={barTop + 0.75} height={BAR - 1.5} />}
          {pauses.map((pause) => {
            const [from, to] = [x(pause.from), x(pauseEnd(pause, day))];
            return (
              <g key={pause.from} className="pause">
                <rect x={from} width={Math.max(2, to - from)} y={barTop} height={BAR} fill={`url(#${hatch})`} />
                {to - from > 16 && <path d={`M${(from + to) / 2 - 2.5} ${barTop + 4}v8m5-8v8`} className="two-bars" />}
              </g>
            );
          })}
          {plannedFinish && <path className="tick" d={`M${x(plannedFinish)} ${barTop - 2}V${barBottom + 6}`} />}
          {segments.slice(1).map(({ from, stage }) => <path key={`t${stage}${from}`} className="tick" d={`M${x(from)} ${barBottom}v6`} />)}
          <path className="now" d={`M${x(day)} ${barTop - 7}V${barBottom + 8}`} />
          {top.map((label, i) => <text key={label.key} className={above[i]!.className} x={label.left} y={barTop - 8 - label.row * ROW}>{above[i]!.text}</text>)}
          {bottom.map((label, i) => <text key={label.key} className={below[i]!.className} x={label.left} y={barBottom + 23 + label.row * ROW}>{below[i]!.text}</text>)}
        </svg>
      )}
    </div>
  );
}

function wish(key: string, text: string, at: number, className: string): Wish & { text: string; className: string } {
  return { key, text, x: at, width: textWidth(text, SIZE), align: 'middle', className };
}

