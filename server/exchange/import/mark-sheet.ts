import { Turns } from '../../api/turns';
import { columnName } from '../out/xlsx/cells';
import { xmlText } from '../out/xlsx/xml';
import { parseCellName } from '../sheet/places';

/** A row of a sheet's XML, whole, or what stands between two rows. */
type Piece = { row: true; xml: string; prefix: string; attributes: string; inner: string } | { row: false; xml: string };

const ROW = /<((?:\w+:)?)row(\s[^>]*?)?(\/?)>/g;

/** Cuts the XML of a sheet into its rows and what is between them, as it arrives (ECMA-376, 18.3.1.99). */
async function* cut(sheet: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const bytes of sheet) {
    text += decoder.decode(bytes, { stream: true });
    let done = 0;
    for (;;) {
      ROW.lastIndex = done;
      const open = ROW.exec(text);
      if (!open) break;
      const [mark, prefix, attributes = '', closed] = open;
      const end = `</${prefix}row>`;
      const from = open.index + mark.length;
      const until = closed ? from : text.indexOf(end, from);
      // The rest of the row is still to come.
      if (until < 0) break;
      const after = closed ? from : until + end.length;
      if (open.index > done) yield { row: false, xml: text.slice(done, open.index) };
      yield { row: true, xml: text.slice(open.index, after), prefix, attributes, inner: closed ? '' : text.slice(from, until) };
      done = after;
    }
    text = text.slice(done);
  }
  yield { row: false, xml: text + decoder.decode() };
}

const attribute = (text: string, name: string): string | null => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? null;

const CELL = /<((?:\w+:)?)c(\s[^>]*?)?(\/>|>([\s\S]*?)<\/\1c>)/g;

interface Cell {
  column: number;
  xml: string;
  /** It holds a value, not only a look. */
  filled: boolean;
}

/** The cells of a row; those without a place follow the one before. */
function cellsOf(inner: string): Cell[] {
  const cells: Cell[] = [];
  for (const [xml, , attributes = '', , content = ''] of inner.matchAll(CELL)) {
    const place = parseCellName(attribute(attributes, 'r') ?? '');
    cells.push({ column: place?.column ?? (cells.at(-1)?.column ?? -1) + 1, xml, filled: /<(\w+:)?(v|is|f)\b/.test(content) });
  }
  return cells;
}

/** The first column right of everything that stands in a sheet. */
export async function firstFree(sheet: AsyncIterable<Buffer>): Promise<number> {
  const turns = new Turns();
  let free = 0;
  for await (const piece of cut(sheet)) {
    if (piece.row) for (const { column, filled } of cellsOf(piece.inner)) if (filled && column >= free) free = column + 1;
    if (turns.due) await turns.next();
  }
  return free;
}

/** Characters that are handed on at once. */
const CHUNK = 65_536;

/**
 * Writes texts into a column of a sheet; all else stays as it is.
 * @param texts by row, as the spreadsheet counts
 */
export async function* markSheet(sheet: AsyncIterable<Buffer>, column: number, texts: ReadonlyMap<number, string>): AsyncGenerator<Buffer> {
  const turns = new Turns();
  let out = '';
  let number = 0;
  for await (const piece of cut(sheet)) {
    // How far the sheet reaches is a hint that would no longer be true; programs find out themselves.
    if (!piece.row) out += piece.xml.replace(/<(\w+:)?dimension\s[^>]*?\/>/, '');
    else {
      number = Number(attribute(piece.attributes, 'r') ?? number + 1);
      const text = texts.get(number);
      out += text === undefined ? piece.xml : marked(piece, number, column, text);
    }
    if (out.length >= CHUNK) {
      yield Buffer.from(out);
      out = '';
    }
    if (turns.due) await turns.next();
  }
  yield Buffer.from(out);
}

function marked({ prefix, attributes, inner }: Piece & { row: true }, number: number, column: number, text: string): string {
  const cells = cellsOf(inner);
  const left = cells.filter((cell) => cell.column < column).map(({ xml }) => xml);
  const right = cells.filter((cell) => cell.column > column).map(({ xml }) => xml);
  const own = `<${prefix}c r="${columnName(column)}${number}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is></${prefix}c>`;
  // So is which columns a row spans.
  return `<${prefix}row${attributes.replace(/\sspans="[^"]*"/, '')}>${[...left, own, ...right].join('')}</${prefix}row>`;
}
