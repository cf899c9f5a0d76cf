import { rowId } from '../api/ids';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import { assertMay, may } from '../access/policy';
import type { UnitOfWork } from '../database/unit-of-work';
import { ProgressEntry, Stage, StageEvent, StageEventStatus, Suspension } from './facts.entity';
import { lastOn, stageEventOn, suspensionOn } from './history';
import type { Project } from './project.entity';
import type { ConfirmStageInput, RecordStageInput } from './project.inputs';
import { checkVersion, farOff, notBeforeRegistration, notInFuture, openWork, openWorkById, recordWork, stageEventsOf, touch, type Writer, type Written } from './writing';

const FORWARD: Record<Stage, Stage | null> = { PREPARATION: Stage.CONSTRUCTION, CONSTRUCTION: Stage.COMPLETED, COMPLETED: null };

/** The Chinese names of the stages, as every screen and sentence writes them. */
export const stageNames: Record<Stage, string> = { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' };

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
  const events = await stageEventsOf(unit, project.id);
  if (correction) await checkCorrection(unit, input, events, reason);
  else await checkStep(unit, input, events);
  if (input.stage === Stage.COMPLETED && !reason) await checkProgress(unit, input, project);
  const status = input.stage !== Stage.COMPLETED || may(identity, 'CONFIRM_STAGE', scope) ? StageEventStatus.CONFIRMED : StageEventStatus.REPORTED;
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

async function checkCorrection(unit: UnitOfWork, input: RecordStageInput, events: StageEvent[], reason: string | null): Promise<void> {
  const { stage, effectiveDate } = input;
  if (!reason) throw refuse('CORRECTION_NEEDS_REASON', { field: 'input.reason' });
  const current = stageEventOn(events, effectiveDate)?.stage ?? Stage.PREPARATION;
  if (current === stage) throw refuse('STAGE_SAME', { field: 'input.stage', current: stageNames[stage] });
  if (stage === Stage.COMPLETED) await checkNotSuspended(unit, input);
}

async function checkStep(unit: UnitOfWork, input: RecordStageInput, events: StageEvent[]): Promise<void> {
  const { stage, effectiveDate } = input;
  const last = stageEventOn(events, unit.today);
  const current = last?.stage ?? Stage.PREPARATION;
  const next = FORWARD[current];
  if (!next) throw refuse('STAGE_AT_END', { field: 'input.stage' });
  if (stage !== next) throw refuse('STAGE_NOT_NEXT', { field: 'input.stage', current: stageNames[current], next: stageNames[next] });
  if (last && effectiveDate < last.effectiveDate) throw refuse('STAGE_DATE_BEFORE_LAST', { field: 'input.effectiveDate', last: last.effectiveDate });
  await checkNotSuspended(unit, input);
}

/** A suspended work goes on before its stage does. */
async function checkNotSuspended(unit: UnitOfWork, { projectId, effectiveDate }: RecordStageInput): Promise<void> {
  const suspensions = await unit.manager.findBy(Suspension, { projectId: rowId('Project', projectId, 'input.projectId') });
  if (suspensionOn(suspensions, effectiveDate) || suspensions.some(({ to }) => to === null)) throw refuse('STAGE_SUSPENDED', { field: 'input.stage' });
}

async function checkProgress(unit: UnitOfWork, { effectiveDate }: RecordStageInput, { id }: Project): Promise<void> {
  const entries = await unit.manager.find(ProgressEntry, { where: { projectId: id }, order: { date: 'ASC' } });
  const progress = lastOn(entries, effectiveDate, ({ date }) => date)?.progress ?? 0;
  if (progress < 100) throw refuse('COMPLETION_NEEDS_PROGRESS', { field: 'input.reason', progress });
}
