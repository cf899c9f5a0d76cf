import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetXml, filteredRange, type XlsxSheet } from './sheet';
import { stylesXml } from './styles';
import { xmlText, XML_HEAD } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const contentTypes = (count: number): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
  + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${numbers(count).map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}`
  + `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const relations = (list: readonly [type: string, target: string][]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A sheet's name where a formula names it. */
const quoted = (name: string): string => xmlText(`'${name.replaceAll("'", "''")}'`);

function definedNames(sheets: readonly XlsxSheet[]): string {
  const names = (name: string, hidden: boolean, refer: (sheet: XlsxSheet) => string | null) =>
    sheets.flatMap((sheet, i) => {
      const range = refer(sheet);
      return range === null ? [] : [`<definedName name="${name}" localSheetId="${i}"${hidden ? ' hidden="1"' : ''}>${quoted(sheet.name)}!${range}</definedName>`];
    }).join('');
  const filters = names('_xlnm._FilterDatabase', true, (sheet) => filteredRange(sheet)?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2') ?? null);
  return `<definedNames>${filters}${names('_xlnm.Print_Titles', false, ({ headerRow }) => `$${headerRow}:$${headerRow}`)}</definedNames>`;
}

const workbookXml = (sheets: readonly XlsxSheet[]): string =>
  `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>`
  + `<sheets>${sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets>${definedNames(sheets)}</workbook>`;

/** Half the time of the usual level for a tenth more bytes; sheets shrink well at any. */
const LEVEL = 4;

/**
 * Writes a workbook (ECMA-376, transitional) as it goes: the parts that hang on no row leave at once, then the sheets one
 * after the other. Compression runs beside the event loop; nothing is made that is not read.
 * @param count of the sheets that `open` will give.
 * @param open makes the sheets ready; what it throws destroys the stream.
 * @param at the instant that the parts of the file bear.
 * @returns a stream; destroying it ends the work.
 */
export function writeWorkbook(count: number, open: () => Promise<readonly XlsxSheet[]>, at: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const fail = (error: Error) => void output.destroy(error);
  const part = (name: string, xml: string, compress = true) => zip.addBuffer(Buffer.from(xml), name, { mtime: at, compress });
  zip.on('error', fail);
  // Compressing takes its turn among what else waits; the first bytes need not.
  part('[Content_Types].xml', contentTypes(count), false);
  part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  part('xl/_rels/workbook.xml.rels', relations([...numbers(count).map((n): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]), ['styles', 'styles.xml']]));
  part('xl/styles.xml', stylesXml());
  open().then((sheets) => {
    if (output.destroyed) return;
    part('xl/workbook.xml', workbookXml(sheets));
    sheets.forEach((sheet, i) => zip.addReadStreamLazy(`xl/worksheets/sheet${i + 1}.xml`, { mtime: at, compressionLevel: LEVEL }, (give) => {
      const rows = Readable.from(sheetXml(sheet), { objectMode: false });
      rows.on('error', fail);
      output.on('close', () => rows.destroy());
      give(null, rows);
    }));
    zip.end();
  }).catch(fail);
  return output;
}
