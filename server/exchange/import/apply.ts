import { In, type DeepPartial } from 'typeorm';
import { Turns } from '../../api/turns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { FundingEntry, FundingPlan } from '../../funding/funding.entity';
import { Procedure, ProgressEntry, StageEvent } from '../../portfolio/facts.entity';
import { Project, ProjectListItem, ProjectRegion } from '../../portfolio/project.entity';
import { workHeading } from '../../portfolio/writing';
import type { ImportProgress } from './answer';
import { writesAnything, type Desk, type Target } from './desk';

/** Works that are written together: an entity's rows of all of them go in few statements. */
const SLICE = 500;

/** What the change of a work is called: as its own mutation calls it where it is of one kind. */
function kindOfChange({ isNew, writes }: Target): string {
  if (isNew) return 'PROJECT_CREATED';
  const kinds = [
    ...(Object.keys(writes.fields).length || writes.lists ? ['PROJECT_UPDATED'] : []),
    ...(writes.stages.length ? ['STAGE_RECORDED'] : []),
    ...(writes.progress.length ? ['PROGRESS_RECORDED'] : []),
    ...(writes.plans.length ? ['FUNDING_PLANNED'] : []),
    ...(writes.entries.length ? ['FUNDING_RECORDED'] : []),
    ...(writes.procedures.length ? ['PROCEDURE_UPDATED'] : []),
  ];
  return kinds.length === 1 ? kinds[0] : 'PROJECT_IMPORTED';
}

/** A row that is to be inserted, and whose it is. */
interface Fact<Row> {
  target: Target;
  values: Partial<Row>;
}

/** The rows of each work that were written, for its change record. */
class Written {
  private readonly rows = new Map<Target, object[]>();

  add(target: Target, row: object): void {
    const rows = this.rows.get(target);
    if (rows) rows.push(row);
    else this.rows.set(target, [row]);
  }

  of(target: Target): object[] {
    return this.rows.get(target) ?? [];
  }
}

/** Writes what was planned of the works that have their numbers and codes: a change record each. */
export async function applyImport(unit: UnitOfWork, desk: Desk, targets: readonly Target[], onProgress: (progress: ImportProgress) => void): Promise<void> {
  const writing = targets.filter(writesAnything);
  const turns = new Turns();
  for (let i = 0; i < writing.length; i += SLICE) {
    onProgress({ step: 'WRITE', done: i, total: writing.length });
    const slice = writing.slice(i, i + SLICE);
    const written = new Written();
    await writeWorks(unit, slice, written);
    if (turns.due) await turns.next();
    await writeFacts(unit, desk, slice, written);
    if (turns.due) await turns.next();
    unit.recordEach(slice.map((target) => ({
      heading: workHeading(kindOfChange(target), target.sheet, `导入《${desk.file}》：${target.writes.words.join('，')}`),
      rows: written.of(target),
    })));
  }
  onProgress({ step: 'WRITE', done: writing.length, total: writing.length });
}

async function writeWorks(unit: UnitOfWork, slice: readonly Target[], written: Written): Promise<void> {
  const fresh = slice.filter(({ isNew }) => isNew);
  const projects = await unit.insertAll<Project>(Project, fresh.map(({ sheet, writes }) => Object.assign(sheet.project, writes.fields) as DeepPartial<Project>));
  fresh.forEach((target, i) => {
    target.sheet.project = projects[i];
    written.add(target, projects[i]);
  });
  await insertOf(unit, written, ProjectRegion, fresh.flatMap((target) => target.sheet.regions.map(({ id }) => ({ target, values: { projectId: idOf(target), regionId: id } }))));
  await insertOf(unit, written, ProjectListItem, fresh.flatMap((target) => (target.writes.lists ?? []).map(({ id }) => ({ target, values: { projectId: idOf(target), listId: id } }))));
  for (const target of slice) {
    const { sheet, writes, isNew } = target;
    if (isNew || !(Object.keys(writes.fields).length || writes.lists || writes.stages.length)) continue;
    written.add(target, await unit.update(Project, sheet.project, { ...writes.fields, version: sheet.project.version + 1 }));
  }
  await replaceLists(unit, slice.filter(({ isNew, writes }) => !isNew && writes.lists), written);
}

async function replaceLists(unit: UnitOfWork, targets: readonly Target[], written: Written): Promise<void> {
  if (!targets.length) return;
  const items = await unit.manager.findBy(ProjectListItem, { projectId: In(targets.map(idOf)) });
  for (const target of targets) {
    const own = items.filter(({ projectId }) => projectId === idOf(target));
    const lists = target.writes.lists!;
    for (const item of own) {
      if (lists.some(({ id }) => id === item.listId)) continue;
      await unit.remove(ProjectListItem, item);
      written.add(target, item);
    }
    await insertOf(unit, written, ProjectListItem, lists.filter(({ id }) => !own.some(({ listId }) => listId === id)).map(({ id }) => ({ target, values: { projectId: idOf(target), listId: id } })));
  }
}

async function writeFacts(unit: UnitOfWork, { identity, file }: Desk, slice: readonly Target[], written: Written): Promise<void> {
  const recordedBy = identity.username;
  const recordedAt = unit.now;
  const from = `导入《${file}》`;
  const stages: Fact<StageEvent>[] = [];
  const plans: Fact<FundingPlan>[] = [];
  const entries: Fact<FundingEntry>[] = [];
  for (const target of slice) {
    const { writes } = target;
    const projectId = idOf(target);
    for (const { stage, effectiveDate, status, reason } of writes.stages) stages.push({ target, values: { projectId, stage, effectiveDate, status, reason, evidence: from, correction: false, recordedBy, recordedAt, sample: false } });
    for (const { source, planned, effectiveDate } of writes.plans) plans.push({ target, values: { projectId, source, planned, effectiveDate, recordedBy, recordedAt, sample: false } });
    for (const { source, kind, amount, date, documentNumber } of writes.entries) entries.push({ target, values: { projectId, source, kind, amount, date, documentNumber, note: from, reversesId: null, recordedBy, recordedAt, sample: false } });
  }
  await insertOf(unit, written, StageEvent, stages);
  await writeProgress(unit, slice, { recordedBy, recordedAt, sample: false }, written);
  await insertOf(unit, written, FundingPlan, plans);
  await insertOf(unit, written, FundingEntry, entries);
  await writeProcedures(unit, slice, written);
}

async function writeProgress(unit: UnitOfWork, slice: readonly Target[], authored: Pick<ProgressEntry, 'recordedBy' | 'recordedAt' | 'sample'>, written: Written): Promise<void> {
  const dated = slice.filter(({ isNew, writes }) => !isNew && writes.progress.length);
  const standing = dated.length ? await unit.manager.findBy(ProgressEntry, { projectId: In(dated.map(idOf)) }) : [];
  const ofDay = new Map(standing.map((entry) => [`${entry.projectId} ${entry.date}`, entry]));
  const added: Fact<ProgressEntry>[] = [];
  for (const target of slice) {
    for (const entry of target.writes.progress) {
      const before = target.isNew ? undefined : ofDay.get(`${idOf(target)} ${entry.date}`);
      if (before) written.add(target, await unit.update(ProgressEntry, before, { ...entry, ...authored, reason: null }));
      else added.push({ target, values: { projectId: idOf(target), date: entry.date, progress: entry.progress, investmentDone: entry.investmentDone, ...authored } });
    }
  }
  await insertOf(unit, written, ProgressEntry, added);
}

async function writeProcedures(unit: UnitOfWork, slice: readonly Target[], written: Written): Promise<void> {
  const touched = slice.filter(({ writes }) => writes.procedures.length);
  if (!touched.length) return;
  const standing = await unit.manager.findBy(Procedure, { projectId: In(touched.map(idOf)) });
  const known = new Map(standing.map((procedure) => [`${procedure.projectId} ${procedure.kind}`, procedure]));
  const added: Fact<Procedure>[] = [];
  for (const target of touched) {
    for (const { kind, values } of target.writes.procedures) {
      const before = known.get(`${idOf(target)} ${kind}`);
      if (before) written.add(target, await unit.update(Procedure, before, { ...values, sample: false }));
      else added.push({ target, values: { projectId: idOf(target), kind, ...values, sample: false } });
    }
  }
  await insertOf(unit, written, Procedure, added);
}

const idOf = ({ sheet }: Target): number => sheet.project.id;

/** Inserts facts of many works together. */
async function insertOf<Row extends { id: number; projectId: number }>(unit: UnitOfWork, written: Written, entity: new () => Row, facts: readonly Fact<Row>[]): Promise<void> {
  const rows = await unit.insertAll(entity, facts.map(({ values }) => values as never));
  rows.forEach((row, i) => written.add(facts[i].target, row));
}
