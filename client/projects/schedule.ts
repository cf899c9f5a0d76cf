import { addDays, daysBetween, earlier, later } from '../format/days';

export type Pause = { from: string; to: string | null };
export type Plan = { plannedStart: string | null; actualStart: string | null; plannedFinish: string | null; suspensions: readonly Pause[] };

/** Days from `from` up to but without `until` on which the work was not suspended; as the server reckons them. */
export function workingDays(pauses: readonly Pause[], from: string, until: string): number {
  if (until <= from) return 0;
  const paused = pauses.map(({ from: stop, to }) => Math.max(0, daysBetween(later(stop, from), to === null ? until : earlier(to, until))));
  return Math.max(0, daysBetween(from, until) - paused.reduce((sum, days) => sum + days, 0));
}

export function planStart({ plannedStart, actualStart }: Pick<Plan, 'plannedStart' | 'actualStart'>): string | null {
  return plannedStart ?? actualStart;
}

/**
 * What a straight line from start to planned finish asks for on a day, in percent: flat over suspensions, 100 on the planned
 * finish. Null where there is no plan to hold the work against.
 */
export function plannedProgress(plan: Plan, day: string): number | null {
  const start = planStart(plan);
  const { plannedFinish, suspensions } = plan;
  if (!start || !plannedFinish || plannedFinish <= start) return null;
  const whole = workingDays(suspensions, start, plannedFinish);
  return whole === 0 ? null : Math.min(100, (100 * workingDays(suspensions, start, day)) / whole);
}

/** The corners of the planned line: its ends and wherever a suspension begins or ends. */
export function plannedLine(plan: Plan): { day: string; progress: number }[] {
  const start = planStart(plan);
  const finish = plan.plannedFinish;
  if (!start || !finish || finish <= start) return [];
  const corners = new Set([start, finish]);
  for (const { from, to } of plan.suspensions) {
    for (const day of [from, to]) if (day && day > start && day < finish) corners.add(day);
  }
  return [...corners].sort().map((day) => ({ day, progress: plannedProgress(plan, day) ?? 0 }));
}

/** Whole points behind the plan (positive) or ahead of it (negative); null without a plan. */
export function pointsBehind(plan: Plan, day: string, progress: number): number | null {
  const planned = plannedProgress(plan, day);
  return planned === null ? null : Math.round(planned - progress);
}

/** The pauses as they had effect on `day`: none that began later, open where they ended later, none taken back the same day. */
export function pausesAsOf<T extends Pause>(pauses: readonly T[], day: string): T[] {
  return pauses.filter(({ from, to }) => from <= day && from !== to).map((pause) => (pause.to !== null && pause.to > day ? { ...pause, to: null } : pause));
}

/**
 * The pauses for the planned line. One that still lasts counts up to today, so that the line goes on from there; otherwise all that
 * is known counts, also for a day in the past, as it does on the server.
 */
export function plannedPauses<T extends Pause>(pauses: readonly T[], today: string): T[] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: later(pause.from, today) } : pause));
}

/** The last day of a pause that is drawn, which an open one carries on to. */
export function pauseEnd(pause: Pause, until: string): string {
  return pause.to === null ? until : earlier(pause.to, addDays(until, 1));
}
