/** Bound once: a sandboxed run, such as a test, looks every global up slowly, and these loops run millions of times. */
const M = Math;

/** Plane geometry in map pixels. Only + − × ÷ and square roots: the same result in every browser. */
export type Pt = readonly [number, number];
export interface Rect { x: number; y: number; w: number; h: number }

/** Whether a point lies inside a set of rings, by the even-odd rule (holes and islands come right by themselves). */
export function inside(rings: readonly (readonly Pt[])[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const ax = ring[i]![0];
      const ay = ring[i]![1];
      const bx = ring[j]![0];
      const by = ring[j]![1];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

export interface Nearest { x: number; y: number; d: number }

/** The point of a line nearest to a place. */
export function nearestOnLine(line: readonly Pt[], x: number, y: number): Nearest {
  let best = Infinity;
  let bx = x;
  let by = y;
  for (let i = 1; i < line.length; i++) {
    const ax = line[i - 1]![0];
    const ay = line[i - 1]![1];
    const dx = line[i]![0] - ax;
    const dy = line[i]![1] - ay;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : M.max(0, M.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    const px = ax + t * dx;
    const py = ay + t * dy;
    const d = (px - x) * (px - x) + (py - y) * (py - y);
    if (d < best) { best = d; bx = px; by = py; }
  }
  return { x: bx, y: by, d: M.sqrt(best) };
}

/** The point of the border of a set of rings nearest to a place. */
export function nearestOnRings(rings: readonly (readonly Pt[])[], x: number, y: number): Nearest {
  let best: Nearest = { x, y, d: Infinity };
  for (const ring of rings) {
    const found = nearestOnLine(ring, x, y);
    if (found.d < best.d) best = found;
  }
  return best;
}

export const inflate = (r: Rect, by: number): Rect => ({ x: r.x - by, y: r.y - by, w: r.w + 2 * by, h: r.h + 2 * by });
export const overlaps = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
export const contains = (outer: Rect, r: Rect): boolean =>
  r.x >= outer.x && r.y >= outer.y && r.x + r.w <= outer.x + outer.w && r.y + r.h <= outer.y + outer.h;
/** Area that two boxes share. */
export function overlapArea(a: Rect, b: Rect): number {
  const w = M.min(a.x + a.w, b.x + b.w) - M.max(a.x, b.x);
  const h = M.min(a.y + a.h, b.y + b.h) - M.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}
/** Distance from a point to a box; 0 inside. */
export function distanceToRect(r: Rect, x: number, y: number): number {
  const dx = M.max(r.x - x, 0, x - r.x - r.w);
  const dy = M.max(r.y - y, 0, y - r.y - r.h);
  return M.sqrt(dx * dx + dy * dy);
}

export const distance = (a: Pt, b: Pt): number => M.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

/** Points at equal steps along a line, ends included. */
export function resample(line: readonly Pt[], step: number): Pt[] {
  const out: Pt[] = [];
  let carry = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance(a, b);
    let at = carry;
    while (at < length) {
      const t = at / length;
      out.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
      at += step;
    }
    carry = at - length;
  }
  const last = line[line.length - 1];
  if (last) out.push(last);
  return out;
}

/** A line with its bends smoothed by a moving mean over `reach` neighbours on each side. */
export function smooth(line: readonly Pt[], reach: number): Pt[] {
  return line.map((_, i) => {
    const from = M.max(0, i - reach);
    const to = M.min(line.length - 1, i + reach);
    const even = M.min(i - from, to - i);
    let x = 0;
    let y = 0;
    for (let k = i - even; k <= i + even; k++) { x += line[k]![0]; y += line[k]![1]; }
    return [x / (2 * even + 1), y / (2 * even + 1)] as const;
  });
}

const n1 = (v: number) => String(M.round(v * 10) / 10);
/** SVG path of a line. */
export const linePath = (line: readonly Pt[]): string => line.map(([x, y], i) => `${i ? 'L' : 'M'}${n1(x)},${n1(y)}`).join('');
/** SVG path of closed rings. */
export const ringPath = (rings: readonly (readonly Pt[])[]): string => rings.map((r) => `${linePath(r)}Z`).join('');

/** Whether two segments cross. */
export function segmentsCross(a: Pt, b: Pt, c: Pt, d: Pt): boolean {
  const side = (p: Pt, q: Pt, r: Pt) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
