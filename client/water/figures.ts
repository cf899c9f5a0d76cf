/** A change as a share of what was: "−13.5%", "+2.0%"; a dash where there is none. */
export function changeText(change: number | null | undefined): string {
  if (change === null || change === undefined) return '—';
  const text = (Math.abs(change) * 100).toFixed(1);
  return text === '0.0' ? '0.0%' : `${change < 0 ? '−' : '+'}${text}%`;
}

/** An index as papers have it, with two decimals; a dash where there is none. */
export const indexText = (index: number | null | undefined): string => (index === null || index === undefined ? '—' : index.toFixed(2));

/** Beyond so many digits a value as given is a mean, of which the rest says nothing. */
const GIVEN = 6;
/** Items without evaluation digits, such as water temperature, are shown with one place, as papers show them. */
const PLACES = 1;

/** The digits of a decimal and how many of them stand behind the point: 0.025 is 25 and 3. */
function decimalOf(value: number): { digits: bigint; places: number } {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(exponent);
  return { digits: BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -places)), places: Math.max(0, places) };
}

/** A value to so many places, ties to the even digit, reckoned in decimal: 1.575 is 1.58 and 1.565 is 1.56. */
function roundedText(value: number, to: number): string {
  const { digits, places } = decimalOf(value);
  const unit = 10n ** BigInt(Math.max(0, places - to));
  const [quotient, twice] = [digits / unit, (digits % unit) * 2n];
  const rounded = twice > unit || (twice === unit && quotient % 2n === 1n) ? quotient + 1n : quotient;
  const text = (rounded * 10n ** BigInt(Math.max(0, to - places))).toString().padStart(to + 1, '0');
  return `${value < 0 && rounded > 0n ? '−' : ''}${to ? `${text.slice(0, -to)}.${text.slice(-to)}` : text}`;
}

/** The place of the first digit that is not zero: of 0.0036 the third. */
const firstPlace = (value: number): number => {
  const { digits, places } = decimalOf(value);
  return places - digits.toString().length + 1;
};

/** A value as it was given; of one with many digits, such as a mean, six, and never less than its whole part. */
export function givenText(value: number): string {
  if (value === 0) return '0';
  const { digits, places } = decimalOf(value);
  if (digits.toString().replace(/0+$/, '').length <= GIVEN) return `${value < 0 ? '−' : ''}${roundedText(Math.abs(value), places)}`;
  const text = roundedText(value, Math.max(0, Math.min(places, firstPlace(value) + GIVEN - 1)));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * A value of an item for people, the one way on all pages.
 * @param digits the places to which it is rounded before it is classed, what would become zero keeping its first digit as
 * on the server; null where the item has none; undefined for the value as given
 */
export function valueText(value: number, digits?: number | null): string {
  if (digits === undefined) return givenText(value);
  const places = digits ?? PLACES;
  const text = roundedText(value, places);
  return value !== 0 && /^[−0.]*$/.test(text) ? roundedText(value, firstPlace(value)) : text;
}

/**
 * A measured value for people: what the source wrote, "0.004L" below a detection limit. A value below detection is
 * reckoned with as half the limit, so the limit is twice what came; a limit is never rounded.
 */
export function readingText({ value, belowDetection, text }: { value: number | null; belowDetection: boolean; text?: string | null }, digits?: number | null): string {
  if (text) return text;
  if (value === null) return '—';
  return belowDetection ? `<${givenText(value * 2)}` : valueText(value, digits);
}

/** A multiple over class III as papers have it, with at most two decimals; the caller brings the unit. */
export const multipleText = (exceedance: number): string => String(Number(exceedance.toFixed(2)));
