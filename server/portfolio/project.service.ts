import { In } from 'typeorm';
import { refuse } from '../api/refusal';
import { optionalText, requiredText } from '../api/text';
import { assertMay } from '../access/policy';
import { isDuplicateOf } from '../database/faults';
import type { UnitOfWork } from '../database/unit-of-work';
import { readBoundaries } from './geography';
import { Project, ProjectListItem, ProjectRegion } from './project.entity';
import type { CreateProjectInput, UpdateProjectInput, WithdrawProjectInput } from './project.inputs';
import { Category, Region, Sector, WorkList } from './reference.entity';
import { checkedFields, checkPlan, checkPosition, newWork, planWarnings, revised } from './work-rules';
import { checkVersion, notInFuture, openWorkById, recordWork, scopeOf, type Writer, type Written } from './writing';

/** Members of the input that say which work and why, not what. */
const NOT_CHANGES = new Set(['id', 'expectedVersion', 'reason', 'idempotencyKey']);

/** Registers a work in PREPARATION, under the next number of the wall. */
export async function createProject(unit: UnitOfWork, { identity, language }: Writer, input: CreateProjectInput): Promise<Written> {
  // Before anything is looked up: whoever may create nothing at all learns nothing about codes and regions.
  assertMay(identity, 'CREATE_WORK');
  const { leadRegion, regions } = await findRegions(unit, input.leadRegion, input.regions ?? []);
  const draft = { leadRegionId: leadRegion.id, sectorCode: input.sector };
  assertMay(identity, 'CREATE_WORK', scopeOf(draft, regions), 'input.sector');
  // The API knows six sectors; a city's programme may have fewer.
  if (!(await unit.manager.existsBy(Sector, { code: input.sector }))) throw refuse('UNKNOWN_SECTOR', { field: 'input.sector', value: input.sector });
  const registeredOn = input.registeredOn ?? unit.today;
  notInFuture(unit, registeredOn, 'input.registeredOn');
  const code = requiredText(input.code, 'input.code', 60);
  if (await unit.manager.existsBy(Project, { code })) throw refuse('CODE_TAKEN', { field: 'input.code', value: code });
  const fields = checkedFields(input);
  const name = requiredText(input.name, 'input.name', 200);
  const categoryId = (await findCategory(unit, input.category)).id;
  checkPlan(fields.plannedStart, fields.plannedFinish);
  await checkPlace(unit, regions, fields.lon, fields.lat);
  const lists = await findLists(unit, input.lists ?? []);
  const values = newWork({ ...draft, number: await unit.nextNumber('project'), code, name, categoryId, registeredOn });
  const project = await unit.insert(Project, { ...values, ...fields }).catch((error: unknown) => {
    throw isDuplicateOf(error, 'ux_project_code', 'project.code') ? refuse('CODE_TAKEN', { field: 'input.code', value: code }) : error;
  });
  await unit.insertAll(ProjectRegion, regions.map(({ id }) => ({ projectId: project.id, regionId: id })));
  await unit.insertAll(ProjectListItem, lists.map(({ id }) => ({ projectId: project.id, listId: id })));
  recordWork(unit, 'PROJECT_CREATED', { project, regions }, '入库');
  return { projectId: project.id, warnings: planWarnings(unit, language, input) };
}

/** Changes what is known of a work and its approved dates. */
export async function updateProject(unit: UnitOfWork, { identity, language }: Writer, input: UpdateProjectInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'UPDATE_WORK', input.id, 'input.id');
  const { project, regions } = work;
  checkVersion(project, input.expectedVersion);
  const reason = optionalText(input.reason, 'input.reason', 500);
  const entered = Object.entries(input).filter(([name, value]) => value !== undefined && !NOT_CHANGES.has(name)).map(([name]) => (name === 'lon' || name === 'lat' ? 'location' : name));
  if (!entered.length) throw refuse('NOTHING_TO_CHANGE', { field: 'input' });
  const patch: Partial<Project> = withoutUndefined(checkedFields(input));
  if (input.name !== undefined) patch.name = requiredText(input.name ?? '', 'input.name', 200);
  if (input.category !== undefined) patch.categoryId = (await findCategory(unit, input.category ?? '')).id;
  const changes = revised(project, patch, entered);
  if (patch.lon !== undefined) await checkPlace(unit, regions, patch.lon, patch.lat);
  await unit.update(Project, project, { ...changes, version: project.version + 1 });
  if (input.lists !== undefined) await replaceLists(unit, project.id, await findLists(unit, input.lists ?? []));
  recordWork(unit, 'PROJECT_UPDATED', work, reason ? `修改（${reason}）` : '修改');
  return { projectId: project.id, warnings: planWarnings(unit, language, input) };
}

/** Takes a work off the list from a day on. */
export async function withdrawProject(unit: UnitOfWork, { identity }: Writer, input: WithdrawProjectInput): Promise<Written> {
  const work = await openWorkById(unit, identity, 'WITHDRAW_WORK', input.id, 'input.id');
  const { project } = work;
  checkVersion(project, input.expectedVersion);
  notInFuture(unit, input.on, 'input.on');
  if (input.on < project.registeredOn) throw refuse('WITHDRAW_BEFORE_REGISTRATION', { field: 'input.on', registeredOn: project.registeredOn });
  const reason = requiredText(input.reason, 'input.reason', 500);
  await unit.update(Project, project, { withdrawnOn: input.on, version: project.version + 1 });
  recordWork(unit, 'PROJECT_WITHDRAWN', work, `调出（${input.on}，${reason}）`);
  return { projectId: project.id, warnings: [] };
}

async function checkPlace(unit: UnitOfWork, regions: readonly Region[], lon: number | null | undefined, lat: number | null | undefined): Promise<void> {
  if (typeof lon === 'number' && typeof lat === 'number') checkPosition(await readBoundaries(unit.manager), regions, lon, lat);
}

async function findRegions(unit: UnitOfWork, lead: string, others: string[]): Promise<{ leadRegion: Region; regions: Region[] }> {
  const adcodes = [...new Set([lead, ...others])];
  const found = new Map((await unit.manager.findBy(Region, { adcode: In(adcodes) })).map((region) => [region.adcode, region]));
  for (const adcode of adcodes) {
    if (!found.has(adcode)) throw refuse('UNKNOWN_REGION', { field: adcode === lead ? 'input.leadRegion' : `input.regions.${others.indexOf(adcode)}`, value: adcode });
  }
  return { leadRegion: found.get(lead)!, regions: [...found.values()].sort((a, b) => a.sort - b.sort) };
}

async function findCategory(unit: UnitOfWork, code: string): Promise<Category> {
  const category = await unit.manager.findOneBy(Category, { code });
  if (!category) throw refuse('UNKNOWN_CATEGORY', { field: 'input.category', value: code });
  return category;
}

async function findLists(unit: UnitOfWork, codes: string[]): Promise<WorkList[]> {
  const found = codes.length ? await unit.manager.findBy(WorkList, { code: In(codes) }) : [];
  const missing = codes.findIndex((code) => !found.some((list) => list.code === code));
  if (missing >= 0) throw refuse('UNKNOWN_LIST', { field: `input.lists.${missing}`, value: codes[missing] });
  return found.sort((a, b) => a.sort - b.sort);
}

async function replaceLists(unit: UnitOfWork, projectId: number, lists: WorkList[]): Promise<void> {
  const before = await unit.manager.findBy(ProjectListItem, { projectId });
  for (const item of before) if (!lists.some(({ id }) => id === item.listId)) await unit.remove(ProjectListItem, item);
  const added = lists.filter(({ id }) => !before.some(({ listId }) => listId === id));
  await unit.insertAll(ProjectListItem, added.map(({ id }) => ({ projectId, listId: id })));
}

const withoutUndefined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
