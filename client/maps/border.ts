import { inside, nearestOnRings, type Pt } from './geometry';

/** Bound once: a sandboxed run, such as a test, looks every global up slowly, and these loops run millions of times. */
const M = Math;

/** How deep a place lies in a county (negative outside), and which way leads inward. */
export interface Depth { depth: number; ux: number; uy: number }

const STEP = 3;

/** Depths of a county's places on a grid of three pixels, reckoned when first asked: force layouts ask for the same places many times. */
export class BorderField {
  private readonly known = new Map<number, Depth>();

  constructor(private readonly rings: readonly (readonly Pt[])[]) {}

  at(x: number, y: number): Depth {
    const gx = M.round(x / STEP);
    const gy = M.round(y / STEP);
    const key = gx * 65536 + gy;
    let depth = this.known.get(key);
    if (!depth) {
      depth = this.reckon(gx * STEP, gy * STEP);
      this.known.set(key, depth);
    }
    return depth;
  }

  private reckon(x: number, y: number): Depth {
    const border = nearestOnRings(this.rings, x, y);
    const sign = inside(this.rings, x, y) ? 1 : -1;
    if (border.d < 0.01) return { depth: 0, ux: 0, uy: 0 };
    return { depth: sign * border.d, ux: (sign * (x - border.x)) / border.d, uy: (sign * (y - border.y)) / border.d };
  }
}
