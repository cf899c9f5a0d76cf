import type { TypedSum } from '../forms/MoneyField';
import { sumOf, textOf } from '../forms/rules';
import { moneyText } from '../format/money';
import type { CreateProjectInput, ProjectForEditQuery, SectorCode, UpdateProjectInput } from '../graphql.generated';

/** What stands in the form of a work, as it was typed. */
export type TypedProject = {
  code: string;
  name: string;
  leadRegion: string;
  regions?: string[];
  sector: SectorCode;
  category: string;
  lists?: string[];
  nationalCode?: string;
  ownerUnit?: string;
  scale?: string;
  content?: string;
  waterBody?: string;
  lon?: string;
  lat?: string;
  registeredOn?: string | null;
  plannedStart?: string | null;
  plannedFinish?: string | null;
  investment?: TypedSum;
  reason?: string;
};

type Known = NonNullable<ProjectForEditQuery['project']>;

export function typedFrom(work: Known): TypedProject {
  return {
    code: work.code, name: work.name, leadRegion: work.leadRegion.adcode, regions: work.regions.map(({ adcode }) => adcode), sector: work.sector.code, category: work.category.code, lists: work.lists.map(({ code }) => code),
    nationalCode: work.nationalCode ?? '', ownerUnit: work.ownerUnit ?? '', scale: work.scale ?? '', content: work.content ?? '', waterBody: work.waterBody ?? '',
    lon: work.location ? String(work.location.lon) : '', lat: work.location ? String(work.location.lat) : '',
    registeredOn: work.registeredOn, plannedStart: work.plannedStart, plannedFinish: work.plannedFinish,
    investment: work.investment ? { text: moneyText(work.investment, 'WAN'), unit: 'WAN' } : { text: '', unit: 'WAN' },
  };
}

/** A typed degree as a number; null where nothing was typed. */
export function degreeOf(text: string | undefined): number | null {
  const plain = (text ?? '').normalize('NFKC').trim();
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function shared(values: TypedProject) {
  return {
    name: values.name.trim(), category: values.category, lists: values.lists ?? [], nationalCode: textOf(values.nationalCode), ownerUnit: textOf(values.ownerUnit), scale: textOf(values.scale), content: textOf(values.content),
    waterBody: textOf(values.waterBody), lon: degreeOf(values.lon), lat: degreeOf(values.lat), plannedStart: values.plannedStart ?? null, plannedFinish: values.plannedFinish ?? null, investment: sumOf(values.investment),
  };
}

export function createInput(values: TypedProject, idempotencyKey: string): CreateProjectInput {
  return { ...shared(values), code: values.code.trim(), leadRegion: values.leadRegion, regions: values.regions?.length ? values.regions : null, sector: values.sector, registeredOn: values.registeredOn ?? null, idempotencyKey };
}

type Opened = { id: string; version: number; typed: TypedProject };

/**
 * Only what differs from what the form was opened on: a field that nobody touched must neither undo a colleague's change nor
 * lose its mark of being made up.
 */
export function updateInput(values: TypedProject, { id, version, typed }: Opened, idempotencyKey: string): UpdateProjectInput {
  const [before, after] = [shared(typed), shared(values)];
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]));
  const patch = Object.fromEntries(changed.map((key) => [key, after[key]])) as Partial<typeof after>;
  // Longitude and latitude go together.
  if ('lon' in patch || 'lat' in patch) Object.assign(patch, { lon: after.lon, lat: after.lat });
  return { ...patch, id, expectedVersion: version, reason: textOf(values.reason), idempotencyKey };
}
