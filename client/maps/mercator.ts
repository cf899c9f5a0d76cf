import type { Position } from 'geojson';
import type { Pt, Rect } from './geometry';

const RAD = Math.PI / 180;
const north = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2));

/**
 * Mercator fitted so that all `places` lie within `frame`. It looks at points only, so the winding of a city's rings does
 * not matter, and rounds to hundredths of a pixel, so that all screens reckon with the same numbers.
 */
export function fitMercator(places: readonly Position[], frame: Rect): (place: Position) => Pt {
  let west = Infinity;
  let east = -Infinity;
  let south = Infinity;
  let top = -Infinity;
  for (const [lon, lat] of places) {
    west = Math.min(west, lon! * RAD);
    east = Math.max(east, lon! * RAD);
    south = Math.min(south, north(lat!));
    top = Math.max(top, north(lat!));
  }
  if (!(east >= west)) { west = 0; east = RAD; south = 0; top = RAD; }
  const scale = Math.min(frame.w / Math.max(1e-9, east - west), frame.h / Math.max(1e-9, top - south));
  // To the left: what stands beside the land (legend, trays) keeps together at the right.
  const x0 = frame.x + Math.min(26, (frame.w - (east - west) * scale) / 2);
  const y0 = frame.y + (frame.h - (top - south) * scale) / 2;
  const round = (v: number) => Math.round(v * 100) / 100;
  return ([lon, lat]) => [round(x0 + (lon! * RAD - west) * scale), round(y0 + (top - north(lat!)) * scale)];
}
