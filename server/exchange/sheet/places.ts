export const LAST_COLUMN = 16_383;
export const LAST_ROW = 1_048_576;

/** The place of a cell by its name; null for anything else. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!parts) return null;
  let column = 0;
  for (const letter of parts[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(parts[2]);
  return column - 1 > LAST_COLUMN || row > LAST_ROW ? null : { row, column: column - 1 };
}

/** "A" for 0, "AB" for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** "B7" for column 1 of row 7. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;
