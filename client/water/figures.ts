/** A change as a share of what was: "−13.5%", "+2.0%"; a dash where there is none. */
export function changeText(change: number | null | undefined): string {
  if (change === null || change === undefined) return '—';
  const text = (Math.abs(change) * 100).toFixed(1);
  return text === '0.0' ? '0.0%' : `${change < 0 ? '−' : '+'}${text}%`;
}

/** An index as papers have it, with two decimals; a dash where there is none. */
export const indexText = (index: number | null | undefined): string => (index === null || index === undefined ? '—' : index.toFixed(2));

/** A value with at most as many significant digits as anyone measures: 0.005, 1.27, 12.3. */
export const valueText = (value: number): string => String(Number(value.toPrecision(3)));

/**
 * A measured value for people: what the source wrote, "0.004L" below a detection limit. A value below detection is
 * reckoned with as half the limit, so the limit is twice what came.
 */
export function readingText({ value, belowDetection, text }: { value: number | null; belowDetection: boolean; text?: string | null }): string {
  if (text) return text;
  if (value === null) return '—';
  return belowDetection ? `<${valueText(value * 2)}` : valueText(value);
}

/** A multiple over class III as papers have it, with at most two decimals; the caller brings the unit. */
export const multipleText = (exceedance: number): string => String(Number(exceedance.toFixed(2)));
