import { rowId } from '../api/ids';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import { assertMay } from '../access/policy';
import type { UnitOfWork } from '../database/unit-of-work';
import { Procedure, ProcedureStatus, type ProcedureKind } from './facts.entity';
import type { UpdateProcedureInput } from './project.inputs';
import { Department } from './reference.entity';
import { notInFuture, openWork, recordWork, type Writer, type Written } from './writing';

/** The Chinese names of the procedures. */
export const procedureNames: Record<ProcedureKind, string> = {
  PROPOSAL: '项目建议书', FEASIBILITY: '可行性研究', LAND_USE: '用地预审与选址', PLANNING_PERMIT: '规划许可', ENVIRONMENTAL_ASSESSMENT: '环境影响评价',
  WATER_CONSERVATION: '水土保持方案', FLOOD_IMPACT: '防洪影响评价', SEWAGE_OUTLET: '入河排污口', PRELIMINARY_DESIGN: '初步设计', BUDGET_REVIEW: '财政评审',
  TENDERING: '招标投标', CONSTRUCTION_PERMIT: '施工许可', FINAL_ACCEPTANCE: '竣工验收',
};
/** The Chinese names of how far an approval is. */
export const procedureStatusNames: Record<ProcedureStatus, string> = { NOT_NEEDED: '不需办理', NOT_STARTED: '未办', IN_PROGRESS: '在办', DONE: '已办' };

/** Writes the state of one approval of a work; the department that holds it may do so too. */
export async function updateProcedure(unit: UnitOfWork, { identity }: Writer, input: UpdateProcedureInput): Promise<Written> {
  const projectId = rowId('Project', input.projectId, 'input.projectId');
  const before = await unit.manager.findOneBy(Procedure, { projectId, kind: input.kind });
  const work = await openWork(unit, identity, 'UPDATE_PROCEDURE', projectId, 'input.projectId', { heldByDepartmentId: before?.heldById });
  // Read and judged again: the work is locked only now, and the approval may have gone to somebody else.
  const procedure = await unit.manager.findOneBy(Procedure, { projectId, kind: input.kind });
  assertMay(identity, 'UPDATE_PROCEDURE', work.scope, 'input.projectId', { heldByDepartmentId: procedure?.heldById });
  const values = {
    status: input.status,
    heldById: await holder(unit, input, procedure),
    appliedOn: kept(input.appliedOn, procedure?.appliedOn),
    promisedDays: kept(input.promisedDays, procedure?.promisedDays),
    greenChannel: input.greenChannel ?? procedure?.greenChannel ?? false,
    due: kept(input.due, procedure?.due),
    doneOn: input.status === ProcedureStatus.DONE ? kept(input.doneOn, procedure?.doneOn) : (input.doneOn ?? null),
    documentNumber: kept(optionalText(input.documentNumber, 'input.documentNumber', 100), procedure?.documentNumber),
    sample: false,
  };
  check(unit, values);
  if (procedure) await unit.update(Procedure, procedure, values);
  else await unit.insert(Procedure, { projectId, kind: input.kind, ...values });
  recordWork(unit, 'PROCEDURE_UPDATED', work, `${procedureNames[input.kind]}${procedureStatusNames[input.status]}${values.doneOn ? `（${values.doneOn}）` : ''}`);
  return { projectId, warnings: [] };
}

type Values = Pick<Procedure, 'status' | 'appliedOn' | 'promisedDays' | 'doneOn'>;

function check(unit: UnitOfWork, { status, appliedOn, promisedDays, doneOn }: Values): void {
  if (appliedOn) notInFuture(unit, appliedOn, 'input.appliedOn');
  if (promisedDays !== null && (promisedDays < 0 || promisedDays > 3650)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'input.promisedDays', low: 0, high: 3650 });
  if (status === ProcedureStatus.DONE && !doneOn) throw refuse('PROCEDURE_DONE_NEEDS_DATE', { field: 'input.doneOn' });
  if (status !== ProcedureStatus.DONE && doneOn) throw refuse('PROCEDURE_DONE_ON_EXTRA', { field: 'input.doneOn' });
  if (doneOn) notInFuture(unit, doneOn, 'input.doneOn');
  if (doneOn && appliedOn && doneOn < appliedOn) throw refuse('PROCEDURE_DATES', { field: 'input.doneOn', applied: appliedOn });
}

const kept = <T>(given: T | null | undefined, before: T | null | undefined): T | null => (given === undefined ? (before ?? null) : given);

async function holder(unit: UnitOfWork, { heldBy }: UpdateProcedureInput, before: Procedure | null): Promise<number | null> {
  if (heldBy === undefined) return before?.heldById ?? null;
  if (heldBy === null) return null;
  const department = await unit.manager.findOneBy(Department, { code: heldBy });
  if (!department) throw refuse('UNKNOWN_DEPARTMENT', { field: 'input.heldBy', value: heldBy });
  return department.id;
}
