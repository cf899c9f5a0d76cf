import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../../layout/ErrorBoundary';
import { useNames } from '../../layout/names';
import { Nothing } from '../../layout/states';
import { SampleTag } from '../marks';
import { recentOf } from './recent';
import { Section } from './Section';
import type { PageWork } from './work';

const InsetMap = lazy(async () => ({ default: (await import('../../maps/InsetMap')).InsetMap }));

/** 位置: the work on a piece of the map. */
export function LocationSection({ work }: { work: PageWork }) {
  const { t } = useTranslation();
  return (
    <Section title={t('work.location')} sample={work.sampleFields.includes('location')}>
      {work.location ? (
        <>
          <div className="inset">
            <ErrorBoundary>
              <Suspense fallback={null}>
                <InsetMap adcode={work.leadRegion.adcode} location={work.location} number={work.number} stage={work.stageThen} />
              </Suspense>
            </ErrorBoundary>
          </div>
          <p className="second small">
            {t('work.coordinates', { lon: work.location.lon.toFixed(4), lat: work.location.lat.toFixed(4) })}
            {' · '}{t('work.mapNote')}
          </p>
        </>
      ) : (
        <Nothing>{t('work.noLocation')}</Nothing>
      )}
    </Section>
  );
}

/** 基本情况: only what is known; an unknown fact takes no line. */
export function FactsSection({ work }: { work: PageWork }) {
  const { t } = useTranslation();
  const names = useNames();
  const facts: [key: string, value: string | null | undefined, field?: string][] = [
    ['code', work.code], ['nationalCode', work.nationalCode, 'nationalCode'], ['regions', work.regions.map((one) => names(one)).join('、')], ['sector', names(work.sector)],
    ['lists', work.lists.map((one) => names(one)).join('、')], ['ownerUnit', work.ownerUnit, 'ownerUnit'], ['scale', work.scale, 'scale'], ['content', work.content, 'content'], ['waterBody', work.waterBody, 'waterBody'],
    ['registeredOn', work.registeredOn, 'registeredOn'], ['plannedStart', work.plannedStart, 'plannedStart'], ['actualStart', work.actualStart, 'actualStart'],
    ['plannedFinish', work.plannedFinish, 'plannedFinish'], ['originalFinish', work.originalFinish === work.plannedFinish ? null : work.originalFinish, 'originalFinish'], ['actualFinish', work.actualFinish, 'actualFinish'],
  ];
  return (
    <Section title={t('work.facts')}>
      <dl className="facts">
        {facts.filter(([, value]) => value).map(([key, value, field]) => (
          <div key={key}><dt>{t(`work.fact.${key}`)}</dt><dd>{value} <SampleTag when={field !== undefined && work.sampleFields.includes(field)} /></dd></div>
        ))}
      </dl>
    </Section>
  );
}

/** 近期记录: the last things that happened to the work, from all its histories. */
export function RecentSection({ work, day }: { work: PageWork; day: string }) {
  const { t, i18n } = useTranslation();
  const rows = recentOf(work, day, t, i18n.language).slice(0, 8);
  return (
    <Section title={t('work.recent')}>
      {rows.length === 0 ? <Nothing>{t('work.noRecent')}</Nothing> : (
        <ul className="recent">
          {rows.map((row) => <li key={row.key}><time>{row.day}</time><b>{row.what}</b><span>{row.text}</span></li>)}
        </ul>
      )}
    </Section>
  );
}

/** 来源: which documents say it, and what no document says. */
export function SourcesSection({ work }: { work: PageWork }) {
  const { t, i18n } = useTranslation();
  const fields = work.sampleFields.map((field) => (i18n.exists(`work.sampleField.${field}`) ? t(`work.sampleField.${field}`) : field));
  return (
    <Section title={t('work.sources')}>
      {work.sources.length === 0 ? <p className="second">{t('work.noSources')}</p> : <ul className="sources">{work.sources.map((source) => <li key={source}>{source}</li>)}</ul>}
      {work.sample && <p className="second small"><SampleTag /> {t('work.sampleWork')}</p>}
      {fields.length > 0 && <p className="second small"><SampleTag /> {t('work.sampleSome', { fields: fields.join('、') })}</p>}
    </Section>
  );
}
