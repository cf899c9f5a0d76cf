import { In, type EntityManager } from 'typeorm';
import { Turns } from '../api/turns';
import type { AnnualPlanFact, BookedEntry, PlanFact } from '../funding/sums';
import { byDayThenRecording, type ProgressFact, type StageFact, type SuspensionFact } from '../portfolio/history';
import { byUsualOrder, type ProcedureFact } from '../portfolio/procedures';
import { Project } from '../portfolio/project.entity';
import type { Reference } from '../portfolio/reference';
import type { Sheet } from './sheet';

type Owned<T> = T & { projectId: number };

const groupByProject = <T>(rows: Owned<T>[]): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.projectId);
    if (group) group.push(row);
    else groups.set(row.projectId, [row]);
  }
  return groups;
};

const asPlan = <T extends { planned: number; sample: boolean }>(plan: T): T => ({ ...plan, planned: Number(plan.planned), sample: Boolean(plan.sample) });

const byEffectiveDay = (a: { effectiveDate: string; id: number }, b: { effectiveDate: string; id: number }): number =>
  a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : a.id - b.id;

/** Works read together; a hundred thousand at once would hold everybody up for seconds. */
const WORKS_AT_ONCE = 1000;

/**
 * Reads works with all their dated facts, in a fixed number of statements a thousand works.
 * @param ids the works to read; all of them when left out
 */
export async function readSheets(manager: EntityManager, reference: Reference, ids?: readonly number[]): Promise<Sheet[]> {
  const wanted = ids ?? ((await manager.query('SELECT id FROM project ORDER BY id')) as { id: number }[]).map(({ id }) => id);
  const sheets: Sheet[] = [];
  const turns = new Turns();
  for (let i = 0; i < wanted.length; i += WORKS_AT_ONCE) {
    if (turns.due) await turns.next();
    for (const sheet of await readSome(manager, reference, wanted.slice(i, i + WORKS_AT_ONCE))) sheets.push(sheet);
  }
  return sheets;
}

async function readSome(manager: EntityManager, reference: Reference, ids: readonly number[]): Promise<Sheet[]> {
  const projects = await manager.find(Project, { where: { id: In([...ids]) } });
  // Raw rows: hydrating tens of thousands of entities would cost far more than the reading.
  const rows = async <T>(columns: string, from: string): Promise<Map<number, T[]>> => {
    return groupByProject((await manager.query(`SELECT project_id AS projectId, ${columns} FROM ${from} WHERE project_id IN (${ids.map(() => '?').join(', ')}) ORDER BY id`, [...ids])) as Owned<T>[]);
  };
  const regions = await rows<{ regionId: number }>('region_id AS regionId', 'project_region');
  const lists = await rows<{ listId: number }>('list_id AS listId', 'project_list');
  const stages = await rows<StageFact>('id, stage, effective_date AS effectiveDate, status, sample', 'stage_event');
  const suspensions = await rows<{ fromDay: string; toDay: string | null }>('from_day AS fromDay, to_day AS toDay', 'suspension');
  const progress = await rows<{ date: string; hundredths: number; investmentDone: number; sample: boolean }>('date, progress AS hundredths, investment_done AS investmentDone, sample', 'progress_entry');
  const plans = await rows<PlanFact>('id, source, planned, effective_date AS effectiveDate, sample', 'funding_plan');
  const entries = await rows<BookedEntry>('id, source, kind, amount, date, document_number AS documentNumber, note, reverses_id AS reversesId, sample', 'funding_entry');
  const annualPlans = await rows<AnnualPlanFact>('id, year, planned, effective_date AS effectiveDate, sample', 'annual_plan');
  const procedures = await rows<ProcedureFact>(
    'id, kind, status, held_by_id AS heldById, applied_on AS appliedOn, promised_days AS promisedDays, green_channel AS greenChannel, due, done_on AS doneOn, document_number AS documentNumber, sample',
    'procedure_item',
  );

  return projects.map((project): Sheet => ({
    project,
    leadRegion: reference.regionById.get(project.leadRegionId)!,
    regions: (regions.get(project.id) ?? []).map(({ regionId }) => reference.regionById.get(regionId)!).sort((a, b) => a.sort - b.sort),
    category: reference.categoryById.get(project.categoryId)!,
    lists: (lists.get(project.id) ?? []).map(({ listId }) => reference.listById.get(listId)!).sort((a, b) => a.sort - b.sort),
    stages: (stages.get(project.id) ?? []).map((event) => ({ ...event, sample: Boolean(event.sample) })).sort(byDayThenRecording),
    suspensions: (suspensions.get(project.id) ?? []).map(({ fromDay, toDay }): SuspensionFact => ({ from: fromDay, to: toDay })),
    progress: (progress.get(project.id) ?? [])
      .map(({ date, hundredths, investmentDone, sample }): ProgressFact => ({ date, progress: hundredths / 100, investmentDone: Number(investmentDone), sample: Boolean(sample) }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    plans: (plans.get(project.id) ?? []).map(asPlan).sort(byEffectiveDay),
    annualPlans: (annualPlans.get(project.id) ?? []).map(asPlan).sort(byEffectiveDay),
    entries: (entries.get(project.id) ?? []).map((entry) => ({ ...entry, amount: Number(entry.amount), sample: Boolean(entry.sample) })),
    procedures: (procedures.get(project.id) ?? []).map((one) => ({ ...one, greenChannel: Boolean(one.greenChannel), sample: Boolean(one.sample) })).sort(byUsualOrder),
  }));
}
