import { WATER_CLASSES, type PackWaterClass } from '../../exchange/pack/types';
import { Chance } from './random';
import type { Facts } from './facts';
import type { Settings } from './settings';

export interface ResultRow {
  readonly section: string;
  readonly period: string;
  readonly class: PackWaterClass;
}

const GOOD = 3;

/** 1 for class I to 6 for worse than V, from a level in which 2.5 is the middle of class III. */
function classNumber(level: number): number {
  return Math.max(1, Math.min(6, Math.ceil(level)));
}

function months(from: string, to: string): string[] {
  const all: string[] = [];
  for (let index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1; ; index++) {
    const period = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    if (period > to) return all;
    all.push(period);
  }
}

/** One section's levels: what it had last month fades slowly, and the season adds to it. */
function drawLevels(section: string, periods: readonly string[], settings: Settings, chance: Chance): Map<string, number> {
  const byYear = settings.water.levels[section];
  if (!byYear) throw new Error(`generator.json: water.levels has no ${section}`);
  const levels = new Map<string, number>();
  let drift = 0.2 * chance.normal();
  for (const period of periods) {
    const base = byYear[period.slice(0, 4)];
    if (base === undefined) throw new Error(`generator.json: water.levels.${section} has no year ${period.slice(0, 4)}`);
    drift = 0.62 * drift + 0.24 * chance.normal();
    levels.set(period, base + settings.water.season[Number(period.slice(5)) - 1] + drift);
  }
  return levels;
}

/** Draws monthly classes and those of whole years, until the published counts of good sections hold. */
export function drawResults(facts: Facts, settings: Settings): ResultRow[] {
  const { water } = settings;
  const periods = months(water.from, water.to);
  const years = Object.keys(water.goodByYear).sort();
  for (let attempt = 0; attempt < 5000; attempt++) {
    const classes = facts.sections.rows.map(({ cells: section }) => {
      const levels = drawLevels(section.code, periods, settings, new Chance(settings.seed, section.code, 'water', attempt));
      const own = new Map(periods.map((period) => [period, classNumber(levels.get(period) ?? 0)]));
      // A year's class comes from the mean of its months, as a bulletin reckons it.
      for (const year of years) {
        const ofYear = periods.filter((period) => period.startsWith(year)).map((period) => levels.get(period) ?? 0);
        own.set(year, classNumber(ofYear.reduce((sum, level) => sum + level, 0) / ofYear.length));
      }
      return { section, own };
    });
    const good = (period: string): number => classes.filter(({ own }) => (own.get(period) ?? 9) <= GOOD).length;
    const missed = classes.filter(({ section, own }) => (own.get(water.to) ?? 9) > WATER_CLASSES.indexOf(section.target_class) + 1).length;
    const fits = years.every((year) => good(year) === water.goodByYear[year]) && good(water.to) === water.goodLast
      && missed >= water.missingTargetLast[0] && missed <= water.missingTargetLast[1];
    if (!fits) continue;
    return classes.flatMap(({ section, own }) => [...periods, ...years].sort().map((period) => (
      { section: section.code, period, class: WATER_CLASSES[(own.get(period) ?? 1) - 1] })));
  }
  throw new Error('found no water results that hold the published counts; see water.levels in generator.json');
}
