import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapSummary, ProgressMark } from '../live';
import { regionLabel, type MapBase } from '../maps/base';
import { MagnetFace } from '../maps/Magnet';
import { countByRegion, type StageCounts } from '../maps/stages';
import { daysBetween, longDay, shortDay } from '../theme/time';
import { inYi, percent, type WeekChange } from './figures';

interface TotalsProps { summary: MapSummary; day: string; targetDate: string | null; changes: readonly WeekChange[]; recent: readonly WeekChange[]; base: MapBase; sample: boolean; past: boolean }

/** Middle column: how many works, how far, how long still, what changed this week. */
export const Totals = memo(function Totals({ summary, day, targetDate, changes, recent, base, sample, past }: TotalsProps) {
  const { t, i18n } = useTranslation();
  const left = targetDate ? daysBetween(day, targetDate) : null;
  return (
    <section className="wall-totals">
      <div className="wall-sum">
        <b className="wall-headline" data-figure="total">{summary.total}</b><span>{t('wall.unit')}</span>
        <div><span>{t('wall.investment')}</span><p><b>{inYi(summary.investment)}</b>{t('wall.yi')}</p></div>
      </div>
      <Bar counts={{ prep: summary.preparation, work: summary.construction, done: summary.completed }} />
      <div className="wall-stages">
        <Figure tone="prep" label={t('map.stageShort.PREPARATION')} n={summary.preparation} />
        <Figure tone="work" label={t('map.stageShort.CONSTRUCTION')} n={summary.construction} />
        <Figure tone="done" label={t('map.stageShort.COMPLETED')} n={summary.completed} extra={percent(summary.completedShare)} />
      </div>
      <div className="wall-countdown">
        <p><b>{left !== null && left < 0 ? t('wall.overdue') : t('wall.countdown')}</b><span>{targetDate ? longDay(targetDate, i18n.language) : t('wall.noTarget')}</span></p>
        {left === null ? null : <p className="figure"><b>{Math.abs(left)}</b>{t('wall.day')}</p>}
      </div>
      <Changes changes={changes} recent={recent} base={base} sample={sample} past={past} />
    </section>
  );
});

function Bar({ counts }: { counts: StageCounts }) {
  return (
    <div className="wall-bar" aria-hidden="true">
      {(['prep', 'work', 'done'] as const).map((tone) => (counts[tone] ? <i key={tone} className={`b-${tone}`} style={{ flexGrow: counts[tone] }} /> : null))}
    </div>
  );
}

function Figure({ tone, label, n, extra }: { tone: 'prep' | 'work' | 'done'; label: string; n: number; extra?: string }) {
  return (
    <div>
      <span><i className={`dot b-${tone}`} />{label}</span>
      <p className={n ? `t-${tone}` : 'zero'}><b data-figure={tone}>{n}</b>{extra ? <small>{extra}</small> : null}</p>
    </div>
  );
}

const ROWS = 5;

function Changes({ changes, recent, base, sample, past }: Pick<TotalsProps, 'changes' | 'recent' | 'base' | 'sample' | 'past'>) {
  const { t, i18n } = useTranslation();
  const regions = useMemo(() => new Map(base.regions.map((r) => [r.adcode, regionLabel(r, i18n.language)])), [base, i18n.language]);
  return (
    <div className="wall-changes">
      <h2>{past ? t('wall.thatWeek') : t('wall.thisWeek')}{sample ? <span>{t('map.sample')}</span> : null}</h2>
      {changes.length === 0 ? <p className="none">{t('wall.noChange')}{recent.length ? <span>{t('wall.recent')}</span> : null}</p> : null}
      <ol>
        {(changes.length ? changes.slice(0, ROWS) : recent.slice(0, ROWS - 1)).map((change) => (
          <li key={change.id}>
            <svg viewBox="-20 -20 40 40" width="40" height="40" aria-hidden="true" className="ymap"><MagnetFace stage={change.mark.stage} number={change.mark.number} /></svg>
            <p>
              <b>{change.mark.name}</b>
              <span>{t(`wall.change.${change.kind}`, { percent: Math.round(change.mark.progress), stage: t(`map.stage.${change.mark.stage}`) })}　{shortDay(change.day, i18n.language)}　{regions.get(change.mark.adcode)}</span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface CountiesProps { base: MapBase; marks: readonly ProgressMark[] }

/** Right column: every region in the official order, with its works by stage. */
export const Counties = memo(function Counties({ base, marks }: CountiesProps) {
  const { t, i18n } = useTranslation();
  const rows = useMemo(() => {
    const counts = countByRegion(marks);
    return [...base.regions].sort((a, b) => a.sort - b.sort).map((region) => ({ region, counts: counts.get(region.adcode) ?? { prep: 0, work: 0, done: 0 } }));
  }, [base, marks]);
  const most = Math.max(1, ...rows.map(({ counts }) => counts.prep + counts.work + counts.done));
  const unit = Math.min(16, 172 / most);
  return (
    <section className="wall-counties">
      <h2>{t('wall.counties')}<span>{t('wall.stages')}</span></h2>
      <ul style={{ gridAutoRows: rows.length > 19 ? `${(43 * 19) / rows.length}px` : undefined }}>
        {rows.map(({ region, counts }) => (
          <li key={region.adcode} className={region.ranked ? undefined : 'unranked'}>
            <span>{regionLabel(region, i18n.language)}</span>
            <div className="bars" aria-hidden="true">
              {(['prep', 'work', 'done'] as const).map((tone) => (counts[tone] ? <i key={tone} className={`b-${tone}`} style={{ width: counts[tone] * unit - 1.5 }} /> : null))}
            </div>
            {(['prep', 'work', 'done'] as const).map((tone) => <b key={tone} className={counts[tone] ? `t-${tone}` : 'zero'}>{counts[tone]}</b>)}
          </li>
        ))}
      </ul>
    </section>
  );
});
