import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { PackError, Problems } from '../../exchange/pack/read-problems';
import { readInfo } from '../../exchange/pack/read-info';
import { readFacts, type Facts, type Work } from './facts';
import { drawAnnualPlans, type AnnualRow } from './annual';
import { drawFlows, drawReplenishment, type FlowRow, type VolumeRow } from './flows';
import { drawFunds, type Funds } from './funding';
import { drawInvestments } from './investment';
import { drawPlaces, type Base, type Place } from './places';
import { drawProcedures, type ProcedureRow } from './procedures';
import { drawProgress, type ProgressRow } from './progress';
import { planSchedules, type Schedule } from './schedule';
import { readSettings, type Settings } from './settings';
import { chooseOngoing, drawCourses, spanOf, type Course, type Span } from './stages';
import { drawTasks, type TaskRow } from './tasks';
import { drawSamples } from './water';
import type { SampleRow } from './water-items';

/** Everything that the pack will say of one work. */
export interface FullWork {
  readonly work: Work;
  readonly course: Course;
  readonly schedule: Schedule;
  readonly investment: number;
  readonly place: Place;
  readonly progress: readonly ProgressRow[];
  readonly funds: Funds;
  readonly annual: readonly AnnualRow[];
  readonly procedures: readonly ProcedureRow[];
  /** Its completion has been reported and waits for confirmation. */
  readonly unverified: boolean;
}

export interface Generated {
  readonly facts: Facts;
  readonly settings: Settings;
  readonly works: readonly FullWork[];
  readonly samples: readonly SampleRow[];
  readonly flows: readonly FlowRow[];
  readonly replenishment: readonly VolumeRow[];
  readonly tasks: readonly TaskRow[];
}

function readBase(folder: string, aliases: Readonly<Record<string, string>>): Base {
  const topology = JSON.parse(readFileSync(join(folder, 'counties.topojson'), 'utf8')) as Topology<{ counties: GeometryCollection }>;
  const rivers = JSON.parse(readFileSync(join(folder, 'rivers.geojson'), 'utf8')) as FeatureCollection<LineString, { name_zh: string }>;
  const areas = (feature(topology, topology.objects.counties) as FeatureCollection<Polygon | MultiPolygon>).features;
  return { areas: new Map(areas.map((area) => [String(area.id), area])), rivers, aliases };
}

function checkCounts(works: readonly Work[], settings: Settings): void {
  const { published } = settings;
  if (works.length !== published.works) throw new Error(`facts and invented works make ${works.length}, not ${published.works}`);
  for (const [sector, count] of Object.entries(published.sectors)) {
    const own = works.filter((work) => work.sector === sector).length;
    if (own !== count) throw new Error(`${own} works are in ${sector}, not ${count}`);
  }
}

function need<T>(values: ReadonlyMap<string, T>, code: string): T {
  const value = values.get(code);
  if (value === undefined) throw new Error(`nothing was drawn for ${code}`);
  return value;
}

/** The last completions wait for confirmation. */
function waiting(courses: ReadonlyMap<string, Course>, span: Span, settings: Settings): ReadonlySet<string> {
  const done = [...courses].filter(([, course]) => course.finish !== null && course.finish <= span.last);
  done.sort(([, one], [, other]) => (other.finish ?? 0) - (one.finish ?? 0));
  return new Set(done.slice(0, settings.picture.unverified).map(([code]) => code));
}

/** Draws all that a pack's facts and settings do not give. The same input gives the same answer. */
export function generate(folder: string): Generated {
  const settings = readSettings(join(folder, 'generator.json'));
  const problems = new Problems();
  const info = readInfo(folder, problems);
  if (info === null || problems.any) throw new PackError(folder, problems.lines);
  const facts = readFacts(folder, settings);
  checkCounts(facts.works, settings);
  const span = spanOf(info, settings);
  const ranked = facts.regions.rows.filter(({ cells }) => cells.ranked).map(({ cells }) => cells.adcode);
  const ongoing = chooseOngoing(facts.works, ranked, settings);
  const courses = drawCourses(facts.works, ongoing, span, settings);
  const schedules = planSchedules(facts.works, courses, span, settings);
  const investments = drawInvestments(facts.works, settings);
  const places = drawPlaces(facts, readBase(folder, info.riverAliases), settings);
  const funded = facts.works.map((work) => {
    const course = need(courses, work.code);
    const investment = need(investments, work.code);
    return { work, course, investment, progress: drawProgress(work, course, need(schedules, work.code).reached, investment, span, settings) };
  });
  const funds = drawFunds(funded, facts, span, settings);
  const unverified = waiting(courses, span, settings);
  const works = funded.map(({ work, course, investment, progress }): FullWork => ({
    work, course, investment, progress, schedule: need(schedules, work.code), place: need(places, work.code),
    funds: need(funds, work.code), annual: drawAnnualPlans(work, course, need(schedules, work.code), investment, span, settings), procedures: drawProcedures(work, course, unverified.has(work.code), facts, span, settings), unverified: unverified.has(work.code),
  }));
  return { facts, settings, works, samples: drawSamples(facts, works, settings), flows: drawFlows(facts, settings), replenishment: drawReplenishment(settings), tasks: drawTasks(facts, span, settings) };
}
