import type { Day } from '../api/day';
import { FEN_LIMIT, type Fen } from '../api/money';
import type { Warning } from '../api/node';
import { refuse, type Language } from '../api/refusal';
import { optionalText } from '../api/text';
import { distanceOutside, TOLERANCE_KM, type Boundaries } from './geography';
import type { Project } from './project.entity';
import type { ProjectFieldsInput } from './project.inputs';
import type { Region } from './reference.entity';
import { farOff } from './writing';

/** 项目代码: year, region, kind and serial, GB/T 40058-2021. */
const NATIONAL_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

export type WorkFieldsInput = Omit<ProjectFieldsInput, 'idempotencyKey'>;

/**
 * Checks the fields that creating and updating share; what was left out stays undefined.
 * @throws Refusal naming the member of the input.
 */
export function checkedFields(input: WorkFieldsInput) {
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

/** @throws Refusal when a work is to be finished before it starts. */
export function checkPlan(start: Day | null | undefined, finish: Day | null | undefined): void {
  if (start && finish && finish < start) throw refuse('FINISH_BEFORE_START', { field: 'input.plannedFinish', start });
}

/** @throws Refusal when the position lies outside the work's regions. */
export function checkPosition(boundaries: Boundaries, regions: readonly Region[], lon: number, lat: number): void {
  const distance = distanceOutside(boundaries, regions, [lon, lat]);
  if (distance !== null && distance > TOLERANCE_KM) {
    throw refuse('POSITION_OUTSIDE', { field: 'input.lon', region: regions.map(({ shortName }) => shortName).join('、'), distance: distance.toFixed(1) });
  }
}

/** What of a new work is known at once. */
export type NewWork = Pick<Project, 'number' | 'code' | 'name' | 'leadRegionId' | 'sectorCode' | 'categoryId' | 'registeredOn'>;

/** The row of a new work of which nothing else is known yet: its first version, real, and on the list. */
export const newWork = ({ number, code, name, leadRegionId, sectorCode, categoryId, registeredOn }: NewWork) => ({
  number, code, nationalCode: null, name, leadRegionId, sectorCode, categoryId, ownerUnit: null, scale: null, content: null, waterBody: null, lon: null, lat: null,
  registeredOn, plannedStart: null, plannedFinish: null, originalFinish: null, investment: null, withdrawnOn: null, version: 1, sample: false, sampleFields: [] as string[], sources: [] as string[],
});

/**
 * What changing some values of a work comes to: the first extension keeps the earlier finish, and what an office has
 * entered is made up no longer.
 * @param entered names of fields as `sampleFields` has them, "location" for a position
 * @throws Refusal when the plan does not hold together afterwards.
 */
export function revised(project: Project, patch: Partial<Project>, entered: readonly string[]): Partial<Project> {
  const { plannedStart = project.plannedStart, plannedFinish = project.plannedFinish } = patch;
  checkPlan(plannedStart, plannedFinish);
  const extended = patch.plannedFinish && project.plannedFinish && patch.plannedFinish > project.plannedFinish;
  return {
    ...patch,
    ...(extended ? { originalFinish: project.originalFinish ?? project.plannedFinish } : {}),
    sampleFields: project.sampleFields.filter((field) => !entered.includes(field)),
  };
}

export const planWarnings = (now: { today: Day }, language: Language, input: Pick<WorkFieldsInput, 'plannedStart' | 'plannedFinish'>): Warning[] => [
  ...farOff(now, language, input.plannedStart, 'input.plannedStart', 'plan'),
  ...farOff(now, language, input.plannedFinish, 'input.plannedFinish', 'plan'),
];
