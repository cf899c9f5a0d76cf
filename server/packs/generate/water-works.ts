import { month, year } from './days';
import type { Facts, Work } from './facts';
import { distanceKm, type Place } from './places';
import { Chance } from './random';
import type { Settings } from './settings';
import type { Course } from './stages';

/** A work as far as the water tells of it. */
export interface DoneWork {
  readonly work: Work;
  readonly course: Course;
  readonly place: Place;
}

export type SectionCells = Facts['sections']['rows'][number]['cells'];

/** A step down in a section's level, from a month on. */
export interface Relief {
  /** Months since year 0. */
  readonly month: number;
  /** Classes. */
  readonly size: number;
}

/** Works this near are felt wherever they are registered. */
const NEAR_KM = 10;
/** How far downstream a work is felt by about a third. */
const REACH_KM = 40;
/** What of a relief is reached in the month of completion and those after it: plants run in, wetlands grow. */
const RUN_IN = [0, 0.4, 0.7, 1];

export const monthIndex = (period: string): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;

/** What completed works of a section's own and upstream regions, and those near it, did for it. Some did nothing that could be seen. */
export function reliefsOf(section: SectionCells, works: readonly DoneWork[], settings: Settings): Relief[] {
  const { works: sizes, withoutEffect, sections } = settings.water;
  const { response } = sections[section.code];
  const from = new Set([section.region, ...section.upstream_regions]);
  return works.flatMap(({ work, course, place }) => {
    const size = sizes[work.category];
    if (course.finish === null || !size) return [];
    const km = distanceKm(place, { lon: section.lon, lat: section.lat });
    if (km > NEAR_KM && !work.regions.some((region) => from.has(region))) return [];
    const chance = new Chance(settings.seed, work.code, 'water');
    if (chance.happens(withoutEffect)) return [];
    return [{ month: year(course.finish) * 12 + month(course.finish) - 1, size: response * chance.between(...size) * Math.exp(-km / REACH_KM) }];
  });
}

/** By how much works have lowered a section's level in a month, in classes. */
export function reliefIn(index: number, reliefs: readonly Relief[]): number {
  return reliefs.reduce((sum, { month: done, size }) => sum + (index < done ? 0 : size * RUN_IN[Math.min(index - done, RUN_IN.length - 1)]), 0);
}
