import { LessThan, MoreThan } from 'typeorm';
import { FEN_LIMIT, formatYuan } from '../api/money';
import { refuse } from '../api/refusal';
import { optionalText } from '../api/text';
import type { Warning } from '../api/node';
import { warn } from '../api/warnings';
import type { UnitOfWork } from '../database/unit-of-work';
import { ProgressEntry, Stage, Suspension } from './facts.entity';
import { stageEventOn, suspensionOn } from './history';
import type { RecordProgressInput } from './project.inputs';
import { farOff, notBeforeRegistration, notInFuture, openWorkById, recordWork, stageEventsOf, type OpenWork, type Writer, type Written } from './writing';

/** Records progress and investment done as of a day. One entry a work and day: a second replaces it. */
export async function recordProgress(unit: UnitOfWork, { identity, language }: Writer, input: RecordProgressInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'RECORD_PROGRESS', input.projectId, 'input.projectId');
  const { project } = work;
  notInFuture(unit, input.date, 'input.date');
  notBeforeRegistration(project, input.date, 'input.date');
  if (!(input.progress >= 0 && input.progress <= 100)) throw refuse('PROGRESS_RANGE', { field: 'input.progress' });
  if (input.investmentDone && (input.investmentDone < 0 || input.investmentDone >= FEN_LIMIT)) throw refuse('AMOUNT_NEGATIVE', { field: 'input.investmentDone' });
  const note = optionalText(input.note, 'input.note', 500) ?? null;
  const reason = optionalText(input.reason, 'input.reason', 500) ?? null;
  const before = await unit.manager.findOne(ProgressEntry, { where: { projectId: project.id, date: LessThan(input.date) }, order: { date: 'DESC' } });
  const sameDay = await unit.manager.findOneBy(ProgressEntry, { projectId: project.id, date: input.date });
  const progress = Math.round(input.progress * 100) / 100;
  const investmentDone = input.investmentDone ?? sameDay?.investmentDone ?? before?.investmentDone ?? 0;
  if (before && !reason) {
    if (progress < before.progress) throw refuse('PROGRESS_LOWER', { field: 'input.progress', date: before.date, before: before.progress });
    if (investmentDone < before.investmentDone) throw refuse('INVESTMENT_DONE_LOWER', { field: 'input.investmentDone', date: before.date, before: formatYuan(before.investmentDone) });
  }
  const values = { progress, investmentDone, note, reason, recordedBy: identity.username, recordedAt: unit.now, sample: false };
  if (sameDay) await unit.update(ProgressEntry, sameDay, values);
  else await unit.insert(ProgressEntry, { projectId: project.id, date: input.date, ...values });
  recordWork(unit, 'PROGRESS_RECORDED', work, `进度 ${progress}%，累计完成投资 ${formatYuan(investmentDone)} 元（${input.date}）`);
  return { projectId: project.id, warnings: [...farOff(unit, language, input.date, 'input.date', 'fact'), ...(await doubts(unit, language, work, input.date, progress, investmentDone))] };
}

async function doubts(unit: UnitOfWork, language: Writer['language'], { project }: OpenWork, day: string, progress: number, investmentDone: number): Promise<Warning[]> {
  const events = await stageEventsOf(unit, project.id);
  const stage = stageEventOn(events, day)?.stage ?? Stage.PREPARATION;
  const suspended = suspensionOn(await unit.manager.findBy(Suspension, { projectId: project.id }), day);
  const later = await unit.manager.findOne(ProgressEntry, { where: { projectId: project.id, date: MoreThan(day) }, order: { date: 'ASC' } });
  const lower = later && (later.progress < progress || later.investmentDone < investmentDone);
  return [
    ...(lower ? [warn(language, 'LATER_ENTRY_LOWER', 'input.date', { date: later.date, progress: String(later.progress) })] : []),
    ...(stage === Stage.PREPARATION && progress > 0 ? [warn(language, 'PROGRESS_WITHOUT_START', 'input.progress')] : []),
    ...(stage === Stage.COMPLETED && progress < 100 ? [warn(language, 'PROGRESS_BELOW_COMPLETED', 'input.progress')] : []),
    ...(suspended ? [warn(language, 'PROGRESS_WHILE_SUSPENDED', 'input.date')] : []),
    ...(project.investment !== null && investmentDone > project.investment ? [warn(language, 'DONE_ABOVE_INVESTMENT', 'input.investmentDone', { investment: formatYuan(project.investment) })] : []),
  ];
}
