import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, longDay } from '../theme/time';
import { PlayButton } from './PlayButton';
import { shareOf, type Replay, type StagePoint } from './useReplay';
import './replay.css';

/** The replay's controls: play, a slider whose track is the share of stages over the years, back to live. */
export function ReplayBar({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  const { playing, toggle, close } = replay;
  return (
    <div className="replay-bar" data-replay>
      <PlayButton playing={playing} onToggle={toggle}>{t('wall.replay.pace')}</PlayButton>
      <Track replay={replay} />
      <button type="button" className="replay-back" onClick={close}><i />{t('wall.replay.back')}</button>
    </div>
  );
}

const WIDTH = 1000;
const HEIGHT = 46;

function Track({ replay }: { replay: Replay }) {
  const { t, i18n } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const { firstDay, lastDay, day, timeline, seek, step, toggle } = replay;
  if (!firstDay || !lastDay || !day) return null;
  const share = shareOf(firstDay, lastDay, day);
  const seekTo = (clientX: number) => {
    const box = ref.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const at = Math.max(0, Math.min(1, (clientX - box.left) / box.width));
    seek(addDays(firstDay, Math.round(at * daysBetween(firstDay, lastDay))));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    seekTo(event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const days = { ArrowLeft: -7, ArrowDown: -7, ArrowRight: 7, ArrowUp: 7, PageUp: 28, PageDown: -28 }[event.key];
    if (days !== undefined) step(days);
    else if (event.key === 'Home') seek(firstDay);
    else if (event.key === 'End') seek(lastDay);
    else if (event.key === ' ') toggle();
    else return;
    event.preventDefault();
  };
  return (
    <div className="replay-slider">
      <div ref={ref} className="replay-track" role="slider" tabIndex={0} aria-label={t('wall.replay.slider')} aria-valuemin={0} aria-valuemax={daysBetween(firstDay, lastDay)}
        aria-valuenow={daysBetween(firstDay, day)} aria-valuetext={longDay(day, i18n.language)} onKeyDown={onKeyDown} onPointerDown={onPointerDown}
        onPointerMove={(event) => { if (event.buttons & 1) seekTo(event.clientX); }}>
        <Shares timeline={timeline} first={firstDay} last={lastDay} share={share} />
        <i className="replay-thumb" style={{ left: `${share * 100}%` }} />
      </div>
      <Ticks first={firstDay} last={lastDay} />
    </div>
  );
}

/** Stacked shares of the stages: solid up to the day shown, pale after it. */
function Shares({ timeline, first, last, share }: { timeline: readonly StagePoint[]; first: string; last: string; share: number }) {
  const x = (date: string) => shareOf(first, last, date) * WIDTH;
  const area = (low: (p: StagePoint) => number, high: (p: StagePoint) => number) => {
    const part = (p: StagePoint, n: number) => (HEIGHT * (1 - n / Math.max(1, p.preparation + p.construction + p.completed))).toFixed(1);
    const points = timeline.length ? timeline : [];
    if (!points.length) return '';
    const end = { ...points[points.length - 1]!, date: last };
    const all = [...points, end];
    return `M${all.map((p) => `${x(p.date).toFixed(1)},${part(p, high(p))}`).join('L')}L${[...all].reverse().map((p) => `${x(p.date).toFixed(1)},${part(p, low(p))}`).join('L')}Z`;
  };
  const done = area(() => 0, (p) => p.completed);
  const work = area((p) => p.completed, (p) => p.completed + p.construction);
  const prep = area((p) => p.completed + p.construction, (p) => p.completed + p.construction + p.preparation);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <clipPath id="replay-past"><rect width={share * WIDTH} height={HEIGHT} /></clipPath>
      <g opacity={0.3}><path className="f-prep" d={prep} /><path className="f-work" d={work} /><path className="f-done" d={done} /></g>
      <g clipPath="url(#replay-past)"><path className="f-prep" d={prep} /><path className="f-work" d={work} /><path className="f-done" d={done} /></g>
    </svg>
  );
}

/** Quarters under the track; years by their number. */
function Ticks({ first, last }: { first: string; last: string }) {
  const { i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const ticks: { date: string; label: string }[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    for (const month of [1, 4, 7, 10]) {
      const date = `${year}-${String(month).padStart(2, '0')}-01`;
      if (date < first || date > last) continue;
      ticks.push({ date, label: month === 1 ? (zh ? `${year}年` : String(year)) : zh ? `${month}月` : ['', 'Apr', 'Jul', 'Oct'][(month - 1) / 3]! });
    }
  }
  const dense = ticks.length > 14;
  return (
    <div className="replay-ticks" aria-hidden="true">
      {ticks.filter((tick) => !dense || tick.date.slice(5, 7) === '01').map((tick) => {
        const at = shareOf(first, last, tick.date);
        return <span key={tick.date} className={at < 0.02 ? 'first' : undefined} style={{ left: `${at * 100}%` }}>{tick.label}</span>;
      })}
    </div>
  );
}
