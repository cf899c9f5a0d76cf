/** Points that a line of text takes. */
const LINE = 13.5;

/** How much of a line is used before it is broken. */
const FILLED = 1.05;

/** From here on characters are about as wide as they are high, and as two digits. */
const WIDE_FROM = 0x2e80;

/** The width of a text in digits: a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= WIDE_FROM) width += 1;
  return width;
}

/** Lines that a text takes in a column of a width. */
function linesOf(text: string, width: number): number {
  // Most texts fit whatever they are made of.
  if (text.length * 2 < width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / (width * FILLED))), 0);
}

/** Points that a row of texts needs, each wrapped in its column: not every program reckons that itself. */
export function heightOf(texts: readonly (string | null)[], widths: readonly number[]): number {
  let lines = 1;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (text !== null) lines = Math.max(lines, linesOf(text, widths[i]));
  }
  // The tallest row that there is.
  return Math.min(409, lines * LINE + 1.5);
}
