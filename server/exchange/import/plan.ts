import { refuse } from '../../api/refusal';
import { isStorable } from '../../api/text';
import { Turns } from '../../api/turns';
import { canView } from '../../access/policy';
import { scopeOfSheet } from '../../catalogue/context';
import type { ImportProgress } from './answer';
import { noWrites, type Desk, type Target } from './desk';
import type { Ground } from './ground';
import { findWork, sameName, type Sight } from './match';
import { planFunding, sourceOf } from './plan-funding';
import { holdsAny, kindOf, planProcedure } from './plan-procedures';
import { draftWork, planWork } from './plan-works';
import { squeeze } from './read-text';
import { RowCheck } from './row-check';
import type { ImportFields, ImportFile, ImportKind, ImportRow, Read, WorkNames } from './rows';

/** A row, judged, and the work that it is about; null where none was found. */
export interface PlannedRow {
  check: RowCheck<WorkNames>;
  target: Target | null;
}

/** A file, judged: its rows, and every work that they are about, in the file's order. */
export interface Plan {
  rows: PlannedRow[];
  targets: Target[];
}

/** Where a row stands, as a key. */
export const placeOf = ({ sheet, row }: { sheet: string; row: number }): string => `${row}@${sheet}`;

/** Values that come into the record as they were written. */
const TEXTS = ['code', 'name', 'nationalCode', 'ownerUnit', 'scale', 'content', 'waterBody', 'documentNumber'];

/** Plans a row. `again` notes and tells whether an earlier row was about the same part of the work. */
type PlanRow<Fields extends WorkNames> = (desk: Desk, check: RowCheck<Fields>, target: Target, again: (part: string) => boolean) => void;

const planners: { [K in ImportKind]: PlanRow<ImportFields[K]> } = {
  works: (desk, check, target, again) => {
    if (!again('')) planWork(desk, check, target);
  },
  funding: (desk, check, target, again) => {
    const source = sourceOf(check, target);
    if (source && !again(source)) planFunding(desk, check, target, source);
  },
  procedures: (desk, check, target, again) => {
    const kind = kindOf(check);
    if (kind && !again(kind)) planProcedure(desk, check, target, kind);
  },
};

/** What to do with a row whose work is not there: register it, or note that. */
const drafters: { [K in ImportKind]: (desk: Desk, check: RowCheck<ImportFields[K]>) => Target | null } = {
  works: draftWork,
  funding: (_, check) => unknownWork(check),
  procedures: (_, check) => unknownWork(check),
};

function unknownWork(check: RowCheck<WorkNames>): null {
  if (check.read('code')) check.refuse(refuse('NOT_FOUND'), 'code');
  else check.refuse(refuse('IMPORT_WORK_UNKNOWN'), 'name');
  return null;
}

/** Judges the rows of a file one after another, each beside those before it. */
class Planner<K extends ImportKind> {
  readonly rows: PlannedRow[] = [];
  /** Every work of the file, in its order, and its place in it. */
  readonly targets = new Map<Target, number>();
  private readonly standing = new Map<number, Target>();
  private readonly fresh = new Map<string, Target>();
  /** The rows that each part of a work was first told of in. */
  private readonly earlier = new Map<string, ImportRow<object>>();
  private readonly sight: Sight;

  constructor(
    private readonly kind: K,
    private readonly desk: Desk,
    ground: Ground,
  ) {
    for (const [id, sheet] of ground.sheets) this.standing.set(id, { sheet, scope: scopeOfSheet(sheet), isNew: false, writes: noWrites() });
    const sheetOf = (id: number) => ground.sheets.get(id);
    this.sight = {
      index: ground.index,
      reference: desk.reference,
      sees: ({ id }) => {
        const sheet = sheetOf(id);
        return sheet !== undefined && (canView(desk.identity, scopeOfSheet(sheet)) || (kind === 'procedures' && holdsAny(desk, sheet.procedures)));
      },
      regionIds: ({ id }) => sheetOf(id)?.regions.map((region) => region.id) ?? [],
    };
  }

  /** @param misread the row holds something that could not be read, which is told already; to judge the rest would find faults that are none */
  add(row: ImportRow<ImportFields[K]>, misread: boolean): void {
    const check = new RowCheck<ImportFields[K]>(row, this.desk.language);
    const target = misread || !this.storable(check) ? null : this.find(check);
    // Both are read by the names of a work alone from here on.
    this.rows.push({ check: check as unknown as RowCheck<WorkNames>, target });
    if (!target) return;
    if (target.sheet.project.withdrawnOn !== null) {
      check.refuse(refuse('WITHDRAWN'), 'code', 'name', 'number');
      return;
    }
    const isFirst = !this.targets.has(target);
    if (isFirst) this.targets.set(target, this.targets.size);
    planners[this.kind](this.desk, check, target, (part) => this.again(check, target, part));
    if (target.isNew && isFirst) check.outcome = 'CREATED';
    else if (check.changes.length) check.outcome = 'CHANGED';
  }

  private find(check: RowCheck<ImportFields[K]>): Target | null {
    const match = findWork(check, this.sight);
    if ('refusal' in match) {
      check.refuse(match.refusal, match.key, 'name', 'code');
      return null;
    }
    if (!match.work) return this.newWork(check);
    const { code, name } = match.work;
    const given = check.value('name');
    if (given !== undefined && !sameName(given, name)) {
      // Only a file of works can rename one.
      if (this.kind !== 'works') {
        check.refuse(refuse('IMPORT_NAME_DIFFERS', { code, own: name }), 'name');
        return null;
      }
      check.note('WORK_RENAMED', 'name', { code, before: name });
    }
    return this.standing.get(match.work.id)!;
  }

  /** A new work may have several rows too; the first one registers it. */
  private newWork(check: RowCheck<ImportFields[K]>): Target | null {
    const code = check.value('code');
    const byCode = code === undefined ? null : `code ${code.normalize('NFKC').trim()}`;
    const byName = `name ${check.value('regions')?.[0] ?? ''} ${squeeze(check.value('name') ?? '')}`;
    const known = (byCode && this.fresh.get(byCode)) || this.fresh.get(byName);
    if (known && (code === undefined || !known.sheet.project.code || known.sheet.project.code === code)) return known;
    const draft = drafters[this.kind](this.desk, check);
    if (!draft) return null;
    for (const key of [byCode, byName]) if (key !== null) this.fresh.set(key, draft);
    return draft;
  }

  /** Of two rows on one thing the second must say the same; it then does nothing. */
  private again(check: RowCheck<ImportFields[K]>, target: Target, part: string): boolean {
    const { row } = check;
    const key = `${this.targets.get(target)} ${part}`;
    const before = this.earlier.get(key);
    if (!before) {
      this.earlier.set(key, row);
      return false;
    }
    const said = before.values as Readonly<Record<string, Read<unknown> | undefined>>;
    const agrees = (Object.entries(row.values) as [string, Read<unknown>][]).every(([key, { value }]) => JSON.stringify(said[key]?.value) === JSON.stringify(value));
    if (!agrees) check.refuse(refuse('IMPORT_ROW_TWICE', { row: before.sheet === row.sheet ? before.row : `${before.row}（${before.sheet}）` }), 'name', 'code', 'number');
    return true;
  }

  private storable(check: RowCheck<ImportFields[K]>): boolean {
    const values = check.row.values as Readonly<Record<string, Read<unknown> | undefined>>;
    for (const key of TEXTS) {
      const value = values[key]?.value;
      if (typeof value === 'string' && !isStorable(value)) check.refuse(refuse('BAD_TEXT'), key as keyof ImportFields[K]);
    }
    return !check.errors.length;
  }
}

/**
 * Judges a file: what each row would write of its work, or why it may not.
 * @throws Refusal when figures need a day that nobody gave.
 */
export async function planImport<K extends ImportKind>(kind: K, file: ImportFile<ImportFields[K]>, ground: Ground, desk: Desk, onProgress: (progress: ImportProgress) => void): Promise<Plan> {
  const misread = new Set(file.errors.map(placeOf));
  const planner = new Planner(kind, desk, ground);
  const turns = new Turns();
  const total = file.rows.length;
  for (const [i, row] of file.rows.entries()) {
    if (turns.due) {
      onProgress({ step: 'CHECK', done: i, total });
      await turns.next();
    }
    planner.add(row, misread.has(placeOf(row)));
  }
  onProgress({ step: 'CHECK', done: total, total });
  desk.assertDays();
  return { rows: planner.rows, targets: [...planner.targets.keys()] };
}
