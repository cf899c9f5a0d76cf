import { XML_HEAD } from './xml';

/** A number with so many decimals, zeros among them. */
type Fixed = `fixed${0 | 1 | 2 | 3 | 4 | 5 | 6}`;
const FIXED: readonly Fixed[] = ['fixed0', 'fixed1', 'fixed2', 'fixed3', 'fixed4', 'fixed5', 'fixed6'];

/** The format of a number that shows these decimals, 0–6. */
export const fixedFormat = (decimals: number): Format => FIXED[decimals];

/** What a cell holds. `label` is a short word in the middle, `ordinal` a number there; `quoted` is text that must never become a formula. */
export type Format = 'text' | 'quoted' | 'label' | 'number' | 'ordinal' | 'money' | 'percent' | 'date' | Fixed;

/** Where a cell stands. `sample` is a value that is made up for a demonstration. */
export type Look = 'title' | 'titleLeft' | 'note' | 'header' | 'body' | 'sample' | 'subtotal' | 'total' | 'signature';

const FORMATS: readonly Format[] = ['text', 'quoted', 'label', 'number', 'ordinal', 'money', 'percent', 'date', ...FIXED];
const LOOKS: readonly Look[] = ['title', 'titleLeft', 'note', 'header', 'body', 'sample', 'subtotal', 'total', 'signature'];

/** Numbers of formats; those from 164 on are ours. */
const NUMBER_FORMATS: Readonly<Record<Format, number>> = {
  text: 49, quoted: 49, label: 49, number: 0, ordinal: 0, money: 166, percent: 164, date: 165,
  fixed0: 167, fixed1: 168, fixed2: 169, fixed3: 170, fixed4: 171, fixed5: 172, fixed6: 173,
};

const font = (size: number, more = '', colour = 'FF000000'): string => `<font>${more}<sz val="${size}"/><color rgb="${colour}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
const FONTS = [font(10), font(16, '<b/>'), font(10, '<b/>'), font(10, '<i/>', 'FF767676')];
const [PLAIN, TITLE, BOLD, SLANTED] = [0, 1, 2, 3];

const fill = (colour: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
// The first two are the same in every workbook.
const FILLS = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>', fill('FFE7ECEF'), fill('FFF5F7F8')];
const [NONE, HEADER, SUM] = [0, 2, 3];

const edge = (side: string): string => `<${side} style="thin"><color rgb="FF8C9499"/></${side}>`;
const BORDERS = ['<border><left/><right/><top/><bottom/><diagonal/></border>', `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`];
const [BARE, FRAMED] = [0, 1];

const SHAPES: Readonly<Record<Look, { font: number; fill: number; border: number; wrap: boolean }>> = {
  title: { font: TITLE, fill: NONE, border: BARE, wrap: false },
  titleLeft: { font: TITLE, fill: NONE, border: BARE, wrap: false },
  note: { font: PLAIN, fill: NONE, border: BARE, wrap: true },
  header: { font: BOLD, fill: HEADER, border: FRAMED, wrap: true },
  body: { font: PLAIN, fill: NONE, border: FRAMED, wrap: true },
  sample: { font: SLANTED, fill: NONE, border: FRAMED, wrap: true },
  // The word that says what is added up may run over the cells beside it.
  subtotal: { font: BOLD, fill: SUM, border: FRAMED, wrap: false },
  total: { font: BOLD, fill: HEADER, border: FRAMED, wrap: false },
  signature: { font: PLAIN, fill: NONE, border: BARE, wrap: false },
};

function horizontal(look: Look, format: Format): string {
  if (look === 'title' || look === 'header') return ' horizontal="center"';
  if (format === 'label' || format === 'ordinal' || format === 'date') return ' horizontal="center"';
  return format === 'text' || format === 'quoted' ? ' horizontal="left"' : '';
}

function cellFormat(look: Look, format: Format): string {
  const { font: fontId, fill: fillId, border, wrap } = SHAPES[look];
  const quote = format === 'quoted' ? ' quotePrefix="1"' : '';
  return `<xf numFmtId="${NUMBER_FORMATS[format]}" fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0"${quote} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">`
    + `<alignment${horizontal(look, format)} vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`;
}

/** The number of a cell's style in `stylesXml`; 0 is that of cells without one. */
export const styleOf = (look: Look, format: Format): number => STYLES[look][format];

const STYLES = Object.fromEntries(
  LOOKS.map((look, i) => [look, Object.fromEntries(FORMATS.map((format, j) => [format, 1 + i * FORMATS.length + j]))]),
) as Readonly<Record<Look, Readonly<Record<Format, number>>>>;

const list = (name: string, parts: readonly string[]): string => `<${name} count="${parts.length}">${parts.join('')}</${name}>`;

/** Every look of every kind of value. */
export const stylesXml = (): string =>
  `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
  + list('numFmts', ['<numFmt numFmtId="164" formatCode="0.0#"/>', '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>', '<numFmt numFmtId="166" formatCode="#,##0.00;[Red]\\-#,##0.00"/>', ...FIXED.map((format, decimals) => `<numFmt numFmtId="${NUMBER_FORMATS[format]}" formatCode="0${decimals ? `.${'0'.repeat(decimals)}` : ''}"/>`)])
  + list('fonts', FONTS) + list('fills', FILLS) + list('borders', BORDERS)
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + list('cellXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', ...LOOKS.flatMap((look) => FORMATS.map((format) => cellFormat(look, format)))])
  + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
