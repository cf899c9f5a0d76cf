import { join } from 'node:path';
import { adcode, code, day, decimal, listOf, oneOf, optional, text } from '../../exchange/pack/read-columns';
import { PackError, Problems } from '../../exchange/pack/read-problems';
import { readTable, type Table } from '../../exchange/pack/read-table';
import { TABLES } from '../../exchange/pack/read-tables';
import { SECTOR_CODES, type PackSectorCode } from '../../exchange/pack/types';
import { dayNumber, type DayNumber } from './days';
import type { Settings } from './settings';
import { targetText } from './task-targets';

const degree = decimal(-180, 180, 6);
const REGION_FACTS = { ...TABLES.regions, seat_lon: degree, seat_lat: degree };
const PROJECT_FACTS = {
  code, name: text, regions: listOf(adcode), sector: oneOf(SECTOR_CODES), category: code, lists: listOf(code),
  stage_known: optional(oneOf(['PREPARATION', 'CONSTRUCTION', 'COMPLETED'] as const)), stage_as_of: optional(day),
  planned_start: optional(day), planned_finish: optional(day), water_body: optional(text), scale: optional(text),
  content: optional(text), sources: listOf(text),
};

const TASK_FACTS = {
  document: text, number: code, title: text, lead_units: listOf(text), cooperating_units: listOf(text), responsible_units: listOf(text),
  deadline: optional(day), target_op: optional(oneOf(['>=', '<=', '~', '='] as const)), target_value: optional(text), target_unit: optional(text),
  more_targets: listOf(text),
};

/** A task as its document gives it. */
export interface TaskFacts {
  readonly document: string;
  readonly number: string;
  readonly title: string;
  readonly leadUnits: readonly string[];
  readonly cooperatingUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  readonly deadline: DayNumber | null;
  readonly target: string | null;
}

/** A work as far as documents, or for an invented one the settings, tell of it. */
export interface Work {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly sector: PackSectorCode;
  readonly category: string;
  readonly lists: readonly string[];
  /** A stage that a document gives, and the day for which it holds. */
  readonly known: { readonly stage: 'PREPARATION' | 'CONSTRUCTION' | 'COMPLETED'; readonly on: DayNumber } | null;
  readonly plannedStart: DayNumber | null;
  readonly plannedFinish: DayNumber | null;
  readonly waterBody: string | null;
  readonly scale: string | null;
  readonly content: string | null;
  readonly sources: readonly string[];
  readonly invented: boolean;
}

export interface Facts {
  readonly works: readonly Work[];
  readonly regions: Table<typeof REGION_FACTS>;
  readonly departments: Table<(typeof TABLES)['departments']>;
  readonly sectors: Table<(typeof TABLES)['sectors']>;
  readonly categories: Table<(typeof TABLES)['categories']>;
  readonly lists: Table<(typeof TABLES)['lists']>;
  readonly sections: Table<(typeof TABLES)['sections']>;
  readonly indicators: Table<(typeof TABLES)['indicators']>;
  readonly indicator_spans: Table<(typeof TABLES)['indicator_spans']>;
  readonly indicator_figures: Table<(typeof TABLES)['indicator_figures']>;
  readonly flowTargets: Table<(typeof TABLES)['flow_targets']>;
  readonly taskDocuments: Table<(typeof TABLES)['task_documents']>;
  readonly tasks: readonly TaskFacts[];
}

const orNull = (value: string | null): DayNumber | null => (value === null ? null : dayNumber(value));

/** Reads facts/*.csv and adds the works that the settings invent. Numbers follow this order. */
export function readFacts(folder: string, settings: Settings): Facts {
  const problems = new Problems();
  const facts = join(folder, 'facts');
  const projects = readTable(facts, 'projects.csv', PROJECT_FACTS, problems);
  const tasks = readTable(facts, 'tasks.csv', TASK_FACTS, problems);
  const read: Omit<Facts, 'works' | 'tasks'> = {
    regions: readTable(facts, 'regions.csv', REGION_FACTS, problems),
    departments: readTable(facts, 'departments.csv', TABLES.departments, problems),
    sectors: readTable(facts, 'sectors.csv', TABLES.sectors, problems),
    categories: readTable(facts, 'categories.csv', TABLES.categories, problems),
    lists: readTable(facts, 'lists.csv', TABLES.lists, problems),
    sections: readTable(facts, 'sections.csv', TABLES.sections, problems),
    indicators: readTable(facts, 'indicators.csv', TABLES.indicators, problems),
    indicator_spans: readTable(facts, 'indicator_spans.csv', TABLES.indicator_spans, problems),
    indicator_figures: readTable(facts, 'indicator_figures.csv', TABLES.indicator_figures, problems),
    flowTargets: readTable(facts, 'flow_targets.csv', TABLES.flow_targets, problems),
    taskDocuments: readTable(facts, 'task_documents.csv', TABLES.task_documents, problems),
  };
  if (problems.any) throw new PackError(facts, problems.lines);
  const documented = projects.rows.map(({ cells: c }, place): Work => ({
    number: place + 1, code: c.code, name: c.name, regions: c.regions, sector: c.sector, category: c.category, lists: c.lists,
    known: c.stage_known && c.stage_as_of ? { stage: c.stage_known, on: dayNumber(c.stage_as_of) } : null,
    plannedStart: orNull(c.planned_start), plannedFinish: orNull(c.planned_finish), waterBody: c.water_body, scale: c.scale,
    content: c.content, sources: c.sources, invented: false,
  }));
  const invented = settings.invented.map((made, place): Work => ({
    number: documented.length + place + 1, code: made.code, name: made.name, regions: made.regions, sector: made.sector,
    category: made.category, lists: made.lists, known: null, plannedStart: null, plannedFinish: null,
    waterBody: made.waterBody ?? null, scale: made.scale ?? null, content: made.content ?? null, sources: [], invented: true,
  }));
  const given = tasks.rows.map(({ cells: c }): TaskFacts => ({
    document: c.document, number: c.number, title: c.title, leadUnits: c.lead_units, cooperatingUnits: c.cooperating_units,
    responsibleUnits: c.responsible_units, deadline: orNull(c.deadline),
    target: targetText({ op: c.target_op, value: c.target_value, unit: c.target_unit, more: c.more_targets }),
  }));
  return { works: [...documented, ...invented], ...read, tasks: given };
}
