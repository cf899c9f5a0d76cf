import type { Day } from '../api/day';
import { defaultThresholds, type HealthThresholds } from '../dispatch/rules';
import type { TaskSheet } from '../dispatch/tasks';
import type { IndicatorSheet } from '../figures/indicators';
import type { Reference } from '../portfolio/reference';
import type { FlowFacts } from '../water/flows';
import type { SectionSheet } from '../water/sections';
import { Carried } from './carried';
import { countsOn, standingOn, type Sheet, type Standing } from './sheet';

/** A work beside how it stands on a day. */
export interface Work {
  sheet: Sheet;
  standing: Standing;
}

/** Sheets by the rows of their works. */
export interface Sheets {
  get(id: number): Sheet | undefined;
}

/** What facts are made of, or brought up to date by. */
export interface News {
  /** The last change that is known. */
  seq: number;
  /** When it was made; null in a database without changes. */
  changedAt: Date | null;
  /** The works that are new or have changed. */
  sheets: readonly Sheet[];
  sections: readonly SectionSheet[];
  flows: FlowFacts;
  indicators: readonly IndicatorSheet[];
  tasks: readonly TaskSheet[];
}

/** What was found out about the works and outlives the state of the facts that it was found in. */
interface Found {
  days: Carried<(Work | undefined)[]>;
  counting: Carried<readonly Work[]>;
  choices: Carried<Uint8Array>;
  orders: Carried<Int32Array>;
  texts: Carried<(string | undefined)[]>;
}

const DAYS_KEPT = 4;
const nothingFound = (): Found => ({ days: new Carried(DAYS_KEPT), counting: new Carried(DAYS_KEPT), choices: new Carried(64), orders: new Carried(24), texts: new Carried(1) });

const byWallNumber = (a: Sheet, b: Sheet): number => a.project.number - b.project.number;

/** Everything that was known at one change: what a request reads, whole and unchanging, however long it runs. */
export class Facts {
  readonly thresholds: HealthThresholds;
  readonly sheets: Sheets;

  private constructor(
    /** The database that it came from. */
    readonly epoch: string,
    readonly seq: number,
    readonly changedAt: Date | null,
    readonly reference: Reference,
    readonly sections: readonly SectionSheet[],
    readonly flows: FlowFacts,
    /** What regions are ranked by, in the order of the pack. */
    readonly indicators: readonly IndicatorSheet[],
    /** By document, in each document's order. */
    readonly tasks: readonly TaskSheet[],
    /** In the order of the wall's numbers. */
    readonly byNumber: readonly Sheet[],
    private readonly byRow: readonly (Sheet | undefined)[],
    private readonly found: Found,
  ) {
    this.thresholds = { ...defaultThresholds, ...reference.setting<Partial<HealthThresholds>>('health') };
    this.sheets = { get: (id) => byRow[id] };
  }

  static of(epoch: string, reference: Reference, { seq, changedAt, sheets, sections, flows, indicators, tasks }: News): Facts {
    return new Facts(epoch, seq, changedAt, reference, sections, flows, indicators, tasks, [...sheets].sort(byWallNumber), withRows([], sheets), nothingFound());
  }

  /** The facts after further changes; what is known of unchanged works is kept. */
  advance({ seq, changedAt, sheets, sections, flows, indicators, tasks }: News): Facts {
    const changed = new Set(sheets.map(({ project }) => project.id));
    const { days, counting, choices, orders, texts } = this.found;
    const found = changed.size ? { days: days.after(changed), counting: counting.after(changed), choices: choices.after(changed), orders: orders.after(changed), texts: texts.after(changed) } : this.found;
    return new Facts(this.epoch, seq, changedAt, this.reference, sections, flows, indicators, tasks, withSheets(this.byNumber, sheets), withRows(this.byRow, sheets), found);
  }

  /** How a work stands on a day; kept, since a sheet never changes. */
  standing(sheet: Sheet, day: Day): Standing {
    return this.work(sheet, day).standing;
  }

  /** A work beside how it stands on a day. */
  work(sheet: Sheet, day: Day): Work {
    return this.workOn(this.worksByRow(day), sheet, day);
  }

  /** The works that count on a day, in the order of their numbers. */
  worksOn(day: Day): readonly Work[] {
    const reckon = () => {
      const works = this.worksByRow(day);
      return this.byNumber.filter((sheet) => countsOn(sheet, day)).map((sheet) => this.workOn(works, sheet, day));
    };
    return this.found.counting.get(day, reckon, reckon);
  }

  /**
   * Whether works pass a question, by row: 0 not asked yet, 1 it does, 2 it does not. Whoever asks fills it in.
   * @param question a name that says everything it depends on
   */
  marks(question: string): Uint8Array {
    return this.found.choices.get(question, () => new Uint8Array(this.byRow.length), (before, changed) => {
      const marks = new Uint8Array(this.byRow.length);
      marks.set(before);
      for (const id of changed) marks[id] = 0;
      return marks;
    });
  }

  /** The rows of all works in an order, whether they count or not. @param name says everything the order depends on */
  ordered(name: string, whole: () => Int32Array, renew: (before: Int32Array, changed: ReadonlySet<number>) => Int32Array): Int32Array {
    return this.found.orders.get(name, whole, renew);
  }

  /** A text made of a work, kept. @param make always the same */
  text(sheet: Sheet, make: (sheet: Sheet) => string): string {
    const texts = this.found.texts.get('', () => [], without);
    return (texts[sheet.project.id] ??= make(sheet));
  }

  private worksByRow(day: Day): (Work | undefined)[] {
    return this.found.days.get(day, () => [], without);
  }

  private workOn(works: (Work | undefined)[], sheet: Sheet, day: Day): Work {
    return (works[sheet.project.id] ??= { sheet, standing: standingOn(sheet, day, this.thresholds) });
  }
}

/** A list by row in which nothing is known of some rows. */
function without<T>(known: readonly (T | undefined)[], rows: ReadonlySet<number>): (T | undefined)[] {
  const rest = known.slice();
  for (const id of rows) rest[id] = undefined;
  return rest;
}

function withRows(before: readonly (Sheet | undefined)[], sheets: readonly Sheet[]): readonly (Sheet | undefined)[] {
  if (!sheets.length) return before;
  const after = before.slice();
  for (const sheet of sheets) after[sheet.project.id] = sheet;
  return after;
}

/** A list in the order of the numbers with some works in it anew. */
function withSheets(before: readonly Sheet[], sheets: readonly Sheet[]): readonly Sheet[] {
  if (!sheets.length) return before;
  const changed = new Set(sheets.map(({ project }) => project.id));
  const after = before.filter(({ project }) => !changed.has(project.id));
  after.push(...sheets);
  // All but the few at its end are in order, so that this is one pass.
  return after.sort(byWallNumber);
}
