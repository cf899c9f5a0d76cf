import { rowId } from '../api/ids';
import { refuse } from '../api/refusal';
import { assertMay } from '../access/policy';
import type { UnitOfWork } from '../database/unit-of-work';
import { Procedure, type ProcedureKind, type ProcedureStatus } from './facts.entity';
import { procedureValues } from './procedure-rules';
import type { UpdateProcedureInput } from './project.inputs';
import { Department } from './reference.entity';
import { openWork, recordWork, type Writer, type Written } from './writing';

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
  const { documentNumber, appliedOn, promisedDays, greenChannel, due, doneOn, status } = input;
  const given = { status, heldById: await holder(unit, input), appliedOn, promisedDays, greenChannel, due, doneOn, documentNumber };
  const values = { ...procedureValues(unit.today, procedure, given), sample: false };
  if (procedure) await unit.update(Procedure, procedure, values);
  else await unit.insert(Procedure, { projectId, kind: input.kind, ...values });
  recordWork(unit, 'PROCEDURE_UPDATED', work, `${procedureNames[input.kind]}${procedureStatusNames[input.status]}${values.doneOn ? `（${values.doneOn}）` : ''}`);
  return { projectId, warnings: [] };
}

/** The holder that is asked for; undefined when none is. */
async function holder(unit: UnitOfWork, { heldBy }: UpdateProcedureInput): Promise<number | null | undefined> {
  if (heldBy === undefined || heldBy === null) return heldBy;
  const department = await unit.manager.findOneBy(Department, { code: heldBy });
  if (!department) throw refuse('UNKNOWN_DEPARTMENT', { field: 'input.heldBy', value: heldBy });
  return department.id;
}
