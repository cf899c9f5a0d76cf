import type { MapBase } from './base';
import { regionLabel } from './base';
import { BorderField } from './border';
import { contains, distanceToRect, inflate, inside, nearestOnRings, overlaps, type Pt, type Rect } from './geometry';
import { countyNamePlaces, placeRiverNames, type RiverLabel } from './labels';
import { projectGround, type CountyShape, type Ground } from './projection';
import { MAGNET_RADIUS, spreadInCounty } from './spread';
import { FreeSpace, placeTrays, type Tray, type TrayRequest } from './trays';

/** A work as the layout sees it: where it is and which number it has, nothing that changes with its stage. */
export interface Site { id: string; number: number; adcode: string; location: { lon: number; lat: number } | null }

/** Where everything on a map of works stands. */
export interface MapLayout {
  width: number;
  height: number;
  ground: Ground;
  /** Boxes of the county names (with counts) that stand on the map; regions in trays are not among them. */
  names: Map<string, Rect>;
  rivers: RiverLabel[];
  magnets: Map<string, Pt>;
  trays: Tray[];
  legend: Rect;
  note: Rect;
}

export interface LayoutOptions { language: string; width?: number; height?: number; legend?: { w: number; h: number } }

/** The frame of the map on the wall, in pixels of a 1920 × 1080 screen. */
export const FRAME = { width: 1068, height: 872 };
const LEGEND = { w: 240, h: 150 };
/** Shapes of the note, two lines or one, with room for a map number below where there is one. */
const NOTES = (numbered: boolean, zh: boolean) =>
  zh ? [{ w: numbered ? 190 : 120, h: numbered ? 78 : 54 }, { w: 190, h: numbered ? 54 : 30 }] : [{ w: 170, h: numbered ? 78 : 54 }, { w: 272, h: numbered ? 54 : 30 }];

/** Ways to make room when trays do not fit: first the city gives way at the right, then the whole frame grows. */
const ATTEMPTS: readonly { grow: number; reserve: number }[] = [
  { grow: 1, reserve: 0 }, { grow: 1, reserve: 0.1 }, { grow: 1, reserve: 0.18 }, { grow: 1.15, reserve: 0 }, { grow: 1.15, reserve: 0.15 },
  { grow: 1.3, reserve: 0 }, { grow: 1.3, reserve: 0.2 }, { grow: 1.5, reserve: 0.15 }, { grow: 1.75, reserve: 0.2 }, { grow: 2.1, reserve: 0.2 },
  { grow: 2.6, reserve: 0.25 }, { grow: 3.2, reserve: 0.35 },
];

/**
 * Places every magnet of a map: inside its county by force where the county can hold it, else in a tray. Pure and deterministic; it
 * knows no stage, so a work never moves because another one changes.
 */
export function layoutMagnets(base: MapBase, sites: readonly Site[], options: LayoutOptions): MapLayout {
  const width = options.width ?? FRAME.width;
  const height = options.height ?? FRAME.height;
  const sorted = [...sites].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  for (const attempt of ATTEMPTS) {
    const found = attemptLayout(base, sorted, options, Math.round(width * attempt.grow), Math.round(height * attempt.grow), attempt.reserve);
    if (found) return found;
  }
  return attemptLayout(base, sorted, options, width * 5, height * 5, 0.5) ?? emptyLayout(base, width, height, options);
}

function landFrame(width: number, height: number, reserve: number): Rect {
  return { x: 14, y: 10, w: (width - 26) * (1 - reserve), h: height - 18 };
}

function emptyLayout(base: MapBase, width: number, height: number, options: LayoutOptions): MapLayout {
  const ground = projectGround(base, width, height, landFrame(width, height, 0));
  const legend = { x: width - 260, y: 10, ...(options.legend ?? LEGEND) };
  return { width, height, ground, names: new Map(), rivers: [], magnets: new Map(), trays: [], legend, note: { x: 14, y: height - 54, w: 150, h: 54 } };
}

interface Grounded { ground: Ground; fields: Map<string, BorderField>; lines: Map<string, Map<string, number>> }

/** What depends on the base map and the frame alone. A new work is placed without reckoning it again. */
const grounds = new WeakMap<MapBase, Map<string, Grounded>>();

function groundOf(base: MapBase, width: number, height: number, reserve: number): Grounded {
  const key = `${width} ${height} ${reserve}`;
  const kept = grounds.get(base) ?? new Map<string, Grounded>();
  grounds.set(base, kept);
  let found = kept.get(key);
  if (!found) {
    const ground = projectGround(base, width, height, landFrame(width, height, reserve));
    found = { ground, fields: new Map(ground.counties.map((c) => [c.adcode, new BorderField(c.rings)])), lines: new Map(ground.counties.map((c) => [c.adcode, new Map()])) };
    if (kept.size >= 4) kept.delete(kept.keys().next().value!);
    kept.set(key, found);
  }
  return found;
}

function attemptLayout(base: MapBase, sites: readonly Site[], options: LayoutOptions, width: number, height: number, reserve: number): MapLayout | null {
  const { ground, fields, lines } = groundOf(base, width, height, reserve);
  const regions = [...base.regions].sort((a, b) => a.sort - b.sort);
  const known = new Set(regions.map((r) => r.adcode));
  const label = new Map(regions.map((r) => [r.adcode, regionLabel(r, options.language)]));
  const shapes = new Map(ground.counties.map((c) => [c.adcode, c]));
  const byRegion = new Map<string, Site[]>();
  for (const site of sites) {
    const list = byRegion.get(site.adcode);
    if (list) list.push(site);
    else byRegion.set(site.adcode, [site]);
  }
  for (const county of ground.counties) if (!known.has(county.adcode)) label.set(county.adcode, county.adcode);

  const spots = new Map<string, Pt[]>();
  const names = new Map<string, Rect>();
  const choices = new Map<string, Rect[]>();
  const trayed = new Set<string>();
  for (const county of ground.counties) {
    const own = (byRegion.get(county.adcode) ?? []).map((site) => siteIn(ground, county, site));
    spots.set(county.adcode, own);
    const places = countyNamePlaces(county, fields.get(county.adcode)!, label.get(county.adcode)!, ground.rivers, own);
    choices.set(county.adcode, places);
    const free = places.find((p) => [...names.values()].every((o) => !overlaps(inflate(p, 3), o)));
    if (free) names.set(county.adcode, free);
    else trayed.add(county.adcode);
  }

  const allSites = [...spots].filter(([adcode]) => !trayed.has(adcode)).flatMap(([, list]) => list);
  const rivers = placeRiverNames(ground, { blocked: [...names.values()], sites: allSites, language: options.language });
  const magnets = new Map<string, Pt>();
  for (const county of ground.counties) {
    if (trayed.has(county.adcode)) continue;
    const own = byRegion.get(county.adcode) ?? [];
    const waters = rivers.flatMap((r) => r.boxes);
    let placed: Pt[] | null = null;
    // Where the magnets do not fit round the best place of the name, they may fit round another.
    const tries = choices.get(county.adcode)!;
    for (const name of [names.get(county.adcode)!, ...tries.filter((c) => c !== names.get(county.adcode))]) {
      const others = [...names].filter(([adcode]) => adcode !== county.adcode).map(([, box]) => box);
      if ([...waters, ...others].some((w) => overlaps(inflate(w, 3), name))) continue;
      if ([...magnets.values()].some(([x, y]) => distanceToRect(name, x, y) < MAGNET_RADIUS)) continue;
      const around = [...others, ...waters].filter((box) => county.rings.some((ring) => ring.some(([x, y]) => distanceToRect(box, x, y) < 40)) || inside(county.rings, box.x, box.y));
      placed = spreadInCounty(county.rings, fields.get(county.adcode)!, spots.get(county.adcode)!, [name, ...around], county.area);
      if (!placed) continue;
      names.set(county.adcode, name);
      break;
    }
    if (placed) own.forEach((site, i) => magnets.set(site.id, placed[i]!));
    else trayed.add(county.adcode);
  }
  for (const adcode of trayed) names.delete(adcode);

  const space = FreeSpace.of(ground);
  for (const river of rivers) for (const box of river.boxes) space.take({ x: box.x - 6, y: box.y - 6, w: box.w + 12, h: box.h + 12 });
  const size = options.legend ?? LEGEND;
  const legend = space.find(size.w, size.h, (b) => (width - b.x - b.w) * 1 + b.y * 0.9)?.box;
  if (!legend) return null;
  space.take({ x: legend.x - 8, y: legend.y - 4, w: legend.w + 16, h: legend.h + 12 });

  // Regions without a boundary, and works of regions that the pack does not know, stand in trays without a leader line.
  const loose = new Set([...regions.map((r) => r.adcode), ...byRegion.keys()].filter((adcode) => !shapes.has(adcode)));
  const requests: TrayRequest[] = [...trayed, ...loose].map((adcode) => ({
    adcode,
    label: label.get(adcode) ?? adcode,
    count: byRegion.get(adcode)?.length ?? 0,
    anchor: shapes.get(adcode)?.label ?? null,
    crosses: (x, y) => inside(ground.landRings, x, y) && !inside(shapes.get(adcode)?.rings ?? [], x, y),
    lines: lines.get(adcode) ?? new Map<string, number>(),
  }));
  const beside = placeBeside(requests, space, { width, height }, base.mapNumber !== null, options.language.startsWith('zh'));
  if (!beside) return null;
  const { trays, note } = beside;
  for (const tray of trays) {
    (byRegion.get(tray.adcode) ?? []).forEach((site, i) => magnets.set(site.id, tray.slots[i]!));
    if (!contains({ x: 0, y: 0, w: width, h: height }, tray.box)) return null;
  }
  return { width, height, ground, names, rivers, magnets, trays, legend, note };
}

/** Trays and note: the note in the lower left corner if the trays leave it there, else wherever room is left after them. */
function placeBeside(requests: readonly TrayRequest[], space: FreeSpace, frame: { width: number; height: number }, numbered: boolean, zh: boolean) {
  for (const noteFirst of [true, false]) {
    const trial = space.copy();
    let note = noteFirst ? placeNote(trial, frame, numbered, zh, 260) : undefined;
    if (noteFirst && !note) continue;
    const trays = placeTrays(requests, trial, frame);
    if (!trays) continue;
    note ??= placeNote(trial, frame, numbered, zh, Infinity);
    if (note) return { trays, note };
  }
  return null;
}

function placeNote(space: FreeSpace, { height }: { height: number }, numbered: boolean, zh: boolean, limit: number): Rect | undefined {
  for (const { w, h } of NOTES(numbered, zh)) {
    const found = space.find(w, h, (b) => b.x * 0.6 + (height - b.y - b.h));
    if (!found || found.cost > limit) continue;
    space.take(inflate(found.box, 6));
    return found.box;
  }
  return undefined;
}

/** Pixels of a work inside its county: its place, moved in if it lies outside; without a place the county's label point. */
function siteIn(ground: Ground, county: CountyShape, site: Site): Pt {
  const at = ground.project(site.location);
  if (!at) return county.label;
  if (inside(county.rings, at[0], at[1])) return at;
  const border = nearestOnRings(county.rings, at[0], at[1]);
  return [border.x, border.y];
}
