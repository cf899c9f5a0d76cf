import { INDICATOR_KEYS, type IndicatorKey } from '../../water/indicators';
import {
  adcode, code, day, decimal, exact, flag, flow, integer, listOf, measured, money, month, nationalCode, oneOf, optional, period, positiveMoney, samplePeriod, text, type Column,
} from './read-columns';
import {
  EVENT_STATUSES, FUNDING_KINDS, FUNDING_SOURCES, PROCEDURE_KINDS, PROCEDURE_STATUSES, REGION_KINDS, SAMPLE_FIELDS, SECTION_LEVELS,
  SECTOR_CODES, STAGES, TASK_STATUSES, WATER_BODIES, WATER_CLASSES, type PackValue,
} from './types';
import { INDICATOR_AIMS, INDICATOR_CHANGES, RANK_TIES } from './types-figures';

const sort = integer(0, 9999);
const label = { code, name: text, name_en: text, sort };
const lon = decimal(-180, 180, 6);
const lat = decimal(-90, 90, 6);
const items = Object.fromEntries(INDICATOR_KEYS.map((key) => [key, measured(key)])) as Record<IndicatorKey, Column<PackValue | null>>;

/** Every CSV file of a pack with its columns. The file's heading names exactly these, in any order; items of samples that nobody measured may be missing. */
export const TABLES = {
  regions: { adcode, name: text, short_name: text, name_en: text, kind: oneOf(REGION_KINDS), sort, ranked: flag },
  departments: { code, name: text, name_en: text, sector: optional(oneOf(SECTOR_CODES)), sort },
  sectors: { code: oneOf(SECTOR_CODES), name: text, name_en: text, lead_department: optional(code), sort },
  categories: label,
  lists: label,
  sections: {
    code, name: text, name_en: text, river: text, region: adcode, level: oneOf(SECTION_LEVELS), target_class: oneOf(WATER_CLASSES),
    lon, lat, location_approximate: flag, water_body: optional(oneOf(WATER_BODIES)), downstream: optional(code), upstream_regions: listOf(adcode), sort,
  },
  section_results: { section: code, period, class: oneOf(WATER_CLASSES), sample: flag },
  samples: { section: code, period: samplePeriod, ...items, sample: flag },
  indicators: {
    code, name: text, name_en: text, unit: optional(text), decimals: integer(0, 6), aim: oneOf(INDICATOR_AIMS), change: oneOf(INDICATOR_CHANGES), change_decimals: integer(0, 6), ties: oneOf(RANK_TIES),
    note: optional(text), sort,
  },
  indicator_spans: { from: day, to: day, name: optional(text), name_en: optional(text) },
  indicator_figures: { indicator: code, from: day, to: day, region: adcode, value: exact, base: optional(exact), change: optional(exact), source: optional(text), sample: flag },
  flow_targets: { region: adcode, river: text, target: flow },
  flows: { region: adcode, river: text, month, flow, sample: flag },
  replenishment: { month, volume: integer(0, 999_999_999), region: optional(adcode), sample: flag },
  projects: {
    number: integer(1, 9999), code, national_code: optional(nationalCode), name: text, lead_region: adcode, regions: listOf(adcode),
    sector: oneOf(SECTOR_CODES), category: code, lists: listOf(code), owner_unit: optional(text), scale: optional(text),
    content: optional(text), water_body: optional(text), lon: optional(lon), lat: optional(lat), registered_on: day,
    planned_start: optional(day), planned_finish: optional(day), original_finish: optional(day), investment: optional(positiveMoney),
    sample: flag, sample_fields: listOf(oneOf(SAMPLE_FIELDS)), sources: listOf(text),
  },
  stage_events: {
    project: code, stage: oneOf(STAGES), effective_date: day, status: oneOf(EVENT_STATUSES), evidence: optional(text), sample: flag,
  },
  suspensions: { project: code, from: day, to: optional(day), expected_resumption: optional(day), cause: text, sample: flag },
  progress: { project: code, date: day, progress: decimal(0, 100, 1), investment_done: money, note: optional(text), sample: flag },
  funding_plans: { project: code, source: oneOf(FUNDING_SOURCES), planned: money, effective_date: day, sample: flag },
  annual_plans: { project: code, year: integer(2000, 2100), planned: money, effective_date: day, sample: flag },
  funding_entries: {
    project: code, source: oneOf(FUNDING_SOURCES), kind: oneOf(FUNDING_KINDS), amount: positiveMoney, date: day,
    document_number: optional(text), note: optional(text), sample: flag,
  },
  procedures: {
    project: code, kind: oneOf(PROCEDURE_KINDS), status: oneOf(PROCEDURE_STATUSES), held_by: optional(code), applied_on: optional(day),
    promised_days: optional(integer(0, 999)), green_channel: flag, due: optional(day), done_on: optional(day),
    document_number: optional(text), sample: flag,
  },
  task_documents: { document: text, title: text, title_en: text, issued_on: day, sort },
  tasks: {
    document: text, number: code, title: text, lead_units: listOf(text), cooperating_units: listOf(text), responsible_units: listOf(text),
    deadline: optional(day), target: optional(text), sample: flag,
  },
  task_events: { document: text, number: code, status: oneOf(TASK_STATUSES), note: optional(text), effective_date: day, sample: flag },
} as const;
