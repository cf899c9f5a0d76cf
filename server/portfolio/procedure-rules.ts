import type { Day } from '../api/day';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import { ProcedureStatus, type Procedure } from './facts.entity';
import { notInFuture } from './writing';

/** What is written of an approval. */
export type ProcedureValues = Pick<Procedure, 'status' | 'heldById' | 'appliedOn' | 'promisedDays' | 'greenChannel' | 'due' | 'doneOn' | 'documentNumber'>;

/** The state of an approval as it is given: what is left out stays, null empties it. */
export type ProcedureGiven = Pick<ProcedureValues, 'status'> & { [K in Exclude<keyof ProcedureValues, 'status'>]?: ProcedureValues[K] | null };

const kept = <T>(given: T | null | undefined, before: T | null | undefined): T | null => (given === undefined ? (before ?? null) : given);

/**
 * What the state of an approval comes to.
 * @param before null where nothing is known of it
 * @throws Refusal naming the member of the input.
 */
export function procedureValues(today: Day, before: ProcedureValues | null, given: ProcedureGiven): ProcedureValues {
  const values = {
    status: given.status,
    heldById: kept(given.heldById, before?.heldById),
    appliedOn: kept(given.appliedOn, before?.appliedOn),
    promisedDays: kept(given.promisedDays, before?.promisedDays),
    greenChannel: given.greenChannel ?? before?.greenChannel ?? false,
    due: kept(given.due, before?.due),
    doneOn: given.status === ProcedureStatus.DONE ? kept(given.doneOn, before?.doneOn) : (given.doneOn ?? null),
    documentNumber: kept(optionalText(given.documentNumber, 'input.documentNumber', 100), before?.documentNumber),
  };
  check(today, values);
  return values;
}

function check(today: Day, { status, appliedOn, promisedDays, doneOn }: ProcedureValues): void {
  if (appliedOn) notInFuture({ today }, appliedOn, 'input.appliedOn');
  if (promisedDays !== null && (promisedDays < 0 || promisedDays > 3650)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'input.promisedDays', low: 0, high: 3650 });
  if (status === ProcedureStatus.DONE && !doneOn) throw refuse('PROCEDURE_DONE_NEEDS_DATE', { field: 'input.doneOn' });
  if (status !== ProcedureStatus.DONE && doneOn) throw refuse('PROCEDURE_DONE_ON_EXTRA', { field: 'input.doneOn' });
  if (doneOn) notInFuture({ today }, doneOn, 'input.doneOn');
  if (doneOn && appliedOn && doneOn < appliedOn) throw refuse('PROCEDURE_DATES', { field: 'input.doneOn', applied: appliedOn });
}
