import { useTranslation } from 'react-i18next';
import type { Health, Stage } from '../graphql.generated';
import './marks.css';

const DOTS: Record<Stage, number> = { PREPARATION: 1, CONSTRUCTION: 2, COMPLETED: 3 };

type MagnetProps = { number: number; stage: Stage; unverified?: boolean; size?: number };

/** The numbered round magnet of the wall. One, two or three dots repeat the stage for those who do not see its colour. */
export function Magnet({ number, stage, unverified = false, size = 38 }: MagnetProps) {
  const { t } = useTranslation();
  const dots = DOTS[stage];
  return (
    <svg className={`magnet ${stage}`} width={size} height={size} viewBox="0 0 38 38" role="img" aria-label={`${number} ${t(`stage.${stage}`)}`}>
      <circle cx="19" cy="19" r="18" />
      {unverified && <circle cx="19" cy="19" r="15.8" className="ring" />}
      <text x="19" y={number > 99 ? 22.5 : 23} fontSize={number > 99 ? 13 : 17}>{number}</text>
      {Array.from({ length: dots }, (_, i) => <circle key={i} className="dot" cx={19 + (i - (dots - 1) / 2) * 5} cy="29.5" r="1.6" />)}
    </svg>
  );
}

export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return <span className={`stage-tag ${stage}`}>{t(`stage.${stage}`)}</span>;
}

/** One triangle, or two, with words: how well the work goes is never told by the stage colour. */
export function HealthMark({ health, points }: { health: Health; points?: number | null }) {
  const { t } = useTranslation();
  if (health === 'ON_TRACK') return null;
  return (
    <span className="health-mark">
      <svg width={health === 'SERIOUS' ? 25 : 12} height="11" viewBox={health === 'SERIOUS' ? '0 0 25 11' : '0 0 12 11'} aria-hidden="true">
        <path d="M6 0l6 11H0z" />
        {health === 'SERIOUS' && <path d="M19 0l6 11H13z" />}
      </svg>
      {t(`health.${health}`)}
      {points ? ` ${points} ${t('unit.points')}` : ''}
    </span>
  );
}

export function SuspendedMark() {
  const { t } = useTranslation();
  return (
    <span className="suspended-mark">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect x="1" y="1" width="12" height="12" rx="3" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M5.2 4v6M8.8 4v6" stroke="currentColor" strokeWidth="1.8" /></svg>
      {t('work.suspended')}
    </span>
  );
}

export function UnverifiedMark() {
  const { t } = useTranslation();
  return (
    <span className="unverified-mark">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="7" /><circle cx="7" cy="7" r="4.6" className="ring" /></svg>
      {t('work.unverified')}
    </span>
  );
}

/** 样例数据: stands at exactly the figure that is made up. */
export function SampleTag({ when = true }: { when?: boolean }) {
  const { t } = useTranslation();
  return when ? <span className="sample-tag" title={t('state.sampleMeans')}>{t('state.sample')}</span> : null;
}

/** Progress as a bar; the thin tick is where a straight-line schedule would be today. */
export function ProgressBar({ progress, planned, stage }: { progress: number; planned: number | null; stage: Stage }) {
  const { t } = useTranslation();
  const clamped = Math.max(0, Math.min(100, progress));
  const label = planned === null ? `${t('work.progress')} ${progress}%` : `${t('work.progress')} ${progress}%, ${t('work.planned')} ${Math.round(planned)}%`;
  return (
    <span className="progress-bar" role="img" aria-label={label} title={label}>
      <span className={stage} style={{ width: `${clamped}%` }} />
      {planned !== null && <i style={{ left: `${Math.max(0, Math.min(100, planned))}%` }} />}
    </span>
  );
}
