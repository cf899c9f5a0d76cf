import { rowId } from '../api/ids';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import { assertMay } from '../access/policy';
import type { UnitOfWork } from '../database/unit-of-work';
import { ProgressEntry, Stage, StageEvent, StageEventStatus, Suspension } from './facts.entity';
import type { ConfirmStageInput, RecordStageInput } from './project.inputs';
import { checkStage, stageNames, statusOfStep, type StageGround } from './stage-rules';
import { checkVersion, farOff, notBeforeRegistration, notInFuture, openWork, openWorkById, recordWork, stageEventsOf, touch, type Writer, type Written } from './writing';

export { stageNames } from './stage-rules';

/**
 * Records a step of a work. It goes one stage forward, on a day not in the future and not before the last step;
 * anything else is a correction by the task force, with a reason. A completion needs progress 100 or a reason, and
 * waits for confirmation unless whoever records it may confirm.
 */
export async function recordStage(unit: UnitOfWork, { identity, language }: Writer, input: RecordStageInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'RECORD_STAGE', input.projectId, 'input.projectId');
  const { project, scope } = work;
  const correction = input.correction === true;
  if (correction) assertMay(identity, 'CORRECT_STAGE', scope, 'input.correction');
  checkVersion(project, input.expectedVersion);
  notInFuture(unit, input.effectiveDate, 'input.effectiveDate');
  notBeforeRegistration(project, input.effectiveDate, 'input.effectiveDate');
  const evidence = optionalText(input.evidence, 'input.evidence', 500) ?? null;
  const reason = optionalText(input.reason, 'input.reason', 500) ?? null;
  checkStage(unit.today, await groundOf(unit, project.id), { stage: input.stage, effectiveDate: input.effectiveDate, correction, reason });
  const status = statusOfStep(identity, scope, input.stage);
  await unit.insert(StageEvent, {
    projectId: project.id, stage: input.stage, effectiveDate: input.effectiveDate, evidence, status, correction, reason,
    recordedBy: identity.username, recordedAt: unit.now, sample: false,
  });
  await touch(unit, project);
  recordWork(unit, 'STAGE_RECORDED', work, `${correction ? '更正为' : ''}${stageNames[input.stage]}（${input.effectiveDate}）${status === StageEventStatus.REPORTED ? '，待核' : ''}${correction ? `：${reason}` : ''}`);
  return { projectId: project.id, warnings: farOff(unit, language, input.effectiveDate, 'input.effectiveDate', 'fact') };
}

/** Confirms or rejects a reported completion. A rejected one counts for no day. */
export async function confirmStage(unit: UnitOfWork, { identity }: Writer, input: ConfirmStageInput): Promise<Written> {
  const id = rowId('StageEvent', input.eventId, 'input.eventId');
  const found = await unit.manager.findOneBy(StageEvent, { id });
  if (!found) throw refuse('NOT_FOUND', { field: 'input.eventId' });
  const work = await openWork(unit, identity, 'CONFIRM_STAGE', found.projectId, 'input.eventId');
  // Read again: the work is locked only now.
  const event = (await unit.manager.findOneBy(StageEvent, { id }))!;
  if (event.stage !== Stage.COMPLETED) throw refuse('NOT_A_COMPLETION', { field: 'input.eventId' });
  if (event.status !== StageEventStatus.REPORTED) throw refuse('ALREADY_CONFIRMED', { field: 'input.eventId', currentVersion: work.project.version });
  const reason = optionalText(input.reason, 'input.reason', 500) ?? null;
  if (!input.confirmed && !reason) throw refuse('REJECTION_NEEDS_REASON', { field: 'input.reason' });
  await unit.update(StageEvent, event, { status: input.confirmed ? StageEventStatus.CONFIRMED : StageEventStatus.REJECTED, reason: reason ?? event.reason });
  await touch(unit, work.project);
  recordWork(unit, input.confirmed ? 'STAGE_CONFIRMED' : 'STAGE_REJECTED', work, `完工（${event.effectiveDate}）${input.confirmed ? '已核定' : `被退回：${reason}`}`);
  return { projectId: work.project.id, warnings: [] };
}

const groundOf = async (unit: UnitOfWork, projectId: number): Promise<StageGround> => ({
  events: await stageEventsOf(unit, projectId),
  suspensions: await unit.manager.findBy(Suspension, { projectId }),
  progress: await unit.manager.find(ProgressEntry, { where: { projectId }, order: { date: 'ASC' } }),
});
