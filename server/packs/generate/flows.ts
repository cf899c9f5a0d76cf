import { monthsBetween } from '../../water/flows';
import type { Facts } from './facts';
import { Chance } from './random';
import type { Settings } from './settings';

export interface FlowRow {
  readonly region: string;
  readonly river: string;
  readonly month: string;
  /** Litres per second. */
  readonly flow: number;
}

export interface VolumeRow {
  readonly month: string;
  /** Whole cubic metres. */
  readonly volume: number;
}

/** How much of last month's weather is still felt: a wet month is followed by another one rather than not. */
const MEMORY = 0.55;
/** How much weather, a river of its own and a place of its own vary, as sigma of the logarithm. */
const SPREAD = { weather: 0.16, river: 0.1, place: 0.025 };
/** Volumes are told in 万立方米. */
const WAN = 10_000;

/** What came of wet and dry months, fading slowly. */
function drawCourse(months: readonly string[], spread: number, ...key: readonly (string | number)[]): Map<string, number> {
  const chance = new Chance(...key);
  let level = spread * chance.normal();
  return new Map(months.map((month) => {
    level = MEMORY * level + Math.sqrt(1 - MEMORY ** 2) * spread * chance.normal();
    return [month, level];
  }));
}

/** Three digits, as gauges are read; never below a litre. */
const readAsGauge = (litres: number): number => Math.max(1, Math.round(Number(litres.toPrecision(3))));

const monthOf = (month: string): number => Number(month.slice(5)) - 1;

/**
 * Draws monthly mean flows: all rivers share the weather, places of one river share its course, and the river grows from
 * place to place as the settings say.
 */
export function drawFlows(facts: Facts, { flows: settings, seed }: Settings): FlowRow[] {
  if (!settings) return [];
  const months = monthsBetween(settings.from, settings.to);
  const weather = drawCourse(months, SPREAD.weather, seed, 'flow weather');
  const courses = new Map(Object.keys(settings.rivers).map((river) => [river, drawCourse(months, SPREAD.river, seed, river, 'flow')]));
  return facts.flowTargets.rows.flatMap(({ cells: { region, river, target } }) => {
    const own = settings.rivers[river];
    const course = courses.get(river);
    if (!own || !course) throw new Error(`generator.json: flows.rivers has no ${river}`);
    const chance = new Chance(seed, region, river, 'flow');
    return months.map((month) => {
      const year = settings.years[month.slice(0, 4)];
      if (year === undefined) throw new Error(`generator.json: flows.years has no year ${month.slice(0, 4)}`);
      const varied = Math.exp(weather.get(month)! + course.get(month)! + SPREAD.place * chance.normal());
      return { region, river, month, flow: readAsGauge(target * own.level * (own.places[region] ?? 1) * year * settings.season[monthOf(month)] * varied) };
    });
  });
}

/** Draws what the city led into its rivers: a year's sum spread over its months. */
export function drawReplenishment({ flows: settings, seed }: Settings): VolumeRow[] {
  if (!settings) return [];
  const { byYear, season } = settings.replenishment;
  const whole = season.reduce((sum, weight) => sum + weight, 0);
  return monthsBetween(settings.from, settings.to).map((month) => {
    const sum = byYear[month.slice(0, 4)];
    if (sum === undefined) throw new Error(`generator.json: flows.replenishment.byYear has no year ${month.slice(0, 4)}`);
    const varied = Math.exp(0.08 * new Chance(seed, month, 'replenishment').normal());
    return { month, volume: Math.round((sum * (season[monthOf(month)] / whole) * varied) / WAN) * WAN };
  });
}
