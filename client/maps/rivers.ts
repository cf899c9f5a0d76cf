import { inside, nearestOnRings, resample, type Pt, type Rect } from './geometry';

/** A river as drawn: its body, and the short ends where it fades out of the picture. */
export interface RiverPart { body: Pt[]; fades: Pt[][] }

/** How far beyond the border a river that leaves the city for good is still drawn. */
const BEYOND = 26;
const FADE = 34;
const STEP = 4;

/**
 * Cuts a course to what belongs on the map: what lies in the city or runs along its border, and downstream of it as far as the last
 * confluence with another river; a river that just leaves fades a little beyond the border. A river that comes
 * from beyond the frame is kept to its edge.
 */
export function trimRiver(line: readonly Pt[], others: readonly (readonly Pt[])[], land: readonly (readonly Pt[])[], frame: Rect): RiverPart | null {
  const points = resample(line, STEP);
  const within = (p: Pt) => p[0] >= frame.x && p[1] >= frame.y && p[0] <= frame.x + frame.w && p[1] <= frame.y + frame.h;
  let first = points.findIndex(within);
  if (first < 0) return null;
  let last = first;
  points.forEach((p, i) => { if (within(p)) last = i; });

  const own = (p: Pt) => inside(land, p[0], p[1]) || nearestOnRings(land, p[0], p[1]).d <= BEYOND;
  let lastOwn = -1;
  for (let i = last; i >= first; i--) if (own(points[i]!)) { lastOwn = i; break; }
  if (lastOwn < 0) return null;
  // A source that lies in the frame but outside the city is not the city's: the river fades in at the border.
  if (within(points[0]!)) first = Math.max(first, points.findIndex(own));
  // Downstream, the last place where another river comes in, or where this one ends in another.
  const meets = (p: Pt) => others.some((o) => {
    const end = o[o.length - 1];
    return end !== undefined && Math.abs(end[0] - p[0]) < 8 && Math.abs(end[1] - p[1]) < 8;
  });
  const mouth = points[points.length - 1]!;
  const joins = within(mouth) && others.some((o) => resample(o, STEP).some((q) => Math.abs(q[0] - mouth[0]) < 8 && Math.abs(q[1] - mouth[1]) < 8));
  let stop = joins ? points.length - 1 : lastOwn;
  if (!joins) for (let i = last; i > lastOwn; i--) if (meets(points[i]!)) { stop = Math.min(last, i + Math.round(FADE / STEP)); break; }
  last = Math.max(stop, lastOwn);

  const fades: Pt[][] = [];
  const span = Math.round(FADE / STEP);
  const outside = (p: Pt) => !inside(land, p[0], p[1]);
  let body = points.slice(first, last + 1);
  if (body.length > 3 * span) {
    if (outside(body[0]!)) {
      fades.push(body.slice(0, span + 1).reverse());
      body = body.slice(span);
    }
    if (!joins && outside(body[body.length - 1]!)) {
      fades.push(body.slice(-span - 1));
      body = body.slice(0, -span);
    }
  }
  return { body, fades };
}
