import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addDays, daysBetween } from '../../format/days';
import { inWan, inYuan } from '../../format/money';
import { progressText } from '../../format/shares';
import { useNames } from '../../layout/names';
import { usePhone } from '../../layout/usePhone';
import { entryBefore } from '../actions/available';
import { HealthMark, Magnet, SampleTag, StageTag, SuspendedMark, UnverifiedMark } from '../marks';
import type { PageWork } from './work';

/** What is seen first: which work, where it stands, how much, how far, how long to go. */
export function WorkHead({ work, day }: { work: PageWork; day: string }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const phone = usePhone();
  const made = (field: string) => work.sampleFields.includes(field);
  const lastEntry = entryBefore(work.progressHistory, addDays(day, 1));
  const left = work.plannedFinish ? daysBetween(day, work.plannedFinish) : null;
  return (
    <>
      <nav className="crumbs small" aria-label="breadcrumb">
        <Link to="/projects">{t('work.back')}</Link><span aria-hidden="true">›</span>
        <Link to={`/projects?region=${work.leadRegion.adcode}`}>{names(work.leadRegion)}</Link><span aria-hidden="true">›</span>
        <Link to={`/projects?sector=${work.sector.code}`}>{names(work.sector)}</Link>
      </nav>
      <header className="work-head">
        <Magnet number={work.number} stage={work.stageThen} unverified={work.unverifiedThen} size={phone ? 46 : 64} />
        <div className="work-title">
          <h1>{work.name}</h1>
          <p className="work-tags">
            <StageTag stage={work.stageThen} />
            {work.unverifiedThen && <UnverifiedMark />}
            {work.suspendedThen && <SuspendedMark />}
            <HealthMark health={work.healthThen} />
            <b>{work.regions.map((region) => names(region)).join('、')}</b>
            <span className="second">{names(work.category)}</span>
            {work.lists.map((list) => <span key={list.code} className="second">{names(list)}</span>)}
            <SampleTag when={work.sample} />
            {work.withdrawnOn && <b>{t('work.withdrawn', { day: work.withdrawnOn })}</b>}
          </p>
        </div>
        <dl className="figures">
          <Figure label={t('work.investment')} sample={made('investment')}>
            {work.investment ? <span title={`${inYuan(work.investment)} ${t('unit.yuan')}`}>{inWan(work.investment, i18n.language)}<small>{t('unit.wan')}</small></span> : '—'}
          </Figure>
          <Figure label={t('work.progress')} sample={lastEntry?.sample ?? false}>
            <span className={`ink-${work.stageThen}`}>{progressText(work.progressThen)}</span>
          </Figure>
          {work.stageThen === 'COMPLETED' ? (
            <Figure label={t('work.finishedOn')} sample={made('actualFinish')}><span className="date">{work.actualFinish ?? work.stageSinceThen ?? '—'}</span></Figure>
          ) : (
            <Figure label={t(left !== null && left < 0 ? 'work.overdue' : 'work.toFinish')} sample={made('plannedFinish')}>
              {left === null ? '—' : <span className={left < 0 ? 'late' : ''}>{Math.abs(left)}<small>{t('unit.days')}</small></span>}
            </Figure>
          )}
        </dl>
      </header>
    </>
  );
}

function Figure({ label, sample, children }: { label: string; sample: boolean; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label} <SampleTag when={sample} /></dt>
      <dd>{children}</dd>
    </div>
  );
}
