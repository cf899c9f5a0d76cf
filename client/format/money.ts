/**
 * Money crosses the API as a decimal string of yuan ("1250000.00"). Here it is reckoned as whole fen in a bigint and
 * never passes through a floating-point number, so that what is shown and what is sent are exact.
 */
export type Unit = 'WAN' | 'YUAN';

const FEN_PER: Record<Unit, bigint> = { WAN: 1_000_000n, YUAN: 100n };
const DECIMALS: Record<Unit, number> = { WAN: 6, YUAN: 2 };

/** Whole fen of a money string from the API. Throws on anything that is not one: the server never sends such. */
export function fen(money: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(money);
  if (!match) throw new Error(`not a sum of money: ${money}`);
  const [, sign, whole = '0', part = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0') || '0');
  return sign ? -value : value;
}

/** The API's form of a number of fen. */
export function yuan(value: bigint): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

export type TypedMoney = { ok: true; yuan: string } | { ok: false; problem: 'empty' | 'malformed' | 'decimals' | 'tooLarge' };

/**
 * Turns what a person typed, in 万元 or 元, into the API's form. Commas between groups of three and full-width digits are
 * forgiven, since both come out of spreadsheets and input methods; everything else is refused rather than guessed.
 */
export function typedMoney(text: string, unit: Unit): TypedMoney {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { ok: false, problem: 'empty' };
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const digits = grouped ? plain.replaceAll(',', '') : plain;
  const match = /^(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) return { ok: false, problem: 'malformed' };
  const [, whole = '0', rest = ''] = match;
  const part = rest.replace(/0+$/, '');
  if (part.length > DECIMALS[unit]) return { ok: false, problem: 'decimals' };
  const value = BigInt(whole) * FEN_PER[unit] + BigInt(part.padEnd(DECIMALS[unit], '0') || '0');
  if (value >= 10n ** 15n) return { ok: false, problem: 'tooLarge' };
  return { ok: true, yuan: yuan(value) };
}

/** What to put into a field for a known sum: exact, without trailing zeros or commas. */
export function moneyText(money: string, unit: Unit): string {
  return scaled(fen(money), FEN_PER[unit], DECIMALS[unit], 0, false);
}

/** A work's sums: 万元, at most two decimals, "10,380". In English, millions. */
export function inWan(money: string, language: string): string {
  return language.startsWith('zh') ? scaled(fen(money), 1_000_000n, 2, 0) : scaled(fen(money), 100_000_000n, 2, 2);
}

/** An entry's sum in 万元 with every fen, "1,200.5". In English, yuan. */
export function exactly(money: string, language: string): string {
  return language.startsWith('zh') ? scaled(fen(money), 1_000_000n, 6, 0) : scaled(fen(money), 100n, 2, 2);
}

/** Totals: 亿元 with two decimals, "129.37". In English, millions. */
export function inYi(money: string, language: string): string {
  return language.startsWith('zh') ? scaled(fen(money), 10_000_000_000n, 2, 2) : scaled(fen(money), 100_000_000n, 2, 2);
}

/** A cell of a table of sums: always two decimals, so that a column stands in line. 万元 (in English millions), or yuan. */
export function inColumn(money: string, unit: Unit, language: string): string {
  return unit === 'YUAN' ? inYuan(money) : scaled(fen(money), language.startsWith('zh') ? 1_000_000n : 100_000_000n, 2, 2);
}

/** The sum in yuan with groups of three, for titles and confirmations: "12,500,000.00". */
export function inYuan(money: string): string {
  return scaled(fen(money), 100n, 2, 2);
}

export function addMoney(...sums: string[]): string {
  return yuan(sums.reduce((total, one) => total + fen(one), 0n));
}

export function isNil(money: string): boolean {
  return fen(money) === 0n;
}

/** part ÷ whole for widths and rates, exact to a thousandth of a percent; null when there is nothing to divide by. */
export function shareOf(part: string, whole: string): number | null {
  const total = fen(whole);
  return total === 0n ? null : Number((fen(part) * 100_000n) / total) / 100_000;
}

/** `value / per` with at most `most` and at least `least` decimals, rounded half away from zero. */
function scaled(value: bigint, per: bigint, most: number, least: number, groups = true): string {
  const size = value < 0n ? -value : value;
  const step = 10n ** BigInt(most);
  const rounded = (size * step * 2n + per) / (per * 2n);
  const whole = String(rounded / step);
  let part = most === 0 ? '' : String(rounded % step).padStart(most, '0');
  while (part.length > least && part.endsWith('0')) part = part.slice(0, -1);
  const shown = groups ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0n && rounded !== 0n ? '-' : ''}${shown}${part && `.${part}`}`;
}
