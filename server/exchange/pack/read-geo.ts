import type { FeatureCollection, LineString } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { z } from 'zod';
import type { Problems } from './read-problems';
import { readText } from './read-table';
import type { PackRiverProperties } from './types';

const COUNTIES = 'counties.topojson';
const RIVERS = 'rivers.geojson';
const position = z.array(z.number()).min(2).max(3);

const topologySchema = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(z.array(position)),
  objects: z.looseObject({
    counties: z.looseObject({
      type: z.literal('GeometryCollection'),
      geometries: z.array(z.looseObject({
        type: z.enum(['Polygon', 'MultiPolygon']),
        id: z.string(),
        properties: z.looseObject({ labelLon: z.number().min(-180).max(180), labelLat: z.number().min(-90).max(90) }),
      })).min(1),
    }),
  }),
});

const riversSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({
    type: z.literal('Feature'),
    geometry: z.looseObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
    properties: z.looseObject({ name_zh: z.string().min(1), name_en: z.string().min(1), schematic: z.boolean(), source: z.string().optional() }),
  })),
});

/** Reads JSON and checks its shape; null, with the problems noted, where it does not fit. */
function readShape<T>(folder: string, file: string, schema: z.ZodType<T>, problems: Problems): unknown {
  const content = readText(folder, file, problems);
  if (content === null) return null;
  try {
    const raw: unknown = JSON.parse(content);
    const parsed = schema.safeParse(raw);
    if (parsed.success) return raw;
    for (const issue of parsed.error.issues) problems.file(file, `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  } catch (error) {
    problems.file(file, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

/** Reads the regions' boundaries. A region may have none: it then stands for the whole city. */
export function readCounties(folder: string, adcodes: ReadonlySet<string>, problems: Problems): Topology | null {
  const raw = readShape(folder, COUNTIES, topologySchema, problems);
  if (raw === null) return null;
  const topology = raw as Topology;
  const counties = topology.objects.counties;
  const seen = new Set<string>();
  for (const geometry of counties.type === 'GeometryCollection' ? counties.geometries : []) {
    const id = String(geometry.id);
    if (!adcodes.has(id)) problems.file(COUNTIES, `feature ${id} is not in regions.csv`);
    if (seen.has(id)) problems.file(COUNTIES, `feature ${id} stands twice`);
    seen.add(id);
  }
  try {
    feature(topology, counties);
  } catch {
    problems.file(COUNTIES, 'its arcs do not fit together');
  }
  return topology;
}

/** Reads the rivers, drawn upstream to downstream. */
export function readRivers(folder: string, aliases: Readonly<Record<string, string>>, problems: Problems): FeatureCollection<LineString, PackRiverProperties> | null {
  const raw = readShape(folder, RIVERS, riversSchema, problems);
  if (raw === null) return null;
  const rivers = raw as FeatureCollection<LineString, PackRiverProperties>;
  const names = new Set<string>();
  for (const river of rivers.features) {
    if (names.has(river.properties.name_zh)) problems.file(RIVERS, `river ${river.properties.name_zh} stands twice`);
    names.add(river.properties.name_zh);
  }
  for (const [alias, name] of Object.entries(aliases)) {
    if (!names.has(name)) problems.file('pack.json', `riverAliases.${alias}: "${name}" is not in ${RIVERS}`);
  }
  return rivers;
}
