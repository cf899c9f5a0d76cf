import { refuse } from '../api/refusal';
import { requiredText } from '../api/text';
import type { UnitOfWork } from '../database/unit-of-work';
import { Stage, Suspension } from './facts.entity';
import { stageEventOn } from './history';
import type { ResumeProjectInput, SuspendProjectInput } from './project.inputs';
import { checkVersion, farOff, notBeforeRegistration, notInFuture, openWorkById, recordWork, stageEventsOf, touch, type Writer, type Written } from './writing';

/** Stops a work: from that day on clocks pause and the rules leave it alone. */
export async function suspendProject(unit: UnitOfWork, { identity, language }: Writer, input: SuspendProjectInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'SUSPEND', input.projectId, 'input.projectId');
  const { project } = work;
  checkVersion(project, input.expectedVersion);
  notInFuture(unit, input.from, 'input.from');
  notBeforeRegistration(project, input.from, 'input.from');
  const cause = requiredText(input.cause, 'input.cause', 500);
  const expectedResumption = input.expectedResumption ?? null;
  if (expectedResumption !== null && expectedResumption <= input.from) throw refuse('RESUMPTION_BEFORE_START', { field: 'input.expectedResumption' });
  const events = await stageEventsOf(unit, project.id);
  if (stageEventOn(events, unit.today)?.stage === Stage.COMPLETED) throw refuse('COMPLETED_CANNOT_SUSPEND', { field: 'input.projectId' });
  for (const { from, to } of await unit.manager.findBy(Suspension, { projectId: project.id })) {
    if (to === null) throw refuse('ALREADY_SUSPENDED', { field: 'input.from', from });
    if (input.from < to && from !== to) throw refuse('SUSPENSION_OVERLAPS', { field: 'input.from', from, to });
  }
  await unit.insert(Suspension, { projectId: project.id, from: input.from, to: null, expectedResumption, cause, recordedBy: identity.username, recordedAt: unit.now, sample: false });
  await touch(unit, project);
  recordWork(unit, 'PROJECT_SUSPENDED', work, `停工（${input.from}）：${cause}`);
  return { projectId: project.id, warnings: farOff(unit, language, input.from, 'input.from', 'fact') };
}

/** Lets a suspended work go on. */
export async function resumeProject(unit: UnitOfWork, { identity, language }: Writer, input: ResumeProjectInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'SUSPEND', input.projectId, 'input.projectId');
  const { project } = work;
  checkVersion(project, input.expectedVersion);
  notInFuture(unit, input.on, 'input.on');
  const open = (await unit.manager.findBy(Suspension, { projectId: project.id })).find(({ to }) => to === null);
  if (!open) throw refuse('NOT_SUSPENDED', { field: 'input.projectId' });
  if (input.on < open.from) throw refuse('RESUME_BEFORE_SUSPENSION', { field: 'input.on', from: open.from });
  await unit.update(Suspension, open, { to: input.on });
  await touch(unit, project);
  recordWork(unit, 'PROJECT_RESUMED', work, `复工（${input.on}）`);
  return { projectId: project.id, warnings: farOff(unit, language, input.on, 'input.on', 'fact') };
}
