import { daysBetween, type Day } from '../api/day';
import { ProcedureKind, ProcedureStatus, type Procedure } from './facts.entity';

/** An approval as far as reckoning needs it. */
export type ProcedureFact = Pick<Procedure, 'id' | 'kind' | 'status' | 'heldById' | 'appliedOn' | 'promisedDays' | 'greenChannel' | 'due' | 'doneOn' | 'documentNumber' | 'sample'>;

const USUAL_ORDER = Object.values(ProcedureKind);

/** In the order in which approvals are usually sought. */
export const byUsualOrder = (a: { kind: ProcedureKind }, b: { kind: ProcedureKind }): number => USUAL_ORDER.indexOf(a.kind) - USUAL_ORDER.indexOf(b.kind);

/** How an approval stands on a day. */
export interface ProcedureStanding {
  status: ProcedureStatus;
  /** Calendar days that it has lain with its holder: from the application to its end, or to the day asked; null before it was applied for. */
  daysHeld: number | null;
  /** Days held above those promised; null where nothing was promised or it was kept. */
  daysOver: number | null;
}

/**
 * How an approval stands on a day, with today's knowledge: done from the day it was done, under way from its
 * application; what has no dates stands as it does now. One that is under way without a date of application counts as
 * such for every day.
 */
export function procedureOn({ status, appliedOn, doneOn, promisedDays }: ProcedureFact, day: Day): ProcedureStanding {
  const done = status === ProcedureStatus.DONE && (doneOn === null || doneOn <= day);
  const applied = appliedOn !== null && appliedOn <= day;
  const daysHeld = applied ? daysBetween(appliedOn, done && doneOn !== null ? doneOn : day) : null;
  return {
    status: done ? ProcedureStatus.DONE : statusBefore(status, appliedOn, applied),
    daysHeld,
    daysOver: daysHeld !== null && promisedDays !== null && daysHeld > promisedDays ? daysHeld - promisedDays : null,
  };
}

function statusBefore(now: ProcedureStatus, appliedOn: Day | null, applied: boolean): ProcedureStatus {
  if (now === ProcedureStatus.NOT_NEEDED) return now;
  if (applied) return ProcedureStatus.IN_PROGRESS;
  return appliedOn === null && now === ProcedureStatus.IN_PROGRESS ? now : ProcedureStatus.NOT_STARTED;
}
