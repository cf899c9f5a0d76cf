import { classOfNumber, numberOf } from './classes';
import { Exact } from './exact';
import { INDICATOR_KEYS, INDICATORS, PH_RANGE, WaterBody, type IndicatorKey } from './indicators';
import { WaterRounding } from './options';
import { WaterClass } from './section.entity';

/**
 * The class of one item by GB 3838-2002, table 1, fast enough for whole archives: a value is brought to its position among
 * millionths and compared with ten numbers. Nothing is rounded on the way. What lies between two millionths stands at the
 * half between them, and bounds, rounding included, are whole millionths (limits end at the fifth place, the ties of their
 * rounding at the sixth): so positions compare as the numbers do, whatever the text's length.
 */
const PLACES = 6;

/** What a value of one item is held against: the positions of the least and the most that each of Ⅰ to Ⅴ admits. */
export interface ClassScale {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** A bound that is not itself admitted stands this much aside: what lies just inside it, at a half or once halved at a quarter, still passes. */
const ASIDE = 0.25;

/**
 * The position of the outermost value that a limit admits. Rounding moves it out to the tie, which comes back to the limit
 * where the limit's last digit is even.
 * @param side 1 for an upper limit, −1 for a lower one
 * @param digits evaluation digits, null to take values as given
 */
function bound(limit: string, side: 1 | -1, digits: number | null): number {
  const position = Exact.of(limit).position(PLACES);
  if (digits === null) return position;
  const step = 10 ** (PLACES - digits);
  if (position % step !== 0) throw new RangeError(`The limit ${limit} has more than ${digits} places.`);
  return position + side * (step / 2 - ((position / step) % 2 === 0 ? 0 : ASIDE));
}

const forAll = (position: number): number[] => Array<number>(5).fill(position);

function buildScale(key: IndicatorKey, body: WaterBody, rounding: WaterRounding): ClassScale | null {
  const { comparison, limits, digits } = INDICATORS[key];
  const places = rounding === WaterRounding.AS_GIVEN ? null : digits;
  const bounds = (side: 1 | -1) => limits[body]!.map((limit) => bound(limit, side, places));
  if (comparison === 'RANGE') return { least: forAll(bound(PH_RANGE[0], -1, places)), most: forAll(bound(PH_RANGE[1], 1, places)) };
  if (!limits[body]) return null;
  return comparison === 'LOWER' ? { least: bounds(-1), most: forAll(Infinity) } : { least: forAll(-Infinity), most: bounds(1) };
}

const SCALES = new Map(
  INDICATOR_KEYS.flatMap((key) =>
    Object.values(WaterBody).flatMap((body) => Object.values(WaterRounding).map((rounding) => [`${key} ${body} ${rounding}`, buildScale(key, body, rounding)] as const)),
  ),
);

/** The scale of an item, to be taken once for many values; null where it has no class: T, and TN of a river. */
export const scaleOf = (key: IndicatorKey, body: WaterBody, rounding: WaterRounding): ClassScale | null => SCALES.get(`${key} ${body} ${rounding}`)!;

/**
 * The number of the class at a position, 1 to 6. The better of two classes with one limit holds, as Ⅰ is asked first. Half
 * a detection limit stands at half its position.
 * @returns 0, no class, for negative positions and for NaN.
 */
export function numberAt(scale: ClassScale, position: number): number {
  if (!(position >= 0)) return 0;
  const { least, most } = scale;
  for (let i = 0; i < 5; i++) if (position >= least[i] && position <= most[i]) return i + 1;
  return 6;
}

const ZERO = 48;
const POINT = 46;
const MILLION = 10 ** PLACES;

/**
 * The position of a plain decimal (digits with at most one point) in a text, read without making other objects.
 * @param from where it begins
 * @param to where it ends, exclusive
 * @returns NaN for anything else: signs, exponents, spaces, letters, nothing.
 */
export function positionOf(text: string, from = 0, to = text.length): number {
  let digits = 0;
  let scale = MILLION;
  let pointAt = -1;
  let between = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (pointAt < 0) digits = digits * 10 + digit;
      else if (scale > 1) {
        digits = digits * 10 + digit;
        scale /= 10;
      } else if (digit) between = 0.5;
    } else if (digit === POINT - ZERO && pointAt < 0) pointAt = i;
    else return NaN;
  }
  if (to - from === (pointAt < 0 ? 0 : 1)) return NaN;
  // Beyond 2^53 millionths digits are lost, far above all bounds.
  return digits * scale + between;
}

/**
 * The class of one item.
 * @returns null where the item has no class in such water, and for negative values.
 */
export function classOf(key: IndicatorKey, value: Exact, body: WaterBody, rounding: WaterRounding): WaterClass | null {
  const scale = scaleOf(key, body, rounding);
  return scale && classOfNumber(numberAt(scale, value.position(PLACES)));
}

const LIMITS = new Map(
  INDICATOR_KEYS.flatMap((key) => Object.values(WaterBody).map((body) => [`${key} ${body}`, INDICATORS[key].limits[body]?.map((limit) => Exact.of(limit)) ?? null] as const)),
);

/** The limit of an item in a class; null for pH, for 劣Ⅴ and where the item has none in such water. */
export const limitOf = (key: IndicatorKey, body: WaterBody, value: WaterClass): Exact | null => LIMITS.get(`${key} ${body}`)?.[numberOf(value) - 1] ?? null;
