import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseRegion, MapBase } from '../../../client/maps/base';
import type { Site } from '../../../client/maps/layout';

const pack = join(__dirname, '../../../server/packs/linfen');

/** The base map of the pack that ships, as the server would answer it. */
export function linfenBase(): MapBase {
  const read = (name: string) => JSON.parse(readFileSync(join(pack, name), 'utf8'));
  const [head, ...lines] = readFileSync(join(pack, 'facts/regions.csv'), 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  const regions = lines.map((line): BaseRegion => {
    const cell = Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value]));
    return {
      adcode: cell.adcode!, name: cell.name!, shortName: cell.short_name!, nameEn: cell.name_en!, kind: cell.kind!, sort: Number(cell.sort), ranked: cell.ranked === 'yes',
    };
  });
  return { boundaries: read('counties.topojson'), rivers: read('rivers.geojson'), regions, riverAliases: { 州川河: '清水河' }, mapNumber: null, credit: '' };
}

/** A deterministic chance between 0 and 1. */
export function dice(seed: number): () => number {
  let s = seed;
  return () => (s = (s * 16807 + 11) % 2147483647) / 2147483647;
}

/** n works spread over the regions, near the label points of their counties, a tenth of them without a place. */
export function inventSites(base: MapBase, n: number, seed = 7): Site[] {
  const roll = dice(seed);
  const places = new Map(base.boundaries.objects.counties.geometries.map((g) => [String(g.id), g.properties as { labelLon: number; labelLat: number }]));
  return Array.from({ length: n }, (_, i): Site => {
    const region = base.regions[Math.floor(roll() * base.regions.length)]!;
    const place = places.get(region.adcode);
    const dx = (roll() - 0.5) * 0.3;
    const dy = (roll() - 0.5) * 0.2;
    const located = place && roll() > 0.1;
    return { id: `p${i + 1}`, number: i + 1, adcode: region.adcode, location: located ? { lon: place.labelLon + dx, lat: place.labelLat + dy } : null };
  });
}

/** A city of one square county about two kilometres wide, with a zone that has no boundary. */
export function squareCity(): MapBase {
  return {
    boundaries: {
      type: 'Topology',
      objects: { counties: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '990001', arcs: [[0]], properties: { name: '方县' } }] } },
      arcs: [[[100, 30], [100, 30.02], [100.02, 30.02], [100.02, 30], [100, 30]]],
    },
    rivers: { type: 'FeatureCollection', features: [] },
    regions: [
      { adcode: '990001', name: '方县', shortName: '方县', nameEn: 'Fang County', kind: 'COUNTY', sort: 1, ranked: true },
      { adcode: '990002', name: '新区', shortName: '新区', nameEn: 'New Zone', kind: 'DEVELOPMENT_ZONE', sort: 2, ranked: true },
    ],
    riverAliases: {}, mapNumber: null, credit: '',
  } as MapBase;
}
