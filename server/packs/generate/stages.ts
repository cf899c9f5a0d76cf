import { Chance } from './random';
import { dayNumber, dayOf, inHolidays, month, year, type DayNumber, type Pause } from './days';
import type { Work } from './facts';
import type { CategorySettings, Settings } from './settings';

/** The pack's span of days. */
export interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly target: DayNumber;
  readonly counted: DayNumber;
}

/** When a work was started, rested and was completed. */
export interface Course {
  readonly start: DayNumber;
  /** Null while it is still being built on the last day. */
  readonly finish: DayNumber | null;
  readonly pauses: readonly (Pause & { readonly expected: DayNumber })[];
}

/** The settings of a work's category, or of what it is said to be like. */
export function categoryOf(work: Work, settings: Settings): CategorySettings {
  const name = settings.works[work.code]?.like ?? work.category;
  const found = settings.categories[name];
  if (!found) throw new Error(`generator.json: categories has no ${name}, which ${work.code} needs`);
  return found;
}

/** Chooses which works are still being built on the last day: at least one in every ranked region, the long ones rather than the short. */
export function chooseOngoing(works: readonly Work[], ranked: readonly string[], settings: Settings): ReadonlySet<string> {
  const count = settings.published.works - settings.published.completed;
  const ongoing = new Set<string>();
  const open: { readonly work: Work; readonly score: number }[] = [];
  for (const work of works) {
    const given = settings.works[work.code]?.finalStage ?? (work.known?.stage === 'COMPLETED' ? 'COMPLETED' : undefined);
    if (given === 'CONSTRUCTION') ongoing.add(work.code);
    if (given !== undefined) continue;
    const [low, high] = categoryOf(work, settings).days;
    const documented = work.plannedFinish === null ? 0 : -0.9;
    // What was being built early is the likelier to be done.
    const early = work.known?.stage === 'CONSTRUCTION' ? -1.2 : 0;
    open.push({ work, score: (low + high) / 200 + documented + early + 2.2 * new Chance(settings.seed, work.code, 'ongoing').next() });
  }
  open.sort((one, other) => other.score - one.score || one.work.number - other.work.number);
  for (const region of ranked) {
    if (works.some((work) => work.regions[0] === region && ongoing.has(work.code))) continue;
    const best = open.find(({ work }) => work.regions[0] === region);
    if (!best) throw new Error(`no work led by ${region} can be under construction on the last day`);
    ongoing.add(best.work.code);
  }
  for (const { work } of open) if (ongoing.size < count) ongoing.add(work.code);
  if (ongoing.size !== count) throw new Error(`${ongoing.size} works are under construction on the last day, not ${count}`);
  return ongoing;
}

/** True where a start and a completion agree with the stage that a document gives. */
function agrees(work: Work, start: DayNumber, finish: DayNumber | null): boolean {
  if (!work.known) return true;
  const { stage, on } = work.known;
  if (stage === 'PREPARATION') return start > on;
  if (stage === 'CONSTRUCTION') return start <= on && (finish === null || finish > on);
  return finish !== null && finish <= on;
}

interface Used {
  readonly starts: Set<DayNumber>;
  readonly finishes: Set<DayNumber>;
}

function drawCourse(work: Work, done: boolean, span: Span, used: Used, settings: Settings): { start: DayNumber; finish: DayNumber | null } {
  const chance = new Chance(settings.seed, work.code, 'course');
  const { days } = categoryOf(work, settings);
  const topStart = Math.max(...settings.startSeason);
  const topFinish = Math.max(...settings.finishSeason);
  for (let tries = 0; tries < 50_000; tries++) {
    const start = chance.whole(span.first + 12, span.counted - 10);
    const length = Math.round(chance.between(days[0], days[1]));
    const finish = done ? start + length : null;
    // A work still being built has used up part of its time, and must not have been due long ago.
    const spent = (span.last - start) / length;
    if (inHolidays(start, settings.holidays) || (finish !== null && inHolidays(finish, settings.holidays))) continue;
    if (used.starts.has(start) || !agrees(work, start, finish) || !chance.happens(settings.startSeason[month(start) - 1] / topStart)) continue;
    // "To be started by" in a document: seldom missed by more than a season.
    if (work.plannedStart !== null && (start > work.plannedStart + 100 || start < work.plannedStart - 60)) continue;
    // Nor does a work that was to be finished by a day begin long after it.
    if (work.plannedFinish !== null && !chance.happens(Math.exp(-Math.max(0, start - work.plannedFinish + 60) / 80))) continue;
    if (finish === null) {
      if (spent < 0.2 || (spent > 1.15 && work.known?.stage !== 'CONSTRUCTION')) continue;
      return { start, finish };
    }
    if (finish > span.counted - 3 || used.finishes.has(finish) || !chance.happens(settings.finishSeason[month(finish) - 1] / topFinish)) continue;
    if (work.plannedFinish !== null && !chance.happens(Math.exp(-Math.max(0, finish - work.plannedFinish) / 170))) continue;
    return { start, finish };
  }
  throw new Error(`found no start and completion for ${work.code} that agree with its facts`);
}

function drawPauses(work: Work, start: DayNumber, finish: DayNumber | null, span: Span, settings: Settings): Course['pauses'] {
  const chance = new Chance(settings.seed, work.code, 'rest');
  const { winterRest } = categoryOf(work, settings);
  const pauses: { from: DayNumber; to: DayNumber; expected: DayNumber }[] = [];
  for (let winter = year(start); winter < year(span.last); winter++) {
    const from = dayOf(winter, 12, 1) + chance.whole(3, 40);
    const thaw = dayOf(winter + 1, 2, 10) + chance.whole(0, 30);
    // Whoever rests on the last day is chosen for the whole city; everyone else is back at work by then.
    const to = thaw >= span.last ? span.last - chance.whole(1, 12) : thaw;
    const expected = Math.max(from + 20, to + chance.whole(-8, 9));
    if (!chance.happens(winterRest) || start > from - 40) continue;
    if (finish !== null && finish < to + 30) continue;
    pauses.push({ from, to, expected });
  }
  return pauses;
}

/** Draws every work's course. Starts and completions fall on days of their own. */
export function drawCourses(works: readonly Work[], ongoing: ReadonlySet<string>, span: Span, settings: Settings): Map<string, Course> {
  const used: Used = { starts: new Set(), finishes: new Set() };
  const courses = new Map<string, Course>();
  // Those that documents bind come first, while every day is free.
  const order = [...works].sort((one, other) => Number(other.known !== null) - Number(one.known !== null) || one.number - other.number);
  for (const work of order) {
    const { start, finish } = drawCourse(work, !ongoing.has(work.code), span, used, settings);
    used.starts.add(start);
    if (finish !== null) used.finishes.add(finish);
    courses.set(work.code, { start, finish, pauses: drawPauses(work, start, finish, span, settings) });
  }
  return leaveSomeResting(works, courses, span, settings);
}

function leaveSomeResting(works: readonly Work[], courses: Map<string, Course>, span: Span, settings: Settings): Map<string, Course> {
  const chance = new Chance(settings.seed, 'resting');
  const able = works.filter((work) => {
    const course = courses.get(work.code);
    const last = course?.pauses.at(-1);
    return course?.finish === null && last !== undefined && last.to !== null && last.to > span.last - 60;
  });
  for (let left = settings.picture.suspended; left > 0; left--) {
    const work = able.splice(chance.whole(0, able.length - 1), 1)[0];
    const course = work && courses.get(work.code);
    if (!course) throw new Error('too few works rest in the last winter');
    const pauses = course.pauses.map((pause, place) => (
      place === course.pauses.length - 1 ? { from: pause.from, to: null, expected: span.last + chance.whole(6, 24) } : pause));
    courses.set(work.code, { ...course, pauses });
  }
  return courses;
}

/** The span of days, from pack.json and the settings. */
export function spanOf(info: { readonly firstDay: string; readonly lastDay: string; readonly targetDate: string }, settings: Settings): Span {
  return { first: dayNumber(info.firstDay), last: dayNumber(info.lastDay), target: dayNumber(info.targetDate), counted: dayNumber(settings.published.countedOn) };
}
