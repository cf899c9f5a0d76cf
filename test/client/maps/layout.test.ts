import { distance, inside, overlaps, type Pt } from '../../../client/maps/geometry';
import { layoutMagnets, type MapLayout, type Site } from '../../../client/maps/layout';
import { inventSites, linfenBase, squareCity } from './fixture';

const ZH = { language: 'zh' };
const base = linfenBase();

/** Everything that must hold on any map: spacing, own county or tray, clear of names, boxes apart. */
function check(layout: MapLayout, sites: readonly Site[]): void {
  const placed = sites.map((site) => ({ site, at: layout.magnets.get(site.id)! }));
  for (const { site, at } of placed) expect([site.number, at === undefined]).toEqual([site.number, false]);
  for (let i = 0; i < placed.length; i++) for (let j = 0; j < i; j++) {
    const d = distance(placed[i]!.at, placed[j]!.at);
    if (d < 34) throw new Error(`${placed[i]!.site.number} and ${placed[j]!.site.number} are ${d} px apart`);
  }
  const trays = new Map(layout.trays.map((t) => [t.adcode, t]));
  const counties = new Map(layout.ground.counties.map((c) => [c.adcode, c]));
  for (const { site, at } of placed) {
    const tray = trays.get(site.adcode);
    if (tray) expect(at[0] > tray.box.x && at[0] < tray.box.x + tray.box.w && at[1] > tray.box.y && at[1] < tray.box.y + tray.box.h).toBe(true);
    else expect(inside(counties.get(site.adcode)!.rings, at[0], at[1])).toBe(true);
    const clear = (box: { x: number; y: number; w: number; h: number }) =>
      distance(at, [Math.max(box.x, Math.min(box.x + box.w, at[0])), Math.max(box.y, Math.min(box.y + box.h, at[1]))]) >= 16;
    for (const name of layout.names.values()) must(clear(name), `${site.number} covers the name of a county`);
    for (const river of layout.rivers) for (const box of river.boxes) must(clear(box), `${site.number} covers the name of ${river.river}`);
  }
  const boxes = [layout.legend, ...layout.trays.map((t) => t.box)];
  boxes.forEach((box, i) => boxes.slice(0, i).forEach((other) => must(!overlaps(box, other), 'two trays overlap')));
  for (const box of boxes) {
    for (const river of layout.ground.rivers) for (const [x, y] of river.body) must(!overlaps(box, { x: x - 1, y: y - 1, w: 2, h: 2 }), `a tray lies on ${river.name}`);
    for (let x = box.x; x <= box.x + box.w; x += 8) for (let y = box.y; y <= box.y + box.h; y += 8) must(!inside(layout.ground.landRings, x, y), 'a tray lies on the land');
  }
}

/** An assertion that costs nothing while it holds: the checks below make a million of them. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

describe('the magnets of the map', () => {
  const sites = inventSites(base, 95);

  it('stand in their own county or its tray, apart from each other and clear of names', () => {
    check(layoutMagnets(base, sites, ZH), sites);
  });

  it('stand at the same places on every screen', () => {
    const a = layoutMagnets(base, sites, ZH);
    const b = layoutMagnets(linfenBase(), [...sites].reverse(), ZH);
    expect([...b.magnets].sort()).toEqual([...a.magnets].sort());
  });

  it('do not move when a stage or a mark changes', () => {
    const dressed = sites.map((s) => ({ ...s, stage: 'COMPLETED', health: 'SERIOUS' }));
    expect([...layoutMagnets(base, dressed, ZH).magnets]).toEqual([...layoutMagnets(base, sites, ZH).magnets]);
  });

  it('of a county too small for them go to a tray with a leader line; regions without a boundary have trays without one', () => {
    const crowd = Array.from({ length: 7 }, (_, i): Site => ({ id: `h${i}`, number: i + 1, adcode: '141081', location: { lon: 111.37, lat: 35.62 } }));
    const layout = layoutMagnets(base, crowd, ZH);
    const trays = new Map(layout.trays.map((t) => [t.adcode, t]));
    expect(trays.get('141081')?.leader).not.toBeNull();
    expect(trays.get('1410A1')?.leader).toBeNull();
    expect(trays.get('141000')?.leader).toBeNull();
    expect(layout.names.has('141081')).toBe(false);
    check(layout, crowd);
  });

  it('without a place fall back to the label point of their county', () => {
    const county = layoutMagnets(base, [], ZH).ground.counties.find((c) => c.adcode === '141029')!;
    const one: Site = { id: 'x', number: 1, adcode: '141029', location: null };
    const at = layoutMagnets(base, [one], ZH).magnets.get('x') as Pt;
    expect(distance(at, county.label)).toBeLessThan(80);
    check(layoutMagnets(base, [one], ZH), [one]);
  });

  it('of a work whose place lies outside its county come back inside', () => {
    const one: Site = { id: 'x', number: 1, adcode: '141033', location: { lon: 112.3, lat: 36.1 } };
    check(layoutMagnets(base, [one], ZH), [one]);
  });

  it.each([0, 1, 30, 150, 220, 300])('are placed in good time when there are %i', (n) => {
    const many = inventSites(base, n, n + 3);
    const start = process.hrtime.bigint();
    const layout = layoutMagnets(base, many, ZH);
    expect(Number(process.hrtime.bigint() - start) / 1e9).toBeLessThan(20);
    check(layout, many);
  });

  it('find room in a city of any shape', () => {
    const square = squareCity();
    for (const n of [0, 3, 12, 60]) {
      const works = Array.from({ length: n }, (_, i): Site => ({
        id: `w${i}`, number: i + 1, adcode: i % 4 === 0 ? '990002' : '990001', location: i % 3 === 0 ? null : { lon: 100.01, lat: 30.01 },
      }));
      check(layoutMagnets(square, works, ZH), works);
    }
  });

  it('of a region that the pack does not know still stand in a tray', () => {
    const stray: Site = { id: 's', number: 1, adcode: '000000', location: null };
    const layout = layoutMagnets(squareCity(), [stray], ZH);
    expect(layout.trays.map((t) => t.adcode)).toContain('000000');
  });

  it('keep to the same rules with English names', () => {
    check(layoutMagnets(base, sites, { language: 'en' }), sites);
  });
});
