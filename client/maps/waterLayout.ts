import { regionLabel, type MapBase } from './base';
import { BorderField } from './border';
import { distance, inflate, overlapArea, overlaps, resample, type Pt, type Rect } from './geometry';
import { placeRiverNames, textWidth, type RiverLabel } from './labels';
import { FRAME } from './layout';
import { projectGround, type Ground } from './projection';
import { FreeSpace } from './trays';

/** Half-diagonal of a section's diamond. */
export const DIAMOND = 24;

/** A section as the layout sees it; its class is not part of it. */
export interface SectionSite { code: string; label: string; /** As the map calls it. */ river: string; verdictWidth: number; location: { lon: number; lat: number } }

export interface PlacedSection { code: string; at: Pt; spot: Pt; name: Rect; anchor: 'start' | 'end' | 'middle' }

export interface WaterLayout {
  width: number;
  height: number;
  ground: Ground;
  sections: Map<string, PlacedSection>;
  names: Map<string, Pt>;
  rivers: RiverLabel[];
  legend: Rect;
  note: Rect;
}

const LEGEND = { w: 240, h: 214 };
const NOTE = { w: 152, h: 100 };

/** Places diamonds (moved a little where crowded), their names, county names and names of rivers, none over another. */
export function layoutWater(base: MapBase, sites: readonly SectionSite[], language: string): WaterLayout {
  const { width, height } = FRAME;
  for (const reserve of [0, 0.12, 0.24]) {
    const ground = projectGround(base, width, height, { x: 14, y: 10, w: (width - 26) * (1 - reserve), h: height - 18 });
    const space = FreeSpace.of(ground);
    const legend = space.find(LEGEND.w, LEGEND.h, (b) => width - b.x - b.w + (height - b.y - b.h) * 0.9)?.box;
    if (!legend && reserve < 0.24) continue;
    const box = legend ?? { x: width - LEGEND.w, y: height - LEGEND.h, ...LEGEND };
    space.take(inflate(box, 8));
    const note = space.find(NOTE.w, NOTE.h, (b) => b.x * 0.6 + (height - b.y - b.h))?.box ?? { x: 8, y: height - NOTE.h, ...NOTE };
    return { width, height, ground, legend: box, note, ...placeAll(base, ground, sites, language, [box, note]) };
  }
  throw new Error('unreachable');
}

function placeAll(base: MapBase, ground: Ground, sites: readonly SectionSite[], language: string, furniture: readonly Rect[]) {
  const sorted = [...sites].sort((a, b) => (a.code < b.code ? -1 : 1));
  const spots = sorted.map((s) => ground.project(s.location)!);
  const placed = spread(spots, ground);
  const diamonds = placed.map(([x, y]): Rect => ({ x: x - DIAMOND, y: y - DIAMOND, w: 2 * DIAMOND, h: 2 * DIAMOND }));
  const courses = ground.rivers.map((r) => resample(r.body, 6)).flat();
  const taken: Rect[] = [];
  const sections = new Map<string, PlacedSection>();
  sorted.forEach((site, i) => {
    const found = placeName(site, placed[i]!, diamonds.filter((_, k) => k !== i), taken, courses, ground, furniture);
    taken.push(found.name);
    sections.set(site.code, { code: site.code, at: placed[i]!, spot: spots[i]!, ...found });
  });
  // Rivers with a section are what the map is about: they are named first, the others where there is room.
  const own = new Set(sorted.map(({ river }) => river));
  const named = placeRiverNames(ground, { blocked: [...diamonds, ...taken, ...furniture], sites: [], language, only: own });
  const blocked = [...diamonds, ...taken, ...furniture, ...named.flatMap(({ boxes }) => boxes)];
  const names = new Map<string, Pt>();
  for (const county of ground.counties) {
    const region = base.regions.find((r) => r.adcode === county.adcode);
    const label = region ? regionLabel(region, language) : county.adcode;
    const w = textWidth(label, 20) + 4;
    const field = new BorderField(county.rings);
    let best: Pt | null = null;
    let least = Infinity;
    for (let dy = -120; dy <= 120; dy += 8) for (let dx = -120; dx <= 120; dx += 8) {
      const [x, y] = [county.label[0] + dx, county.label[1] + dy];
      const box = { x: x - w / 2, y: y - 13, w, h: 26 };
      if ([[box.x, box.y], [box.x + w, box.y], [box.x, box.y + 26], [box.x + w, box.y + 26]].some(([cx, cy]) => field.at(cx!, cy!).depth < -6)) continue;
      if (blocked.some((o) => overlaps(inflate(box, 3), o))) continue;
      let cost = Math.sqrt(dx * dx + dy * dy);
      for (const [px, py] of courses) if (px > box.x - 4 && px < box.x + w + 4 && py > box.y - 2 && py < box.y + 28) cost += 30;
      if (cost < least) { least = cost; best = [x, y]; }
    }
    if (best) {
      names.set(county.adcode, best);
      blocked.push({ x: best[0] - w / 2, y: best[1] - 13, w, h: 26 });
    }
  }
  const rivers = [...named, ...placeRiverNames(ground, { blocked, sites: [], language, without: own })];
  return { sections, names, rivers };
}

/** Pushes diamonds apart; each stays as near to its spot as the others let it. */
function spread(spots: readonly Pt[], ground: Ground): Pt[] {
  const apart = 2 * DIAMOND + 6;
  const xs = spots.map((s) => s[0]);
  const ys = spots.map((s) => s[1]);
  for (let round = 0; round < 300; round++) {
    const pull = round < 200 ? 0.04 : 0;
    for (let i = 0; i < xs.length; i++) {
      xs[i]! += (spots[i]![0] - xs[i]!) * pull;
      ys[i]! += (spots[i]![1] - ys[i]!) * pull;
    }
    for (let i = 0; i < xs.length; i++) for (let j = i + 1; j < xs.length; j++) {
      const dx = xs[j]! - xs[i]!;
      const dy = ys[j]! - ys[i]! || 0.01 * (j - i);
      const d = Math.sqrt(dx * dx + dy * dy) || 0.01;
      if (d >= apart) continue;
      const push = (apart - d) / 2 / d;
      xs[i]! -= dx * push; ys[i]! -= dy * push;
      xs[j]! += dx * push; ys[j]! += dy * push;
    }
    for (let i = 0; i < xs.length; i++) {
      xs[i] = Math.max(DIAMOND + 4, Math.min(ground.width - DIAMOND - 4, xs[i]!));
      ys[i] = Math.max(DIAMOND + 4, Math.min(ground.height - DIAMOND - 4, ys[i]!));
    }
  }
  return xs.map((x, i): Pt => [Math.round(x * 10) / 10, Math.round(ys[i]! * 10) / 10]);
}

type Anchor = PlacedSection['anchor'];

/** The side of a diamond where its name (and verdict below it) meets least. */
function placeName(site: SectionSite, [x, y]: Pt, diamonds: readonly Rect[], taken: readonly Rect[], courses: readonly Pt[], ground: Ground, furniture: readonly Rect[]) {
  const w = Math.max(textWidth(site.label, 21), site.verdictWidth);
  const h = 52;
  const gap = DIAMOND + 7;
  const ways: [number, number, Anchor, number][] = [
    [x + gap, y - h / 2, 'start', 0], [x + gap - 8, y - 4, 'start', 3], [x + gap - 8, y - h + 4, 'start', 3],
    [x - gap - w, y - h / 2, 'end', 2], [x - gap + 8 - w, y - 4, 'end', 5], [x - gap + 8 - w, y - h + 4, 'end', 5],
    [x - w / 2, y + gap - 3, 'middle', 6], [x - w / 2, y - gap - h + 3, 'middle', 7],
  ];
  let best: { name: Rect; anchor: Anchor } = { name: { x: x + gap, y: y - h / 2, w, h }, anchor: 'start' };
  let least = Infinity;
  for (const [nx, ny, anchor, base] of ways) {
    const name = { x: nx, y: ny, w, h };
    let cost: number = base;
    for (const o of diamonds) cost += overlapArea(inflate(name, 2), inflate(o, -5)) * 0.2;
    for (const o of taken) cost += overlapArea(inflate(name, 3), o) * 0.5;
    for (const o of furniture) cost += overlapArea(inflate(name, 3), o) * 0.5;
    for (const [px, py] of courses) if (px > name.x - 3 && px < name.x + w + 3 && py > name.y && py < name.y + h) cost += 5;
    if (name.x < 4 || name.y < 4 || name.x + w > ground.width - 4 || name.y + h > ground.height - 4) cost += 5_000;
    if (cost < least) { least = cost; best = { name, anchor }; }
  }
  return best;
}

/** How far a diamond stands from its spot. */
export const movedBy = (section: PlacedSection): number => distance(section.at, section.spot);
