import { verifyDatabase } from '../../../server/database/verify';
import { createWork, mutate, onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { faults, importTable, moves, outline, table, writesNothing } from './sending';
import { workNumbered } from './work-sheets';

const HEAD = '项目编码,手续名称,办理状态,办理部门,申报日期,承诺天数,绿色通道,应办结日期,办结日期,文号';
const sheet = (...rows: string[]) => table(HEAD, ...rows);

onEachEngine('a file of procedures', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  let finance: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county, finance] = await Promise.all([app.as('taskforce'), app.as('county-990001'), app.as('department-finance')]);
  });
  afterAll(async () => {
    expect((await verifyDatabase(app.database)).problems).toEqual([]);
    expect(app.faults).toEqual([]);
    await app.stop();
  });

  const work = async (input: object = {}): Promise<Data> => workNumbered(taskforce, (await createWork(taskforce, input)).number);
  const procedures = async (id: string): Promise<Data[]> => (await taskforce.must('query ($id: ID!) { project(id: $id) { procedures { kind status heldBy { code } appliedOn promisedDays greenChannel due doneOn documentNumber sample } } }', { id })).project.procedures;
  const wrong = async (client: TestClient, text: string): Promise<string[]> => {
    const answer = await writesNothing(app, () => importTable(client, 'procedures', text));
    expect(answer.status).toBe(422);
    return faults(answer);
  };

  it('writes an approval a row, a blank cell leaving what stands, and nothing when it comes again', async () => {
    const { id, code } = await work();
    const text = sheet(`${code},环评,已批复,市水务局,2024-03-01,15,是,2024-03-16,2024-03-12,砾环〔2024〕1号`, `${code},招投标,在办,财政局,2024-05-20,20天,,,,`, `${code},可研,无需办理,,,,,,,`);
    const answer = await importTable(county, 'procedures', text);
    expect(answer).toMatchObject({ status: 200, kind: 'procedures', changed: 3, errors: [] });
    expect(moves(answer.rows[0])).toEqual(['status: – → 已办', 'heldBy: – → 市水务局', 'appliedOn: – → 2024-03-01', 'promisedDays: – → 15', 'greenChannel: – → 是', 'due: – → 2024-03-16', 'doneOn: – → 2024-03-12', 'documentNumber: – → 砾环〔2024〕1号']);
    const stands = [
      { kind: 'FEASIBILITY', status: 'NOT_NEEDED', heldBy: null, appliedOn: null, promisedDays: null, greenChannel: false, due: null, doneOn: null, documentNumber: null, sample: false },
      { kind: 'ENVIRONMENTAL_ASSESSMENT', status: 'DONE', heldBy: { code: 'WAT' }, appliedOn: '2024-03-01', promisedDays: 15, greenChannel: true, due: '2024-03-16', doneOn: '2024-03-12', documentNumber: '砾环〔2024〕1号', sample: false },
      { kind: 'TENDERING', status: 'IN_PROGRESS', heldBy: { code: 'FIN' }, appliedOn: '2024-05-20', promisedDays: 20, greenChannel: false, due: null, doneOn: null, documentNumber: null, sample: false },
    ];
    expect(await procedures(id)).toEqual(stands);
    await writesNothing(app, async () => expect(await importTable(county, 'procedures', text)).toMatchObject({ unchanged: 3 }));
    const done = await importTable(county, 'procedures', sheet(`${code},招标,,,,,,,2024-06-10,`));
    expect(moves(done.rows[0])).toEqual(['status: 在办 → 已办', 'doneOn: – → 2024-06-10']);
    expect(await procedures(id)).toMatchObject([{}, {}, { status: 'DONE', promisedDays: 20, heldBy: { code: 'FIN' }, doneOn: '2024-06-10' }]);
    const changes = (await app.database.read.query("SELECT kind, summary FROM change_record ORDER BY seq DESC LIMIT 2")) as { kind: string; summary: string }[];
    expect(changes.map(({ kind }) => kind)).toEqual(['PROCEDURE_UPDATED', 'PROCEDURE_UPDATED']);
    expect(changes[1].summary).toMatch(/：导入《台账.csv》：环境影响评价已办（2024-03-12），招标投标在办，可行性研究不需办理$/);
  });

  it('shows an approval as it was on the day of an older sheet: that is no change', async () => {
    const { code } = await work();
    await importTable(county, 'procedures', sheet(`${code},环评,已批复,,2024-03-01,,,,2024-03-12,`));
    await writesNothing(app, async () => expect(await importTable(county, 'procedures', sheet(`${code},环评,在办,,2024-03-01,,,,,`), { asOf: '2024-03-10' })).toMatchObject({ unchanged: 1 }));
    const back = await importTable(county, 'procedures', sheet(`${code},环评,在办,,2024-03-01,,,,,`), { asOf: '2024-06-01', dryRun: true });
    expect(moves(back.rows[0])).toEqual(['status: 已办 → 在办', 'doneOn: 2024-03-12 → –']);
  });

  it('is done by the day of the figures where it does not say when, and asks for that day', async () => {
    const { code, id } = await work();
    const text = sheet(`${code},环评,已批复,,,,,,,`);
    expect((await writesNothing(app, () => importTable(taskforce, 'procedures', text))).status).toBe(400);
    const answer = await importTable(taskforce, 'procedures', text, { asOf: '2024-05-31' });
    expect(answer.rows[0]).toMatchObject({ action: 'CHANGED', warnings: [{ code: 'DONE_ON_ASSUMED', cell: 'C2' }] });
    expect(await procedures(id as string)).toMatchObject([{ status: 'DONE', doneOn: '2024-05-31' }]);
    expect(outline(await importTable(taskforce, 'procedures', text, { asOf: '2024-06-29' }))).toEqual([`2 UNCHANGED ${code as string}`]);
  });

  it.each([
    ['a day of completion on what is not done', '环评,在办,,,,,,2024-05-01,', 'I2 PROCEDURE_DONE_ON_EXTRA'],
    ['done before it was applied for', '环评,已办,,2024-05-02,,,,2024-05-01,', 'I2 PROCEDURE_DATES'],
    ['applied for in the future', '环评,在办,,2024-08-01,,,,,', 'E2 DATE_IN_FUTURE'],
    ['more days than ten years', '环评,在办,,,4000,,,,', 'F2 NUMBER_OUT_OF_RANGE'],
    ['too long a number', `环评,在办,,,,,,,${'号'.repeat(101)}`, 'J2 TEXT_TOO_LONG'],
    ['no kind', ',在办,,,,,,,', 'A2 REQUIRED'],
  ])('is refused for %s', async (_, row, fault) => {
    const { code } = await work();
    const answer = await writesNothing(app, () => importTable(taskforce, 'procedures', sheet(`${code},${row}`)));
    expect(answer.status).toBe(422);
    expect(faults(answer)).toContain(fault);
  });

  it('may be sent by a department for the approvals that it holds, and no others', async () => {
    const { id, code } = await work({ leadRegion: '990002', sector: 'URBAN', category: 'PIPES' });
    await mutate(taskforce, 'updateProcedure', { projectId: id, kind: 'BUDGET_REVIEW', status: 'IN_PROGRESS', heldBy: 'FIN' });
    await mutate(taskforce, 'updateProcedure', { projectId: id, kind: 'PROPOSAL', status: 'IN_PROGRESS', heldBy: 'WAT' });
    expect(outline(await importTable(finance, 'procedures', sheet(`${code},财评,已办,,,,,,2024-06-20,`)))).toEqual([`2 CHANGED ${code}`]);
    expect(await wrong(finance, sheet(`${code},立项,已办,,,,,,2024-06-20,`))).toEqual(['C2 FORBIDDEN', 'I2 FORBIDDEN']);
    // The department of another sector may not open the work, but for the approval that waits for it.
    const water = await app.as('department-water');
    expect(outline(await importTable(water, 'procedures', sheet(`${code},立项,已办,,,,,,2024-06-20,`)))).toEqual([`2 CHANGED ${code}`]);
    expect(await wrong(water, sheet('W-3,立项,在办,,,,,,,'))).toEqual(['A2 NOT_FOUND']);
    expect(await wrong(county, sheet(`${code},立项,未办,,,,,,,`))).toEqual(['A2 NOT_FOUND']);
  });

  it('may be sent by any county of the work', async () => {
    const { code } = await work({ leadRegion: '990002', regions: ['990001'] });
    expect(await importTable(county, 'procedures', sheet(`${code},立项,未办,,,,,,,`))).toMatchObject({ changed: 1 });
  });
});
