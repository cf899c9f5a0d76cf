import type { BorderField } from './border';
import { distance, distanceToRect, inflate, inside, overlaps, resample, smooth, type Pt, type Rect } from './geometry';
import type { CountyShape, Ground, RiverShape } from './projection';

/** Bound once: a sandboxed run, such as a test, looks every global up slowly, and these loops run millions of times. */
const M = Math;

/** Rough width of a text in map pixels: full for Chinese, a little over half for Latin. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const c of text) units += c.charCodeAt(0) > 0x2e7f ? 1.03 : /[A-ZMmWw]/.test(c) ? 0.68 : c === ' ' ? 0.28 : 0.56;
  return units * size;
}

/** Size in which a county's name is set: long Latin names a little smaller. */
export const nameSize = (name: string): number => (name.charCodeAt(0) < 0x2e80 ? 19 : 22);

/** Box of a county's name with its counts below. */
export function nameBox(name: string): { w: number; h: number } {
  return { w: M.max(textWidth(name, nameSize(name)), 52) + 4, h: 48 };
}

/** Whether a whole box lies in a county, give or take a few pixels: the halo of the text copes with a hairline. */
function boxWithin(field: BorderField, box: Rect, slack: number): boolean {
  for (let t = 0; t <= 4; t++) {
    const u = t / 4;
    if (field.at(box.x + box.w * u, box.y).depth < -slack || field.at(box.x + box.w * u, box.y + box.h).depth < -slack) return false;
    if (field.at(box.x, box.y + box.h * u).depth < -slack || field.at(box.x + box.w, box.y + box.h * u).depth < -slack) return false;
  }
  return true;
}

/** How many places for a name are tried before a county gives up its magnets. */
const CHOICES = 10;

/**
 * Places for a county's name, best first: near its label point, off the rivers and away from the sites of its works. They depend on
 * sites only, never on stages. Empty when the county is too small to hold the name.
 */
export function countyNamePlaces(county: CountyShape, field: BorderField, name: string, rivers: readonly RiverShape[], sites: readonly Pt[]): Rect[] {
  const { w, h } = nameBox(name);
  const courses = rivers.map((r) => resample(r.body, 6));
  const xs = county.rings.flat().map((p) => p[0]);
  const ys = county.rings.flat().map((p) => p[1]);
  const [left, right, top, bottom] = [M.min(...xs), M.max(...xs), M.min(...ys), M.max(...ys)];
  const wet = courses.flat().filter(([px, py]) => px > left && px < right && py > top && py < bottom);
  const found: { box: Rect; cost: number }[] = [];
  for (let y = top; y + h <= bottom; y += 6) {
    for (let x = left; x + w <= right; x += 6) {
      const box = { x: M.round(x), y: M.round(y), w, h };
      let cost = distance([box.x + w / 2, box.y + h / 2], county.label) * 0.5;
      if (!boxWithin(field, box, 6)) continue;
      for (const [sx, sy] of sites) cost += M.max(0, 34 - distanceToRect(box, sx, sy)) * 1.1;
      const wide = inflate(box, 3);
      for (const [px, py] of wet) if (px > wide.x && px < wide.x + wide.w && py > wide.y && py < wide.y + wide.h) cost += 14;
      found.push({ box, cost });
    }
  }
  found.sort((a, b) => a.cost - b.cost || a.box.y - b.box.y || a.box.x - b.box.x);
  const chosen: Rect[] = [];
  for (const { box } of found) {
    // Places that differ by a few pixels are the same try.
    if (chosen.every((c) => M.abs(c.x - box.x) + M.abs(c.y - box.y) >= 22)) chosen.push(box);
    if (chosen.length === CHOICES) break;
  }
  return chosen;
}

/** One sign of a river's name, set along the course. */
export interface Glyph { text: string; x: number; y: number; angle: number }
export interface RiverLabel { river: string; glyphs: Glyph[]; boxes: Rect[]; size: number }

interface RiverNameOptions { blocked: readonly Rect[]; sites: readonly Pt[]; language: string; /** Only these rivers, which are what the map is about: they are named even where the place is poor. */ only?: ReadonlySet<string>; /** All but these. */ without?: ReadonlySet<string> }

/**
 * Names of rivers by rule: signs at equal steps along the smoothed course, on the side and at the place where they meet neither
 * names nor other rivers nor works. A schematic river without a good place stays unnamed.
 */
export function placeRiverNames(ground: Ground, options: RiverNameOptions): RiverLabel[] {
  const placed: RiverLabel[] = [];
  const byName = new Map<string, RiverShape>();
  for (const river of ground.rivers) {
    if (options.only?.has(river.name) === false || options.without?.has(river.name)) continue;
    const kept = byName.get(river.name);
    if (!kept || river.body.length > kept.body.length) byName.set(river.name, river);
  }
  const borders = resampleAll(ground.counties.flatMap((c) => c.rings), 6);
  const rivers = [...byName.values()].sort((a, b) => Number(a.schematic) - Number(b.schematic) || b.body.length - a.body.length);
  for (const river of rivers) {
    const label = placeOne(ground, river, borders, { ...options, blocked: [...options.blocked, ...placed.flatMap((p) => p.boxes)] });
    if (label) placed.push(label);
  }
  return placed;
}

function placeOne(ground: Ground, river: RiverShape, borders: readonly Pt[], { blocked, sites, language, only }: RiverNameOptions): RiverLabel | null {
  const zh = language.startsWith('zh');
  const size = river.schematic ? 19 : 21;
  const signs = zh ? [...river.name] : [river.nameEn.replace(/ River.*$| \(.*$/, '')];
  const half = zh ? size / 2 : textWidth(signs[0]!, size - 2) / 2;
  const step = 4;
  const course = smooth(resample(river.body, step), 14);
  const pitch = zh ? size + 4 : 0;
  const span = M.ceil((pitch * (signs.length - 1)) / step);
  // A river that runs mostly through the city is named in the city; one along its border, beside it.
  const homeless = course.filter((p) => inside(ground.landRings, p[0], p[1])).length < course.length * 0.4;
  // What must be named may stand nearer to the ends of its course and to other names.
  const [edge, clear] = only ? [1, 3] : [6, 5];
  let best: { glyphs: Glyph[]; boxes: Rect[] } | null = null;
  let least = Infinity;
  for (let start = edge; start + span < course.length - edge; start += 2) {
    const a = course[start]!;
    const b = course[start + span]!;
    const before = course[M.max(0, start - 4)]!;
    const after = course[M.min(course.length - 1, start + span + 4)]!;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const steep = zh && M.abs(dy) > M.abs(dx) * 1.1;
    const backwards = steep ? dy < 0 : dx < 0;
    const length = M.sqrt(dx * dx + dy * dy) || 1;
    // Where the course bends back between the ends, the signs would run into each other.
    if (span > 0 && distance(a, b) < pitch * (signs.length - 1) * 0.93) continue;
    for (const side of [-1, 1]) {
      const gap = (river.main ? 5 : 4) + (steep || !zh ? 15 : 13) + (zh ? 0 : steep ? half : 2 + (half * M.abs(dy)) / length);
      const ox = (-dy / length) * side * gap;
      const oy = (dx / length) * side * gap;
      const slope = backwards ? [-dx, -dy] : [dx, dy];
      const angle = steep ? 0 : M.max(-32, M.min(32, degrees(slope[1]!, slope[0]!)));
      const glyphs = signs.map((text, i): Glyph => {
        const t = signs.length === 1 ? 0.5 : (backwards ? signs.length - 1 - i : i) / (signs.length - 1);
        // A straight chord between the ends reads better than every bend of the course.
        return { text, x: r1(a[0] + (b[0] - a[0]) * t + ox), y: r1(a[1] + (b[1] - a[1]) * t + oy), angle: zh ? M.round(angle) : 0 };
      });
      const boxes = glyphs.map((g): Rect => ({ x: g.x - half, y: g.y - size / 2, w: 2 * half, h: size }));
      let cost = M.abs(start + span / 2 - course.length / 2) * 0.02;
      for (const box of boxes) {
        if (box.x < 6 || box.y < 6 || box.x + box.w > ground.width - 6 || box.y + box.h > ground.height - 6) { cost = Infinity; break; }
        const wide = inflate(box, clear);
        if (blocked.some((o) => overlaps(wide, o))) { cost = Infinity; break; }
        const cx = box.x + box.w / 2;
        const cy = box.y + box.h / 2;
        if (inside(ground.landRings, cx, cy) === homeless) cost += 18;
        if (cost >= least) break;
        const reach = half + 6;
        for (const other of ground.rivers) {
          if (other.body.some((p) => M.abs(p[0] - cx) < reach && M.abs(p[1] - cy) < size / 2 + 5)) cost += other === river ? 10 : 22;
        }
        if (borders.some((p) => M.abs(p[0] - cx) < half && M.abs(p[1] - cy) < size / 2)) cost += 4;
        for (const [sx, sy] of sites) cost += M.max(0, 30 - distanceToRect(box, sx, sy)) * 0.5;
      }
      if (cost < least) { least = cost; best = { glyphs, boxes }; }
    }
  }
  if (!best || least > (river.schematic && !only ? 22 : 120)) return null;
  return { river: river.name, ...best, size };
}

const resampleAll = (lines: readonly (readonly Pt[])[], step: number) => lines.flatMap((line) => resample(line, step));
const r1 = (v: number) => M.round(v * 10) / 10;
const degrees = (dy: number, dx: number) => (M.atan2(dy, dx) * 180) / M.PI;
