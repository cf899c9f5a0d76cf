import { refuse } from '../../api/refusal';
import { may } from '../../access/policy';
import { ProcedureStatus, type ProcedureKind } from '../../portfolio/facts.entity';
import { procedureValues, type ProcedureGiven, type ProcedureValues } from '../../portfolio/procedure-rules';
import { procedureNames, procedureStatusNames } from '../../portfolio/procedure.service';
import { procedureOn, type ProcedureFact } from '../../portfolio/procedures';
import type { Desk, Target } from './desk';
import type { RowCheck } from './row-check';
import type { ProcedureFields } from './rows';

const GIVEN = ['appliedOn', 'promisedDays', 'greenChannel', 'due', 'doneOn', 'documentNumber'] as const;
const SHOWN = ['status', 'heldBy', ...GIVEN] as const;
type Key = (typeof SHOWN)[number];

const fieldOf = (key: Key): keyof ProcedureValues => (key === 'heldBy' ? 'heldById' : key);

/** How far an approval is by a row; one that says so in days only is done, or applied for. */
function statusOf(desk: Desk, check: RowCheck<ProcedureFields>, before: ProcedureFact | null): ProcedureStatus {
  const given = check.value('status');
  if (given !== undefined) {
    // A sheet of an earlier day shows the approval as it was then: that is no change.
    const then = before && procedureOn(before, desk.dayOf(check.row) ?? desk.today).status;
    return before && given === then ? before.status : given;
  }
  if (check.read('doneOn')) return ProcedureStatus.DONE;
  const now = before?.status ?? ProcedureStatus.NOT_STARTED;
  return check.read('appliedOn') && now === ProcedureStatus.NOT_STARTED ? ProcedureStatus.IN_PROGRESS : now;
}

function given(desk: Desk, check: RowCheck<ProcedureFields>, before: ProcedureFact | null): ProcedureGiven {
  const heldBy = check.value('heldBy');
  return {
    status: statusOf(desk, check, before),
    heldById: heldBy === undefined ? undefined : desk.reference.departments.find(({ code }) => code === heldBy)?.id,
    ...Object.fromEntries(GIVEN.map((key) => [key, check.value(key)])),
  };
}

/** An approval that a file calls done without saying when was done by the day of its figures. */
function dated(desk: Desk, check: RowCheck<ProcedureFields>, before: ProcedureFact | null, values: ProcedureGiven): ProcedureGiven {
  if (values.status !== ProcedureStatus.DONE || values.doneOn || before?.doneOn) return values;
  const known = desk.dayOf(check.row);
  if (known === null) desk.needDay(check.row);
  else check.note('DONE_ON_ASSUMED', 'status', { day: known });
  return { ...values, doneOn: known ?? desk.today };
}

/** Plans a row of procedures: one approval of a work, as its own mutation would write it. */
export function planProcedure(desk: Desk, check: RowCheck<ProcedureFields>, target: Target, kind: ProcedureKind): void {
  const { sheet, writes } = target;
  const before = sheet.procedures.find((procedure) => procedure.kind === kind) ?? null;
  const values = check.holds(() => procedureValues(desk.today, before, dated(desk, check, before, given(desk, check, before))), { doneOn: ['doneOn', 'status'], appliedOn: ['appliedOn', 'doneOn'], '*': ['kind'] });
  if (!values) return;
  const moved = SHOWN.filter((key) => (before ? before[fieldOf(key)] !== values[fieldOf(key)] : !isEmpty(values[fieldOf(key)])));
  if (before ? !moved.length : !check.read('status') && moved.every((key) => key === 'status')) return;
  const asking = moved.filter((key) => check.read(key));
  if (!desk.allows(check, 'UPDATE_PROCEDURE', target, asking.length ? asking : ['kind'], { heldByDepartmentId: before?.heldById })) return;
  for (const key of moved) check.change(key, check.read(key) ? key : null, before && show(desk, key, before), show(desk, key, values));
  writes.procedures.push({ kind, values });
  writes.words.push(`${procedureNames[kind]}${procedureStatusNames[values.status]}${values.doneOn ? `（${values.doneOn}）` : ''}`);
}

const isEmpty = (value: unknown): boolean => value === null || value === false;

function show({ show, reference }: Desk, key: Key, values: ProcedureValues): string | null {
  if (key === 'status') return show.status(values.status);
  if (key === 'heldBy') return show.name(values.heldById === null ? null : reference.departmentById.get(values.heldById));
  if (key === 'greenChannel') return show.truth(values.greenChannel);
  return values[key] === null ? null : String(values[key]);
}

/** Whether the importer knows of a work by an approval that it holds. */
export const holdsAny = ({ identity }: Desk, procedures: readonly ProcedureFact[]): boolean =>
  identity.departmentId !== null && may(identity, 'UPDATE_PROCEDURE') && procedures.some(({ heldById }) => heldById === identity.departmentId);

/** The approval that a row is about; none is noted. */
export function kindOf(check: RowCheck<ProcedureFields>): ProcedureKind | null {
  const kind = check.value('kind') ?? null;
  if (kind === null) check.refuse(refuse('REQUIRED'), 'name', 'code');
  return kind;
}
