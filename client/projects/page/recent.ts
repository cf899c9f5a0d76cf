import type { TFunction } from 'i18next';
import { daysBetween } from '../../format/days';
import { inWan } from '../../format/money';
import { progressText } from '../../format/shares';
import type { FundingEntryRowFragment, ProcedureRowFragment } from '../../graphql.generated';
import type { PageWork } from './work';

export type Recent = { key: string; day: string; what: string; text: string };

/** Everything that is dated in a work's histories, the latest first, up to `day`. */
export function recentOf(work: PageWork, day: string, t: TFunction, language: string): Recent[] {
  const rows: Recent[] = [];
  for (const event of work.stageHistory) {
    const what = event.status === 'REJECTED' ? t('work.recentKinds.rejected') : t(event.correction ? 'work.recentKinds.correction' : 'work.recentKinds.stage', { stage: t(`stage.${event.stage}`) });
    rows.push({ key: event.id, day: event.effectiveDate, what, text: [event.evidence, event.reason].filter(Boolean).join('；') });
  }
  const entries = [...work.progressHistory].sort((a, b) => a.date.localeCompare(b.date));
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    rows.push({ key: `e${entry.date}`, day: entry.date, what: t('work.recentKinds.progress'), text: before ? `${progressText(before.progress)} → ${progressText(entry.progress)}` : progressText(entry.progress) });
  });
  for (const pause of work.suspensions) {
    rows.push({ key: `p${pause.from}`, day: pause.from, what: t('work.recentKinds.suspended'), text: pause.cause });
    if (pause.to) rows.push({ key: `r${pause.to}`, day: pause.to, what: t('work.recentKinds.resumed'), text: `${t('work.suspended')} ${t('work.days', { count: daysBetween(pause.from, pause.to) })}` });
  }
  for (const entry of work.fundingEntries.nodes as FundingEntryRowFragment[]) {
    const what = entry.reverses ? t('work.recentKinds.reversal') : t('work.recentKinds.funding', { kind: t(`fundingKind.${entry.kind}`) });
    rows.push({ key: entry.id, day: entry.date, what, text: `${t(`source.${entry.source}`)} ${inWan(entry.amount, language)} ${t('unit.wan')}` });
  }
  for (const procedure of work.procedures as ProcedureRowFragment[]) {
    const text = t(`procedure.${procedure.kind}`);
    if (procedure.doneOn) rows.push({ key: `d${procedure.id}`, day: procedure.doneOn, what: t('work.recentKinds.procedureDone'), text });
    if (procedure.appliedOn) rows.push({ key: `a${procedure.id}`, day: procedure.appliedOn, what: t('work.recentKinds.procedureApplied'), text });
  }
  return rows.filter((row) => row.day <= day).sort((a, b) => b.day.localeCompare(a.day));
}
