import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Properties of a county in the base map; its feature id is the adcode. */
export interface CountyProperties { name: string; labelLon?: number; labelLat?: number }
export interface RiverProperties { name_zh: string; name_en?: string; schematic?: boolean }

/** A region as the base map tells it; those without a boundary stand in trays. */
export interface BaseRegion {
  adcode: string;
  name: string;
  shortName: string;
  nameEn: string;
  kind: string;
  sort: number;
  ranked: boolean;
}

/** What `GET /map/base.json` answers: the city's own ground, rivers and regions, from its data pack. */
export interface MapBase {
  boundaries: Topology<{ counties: GeometryCollection<CountyProperties> }>;
  rivers: FeatureCollection<LineString | MultiLineString, RiverProperties>;
  regions: BaseRegion[];
  /** Other names under which sections speak of a river. */
  riverAliases: Record<string, string>;
  /** 审图号, once the boundary is an approved one. */
  mapNumber: string | null;
  credit: string;
}

let kept: Promise<MapBase> | undefined;

/** The base map, fetched once a page and kept. A failure is not kept: the next call tries again. */
export function loadMapBase(url = '/map/base.json'): Promise<MapBase> {
  kept ??= fetch(url, { credentials: 'same-origin' })
    .then((response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return response.json() as Promise<MapBase>;
    })
    .catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
  return kept;
}

/** A river in the language of the screen: "Fen River" where the map knows it, else as it is written. */
export function riverLabel(base: Pick<MapBase, 'rivers' | 'riverAliases'> | null, river: string, language: string): string {
  if (language.startsWith('zh') || !base) return river;
  const name = base.riverAliases[river] ?? river;
  return base.rivers.features.find(({ properties }) => properties.name_zh === name)?.properties.name_en?.replace(/ \(.*$/, '') ?? river;
}

const GENERIC = / (County|City|District|Prefecture|Banner)$/;

/** Name of a region short enough for the map. */
export function regionLabel(region: BaseRegion, language: string): string {
  if (language.startsWith('zh')) return region.shortName;
  if (region.kind === 'MUNICIPALITY') return 'City itself';
  if (region.kind === 'DEVELOPMENT_ZONE') return 'Dev. zone';
  return region.nameEn.replace(GENERIC, '');
}
