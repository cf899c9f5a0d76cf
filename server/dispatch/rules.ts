import { registerEnumType } from 'type-graphql';
import { daysBetween, monthEnd, type Day } from '../api/day';
import { Stage } from '../portfolio/facts.entity';
import { workingDays, type SuspensionFact } from '../portfolio/history';

export enum Health {
  ON_TRACK = 'ON_TRACK',
  LAGGING = 'LAGGING',
  SERIOUS = 'SERIOUS',
}
registerEnumType(Health, {
  name: 'Health',
  description: 'How well a work is doing; shown as a mark of its own, never as the stage colour.',
  valuesConfig: { ON_TRACK: { description: '正常' }, LAGGING: { description: '滞后' }, SERIOUS: { description: '严重滞后' } },
});

/** From where on a work counts as late; kept in the setting "health". */
export interface HealthThresholds {
  /** Points behind the straight-line schedule from which on a work is LAGGING. */
  laggingPoints: number;
  /** Points behind above which it is SERIOUS. */
  seriousPoints: number;
  /** Months that an overdue start is only LAGGING, counted from the end of the planned month. */
  seriousStartMonths: number;
}

export const defaultThresholds: HealthThresholds = { laggingPoints: 10, seriousPoints: 30, seriousStartMonths: 1 };

/** What the schedule rules look at: a work as it stands on a day. */
export interface ScheduleFacts {
  stage: Stage;
  plannedStart: Day | null;
  plannedFinish: Day | null;
  actualStart: Day | null;
  /** Percent. */
  progress: number;
  suspended: boolean;
  suspensions: readonly SuspensionFact[];
}

export type ScheduleRule = 'START_OVERDUE' | 'FINISH_OVERDUE' | 'SLOW_PROGRESS';

export interface ScheduleFinding {
  rule: ScheduleRule;
  health: Health.LAGGING | Health.SERIOUS;
  /** Points behind for SLOW_PROGRESS, days overdue for the others. */
  by: number;
}

/**
 * START_OVERDUE: still in preparation after the month of the planned start. Every start is planned by the month, so the
 * clock runs from the month's last day; more than `seriousStartMonths` months later it is serious.
 * Source: the office's rule as stated for the wall (start overdue by more than a month is serious).
 */
export function startOverdue(facts: ScheduleFacts, day: Day, thresholds: HealthThresholds): ScheduleFinding | null {
  const { stage, plannedStart } = facts;
  if (stage !== Stage.PREPARATION || !plannedStart) return null;
  const due = monthEnd(plannedStart);
  if (day <= due) return null;
  const serious = day > monthEnd(plannedStart, thresholds.seriousStartMonths);
  return { rule: 'START_OVERDUE', health: serious ? Health.SERIOUS : Health.LAGGING, by: daysBetween(due, day) };
}

/** FINISH_OVERDUE: not completed after the planned finish as approved now; always serious. */
export function finishOverdue(facts: ScheduleFacts, day: Day): ScheduleFinding | null {
  const { stage, plannedFinish } = facts;
  if (stage === Stage.COMPLETED || !plannedFinish || day <= plannedFinish) return null;
  return { rule: 'FINISH_OVERDUE', health: Health.SERIOUS, by: daysBetween(plannedFinish, day) };
}

/**
 * The progress that a straight line from start to planned finish asks for on a day, percent. Suspended days do not
 * count: the line is flat over them and still ends at 100 on the planned finish.
 * @returns null where there is no schedule to hold the work against.
 */
export function expectedProgress({ plannedStart, actualStart, plannedFinish, suspensions }: ScheduleFacts, day: Day): number | null {
  const start = plannedStart ?? actualStart;
  if (!start || !plannedFinish || plannedFinish <= start) return null;
  const whole = workingDays(suspensions, start, plannedFinish);
  if (whole === 0) return null;
  return Math.min(100, (100 * workingDays(suspensions, start, day)) / whole);
}

/** SLOW_PROGRESS: in construction and behind the straight-line schedule by at least `laggingPoints`; above `seriousPoints` serious. */
export function slowProgress(facts: ScheduleFacts, day: Day, thresholds: HealthThresholds): ScheduleFinding | null {
  if (facts.stage !== Stage.CONSTRUCTION) return null;
  const expected = expectedProgress(facts, day);
  if (expected === null) return null;
  // To a millionth of a point, so that 40.0 against 30.0 is ten points whatever the divisions before left over.
  const behind = Math.round((expected - facts.progress) * 1e6) / 1e6;
  if (behind < thresholds.laggingPoints) return null;
  return { rule: 'SLOW_PROGRESS', health: behind > thresholds.seriousPoints ? Health.SERIOUS : Health.LAGGING, by: behind };
}

/** What the schedule rules find about a work on a day. A suspended work is left alone. */
export function scheduleFindings(facts: ScheduleFacts, day: Day, thresholds: HealthThresholds): ScheduleFinding[] {
  if (facts.suspended) return [];
  return [startOverdue(facts, day, thresholds), finishOverdue(facts, day), slowProgress(facts, day, thresholds)].filter((finding) => finding !== null);
}

/** The worst of the findings. */
export const healthOf = (findings: readonly ScheduleFinding[]): Health =>
  findings.some(({ health }) => health === Health.SERIOUS) ? Health.SERIOUS : findings.length ? Health.LAGGING : Health.ON_TRACK;
