import { daysBetween, type Day } from '../api/day';

/** How a task stands. OVERDUE is reckoned from its deadline and never recorded. */
export enum TaskStatus {
  OPEN = 'OPEN',
  DONE = 'DONE',
  OVERDUE = 'OVERDUE',
  DROPPED = 'DROPPED',
}

/** What can be recorded of a task. */
export type RecordedStatus = Exclude<TaskStatus, TaskStatus.OVERDUE>;

/** What was recorded of a task on a day: status and note as they stand from then on. */
export interface TaskFact {
  id: number;
  status: RecordedStatus;
  note: string | null;
  effectiveDate: Day;
  /** Made up for the demonstration. */
  sample: boolean;
}

/** How a task stands on a day. */
export interface TaskStanding {
  status: TaskStatus;
  note: string | null;
  /** The day of what was last recorded by then; null where nothing was. */
  updatedOn: Day | null;
  /** The day from which it has been done without a break; null while it is not. */
  doneOn: Day | null;
  /** Days to the deadline, below zero once it has passed; null without a deadline and for what is done or dropped. */
  daysLeft: number | null;
  /** Whether this is made up for the demonstration: what was last recorded, and where nothing was yet, what comes later. */
  sample: boolean;
}

/** By day, and of one day by the order of recording. */
export const byDayThenRecording = (a: TaskFact, b: TaskFact): number =>
  a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : a.id - b.id;

/**
 * How a task stands on a day: as last recorded by then, else OPEN; an open one whose deadline lies before the day is
 * OVERDUE.
 * @param events in the order of `byDayThenRecording`
 */
export function taskOn({ deadline, events }: { deadline: Day | null; events: readonly TaskFact[] }, day: Day): TaskStanding {
  let last: TaskFact | null = null;
  let doneOn: Day | null = null;
  for (const event of events) {
    if (event.effectiveDate > day) break;
    last = event;
    doneOn = event.status === TaskStatus.DONE ? (doneOn ?? event.effectiveDate) : null;
  }
  const recorded = last?.status ?? TaskStatus.OPEN;
  const daysLeft = recorded === TaskStatus.OPEN && deadline !== null ? daysBetween(day, deadline) : null;
  return {
    status: daysLeft !== null && daysLeft < 0 ? TaskStatus.OVERDUE : recorded,
    note: last?.note ?? null,
    updatedOn: last?.effectiveDate ?? null,
    doneOn,
    daysLeft,
    // That nothing had been reported by then is as made up as what was reported afterwards.
    sample: last?.sample ?? events.some(({ sample }) => sample),
  };
}
