import type { Day } from '../api/day';
import { rowId } from '../api/ids';
import { yuanText } from '../api/money';
import { refuse } from '../api/refusal';
import { optionalText, requiredText } from '../api/text';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Project } from '../portfolio/project.entity';
import { notInFuture, openWork, openWorkById, recordWork, type Writer, type Written } from '../portfolio/writing';
import { AnnualPlan, FundingEntry, FundingPlan, fundingSourceNames, type FundingSource } from './funding.entity';
import type { BookFundingInput, RecordFundingInput, ReverseFundingInput, SetAnnualPlanInput, SetFundingPlanInput } from './funding.inputs';
import { additionOf, annualDoubts, entryDoubts, fundingKindNames, laterDoubts, planDoubts } from './rules';
import { bookedBy, fundsBySource, noFunds, totalFunds, type FundsSum } from './sums';

/** What a mutation on an entry gives back. */
export interface EntryWritten extends Written {
  entryId: number;
}

/** Sets what a work is to get from a source from a day on. */
export async function setFundingPlan(unit: UnitOfWork, { identity, language }: Writer, input: SetFundingPlanInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'SET_FUNDING_PLAN', input.projectId, 'input.projectId');
  const { project } = work;
  const effectiveDate = input.effectiveDate ?? unit.today;
  notInFuture(unit, effectiveDate, 'input.effectiveDate');
  if (input.planned < 0) throw refuse('AMOUNT_NEGATIVE', { field: 'input.planned' });
  await unit.insert(FundingPlan, { projectId: project.id, source: input.source, planned: input.planned, effectiveDate, recordedBy: identity.username, recordedAt: unit.now, sample: false });
  recordWork(unit, 'FUNDING_PLANNED', work, `${fundingSourceNames[input.source]}计划 ${yuanText(input.planned)} 元（${effectiveDate}）`);
  const { planned } = totalFunds((await fundsOf(unit, project, unit.today)).values());
  return { projectId: project.id, warnings: planDoubts(language, project, planned) };
}

/** Books money allocated, arrived or paid. */
export async function recordFunding(unit: UnitOfWork, { identity, language }: Writer, input: RecordFundingInput): Promise<EntryWritten> {
  const work = await openWorkById(unit, identity, 'RECORD_FUNDING', input.projectId, 'input.projectId');
  const { project } = work;
  notInFuture(unit, input.date, 'input.date');
  if (input.amount <= 0) throw refuse('AMOUNT_NOT_POSITIVE', { field: 'input.amount' });
  const documentNumber = optionalText(input.documentNumber, 'input.documentNumber', 100) ?? null;
  const entry = await unit.insert(FundingEntry, {
    projectId: project.id, source: input.source, kind: input.kind, amount: input.amount, date: input.date, documentNumber,
    note: optionalText(input.note, 'input.note', 500) ?? null,
    reversesId: null, recordedBy: identity.username, recordedAt: unit.now, sample: false,
  });
  recordWork(unit, 'FUNDING_RECORDED', work, `${fundingSourceNames[input.source]}${fundingKindNames[input.kind]} ${yuanText(input.amount)} 元（${input.date}）`);
  const funds = (await fundsOf(unit, project, unit.today)).get(input.source) ?? noFunds();
  return { projectId: project.id, entryId: entry.id, warnings: entryDoubts(unit, language, project, entry, funds) };
}

/**
 * Books what a running total adds to what is booked by its day, as one entry of that day. Entries of later days stand as
 * they are: the total is that day's.
 */
export async function bookFunding(unit: UnitOfWork, writer: Writer, { cumulative, ...input }: BookFundingInput): Promise<EntryWritten> {
  const work = await openWorkById(unit, writer.identity, 'RECORD_FUNDING', input.projectId, 'input.projectId');
  const booked = bookedBy(await unit.manager.findBy(FundingEntry, { projectId: work.project.id }), input.source, input.kind, input.date);
  const amount = additionOf(cumulative, booked, input.date, 'input.cumulative');
  if (amount === 0n) throw refuse('CUMULATIVE_SAME', { field: 'input.cumulative', booked: yuanText(booked), date: input.date });
  const written = await recordFunding(unit, writer, { ...input, amount: Number(amount) });
  const later = laterDoubts(writer.language, input, await unit.manager.findBy(FundingEntry, { projectId: work.project.id }), unit.today);
  return { ...written, warnings: [...written.warnings, ...later] };
}

/** Sets what a work is to do in investment in a year. */
export async function setAnnualPlan(unit: UnitOfWork, { identity, language }: Writer, input: SetAnnualPlanInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'SET_FUNDING_PLAN', input.projectId, 'input.projectId');
  const { project } = work;
  if (!(input.year >= 2000 && input.year <= 2100)) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'input.year', low: 2000, high: 2100 });
  const effectiveDate = input.effectiveDate ?? unit.today;
  notInFuture(unit, effectiveDate, 'input.effectiveDate');
  if (input.planned < 0) throw refuse('AMOUNT_NEGATIVE', { field: 'input.planned' });
  await unit.insert(AnnualPlan, { projectId: project.id, year: input.year, planned: input.planned, effectiveDate, recordedBy: identity.username, recordedAt: unit.now, sample: false });
  recordWork(unit, 'ANNUAL_PLAN_SET', work, `${input.year}年度投资计划 ${yuanText(input.planned)} 元（${effectiveDate}）`);
  return { projectId: project.id, warnings: annualDoubts(language, project, await unit.manager.find(AnnualPlan, { where: { projectId: project.id }, order: { effectiveDate: 'ASC', id: 'ASC' } }), unit.today) };
}

/**
 * Takes a wrong entry back: another of the opposite amount on the same day, so that the money is right for every day.
 * An entry is reversed once and whole; a reversal is not reversed but entered anew.
 */
export async function reverseFunding(unit: UnitOfWork, { identity }: Writer, input: ReverseFundingInput): Promise<EntryWritten> {
  const field = 'input.entryId';
  const id = rowId('FundingEntry', input.entryId, field);
  const entry = await unit.manager.findOneBy(FundingEntry, { id });
  if (!entry) throw refuse('NOT_FOUND', { field });
  const work = await openWork(unit, identity, 'RECORD_FUNDING', entry.projectId, field);
  if (entry.reversesId !== null) throw refuse('REVERSAL_OF_REVERSAL', { field });
  if (await unit.manager.existsBy(FundingEntry, { reversesId: id })) throw refuse('ALREADY_REVERSED', { field, currentVersion: work.project.version });
  const reason = requiredText(input.reason, 'input.reason', 500);
  const { projectId, source, kind, date, documentNumber } = entry;
  const reversal = await unit.insert(FundingEntry, {
    projectId, source, kind, date, documentNumber, amount: -entry.amount, note: reason, reversesId: id,
    recordedBy: identity.username, recordedAt: unit.now, sample: false,
  });
  recordWork(unit, 'FUNDING_REVERSED', work, `更正：冲回${fundingSourceNames[source]}${fundingKindNames[kind]} ${yuanText(entry.amount)} 元（${date}），${reason}`);
  return { projectId, entryId: reversal.id, warnings: [] };
}

async function fundsOf(unit: UnitOfWork, { id }: Project, day: Day): Promise<Map<FundingSource, FundsSum>> {
  const plans = await unit.manager.find(FundingPlan, { where: { projectId: id }, order: { effectiveDate: 'ASC', id: 'ASC' } });
  return fundsBySource(plans, await unit.manager.findBy(FundingEntry, { projectId: id }), day);
}
