import { useMemo, useRef } from 'react';
import type { MapBase } from './base';
import { layoutMagnets, type MapLayout, type Site } from './layout';

/** What the layout depends on: works and where they are. Stages and marks are not in it. */
const keyOf = (sites: readonly Site[]) =>
  sites.map((s) => `${s.id}:${s.number}:${s.adcode}:${s.location ? `${s.location.lon},${s.location.lat}` : ''}`).sort().join('|');

/** Layouts already reckoned on this page: the wall turns its maps for days and the works seldom change. */
const known = new Map<string, MapLayout>();

/** Room for the legend of a map of works: words in Latin letters are longer. */
const LEGEND = { zh: { w: 240, h: 150 }, other: { w: 272, h: 150 } };

interface Located { projectId: string; number: number; adcode: string; location: { lon: number; lat: number } | null }

/** The layout of a map, reckoned anew only when a work appears, disappears or moves. */
export function useLayout(base: MapBase, marks: readonly Located[], language: string): MapLayout {
  const sites = useMemo(() => marks.map((m): Site => ({ id: m.projectId, number: m.number, adcode: m.adcode, location: m.location })), [marks]);
  const key = useMemo(() => `${language}#${keyOf(sites)}`, [sites, language]);
  const last = useRef<{ key: string; base: MapBase; layout: MapLayout } | null>(null);
  if (last.current?.key === key && last.current.base === base) return last.current.layout;
  const layout = known.get(key) ?? layoutMagnets(base, sites, { language, legend: LEGEND[language.startsWith('zh') ? 'zh' : 'other'] });
  if (!known.has(key)) {
    if (known.size >= 12) known.delete(known.keys().next().value!);
    known.set(key, layout);
  }
  last.current = { key, base, layout };
  return layout;
}
