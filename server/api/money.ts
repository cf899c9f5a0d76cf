/** An amount in whole fen. One amount fits a number (below 10^15); sums over many are bigint. */
export type Fen = number;

/** Exclusive bound of one amount: 10^13 yuan in fen. */
export const FEN_LIMIT = 10 ** 15;

const YUAN = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,2}))?$/;

/**
 * Reads yuan written as a decimal string with at most two digits ("1250000.00", "-3.5").
 * @returns whole fen, or null when the text is anything else: separators, full-width digits, exponents, NaN, 10^13 yuan and more.
 */
export function parseYuan(text: string): Fen | null {
  const parts = YUAN.exec(text);
  if (!parts) return null;
  const fen = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] && fen !== 0 ? -fen : fen;
}

/** Writes fen as yuan with two digits, exactly. */
export function formatYuan(fen: Fen | bigint): string {
  const value = BigInt(fen);
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen as yuan for people to read, with separators: "1,234,567.89". */
export const yuanText = (fen: Fen | bigint): string => formatYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',');

/** The exact sum of amounts. */
export const sumFen = (amounts: Iterable<Fen | bigint>): bigint => {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return sum;
};

/** Sum divided by sum as a share (1 is all); null when there is nothing to divide by. */
export const share = (part: bigint, whole: bigint): number | null => (whole === 0n ? null : Number((part * 1_000_000n) / whole) / 1_000_000);

/** Writes fen as 万元, exactly: "1190.000029", "125". */
export function formatWan(fen: Fen | bigint): string {
  const value = BigInt(fen);
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && '.'}${fraction}`;
}
