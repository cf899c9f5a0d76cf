import { daysBetween } from '../format/days';
import type { ProcedureKind, ProcedureRowFragment } from '../graphql.generated';

/** In the order in which a work goes through them. */
export const PROCEDURE_KINDS: readonly ProcedureKind[] = [
  'PROPOSAL', 'FEASIBILITY', 'LAND_USE', 'PLANNING_PERMIT', 'ENVIRONMENTAL_ASSESSMENT', 'WATER_CONSERVATION', 'FLOOD_IMPACT', 'SEWAGE_OUTLET', 'PRELIMINARY_DESIGN', 'BUDGET_REVIEW', 'TENDERING', 'CONSTRUCTION_PERMIT', 'FINAL_ACCEPTANCE',
];

export type Clock = { held: number; promised: number | null; over: number };

/** How long a running procedure has been held, against what was promised; null where no clock runs. */
export function clockOf(procedure: Pick<ProcedureRowFragment, 'status' | 'appliedOn' | 'promisedDays' | 'due'>, today: string): Clock | null {
  if (procedure.status !== 'IN_PROGRESS' || !procedure.appliedOn || procedure.appliedOn > today) return null;
  const held = daysBetween(procedure.appliedOn, today);
  const promised = procedure.promisedDays ?? (procedure.due ? daysBetween(procedure.appliedOn, procedure.due) : null);
  return { held, promised, over: promised === null ? 0 : Math.max(0, held - promised) };
}

/** A procedure as it stood on a day, by its dates: not yet done, not yet applied for. */
export function procedureOn<T extends Pick<ProcedureRowFragment, 'status' | 'appliedOn' | 'doneOn' | 'documentNumber'>>(procedure: T, day: string): T {
  if (procedure.appliedOn && procedure.appliedOn > day) return { ...procedure, status: 'NOT_STARTED', appliedOn: null, doneOn: null, documentNumber: null };
  if (procedure.doneOn && procedure.doneOn > day) return { ...procedure, status: procedure.appliedOn ? 'IN_PROGRESS' : 'NOT_STARTED', doneOn: null, documentNumber: null };
  return procedure;
}

export function inOrder<T extends { kind: ProcedureKind }>(procedures: readonly T[]): T[] {
  return [...procedures].sort((a, b) => PROCEDURE_KINDS.indexOf(a.kind) - PROCEDURE_KINDS.indexOf(b.kind));
}
