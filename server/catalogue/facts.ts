import type { Day } from '../api/day';
import { defaultThresholds, type HealthThresholds } from '../dispatch/rules';
import type { TaskSheet } from '../dispatch/tasks';
import type { Reference } from '../portfolio/reference';
import type { SectionSheet } from '../water/sections';
import { countsOn, standingOn, type Sheet, type Standing } from './sheet';

/** A work beside how it stands on a day. */
export interface Work {
  sheet: Sheet;
  standing: Standing;
}

const DAYS_KEPT = 4;

/** Everything that was known at one change: what a request reads, whole and unchanging, however long it runs. */
export class Facts {
  readonly thresholds: HealthThresholds;
  /** In the order of the wall's numbers. */
  readonly byNumber: readonly Sheet[];

  constructor(
    /** The database that it came from, and the last change it knows. */
    readonly epoch: string,
    readonly seq: number,
    /** When that change was made; null in a database without changes. */
    readonly changedAt: Date | null,
    readonly reference: Reference,
    readonly sheets: ReadonlyMap<number, Sheet>,
    readonly sections: readonly SectionSheet[],
    /** By document, in each document's order. */
    readonly tasks: readonly TaskSheet[],
    private readonly standings = new WeakMap<Sheet, Map<Day, Standing>>(),
  ) {
    this.byNumber = [...sheets.values()].sort((a, b) => a.project.number - b.project.number);
    this.thresholds = { ...defaultThresholds, ...reference.setting<Partial<HealthThresholds>>('health') };
  }

  /** The facts after further changes; what is known of unchanged works is kept. */
  advance(seq: number, changedAt: Date | null, sheets: ReadonlyMap<number, Sheet>, sections: readonly SectionSheet[], tasks: readonly TaskSheet[]): Facts {
    return new Facts(this.epoch, seq, changedAt, this.reference, sheets, sections, tasks, this.standings);
  }

  /** How a work stands on a day; kept, since a sheet never changes. */
  standing(sheet: Sheet, day: Day): Standing {
    const days = this.standings.get(sheet) ?? new Map<Day, Standing>();
    this.standings.set(sheet, days);
    let standing = days.get(day);
    if (!standing) {
      standing = standingOn(sheet, day, this.thresholds);
      if (days.size >= DAYS_KEPT) days.delete(days.keys().next().value!);
      days.set(day, standing);
    }
    return standing;
  }

  /** The works that count on a day, in the order of their numbers. */
  worksOn(day: Day): Work[] {
    return this.byNumber.filter((sheet) => countsOn(sheet, day)).map((sheet) => ({ sheet, standing: this.standing(sheet, day) }));
  }
}
