import type { EntityManager } from 'typeorm';
import { addDays, type Day } from '../api/day';
import type { Identity } from '../api/identity';
import { rowId } from '../api/ids';
import { refuse, type Language } from '../api/refusal';
import type { Warning } from '../api/node';
import { warn } from '../api/warnings';
import { assertMay, canView, type Operation, type PolicyExtra, type WorkScope } from '../access/policy';
import type { ChangeHeading, UnitOfWork } from '../database/unit-of-work';
import { Procedure, StageEvent } from './facts.entity';
import { byDayThenRecording } from './history';
import { Project, ProjectRegion } from './project.entity';
import { Region, RegionKind } from './reference.entity';

/** Who writes, and in which language it is answered. */
export interface Writer {
  identity: Identity;
  language: Language;
}

/** What a mutation on a work gives back; kept under its idempotency key. */
export interface Written {
  projectId: number;
  warnings: Warning[];
}

/** A work that is locked for this unit of work, with what the policy and the change record need of it. */
export interface OpenWork {
  project: Project;
  regions: Region[];
  scope: WorkScope;
}

/** A work's place in the policy. */
export const scopeOf = (project: Pick<Project, 'leadRegionId' | 'sectorCode'>, regions: readonly Region[]): WorkScope => ({
  leadRegionId: project.leadRegionId,
  regionIds: regions.map(({ id }) => id),
  sector: project.sectorCode,
  cityLed: regions.some(({ id, kind }) => id === project.leadRegionId && kind === RegionKind.MUNICIPALITY),
});

/** The regions of a work, in the official order. */
export async function regionsOf(manager: EntityManager, projectId: number): Promise<Region[]> {
  const links = await manager.find(ProjectRegion, { where: { projectId }, relations: { region: true } });
  return links.map(({ region }) => region!).sort((a, b) => a.sort - b.sort);
}

/**
 * Opens a work for writing: locks it, and lets pass only who may.
 * @param id its row
 * @throws Refusal NOT_FOUND, FORBIDDEN, or WITHDRAWN when it is off the list.
 */
export async function openWork(unit: UnitOfWork, identity: Identity, operation: Operation, id: number, field: string, extra?: PolicyExtra): Promise<OpenWork> {
  const project = await unit.lock(Project, id);
  if (!project) throw refuse('NOT_FOUND', { field });
  const regions = await regionsOf(unit.manager, id);
  const scope = scopeOf(project, regions);
  assertMay(identity, operation, scope, field, extra);
  if (project.withdrawnOn !== null) throw refuse('WITHDRAWN', { field });
  return { project, regions, scope };
}

/**
 * Whether an account may have the answer to an earlier write again: it may have been moved elsewhere since.
 * @throws Refusal NOT_FOUND when it may neither open the work any more nor holds an approval of it.
 */
export async function assertMayHaveAgain(manager: EntityManager, identity: Identity, { projectId }: Pick<Written, 'projectId'>): Promise<void> {
  const project = await manager.findOneByOrFail(Project, { id: projectId });
  const holds = identity.departmentId !== null && (await manager.existsBy(Procedure, { projectId, heldById: identity.departmentId }));
  if (!holds && !canView(identity, scopeOf(project, await regionsOf(manager, projectId)))) throw refuse('NOT_FOUND');
}

/** Opens a work by its global id. */
export const openWorkById = (unit: UnitOfWork, identity: Identity, operation: Operation, id: string, field: string): Promise<OpenWork> =>
  openWork(unit, identity, operation, rowId('Project', id, field), field);

/** @throws Refusal VERSION_CONFLICT when somebody else changed the work meanwhile. */
export function checkVersion({ version }: Project, expected: number): void {
  if (version !== expected) throw refuse('VERSION_CONFLICT', { field: 'input.expectedVersion', currentVersion: version });
}

/** A work's stage events, by day, then by recording. */
export const stageEventsOf = async (unit: UnitOfWork, projectId: number): Promise<StageEvent[]> =>
  (await unit.manager.findBy(StageEvent, { projectId })).sort(byDayThenRecording);

/** Moves the work's version. */
export const touch = (unit: UnitOfWork, project: Project): Promise<Project> => unit.update(Project, project, { version: project.version + 1 });

/** What the change record of a work says of itself. */
export const workHeading = (kind: string, { project, regions }: { project: Project; regions: readonly Region[] }, what: string): ChangeHeading => ({
  kind,
  subjectType: 'Project',
  subjectId: project.id,
  adcodes: regions.map(({ adcode }) => adcode),
  sector: project.sectorCode,
  summary: `${project.number}号 ${project.name}：${what}`,
});

/** Closes the change record of a work. */
export const recordWork = (unit: UnitOfWork, kind: string, work: Pick<OpenWork, 'project' | 'regions'>, what: string): void => unit.record(workHeading(kind, work, what));

/** @throws Refusal when a fact is dated later than today. */
export function notInFuture({ today }: { today: Day }, day: Day, field: string): void {
  if (day > today) throw refuse('DATE_IN_FUTURE', { field, today });
}

/** @throws Refusal when a fact is dated before the work was registered. */
export function notBeforeRegistration({ registeredOn }: Pick<Project, 'registeredOn'>, day: Day, field: string): void {
  if (day < registeredOn) throw refuse('DATE_BEFORE_REGISTRATION', { field, registeredOn });
}

/** Days that are near a day, which is most often the one asked before. */
let near: { today: Day; fact: readonly [Day, Day]; plan: readonly [Day, Day] } | null = null;
function nearTo(today: Day) {
  if (near?.today !== today) near = { today, fact: [addDays(today, -366), today], plan: [addDays(today, -3653), addDays(today, 3653)] };
  return near;
}

/** A warning when a fact is dated more than a year back, or a plan more than ten years away. */
export function farOff({ today }: { today: Day }, language: Language, day: Day | null | undefined, field: string, kind: 'fact' | 'plan'): Warning[] {
  if (!day) return [];
  const [least, most] = nearTo(today)[kind];
  return day < least || day > most ? [warn(language, 'DATE_FAR_OFF', field, { date: day })] : [];
}
