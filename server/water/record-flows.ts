import type { Warning } from '../api/node';
import { firstDayOf, grainOf, type Period } from '../api/period';
import { refuse, type Language } from '../api/refusal';
import { warn } from '../api/warnings';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Region } from '../portfolio/reference.entity';
import { Exact } from './exact';
import { FlowRecord, FlowTarget, ReplenishmentEntry } from './flow.entity';
import type { FlowInput, RecordFlowsInput, ReplenishmentInput } from './flow.inputs';
import { cubicMetres, isOver, type FlowFacts } from './flows';

/** Values of one request at most. */
const MOST_VALUES = 500;
/** The Yellow River in the greatest of its floods carried a third of this, m³/s. */
const MOST_FLOW = 100_000;
const LITRES = Exact.whole(1000);
/** Cubic metres; above this a volume was rather written in litres. */
const MOST_VOLUME = 10_000_000_000;
/** What is this many times off the usual was rather written in another unit. */
const FAR_OFF = 50;
/** Values from which on there is a usual one. */
const ENOUGH = 3;

/** What recordFlows gives back; kept under its idempotency key. */
export interface RecordedFlows {
  flows: { targetId: number; month: Period }[];
  replenishment: { regionId: number; month: Period }[];
  warnings: Warning[];
}

/** Everything that entering by hand needs to know. */
export interface FlowDesk {
  facts: FlowFacts;
  /** In the official order. */
  regions: readonly Region[];
  /** The city itself, which is meant where a volume names no region. */
  city: Region;
  /** Cubic metres to be brought a year; null where none are asked for. */
  yearlyTarget: number | null;
  language: Language;
}

interface NewFlow {
  field: string;
  target: FlowTarget;
  region: Region;
  month: Period;
  /** Litres per second. */
  flow: number;
}

interface NewVolume {
  field: string;
  region: Region;
  month: Period;
  volume: number;
}

/**
 * Records mean flows and replenishment, all or none. What stands as it comes is not written again.
 * @throws Refusal BAD_USER_INPUT naming the field of the first value that cannot be.
 */
export async function recordFlows(unit: UnitOfWork, desk: FlowDesk, input: RecordFlowsInput): Promise<RecordedFlows> {
  const [flows, volumes] = [input.flows ?? [], input.replenishment ?? []];
  if (!flows.length && !volumes.length) throw refuse('FLOWS_EMPTY', { field: 'input.flows' });
  if (flows.length + volumes.length > MOST_VALUES) throw refuse('TOO_MANY_FLOWS', { field: flows.length > MOST_VALUES ? 'input.flows' : 'input.replenishment', limit: MOST_VALUES });
  const newFlows = flows.map((one, i) => flowOf(one, `input.flows.${i}`, desk, unit.today));
  const newVolumes = volumes.map((one, i) => volumeOf(one, `input.replenishment.${i}`, desk, unit.today));
  refuseTwice(newFlows, ({ target, month }) => `${target.id} ${month}`);
  refuseTwice(newVolumes, ({ region, month }) => `${region.id} ${month}`);
  const warnings = [...(await writeFlows(unit, desk, newFlows)), ...(await writeVolumes(unit, desk, newVolumes))];
  return { flows: newFlows.map(({ target, month }) => ({ targetId: target.id, month })), replenishment: newVolumes.map(({ region, month }) => ({ regionId: region.id, month })), warnings };
}

function monthAsked(month: Period, field: string, today: string): Period {
  if (grainOf(month) !== 'MONTH') throw refuse('MONTH_WANTED', { field, value: month });
  if (firstDayOf(month) > today) throw refuse('PERIOD_IN_FUTURE', { field, value: month, today });
  return month;
}

function regionAsked(adcode: string, field: string, { regions }: FlowDesk): Region {
  const region = regions.find((one) => one.adcode === adcode);
  if (!region) throw refuse('UNKNOWN_REGION', { field, value: adcode.slice(0, 60) });
  return region;
}

function flowOf({ region: adcode, river, month, flow }: FlowInput, field: string, desk: FlowDesk, today: string): NewFlow {
  const region = regionAsked(adcode, `${field}.region`, desk);
  const own = desk.facts.sheets.filter(({ target }) => target.regionId === region.id);
  if (!own.length) throw refuse('NO_FLOW_TARGET', { field: `${field}.region`, region: region.name });
  const sheet = own.find(({ target }) => target.river === river);
  if (!sheet) throw refuse('UNKNOWN_RIVER', { field: `${field}.river`, value: river.slice(0, 60), region: region.name, rivers: own.map(({ target }) => target.river).join('、') });
  monthAsked(month, `${field}.month`, today);
  const litres = flow >= 0 && flow <= MOST_FLOW ? Exact.of(flow).times(LITRES) : null;
  if (!litres?.equals(litres.round(0))) throw refuse('FLOW_IMPOSSIBLE', { field: `${field}.flow`, value: String(flow), high: String(MOST_FLOW) });
  return { field, target: sheet.target, region, month, flow: litres.toNumber() };
}

function volumeOf({ region, month, volume }: ReplenishmentInput, field: string, desk: FlowDesk, today: string): NewVolume {
  const found = region === null || region === undefined ? desk.city : regionAsked(region, `${field}.region`, desk);
  monthAsked(month, `${field}.month`, today);
  if (!(Number.isInteger(volume) && volume >= 0 && volume <= MOST_VOLUME)) throw refuse('VOLUME_IMPOSSIBLE', { field: `${field}.volume`, value: String(volume), high: String(MOST_VOLUME) });
  return { field, region: found, month, volume };
}

/** @throws Refusal FLOW_TWICE where one request gives two values for one place and month */
function refuseTwice<T extends { field: string; month: Period }>(values: readonly T[], keyOf: (value: T) => string): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(keyOf(value))) throw refuse('FLOW_TWICE', { field: `${value.field}.month`, value: value.month });
    seen.add(keyOf(value));
  }
}

/** The usual one of positive values, by their geometric mean, where this one is far off it; else null. */
function usualBeside(value: number, others: readonly number[]): number | null {
  const known = others.filter((one) => one > 0);
  if (known.length < ENOUGH || value <= 0) return null;
  const usual = Math.exp(known.reduce((sum, one) => sum + Math.log(one), 0) / known.length);
  return value / usual >= FAR_OFF || usual / value >= FAR_OFF ? usual : null;
}

const rounded = (value: number): string => String(Number(value.toPrecision(2)));

async function writeFlows(unit: UnitOfWork, { facts, language }: FlowDesk, flows: readonly NewFlow[]): Promise<Warning[]> {
  const warnings: Warning[] = [];
  // Whoever writes of a river holds it: two who bring the same month would each insert it.
  await unit.lockAll(FlowTarget, flows.map(({ target }) => target.id));
  for (const { field, target, region, month, flow } of flows) {
    const place = `${region.name}${target.river}`;
    const before = await unit.manager.findOneBy(FlowRecord, { targetId: target.id, month });
    const others = facts.sheets.find((sheet) => sheet.target.id === target.id)!.records.filter((record) => record.month !== month).map((record) => record.flow);
    const usual = usualBeside(flow, others);
    if (usual !== null) warnings.push(warn(language, 'FLOW_FAR_OFF', `${field}.flow`, { place, value: cubicMetres(flow), usual: rounded(usual / 1000) }));
    if (flow === 0) warnings.push(warn(language, 'RIVER_DRY', `${field}.flow`, { place, month }));
    if (!isOver(month, unit.today)) warnings.push(warn(language, 'MONTH_RUNNING', `${field}.month`, { month }));
    if (before?.flow === flow && !before.sample) continue;
    if (before && !before.sample && before.flow !== flow) warnings.push(warn(language, 'FLOW_REPLACED', `${field}.flow`, { place, month, before: cubicMetres(before.flow), value: cubicMetres(flow) }));
    const was = before && before.flow !== flow ? `（原 ${cubicMetres(before.flow)}）` : '';
    const values = { flow, sample: false, recordedBy: unit.actor.name, recordedAt: unit.now };
    if (before) await unit.update(FlowRecord, before, values);
    else await unit.insert(FlowRecord, { targetId: target.id, regionId: target.regionId, river: target.river, month, ...values });
    unit.record({ kind: 'FLOW_RECORDED', subjectType: 'FlowTarget', subjectId: target.id, summary: `录入月均流量：${place} ${month} 为 ${cubicMetres(flow)} m³/s${was}` });
  }
  return warnings;
}

/** Who brings volumes holds this name: of two who bring the same month the second finds the first's. */
const VOLUMES = 'replenishment_entry';

async function writeVolumes(unit: UnitOfWork, { facts, yearlyTarget, language }: FlowDesk, volumes: readonly NewVolume[]): Promise<Warning[]> {
  const warnings: Warning[] = [];
  if (volumes.length) await unit.holdSequence(VOLUMES);
  for (const { field, region, month, volume } of volumes) {
    const before = await unit.manager.findOneBy(ReplenishmentEntry, { regionId: region.id, month });
    const others = facts.replenishment.filter((entry) => entry.regionId === region.id && entry.month !== month).map((entry) => entry.volume);
    const usual = usualBeside(volume, others);
    if (usual !== null) warnings.push(warn(language, 'VOLUME_FAR_OFF', `${field}.volume`, { region: region.name, value: String(volume), usual: rounded(usual) }));
    if (yearlyTarget !== null && volume > yearlyTarget) warnings.push(warn(language, 'VOLUME_ABOVE_YEAR', `${field}.volume`, { value: String(volume), target: String(yearlyTarget) }));
    if (!isOver(month, unit.today)) warnings.push(warn(language, 'MONTH_RUNNING', `${field}.month`, { month }));
    if (before?.volume === volume && !before.sample) continue;
    if (before && !before.sample && before.volume !== volume) warnings.push(warn(language, 'VOLUME_REPLACED', `${field}.volume`, { region: region.name, month, before: String(before.volume), value: String(volume) }));
    const was = before && before.volume !== volume ? `（原 ${before.volume}）` : '';
    const values = { volume, sample: false, recordedBy: unit.actor.name, recordedAt: unit.now };
    const entry = before ? await unit.update(ReplenishmentEntry, before, values) : await unit.insert(ReplenishmentEntry, { regionId: region.id, month, ...values });
    unit.record({ kind: 'REPLENISHMENT_RECORDED', subjectType: 'ReplenishmentEntry', subjectId: entry.id, summary: `录入生态补水：${region.name} ${month} 为 ${volume} 立方米${was}` });
  }
  return warnings;
}
