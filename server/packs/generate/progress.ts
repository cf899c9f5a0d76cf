import { Chance } from './random';
import { month, pausedOn, type DayNumber } from './days';
import type { Work } from './facts';
import type { Settings } from './settings';
import type { Course, Span } from './stages';

export interface ProgressRow {
  readonly day: DayNumber;
  readonly progress: number;
  /** Fen, cumulative. */
  readonly done: number;
  readonly note: string;
}

/** Amounts in works' ledgers are whole hundreds of yuan. */
const GRAIN = 100_00;

/** How much of a work is done after a share of its effort: between a straight line and an S. */
function sCurve(effort: number, bend: number): number {
  return effort + bend * (effort * effort * (3 - 2 * effort) - effort);
}

/** The effort after which `share` is done. */
function effortFor(share: number, bend: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sCurve(middle, bend) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Effort spent by each day from the start: none while resting, little in winter, and every month has its own pace. */
function effortByDay(course: Course, end: DayNumber, chance: Chance): Float64Array {
  const paces = Array.from({ length: 13 }, () => chance.between(0.75, 1.25));
  const winter = chance.between(0.45, 0.85);
  const spent = new Float64Array(end - course.start + 1);
  for (let day = course.start + 1; day <= end; day++) {
    const cold = month(day) === 12 || month(day) <= 2 ? winter : 1;
    const effort = pausedOn(day - 1, course.pauses) ? 0 : cold * paces[month(day)];
    spent[day - course.start] = spent[day - course.start - 1] + effort;
  }
  return spent;
}

/** The days of report, each work's own: about monthly, half-monthly for short works; the last just before the end. */
function reportDays(course: Course, end: DayNumber, chance: Chance): DayNumber[] {
  const length = end - course.start;
  const [least, most] = length < 260 ? [10, 15] : length < 420 ? [14, 20] : [22, 32];
  const days: DayNumber[] = [];
  for (let day = course.start + chance.whole(7, 20); day < end - 6; day += chance.whole(least, most)) days.push(day);
  days.push(end);
  return days;
}

function noteFor(progress: number, resting: boolean): string {
  if (resting) return '冬季停工';
  if (progress >= 100) return '工程内容全部完成';
  return '';
}

/** Draws the progress entries of a work: progress and the investment done so far. */
export function drawProgress(work: Work, course: Course, reached: number, investment: number, span: Span, settings: Settings): ProgressRow[] {
  const chance = new Chance(settings.seed, work.code, 'progress');
  const end = course.finish === null ? span.last - chance.whole(0, 9) : course.finish - chance.whole(0, 3);
  const bend = chance.between(-0.1, 0.45);
  const power = chance.between(0.92, 1.16);
  const share = chance.between(0.955, 1);
  const spent = effortByDay(course, end, chance);
  const total = spent[spent.length - 1];
  const reachedEffort = effortFor(reached / 100, bend);
  const rows: ProgressRow[] = [];
  let before = { progress: 0, done: 0 };
  for (const day of reportDays(course, end, chance)) {
    const effort = (reachedEffort * spent[day - course.start]) / total;
    // 100 stands for done: no rounding reaches it before the end.
    const raw = day === end ? reached : Math.min(100 * sCurve(effort, bend), 99.9);
    const progress = Math.max(before.progress, Math.round(raw * 10) / 10);
    const fen = Math.floor((investment * share * Math.pow(progress / 100, power)) / GRAIN) * GRAIN;
    const done = Math.max(before.done, fen);
    rows.push({ day, progress, done, note: noteFor(progress, pausedOn(day, course.pauses)) });
    before = { progress, done };
  }
  return rows;
}
