import { distance, inflate, type Pt, type Rect } from './geometry';
import { nameSize, textWidth } from './labels';
import type { Ground } from './projection';

/** Bound once: a sandboxed run, such as a test, looks every global up slowly, and these loops run millions of times. */
const M = Math;

/** A box beside the map for the magnets of a region that cannot hold them itself. */
export interface Tray { adcode: string; box: Rect; name: Rect; slots: Pt[]; leader: { from: Pt; to: Pt } | null }
/** What has to be found a place off the land: a tray, or a legend of a given size. */
export interface TrayRequest {
  adcode: string;
  label: string;
  count: number;
  anchor: Pt | null;
  /** Whether a leader line at this place would run over somebody else's land. */
  crosses: (x: number, y: number) => boolean;
  /** Cost of leader lines to places already reckoned, by place; may be kept while the ground is the same. */
  lines: Map<string, number>;
}

const PITCH_X = 41;
const PITCH_Y = 42;
const PAD = 10;
const CELL = 4;

/** Cells of the frame that nothing may be put on: land, rivers, what already stands there. */
export class FreeSpace {
  private readonly columns: number;
  private readonly rows: number;
  private readonly taken: Uint8Array;
  private sums: Int32Array | null = null;

  constructor(private readonly width: number, private readonly height: number) {
    this.columns = M.ceil(width / CELL);
    this.rows = M.ceil(height / CELL);
    this.taken = new Uint8Array(this.columns * this.rows);
  }

  /** Takes the land and the rivers of a map, each with a margin. */
  static of(ground: Ground, landMargin = 5, riverMargin = 7): FreeSpace {
    const space = new FreeSpace(ground.width, ground.height);
    for (let row = 0; row < space.rows; row++) space.takeLandRow(ground.landRings, row, landMargin);
    for (const river of ground.rivers) {
      for (const [x, y] of [river.body, ...river.fades].flat()) space.take({ x: x - riverMargin, y: y - riverMargin, w: 2 * riverMargin, h: 2 * riverMargin });
    }
    return space;
  }

  /** The same cells, to try something on. */
  copy(): FreeSpace {
    const other = new FreeSpace(this.width, this.height);
    other.taken.set(this.taken);
    return other;
  }

  private takeLandRow(rings: readonly (readonly Pt[])[], row: number, margin: number): void {
    const y = row * CELL + CELL / 2;
    const cuts: number[] = [];
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i]!;
        const [bx, by] = ring[j]!;
        if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
      }
    }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) this.take({ x: cuts[i]! - margin, y: y - margin, w: cuts[i + 1]! - cuts[i]! + 2 * margin, h: 2 * margin });
  }

  take(box: Rect): void {
    this.sums = null;
    const x0 = M.max(0, M.floor(box.x / CELL));
    const y0 = M.max(0, M.floor(box.y / CELL));
    const x1 = M.min(this.columns, M.ceil((box.x + box.w) / CELL));
    const y1 = M.min(this.rows, M.ceil((box.y + box.h) / CELL));
    for (let y = y0; y < y1; y++) this.taken.fill(1, y * this.columns + x0, y * this.columns + M.max(x0, x1));
  }

  private table(): Int32Array {
    if (this.sums) return this.sums;
    const w = this.columns + 1;
    const sums = new Int32Array(w * (this.rows + 1));
    for (let y = 0; y < this.rows; y++) {
      let run = 0;
      for (let x = 0; x < this.columns; x++) {
        run += this.taken[y * this.columns + x]!;
        sums[(y + 1) * w + x + 1] = sums[y * w + x + 1]! + run;
      }
    }
    this.sums = sums;
    return sums;
  }

  /** The free spot for a box that costs least; null when there is none. A cost need not be reckoned to its end once it is not below `least`. */
  find(w: number, h: number, cost: (box: Rect, least: number) => number, atMost = Infinity): { box: Rect; cost: number } | null {
    const sums = this.table();
    const stride = this.columns + 1;
    const cw = M.ceil(w / CELL);
    const ch = M.ceil(h / CELL);
    let best: Rect | null = null;
    let least = atMost;
    for (let y = 0; y + ch <= this.rows; y++) {
      if (y * CELL + h > this.height) break;
      for (let x = 0; x + cw <= this.columns; x++) {
        if (x * CELL + w > this.width) break;
        const busy = sums[(y + ch) * stride + x + cw]! - sums[y * stride + x + cw]! - sums[(y + ch) * stride + x]! + sums[y * stride + x]!;
        if (busy) continue;
        const box = { x: x * CELL, y: y * CELL, w, h };
        const price = cost(box, least);
        if (price < least) { least = price; best = box; }
      }
    }
    return best ? { box: best, cost: least } : null;
  }
}

/** Width of the block that carries a tray's name and counts. */
const titleWidth = (label: string) => M.max(textWidth(label, nameSize(label)), 54) + 4;

/** Sizes in which a tray of n magnets may come. */
function shapes(label: string, n: number): { columns: number; w: number; h: number }[] {
  const out = [];
  const title = titleWidth(label);
  for (let columns = 1; columns <= M.max(1, M.min(n, 12)); columns++) {
    const rows = M.max(1, M.ceil(n / columns));
    if (columns > 1 && M.ceil(n / (columns - 1)) === rows) continue;
    out.push({ columns, w: PAD + title + (n ? 10 + columns * PITCH_X + PAD - 4 : PAD), h: M.max(54, rows * PITCH_Y + PAD + 2) });
  }
  return out;
}

/**
 * Finds each tray a place off land, rivers and everything already placed. Trays with a county stay as near to it as may be, their leader
 * lines short and off other counties; the others gather in the lower right corner. Null when one finds none: the map must make room.
 */
export function placeTrays(requests: readonly TrayRequest[], space: FreeSpace, frame: { width: number; height: number }): Tray[] | null {
  const order = [...requests].sort((a, b) => b.count - a.count || (a.adcode < b.adcode ? -1 : 1));
  const anchored = order.filter((r) => r.anchor);
  const loose = order.filter((r) => !r.anchor);
  let best: { trays: Tray[]; cost: number; space: FreeSpace } | null = null;
  // Who comes first takes the best place; with a few trays every order is tried.
  for (const first of anchored.length <= 3 ? permutations(anchored) : [anchored]) {
    const trial = space.copy();
    const found = placeInOrder([...first, ...loose], trial, frame);
    if (found && (!best || found.cost < best.cost)) best = { ...found, space: trial };
  }
  if (!best) return null;
  for (const tray of best.trays) space.take(inflate(tray.box, 7));
  return best.trays;
}

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((head, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [head, ...rest]));
}

function placeInOrder(order: readonly TrayRequest[], space: FreeSpace, frame: { width: number; height: number }): { trays: Tray[]; cost: number } | null {
  const trays: Tray[] = [];
  let total = 0;
  for (const request of order) {
    let best: { box: Rect; cost: number; columns: number } | null = null;
    for (const shape of shapes(request.label, request.count)) {
      const rows = M.max(1, M.ceil(request.count / shape.columns));
      const waste = (rows * shape.columns - request.count) * 6 + M.max(0, rows - shape.columns) * 45;
      const found = space.find(shape.w, shape.h, (box, least) => {
        if (!request.anchor) return waste + (frame.width - box.x - box.w) * 0.8 + (frame.height - box.y - box.h) * 0.5 + M.max(0, shape.w / shape.h - 2.5) * 40;
        const to = edgePoint(box, request.anchor);
        const plain = waste + distance(request.anchor, to) + M.abs(box.x + box.w / 2 - request.anchor[0]) * 0.05;
        if (plain >= least) return plain;
        const key = `${to[0]},${to[1]}`;
        let over = request.lines.get(key);
        if (over === undefined) request.lines.set(key, (over = landUnder(request.anchor, to, request.crosses)));
        return plain + over;
      }, best?.cost);
      if (found) best = { ...found, columns: shape.columns };
    }
    if (!best) return null;
    space.take(inflate(best.box, 7));
    trays.push(fill(request, best.box, best.columns));
    total += best.cost;
  }
  return { trays, cost: total };
}

/** Twice the length of a leader line over other people's land. */
function landUnder(from: Pt, to: Pt, crosses: (x: number, y: number) => boolean): number {
  const step = 12;
  const length = distance(from, to);
  let over = 0;
  for (let at = step; at < length; at += step) if (crosses(from[0] + ((to[0] - from[0]) * at) / length, from[1] + ((to[1] - from[1]) * at) / length)) over += 2 * step;
  return over;
}

function fill(request: TrayRequest, box: Rect, columns: number): Tray {
  const title = titleWidth(request.label);
  const rows = M.max(1, M.ceil(request.count / columns));
  const top = box.y + (box.h - rows * PITCH_Y) / 2 + PITCH_Y / 2;
  const left = box.x + PAD + title + 10 + PITCH_X / 2 - 3;
  const slots = Array.from({ length: request.count }, (_, i): Pt => [left + (i % columns) * PITCH_X, top + M.floor(i / columns) * PITCH_Y]);
  const name = { x: box.x + PAD, y: box.y + box.h / 2 - 26, w: title, h: 52 };
  const leader = request.anchor ? { from: request.anchor, to: edgePoint(box, request.anchor) } : null;
  return { adcode: request.adcode, box, name, slots, leader };
}

/** Where a leader line from a point meets a tray: straight down or across where it can. */
function edgePoint(box: Rect, from: Pt): Pt {
  const x = M.max(box.x + 16, M.min(box.x + box.w - 16, from[0]));
  const y = M.max(box.y + 12, M.min(box.y + box.h - 12, from[1]));
  const above = from[1] < box.y;
  const below = from[1] > box.y + box.h;
  if (above) return [x, box.y];
  if (below) return [x, box.y + box.h];
  return from[0] < box.x ? [box.x, y] : [box.x + box.w, y];
}
