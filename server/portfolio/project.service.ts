import { In } from 'typeorm';
import { FEN_LIMIT, type Fen } from '../api/money';
import { refuse } from '../api/refusal';
import { optionalText, requiredText } from '../api/text';
import type { Warning } from '../api/node';
import { assertMay } from '../access/policy';
import { isDuplicateOf } from '../database/faults';
import type { UnitOfWork } from '../database/unit-of-work';
import { distanceOutside, readBoundaries, TOLERANCE_KM } from './geography';
import { Project, ProjectListItem, ProjectRegion } from './project.entity';
import type { CreateProjectInput, ProjectFieldsInput, UpdateProjectInput, WithdrawProjectInput } from './project.inputs';
import { Category, Region, WorkList } from './reference.entity';
import { checkVersion, farOff, notInFuture, openWorkById, recordWork, scopeOf, type Writer, type Written } from './writing';

/** 项目代码: year, region, kind and serial, GB/T 40058-2021. */
const NATIONAL_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** Members of the input that say which work and why, not what. */
const NOT_CHANGES = new Set(['id', 'expectedVersion', 'reason', 'idempotencyKey']);

/** Registers a work in PREPARATION, under the next number of the wall. */
export async function createProject(unit: UnitOfWork, { identity, language }: Writer, input: CreateProjectInput): Promise<Written> {
  // Before anything is looked up: whoever may create nothing at all learns nothing about codes and regions.
  assertMay(identity, 'CREATE_WORK');
  const { leadRegion, regions } = await findRegions(unit, input.leadRegion, input.regions ?? []);
  const draft = { leadRegionId: leadRegion.id, sectorCode: input.sector };
  assertMay(identity, 'CREATE_WORK', scopeOf(draft, regions), 'input.sector');
  const registeredOn = input.registeredOn ?? unit.today;
  notInFuture(unit, registeredOn, 'input.registeredOn');
  const code = requiredText(input.code, 'input.code', 60);
  if (await unit.manager.existsBy(Project, { code })) throw refuse('CODE_TAKEN', { field: 'input.code', value: code });
  const values = {
    ...draft,
    ...checkedFields(input),
    code,
    name: requiredText(input.name, 'input.name', 200),
    categoryId: (await findCategory(unit, input.category)).id,
    registeredOn,
    originalFinish: null,
    withdrawnOn: null,
    version: 1,
    sample: false,
    sampleFields: [],
    sources: [],
  };
  checkPlan(values.plannedStart, values.plannedFinish);
  await checkPosition(unit, regions, values.lon, values.lat);
  const lists = await findLists(unit, input.lists ?? []);
  const project = await unit.insert(Project, { ...values, number: await unit.nextNumber('project') }).catch((error: unknown) => {
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
  const next = { ...project, ...patch };
  checkPlan(next.plannedStart, next.plannedFinish);
  if (patch.lon !== undefined) await checkPosition(unit, regions, patch.lon, patch.lat);
  if (patch.plannedFinish && project.plannedFinish && patch.plannedFinish > project.plannedFinish) patch.originalFinish = project.originalFinish ?? project.plannedFinish;
  // What an office has entered is made up no longer.
  patch.sampleFields = project.sampleFields.filter((field) => !entered.includes(field));
  await unit.update(Project, project, { ...patch, version: project.version + 1 });
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

/** Checks the fields that creating and updating share; what was left out stays undefined. */
function checkedFields(input: ProjectFieldsInput) {
  const nationalCode = optionalText(input.nationalCode, 'input.nationalCode', 40);
  if (nationalCode && !NATIONAL_CODE.test(nationalCode)) throw refuse('NATIONAL_CODE_FORM', { field: 'input.nationalCode' });
  const { lon, lat } = input;
  // Left out is another thing than emptied, and half a position is none.
  const kind = (degrees: number | null | undefined) => (typeof degrees === 'number' ? 'given' : degrees);
  if (kind(lon) !== kind(lat)) throw refuse('POSITION_HALF', { field: typeof lon === 'number' ? 'input.lat' : 'input.lon' });
  if (typeof lon === 'number' && Math.abs(lon) > 180) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'input.lon', low: -180, high: 180 });
  if (typeof lat === 'number' && Math.abs(lat) > 90) throw refuse('NUMBER_OUT_OF_RANGE', { field: 'input.lat', low: -90, high: 90 });
  checkInvestment(input.investment);
  return {
    nationalCode,
    ownerUnit: optionalText(input.ownerUnit, 'input.ownerUnit', 200),
    scale: optionalText(input.scale, 'input.scale', 1000),
    content: optionalText(input.content, 'input.content', 5000),
    waterBody: optionalText(input.waterBody, 'input.waterBody', 200),
    lon,
    lat,
    plannedStart: input.plannedStart,
    plannedFinish: input.plannedFinish,
    investment: input.investment,
  };
}

function checkInvestment(investment: Fen | null | undefined): void {
  if (investment === null || investment === undefined) return;
  if (investment <= 0 || investment >= FEN_LIMIT) throw refuse('AMOUNT_NOT_POSITIVE', { field: 'input.investment' });
}

function checkPlan(start: string | null | undefined, finish: string | null | undefined): void {
  if (start && finish && finish < start) throw refuse('FINISH_BEFORE_START', { field: 'input.plannedFinish', start });
}

const planWarnings = (unit: UnitOfWork, language: Writer['language'], input: ProjectFieldsInput): Warning[] => [
  ...farOff(unit, language, input.plannedStart, 'input.plannedStart', 'plan'),
  ...farOff(unit, language, input.plannedFinish, 'input.plannedFinish', 'plan'),
];

async function checkPosition(unit: UnitOfWork, regions: readonly Region[], lon: number | null | undefined, lat: number | null | undefined): Promise<void> {
  if (typeof lon !== 'number' || typeof lat !== 'number') return;
  const distance = distanceOutside(await readBoundaries(unit.manager), regions, [lon, lat]);
  if (distance !== null && distance > TOLERANCE_KM) {
    throw refuse('POSITION_OUTSIDE', { field: 'input.lon', region: regions.map(({ shortName }) => shortName).join('、'), distance: distance.toFixed(1) });
  }
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
