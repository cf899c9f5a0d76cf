import { Exact } from './exact';
import { found, undetected, type Measure } from './measures';

/**
 * What a station's cell says of an item. NOT_DETECTED without a limit has no number to reckon with, so it counts as missing
 * like NOT_MEASURED does.
 */
export type Reading =
  | { kind: 'FOUND'; value: Exact }
  | { kind: 'BELOW'; limit: Exact }
  | { kind: 'NOT_DETECTED' }
  | { kind: 'NOT_MEASURED' }
  | { kind: 'REFUSED'; reason: 'NEGATIVE' | 'NO_NUMBER' };

/** How numbers below zero are read, which no rule foresees. */
export interface ReadingOptions {
  /** @default NOT_MEASURED: many stations write −1 for what was not measured. */
  minusOne: 'NOT_MEASURED' | 'REFUSED';
  /** @default REFUSED: one exporter means "below |x|" by −x; BELOW is for files of such a source. */
  negative: 'REFUSED' | 'BELOW';
}

export const DEFAULT_READING: Readonly<ReadingOptions> = { minusOne: 'NOT_MEASURED', negative: 'REFUSED' };

const NOT_MEASURED = new Set(['', '-', '--', '—', '——', '/', '未监测', '未测', '*', '停运', '维护']);
const NOT_DETECTED = new Set(['未检出', 'nd', 'n.d.']);

/** A value below the detection limit x is written "xL", by some exporters "<x". */
const BELOW = /^(?:<(.*)|(.*)l)$/;

const below = (limit: Exact | null): Reading =>
  limit && limit.compare(Exact.ZERO) > 0 ? { kind: 'BELOW', limit } : { kind: 'REFUSED', reason: 'NO_NUMBER' };

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Powers of ten as people and instruments write them. */
const RAISED = /(?:([\d.])\s*[×xX✕*·]\s*|(?<![\d.])(?=10))10\s*([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
const CARET = /(?:([\d.])[×xX✕*·]|(?<![\d.])(?=10))10\^([-+]?\d+)/;

/** A cell's text as a number is read from it: narrow, without blanks, 1.3×10⁴ and 1.3×10^4 as 1.3e4. */
export function plainText(text: string): string {
  // Before it is made narrow: 10⁴ would become 104.
  const flat = text.replace(RAISED, (_, digit: string | undefined, power: string) => `${digit ?? '1'}e${[...power].map((sign) => (sign === '⁺' ? '' : sign === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(sign)))).join('')}`);
  return flat.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase().replaceAll('−', '-').replace(CARET, (_, digit: string | undefined, power: string) => `${digit ?? '1'}e${power}`);
}

/**
 * Reads a cell: 0.12, 0.004L, <0.004, ＜0.004, 1.3×10⁴, 未检出, -1, also in full-width characters.
 * @returns REFUSED for everything else; a limit of zero is none.
 */
export function readCell(text: string, options: ReadingOptions = DEFAULT_READING): Reading {
  const cell = plainText(text);
  if (NOT_MEASURED.has(cell)) return { kind: 'NOT_MEASURED' };
  if (NOT_DETECTED.has(cell)) return { kind: 'NOT_DETECTED' };
  const limit = BELOW.exec(cell);
  if (limit) return below(Exact.parse(limit[1] ?? limit[2]));
  const value = Exact.parse(cell);
  if (!value) return { kind: 'REFUSED', reason: 'NO_NUMBER' };
  if (value.compare(Exact.ZERO) >= 0) return { kind: 'FOUND', value };
  if (options.minusOne === 'NOT_MEASURED' && value.equals(Exact.whole(-1))) return { kind: 'NOT_MEASURED' };
  return options.negative === 'BELOW' ? below(Exact.ZERO.minus(value)) : { kind: 'REFUSED', reason: 'NEGATIVE' };
}

/** What a reading brings into the reckoning, in the unit of GB 3838-2002; null where it brings nothing. */
export function measureOf(reading: Reading, factor: Exact): Measure | null {
  if (reading.kind === 'FOUND') return found(reading.value.times(factor));
  return reading.kind === 'BELOW' ? undetected(reading.limit.times(factor)) : null;
}
