import DataLoader from 'dataloader';
import { In, type EntityManager, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { FundingEntry } from '../funding/funding.entity';
import { byDayThenRecording } from '../portfolio/history';
import { Procedure, ProgressEntry, StageEvent, Suspension } from '../portfolio/facts.entity';
import { byUsualOrder } from '../portfolio/procedures';

type Owned = { id: number; projectId: number };

/** Children of many works in one statement. */
const byProject = <T extends Owned>(manager: EntityManager, entity: EntityTarget<T>, order: FindOptionsOrder<T>) =>
  new DataLoader<number, T[]>(async (ids) => {
    const rows = await manager.find(entity, { where: { projectId: In([...ids]) } as FindOptionsWhere<T>, order });
    const groups = new Map<number, T[]>(ids.map((id) => [id, []]));
    for (const row of rows) groups.get(row.projectId)!.push(row);
    return ids.map((id) => groups.get(id)!);
  });

/** What one request reads of the rows below works; made anew for each, so nothing outlives it. */
export class Loaders {
  private readonly stageEvents;
  private readonly procedureItems;
  readonly suspensions;
  readonly progress;
  readonly entries;
  /** The entry that reverses an entry. */
  readonly reversals;
  readonly entry;

  constructor(manager: EntityManager) {
    this.stageEvents = byProject(manager, StageEvent, { id: 'ASC' });
    this.procedureItems = byProject(manager, Procedure, { id: 'ASC' });
    this.suspensions = byProject(manager, Suspension, { from: 'ASC', id: 'ASC' });
    this.progress = byProject(manager, ProgressEntry, { date: 'ASC' });
    this.entries = byProject(manager, FundingEntry, { date: 'ASC', id: 'ASC' });
    this.entry = new DataLoader<number, FundingEntry | null>(async (ids) => {
      const rows = new Map((await manager.findBy(FundingEntry, { id: In([...ids]) })).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    });
    this.reversals = new DataLoader<number, FundingEntry | null>(async (ids) => {
      const rows = new Map((await manager.findBy(FundingEntry, { reversesId: In([...ids]) })).map((row) => [row.reversesId!, row]));
      return ids.map((id) => rows.get(id) ?? null);
    });
  }

  /** A work's stage events, by day, then by recording. */
  async stages(projectId: number): Promise<StageEvent[]> {
    return [...(await this.stageEvents.load(projectId))].sort(byDayThenRecording);
  }

  /** A work's procedures, in their usual order. */
  async procedures(projectId: number): Promise<Procedure[]> {
    return [...(await this.procedureItems.load(projectId))].sort(byUsualOrder);
  }
}
