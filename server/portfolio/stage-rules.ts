import type { Day } from '../api/day';
import type { Identity } from '../api/identity';
import { refuse } from '../api/refusal';
import { may, type WorkScope } from '../access/policy';
import { Stage, StageEventStatus } from './facts.entity';
import { lastOn, stageEventOn, suspensionOn, type ProgressFact, type StageFact, type SuspensionFact } from './history';

const FORWARD: Record<Stage, Stage | null> = { PREPARATION: Stage.CONSTRUCTION, CONSTRUCTION: Stage.COMPLETED, COMPLETED: null };

/** The Chinese names of the stages, as every screen and sentence writes them. */
export const stageNames: Record<Stage, string> = { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' };

/** What a step of a work is judged by. */
export interface StageGround {
  /** By day, then by recording. */
  events: readonly StageFact[];
  suspensions: readonly SuspensionFact[];
  /** By day. */
  progress: readonly Pick<ProgressFact, 'date' | 'progress'>[];
}

/** A step as it is asked for. */
export interface Step {
  stage: Stage;
  effectiveDate: Day;
  correction: boolean;
  reason: string | null;
}

/**
 * Whether a work may take a step: one stage forward and not before the last step, unless it is a correction with a
 * reason; a completion needs progress 100 or a reason.
 * @throws Refusal naming the member of the input.
 */
export function checkStage(today: Day, ground: StageGround, step: Step): void {
  if (step.correction) checkCorrection(ground, step);
  else checkStep(today, ground, step);
  if (step.stage !== Stage.COMPLETED || step.reason) return;
  const progress = lastOn(ground.progress, step.effectiveDate, ({ date }) => date)?.progress ?? 0;
  if (progress < 100) throw refuse('COMPLETION_NEEDS_PROGRESS', { field: 'input.reason', progress });
}

/** A completion waits for confirmation unless whoever records it may confirm. */
export const statusOfStep = (viewer: Identity, scope: WorkScope, stage: Stage): StageEventStatus =>
  stage !== Stage.COMPLETED || may(viewer, 'CONFIRM_STAGE', scope) ? StageEventStatus.CONFIRMED : StageEventStatus.REPORTED;

function checkCorrection(ground: StageGround, { stage, effectiveDate, reason }: Step): void {
  if (!reason) throw refuse('CORRECTION_NEEDS_REASON', { field: 'input.reason' });
  const current = stageEventOn(ground.events, effectiveDate)?.stage ?? Stage.PREPARATION;
  if (current === stage) throw refuse('STAGE_SAME', { field: 'input.stage', current: stageNames[stage] });
  if (stage === Stage.COMPLETED) checkNotSuspended(ground, effectiveDate);
}

function checkStep(today: Day, ground: StageGround, { stage, effectiveDate }: Step): void {
  const last = stageEventOn(ground.events, today);
  const current = last?.stage ?? Stage.PREPARATION;
  const next = FORWARD[current];
  if (!next) throw refuse('STAGE_AT_END', { field: 'input.stage' });
  if (stage !== next) throw refuse('STAGE_NOT_NEXT', { field: 'input.stage', current: stageNames[current], next: stageNames[next] });
  if (last && effectiveDate < last.effectiveDate) throw refuse('STAGE_DATE_BEFORE_LAST', { field: 'input.effectiveDate', last: last.effectiveDate });
  checkNotSuspended(ground, effectiveDate);
}

/** A suspended work goes on before its stage does. */
function checkNotSuspended({ suspensions }: StageGround, day: Day): void {
  if (suspensionOn(suspensions, day) || suspensions.some(({ to }) => to === null)) throw refuse('STAGE_SUSPENDED', { field: 'input.stage' });
}
