import { columnName } from '../out/xlsx/cells';
import { xmlText } from '../out/xlsx/xml';

/** The number of a column from its letters: A is 0. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const attribute = (text: string, name: string): string | null => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? null;

/** A row of a sheet's XML, from its opening mark to its end. */
const ROWS = /<((?:\w+:)?)row(\s[^>]*?)?(\/>|>([\s\S]*?)<\/\1row>)/g;
const CELLS = /<((?:\w+:)?)c(\s[^>]*?)?(\/>|>([\s\S]*?)<\/\1c>)/g;

interface Cell {
  column: number;
  xml: string;
  /** It holds a value, not only a look. */
  filled: boolean;
}

/** The cells of a row; those without a place follow the one before. */
function cellsOf(inner: string): Cell[] {
  const cells: Cell[] = [];
  for (const [xml, , attributes = '', , content = ''] of inner.matchAll(CELLS)) {
    const letters = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0];
    cells.push({ column: letters ? columnOf(letters) : (cells.at(-1)?.column ?? -1) + 1, xml, filled: /<(\w+:)?(v|is|f)\b/.test(content) });
  }
  return cells;
}

/**
 * Writes a text into one more column of a sheet, right of everything that stands there; all else stays byte for byte.
 * @param sheet the XML of a worksheet (ECMA-376, 18.3.1.99)
 * @param texts by row, as the spreadsheet counts
 */
export function markSheet(sheet: string, texts: ReadonlyMap<number, string>): string {
  let last = -1;
  for (const [, , , , inner = ''] of sheet.matchAll(ROWS)) for (const { column, filled } of cellsOf(inner)) if (filled && column > last) last = column;
  const column = last + 1;
  let number = 0;
  const marked = sheet.replace(ROWS, (whole: string, prefix: string, attributes = '', _close: string, inner = '') => {
    number = Number(attribute(attributes, 'r') ?? number + 1);
    const text = texts.get(number);
    if (text === undefined) return whole;
    const cells = cellsOf(inner);
    const left = cells.filter((cell) => cell.column < column).map(({ xml }) => xml);
    const right = cells.filter((cell) => cell.column > column).map(({ xml }) => xml);
    const own = `<${prefix}c r="${columnName(column)}${number}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
    // Which columns a row spans is a hint that would no longer be true.
    return `<${prefix}row${attributes.replace(/\sspans="[^"]*"/, '')}>${[...left, own, ...right].join('')}</${prefix}row>`;
  });
  // So is how far the sheet reaches; programs find out themselves.
  return marked.replace(/<(\w+:)?dimension\s[^>]*?\/>/, '');
}
