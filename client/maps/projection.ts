import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import type { MapBase } from './base';
import { fitMercator } from './mercator';
import { linePath, ringPath, type Pt, type Rect } from './geometry';
import { trimRiver, type RiverPart } from './rivers';

export interface CountyShape { adcode: string; rings: Pt[][]; path: string; label: Pt; area: number }
export interface RiverShape extends RiverPart { name: string; nameEn: string; schematic: boolean; main: boolean }

/** The ground of a map in pixels: everything that does not depend on the works. */
export interface Ground {
  width: number;
  height: number;
  counties: CountyShape[];
  landRings: Pt[][];
  landPath: string;
  rimPath: string;
  hairPath: string;
  rivers: RiverShape[];
  /** Pixels of a place, or null when there is none. */
  project(place: { lon: number; lat: number } | null | undefined): Pt | null;
}

const ringArea = (ring: readonly Pt[]) => {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return Math.abs(sum) / 2;
};

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Fits the city into `land` within a frame of `width` × `height` and projects everything. */
export function projectGround(base: MapBase, width: number, height: number, land: Rect): Ground {
  const { boundaries } = base;
  const features = feature(boundaries, boundaries.objects.counties).features;
  const shapes = features.filter((f) => f.geometry?.type === 'Polygon' || f.geometry?.type === 'MultiPolygon');
  const corners = shapes.flatMap((f) => polygonsOf(f.geometry as Polygon | MultiPolygon).flat());
  const at = fitMercator(corners, land);

  const counties = shapes.map((f): CountyShape => {
    const rings = polygonsOf(f.geometry as Polygon | MultiPolygon).map((ring) => ring.map(at));
    const { labelLon, labelLat } = f.properties;
    const label = labelLon === undefined || labelLat === undefined ? middle(rings) : at([labelLon, labelLat]);
    return { adcode: String(f.id), rings, path: ringPath(rings), label, area: Math.max(0, ...rings.map(ringArea)) };
  });

  const geometries = boundaries.objects.counties.geometries.filter(
    (g): g is TopoPolygon<never> | TopoMultiPolygon<never> => g.type === 'Polygon' || g.type === 'MultiPolygon',
  );
  const landRings = merge(boundaries, geometries as TopoPolygon[]).coordinates.flat().map((ring) => ring.map(at));
  const lines = (inner: boolean) =>
    mesh(boundaries, boundaries.objects.counties, (a, b) => (a === b) !== inner).coordinates.map((l) => linePath(l.map(at))).join('');

  const courses = base.rivers.features.flatMap((f) => {
    const parts = f.geometry.type === 'LineString' ? [f.geometry.coordinates] : f.geometry.coordinates;
    return parts.map((part) => ({ properties: f.properties, line: part.map(at) }));
  });
  const longest = Math.max(0, ...courses.filter((c) => !c.properties.schematic).map((c) => c.line.length));
  const frame = { x: 0, y: 0, w: width, h: height };
  const rivers = courses.flatMap(({ properties, line }, index): RiverShape[] => {
    const others = courses.filter((_, i) => i !== index).map((c) => c.line);
    const part = trimRiver(line, others, landRings, frame);
    if (!part) return [];
    return [{
      ...part,
      name: properties.name_zh,
      nameEn: properties.name_en ?? properties.name_zh,
      schematic: properties.schematic ?? false,
      // The border river that the others run into is drawn widest: the one that receives most and receives nobody's name.
      main: !properties.schematic && longest > 0 && receives(line, others) && !runsInto(line, others),
    }];
  });

  return {
    width, height, counties, landRings, landPath: ringPath(landRings), rimPath: lines(false), hairPath: lines(true), rivers,
    project: (place) => (place ? at([place.lon, place.lat]) : null),
  };
}

const ends = (line: readonly Pt[]) => line[line.length - 1]!;
const near = (line: readonly Pt[], p: Pt) => line.some((q) => Math.abs(q[0] - p[0]) + Math.abs(q[1] - p[1]) < 16);
/** Two or more other rivers end in this one. */
const receives = (line: readonly Pt[], others: readonly (readonly Pt[])[]) => others.filter((o) => o.length && near(line, ends(o))).length >= 2;
const runsInto = (line: readonly Pt[], others: readonly (readonly Pt[])[]) => line.length > 0 && others.some((o) => near(o, ends(line)));

function middle(rings: readonly (readonly Pt[])[]): Pt {
  const points = rings.flat();
  const x = points.reduce((s, p) => s + p[0], 0) / Math.max(1, points.length);
  const y = points.reduce((s, p) => s + p[1], 0) / Math.max(1, points.length);
  return [x, y];
}
