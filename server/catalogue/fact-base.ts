import type { EntityManager } from 'typeorm';
import { latestSeq, touchedAfter, type Touched } from '../database/change-log';
import { ChangeRecord } from '../database/change.entity';
import type { Database } from '../database/database';
import { readTasks } from '../dispatch/tasks';
import { readIndicators } from '../figures/indicators';
import { readReference } from '../portfolio/reference';
import { readFlows } from '../water/flows';
import { sectionsOfBatches } from '../water/samples';
import { readSections, type SectionSheet } from '../water/sections';
import { Facts } from './facts';
import { readSheets } from './read-sheets';

/** Above so many touched works it is cheaper to read all of them. */
const READ_ONE_BY_ONE = 400;

/** What changes are about after which the flows are read again: a few hundred rows in all. */
const FLOW_SUBJECTS = new Set(['FlowTarget', 'ReplenishmentEntry']);

/** What changes may be about that touch no more than the work, section, sections of the samples, flows, indicator, scheme or task they name. */
export const OWN_SUBJECT: ReadonlySet<string> = new Set(['Project', 'MonitoringSection', 'SampleBatch', 'FlowTarget', 'ReplenishmentEntry', 'Indicator', 'CompensationScheme', 'Task', 'User', 'Day']);

/**
 * Keeps the facts of all works in memory and brings them up to date by the change records: after a change only the works
 * it names are read again. What it gives out knows at least every change committed before it was asked, on any server.
 */
export class FactBase {
  private facts: Facts | null = null;
  private refreshing: Promise<Facts> | null = null;

  constructor(private readonly database: Database) {}

  /** The facts as of now. */
  async latest(): Promise<Facts> {
    const seq = await this.database.latest();
    if (this.facts && this.facts.seq >= seq) return this.facts;
    // A refresh under way may have begun before the change that this caller must see: then it is asked once more.
    if (this.refreshing) {
      const facts = await this.refreshing;
      if (facts.seq >= seq) return facts;
      return this.latest();
    }
    this.refreshing = this.refresh().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async refresh(): Promise<Facts> {
    const before = this.facts;
    this.facts = await this.database.snapshot(async (manager) => {
      const seq = await latestSeq(manager);
      const changedAt = (await manager.findOneBy(ChangeRecord, { seq }))?.at ?? null;
      const touched = before && seq >= before.seq ? await touchedAfter(manager, before.seq) : null;
      const works = new Set(touched?.filter(({ subjectType }) => subjectType === 'Project').map(({ subjectId }) => subjectId));
      if (!before || !touched || works.size > READ_ONE_BY_ONE || !touched.every((change) => OWN_SUBJECT.has(change.subjectType))) {
        const reference = await readReference(manager);
        return Facts.of(this.database.epoch, reference, { seq, changedAt, sheets: await readSheets(manager, reference), sections: await readSections(manager), flows: await readFlows(manager), indicators: await readIndicators(manager), tasks: await readTasks(manager) });
      }
      const sections = await sectionsAfter(manager, before.sections, touched);
      const tasks = touched.some((change: Touched) => change.subjectType === 'Task') ? await readTasks(manager) : before.tasks;
      const flows = touched.some(({ subjectType }) => FLOW_SUBJECTS.has(subjectType)) ? await readFlows(manager) : before.flows;
      const indicators = touched.some(({ subjectType }) => subjectType === 'Indicator') ? await readIndicators(manager) : before.indicators;
      return before.advance({ seq, changedAt, sheets: works.size ? await readSheets(manager, before.reference, [...works]) : [], sections, flows, indicators, tasks });
    });
    return this.facts;
  }
}

/** The sections after changes: those that were changed or measured are read again. */
async function sectionsAfter(manager: EntityManager, before: readonly SectionSheet[], touched: readonly Touched[]): Promise<readonly SectionSheet[]> {
  const idsOf = (type: string): number[] => touched.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
  if (idsOf('MonitoringSection').length) return readSections(manager);
  const measured = await sectionsOfBatches(manager, idsOf('SampleBatch'));
  if (!measured.length) return before;
  const anew = new Map((await readSections(manager, measured)).map((sheet) => [sheet.section.id, sheet]));
  return before.map((sheet) => anew.get(sheet.section.id) ?? sheet);
}
