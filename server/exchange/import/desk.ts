import type { Day } from '../../api/day';
import type { Identity } from '../../api/identity';
import { Refusal, refuse, type Language } from '../../api/refusal';
import { assertMay, type Operation, type PolicyExtra, type WorkScope } from '../../access/policy';
import type { EntryFact, PlanFact } from '../../funding/sums';
import type { Sheet } from '../../catalogue/sheet';
import type { ProcedureKind, Stage, StageEventStatus } from '../../portfolio/facts.entity';
import type { Boundaries } from '../../portfolio/geography';
import type { ProcedureValues } from '../../portfolio/procedure-rules';
import type { Project } from '../../portfolio/project.entity';
import type { Reference } from '../../portfolio/reference';
import type { WorkList } from '../../portfolio/reference.entity';
import type { RowCheck } from './row-check';
import type { ImportRow } from './rows';
import { Show } from './show';

/** What is to be written of a work, each fact as its own mutation would write it. */
export interface Writes {
  fields: Partial<Project>;
  /** All the lists that it stands on afterwards; null where they stay. */
  lists: readonly WorkList[] | null;
  stages: { stage: Stage; effectiveDate: Day; status: StageEventStatus; reason: string | null }[];
  progress: { date: Day; progress: number; investmentDone: number }[];
  plans: PlanFact[];
  entries: (EntryFact & { documentNumber: string | null })[];
  procedures: { kind: ProcedureKind; values: ProcedureValues }[];
  /** What the change record says of them, in Chinese. */
  words: string[];
}

/** A work that the file is about. */
export interface Target {
  /** As it stands; of a new work as it is registered, with nothing known of it yet. */
  sheet: Sheet;
  scope: WorkScope;
  isNew: boolean;
  writes: Writes;
}

/** Nothing yet; of a new work it is said that it is one. */
export const noWrites = (...words: string[]): Writes => ({ fields: {}, lists: null, stages: [], progress: [], plans: [], entries: [], procedures: [], words });

export const writesAnything = ({ writes, isNew }: Target): boolean => isNew || writes.words.length > 0;

/** Who imports what file, and what it is judged by. */
export class Desk {
  readonly show: Show;
  /** A sheet whose figures need a day and have none. */
  private dayless: string | null = null;

  constructor(
    readonly identity: Identity,
    readonly language: Language,
    readonly today: Day,
    readonly reference: Reference,
    readonly boundaries: Boundaries,
    /** The file's name. */
    readonly file: string,
    /** The day that figures hold for where their sheet does not say. */
    private readonly asked: Day | null,
  ) {
    this.show = new Show(language);
  }

  /** The day that a row's figures hold for; null where nobody said. @throws Refusal when it lies ahead */
  dayOf({ sheet, asOf }: ImportRow<object>): Day | null {
    const day = asOf ?? this.asked;
    if (day !== null && day > this.today) throw refuse('IMPORT_DATE_FUTURE', { field: 'asOf', sheet, date: day, today: this.today });
    return day;
  }

  /** To be called where something is to be written under the day of a row that has none. */
  needDay({ sheet }: ImportRow<object>): void {
    this.dayless ??= sheet;
  }

  /** @throws Refusal when a day is needed that nobody said: it is then asked for, once for the whole file. */
  assertDays(): void {
    if (this.dayless !== null) throw refuse('IMPORT_DATE_NEEDED', { field: 'asOf', sheet: this.dayless });
  }

  /** Whether the importer may do this to the work by hand; if not, that is noted at the cells that ask for it. */
  allows<Fields extends object>(check: RowCheck<Fields>, operation: Operation, { scope }: Target, keys: readonly (keyof Fields)[], extra?: PolicyExtra): boolean {
    try {
      assertMay(this.identity, operation, scope, undefined, extra);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const asking = keys.filter((key) => check.read(key));
      for (const key of asking.length ? asking : [null]) check.refuse(error, key);
      return false;
    }
  }
}
