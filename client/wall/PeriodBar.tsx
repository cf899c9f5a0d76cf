import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { periodText, placeByKey, placeOf, periodAt } from '../water/periods';
import { PlayButton } from './PlayButton';
import { PACES, periodOn, type PeriodReplay } from './usePeriodReplay';
import './replay.css';

/** The controls of the water map's replay: play, how fast, months or years, a slider over them, back to live. */
export function PeriodBar({ replay }: { replay: PeriodReplay }) {
  const { t } = useTranslation();
  const { playing, toggle, close, years, setYears, pace, setPace, failed } = replay;
  return (
    <div className="replay-bar" data-replay>
      <PlayButton playing={playing} onToggle={toggle} />
      <div className="replay-choices">
        <div role="group" aria-label={t('water.replay.by')}>
          {[false, true].map((one) => <button key={String(one)} type="button" aria-pressed={years === one} onClick={() => setYears(one)}>{t(one ? 'water.grain.YEAR' : 'water.grain.MONTH')}</button>)}
        </div>
        <div role="group" aria-label={t('water.replay.pace')}>
          {PACES.map((one) => <button key={one} type="button" aria-pressed={pace === one} onClick={() => setPace(one)}>{one}×</button>)}
        </div>
      </div>
      {failed && !replay.period ? <p role="alert" className="replay-slider">{t('water.replay.failed')}</p> : <Track replay={replay} />}
      <button type="button" className="replay-back" onClick={close}><i />{t('wall.replay.back')}</button>
    </div>
  );
}

function Track({ replay }: { replay: PeriodReplay }) {
  const { t, i18n } = useTranslation();
  const { first, last, period, timeline, seek, toggle, step, years } = replay;
  if (!first || !last || !period) return <div className="replay-slider" role="status">{t('state.loading')}</div>;
  const [from, to, at] = [placeOf(first), placeOf(last), placeOf(period)];
  const count = to - from + 1;
  const middle = (place: number) => `${((place - from + 0.5) / count) * 100}%`;
  const seekTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (width) seek(periodOn(first, last, ((event.clientX - left) / width * count - 0.5) / Math.max(1, count - 1)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeByKey(event.key, at, from, to, years ? 5 : 12);
    if (place !== null) step(place - at);
    else if (event.key === ' ') toggle();
    else return;
    event.preventDefault();
  };
  return (
    <div className="replay-slider">
      <div className="replay-track" role="slider" tabIndex={0} aria-label={t('water.replay.slider')} aria-valuemin={0} aria-valuemax={to - from} aria-valuenow={at - from} aria-valuetext={periodText(period, i18n.language)}
        onKeyDown={onKeyDown} onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); seekTo(event); }} onPointerMove={(event) => { if (event.buttons & 1) seekTo(event); }}>
        <svg viewBox={`0 0 ${count} 1`} preserveAspectRatio="none" aria-hidden="true">
          {timeline.map((point) => {
            const x = placeOf(point.period) - from;
            const share = (n: number) => n / Math.max(1, point.judged);
            return (
              <g key={point.period} opacity={point.period === period ? 1 : point.period < period ? 0.75 : 0.35}>
                <rect x={x + 0.06} width={0.88} y={0} height={1} style={{ fill: 'var(--water-iv)' }} />
                <rect x={x + 0.06} width={0.88} y={1 - share(point.good)} height={share(point.good)} style={{ fill: 'var(--water-iii)' }} />
                <rect x={x + 0.06} width={0.88} y={0} height={share(point.inferiorV)} style={{ fill: 'var(--water-inferior-v)' }} />
              </g>
            );
          })}
        </svg>
        <i className="replay-thumb" style={{ left: middle(at) }} />
      </div>
      <div className="replay-ticks" aria-hidden="true">
        {ticksOf(first, last).map((tick) => <span key={tick} style={{ left: middle(placeOf(tick)) }}>{periodText(tick.slice(0, 4), i18n.language)}</span>)}
      </div>
    </div>
  );
}

/** The Januaries between two months, at most twelve names in all; of years every one that has room. */
function ticksOf(first: string, last: string): string[] {
  const months = first.length === 7;
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const every = Math.ceil(years / 12);
  return Array.from({ length: years }, (_, i) => periodAt('YEAR', Number(first.slice(0, 4)) + i))
    .filter((_, i) => i % every === 0).map((year) => (months ? `${year}-01` : year)).filter((tick) => tick >= first && tick <= last);
}
