import { useTranslation } from 'react-i18next';
import { instant } from '../../format/days';
import { SampleTag, StageTag } from '../marks';
import { pausesAsOf } from '../schedule';
import { By } from './By';
import { Section } from './Section';
import { StageLine } from './StageLine';
import type { PageWork } from './work';

/** 阶段: the line, and beneath it every event and suspension as it was recorded. */
export function StageSection({ work, day, isToday }: { work: PageWork; day: string; isToday: boolean }) {
  const { t } = useTranslation();
  const made = (field: string) => work.sampleFields.includes(field);
  const events = work.stageHistory.filter((event) => event.effectiveDate <= day);
  const pauses = pausesAsOf(work.suspensions, day);
  const rows = [
    ...events.map((event) => ({ day: event.effectiveDate, event, pause: null })),
    ...pauses.map((pause) => ({ day: pause.from, event: null, pause })),
  ].sort((a, b) => b.day.localeCompare(a.day));
  return (
    <Section title={t('work.stages')} note={work.originalFinish && work.originalFinish !== work.plannedFinish ? t('work.originalFinish', { day: work.originalFinish }) : undefined} sample={made('plannedFinish') || made('stageHistory')}>
      <StageLine registeredOn={work.registeredOn} events={events} pauses={pauses} plannedFinish={work.plannedFinish} day={day} unverified={work.unverifiedThen} isToday={isToday} />
      {rows.length > 0 && (
        <details className="records">
          <summary>{t('work.tableOf', { what: t('work.history'), count: rows.length })}</summary>
          <ul className="record-list">
            {rows.map(({ event, pause }) =>
              event ? (
                <li key={event.id} className={event.status === 'REJECTED' ? 'rejected' : ''}>
                  <time>{event.effectiveDate}</time>
                  <div>
                    <p>
                      <StageTag stage={event.stage} /> <span className={`status ${event.status}`}>{t(`eventStatus.${event.status}`)}</span>
                      {event.correction && <b>{t('work.correction')}</b>} <SampleTag when={event.sample} />
                    </p>
                    <p className="second small">
                      <By who={event.recordedBy} /> {instant(event.recordedAt)}
                      {event.evidence && <>；{t('work.evidence', { text: event.evidence })}</>}
                      {event.reason && <>；{t('work.reason', { text: event.reason })}</>}
                    </p>
                  </div>
                </li>
              ) : (
                <li key={`p${pause.from}`}>
                  <time>{pause.from}</time>
                  <div>
                    <p>{pause.to ? t('work.suspendedRange', { from: pause.from, to: pause.to }) : t('work.stillSuspended', { from: pause.from })}：{pause.cause} <SampleTag when={pause.sample} /></p>
                    <p className="second small"><By who={pause.recordedBy} />{!pause.to && pause.expectedResumption && <>；{t('work.expected', { day: pause.expectedResumption })}</>}</p>
                  </div>
                </li>
              ),
            )}
          </ul>
        </details>
      )}
    </Section>
  );
}
