import type { DeepPartial } from 'typeorm';
import type { UnitOfWork } from '../../database/unit-of-work';
import type { Database } from '../../database/database';
import { StartError } from '../../database/start-error';
import { AnnualPlan, FundingEntry, FundingPlan } from '../../funding/funding.entity';
import { codeFormOf } from '../../portfolio/codes';
import { Procedure, ProgressEntry, StageEvent, Suspension } from '../../portfolio/facts.entity';
import { Project, ProjectListItem, ProjectRegion } from '../../portfolio/project.entity';
import { Category, Department, PackAsset, Region, Sector, Setting, WorkList } from '../../portfolio/reference.entity';
import { recordWork } from '../../portfolio/writing';
import { MonitoringSection, SectionResult } from '../../water/section.entity';
import { loadCompensation } from './load-compensation';
import { loadFigures } from './load-figures';
import { loadSamples } from './load-samples';
import { loadFlows } from './load-flows';
import { loadTasks } from './load-tasks';
import type { Pack, PackProject } from './types';

/** Characters of a file in one row: below 64 KiB whatever they are. */
const PART = 15_000;

interface Loaded {
  regions: Map<string, Region>;
  departments: Map<string, Department>;
  categories: Map<string, Category>;
  lists: Map<string, WorkList>;
}

const byKey = <T>(rows: T[], key: (row: T) => string): Map<string, T> => new Map(rows.map((row) => [key(row), row]));

/** Rows of a file by the work that they belong to. */
function byProject<T extends { project: string }>(rows: readonly T[]): (code: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.project);
    if (group) group.push(row);
    else groups.set(row.project, [row]);
  }
  return (code) => groups.get(code) ?? [];
}

/**
 * Loads a pack into a database that holds none, as one unit of work.
 * @param options.works false loads what works refer to, the sections and the tasks of documents, but no works and nothing made up.
 * @throws StartError when the database holds a pack already.
 */
export async function loadPack(database: Database, pack: Pack, { works }: { works: boolean }): Promise<void> {
  const { info } = pack;
  await database.work({ name: `pack:${info.id}`, userId: null }, async (unit) => {
    if (await unit.manager.count(Region)) throw new StartError('the database holds a pack already; load another into an empty database');
    const loaded = await loadReference(unit, pack);
    await loadSettings(unit, pack, works);
    await loadSections(unit, pack, loaded, works);
    await loadCompensation(unit, pack);
    await loadFigures(unit, pack, loaded.regions, works);
    await loadFlows(unit, pack, loaded.regions, works);
    await loadTasks(unit, pack, loaded.departments, works);
    if (works) await loadWorks(unit, pack, loaded);
  });
}

const recordPack = (unit: UnitOfWork, what: string): void => unit.record({ kind: 'PACK_LOADED', subjectType: 'Pack', subjectId: 1, summary: `载入数据包：${what}` });

async function loadReference(unit: UnitOfWork, pack: Pack): Promise<Loaded> {
  const regions = byKey(await unit.insertAll(Region, pack.regions.map((region) => ({ ...region }) as DeepPartial<Region>)), ({ adcode }) => adcode);
  recordPack(unit, '县（市、区）');
  const departments = byKey(await unit.insertAll(Department, pack.departments.map((department) => ({ ...department }) as DeepPartial<Department>)), ({ code }) => code);
  recordPack(unit, '部门');
  await unit.insertAll(Sector, pack.sectors.map(({ leadDepartment, ...sector }) => ({ ...sector, leadDepartmentId: leadDepartment === null ? null : departments.get(leadDepartment)!.id }) as DeepPartial<Sector>));
  const categories = byKey(await unit.insertAll(Category, pack.categories.map((category) => ({ ...category }) as DeepPartial<Category>)), ({ code }) => code);
  const lists = byKey(await unit.insertAll(WorkList, pack.lists.map((list) => ({ ...list }) as DeepPartial<WorkList>)), ({ code }) => code);
  recordPack(unit, '领域、类别、清单');
  return { regions, departments, categories, lists };
}

async function loadSettings(unit: UnitOfWork, { info, counties, rivers, projects }: Pack, works: boolean): Promise<void> {
  const { id, city, cityEn, programme, programmeEn, firstDay, lastDay, targetDate, mapNumber, mapCredit, sampleNote, demoDepartments, settings, riverAliases, ecologicalFlow, oc4ids } = info;
  const values = {
    // Also without the pack's works, those that the office registers are coded as they are.
    programme: { pack: id, city, cityEn, name: programme, nameEn: programmeEn, firstDay, lastDay, targetDate, sampleNote: works ? sampleNote : null, codeForm: codeFormOf(projects) },
    health: settings,
    map: { mapNumber, credit: mapCredit, riverAliases },
    demonstration: { demoDepartments },
    ecologicalFlow,
    oc4ids,
  };
  await unit.insertAll(Setting, Object.entries(values).map(([name, value]) => ({ name, value: JSON.stringify(value) })));
  recordPack(unit, '设置');
  for (const [name, file] of Object.entries({ boundaries: counties, rivers })) {
    const text = JSON.stringify(file);
    for (let part = 0; part * PART < text.length; part++) {
      await unit.insert(PackAsset, { name, part, content: text.slice(part * PART, (part + 1) * PART) });
      recordPack(unit, name === 'rivers' ? '河流' : '边界');
    }
  }
}

async function loadSections(unit: UnitOfWork, pack: Pack, { regions }: Loaded, works: boolean): Promise<void> {
  const rows = new Map<string, MonitoringSection>();
  for (const { region, targetClass, location, downstream, upstreamRegions, ...section } of pack.sections) {
    const row = await unit.insert(MonitoringSection, {
      ...section, ...location, target: targetClass, regionId: regions.get(region)!.id, downstreamCode: downstream, upstreamRegionCodes: upstreamRegions.join(','),
    } as DeepPartial<MonitoringSection>);
    rows.set(row.code, row);
    const results = pack.sectionResults.filter((result) => result.section === section.code && (works || !result.sample));
    await unit.insertAll(SectionResult, results.map(({ period, class: value, sample }) => ({ sectionId: row.id, period, class: value, sample }) as DeepPartial<SectionResult>));
    unit.record({ kind: 'SECTION_LOADED', subjectType: 'MonitoringSection', subjectId: row.id, adcodes: [region], summary: `载入断面 ${section.name}` });
  }
  await loadSamples(unit, pack, rows, works);
}

async function loadWorks(unit: UnitOfWork, pack: Pack, loaded: Loaded): Promise<void> {
  const facts = {
    stages: byProject(pack.stageEvents),
    suspensions: byProject(pack.suspensions),
    progress: byProject(pack.progress),
    plans: byProject(pack.fundingPlans),
    annual: byProject(pack.annualPlans),
    entries: byProject(pack.fundingEntries),
    procedures: byProject(pack.procedures),
  };
  for (const work of pack.projects) await loadWork(unit, work, facts, loaded);
  await unit.raiseSequence('project', Math.max(0, ...pack.projects.map(({ number }) => number)));
}

type WorkFacts = {
  stages: (code: string) => Pack['stageEvents'][number][];
  suspensions: (code: string) => Pack['suspensions'][number][];
  progress: (code: string) => Pack['progress'][number][];
  plans: (code: string) => Pack['fundingPlans'][number][];
  annual: (code: string) => Pack['annualPlans'][number][];
  entries: (code: string) => Pack['fundingEntries'][number][];
  procedures: (code: string) => Pack['procedures'][number][];
};

async function loadWork(unit: UnitOfWork, work: PackProject, facts: WorkFacts, { regions, departments, categories, lists }: Loaded): Promise<void> {
  const { leadRegion, regions: adcodes, sector, category, lists: codes, location, sampleFields, sources, ...values } = work;
  const project = await unit.insert(Project, {
    ...values,
    leadRegionId: regions.get(leadRegion)!.id,
    sectorCode: sector,
    categoryId: categories.get(category)!.id,
    lon: location?.lon ?? null,
    lat: location?.lat ?? null,
    withdrawnOn: null,
    version: 1,
    sampleFields: [...sampleFields],
    sources: [...sources],
  } as DeepPartial<Project>);
  const authored = { projectId: project.id, recordedBy: unit.actor.name, recordedAt: unit.now };
  const own = adcodes.map((adcode) => regions.get(adcode)!);
  const heading = { project, regions: [...own].sort((a, b) => a.sort - b.sort) };
  const of = <T extends { project: string }>(rows: (code: string) => T[]) => rows(work.code).map(({ project: _, ...row }) => row);
  await unit.insertAll(ProjectRegion, own.map(({ id }) => ({ projectId: project.id, regionId: id })));
  await unit.insertAll(ProjectListItem, codes.map((code) => ({ projectId: project.id, listId: lists.get(code)!.id })));
  await unit.insertAll(StageEvent, of(facts.stages).map((row) => ({ ...row, ...authored, correction: false, reason: null }) as DeepPartial<StageEvent>));
  await unit.insertAll(Suspension, of(facts.suspensions).map((row) => ({ ...row, ...authored })));
  await unit.insertAll(Procedure, of(facts.procedures).map(({ heldBy, ...row }) => ({ ...row, projectId: project.id, heldById: heldBy === null ? null : departments.get(heldBy)!.id }) as DeepPartial<Procedure>));
  recordWork(unit, 'PROJECT_CREATED', heading, '随数据包载入');
  await unit.insertAll(ProgressEntry, of(facts.progress).map((row) => ({ ...row, ...authored, reason: null })));
  recordWork(unit, 'PROGRESS_LOADED', heading, '载入进度');
  await unit.insertAll(FundingPlan, of(facts.plans).map((row) => ({ ...row, ...authored }) as DeepPartial<FundingPlan>));
  await unit.insertAll(AnnualPlan, of(facts.annual).map((row) => ({ ...row, ...authored }) as DeepPartial<AnnualPlan>));
  await unit.insertAll(FundingEntry, of(facts.entries).map((row) => ({ ...row, ...authored, reversesId: null }) as DeepPartial<FundingEntry>));
  recordWork(unit, 'FUNDING_LOADED', heading, '载入资金');
}
