import {
  AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type IRunOptions,
} from 'docx';
import type { ReportTable, WaterReport } from '../../water/report';

/** Twips of a millimetre and of a point. */
const MM = 1440 / 25.4;
const PT = 20;

/** GB/T 9704-2012: A4 with 37 mm above, 35 below, 28 left and 26 right; 22 lines a page of 28 characters of size 三号. */
const PAGE = { width: Math.round(210 * MM), height: Math.round(297 * MM), top: Math.round(37 * MM), bottom: Math.round(35 * MM), left: Math.round(28 * MM), right: Math.round(26 * MM) };
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LINE = Math.round(28.95 * PT);

/** Sizes in half points: 二号, 三号, 四号, and the tables' 五号 and 小五. */
const SIZE = { title: 44, body: 32, number: 28, table: 21, small: 18 } as const;

/** Fonts of official papers. Where one is not installed the program takes what `FALLBACKS` names, or its own choice. */
const FONT = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', second: '楷体_GB2312', number: '宋体', latin: 'Times New Roman' } as const;
const FALLBACKS: readonly (readonly [name: string, others: string])[] = [
  [FONT.title, '小标宋,宋体,SimSun,Noto Serif CJK SC,Noto Sans CJK SC'], [FONT.body, '仿宋,FangSong,STFangsong,Noto Serif CJK SC,Noto Sans CJK SC'], [FONT.heading, 'SimHei,STHeiti,Noto Sans CJK SC'],
  [FONT.second, '楷体,KaiTi,STKaiti,Noto Serif CJK SC,Noto Sans CJK SC'], [FONT.number, 'SimSun,STSong,Noto Serif CJK SC,Noto Sans CJK SC'],
];

/** Word looks here for what to take instead of a font that it lacks. */
const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FALLBACKS.map(([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`).join('')}</w:fonts>`;

const run = (text: string, font: string, size: number, more: Partial<IRunOptions> = {}): TextRun =>
  new TextRun({ text, size, font: { ascii: FONT.latin, hAnsi: FONT.latin, eastAsia: font, cs: FONT.latin, hint: 'eastAsia' }, language: { value: 'zh-CN', eastAsia: 'zh-CN' }, ...more });

const exactLine = { line: LINE, lineRule: LineRuleType.EXACT };
const TWO_CHARACTERS = SIZE.body / 2 * PT * 2;

const centred = (text: string, font: string, size: number, after = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: Math.round(size * 10 * 1.5), lineRule: LineRuleType.AT_LEAST, after }, children: [run(text, font, size)] });

/** A line of the text; its first words stand in the same place on every line. */
const saying = (text: string, font: string = FONT.body, keepNext = false): Paragraph =>
  new Paragraph({ alignment: AlignmentType.BOTH, spacing: exactLine, indent: { firstLine: TWO_CHARACTERS, firstLineChars: 200 }, keepNext, children: [run(text, font, SIZE.body)] });

/** A table is kept on one page up to so many rows; longer ones are broken between rows, under their headings again. */
const KEPT_ROWS = 12;

/** The widest text of a column in half characters, Latin ones counted as one. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);

/** Up to so many half characters a column is as wide as its text, and a heading is not broken. */
const SHORT = 12;
const HEADING = 8;
const CELL_MARGIN = 40;

/** Widths by what the columns hold: short texts stand on one line, long ones share what is left. */
function columnWidths({ columns, rows }: ReportTable, size: number): number[] {
  const texts = columns.map(({ title }, i) => Math.max(Math.min(widthOf(title), HEADING), ...rows.map((row) => widthOf(row[i]))));
  // A half character of a size in half points is five twips a half point wide.
  const least = texts.map((count) => Math.min(count, SHORT) * size * 5 + 2 * CELL_MARGIN + 40);
  const left = TEXT_WIDTH - least.reduce((a, b) => a + b, 0);
  const long = texts.map((count) => Math.max(0, Math.min(count, 36) - SHORT));
  const sum = long.reduce((a, b) => a + b, 0);
  if (left <= 0) return least.map((width) => Math.floor((width / (TEXT_WIDTH - left)) * TEXT_WIDTH));
  return least.map((width, i) => width + Math.floor(left * (sum ? long[i] / sum : 1 / columns.length)));
}

function tableOf(table: ReportTable): (Paragraph | Table)[] {
  const size = table.columns.length > 8 ? SIZE.small : SIZE.table;
  const widths = columnWidths(table, size);
  const kept = table.rows.length <= KEPT_ROWS;
  const cell = (text: string, i: number, heading: boolean, last: boolean): TableCell =>
    new TableCell({
      width: { size: widths[i], type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 30, bottom: 30 },
      children: [new Paragraph({ alignment: heading || widthOf(text) <= 16 ? AlignmentType.CENTER : AlignmentType.LEFT, keepNext: kept && !last, children: [run(text, heading ? FONT.heading : FONT.body, size)] })],
    });
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 }, keepNext: true, children: [run(table.title, FONT.heading, SIZE.number - 4)] }),
    new Table({
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, alignment: AlignmentType.CENTER,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: table.columns.map(({ title }, i) => cell(title, i, true, false)) }),
        ...table.rows.map((row, r) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false, r === table.rows.length - 1)) })),
      ],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}

/** "— 3 —", to the outer side: one character from the right on odd pages, from the left on even ones. */
const footer = (odd: boolean): Footer =>
  new Footer({
    children: [new Paragraph({
      alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: odd ? { right: 280 } : { left: 280 },
      children: [run('— ', FONT.number, SIZE.number), new TextRun({ children: [PageNumber.CURRENT], size: SIZE.number, font: { ascii: FONT.number, hAnsi: FONT.number, eastAsia: FONT.number } }), run(' —', FONT.number, SIZE.number)],
    })],
  });

/** A paper as a Word file in the form of official documents, GB/T 9704-2012. */
export async function waterReportDocx(report: WaterReport, product: string): Promise<Buffer> {
  const document = new Document({
    title: `${report.title}${report.subtitle}`, creator: product, lastModifiedBy: product, description: report.subtitle,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { size: SIZE.body, font: { ascii: FONT.latin, hAnsi: FONT.latin, eastAsia: FONT.body, cs: FONT.latin } } } } },
    sections: [{
      properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right, header: Math.round(15 * MM), footer: Math.round(28 * MM) } } },
      footers: { default: footer(true), even: footer(false) },
      children: [
        centred(report.title, FONT.title, SIZE.title),
        centred(report.subtitle, FONT.second, SIZE.body, 240),
        ...(report.sampleNote ? [saying(report.sampleNote, FONT.second)] : []),
        ...report.parts.flatMap((part) => [saying(part.title, FONT.heading, true), ...part.paragraphs.map((text) => saying(text)), ...part.tables.flatMap(tableOf)]),
      ],
    }],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]);
}
