import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { SectorCode } from '../../../server/api/identity';
import { readImport, type ImportLexicon } from '../../../server/exchange/import/read';
import type { ImportFields, ImportFile, ImportKind } from '../../../server/exchange/import/rows';
import { packOf } from '../../harness';

/** Number formats that cells may have, by their place among the styles. */
const FORMATS = ['General', 'yyyy-mm-dd', 'yyyy"年"m"月"', '0.0%', '0.00"万元"', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'] as const;
export const DATE = 1, MONTH = 2, PERCENT = 3, WAN = 4, LONG_DATE = 5;

/** A cell: text, a number, or the XML of one with its type, formula and style. */
export type CellSpec = string | number | null | { type?: string; style?: number; formula?: string; value?: string | number };

export interface SheetSpec {
  name: string;
  rows: readonly (readonly CellSpec[])[];
  merges?: readonly string[];
  hidden?: boolean;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letter = (column: number): string => String.fromCharCode(65 + column);

function cellXml(cell: CellSpec, name: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  const { type, style, formula, value } = cell;
  const attributes = `${style === undefined ? '' : ` s="${style}"`}${type === undefined ? '' : ` t="${type}"`}`;
  return `<c r="${name}"${attributes}>${formula === undefined ? '' : `<f>${escape(formula)}</f>`}${value === undefined ? '' : `<v>${escape(String(value))}</v>`}</c>`;
}

export function sheetXml({ rows, merges = [] }: Pick<SheetSpec, 'rows' | 'merges'>): string {
  const body = rows.map((cells, i) => `<row r="${i + 1}">${cells.map((cell, column) => cellXml(cell, `${letter(column)}${i + 1}`)).join('')}</row>`).join('');
  const merged = merges.length ? `<mergeCells>${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="m"><sheetData>${body}</sheetData>${merged}</worksheet>`;
}

/** A zip of these files. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name, { compress: content.length > 0 });
  zip.end();
  return buffer(zip.outputStream);
}

/** The files of a workbook; `more` adds some or takes the place of others. */
export function partsOf(sheets: readonly SheetSpec[], { since1904 = false, strings = null }: { since1904?: boolean; strings?: string | null } = {}): Record<string, string> {
  const relations = (list: string[]): string => `<Relationships xmlns="r">${list.join('')}</Relationships>`;
  const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  return {
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="m" xmlns:r="r"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`)), relation('styles', 'styles', '/xl/styles.xml'), relation('strings', 'sharedStrings', 'sharedStrings.xml')]),
    'xl/styles.xml': `<styleSheet xmlns="m"><numFmts>${FORMATS.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escape(code)}"/>`).join('')}</numFmts><cellXfs>${FORMATS.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(strings === null ? {} : { 'xl/sharedStrings.xml': strings }),
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i}.xml`, sheetXml(sheet)])),
  };
}

/** A workbook of these sheets. */
export const workbook = (...sheets: SheetSpec[]): Promise<Buffer> => zipOf(partsOf(sheets));

/** A workbook of one sheet. */
export const sheetOf = (rows: SheetSpec['rows'], merges: readonly string[] = [], name = '台账'): Promise<Buffer> => workbook({ name, rows, merges });

/** The names of the tiny city. */
export function tinyLexicon(): ImportLexicon {
  const { info, regions, departments, sectors, categories, lists } = packOf('tiny');
  return {
    city: info.city, categories, lists,
    regions: regions.map((region) => ({ ...region, city: region.kind === 'MUNICIPALITY' })),
    departments: departments.map((department) => ({ ...department, sector: department.sector as SectorCode | null })),
    sectors: sectors.map((sector) => ({ ...sector, code: sector.code as SectorCode })),
  };
}

/** Reads a file of the tiny city. */
export const readFile = <K extends ImportKind>(kind: K, bytes: Buffer | string, name = '台账.csv', language: 'zh' | 'en' = 'zh'): Promise<ImportFile<ImportFields[K]>> =>
  readImport(kind, name, Buffer.from(bytes as string), tinyLexicon(), language);

type Values = Readonly<Record<string, { value: unknown; cell: string } | undefined>>;

/** What the rows say, without where. */
export const valuesOf = ({ rows }: ImportFile<object>): Record<string, unknown>[] =>
  rows.map(({ values }) => Object.fromEntries(Object.entries(values as Values).map(([key, read]) => [key, read?.value])));

/** What is wrong: cell, key and what stands there. */
export const faultsOf = ({ errors }: ImportFile<object>): string[] => errors.map(({ cell, code, value }) => `${cell} ${code} ${value ?? ''}`.trim());

/** Rows that are no data, and why. */
export const ignoredOf = ({ ignoredRows }: ImportFile<object>): string[] => ignoredRows.map(({ row, reason }) => `${row} ${reason}`);
