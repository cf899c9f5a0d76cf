import type { TaskRowFragment } from '../graphql.generated';

/** What there is to say of the time left: which text, with which number of days; null where the deadline says it all. */
export function dueOf({ status, daysLeft, deadline, doneOn }: Pick<TaskRowFragment, 'status' | 'daysLeft' | 'deadline' | 'doneOn'>): { text: 'overdue' | 'today' | 'left' | 'late' | 'without'; count: number } | null {
  if (deadline === null) return { text: 'without', count: 0 };
  if (daysLeft !== null) return daysLeft < 0 ? { text: 'overdue', count: -daysLeft } : { text: daysLeft === 0 ? 'today' : 'left', count: daysLeft };
  return status === 'DONE' && doneOn !== null && doneOn > deadline ? { text: 'late', count: 0 } : null;
}
