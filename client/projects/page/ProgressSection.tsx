import { useTranslation } from 'react-i18next';
import { inWan } from '../../format/money';
import { progressText } from '../../format/shares';
import { Nothing } from '../../layout/states';
import { SampleTag } from '../marks';
import { plannedPauses, pointsBehind } from '../schedule';
import { ProgressChart } from './ProgressChart';
import { By } from './By';
import { Section } from './Section';
import type { PageWork } from './work';

/** 进度: planned and actual as lines, said in one sentence, and the entries themselves. */
export function ProgressSection({ work, day, today }: { work: PageWork; day: string; today: string }) {
  const { t, i18n } = useTranslation();
  const entries = work.progressHistory.filter((entry) => entry.date <= day);
  const plan = { plannedStart: work.plannedStart, actualStart: work.actualStart, plannedFinish: work.plannedFinish, suspensions: plannedPauses(work.suspensions, today) };
  const points = work.stageThen === 'CONSTRUCTION' ? pointsBehind(plan, day, work.progressThen) : null;
  const made = entries.length > 0 && entries.every((entry) => entry.sample);
  return (
    <Section title={t('work.chart')} sample={entries.some((entry) => entry.sample)}>
      {entries.length === 0 && !work.plannedFinish ? (
        <Nothing>{t('work.noEntries')}</Nothing>
      ) : (
        <ProgressChart entries={entries} plan={plan} day={day} progress={work.progressThen} stage={work.stageThen} />
      )}
      {points !== null && <p className="second small">{points > 0 ? t('work.behind', { points }) : points < 0 ? t('work.ahead', { points: -points }) : t('work.onPlan')}</p>}
      {!work.plannedFinish && <p className="second small">{t('work.noPlan')}</p>}
      {entries.length > 0 && (
        <details className="records">
          <summary>{t('work.tableOf', { what: t('work.entries'), count: entries.length })}</summary>
          <ul className="record-list">
            {[...entries].sort((a, b) => b.date.localeCompare(a.date)).map((entry) => (
              <li key={entry.date}>
                <time>{entry.date}</time>
                <div>
                  <p><b>{progressText(entry.progress)}</b>，{t('work.investmentDone')} {inWan(entry.investmentDone, i18n.language)} {t('unit.wan')} <SampleTag when={entry.sample && !made} /></p>
                  <p className="second small"><By who={entry.recordedBy} />{entry.note && <>；{entry.note}</>}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
