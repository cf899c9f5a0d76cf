import { daysBetween, type Day } from '../api/day';
import { Stage, StageEventStatus } from './facts.entity';

/** A stage event as far as reckoning needs it. */
export interface StageFact {
  id: number;
  stage: Stage;
  effectiveDate: Day;
  status: StageEventStatus;
  /** Made up for the demonstration. */
  sample?: boolean;
}

/** A stop of work: from its first day to the day work went on (exclusive), null while it lasts. */
export interface SuspensionFact {
  from: Day;
  to: Day | null;
}

/** Progress percent and fen of investment done, as of a day. */
export interface ProgressFact {
  date: Day;
  progress: number;
  investmentDone: number;
  /** Made up for the demonstration. */
  sample?: boolean;
}

/** By day, and of one day by the order of recording. */
export const byDayThenRecording = (a: StageFact, b: StageFact): number =>
  a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : a.id - b.id;

/**
 * The stage event that holds on a day: of those not rejected and effective by then the latest, of one day the last recorded.
 * @param events in the order of `byDayThenRecording`
 * @returns null where none holds: the work is in PREPARATION since it was registered.
 */
export function stageEventOn<T extends StageFact>(events: readonly T[], day: Day): T | null {
  for (let i = events.length - 1; i >= 0; i--) {
    if (events[i].effectiveDate <= day && events[i].status !== StageEventStatus.REJECTED) return events[i];
  }
  return null;
}

/**
 * The day on which the stage that holds on a day began: the first of the counting events in a row with that stage. A
 * correction to an earlier start thus moves it.
 * @returns null where no event holds.
 */
export function stageBegan(events: readonly StageFact[], day: Day): Day | null {
  let began: Day | null = null;
  let stage: Stage | null = null;
  for (const event of events) {
    if (event.effectiveDate > day || event.status === StageEventStatus.REJECTED) continue;
    if (event.stage !== stage) began = event.effectiveDate;
    stage = event.stage;
  }
  return began;
}

const STAGES = Object.values(Stage);

/** Whether the stage that holds on a day followed a later one: nothing but a correction leads back. */
export function cameBack(events: readonly StageFact[], day: Day): boolean {
  let back = false;
  let stage: Stage = Stage.PREPARATION;
  for (const event of events) {
    if (event.effectiveDate > day || event.status === StageEventStatus.REJECTED) continue;
    if (event.stage !== stage) back = STAGES.indexOf(event.stage) < STAGES.indexOf(stage);
    stage = event.stage;
  }
  return back;
}

/**
 * When construction began and ended, by the events that count up to a day. A correction back to an earlier stage takes
 * the later date away again.
 */
export function actualDates(events: readonly StageFact[], day: Day): { start: Day | null; finish: Day | null } {
  let start: Day | null = null;
  let finish: Day | null = null;
  for (const event of events) {
    if (event.effectiveDate > day || event.status === StageEventStatus.REJECTED) continue;
    if (event.stage === Stage.PREPARATION) start = finish = null;
    else {
      start ??= event.effectiveDate;
      finish = event.stage === Stage.COMPLETED ? (finish ?? event.effectiveDate) : null;
    }
  }
  return { start, finish };
}

/** The suspension that a day falls in, or null. */
export const suspensionOn = <T extends SuspensionFact>(suspensions: readonly T[], day: Day): T | null =>
  suspensions.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;

/** The last entry of a list in order of day that is not later than a day, or null. */
export function lastOn<T>(entries: readonly T[], day: Day, dayOf: (entry: T) => Day): T | null {
  for (let i = entries.length - 1; i >= 0; i--) if (dayOf(entries[i]) <= day) return entries[i];
  return null;
}

/** Days from `from` (inclusive) to `until` (exclusive) on which the work was not suspended. */
export function workingDays(suspensions: readonly SuspensionFact[], from: Day, until: Day): number {
  if (until <= from) return 0;
  let days = daysBetween(from, until);
  for (const { from: stop, to } of suspensions) {
    const begin = stop > from ? stop : from;
    const end = to === null || to > until ? until : to;
    if (end > begin) days -= daysBetween(begin, end);
  }
  return Math.max(0, days);
}
