import { INDICATOR_KEYS, type IndicatorKey } from '../../water/indicators';
import { checkBase, checkWater } from './read-check-base';
import { checkCompensation } from './read-check-compensation';
import { checkFigures } from './read-check-figures';
import { checkFlows } from './read-check-flows';
import { checkFunding, checkProcedures } from './read-check-papers';
import { checkTasks } from './read-check-tasks';
import { checkProgress, checkProjects, checkStages, checkSuspensions } from './read-check-works';
import { readCounties, readRivers } from './read-geo';
import { readInfo } from './read-info';
import { PackError, Problems } from './read-problems';
import { checkKnown, readTable, type Table } from './read-table';
import { TABLES } from './read-tables';
import type { Pack, PackLabel, PackPoint, PackSample, PackValue } from './types';

export { PackError } from './read-problems';
export * from './types';

type Tables = { readonly [K in keyof typeof TABLES]: Table<(typeof TABLES)[K]> };

function readTables(folder: string, problems: Problems): Tables {
  const read = <K extends keyof typeof TABLES>(name: K): Table<(typeof TABLES)[K]> => readTable(folder, `${name}.csv`, TABLES[name], problems);
  return {
    regions: read('regions'), departments: read('departments'), sectors: read('sectors'), categories: read('categories'), lists: read('lists'),
    sections: read('sections'), section_results: read('section_results'), samples: read('samples'),
    flow_targets: read('flow_targets'), flows: read('flows'), replenishment: read('replenishment'), indicators: read('indicators'), indicator_spans: read('indicator_spans'), indicator_figures: read('indicator_figures'), projects: read('projects'), stage_events: read('stage_events'),
    suspensions: read('suspensions'), progress: read('progress'), funding_plans: read('funding_plans'), annual_plans: read('annual_plans'),
    funding_entries: read('funding_entries'), procedures: read('procedures'),
    task_documents: read('task_documents'), tasks: read('tasks'), task_events: read('task_events'),
  };
}

function labels(table: Tables['categories']): PackLabel[] {
  return table.rows.map(({ cells }) => ({ code: cells.code, name: cells.name, nameEn: cells.name_en, sort: cells.sort }));
}

function point(lon: number | null, lat: number | null): PackPoint | null {
  return lon === null || lat === null ? null : { lon, lat };
}

/** The items that a row has a value of. */
function itemsOf(cells: Readonly<Record<IndicatorKey, PackValue | null>>): PackSample['items'] {
  const items: Partial<Record<IndicatorKey, PackValue>> = {};
  for (const key of INDICATOR_KEYS) {
    const value = cells[key];
    if (value) items[key] = value;
  }
  return items;
}

function assemble(t: Tables): Omit<Pack, 'info' | 'counties' | 'rivers'> {
  return {
    regions: t.regions.rows.map(({ cells: c }) => ({ adcode: c.adcode, name: c.name, shortName: c.short_name, nameEn: c.name_en, kind: c.kind, sort: c.sort, ranked: c.ranked })),
    departments: t.departments.rows.map(({ cells: c }) => ({ code: c.code, name: c.name, nameEn: c.name_en, sector: c.sector, sort: c.sort })),
    sectors: t.sectors.rows.map(({ cells: c }) => ({ code: c.code, name: c.name, nameEn: c.name_en, leadDepartment: c.lead_department, sort: c.sort })),
    categories: labels(t.categories),
    lists: labels(t.lists),
    sections: t.sections.rows.map(({ cells: c }) => ({
      code: c.code, name: c.name, nameEn: c.name_en, river: c.river, region: c.region, level: c.level, targetClass: c.target_class,
      location: { lon: c.lon, lat: c.lat }, locationApproximate: c.location_approximate, sort: c.sort,
      waterBody: c.water_body ?? 'RIVER', downstream: c.downstream, upstreamRegions: c.upstream_regions,
    })),
    sectionResults: t.section_results.rows.map(({ cells: c }) => ({ section: c.section, period: c.period, class: c.class, sample: c.sample })),
    samples: t.samples.rows.map(({ cells: c }) => ({ section: c.section, period: c.period, items: itemsOf(c), sample: c.sample })),
    indicators: t.indicators.rows.map(({ cells: c }) => ({
      code: c.code, name: c.name, nameEn: c.name_en, unit: c.unit, decimals: c.decimals, aim: c.aim, change: c.change, changeDecimals: c.change_decimals, ties: c.ties, note: c.note, sort: c.sort,
    })),
    indicatorSpans: t.indicator_spans.rows.map(({ cells: c }) => ({ from: c.from, to: c.to, name: c.name, nameEn: c.name_en })),
    indicatorFigures: t.indicator_figures.rows.map(({ cells: c }) => ({
      indicator: c.indicator, from: c.from, to: c.to, region: c.region, value: c.value, base: c.base, change: c.change, source: c.source, sample: c.sample,
    })),
    flowTargets: t.flow_targets.rows.map(({ cells: c }) => ({ region: c.region, river: c.river, target: c.target })),
    flows: t.flows.rows.map(({ cells: c }) => ({ region: c.region, river: c.river, month: c.month, flow: c.flow, sample: c.sample })),
    replenishment: t.replenishment.rows.map(({ cells: c }) => ({ month: c.month, volume: c.volume, region: c.region, sample: c.sample })),
    projects: t.projects.rows.map(({ cells: c }) => ({
      number: c.number, code: c.code, nationalCode: c.national_code, name: c.name, leadRegion: c.lead_region, regions: c.regions,
      sector: c.sector, category: c.category, lists: c.lists, ownerUnit: c.owner_unit, scale: c.scale, content: c.content,
      waterBody: c.water_body, location: point(c.lon, c.lat), registeredOn: c.registered_on, plannedStart: c.planned_start,
      plannedFinish: c.planned_finish, originalFinish: c.original_finish, investment: c.investment, sample: c.sample,
      sampleFields: c.sample_fields, sources: c.sources,
    })),
    stageEvents: t.stage_events.rows.map(({ cells: c }) => ({
      project: c.project, stage: c.stage, effectiveDate: c.effective_date, status: c.status, evidence: c.evidence, sample: c.sample,
    })),
    suspensions: t.suspensions.rows.map(({ cells: c }) => ({
      project: c.project, from: c.from, to: c.to, expectedResumption: c.expected_resumption, cause: c.cause, sample: c.sample,
    })),
    progress: t.progress.rows.map(({ cells: c }) => ({
      project: c.project, date: c.date, progress: c.progress, investmentDone: c.investment_done, note: c.note, sample: c.sample,
    })),
    fundingPlans: t.funding_plans.rows.map(({ cells: c }) => ({
      project: c.project, source: c.source, planned: c.planned, effectiveDate: c.effective_date, sample: c.sample,
    })),
    annualPlans: t.annual_plans.rows.map(({ cells: c }) => ({ project: c.project, year: c.year, planned: c.planned, effectiveDate: c.effective_date, sample: c.sample })),
    fundingEntries: t.funding_entries.rows.map(({ cells: c }) => ({
      project: c.project, source: c.source, kind: c.kind, amount: c.amount, date: c.date, documentNumber: c.document_number, note: c.note, sample: c.sample,
    })),
    procedures: t.procedures.rows.map(({ cells: c }) => ({
      project: c.project, kind: c.kind, status: c.status, heldBy: c.held_by, appliedOn: c.applied_on, promisedDays: c.promised_days,
      greenChannel: c.green_channel, due: c.due, doneOn: c.done_on, documentNumber: c.document_number, sample: c.sample,
    })),
    taskDocuments: t.task_documents.rows.map(({ cells: c }) => ({ document: c.document, title: c.title, titleEn: c.title_en, issuedOn: c.issued_on, sort: c.sort })),
    tasks: t.tasks.rows.map(({ cells: c }) => ({
      document: c.document, number: c.number, title: c.title, leadUnits: c.lead_units, cooperatingUnits: c.cooperating_units,
      responsibleUnits: c.responsible_units, deadline: c.deadline, target: c.target, sample: c.sample,
    })),
    taskEvents: t.task_events.rows.map(({ cells: c }) => ({
      document: c.document, number: c.number, status: c.status, note: c.note, effectiveDate: c.effective_date, sample: c.sample,
    })),
  };
}

/** Freezes a value through and through: a pack is shared by everything that loads or draws it. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

/**
 * Reads the pack in a folder and checks all of it: files, columns, cells, references between files, the order of dates.
 * The format is described in server/packs/README.md.
 * @throws PackError with up to twenty lines on what is wrong and where.
 */
export function readPack(folder: string): Pack {
  const problems = new Problems();
  const info = readInfo(folder, problems);
  const tables = readTables(folder, problems);
  // References into a table with bad rows would only repeat its problems, so what is unreadable is told first.
  if (problems.any) throw new PackError(folder, problems.lines);
  const known = checkBase(tables, info, problems);
  const counties = readCounties(folder, known.regions, problems);
  const rivers = readRivers(folder, info?.riverAliases ?? {}, problems);
  checkWater(tables, known, info, problems);
  checkCompensation(tables.sections, known, info, problems);
  checkFigures(tables, known, info, problems);
  checkFlows(tables, info, problems);
  checkProjects(tables.projects, known, info, problems);
  const codes = new Set(tables.projects.rows.map(({ cells }) => cells.code));
  checkKnown(tables.stage_events, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.suspensions, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.progress, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.funding_plans, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.annual_plans, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.funding_entries, 'project', (row) => row.project, codes, 'projects.csv', problems);
  checkKnown(tables.procedures, 'project', (row) => row.project, codes, 'projects.csv', problems);
  const days = checkStages(tables, info, problems);
  checkSuspensions(tables.suspensions, days, info, problems);
  checkProgress(tables.progress, days, info, problems);
  checkFunding(tables, info, problems);
  checkProcedures(tables.procedures, known, info, problems);
  checkTasks(tables, info, problems);
  if (problems.any || info === null || counties === null || rivers === null) throw new PackError(folder, problems.lines);
  return freeze({ info, counties, rivers, ...assemble(tables) });
}
