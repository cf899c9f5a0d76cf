import type { MapSummary, MarkChange, ProgressMark } from '../live';
import type { Stage } from '../graphql.generated';
import { addDays } from '../theme/time';

/** Something that happened to a work, as the wall tells it. */
export interface WeekChange { id: string; mark: ProgressMark; day: string; kind: ChangeKind }
export type ChangeKind = Stage | 'corrected' | 'rejected' | 'registered' | 'progress' | 'suspended' | 'resumed' | 'confirmed' | 'LAGGING' | 'SERIOUS' | 'ON_TRACK';

const newestFirst = (a: WeekChange, b: WeekChange) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.mark.number - a.mark.number);

/** Stages reached, or gone back to by a correction, in the seven days that end on `day`, newest first. A kiosk may not read the change record, so the marks tell. */
export function stageChanges(marks: Iterable<ProgressMark>, day: string, days = 7): WeekChange[] {
  const since = addDays(day, 1 - days);
  const out: WeekChange[] = [];
  for (const mark of marks) {
    if (!mark.stageSince || mark.stageSince < since || mark.stageSince > day) continue;
    const kind = mark.corrected ? 'corrected' : mark.stage;
    if (kind !== 'PREPARATION') out.push({ id: `${mark.projectId}:${kind}`, mark, day: mark.stageSince, kind });
  }
  return out.sort(newestFirst);
}

const STAGES: readonly Stage[] = ['PREPARATION', 'CONSTRUCTION', 'COMPLETED'];

/** What a live update did to a work, in the order of weight; null when nothing worth telling. */
export function kindOf({ before, after }: MarkChange<ProgressMark>): ChangeKind | null {
  if (!before) return 'registered';
  // Back leads a correction, or the rejection of a completion, which then counts for no day.
  if (STAGES.indexOf(after.stage) < STAGES.indexOf(before.stage)) return after.corrected ? 'corrected' : 'rejected';
  if (before.stage !== after.stage) return after.stage;
  if (before.suspended !== after.suspended) return after.suspended ? 'suspended' : 'resumed';
  if (before.unverified && !after.unverified) return 'confirmed';
  if (before.progress !== after.progress) return 'progress';
  if (before.health !== after.health) return after.health;
  return null;
}

/** The week's stages and what live updates told since the page was opened: one line a work and kind, newest first. */
export function weekChanges(marks: Iterable<ProgressMark>, day: string, heard: readonly WeekChange[]): WeekChange[] {
  const since = addDays(day, -6);
  const all = new Map(stageChanges(marks, day).map((c) => [c.id, c]));
  const fresh = heard.filter((c) => c.day >= since && c.day <= day);
  const seen = new Set(fresh.map((c) => c.id));
  return [...fresh, ...[...all.values()].filter((c) => !seen.has(c.id))];
}

/** Works completed in the seven days that end on `day`. */
export const completedThisWeek = (marks: Iterable<ProgressMark>, day: string): number =>
  stageChanges(marks, day).filter((c) => c.kind === 'COMPLETED').length;

/** Counties with late works, in the order given, each once. */
export function lateRegions(marks: Iterable<ProgressMark>, order: readonly { adcode: string }[]): string[] {
  const late = new Set<string>();
  for (const mark of marks) if (mark.health !== 'ON_TRACK') late.add(mark.adcode);
  return order.map((r) => r.adcode).filter((adcode) => late.has(adcode));
}

/** As many names as fit into `room` characters; then how many are left out. */
export function fitNames(names: readonly string[], room: number): { shown: string[]; more: number } {
  const shown: string[] = [];
  let used = 0;
  for (const name of names) {
    const width = [...name].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0.5);
    const last = shown.length === names.length - 1;
    if (used + width + (last ? 0 : 3) > room) break;
    shown.push(name);
    used += width;
  }
  return { shown, more: names.length - shown.length };
}

/** Share with one decimal, "65.3%"; a dash for an empty set. */
export const percent = (share: number | null | undefined): string => (share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`);
/** Yuan as 亿元 with two decimals. */
export const inYi = (money: string): string => (Number(money) / 1e8).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Works that carry a late mark. */
export const lateCount = (summary: MapSummary): number => summary.lagging + summary.serious;
