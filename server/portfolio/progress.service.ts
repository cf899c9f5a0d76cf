import { yuanText } from '../api/money';
import { optionalText } from '../api/text';
import type { UnitOfWork } from '../database/unit-of-work';
import { ProgressEntry, Suspension } from './facts.entity';
import { progressDoubts, progressOf, type ProgressGround } from './progress-rules';
import type { Project } from './project.entity';
import type { RecordProgressInput } from './project.inputs';
import { farOff, notBeforeRegistration, notInFuture, openWorkById, recordWork, stageEventsOf, type Writer, type Written } from './writing';

/** Records progress and investment done as of a day. One entry a work and day: a second replaces it. */
export async function recordProgress(unit: UnitOfWork, { identity, language }: Writer, input: RecordProgressInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'RECORD_PROGRESS', input.projectId, 'input.projectId');
  const { project } = work;
  notInFuture(unit, input.date, 'input.date');
  notBeforeRegistration(project, input.date, 'input.date');
  const note = optionalText(input.note, 'input.note', 500) ?? null;
  const reason = optionalText(input.reason, 'input.reason', 500) ?? null;
  const entries = await unit.manager.find(ProgressEntry, { where: { projectId: project.id }, order: { date: 'ASC' } });
  const { progress, investmentDone } = progressOf(entries, { date: input.date, progress: input.progress, investmentDone: input.investmentDone, reason });
  const doubts = progressDoubts(language, await groundOf(unit, project, entries), { date: input.date, progress, investmentDone });
  const sameDay = entries.find(({ date }) => date === input.date);
  const values = { progress, investmentDone, note, reason, recordedBy: identity.username, recordedAt: unit.now, sample: false };
  if (sameDay) await unit.update(ProgressEntry, sameDay, values);
  else await unit.insert(ProgressEntry, { projectId: project.id, date: input.date, ...values });
  recordWork(unit, 'PROGRESS_RECORDED', work, `进度 ${progress}%，累计完成投资 ${yuanText(investmentDone)} 元（${input.date}）`);
  return { projectId: project.id, warnings: [...farOff(unit, language, input.date, 'input.date', 'fact'), ...doubts] };
}

const groundOf = async (unit: UnitOfWork, { id, investment }: Project, entries: readonly ProgressEntry[]): Promise<ProgressGround> => ({
  investment,
  entries,
  events: await stageEventsOf(unit, id),
  suspensions: await unit.manager.findBy(Suspension, { projectId: id }),
});
