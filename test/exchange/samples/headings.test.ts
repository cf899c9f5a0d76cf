import { buffer } from 'node:stream/consumers';
import { words } from '../../../server/exchange/out/words';
import { writeWorkbook } from '../../../server/exchange/out/xlsx/workbook';
import { onEachEngine, startTestApp, TestClock, type TestApp, type TestClient } from '../../harness';
import { writesNothing } from '../import/sending';
import { faults, importSamples, lines, standing } from './station-file';

onEachEngine("the heading of a station's file", (engine) => {
  let app: TestApp;
  let client: TestClient;
  beforeEach(async () => {
    app = await startTestApp({ engine, clock: new TestClock('2024-12-31') });
    client = await app.as('taskforce');
  });
  afterEach(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const read = async (...rows: string[]) => {
    const answer = await importSamples(client, lines(...rows));
    expect(answer).toMatchObject({ status: 200, refused: 0 });
    return (await standing(app)).map(({ items }) => items);
  };
  /** Refused whole: no part of it can be left out. */
  const refusal = async (...rows: string[]): Promise<string> => {
    const answer = (await writesNothing(app, () => importSamples(client, lines(...rows), { leaveOut: true }))) as unknown as { status: number; errors: { message: string }[] };
    expect(answer.status).toBe(400);
    return answer.errors[0].message;
  };

  it('has a unit over the columns of a group', async () => {
    expect(await read('断面,监测时间,氨氮(mg/L),重金属（μg/L）,,,石油类(mg/L)', ',,,镉,汞,铅,', 'T-1,2024-06,0.5,2,0.04,3,0.02')).toEqual([{ NH3N: '0.5', Cd: ['0.002', '2', 'μg/L'], Hg: ['0.00004', '0.04', 'μg/L'], Pb: ['0.003', '3', 'μg/L'], Oil: '0.02' }]);
  });

  /** A workbook whose first rows are merged as told. */
  const merged = async (rows: string[][], merges: string[]): Promise<Buffer> => {
    const sheet = { name: '监测', widths: rows[0].map(() => 12), headerRow: 2, lastFiltered: null, rowCount: rows.length, merges, paper: 'A4' as const, footer: words.zh.footer, rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value: value || null, format: 'text' as const, look: 'body' as const })) })) };
    return buffer(writeWorkbook(1, async () => [sheet], new Date('2024-12-31T00:00:00Z')));
  };

  it('has a unit over the columns of a merged group, no further than that is merged', async () => {
    const bytes = await merged([['断面', '监测时间', '重金属（μg/L）', '', '', '氨氮'], ['', '', '镉', '汞', '铅', ''], ['T-1', '2024-06', '2', '0.04', '3', '0.5']], ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2']);
    expect(await importSamples(client, bytes, {}, '监测.xlsx')).toMatchObject({ status: 200, refused: 0, values: 4, columns: [{ cell: 'C2' }, { cell: 'D2' }, { cell: 'E2' }, { cell: 'F1' }] });
    expect((await standing(app)).map(({ items }) => items)).toEqual([{ NH3N: '0.5', Cd: ['0.002', '2', 'μg/L'], Hg: ['0.00004', '0.04', 'μg/L'], Pb: ['0.003', '3', 'μg/L'] }]);
    const twice = (await importSamples(client, await merged([['断面', '监测时间', '氨氮', ''], ['', '', '上旬', '中旬'], ['T-1', '2024-07', '1', '2']], ['A1:A2', 'B1:B2', 'C1:D1']), { leaveOut: true }, '旬.xlsx')) as unknown as { status: number; errors: { message: string }[] };
    expect([twice.status, twice.errors[0].message]).toEqual([400, expect.stringContaining('都是氨氮')]);
  });

  it('has a unit over the columns of a group that stands above its first line', async () => {
    expect(await read('监测结果', ',,重金属（μg/L）,,', '断面,监测时间,镉,铅,氨氮', 'T-1,2024-06,2,3,0.5')).toEqual([{ NH3N: '0.5', Cd: ['0.002', '2', 'μg/L'], Pb: ['0.003', '3', 'μg/L'] }]);
  });

  it.each([['单位：mg/L（重金属为μg/L）'], ['单位：mg/L（镉、铅：μg/L）'], ['计量单位：毫克/升，其中镉、铅为微克/升']])('has units in a line above it: %s', async (line) => {
    expect((await read(line, '断面,监测时间,镉,铅,氨氮,pH', 'T-1,2024-06,2,3,0.5,7.1')).map((items) => Object.values(items).map((item) => (Array.isArray(item) ? (item as unknown[])[0] : item)))).toEqual([['7.1', '0.5', '0.002', '0.003']]);
  });

  it('is not about the limits that a remark above it states', async () => {
    expect(await read('填报单位：监测站', '注：汞的检出限为0.04μg/L，氨氮 0.025 mg/L', '断面,监测时间,汞,氨氮', 'T-1,2024-06,0.00005,0.5')).toEqual([{ NH3N: '0.5', Hg: '0.00005' }]);
  });

  it('may say mg/L once for all', async () => {
    expect(await read(',,,,（单位：mg/L）', '断面,监测时间,镉,铅,氨氮', 'T-1,2024-06,0.002,0.003,0.5')).toEqual([{ NH3N: '0.5', Cd: '0.002', Pb: '0.003' }]);
  });

  it.each([
    ['a line above that it cannot divide', ['单位：mg/L（部分项目为μg/L）', '断面,监测时间,镉,氨氮', 'T-1,2024-06,2,0.5'], 'A1'],
    ['a line above that no column follows', ['单位：μg/L', '断面,监测时间,镉(mg/L),氨氮(mg/L)', 'T-1,2024-06,2,0.5'], 'A1'],
    ['a group whose end is not plain', ['断面,监测时间,毒理指标（μg/L）,,', ',,镉,铅,氟化物(mg/L)', 'T-1,2024-06,2,3,0.5'], 'C1'],
    ['a title and a line of units that differ', ['断面,监测时间,镉(mg/L),氨氮', ',,μg/L,mg/L', 'T-1,2024-06,2,0.5'], 'C2'],
  ])('is refused with the cell of %s', async (_, rows, cell) => {
    expect(await refusal(...rows)).toContain(`${cell} 写着单位`);
  });

  it('may have a line of units that begins with 单位', async () => {
    expect(await read('断面,监测时间,镉,氨氮', '单位,,μg/L,mg/L', 'T-1,2024-06,2,0.5')).toEqual([{ NH3N: '0.5', Cd: ['0.002', '2', 'μg/L'] }]);
    expect(await read('序号,断面,监测时间,镉,氨氮', '（单位）,单位：,,（μg/L）,mg/L', '1,T-1,2024-06,2,0.5')).toEqual([{ NH3N: '0.5', Cd: ['0.002', '2', 'μg/L'] }]);
  });

  it('does not come too late: units among the rows refuse the file', async () => {
    expect(await refusal('断面,监测时间,镉,氨氮', 'T-2,2024-06,2,0.4', '单位,,μg/L,mg/L', 'T-1,2024-06,2,0.5')).toBe('工作表“监测”的 C3 是单位“μg/L”而不是数值，这一行没有读成表头；请把单位写在每一列的名称后，如“镉(μg/L)”。');
  });

  it('with an item twice is refused, naming both cells', async () => {
    const words = (first: string, second: string, item: string) => `工作表“监测”的表头里，${first} 和 ${second} 都是${item}，分不清用哪一列；请只留一列。`;
    expect(await refusal('断面,监测时间,氨氮,总磷,氨氮', 'T-1,2024-06,1,2,3')).toBe(words('C1', 'E1', '氨氮'));
    expect(await refusal('断面,监测时间,氨氮,,总磷,', ',,上旬,中旬,上旬,中旬', 'T-1,2024-06,1,2,3,4')).toContain('都是氨氮');
    expect(await refusal('断面,监测时间,上旬,,中旬,', ',,氨氮,总磷,氨氮,总磷', 'T-1,2024-06,1,2,3,4')).toBe(words('C2', 'E2', '氨氮'));
  });

  it('leaves the values of another time out, and says so', async () => {
    const answer = await importSamples(client, lines(',,上年同期,,本月,', '断面,监测时间,氨氮,总磷,氨氮,总磷', 'T-1,2024-06,1,0.2,0.3,0.04'));
    expect(answer).toMatchObject({ status: 200, values: 2, unknownColumns: [{ cell: 'C2', title: '上年同期/氨氮', item: 'NH3N' }, { cell: 'D2', title: '上年同期/总磷', item: 'TP' }] });
    expect((await standing(app)).map(({ items }) => items)).toEqual([{ NH3N: '0.3', TP: '0.04' }]);
  });

  it('may have total phosphorus for lakes and for rivers: the section says which', async () => {
    expect(await read('断面,监测时间,总磷（湖、库）,总磷（河流）', 'T-1,2024-06,/,0.2', 'T-2,2024-06,0.3,0.4')).toEqual([{ TP: '0.2' }, { TP: '0.4' }]);
    const wrong = await importSamples(client, lines('断面,监测时间,总磷（湖、库）,总磷（河流）', 'T-1,2024-07,0.2,'));
    expect(faults(wrong)).toEqual(['C2 COLUMN_OF_OTHER_WATERS']);
  });

  it('is shown as it was understood, with an example of each column', async () => {
    const answer = await importSamples(client, lines('断面,监测时间,镉(μg/L),氨氮', 'T-1,2024-06,,0.50', 'T-1,2024-07,0.05L,0.6'), { dryRun: true });
    expect(answer.columns).toEqual([
      { sheet: '监测', cell: 'C1', title: '镉(μg/L)', indicator: 'Cd', name: '镉', unit: 'μg/L', example: { text: '0.05L', value: '<0.00005', unit: 'mg/L' } },
      { sheet: '监测', cell: 'D1', title: '氨氮', indicator: 'NH3N', name: '氨氮', unit: 'mg/L', example: { text: '0.50', value: '0.5', unit: 'mg/L' } },
    ]);
  });
});
