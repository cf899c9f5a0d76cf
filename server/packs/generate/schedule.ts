import { Chance } from './random';
import { monthEnd, workingDays, type DayNumber } from './days';
import type { Work } from './facts';
import type { Settings } from './settings';
import { categoryOf, type Course, type Span } from './stages';

/** The approved dates of a work, and which of them no document gives. */
export interface Schedule {
  readonly plannedStart: DayNumber;
  readonly plannedFinish: DayNumber;
  readonly originalFinish: DayNumber | null;
  readonly made: readonly ('plannedStart' | 'plannedFinish' | 'originalFinish')[];
  /** Progress by the last entry: 100, or what has been reached by the last day. */
  readonly reached: number;
}

type Role = 'steady' | 'lagging' | 'slow' | 'overdue';

const LEAST = 17;
const MOST = 94.5;
/** Points behind the straight line, well away from the thresholds 10 and 30. */
const BEHIND: Record<Role, readonly [number, number]> = { steady: [-6, 7], lagging: [13, 26], slow: [33, 40], overdue: [0, 0] };

function planStart(work: Work, course: Course, span: Span, chance: Chance): DayNumber {
  if (work.plannedStart !== null) return work.plannedStart;
  const fate = chance.next();
  const first = monthEnd(course.start, -1) + 1;
  // Most begin in the month planned; some earlier; some late.
  if (fate < 0.68) return Math.max(span.first + 4, first + chance.whole(0, course.start - first));
  if (fate < 0.84) return course.start + chance.whole(2, 24);
  return Math.max(span.first + 4, course.start - chance.whole(18, 62));
}

/** Deals out who is late on the last day. Works that rest are left alone by the rules. */
function dealRoles(works: readonly Work[], courses: ReadonlyMap<string, Course>, span: Span, settings: Settings): Map<string, Role> {
  const chance = new Chance(settings.seed, 'roles');
  const able = works.filter((work) => {
    const course = courses.get(work.code);
    return course?.finish === null && course.pauses.at(-1)?.to !== null && span.last - course.start > 200;
  });
  const roles = new Map<string, Role>();
  const deal = (role: Role, count: number): void => {
    for (let left = count; left > 0; left--) {
      // One region does not carry all the blame.
      const fresh = able.filter((work) => ![...roles.keys()].some((code) => works.find((other) => other.code === code)?.regions[0] === work.regions[0]));
      const work = chance.pick(fresh.length > 0 ? fresh : able);
      if (!work) throw new Error(`too few works to have ${count} ${role}`);
      able.splice(able.indexOf(work), 1);
      roles.set(work.code, role);
    }
  };
  deal('overdue', settings.picture.overdue);
  deal('slow', settings.picture.slow);
  deal('lagging', settings.picture.lagging);
  return roles;
}

/** Where the straight line to the planned completion stands; a rest that lasts is taken to end when expected. */
function straightLine(plannedStart: DayNumber, plannedFinish: DayNumber, on: DayNumber, pauses: Course['pauses']): number {
  const ended = pauses.map((pause) => ({ from: pause.from, to: pause.to ?? pause.expected }));
  return (100 * workingDays(plannedStart, on, ended)) / workingDays(plannedStart, plannedFinish, ended);
}

function planOngoing(work: Work, course: Course, role: Role, span: Span, settings: Settings, chance: Chance): { finish: DayNumber; reached: number } {
  if (role === 'overdue') return { finish: monthEnd(span.last, -chance.whole(1, 2)), reached: Math.round(chance.between(82, 93) * 10) / 10 };
  const plannedStart = planStart(work, course, span, new Chance(settings.seed, work.code, 'plan start'));
  const [low, high] = categoryOf(work, settings).days;
  const wished = course.start + chance.between(low, high) * 1.05;
  const [least, most] = BEHIND[role];
  const behind = chance.between(least, most);
  let best: { finish: DayNumber; reached: number } | null = null;
  for (let finish = monthEnd(span.last, 1); finish <= span.target; finish = monthEnd(finish, 1)) {
    const reached = Math.round((straightLine(plannedStart, finish, span.last, course.pauses) - behind) * 10) / 10;
    if (reached < LEAST || reached > MOST) continue;
    if (!best || Math.abs(finish - wished) < Math.abs(best.finish - wished)) best = { finish, reached };
  }
  if (!best) throw new Error(`no planned completion fits ${work.code}`);
  return best;
}

function planCompleted(work: Work, finish: DayNumber, chance: Chance): DayNumber {
  // A document's date stands where it was kept or missed by little; otherwise a later one was approved, not always late enough.
  if (work.plannedFinish !== null && finish <= work.plannedFinish + 40) return work.plannedFinish;
  const late = chance.happens(0.2);
  const end = late ? monthEnd(finish, -1) : monthEnd(finish, chance.happens(0.45) ? 1 : 0);
  return work.plannedFinish === null ? end : Math.max(end, monthEnd(work.plannedFinish, 1));
}

/** Gives every work its approved dates and the progress that it has reached. */
export function planSchedules(works: readonly Work[], courses: ReadonlyMap<string, Course>, span: Span, settings: Settings): Map<string, Schedule> {
  const roles = dealRoles(works, courses, span, settings);
  const schedules = new Map<string, Schedule>();
  for (const work of works) {
    const course = courses.get(work.code);
    if (!course) throw new Error(`${work.code} has no course`);
    const chance = new Chance(settings.seed, work.code, 'plan');
    const plannedStart = planStart(work, course, span, new Chance(settings.seed, work.code, 'plan start'));
    const planned = course.finish === null
      ? planOngoing(work, course, roles.get(work.code) ?? 'steady', span, settings, chance)
      : { finish: planCompleted(work, course.finish, chance), reached: 100 };
    const documented = work.plannedFinish !== null && work.plannedFinish !== planned.finish;
    const earlier = monthEnd(planned.finish, -chance.whole(2, 5));
    const extended = !documented && work.plannedFinish === null && chance.happens(0.18) && earlier > course.start + 90;
    const made: ('plannedStart' | 'plannedFinish' | 'originalFinish')[] = [];
    if (work.plannedStart === null) made.push('plannedStart');
    if (work.plannedFinish === null || documented) made.push('plannedFinish');
    if (extended) made.push('originalFinish');
    schedules.set(work.code, {
      plannedStart, plannedFinish: planned.finish, originalFinish: documented ? work.plannedFinish : extended ? earlier : null, made, reached: planned.reached,
    });
  }
  return schedules;
}
