export const LAST_COLUMN = 16_383;
export const LAST_ROW = 1_048_576;

const A = 65;
const ZERO = 48;

/** The place of a cell by its name; null for anything else. Without a regular expression: it is asked millions of times. */
export function parseCellName(name: string): { row: number; column: number } | null {
  let at = 0;
  let column = 0;
  for (let letter = name.charCodeAt(0) - A; letter >= 0 && letter < 26; letter = name.charCodeAt(at) - A) {
    column = column * 26 + letter + 1;
    at += 1;
  }
  const digits = at;
  let row = 0;
  for (let digit = name.charCodeAt(at) - ZERO; digit >= 0 && digit < 10; digit = name.charCodeAt(at) - ZERO) {
    row = row * 10 + digit;
    at += 1;
  }
  const complete = at === name.length && digits > 0 && at > digits;
  return complete && row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN + 1 ? { row, column: column - 1 } : null;
}

/** "A" for 0, "AB" for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** "B7" for column 1 of row 7. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;
