import { Turns } from '../../../api/turns';
import { cellName, rowXml, type XlsxRow } from './cells';
import { xmlText, XML_HEAD } from './xml';

/** A sheet as it is written: in one pass, its rows as they are made. */
export interface XlsxSheet {
  /** As `tabName` makes it. */
  name: string;
  /** The width of each column, in digits. */
  widths: readonly number[];
  /** The row of the titles of the columns, from 1: it stays in sight, and stands on every printed page. */
  headerRow: number;
  /** The last row that can be filtered by the titles; null for a sheet without filters. */
  lastFiltered: number | null;
  /** Every row that `rows` will give. */
  rowCount: number;
  /** Cells that are one, "A1:F1". */
  merges: readonly string[];
  paper: 'A3' | 'A4';
  /** Printed below each page, between the page's number and its count. */
  footer: { page: string; of: string; end: string };
  rows: Iterable<XlsxRow>;
}

/** A name that a sheet may have: at most 31 characters, none of []:*?/\, no apostrophe at an end. */
export const tabName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31).replace(/^['\s]+|['\s]+$/g, '');

/** Characters that are handed on at once. */
const CHUNK = 32_768;

/** The rows that can be filtered, "A3:F98". */
export const filteredRange = ({ widths, headerRow, lastFiltered }: XlsxSheet): string | null =>
  lastFiltered === null ? null : `A${headerRow}:${cellName(widths.length - 1, Math.max(lastFiltered, headerRow))}`;

/** The parts come in this order, or Excel finds the sheet damaged (ECMA-376, 18.3.1.99). */
function head({ widths, headerRow, rowCount }: XlsxSheet): string {
  const last = cellName(widths.length - 1, Math.max(rowCount, 1));
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>`
    + `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${headerRow + 1}" sqref="A${headerRow + 1}"/></sheetView></sheetViews>`
    + `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`;
}

function foot(sheet: XlsxSheet): string {
  const { merges, paper, footer: { page, of, end } } = sheet;
  const filter = filteredRange(sheet);
  return `</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}`
    + (merges.length ? `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>` : '')
    + '<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    + `<pageSetup paperSize="${paper === 'A3' ? 8 : 9}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`
    + `<headerFooter><oddFooter>${xmlText(`&C${page} &P ${of} &N ${end}`.trimEnd())}</oddFooter></headerFooter></worksheet>`;
}

/** The XML of a sheet, in chunks; others have their turn between two. */
export async function* sheetXml(sheet: XlsxSheet): AsyncGenerator<Buffer> {
  const turns = new Turns();
  let text = head(sheet);
  let place = 0;
  for (const row of sheet.rows) {
    place += 1;
    text += rowXml(row, place);
    if (text.length >= CHUNK) {
      yield Buffer.from(text);
      text = '';
      if (turns.due) await turns.next();
    }
  }
  yield Buffer.from(text + foot(sheet));
}
