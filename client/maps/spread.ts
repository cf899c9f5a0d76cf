import type { BorderField } from './border';
import { distance, inside, nearestOnRings, type Pt, type Rect } from './geometry';

/** Bound once: a sandboxed run, such as a test, looks every global up slowly, and these loops run millions of times. */
const M = Math;

/** Radius of a magnet. */
export const MAGNET_RADIUS = 17;
/** Centres of magnets are not nearer than this (to a pixel). */
export const MIN_SPACING = 36;
/** Spacings and distances from the border, widest first: wide ones leave room for badges, the last just touches the border. */
const TRIES = [[45, 20], [41, 20], [38, 20], [MIN_SPACING, 19], [MIN_SPACING, 17.6]] as const;
const SEEDS = 6;
const ROUNDS = 160;

/** A number between 0 and 1 that depends on nothing but its arguments. */
function chance(seed: number, i: number): number {
  let h = (seed * 374761393 + i * 668265263 + 1274126177) | 0;
  h = M.imul(h ^ (h >>> 13), 1274126177);
  h ^= h >>> 16;
  return (h >>> 0) / 4294967296;
}

/**
 * Pushes magnets apart from their sites inside one county, clear of `obstacles`. Several seeds are tried and the one that moves
 * magnets least is kept. Null when the county cannot hold them even at the smallest spacing.
 */
export function spreadInCounty(rings: readonly (readonly Pt[])[], field: BorderField, sites: readonly Pt[], obstacles: readonly Rect[], area: number): Pt[] | null {
  if (sites.length === 0) return [];
  // Circles of this spacing cannot cover more than 0.907 of a plane: no need to try what cannot be.
  const blocked = obstacles.reduce((sum, o) => sum + o.w * o.h, 0);
  if (sites.length * MIN_SPACING * MIN_SPACING * 0.866 > area - blocked * 0.5) return null;
  for (const [spacing, edge] of TRIES) {
    let best: Pt[] | null = null;
    let least = Infinity;
    const last = edge === TRIES[TRIES.length - 1]![1];
    for (let seed = 0; seed < SEEDS; seed++) {
      // A spacing at which two seeds fail is too wide; only the narrowest gets them all.
      if (seed === 2 && !best && !last) break;
      const found = relax(field, sites, obstacles, spacing, edge, seed);
      if (!found || !holds(rings, found, obstacles)) continue;
      const moved = found.reduce((sum, p, i) => sum + distance(p, sites[i]!) ** 2, 0);
      if (moved < least) { least = moved; best = found; }
    }
    if (best) return best;
  }
  return null;
}

function relax(field: BorderField, sites: readonly Pt[], obstacles: readonly Rect[], spacing: number, edge: number, seed: number): Pt[] | null {
  const n = sites.length;
  const xs = sites.map((s, i) => s[0] + (chance(seed, 2 * i) - 0.5) * (4 + seed * 10));
  const ys = sites.map((s, i) => s[1] + (chance(seed, 2 * i + 1) - 0.5) * (4 + seed * 10));
  let worst = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const pull = round < ROUNDS * 0.6 ? 0.05 * (1 - round / (ROUNDS * 0.6)) : 0;
    worst = 0;
    for (let i = 0; i < n; i++) {
      xs[i]! += (sites[i]![0] - xs[i]!) * pull;
      ys[i]! += (sites[i]![1] - ys[i]!) * pull;
    }
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        let dx = xs[j]! - xs[i]!;
        let dy = ys[j]! - ys[i]!;
        let d = M.sqrt(dx * dx + dy * dy);
        if (d >= spacing) continue;
        if (d < 0.01) { dx = chance(seed, i * 31 + j) - 0.5; dy = chance(seed, i * 37 + j + 7) - 0.5; d = M.sqrt(dx * dx + dy * dy) || 1; }
        const push = (spacing - d) / 2 / d;
        worst = M.max(worst, spacing - d);
        xs[i]! -= dx * push; ys[i]! -= dy * push;
        xs[j]! += dx * push; ys[j]! += dy * push;
      }
    }
    for (let i = 0; i < n; i++) {
      for (const o of obstacles) worst = M.max(worst, pushOut(xs, ys, i, o));
      const { depth, ux, uy } = field.at(xs[i]!, ys[i]!);
      if (depth < edge) {
        worst = M.max(worst, edge - depth);
        xs[i]! += ux * (edge - depth);
        ys[i]! += uy * (edge - depth);
      }
    }
    if (pull === 0 && worst < 0.5) break;
  }
  if (worst > 3) return null;
  return xs.map((x, i): Pt => [M.round(x * 10) / 10, M.round(ys[i]! * 10) / 10]);
}

/** Moves magnet i out of a box by the shortest way; tells how far. */
function pushOut(xs: number[], ys: number[], i: number, o: Rect): number {
  const clear = MAGNET_RADIUS + 1.5;
  const x = xs[i]!;
  const y = ys[i]!;
  const cx = M.max(o.x, M.min(o.x + o.w, x));
  const cy = M.max(o.y, M.min(o.y + o.h, y));
  const d = M.sqrt((x - cx) ** 2 + (y - cy) ** 2);
  if (d >= clear) return 0;
  if (d > 0.01) {
    xs[i] = cx + ((x - cx) / d) * clear;
    ys[i] = cy + ((y - cy) / d) * clear;
    return clear - d;
  }
  const ways = [x - o.x, o.x + o.w - x, y - o.y, o.y + o.h - y];
  const least = M.min(...ways);
  if (least === ways[0]) xs[i] = o.x - clear;
  else if (least === ways[1]) xs[i] = o.x + o.w + clear;
  else if (least === ways[2]) ys[i] = o.y - clear;
  else ys[i] = o.y + o.h + clear;
  return least + clear;
}

function holds(rings: readonly (readonly Pt[])[], placed: readonly Pt[], obstacles: readonly Rect[]): boolean {
  for (let i = 0; i < placed.length; i++) {
    const [x, y] = placed[i]!;
    if (!inside(rings, x, y) || nearestOnRings(rings, x, y).d < MAGNET_RADIUS) return false;
    for (const o of obstacles) {
      const cx = M.max(o.x, M.min(o.x + o.w, x));
      const cy = M.max(o.y, M.min(o.y + o.h, y));
      if ((x - cx) ** 2 + (y - cy) ** 2 < (MAGNET_RADIUS - 0.5) ** 2) return false;
    }
    for (let j = 0; j < i; j++) if (distance(placed[i]!, placed[j]!) < MIN_SPACING - 1) return false;
  }
  return true;
}
