import { join } from 'node:path';
import { readPack, type PackProject } from '../../server/exchange/pack/read';

export const FOLDER = join(__dirname, '../../server/packs/linfen');
export const pack = readPack(FOLDER);

const DAY = 86_400_000;

/** Days between two calendar days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The day so many days later. */
export function addDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
}

/** Every seventh day of the pack, its first and its last. */
export const someDays: readonly string[] = (() => {
  const days: string[] = [];
  for (let day = '2023-01-01'; day < '2025-02-20'; day = addDays(day, 7)) days.push(day);
  return [...days, '2025-02-20'];
})();

const grouped = new Map<unknown, Map<string, unknown[]>>();

/** The rows of one work. They are grouped once: the tests ask for them day after day. */
export function of<T extends { readonly project: string }>(rows: readonly T[], work: PackProject): T[] {
  let groups = grouped.get(rows) as Map<string, T[]> | undefined;
  if (!groups) {
    groups = new Map();
    for (const row of rows) groups.set(row.project, [...(groups.get(row.project) ?? []), row]);
    grouped.set(rows, groups);
  }
  return groups.get(work.code) ?? [];
}

/** The day a work entered a stage, or null. */
export function dayOf(work: PackProject, stage: 'CONSTRUCTION' | 'COMPLETED'): string | null {
  return of(pack.stageEvents, work).find((event) => event.stage === stage && event.status !== 'REJECTED')?.effectiveDate ?? null;
}

/** A work's stage on a day, folded from its events. */
export function stageOn(work: PackProject, day: string): 'PREPARATION' | 'CONSTRUCTION' | 'COMPLETED' {
  const started = dayOf(work, 'CONSTRUCTION');
  const completed = dayOf(work, 'COMPLETED');
  if (completed !== null && completed <= day) return 'COMPLETED';
  return started !== null && started <= day ? 'CONSTRUCTION' : 'PREPARATION';
}

/** True while a suspension lasts. */
export function suspendedOn(work: PackProject, day: string): boolean {
  return of(pack.suspensions, work).some((rest) => rest.from <= day && (rest.to === null || day < rest.to));
}

/** Progress and investment done by the latest entry. */
export function progressOn(work: PackProject, day: string): { progress: number; done: number } {
  const latest = of(pack.progress, work).filter((entry) => entry.date <= day).at(-1);
  return { progress: latest?.progress ?? 0, done: latest?.investmentDone ?? 0 };
}

/** Days from `from` to before `to` without those on which the work rested. */
function worked(work: PackProject, from: string, to: string): number {
  const later = (one: string, other: string): string => (one > other ? one : other);
  const earlier = (one: string, other: string): string => (one < other ? one : other);
  return of(pack.suspensions, work).reduce((days, rest) => (
    days - Math.max(0, daysBetween(later(from, rest.from), earlier(to, rest.to ?? to)))), Math.max(0, daysBetween(from, to)));
}

/** The schedule rules, as the programme states them: ten and thirty points, one month. */
export function healthOn(work: PackProject, day: string): 'ON_TRACK' | 'LAGGING' | 'SERIOUS' {
  const stage = stageOn(work, day);
  if (stage === 'COMPLETED' || suspendedOn(work, day)) return 'ON_TRACK';
  const start = work.plannedStart ?? '';
  if (stage === 'PREPARATION') {
    const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    const late = month(day) - month(start);
    return late <= 0 ? 'ON_TRACK' : late === 1 ? 'LAGGING' : 'SERIOUS';
  }
  const finish = work.plannedFinish ?? '';
  if (day > finish) return 'SERIOUS';
  const expected = (100 * worked(work, start, day)) / worked(work, start, finish);
  const behind = expected - progressOn(work, day).progress;
  return behind > 30 ? 'SERIOUS' : behind >= 10 ? 'LAGGING' : 'ON_TRACK';
}
