import { refuse } from '../../api/refusal';
import { FEN_LIMIT, type Fen } from '../../api/money';
import { numberText, shownText, type Cell } from '../sheet/cell';
import { saysNothing, squeeze } from './read-text';

/** A decimal number exactly: digits × 10^-scale. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
  /** Digits written from the first that is not zero. */
  readonly significant: number;
}

const DECIMAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Reads a squeezed number; exponents only where a program wrote it. Null for anything else. */
function parseDecimal(text: string, byProgram = false): Decimal | null {
  const parts = DECIMAL.exec(text);
  if (!parts || (parts[4] !== undefined && !byProgram)) return null;
  const [, sign, whole, fraction = '', exponent = '0'] = parts;
  const written = whole.replaceAll(',', '') + fraction;
  const scale = fraction.length - Number(exponent);
  if (written.length > 40 || Math.abs(scale) > 40) return null;
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${written}`), scale, significant: written.replace(/^0+/, '').length };
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** The number × 10^places as a whole number; null when something is left over that is no noise of floating point. */
function wholeOf({ digits, scale, significant }: Decimal, places: number): bigint | null {
  const shift = places - scale;
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  const rest = abs(digits % unit);
  const below = digits / unit;
  if (rest === 0n) return below;
  // A float that programs reckoned with carries fifteen digits and more; what is past them is not meant.
  if (significant < 15) return null;
  if (rest * 1000n < unit) return below;
  return (unit - rest) * 1000n < unit ? below + (digits < 0n ? -1n : 1n) : null;
}

/** Units of money, as powers of ten of a yuan; the longer name first. */
const UNITS: readonly (readonly [string, number])[] = [
  ['亿元', 8], ['千万元', 7], ['百万元', 6], ['十万元', 5], ['万元', 4], ['千元', 3], ['百元', 2], ['元', 0], ['亿', 8], ['万', 4],
  ['mcny', 6], ['millioncny', 6], ['millionyuan', 6], ['kcny', 3], ['cny', 0], ['rmb', 0], ['yuan', 0],
];
/** Units that only headings have: in a cell the figure would swallow theirs. */
const HEADING_UNITS: readonly (readonly [string, number])[] = [['10,000cny', 4], ['10000cny', 4], ['10kcny', 4], ['10,000yuan', 4], ['10000yuan', 4]];
const unitNamed = new Map([...UNITS, ...HEADING_UNITS]);
const WITH_UNIT = new RegExp(`^[¥￥]?(.*?)(${UNITS.map(([name]) => name).join('|')})?$`);

/** The power of ten of a unit of money by its squeezed name, "万元" → 4; null for anything else. */
export const unitOf = (squeezed: string): number | null => unitNamed.get(squeezed.replace(/^人民币/, '')) ?? null;

/**
 * Reads an amount exactly.
 * @param unit what the heading or the sheet says, as a power of ten of a yuan; the cell's own unit goes before it
 * @returns whole fen; undefined when the cell says nothing
 * @throws Refusal that says what would be right
 */
export function readMoney(cell: Cell, unit: number | null, column: string): Fen | undefined {
  const value = shownText(cell);
  const stored = typeof cell !== 'string';
  if (typeof cell === 'object' && cell.kind !== 'LABELLED') throw refuse('CELL_MONEY', { value });
  const squeezed = squeeze(typeof cell === 'object' ? `${cell.value}${cell.label}` : String(cell));
  if (saysNothing(squeezed)) return undefined;
  const [, figure, unitName] = WITH_UNIT.exec(squeezed) ?? ['', squeezed, undefined];
  const decimal = parseDecimal(figure, stored);
  if (!decimal) throw refuse('CELL_MONEY', { value });
  if (decimal.digits < 0n) throw refuse('AMOUNT_NEGATIVE', { value });
  const power = unitName === undefined ? unit : unitOf(unitName);
  // Nothing is nothing in any unit.
  if (power === null && decimal.digits !== 0n) throw refuse('CELL_MONEY_UNIT', { value, column });
  const fen = wholeOf(decimal, (power ?? 0) + 2);
  if (fen === null) throw refuse('CELL_MONEY_FINE', { value });
  if (fen >= BigInt(FEN_LIMIT)) throw refuse('CELL_MONEY_LARGE', { value });
  return Number(fen);
}

/** Reads a number with a word behind it if need be ("15个工作日"). @throws Refusal when it is none */
export function readNumber(cell: Cell, word = /^$/): number | undefined {
  const value = shownText(cell);
  if (typeof cell === 'number') return Number(numberText(cell));
  const squeezed = squeeze(value);
  if (saysNothing(squeezed)) return undefined;
  const parts = /^([+-]?[\d.,]+)(.*)$/.exec(squeezed);
  const decimal = parts && word.test(parts[2]) ? parseDecimal(parts[1]) : null;
  if (!decimal || typeof cell === 'object') throw refuse('CELL_NUMBER', { value });
  return Number(parts![1].replaceAll(',', ''));
}

/** Reads a whole number from 0 on. @throws Refusal when it is none */
export function readWholeNumber(cell: Cell, word?: RegExp): number | undefined {
  const number = readNumber(cell, word);
  if (number !== undefined && !(Number.isSafeInteger(number) && number >= 0)) throw refuse('CELL_WHOLE_NUMBER', { value: shownText(cell) });
  return number;
}

/**
 * Reads a percentage: 62.5, "62.5%", or a share that is shown as one; "主体完成60%" too, where no other figure stands beside it.
 * @returns percent from 0 to 100, to a hundredth
 * @throws Refusal when it is none
 */
export function readPercent(cell: Cell): number | undefined {
  const value = shownText(cell);
  const squeezed = squeeze(value);
  if (saysNothing(squeezed)) return undefined;
  const named = squeezed.match(/\d+(?:\.\d+)?(?=%)/g) ?? [];
  const figure = typeof cell === 'string' && named.length === 1 ? named[0] : squeezed.replace(/%$/, '');
  const decimal = typeof cell === 'object' && cell.kind !== 'PERCENT' ? null : parseDecimal(figure, typeof cell !== 'string');
  const percent = decimal ? Math.round(Number(decimal.digits) * 10 ** (2 - decimal.scale)) / 100 : NaN;
  if (!(percent >= 0 && percent <= 100)) throw refuse('CELL_PERCENT', { value });
  return percent;
}
