import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, GeoJsonProperties, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { Chance } from './random';
import type { Facts, Work } from './facts';
import type { Settings } from './settings';
import { categoryOf } from './stages';

type Area = Feature<Polygon | MultiPolygon, GeoJsonProperties>;
export interface Place {
  readonly lon: number;
  readonly lat: number;
}

export interface Base {
  readonly areas: ReadonlyMap<string, Area>;
  readonly rivers: FeatureCollection<LineString, { readonly name_zh: string }>;
  readonly aliases: Readonly<Record<string, string>>;
}

const KM_PER_DEGREE = 111.2;
/** Magnets closer than this would sit on one another at any zoom of a wall map. */
const APART_KM = 0.35;

function offset(from: Place, km: number, angle: number): Place {
  const lat = from.lat + (km * Math.sin(angle)) / KM_PER_DEGREE;
  const lon = from.lon + (km * Math.cos(angle)) / (KM_PER_DEGREE * Math.cos((from.lat * Math.PI) / 180));
  return { lon: Math.round(lon * 10_000) / 10_000, lat: Math.round(lat * 10_000) / 10_000 };
}

/** Kilometres between two places of one city. */
export function distanceKm(one: Place, other: Place): number {
  const x = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(x, one.lat - other.lat);
}

/** Points every half kilometre along a line. */
function alongLine(coordinates: readonly Position[]): Place[] {
  const points: Place[] = [];
  for (let i = 1; i < coordinates.length; i++) {
    const [from, to] = [coordinates[i - 1], coordinates[i]];
    const steps = Math.max(1, Math.ceil(distanceKm({ lon: from[0], lat: from[1] }, { lon: to[0], lat: to[1] }) / 0.5));
    for (let step = 0; step < steps; step++) {
      const share = step / steps;
      points.push({ lon: from[0] + share * (to[0] - from[0]), lat: from[1] + share * (to[1] - from[1]) });
    }
  }
  return points;
}

/** A region without a boundary of its own stands for the whole city. */
function inside(place: Place, region: string, base: Base): boolean {
  const own = base.areas.get(region);
  const areas = own ? [own] : [...base.areas.values()];
  return areas.some((area) => booleanPointInPolygon([place.lon, place.lat], area));
}

/** The stretch of the first named and drawn river that lies in the work's lead region. */
function riverBank(work: Work, base: Base): readonly Place[] {
  const region = work.regions[0];
  for (const name of work.waterBody?.split(';') ?? []) {
    const river = base.rivers.features.find((each) => each.properties.name_zh === (base.aliases[name] ?? name));
    const stretch = river ? alongLine(river.geometry.coordinates).filter((place) => inside(place, region, base)) : [];
    if (stretch.length > 3) return stretch;
  }
  return [];
}

function drawPlace(work: Work, seats: ReadonlyMap<string, Place>, taken: readonly Place[], base: Base, settings: Settings): Place {
  const chance = new Chance(settings.seed, work.code, 'place');
  const region = work.regions[0];
  const seat = seats.get(region);
  if (!seat) throw new Error(`region ${region} of ${work.code} has no seat`);
  // A zone without a boundary stands where it lies; a river drawn elsewhere in the city says nothing of it.
  const bank = base.areas.has(region) || work.regions.length === 1 ? riverBank(work, base) : [];
  const home = work.regions.find((each) => base.areas.has(each)) ?? region;
  const [least, most] = categoryOf(work, settings).scatterKm;
  for (let tries = 0; tries < 2000; tries++) {
    const angle = chance.between(0, 2 * Math.PI);
    const place = bank.length > 0
      ? offset(chance.pick(bank), chance.between(0.05, 0.6), angle)
      // The square root spreads points evenly over the ring, with a pull to its inner edge.
      : offset(seat, least + (most - least) * Math.sqrt(chance.next()) * chance.between(0.5, 1), angle);
    const room = tries < 1500 ? APART_KM : 0.05;
    if (inside(place, home, base) && taken.every((other) => distanceKm(place, other) >= room)) return place;
  }
  throw new Error(`found no place for ${work.code}`);
}

/** Gives every work a place inside its lead region: along the river it names where one is drawn, else around the seat. */
export function drawPlaces(facts: Facts, base: Base, settings: Settings): Map<string, Place> {
  const seats = new Map(facts.regions.rows.map(({ cells }) => [cells.adcode, { lon: cells.seat_lon, lat: cells.seat_lat }]));
  const places = new Map<string, Place>();
  for (const work of facts.works) places.set(work.code, drawPlace(work, seats, [...places.values()], base, settings));
  return places;
}
