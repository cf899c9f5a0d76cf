import { dayOf, officeDay, workingDays, year, type DayNumber } from './days';
import type { Work } from './facts';
import { WAN } from './investment';
import { Chance } from './random';
import type { Schedule } from './schedule';
import type { Settings } from './settings';
import type { Course, Span } from './stages';

export interface AnnualRow {
  readonly year: number;
  /** Fen. */
  readonly planned: number;
  readonly day: DayNumber;
}

/**
 * Draws what a work is to do in investment in each year: its straight line's share of the year, rounded as such plans
 * are, issued in January or when the work is to start. The last year of the schedule takes what the years before left.
 */
export function drawAnnualPlans(work: Work, course: Course, schedule: Schedule, investment: number, span: Span, settings: Settings): AnnualRow[] {
  const chance = new Chance(settings.seed, work.code, 'annual');
  const { plannedStart: from, plannedFinish: to } = schedule;
  const pauses = course.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? pause.expected }));
  const whole = workingDays(from, to, pauses);
  const rows: AnnualRow[] = [];
  let left = investment;
  for (let one = Math.max(year(from), year(span.first)); one <= year(to); one++) {
    const [begin, end] = [Math.max(from, dayOf(one, 1, 1)), Math.min(to, dayOf(one + 1, 1, 1))];
    const share = whole > 0 ? workingDays(begin, end, pauses) / whole : 1;
    const planned = one === year(to) ? left : Math.min(left, Math.round((investment * share * chance.between(0.92, 1.06)) / (10 * WAN)) * 10 * WAN);
    left -= planned;
    const issued = officeDay(Math.max(span.first + 4, Math.max(dayOf(one, 1, chance.whole(8, 24)), one === year(from) ? from - 30 : 0)), 1, settings.holidays);
    if (planned > 0 && issued <= span.last) rows.push({ year: one, planned, day: issued });
  }
  return rows;
}
