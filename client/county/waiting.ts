import type { TFunction } from 'i18next';
import { daysBetween } from '../format/days';
import type { ProcedureRowFragment, WorkForActionFragment } from '../graphql.generated';
import { clockOf } from '../projects/procedures';

export type Waiting = { key: string; text: string; urgent: boolean };

type Facts = Pick<WorkForActionFragment, 'stage' | 'unverified' | 'suspended' | 'suspensions' | 'stageHistory' | 'plannedStart' | 'plannedFinish' | 'procedures'>;

/** What a work is waiting for on a day, the urgent first: the row's answer to "what has to be done here". */
export function waitingFor(work: Facts, today: string, t: TFunction, nameOf: (department: ProcedureRowFragment['heldBy']) => string): Waiting[] {
  const found: Waiting[] = [];
  const add = (key: string, urgent: boolean, text: string) => found.push({ key, urgent, text });

  if (work.unverified) add('confirm', false, t('county.wait.confirm'));
  const last = [...work.stageHistory].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1);
  if (last?.status === 'REJECTED') add('rejected', true, t('county.wait.rejected', { reason: last.reason ?? '' }));

  const pause = work.suspended ? work.suspensions.find(({ from, to }) => from <= today && (to === null || to > today)) : undefined;
  if (pause) {
    const since = t('county.wait.suspendedSince', { days: daysBetween(pause.from, today) + 1 });
    const back = pause.expectedResumption;
    add('suspended', back !== null && back < today, back ? `${since}，${t(back < today ? 'county.wait.resumeOverdue' : 'county.wait.resume', { day: back })}` : since);
  }
  if (!work.suspended && work.stage !== 'COMPLETED' && work.plannedFinish && work.plannedFinish < today) add('overdue', true, t('county.wait.overdue', { days: daysBetween(work.plannedFinish, today) }));
  if (!work.suspended && work.stage === 'PREPARATION' && work.plannedStart && work.plannedStart < today) add('start', true, t('county.wait.startOverdue', { day: work.plannedStart }));

  for (const procedure of work.procedures as ProcedureRowFragment[]) {
    const clock = clockOf(procedure, today);
    if (!clock) continue;
    const what = t(`procedure.${procedure.kind}`);
    const who = nameOf(procedure.heldBy) || '—';
    add(procedure.id, clock.over > 0, clock.over > 0 ? t('county.wait.procedureOver', { what, who, days: clock.over }) : t('county.wait.procedure', { what, who, days: clock.held }));
  }
  return found.sort((a, b) => Number(b.urgent) - Number(a.urgent));
}

const WORST: Record<WorkForActionFragment['health'], number> = { SERIOUS: 0, LAGGING: 1, ON_TRACK: 2 };

/** Unfinished first, and of those the ones in trouble; then by number. */
export function inDeskOrder<T extends Pick<WorkForActionFragment, 'stage' | 'health' | 'number'>>(works: readonly T[]): T[] {
  const done = (work: T) => Number(work.stage === 'COMPLETED');
  return [...works].sort((a, b) => done(a) - done(b) || WORST[a.health] - WORST[b.health] || a.number - b.number);
}
