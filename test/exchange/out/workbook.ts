import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/** A cell as stored: its type, its text, and how its style shows it. */
export interface StoredCell {
  type: string;
  text: string;
  format: string;
  italic: boolean;
  bold: boolean;
  quoted: boolean;
}

/** A workbook with one sheet, read by nothing that the program has written. */
export interface StoredWorkbook {
  /** Every part by its name. */
  parts: Map<string, string>;
  sheet: string;
  /** By name: "B7". */
  cells: Map<string, StoredCell>;
  /** The attributes of each element of the sheet but cells, by its name. */
  elements: Map<string, Record<string, string>[]>;
  /** The order of the sheet's parts. */
  order: string[];
  definedNames: Map<string, string>;
}

/** The parts of a packed file, as text. */
export function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      zip.on('entry', (entry: yauzl.Entry) => zip.openReadStream(entry, (failed, stream) => {
        if (failed) return reject(failed);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
          zip.readEntry();
        });
      }));
      zip.on('end', () => resolve(parts));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

type Visit = (name: string, attributes: Record<string, string>, depth: number) => void;

/** Walks an XML text. @throws Error when it is not well formed */
function walk(xml: string, open: Visit, text: (text: string) => void = () => undefined): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Record<string, string>, depth++));
  parser.on('closetag', () => void depth--);
  parser.on('text', text);
  parser.write(xml).close();
}

const unescaped = (text: string): string => text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function stylesOf(xml: string): Pick<StoredCell, 'format' | 'italic' | 'bold' | 'quoted'>[] {
  const formats = new Map<string, string>([['0', 'General'], ['49', '@']]);
  const fonts: { italic: boolean; bold: boolean }[] = [];
  const styles: Pick<StoredCell, 'format' | 'italic' | 'bold' | 'quoted'>[] = [];
  let within = '';
  walk(xml, (name, { numFmtId, formatCode, fontId, quotePrefix }, depth) => {
    if (depth === 1) within = name;
    if (name === 'numFmt') formats.set(numFmtId, formatCode);
    else if (name === 'font') fonts.push({ italic: false, bold: false });
    else if (name === 'i') fonts.at(-1)!.italic = true;
    else if (name === 'b') fonts.at(-1)!.bold = true;
    else if (name === 'xf' && within === 'cellXfs') styles.push({ format: formats.get(numFmtId) ?? `#${numFmtId}`, ...fonts[Number(fontId)], quoted: quotePrefix === '1' });
  });
  return styles;
}

/** Reads a workbook. @throws Error when a part is not well formed */
export async function readWorkbook(bytes: Buffer): Promise<StoredWorkbook> {
  const parts = await unzip(bytes);
  for (const xml of parts.values()) walk(xml, () => undefined);
  const styles = stylesOf(parts.get('xl/styles.xml')!);
  const cells = new Map<string, StoredCell>();
  const elements = new Map<string, Record<string, string>[]>();
  const order: string[] = [];
  let current: StoredCell | null = null;
  let inCell = false;
  walk(parts.get('xl/worksheets/sheet1.xml')!, (name, attributes, depth) => {
    if (depth === 1) order.push(name);
    inCell = name === 'v' || name === 't';
    if (name === 'c') {
      current = { type: attributes.t ?? 'n', text: '', ...styles[Number(attributes.s)] };
      cells.set(attributes.r, current);
    } else if (!inCell) {
      const same = elements.get(name);
      if (same) same.push(attributes);
      else elements.set(name, [attributes]);
    }
  }, (text) => {
    if (inCell && current) current.text += text;
  });
  for (const cell of cells.values()) cell.text = unescaped(cell.text);
  const definedNames = new Map<string, string>();
  let sheet = '';
  let name = '';
  walk(parts.get('xl/workbook.xml')!, (tag, attributes) => {
    name = tag === 'definedName' ? attributes.name : '';
    if (tag === 'sheet') sheet = attributes.name;
  }, (text) => {
    if (name) definedNames.set(name, text);
  });
  return { parts, sheet, cells, elements, order, definedNames };
}

/** The letters of a column, from 0. */
export const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26));

/** A row's texts; null for an empty cell. */
export function rowOf({ cells }: StoredWorkbook, row: number, columns: number): (string | null)[] {
  return Array.from({ length: columns }, (_, i) => cells.get(`${letters(i)}${row}`)?.text || null);
}

/** The day of a stored number, reckoned without the program's own code. */
export const dayOf = (serial: string): string => new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10);
