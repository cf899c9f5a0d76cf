import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { sofficePath, startTestApp, testFolder, TestClock, type TestApp } from '../../harness';
import { importSamples, standing } from './station-file';

const cell = (value: string, more = '') => `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`;
const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
const moment = (at: string, style: string) => `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${at}"/>`;
const empty = '<table:table-cell/>';
const covered = '<table:covered-table-cell/>';
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;

const part = (name: string, inner: string) => `<number:${name}>${inner}</number:${name}>`;
/** A spreadsheet as text (flat OpenDocument) that LibreOffice then saves in its own way. */
const sheetOf = (...rows: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="NM"><number:year number:style="long"/>${part('text', '-')}<number:month number:style="long"/>${part('text', '-')}<number:day number:style="long"/>${part('text', ' ')}<number:hours number:style="long"/>${part('text', ':')}<number:minutes number:style="long"/></number:date-style>
<number:date-style style:name="ND"><number:year number:style="long"/>${part('text', '-')}<number:month number:style="long"/>${part('text', '-')}<number:day number:style="long"/></number:date-style>
<number:date-style style:name="NY"><number:year number:style="long"/>${part('text', '年')}<number:month/>${part('text', '月')}</number:date-style>
<style:style style:name="m" style:family="table-cell" style:data-style-name="NM"/><style:style style:name="d" style:family="table-cell" style:data-style-name="ND"/><style:style style:name="y" style:family="table-cell" style:data-style-name="NY"/>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="监测数据">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document>`;

// A title, a heading of two lines with merged cells, three kinds of dates, a section over two rows.
const SHEET = sheetOf(
  row(cell('国考断面监测数据', ' table:number-columns-spanned="5"'), covered, covered, covered, covered),
  row(cell('断面名称', ' table:number-rows-spanned="2"'), cell('监测时间', ' table:number-rows-spanned="2"'), cell('监测项目', ' table:number-columns-spanned="3"'), covered, covered),
  row(covered, covered, cell('氨氮（mg/L）'), cell('汞(μg/L)'), cell('电导率')),
  row(cell('石桥下', ' table:number-rows-spanned="2"'), moment('2024-06-30T08:00:00', 'm'), number(0.42), cell('0.04L'), number(812)),
  row(covered, moment('2024-06-29', 'd'), number(0.1), empty, number(790)),
  row(cell('柳湾口'), moment('2024-05-01', 'y'), cell('＜0.025'), number(0.05), empty),
  row(cell('合计'), empty, number(0.52), empty, empty),
);
const VALUES = [
  { section: 'T-1', period: '2024-06-29', items: { NH3N: '0.1' } },
  { section: 'T-1', period: '2024-06-30T08', items: { NH3N: '0.42', Hg: ['<0.00004', '0.04L', 'μg/L'] } },
  { section: 'T-2', period: '2024-05', items: { NH3N: ['<0.025', '＜0.025', null], Hg: ['0.00005', '0.05', 'μg/L'] } },
];

// Where there is none, the run's set-up has said so.
(sofficePath ? describe : describe.skip)("a station's file that LibreOffice saved", () => {
  let folder: string;
  let app: TestApp;
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(testFolder(), 'soffice-'));
    app = await startTestApp({ engine: 'sqlite', clock: new TestClock('2024-12-31') });
  });
  afterEach(() => app.stop());

  async function saved(text: string, filter: string, ending: string): Promise<Buffer> {
    fs.writeFileSync(path.join(folder, '监测.fods'), text);
    await promisify(execFile)(sofficePath!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, path.join(folder, '监测.fods')]);
    return fs.readFileSync(path.join(folder, `监测.${ending}`));
  }

  it('as .xlsx is read with its merged cells and its dates', async () => {
    const answer = await importSamples(await app.as('taskforce'), await saved(SHEET, 'xlsx:Calc MS Excel 2007 XML', 'xlsx'), {}, '监测.xlsx');
    expect(answer).toMatchObject({ status: 200, rows: 3, values: 5, created: 3, refused: 0, unknownColumns: [{ cell: 'E3', title: '电导率' }] });
    expect(await standing(app)).toEqual(VALUES);
  }, 90_000);

  it.each([['UTF-8', 76], ['GB 18030', 85]])('as .csv in %s names the row that lost its merged section, and takes the rest', async (_, charset) => {
    const bytes = await saved(SHEET, `csv:Text - txt - csv (StarCalc):44,34,${charset},1`, 'csv');
    const answer = await importSamples(await app.as('taskforce'), bytes, { leaveOut: true });
    expect(answer.errors.map(({ cell: at, code }) => [at, code])).toEqual([['A5', 'SAMPLE_WITHOUT_SECTION']]);
    expect(await standing(app)).toEqual(VALUES.slice(1));
  }, 90_000);
});
