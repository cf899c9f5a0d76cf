import type { FeatureCollection, LineString } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { IndicatorKey } from '../../water/indicators';
import type { PackCompensation } from './types-compensation';
import type { PackIndicator, PackIndicatorFigure, PackIndicatorSpan } from './types-figures';

/** A calendar day, "2024-06-30". */
export type Day = string;
/** Money in whole fen (1/100 yuan), always a safe integer. */
export type Fen = number;

export const STAGES = ['CONSTRUCTION', 'COMPLETED'] as const;
export const EVENT_STATUSES = ['REPORTED', 'CONFIRMED', 'REJECTED'] as const;
export const REGION_KINDS = ['MUNICIPALITY', 'DISTRICT', 'CITY', 'COUNTY', 'DEVELOPMENT_ZONE'] as const;
export const SECTOR_CODES = ['ECOLOGY', 'WATER', 'URBAN', 'HOUSING', 'RESOURCES', 'COMMERCE'] as const;
export const SECTION_LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'] as const;
export const WATER_BODIES = ['RIVER', 'LAKE'] as const;
export const WATER_CLASSES = ['I', 'II', 'III', 'IV', 'V', 'INFERIOR_V'] as const;
export const FUNDING_SOURCES = [
  'CENTRAL_GRANT', 'TREASURY_BOND', 'PROVINCIAL_GRANT', 'YELLOW_RIVER_AWARD', 'SPECIAL_BOND', 'GENERAL_BOND',
  'MUNICIPAL_BUDGET', 'COUNTY_BUDGET', 'BANK_LOAN', 'SOCIAL_CAPITAL', 'OTHER',
] as const;
export const FUNDING_KINDS = ['ALLOCATED', 'ARRIVED', 'PAID'] as const;
/** In the order in which a work goes through them. */
export const PROCEDURE_KINDS = [
  'PROPOSAL', 'FEASIBILITY', 'LAND_USE', 'PLANNING_PERMIT', 'ENVIRONMENTAL_ASSESSMENT', 'WATER_CONSERVATION', 'FLOOD_IMPACT',
  'SEWAGE_OUTLET', 'PRELIMINARY_DESIGN', 'BUDGET_REVIEW', 'TENDERING', 'CONSTRUCTION_PERMIT', 'FINAL_ACCEPTANCE',
] as const;
export const PROCEDURE_STATUSES = ['NOT_NEEDED', 'NOT_STARTED', 'IN_PROGRESS', 'DONE'] as const;
/** How a task may be recorded; that one is overdue follows from its deadline. */
export const TASK_STATUSES = ['OPEN', 'DONE', 'DROPPED'] as const;
/** The fields of a work that may be named as made up; the API's own field names. */
export const SAMPLE_FIELDS = [
  'nationalCode', 'ownerUnit', 'scale', 'content', 'waterBody', 'location', 'plannedStart', 'plannedFinish', 'originalFinish',
  'actualStart', 'actualFinish', 'investment', 'stageHistory', 'suspensions', 'progressHistory', 'funding', 'procedures',
] as const;

export type PackStage = (typeof STAGES)[number];
export type PackEventStatus = (typeof EVENT_STATUSES)[number];
export type PackRegionKind = (typeof REGION_KINDS)[number];
export type PackSectorCode = (typeof SECTOR_CODES)[number];
export type PackSectionLevel = (typeof SECTION_LEVELS)[number];
export type PackWaterBody = (typeof WATER_BODIES)[number];
export type PackWaterClass = (typeof WATER_CLASSES)[number];
export type PackFundingSource = (typeof FUNDING_SOURCES)[number];
export type PackFundingKind = (typeof FUNDING_KINDS)[number];
export type PackProcedureKind = (typeof PROCEDURE_KINDS)[number];
export type PackProcedureStatus = (typeof PROCEDURE_STATUSES)[number];
export type PackTaskStatus = (typeof TASK_STATUSES)[number];
export type PackSampleField = (typeof SAMPLE_FIELDS)[number];

/** The thresholds behind a work's health, see `settings` of pack.json. */
export interface PackSettings {
  /** Points behind a straight-line schedule from which a work is LAGGING. */
  readonly laggingPoints: number;
  /** Points behind above which it is SERIOUS. */
  readonly seriousPoints: number;
  /** Months after the planned start's month above which a late start is SERIOUS. */
  readonly seriousStartMonths: number;
}

/** pack.json: the city, its programme and the days that the pack spans. */
export interface PackInfo {
  readonly id: string;
  readonly city: string;
  readonly cityEn: string;
  readonly programme: string;
  readonly programmeEn: string;
  readonly firstDay: Day;
  /** The last day that the pack knows anything of; today in demonstration mode. */
  readonly lastDay: Day;
  readonly targetDate: Day;
  /** The approved map number (审图号), where the boundary has one. */
  readonly mapNumber: string | null;
  readonly mapCredit: string;
  /** One sentence, shown on screen, on what in the pack is made up. */
  readonly sampleNote: string;
  /** Demonstration accounts of departments without a sector: account suffix → department code. */
  readonly demoDepartments: Readonly<Record<string, string>>;
  readonly settings: PackSettings;
  /** Names that a river goes by elsewhere → its name in rivers.geojson. */
  readonly riverAliases: Readonly<Record<string, string>>;
  /** What is asked for beside the targets of rivers; null where nothing is. */
  readonly ecologicalFlow: PackEcologicalFlow | null;
  /** A scheme of compensation across borders to start from, an example; null for none. */
  readonly compensation: PackCompensation | null;
  /** What the exported package of OC4IDS needs beside the records. */
  readonly oc4ids: PackOc4ids | null;
}

/** Ecological flow of a city, beside the targets of its rivers. */
export interface PackEcologicalFlow {
  /** Cubic metres to be led into the rivers a year. */
  readonly replenishmentTarget: number | null;
  /** The published document that sets the targets. */
  readonly source: string | null;
}

/** The Open Contracting for Infrastructure Data Standard, of a city. */
export interface PackOc4ids {
  /** The prefix of project identifiers that the city registered with the standard's helpdesk; null while it has none. */
  readonly prefix: string | null;
  /** The standard's type of project of a category of works: category code → projectType. */
  readonly types: Readonly<Record<string, string>>;
}

export interface PackRegion {
  readonly adcode: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly kind: PackRegionKind;
  readonly sort: number;
  readonly ranked: boolean;
}

/** The ecological flow that a river is to keep in a region. Flows are whole litres per second. */
export interface PackFlowTarget {
  readonly region: string;
  readonly river: string;
  readonly target: number;
}

/** The mean flow of a river in a region in a month. */
export interface PackFlow {
  readonly region: string;
  readonly river: string;
  readonly month: string;
  readonly flow: number;
  readonly sample: boolean;
}

/** Water led into the rivers in a month, whole cubic metres. */
export interface PackReplenishment {
  readonly month: string;
  readonly volume: number;
  /** Null where the city as a whole is meant. */
  readonly region: string | null;
  readonly sample: boolean;
}

/** A code with its two names and its place in lists: categories and lists of works. */
export interface PackLabel {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sort: number;
}

export interface PackDepartment extends PackLabel {
  readonly sector: PackSectorCode | null;
}

export interface PackSector {
  readonly code: PackSectorCode;
  readonly name: string;
  readonly nameEn: string;
  readonly leadDepartment: string | null;
  readonly sort: number;
}

/** WGS 84 degrees. */
export interface PackPoint {
  readonly lon: number;
  readonly lat: number;
}

export interface PackSection extends PackLabel {
  readonly river: string;
  readonly region: string;
  readonly level: PackSectionLevel;
  readonly targetClass: PackWaterClass;
  readonly location: PackPoint;
  readonly locationApproximate: boolean;
  readonly waterBody: PackWaterBody;
  /** The next section downstream, by its code. */
  readonly downstream: string | null;
  /** Adcodes of the regions whose water comes past it, its own not among them. */
  readonly upstreamRegions: readonly string[];
}

/** A value of a sample in the unit of GB 3838-2002, as decimal text; the detection limit where it was below. */
export interface PackValue {
  readonly value: string;
  readonly belowDetection: boolean;
}

/** What a section measured in a period: a year, a month, a day or four hours. */
export interface PackSample {
  readonly section: string;
  readonly period: string;
  readonly items: Readonly<Partial<Record<IndicatorKey, PackValue>>>;
  readonly sample: boolean;
}

export interface PackSectionResult {
  readonly section: string;
  /** A month "2024-06" or a year "2024". */
  readonly period: string;
  readonly class: PackWaterClass;
  readonly sample: boolean;
}

export interface PackProject {
  readonly number: number;
  readonly code: string;
  readonly nationalCode: string | null;
  readonly name: string;
  readonly leadRegion: string;
  /** All of the work's regions, the lead region first. */
  readonly regions: readonly string[];
  readonly sector: PackSectorCode;
  readonly category: string;
  readonly lists: readonly string[];
  readonly ownerUnit: string | null;
  readonly scale: string | null;
  readonly content: string | null;
  readonly waterBody: string | null;
  readonly location: PackPoint | null;
  readonly registeredOn: Day;
  readonly plannedStart: Day | null;
  readonly plannedFinish: Day | null;
  readonly originalFinish: Day | null;
  readonly investment: Fen | null;
  readonly sample: boolean;
  readonly sampleFields: readonly PackSampleField[];
  readonly sources: readonly string[];
}

export interface PackStageEvent {
  readonly project: string;
  readonly stage: PackStage;
  readonly effectiveDate: Day;
  readonly status: PackEventStatus;
  readonly evidence: string | null;
  readonly sample: boolean;
}

export interface PackSuspension {
  readonly project: string;
  readonly from: Day;
  /** The day of resumption, no longer suspended; null while it lasts. */
  readonly to: Day | null;
  readonly expectedResumption: Day | null;
  readonly cause: string;
  readonly sample: boolean;
}

export interface PackProgressEntry {
  readonly project: string;
  readonly date: Day;
  /** Percent, 0–100, at most one decimal. */
  readonly progress: number;
  /** Cumulative. */
  readonly investmentDone: Fen;
  readonly note: string | null;
  readonly sample: boolean;
}

export interface PackFundingPlan {
  readonly project: string;
  readonly source: PackFundingSource;
  readonly planned: Fen;
  readonly effectiveDate: Day;
  readonly sample: boolean;
}

export interface PackAnnualPlan {
  readonly project: string;
  readonly year: number;
  readonly planned: Fen;
  readonly effectiveDate: Day;
  readonly sample: boolean;
}

export interface PackFundingEntry {
  readonly project: string;
  readonly source: PackFundingSource;
  readonly kind: PackFundingKind;
  readonly amount: Fen;
  readonly date: Day;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly sample: boolean;
}

export interface PackProcedure {
  readonly project: string;
  readonly kind: PackProcedureKind;
  readonly status: PackProcedureStatus;
  readonly heldBy: string | null;
  readonly appliedOn: Day | null;
  readonly promisedDays: number | null;
  readonly greenChannel: boolean;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly documentNumber: string | null;
  readonly sample: boolean;
}

/** A published document that gives out tasks. */
export interface PackTaskDocument {
  /** Its number: its name in the other files. */
  readonly document: string;
  readonly title: string;
  readonly titleEn: string;
  readonly issuedOn: Day;
  readonly sort: number;
}

export interface PackTask {
  readonly document: string;
  readonly number: string;
  readonly title: string;
  readonly leadUnits: readonly string[];
  readonly cooperatingUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  readonly deadline: Day | null;
  readonly target: string | null;
  readonly sample: boolean;
}

export interface PackTaskEvent {
  readonly document: string;
  readonly number: string;
  readonly status: PackTaskStatus;
  readonly note: string | null;
  readonly effectiveDate: Day;
  readonly sample: boolean;
}

/** Properties of a feature of rivers.geojson. */
export interface PackRiverProperties {
  readonly name_zh: string;
  readonly name_en: string;
  /** Drawn by hand: to be shown thinner. */
  readonly schematic: boolean;
  readonly source?: string;
}

/** One city's data, checked and frozen. Rows keep the order of their files. */
export interface Pack {
  readonly info: PackInfo;
  readonly regions: readonly PackRegion[];
  readonly departments: readonly PackDepartment[];
  readonly sectors: readonly PackSector[];
  readonly categories: readonly PackLabel[];
  readonly lists: readonly PackLabel[];
  /** TopoJSON with the object "counties"; a feature's id is the region's adcode. */
  readonly counties: Topology;
  readonly rivers: FeatureCollection<LineString, PackRiverProperties>;
  readonly sections: readonly PackSection[];
  readonly sectionResults: readonly PackSectionResult[];
  readonly samples: readonly PackSample[];
  readonly indicators: readonly PackIndicator[];
  readonly indicatorSpans: readonly PackIndicatorSpan[];
  readonly indicatorFigures: readonly PackIndicatorFigure[];
  readonly flowTargets: readonly PackFlowTarget[];
  readonly flows: readonly PackFlow[];
  readonly replenishment: readonly PackReplenishment[];
  readonly projects: readonly PackProject[];
  readonly stageEvents: readonly PackStageEvent[];
  readonly suspensions: readonly PackSuspension[];
  readonly progress: readonly PackProgressEntry[];
  readonly fundingPlans: readonly PackFundingPlan[];
  readonly annualPlans: readonly PackAnnualPlan[];
  readonly fundingEntries: readonly PackFundingEntry[];
  readonly procedures: readonly PackProcedure[];
  readonly taskDocuments: readonly PackTaskDocument[];
  readonly tasks: readonly PackTask[];
  readonly taskEvents: readonly PackTaskEvent[];
}
