import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import pointToPolygonDistance from '@turf/point-to-polygon-distance';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { EntityManager } from 'typeorm';
import { PackAsset, type Region } from './reference.entity';

/** Boundaries by adcode. */
export type Boundaries = ReadonlyMap<string, Feature<Polygon | MultiPolygon>>;

/** How far outside a work's regions its position may lie: boundaries are simplified by some tens of metres. */
export const TOLERANCE_KM = 1;

/** Reads a file of the pack; null when the pack has none of that name. */
export async function readAsset(manager: EntityManager, name: string): Promise<string | null> {
  const parts = await manager.find(PackAsset, { where: { name }, order: { part: 'ASC' } });
  return parts.length ? parts.map(({ content }) => content).join('') : null;
}

/** The regions' boundaries, from the pack's TopoJSON (object "counties", feature id = adcode). */
export async function readBoundaries(manager: EntityManager): Promise<Boundaries> {
  const text = await readAsset(manager, 'boundaries');
  if (text === null) return new Map();
  const topology = JSON.parse(text) as Topology<{ counties: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.counties) as FeatureCollection<Polygon | MultiPolygon>;
  return new Map(features.map((one) => [String(one.id), one]));
}

const kilometresOutside = (position: [number, number], boundary: Feature<Polygon | MultiPolygon>): number =>
  booleanPointInPolygon(position, boundary) ? 0 : Math.max(0, pointToPolygonDistance(position, boundary, { units: 'kilometers' }));

/**
 * How far a position lies outside every one of the regions, in kilometres; 0 inside any. A region without a boundary
 * (the city itself, a development zone) stands for the whole city.
 * @returns null where no boundary is known at all.
 */
export function distanceOutside(boundaries: Boundaries, regions: readonly Region[], position: [number, number]): number | null {
  if (boundaries.size === 0) return null;
  const everywhere = regions.some(({ adcode }) => !boundaries.has(adcode));
  const candidates = everywhere ? [...boundaries.values()] : regions.map(({ adcode }) => boundaries.get(adcode)!);
  return Math.min(...candidates.map((boundary) => kilometresOutside(position, boundary)));
}
