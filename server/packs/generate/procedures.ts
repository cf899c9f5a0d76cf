import { PROCEDURE_KINDS, type PackProcedureKind, type PackProcedureStatus } from '../../exchange/pack/types';
import { Chance } from './random';
import { officeDay, year, type DayNumber } from './days';
import type { Facts, Work } from './facts';
import type { Settings } from './settings';
import { categoryOf, type Course, type Span } from './stages';

export interface ProcedureRow {
  readonly kind: PackProcedureKind;
  readonly status: PackProcedureStatus;
  readonly heldBy: string;
  readonly applied: DayNumber | null;
  readonly promised: number;
  readonly green: boolean;
  readonly done: DayNumber | null;
  readonly document: string;
}

type Rule = NonNullable<Settings['procedures'][PackProcedureKind]>;

function ruleOf(kind: PackProcedureKind, settings: Settings): Rule {
  const rule = settings.procedures[kind];
  if (!rule) throw new Error(`generator.json: procedures has no ${kind}`);
  return rule;
}

/** Procedures of a work in legal order: those before the start end before it, the acceptance follows the completion. */
export function drawProcedures(work: Work, course: Course, unverified: boolean, facts: Facts, span: Span, settings: Settings): ProcedureRow[] {
  const chance = new Chance(settings.seed, work.code, 'procedures');
  const category = categoryOf(work, settings);
  const kinds = PROCEDURE_KINDS.filter((kind) => category.procedures.includes(kind));
  const lead = facts.sectors.rows.find(({ cells }) => cells.code === work.sector)?.cells.lead_department ?? '';
  const green = chance.happens(0.3);
  const document = (rule: Rule, done: DayNumber): string => rule.document.replace('{year}', String(year(done))).replace('{number}', String(chance.whole(3, 240)));
  const rows = new Map<PackProcedureKind, ProcedureRow>();
  let next = course.start - chance.whole(2, 16);
  // Back from the start, each ends before the next one ends and was applied for before it.
  for (const kind of [...kinds].reverse()) {
    const rule = ruleOf(kind, settings);
    const heldBy = rule.heldBy === '@sector' ? lead : rule.heldBy;
    const base = { kind, heldBy, promised: rule.promisedDays, green };
    const length = Math.max(1, Math.round(chance.whole(rule.days[0], rule.days[1]) * (green ? 0.7 : 1)));
    if (kind === 'FINAL_ACCEPTANCE') {
      rows.set(kind, { ...base, ...after(course.finish, unverified, length, chance, span, settings, (done) => document(rule, done)) });
    } else if (course.finish === null && chance.happens(category.openWhileBuilding[kind] ?? 0)) {
      const applied = officeDay(Math.max(course.start + 5, span.last - chance.whole(8, 70)), -1, settings.holidays);
      rows.set(kind, { ...base, status: 'IN_PROGRESS', applied, done: null, document: '' });
    } else {
      const done = officeDay(next, -1, settings.holidays);
      rows.set(kind, { ...base, status: 'DONE', applied: officeDay(next - length, -1, settings.holidays), done, document: document(rule, done) });
      // Papers are often handed in together: the one before ends somewhere inside this one's time.
      next -= chance.whole(Math.ceil(length / 3), length + 4);
    }
  }
  return kinds.flatMap((kind) => rows.get(kind) ?? []);
}

/** The acceptance: applied for after the completion, and not given before the completion is confirmed. */
function after(finish: DayNumber | null, unverified: boolean, length: number, chance: Chance, span: Span, settings: Settings, document: (done: DayNumber) => string): Pick<ProcedureRow, 'status' | 'applied' | 'done' | 'document'> {
  const applied = finish === null ? span.last + 1 : officeDay(finish + chance.whole(3, 25), 1, settings.holidays);
  const done = officeDay(applied + length, 1, settings.holidays);
  if (applied > span.last) return { status: 'NOT_STARTED', applied: null, done: null, document: '' };
  if (done > span.last || unverified) return { status: 'IN_PROGRESS', applied, done: null, document: '' };
  return { status: 'DONE', applied, done, document: document(done) };
}
