import type { IndicatorKey } from '../../water/indicators';
import type { Facts } from './facts';
import { Chance } from './random';
import type { Settings } from './settings';
import { concentrationAt, LEVEL_ITEMS, published, saturationAt, type LevelItem, type SampleRow } from './water-items';
import { PeriodJudge } from './water-judge';
import { monthIndex, reliefIn, reliefsOf, type DoneWork, type Relief, type SectionCells } from './water-works';

const ATTEMPTS = 600;

/** The months from one to another, both included. */
function months(from: string, to: string): string[] {
  const all: string[] = [];
  for (let index = monthIndex(from); index <= monthIndex(to); index++) all.push(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
  return all;
}

/** Chance that remembers: what it gave last month fades slowly. */
class Drift {
  private value: number;

  constructor(private readonly chance: Chance, private readonly kept: number, private readonly spread: number) {
    this.value = spread * chance.normal();
  }

  next(): number {
    this.value = this.kept * this.value + Math.sqrt(1 - this.kept ** 2) * this.spread * this.chance.normal();
    return this.value;
  }
}

/** What the weather of a month does to all sections: how low the rivers are, how much warmer than usual it is, how hard it storms. */
interface Weather {
  readonly low: number;
  readonly warm: number;
  readonly storm: number;
}

function drawWeather(periods: readonly string[], settings: Settings, attempt: number): Map<string, Weather> {
  const chance = new Chance(settings.seed, 'weather', attempt);
  const low = new Drift(chance, 0.6, 0.1);
  return new Map(periods.map((period) => {
    const storms = settings.water.storms[Number(period.slice(5)) - 1];
    return [period, { low: low.next(), warm: chance.normal(), storm: storms * Math.max(0, 0.5 + chance.normal()) }];
  }));
}

/** A year's level stands in its middle; between two middles it moves evenly. */
function trendAt(index: number, byYear: Readonly<Record<string, number>>): number {
  const points = Object.entries(byYear).map(([year, level]) => ({ at: Number(year) * 12 + 5.5, level })).sort((a, b) => a.at - b.at);
  const [first, last] = [points[0], points.at(-1)!];
  if (index <= first.at) return first.level;
  const next = points.findIndex(({ at }) => at > index);
  if (next < 0) return last.level;
  const [a, b] = [points[next - 1], points[next]];
  return a.level + ((index - a.at) / (b.at - a.at)) * (b.level - a.level);
}

/** How strongly each item follows storms: phosphorus comes with the soil, ammonia is thinned. */
const STORM: Readonly<Record<LevelItem, number>> = { CODMn: 0.25, COD: 0.2, BOD5: 0.1, NH3N: -0.2, TP: 0.45 };
/** What light and wind add to a river's oxygen at most, as a part of saturation. */
const MOST_SATURATED = 1.12;

/** What a section's samples rest on beside its own chance. */
interface Course {
  readonly periods: readonly string[];
  readonly weather: ReadonlyMap<string, Weather>;
  readonly reliefs: readonly Relief[];
}

/** One section's samples. Its level is what all items have in common: trend, works, drift and low water. */
function drawSection(section: SectionCells, { periods, weather, reliefs }: Course, settings: Settings, attempt: number): SampleRow[] {
  const { water } = settings;
  const own = water.sections[section.code];
  const chance = new Chance(settings.seed, section.code, 'samples', attempt);
  const load = new Drift(chance, 0.6, 0.17);
  const apart = new Map(LEVEL_ITEMS.map((item) => [item, new Drift(chance, 0.35, 0.12)]));
  return periods.map((period) => {
    const index = monthIndex(period);
    const calendar = index % 12;
    const { low, warm, storm } = weather.get(period)!;
    const level = trendAt(index, own.levels) - reliefIn(index, reliefs) + load.next() + low;
    const celsius = Math.max(0.2, water.temperatures[calendar] + own.warmer + 0.9 * warm + 0.4 * chance.normal());
    const values = new Map<IndicatorKey, number>([['T', celsius]]);
    for (const item of LEVEL_ITEMS) {
      // Drawn also where it is not measured, so that measuring an item leaves the others as they were.
      const drift = apart.get(item)!.next();
      const offset = own.offsets[item];
      if (offset !== undefined) values.set(item, concentrationAt(item, level + offset + water.season[item][calendar] + STORM[item] * storm + drift));
    }
    // Algae give oxygen by day in clean warm water and take acid; filth and ice take oxygen.
    const saturation = Math.min(MOST_SATURATED, water.saturation[calendar] - 0.075 * Math.max(0, level - 1.5) - 0.03 * storm + 0.035 * chance.normal());
    values.set('pH', 8.25 - 0.1 * (level - 2) + 1.2 * (saturation - 0.9) + 0.08 * chance.normal());
    values.set('DO', Math.max(0.6, saturation * saturationAt(celsius)));
    const nitrate = own.nitrate * (1 + 0.9 * water.season.NH3N[calendar]) * Math.exp(0.5 * low + 0.12 * chance.normal());
    values.set('TN', values.get('NH3N')! + nitrate);
    if (own.fluoride !== undefined) values.set('F', own.fluoride * Math.exp(low - 0.1 * storm + 0.1 * chance.normal()));
    return { section: section.code, period, items: Object.fromEntries([...values].map(([item, value]) => [item, published(item, value)])) };
  });
}

/**
 * Draws monthly samples until what was published holds, as the platform itself would judge it: the classes of the means of
 * known spans, how many sections were good in a year, and what the last month is to show.
 */
export function drawSamples(facts: Facts, works: readonly DoneWork[], settings: Settings): SampleRow[] {
  const { water } = settings;
  const periods = months(water.from, water.to);
  const sections = facts.sections.rows.map(({ cells }) => cells);
  for (const { code } of sections) if (!water.sections[code]) throw new Error(`generator.json: water.sections has no ${code}`);
  const reliefs = new Map(sections.map((section) => [section.code, reliefsOf(section, works, settings)]));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const weather = drawWeather(periods, settings, attempt);
    const rows: SampleRow[] = [];
    const judge = new PeriodJudge(settings);
    const fits = sections.every((section) => {
      const own = drawSection(section, { periods, weather, reliefs: reliefs.get(section.code)! }, settings, attempt);
      rows.push(...own);
      return judge.take(section, own);
    });
    if (fits && judge.holds()) return rows;
  }
  throw new Error('found no water samples that hold what was published; see water.sections in generator.json');
}
