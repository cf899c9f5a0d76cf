import type { Role, Stage, WorkForActionFragment } from '../../graphql.generated';

/** What a viewer may set about with a work. RESUME, CORRECT and REVERSE are not in the schema's list: they follow from others. */
export type ActionKind =
  | 'RECORD_STAGE' | 'RECORD_PROGRESS' | 'CONFIRM_STAGE' | 'SUSPEND' | 'RESUME' | 'RECORD_FUNDING' | 'SET_FUNDING_PLAN' | 'UPDATE_PROCEDURE' | 'CORRECT' | 'WITHDRAW';

type Facts = Pick<WorkForActionFragment, 'viewerCan' | 'stage' | 'suspended' | 'unverified' | 'withdrawnOn'>;

const NEXT: Record<Stage, Stage | null> = { PREPARATION: 'CONSTRUCTION', CONSTRUCTION: 'COMPLETED', COMPLETED: null };

/** The one stage that may follow without a correction. */
export function nextStage(stage: Stage): Stage | null {
  return NEXT[stage];
}

/** In the order in which they are offered; the server has the last word on each. */
export function actionsFor(work: Facts, role: Role): ActionKind[] {
  if (work.withdrawnOn) return [];
  const can = new Set(work.viewerCan);
  const found: ActionKind[] = [];
  if (can.has('CONFIRM_STAGE') && work.unverified) found.push('CONFIRM_STAGE');
  // A suspended work is resumed before its stage moves on.
  if (can.has('RECORD_STAGE') && nextStage(work.stage) !== null && !work.suspended) found.push('RECORD_STAGE');
  if (can.has('SUSPEND') && work.suspended) found.push('RESUME');
  if (can.has('RECORD_PROGRESS')) found.push('RECORD_PROGRESS');
  if (can.has('RECORD_FUNDING')) found.push('RECORD_FUNDING');
  if (can.has('UPDATE_PROCEDURE')) found.push('UPDATE_PROCEDURE');
  if (can.has('SUSPEND') && !work.suspended && work.stage !== 'COMPLETED') found.push('SUSPEND');
  if (can.has('SET_FUNDING_PLAN')) found.push('SET_FUNDING_PLAN');
  if (can.has('RECORD_STAGE') && role === 'TASK_FORCE') found.push('CORRECT');
  if (can.has('WITHDRAW')) found.push('WITHDRAW');
  return found;
}

/** The last stage event that counts: rejected ones count for no day. */
export function lastEvent<T extends { effectiveDate: string; recordedAt: string; status: string }>(events: readonly T[]): T | null {
  const counting = events.filter(({ status }) => status !== 'REJECTED');
  return counting.reduce<T | null>((last, event) => (!last || event.effectiveDate > last.effectiveDate || (event.effectiveDate === last.effectiveDate && event.recordedAt >= last.recordedAt) ? event : last), null);
}

/** The last progress entry before a day; the one that a new entry of that day is held against. */
export function entryBefore<T extends { date: string }>(entries: readonly T[], day: string): T | null {
  return entries.reduce<T | null>((last, entry) => (entry.date < day && (!last || entry.date > last.date) ? entry : last), null);
}
