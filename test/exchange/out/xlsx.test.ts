import { createWork, mutate, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { fileOf, ledgerOf, shownAs } from './asking';
import { dayOf, letters, readWorkbook, rowOf, type StoredWorkbook } from './workbook';

/** The row of the titles of the columns. */
const HEADER = 3;

describe('a ledger as a spreadsheet', () => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite' });
    taskforce = await app.as('taskforce');
  });
  afterAll(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const workbook = async (path: string): Promise<StoredWorkbook> => readWorkbook(await fileOf(taskforce, `ledger/${path}`));

  /** Holds every row of a file against the API's answer, from a row on. */
  function expectRow(book: StoredWorkbook, row: number, columns: Data[], cells: (string | null)[]): void {
    const stored = columns.map(({ type }, i) => {
      const cell = book.cells.get(`${letters(i)}${row}`);
      return cell?.text ? (type === 'DATE' ? dayOf(cell.text) : cell.text) : null;
    });
    expect(stored).toEqual(columns.map(({ type }, i) => shownAs(type, cells[i])));
  }

  it.each(['overall', 'provincial', 'sector', 'county', 'annual', 'procedures', 'funding', 'entries', 'arrears', 'overdue', 'completed', 'sections', 'tasks', 'rankings', 'flows'])('%s holds the rows and totals of the API, to the fen', async (id) => {
    const book = await workbook(`${id}.xlsx`);
    const { columns, rows, totals } = await ledgerOf(taskforce, id);
    expect(rowOf(book, HEADER, columns.length)).toEqual(columns.map(({ title, type }: Data) => `${title}${type === 'MONEY' ? '（万元）' : type === 'PERCENT' ? '（%）' : ''}`));
    rows.forEach(({ cells }: Data, i: number) => expectRow(book, HEADER + 1 + i, columns, cells));
    const totalRow = HEADER + 1 + rows.length;
    const labelled = totals.indexOf(null);
    expectRow(book, totalRow, columns.map((column: Data, i: number) => (i === labelled ? { type: 'TEXT' } : column)), totals.map((total: string | null, i: number) => (i === labelled ? '合计' : total)));
  });

  it('types its cells: numbers, money in 万元, percent, dates and words', async () => {
    const book = await workbook('overall.xlsx?columns=number,name,plannedStart,stage,progress,investment,paid,lon');
    const [number, name, start, stage, progress, investment, paid, lon] = Array.from('ABCDEFGH', (letter) => book.cells.get(`${letter}4`)!);
    expect([number.type, number.text]).toEqual(['n', '1']);
    expect([name.type, name.text]).toEqual(['inlineStr', '砾溪石桥段清淤']);
    expect([start.type, start.format, dayOf(start.text)]).toEqual(['n', 'yyyy\\-mm\\-dd', '2023-03-01']);
    expect([stage.type, stage.text]).toEqual(['inlineStr', '完工']);
    expect([progress.type, progress.text, progress.format]).toEqual(['n', '100.0', '0.0#']);
    expect([investment.type, investment.text]).toEqual(['n', '1200']);
    expect(investment.format).toMatch(/^#,##0\.00/);
    // 4,000,000.29 yuan: no digit is lost.
    expect(paid.text).toBe('400.000029');
    expect([lon.type, lon.text]).toEqual(['n', '100.3']);
    expect(book.cells.get('B5')!.italic).toBe(true);
  });

  it('types the figures and changes of rankings as numbers that show the decimals of their indicator', async () => {
    const figures = [{ region: '990001', value: '45', base: '54.25' }, { region: '990002', value: '33', base: '30' }];
    await mutate(taskforce, 'recordFigures', { indicator: 'PM25', from: '2024-06-01', to: '2024-06-07', figures });
    await mutate(taskforce, 'setIndicator', { code: 'INDEX', name: '综合指数', nameEn: 'Index', unit: '', decimals: 3, changeDecimals: 0, aim: 'LOWER', changeKind: 'DIFFERENCE' }, 'indicator { code }');
    await mutate(taskforce, 'recordFigures', { indicator: 'INDEX', from: '2024-06-01', to: '2024-06-07', figures: [{ region: '990001', value: '5.85', base: '3.85' }] });
    const book = await workbook('rankings.xlsx?columns=from,region,value,change');
    // 45444 is 2024-06-01.
    const shown = [...book.cells].filter(([name, { text }]) => /^A\d+$/.test(name) && text === '45444').map(([name]) => ['C', 'D'].map((letter) => {
      const { type, text, format } = book.cells.get(`${letter}${name.slice(1)}`)!;
      return [type, text, format];
    }));
    expect(shown).toEqual([[['n', '33.0', '0.0'], ['n', '10.0', '0.0']], [['n', '45.0', '0.0'], ['n', '-17.1', '0.0']], [['n', '5.850', '0.000'], ['n', '2', '0']]]);
  });

  it('says in its first lines what it shows: the ledger, the day, the filter, the unit, what is made up', async () => {
    const book = await workbook('overall.xlsx?asOf=2024-03-31&sectors=URBAN,WATER&stages=CONSTRUCTION&search=%E6%9F%B3');
    expect(book.cells.get('A1')!.text).toBe('砾溪市“砾溪清流”工程总台账');
    expect(book.cells.get('A2')!.text).toBe('数据截止：2024-03-31　筛选：搜索 “柳”；领域 城建、水务；阶段 开工　单位：万元　共1行　斜体灰字为样例数据，不是实际数据');
    expect((await workbook('overall.xlsx?regions=9900A1&columns=number,name')).cells.get('A2')!.text).toBe('数据截止：2024-06-30　筛选：县（市、区） 砾溪高新区　共1行');
    expect((await workbook('annual.xlsx?year=2023')).cells.get('A1')!.text).toBe('砾溪市“砾溪清流”年度任务台账（2023年度）');
  });

  it('marks what is made up, cell by cell, as the API does', async () => {
    const book = await workbook('overall.xlsx');
    const { columns, rows } = await ledgerOf(taskforce, 'overall');
    rows.forEach(({ sampleCells }: Data, i: number) => {
      const slanted = columns.flatMap((_: Data, j: number) => (book.cells.get(`${letters(j)}${HEADER + 1 + i}`)!.italic ? [j] : []));
      expect(slanted).toEqual(sampleCells);
    });
  });

  it('adds up each group under its rows', async () => {
    const book = await workbook('funding.xlsx?groupBy=REGION');
    const { columns, rows, groups } = await ledgerOf(taskforce, 'funding', { groupBy: 'REGION' });
    let row = HEADER;
    let done = 0;
    for (const { label, count, totals } of groups as Data[]) {
      for (let i = 0; i < count; i++) expectRow(book, ++row, columns, rows[done++].cells);
      row += 1;
      expect(book.cells.get(`A${row}`)!.text).toBe(`小计：${label}（${count}行）`);
      expect(rowOf(book, row, columns.length).slice(6)).toEqual(columns.slice(6).map(({ type }: Data, i: number) => shownAs(type, totals[6 + i])));
      expect(book.elements.get('mergeCell')!.map(({ ref }) => ref)).toContain(`A${row}:F${row}`);
    }
    expect(book.cells.get(`A${row + 1}`)!.text).toBe('合计');
  });

  it('is laid out for the screen and for paper', async () => {
    const book = await workbook('funding.xlsx');
    const { rows, columns } = await ledgerOf(taskforce, 'funding');
    const last = `L${HEADER + rows.length}`;
    expect(columns).toHaveLength(12);
    expect(book.sheet).toBe('资金台账');
    expect(book.order).toEqual(['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter']);
    expect(book.elements.get('pane')).toEqual([expect.objectContaining({ ySplit: '3', state: 'frozen', topLeftCell: 'A4' })]);
    expect(book.elements.get('autoFilter')).toEqual([{ ref: `A3:${last}` }]);
    expect(book.elements.get('pageSetup')).toEqual([{ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' }]);
    expect(book.definedNames).toEqual(new Map([['_xlnm._FilterDatabase', `'资金台账'!$A$3:$L$${HEADER + rows.length}`], ['_xlnm.Print_Titles', "'资金台账'!$3:$3"]]));
    expect(book.cells.get(`A${HEADER + rows.length + 3}`)!.text.replace(/　+/g, ' ')).toBe('填报人： 审核人： 负责人： ');
    expect(book.parts.get('xl/worksheets/sheet1.xml')).toContain('第 &amp;P 页 共 &amp;N 页');
    // A3 where there are many columns.
    expect((await workbook('overall.xlsx')).elements.get('pageSetup')).toEqual([expect.objectContaining({ paperSize: '8', orientation: 'landscape' })]);
  });

  it('speaks English where asked, around records that stay as they are', async () => {
    const book = await workbook('overall.xlsx?lang=en&columns=name,stage,investment,progress&stages=COMPLETED');
    expect(rowOf(book, HEADER, 4)).toEqual(['Work', 'Stage', 'Investment (10,000 CNY)', 'Progress (%)']);
    expect(rowOf(book, HEADER + 1, 2)).toEqual(['砾溪石桥段清淤', 'Completed']);
    expect(book.cells.get('A1')!.text).toBe('All works');
    expect(book.cells.get('A2')!.text).toMatch(/^As of 2024-06-30　Filter: stage Completed　Unit: 10,000 CNY　2 rows　Grey italics/);
    expect(book.cells.get(`A${HEADER + 3}`)!.text).toBe('Total');
  });

  it('takes columns in the order they are wanted, and an empty set of rows', async () => {
    const book = await workbook('overall.xlsx?columns=investment,name&search=nothing-is-called-so');
    expect(rowOf(book, HEADER, 3)).toEqual(['总投资（万元）', '项目名称', null]);
    expect(rowOf(book, HEADER + 1, 2)).toEqual(['0', '合计']);
    expect(book.elements.get('autoFilter')).toEqual([{ ref: 'A3:B3' }]);
  });

  it('keeps any text what it is: formulas, markup, line ends, characters that XML has not', async () => {
    const names = ['=HYPERLINK("http://x.example")', '+1', '-2+3', '@SUM(A1)', '＝1+1', '<b>&"两\'', '_x000D_ 不是换行', '一𠮷二'];
    const scale = ' 前后有空格\n第二行 ';
    for (const name of names) await createWork(taskforce, { name, scale });
    const { columns, rows } = await ledgerOf(taskforce, 'overall', { orderBy: 'number' });
    const book = await workbook('overall.xlsx?orderBy=number&columns=name,scale');
    const stored = rows.map((_: Data, i: number) => book.cells.get(`A${HEADER + 1 + i}`)!);
    expect(stored.slice(-names.length).map(({ text }: { text: string }) => text)).toEqual(names);
    expect(stored.every(({ type }: { type: string }) => type === 'inlineStr')).toBe(true);
    expect(stored.slice(-names.length).map(({ quoted }: { quoted: boolean }) => quoted)).toEqual([true, true, true, true, true, false, false, false]);
    expect(book.parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    const kept = rows.at(-1).cells[columns.findIndex(({ key }: Data) => key === 'scale')] as string;
    expect(kept).toContain('\n');
    expect(book.cells.get(`B${HEADER + rows.length}`)!.text).toBe(kept);
  });
});
