/** Beyond this a text is no measurement, and reckoning with it would cost time. */
const MOST_DIGITS = 60;
/** Denominators stay unreduced below this: reducing costs more than the digits it saves. */
const REDUCE_ABOVE = 10n ** 60n;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Raising anew each time took more than half of judging a section. */
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10n ** BigInt(exponent));
const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** The quotient rounded to a whole number, ties to the even one; the divisor is positive. */
const quotient = (dividend: bigint, divisor: bigint): bigint => {
  const whole = magnitude(dividend) / divisor;
  const twice = 2n * (magnitude(dividend) - whole * divisor);
  const rounded = twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
  return dividend < 0n ? -rounded : rounded;
};

function reduced(numerator: bigint, denominator: bigint): { numerator: bigint; denominator: bigint } {
  let [a, b] = [magnitude(numerator), denominator];
  while (b) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/**
 * An exact number: a whole numerator over a positive whole denominator. What is read is decimal, what is reckoned from it
 * (a mean of three, an index 5 / DO) need not be; so nothing is rounded but where a rule says so. In binary fractions
 * (0.1 + 0.2 + 0.3) / 3 is above 0.2, and total phosphorus of class III would come out as IV.
 */
export class Exact {
  static readonly ZERO = new Exact(0n, 1n);

  private constructor(readonly numerator: bigint, readonly denominator: bigint) {}

  /**
   * Reads a decimal: digits with at most one point, a sign and an exponent allowed.
   * @returns null for any other text, and for more than 60 digits.
   */
  static parse(text: string): Exact | null {
    const parts = DECIMAL.exec(text);
    if (!parts) return null;
    const [, sign, whole, fraction = '', exponent = '0'] = parts;
    const places = fraction.length - Number(exponent);
    if (!(whole + fraction) || whole.length + fraction.length + Math.abs(places) > MOST_DIGITS) return null;
    const digits = BigInt(sign + (whole + fraction)) * powerOfTen(Math.max(0, -places));
    return new Exact(digits, powerOfTen(Math.max(0, places)));
  }

  /**
   * The number itself: a double stands for the shortest decimal that reads as it, so 0.1 is a tenth.
   * @throws for text that is no decimal and for numbers that are not finite; text from outside goes through `parse`.
   */
  static of(value: string | number): Exact {
    const exact = Exact.parse(String(value));
    if (!exact) throw new RangeError(`${value} is not a decimal number.`);
    return exact;
  }

  /** @throws where the number is not whole. */
  static whole(value: number): Exact {
    return new Exact(BigInt(value), 1n);
  }

  /** A whole number over another one. */
  static ratio(numerator: bigint, denominator: bigint): Exact {
    if (denominator === 0n) throw new RangeError('Nothing can be divided by zero.');
    if (denominator < 0n) return Exact.ratio(-numerator, -denominator);
    if (denominator < REDUCE_ABOVE) return new Exact(numerator, denominator);
    const least = reduced(numerator, denominator);
    return new Exact(least.numerator, least.denominator);
  }

  plus(other: Exact): Exact {
    const [a, b] = [this.denominator, other.denominator];
    if (a === b) return new Exact(this.numerator + other.numerator, a);
    // Decimals of different length: the longer one's denominator serves both.
    if (a % b === 0n) return new Exact(this.numerator + other.numerator * (a / b), a);
    if (b % a === 0n) return new Exact(this.numerator * (b / a) + other.numerator, b);
    return Exact.ratio(this.numerator * b + other.numerator * a, a * b);
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.numerator, other.denominator));
  }

  times(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws where the other is zero. */
  over(other: Exact): Exact {
    return Exact.ratio(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  half(): Exact {
    return Exact.ratio(this.numerator, this.denominator * 2n);
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other. */
  compare(other: Exact): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** Rounded to decimal places, ties to the even digit (四舍六入五成双, GB/T 8170-2008). */
  round(places: number): Exact {
    const scale = powerOfTen(places);
    return new Exact(quotient(this.numerator * scale, this.denominator), scale);
  }

  /** The decimal place of the first digit that is not zero; 0 from one on, and for zero itself. */
  firstPlace(): number {
    let places = 0;
    while (!this.isZero && magnitude(this.numerator) * powerOfTen(places) < this.denominator) places++;
    return places;
  }

  /**
   * Where this stands among whole multiples of 10^-places: their count, and half of one more where it lies between two.
   * Comparing with whole counts is thus exact for any number; see `standard.ts`.
   * @returns infinity where a double cannot count that far.
   */
  position(places: number): number {
    const scaled = this.numerator * powerOfTen(places);
    const whole = scaled / this.denominator;
    if (magnitude(whole) > BigInt(Number.MAX_SAFE_INTEGER)) return whole < 0n ? -Infinity : Infinity;
    const rest = scaled - whole * this.denominator;
    return Number(whole) + (rest === 0n ? 0 : rest < 0n ? -0.5 : 0.5);
  }

  /** As decimal text with that many places, ties to the even digit. */
  toFixed(places: number): string {
    const { numerator } = this.round(places);
    const digits = magnitude(numerator).toString().padStart(places + 1, '0');
    const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
    return numerator < 0n ? `-${text}` : text;
  }

  /** As short a text as says it all: a decimal where one does, else a fraction in lowest terms, "47/60". Read by `fromText`. */
  toText(): string {
    const { numerator, denominator } = reduced(this.numerator, this.denominator);
    let rest = denominator;
    let places = 0;
    while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
    for (const factor of [2n, 5n]) while (rest % factor === 0n) [rest, places] = [rest / factor, places + 1];
    if (rest !== 1n) return `${numerator}/${denominator}`;
    const text = this.toFixed(places);
    return places ? text.replace(/\.?0+$/, '') : text;
  }

  /** What `toText` wrote. @throws for any other text */
  static fromText(text: string): Exact {
    const bar = text.indexOf('/');
    if (bar >= 0) return Exact.ratio(BigInt(text.slice(0, bar)), BigInt(text.slice(bar + 1)));
    // Unlike what comes from outside it may have as many places as it takes.
    const [whole, fraction = ''] = text.split('.');
    return new Exact(BigInt(whole + fraction), powerOfTen(fraction.length));
  }

  /** The nearest double. */
  toNumber(): number {
    const [n, d] = [Number(this.numerator), Number(this.denominator)];
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return n / d;
    // Seventeen digits tell doubles apart; thirty leave nothing to the second rounding.
    const places = Math.max(0, 30 - (magnitude(this.numerator).toString().length - this.denominator.toString().length));
    return Number(this.toFixed(places));
  }
}
