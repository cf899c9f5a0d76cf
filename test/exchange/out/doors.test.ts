import { onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { ask, fileOf, ledgerOf, refusedFile } from './asking';

const FILES = ['ledger/overall.xlsx', 'ledger/overall.csv', 'ledger/sections.xlsx', 'projects.geojson', 'sections.geojson', 'oc4ids.json'];

/** A column of a plain table without commas. */
const column = async (client: TestClient, path: string): Promise<string[]> => (await fileOf(client, path)).toString('utf8').slice(1).split('\r\n').slice(1, -1);

onEachEngine('the doors that files go out by', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(async () => {
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  it('are open to whom the policy lets export, and to nobody else', async () => {
    const statuses = async (client: TestClient) => Promise.all(FILES.map(async (file) => (await ask(client, file)).status));
    const all = (status: number) => FILES.map(() => status);
    for (const name of ['taskforce', 'leader', 'department-finance', 'department-urban', 'county-990001']) expect(await statuses(await app.as(name))).toEqual(all(200));
    for (const name of ['kiosk', 'admin']) expect(await statuses(await app.as(name))).toEqual(all(403));
    expect(await statuses(app.client({}))).toEqual(all(401));
    expect(await statuses(await app.signIn('taskforce'))).toEqual(all(200));
    expect(await refusedFile(app.client({ 'accept-language': 'en' }), FILES[0])).toEqual({ status: 401, code: 'UNAUTHENTICATED', message: 'Please sign in first.' });
    expect(await refusedFile(await app.as('kiosk'), FILES[0])).toEqual({ status: 403, code: 'FORBIDDEN', message: '您的账号没有这项权限。' });
  });

  it('show each the rows that the API shows, and nothing of the rest', async () => {
    const numbers = async (name: string) => column(await app.as(name), 'ledger/overall.csv?columns=number&orderBy=number');
    expect(await numbers('taskforce')).toEqual(['1', '2', '3', '4']);
    expect(await numbers('department-finance')).toEqual(['1', '2', '3', '4']);
    expect(await numbers('department-urban')).toEqual(['2', '3']);
    expect(await numbers('county-990001')).toEqual(['1']);
    // The first work lies in two counties.
    expect(await numbers('county-990002')).toEqual(['1', '2']);
    const county = await app.as('county-990001');
    for (const file of ['projects.geojson', 'oc4ids.json', 'ledger/entries.csv', 'ledger/county.csv']) expect((await fileOf(county, file)).toString('utf8')).not.toMatch(/柳湾雨污分流|W-2/);
    const [{ cells }] = (await ledgerOf(county, 'county')).rows as Data[];
    expect((await fileOf(county, 'ledger/county.csv?columns=name,total')).toString('utf8').trim().split('\r\n')[1]).toBe(`${cells[0]},${cells[1]}`);
  });

  it.each<[string, Data]>([
    ['regions=990002,9900A1', { filter: { regions: ['990002', '9900A1'] } }],
    ['regions=990002&regions=9900A1', { filter: { regions: ['990002', '9900A1'] } }],
    ['regions=&search=', {}],
    ['leadRegions=990001', { filter: { leadRegions: ['990001'] } }],
    ['sectors=URBAN&stages=COMPLETED', { filter: { sectors: ['URBAN'], stages: ['COMPLETED'] } }],
    ['lists=first', { filter: { lists: ['first'] } }],
    ['categories=PIPES', { filter: { categories: ['PIPES'] } }],
    ['health=LAGGING,SERIOUS', { filter: { health: ['LAGGING', 'SERIOUS'] } }],
    ['suspended=true', { filter: { suspended: true } }],
    ['unverified=false', { filter: { unverified: false } }],
    ['sample=true', { filter: { sample: true } }],
    ['plannedStartFrom=2023-06-01&plannedStartTo=2023-12-31', { filter: { plannedStartFrom: '2023-06-01', plannedStartTo: '2023-12-31' } }],
    ['plannedFinishFrom=2024-01-01&plannedFinishTo=2024-12-31', { filter: { plannedFinishFrom: '2024-01-01', plannedFinishTo: '2024-12-31' } }],
    ['sources=SPECIAL_BOND', { filter: { sources: ['SPECIAL_BOND'] } }],
    ['fundsExceeded=true', { filter: { fundsExceeded: true } }],
    ['search=%E7%A0%BE%E6%BA%AA', { filter: { search: '砾溪' } }],
    ['asOf=2023-10-01&stages=CONSTRUCTION', { asOf: '2023-10-01', filter: { stages: ['CONSTRUCTION'] } }],
    ['orderBy=investment&direction=DESC', { orderBy: 'investment', direction: 'DESC' }],
    ['groupBy=REGION', { groupBy: 'REGION' }],
  ])('mean by %s what the API means', async (query, asked) => {
    const expected = (await ledgerOf(taskforce, 'overall', asked)).rows.map(({ cells }: Data) => cells[0]);
    expect(await column(taskforce, `ledger/overall.csv?columns=number&${query}`)).toEqual(expected);
  });

  it('take the year of ledgers that know years', async () => {
    expect(await column(taskforce, 'ledger/annual.csv?columns=number&year=2023')).toEqual((await ledgerOf(taskforce, 'annual', { year: 2023 })).rows.map(({ cells }: Data) => cells[0]));
  });

  it.each<[string, number, string | undefined, string]>([
    ['ledger/nothing.xlsx', 404, 'id', 'NOT_FOUND'],
    ['ledger/overall.pdf', 404, undefined, 'NOT_FOUND'],
    ['ledger/overall', 404, undefined, 'NOT_FOUND'],
    ['works.geojson', 404, undefined, 'NOT_FOUND'],
    ['ledger/overall.xlsx?colour=red', 400, 'colour', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?asOf=2024-02-30', 400, 'asOf', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?asOf=', 400, 'asOf', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?asOf=2024-01-01&asOf=2024-01-02', 400, 'asOf', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?regions=990001,123456', 400, 'regions', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?sectors=FORESTRY', 400, 'sectors', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?suspended=yes', 400, 'suspended', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?plannedStartFrom=2024-02-01&plannedStartTo=2024-01-01', 400, 'plannedStartFrom', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?orderBy=colour', 400, 'orderBy', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?direction=UP', 400, 'direction', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?columns=number,colour', 400, 'columns', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?lang=fr', 400, 'lang', 'BAD_USER_INPUT'],
    ['ledger/overall.xlsx?year=2024', 400, 'year', 'BAD_USER_INPUT'],
    ['ledger/annual.xlsx?year=24', 400, 'year', 'BAD_USER_INPUT'],
    ['ledger/sections.xlsx?groupBy=SECTOR', 400, 'groupBy', 'BAD_USER_INPUT'],
    ['ledger/sections.xlsx?stages=COMPLETED', 400, 'stages', 'BAD_USER_INPUT'],
    ['projects.geojson?groupBy=REGION', 400, 'groupBy', 'BAD_USER_INPUT'],
    ['sections.geojson?stages=COMPLETED', 400, 'stages', 'BAD_USER_INPUT'],
    ['oc4ids.json?lang=en', 400, 'lang', 'BAD_USER_INPUT'],
  ])('refuse %s in words, naming what is wrong', async (path, status, field, code) => {
    const refused = await refusedFile(taskforce, path);
    expect({ ...refused, message: '' }).toEqual({ status, code, ...(field && { field }), message: '' });
    expect(refused.message).toMatch(/[。！]$/);
  });

  it('name the file in Chinese, and plainly for programs that know none', async () => {
    const disposition = async (path: string) => (await ask(taskforce, path)).headers.get('content-disposition')!;
    const named = async (path: string) => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(await disposition(path))![1]);
    expect(await disposition('ledger/overall.xlsx?asOf=2024-01-31')).toBe("attachment; filename=\"overall-2024-01-31.xlsx\"; filename*=UTF-8''%E5%B7%A5%E7%A8%8B%E6%80%BB%E5%8F%B0%E8%B4%A6_2024-01-31.xlsx");
    expect(await named('ledger/annual.xlsx?year=2023')).toBe('年度任务台账（2023年度）_2024-06-30.xlsx');
    expect(await named('ledger/county.xlsx?lang=en')).toBe('By county_2024-06-30.xlsx');
    // In a plain table nothing else tells what is made up.
    expect(await named('ledger/county.csv')).toBe('分县（市、区）台账_2024-06-30（含样例数据）.csv');
    expect(await named('projects.geojson')).toBe('工程_2024-06-30.geojson');
    expect(await disposition('oc4ids.json')).toContain('filename="oc4ids-2024-06-30.json"');
  });

  it('tell what a file is, keep it out of shared memory, and answer HEAD without it', async () => {
    const heads = await Promise.all(FILES.map(async (file) => {
      const [full, head] = await Promise.all([ask(taskforce, file), ask(taskforce, file, { method: 'HEAD' })]);
      for (const name of ['content-type', 'content-disposition', 'cache-control', 'x-content-type-options', 'content-security-policy']) expect(head.headers.get(name)).toBe(full.headers.get(name));
      expect((await full.arrayBuffer()).byteLength).toBeGreaterThan(100);
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      expect([head.status, head.headers.get('cache-control'), head.headers.get('x-content-type-options')]).toEqual([200, 'private, no-store', 'nosniff']);
      return head.headers.get('content-type');
    }));
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(heads).toEqual([sheet, 'text/csv; charset=utf-8', sheet, 'application/geo+json', 'application/geo+json', 'application/json; charset=utf-8']);
    expect((await ask(taskforce, 'ledger/overall.xlsx?colour=red', { method: 'HEAD' })).status).toBe(400);
  });

  it('know at once what has just been written', async () => {
    const id = (await taskforce.must('{ project(number: 4) { id } }')).project.id as string;
    const before = await column(taskforce, 'ledger/overall.csv?columns=investment&search=W-4');
    await taskforce.must('mutation ($i: UpdateProjectInput!) { updateProject(input: $i) { project { id } } }', { i: { id, investment: '990000.01', expectedVersion: 1 } });
    expect([before, await column(taskforce, 'ledger/overall.csv?columns=investment&search=W-4')]).toEqual([[''], ['99.000001']]);
  });

  it('are counted', async () => {
    expect(await (await fetch(`${app.url}/metrics`)).text()).toMatch(/yihong_http_requests_total\{method="GET",route="\/export",status="200"\} \d+/);
  });
});

