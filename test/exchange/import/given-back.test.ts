import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheets } from '../../../server/exchange/sheet/read';
import { shownText, type Sheet } from '../../../server/exchange/sheet/cell';
import type { ImportAnswer } from '../../../server/exchange/import/answer';
import { onEachEngine, root, startTestApp, type TestApp, type TestClient } from '../../harness';
import { faults, importTable, sendFile, table, writesNothing } from './sending';

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const textsOf = ({ rows }: Sheet, row: number): string[] => Array.from(rows.find(({ number }) => number === row)?.cells ?? [], (cell) => shownText(cell));
const fixture = (name: string): Buffer => readFileSync(join(root, 'test/fixtures/import', name));

onEachEngine('files that are given back', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const marked = (client: TestClient, kind: string, name: string, bytes: string | Buffer, asOf?: string): Promise<Response> => sendFile(client, `${kind}/marked`, { name, bytes }, { asOf });
  const template = async (client: TestClient, kind: string): Promise<Response> => fetch(`${client.url}/import/${kind}/template.xlsx`, { headers: client.headers });

  it('say of each row of a table as text what would be done or what is wrong', async () => {
    const text = table('项目编码,项目名称,总投资（万元）', 'W-1,砾溪石桥段清淤,1300', 'W-2,柳湾雨污分流,约三百万', 'W-3,高新区排水管网,800', '"合计","",""');
    const response = await writesNothing(app, () => marked(taskforce, 'works', '工程表.csv', text));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('工程表_导入结果.csv');
    const [sheet] = await readSheets('x.csv', await bytesOf(response));
    expect([1, 2, 3, 4, 5].map((row) => textsOf(sheet, row)[3])).toEqual(['导入结果', expect.stringMatching(/^变更：总投资（万元） .*1,?200.* → .*1,?300/), expect.stringMatching(/^退回：C3 /), '不变', undefined]);
    expect(textsOf(sheet, 3).slice(0, 3)).toEqual(['W-2', '柳湾雨污分流', '约三百万']);
  });

  it('keep a spreadsheet as it was but for one more column, on every sheet that has rows', async () => {
    const bytes = fixture('works-wrong-cells.xlsx');
    const answer = (await (await sendFile(taskforce, 'works', { name: 'works-wrong-cells.xlsx', bytes }, { dryRun: true, asOf: '2024-06-30' })).json()) as ImportAnswer;
    expect(answer.refused).toBeGreaterThan(0);
    const before = await readSheets('x.xlsx', bytes);
    const after = await readSheets('x.xlsx', await bytesOf(await marked(taskforce, 'works', 'works-wrong-cells.xlsx', bytes, '2024-06-30')));
    expect(after.map(({ name, hidden }) => [name, hidden])).toEqual(before.map(({ name, hidden }) => [name, hidden]));
    for (const [i, sheet] of before.entries()) {
      const verdicts = answer.rows.filter((row) => row.sheet === sheet.name);
      const places = after[i].rows.map(({ cells }) => cells.findIndex((cell) => shownText(cell) === '导入结果')).filter((place) => place >= 0);
      expect(places).toHaveLength(verdicts.length ? 1 : 0);
      for (const { number, cells } of sheet.rows) expect([number, textsOf(after[i], number).slice(0, cells.length)]).toEqual([number, Array.from(cells, (cell) => shownText(cell))]);
      for (const { row, action } of verdicts) expect([row, textsOf(after[i], row)[places[0]].slice(0, 2)]).toEqual([row, { CREATED: '新增', CHANGED: '变更', UNCHANGED: '不变', REFUSED: '退回' }[action]]);
    }
    for (const { sheet, row, cell, message } of answer.errors) expect(textsOf(after.find(({ name }) => name === sheet)!, row).at(-1)).toContain(`${cell} ${message}`);
  });

  it('keep the column of an earlier marking, with the new words', async () => {
    const bytes = fixture('works-wrong-cells.xlsx');
    const once = await bytesOf(await marked(taskforce, 'works', 'works-wrong-cells.xlsx', bytes, '2024-06-30'));
    const twice = await marked(taskforce, 'works', 'works-wrong-cells_导入结果.xlsx', once, '2024-06-30');
    expect(decodeURIComponent(twice.headers.get('content-disposition')!)).toMatch(/works-wrong-cells_导入结果\.xlsx$/);
    expect((await readSheets('x.xlsx', await bytesOf(twice))).map(({ rows }) => rows.map(({ cells }) => Array.from(cells, (cell) => shownText(cell))))).toEqual(
      (await readSheets('x.xlsx', once)).map(({ rows }) => rows.map(({ cells }) => Array.from(cells, (cell) => shownText(cell)))),
    );
    const text = await bytesOf(await marked(taskforce, 'works', 'a.csv', table('项目编码,总投资（万元）,导入结果,备注', 'W-3,约八百,旧话,x')));
    expect(textsOf((await readSheets('x.csv', text))[0], 2)).toEqual(['W-3', '约八百', expect.stringMatching(/^退回：B2 /), 'x']);
  });

  it.each(['works', 'funding', 'procedures'] as const)('are templates of %s that come in again without a change', async (kind) => {
    const response = await template(taskforce, kind);
    expect(response.status).toBe(200);
    const answer = (await (await sendFile(taskforce, kind, { name: '模板.xlsx', bytes: await bytesOf(response) })).json()) as ImportAnswer;
    expect(faults(answer)).toEqual([]);
    expect([answer.created, answer.changed, answer.refused, answer.unknownColumns]).toEqual([0, 0, 0, []]);
    expect(answer.unchanged).toBe({ works: 4, funding: 4, procedures: 5 }[kind]);
  });

  it('hold what the viewer may write, and take the one cell that is changed', async () => {
    const bytes = await bytesOf(await template(county, 'funding'));
    const [sheet, advice] = await readSheets('x.xlsx', bytes);
    expect(advice.name).toBe('填表说明');
    expect(textsOf(sheet, 1)[0]).toContain('截至2024年6月30日');
    // W-1 alone is led by the county.
    expect(sheet.rows.slice(2).map(({ number }) => textsOf(sheet, number)[0])).toEqual(['W-1', 'W-1']);
    const lines = sheet.rows.slice(1).map(({ number }) => textsOf(sheet, number).join(','));
    const changed = lines.map((line) => line.replace(',650,', ',655.5,'));
    expect(changed).not.toEqual(lines);
    const answer = await importTable(county, 'funding', table(...changed), { asOf: '2024-06-30' });
    expect([answer.status, answer.changed, answer.unchanged]).toEqual([200, 1, 1]);
    expect((await county.must('{ project(code: "W-1") { funding { lines { source arrived } } } }')).project.funding.lines[0]).toEqual({ source: 'CENTRAL_GRANT', arrived: '6555000.00' });
  });

  it('are for those who may import', async () => {
    const statuses = async (name: string) => [(await template(await app.as(name), 'works')).status, (await marked(await app.as(name), 'works', 'x.csv', table('项目编码,项目名称', 'W-1,砾溪石桥段清淤'))).status];
    expect(await statuses('leader')).toEqual([403, 403]);
    expect(await statuses('kiosk')).toEqual([403, 403]);
    expect((await template(app.client({}), 'works')).status).toBe(401);
    expect((await template(taskforce, 'nothing')).status).toBe(404);
  });
});
