import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, workOf, type TestApp, type TestClient } from '../harness';

onEachEngine('an approval of a work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let county: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, county] = await Promise.all([app.as('taskforce'), app.as('county-990001')]);
  });
  afterAll(() => app.stop());

  const approval = (projectId: string, status: string, more: object = {}) => ({ projectId, kind: 'LAND_USE', status, ...more });
  const read = async (id: string) =>
    (await taskforce.must('query ($id: ID!) { project(id: $id) { version procedures { kind status heldBy { code } appliedOn promisedDays greenChannel due doneOn documentNumber sample } } }', { id })).project;
  const nothing = { heldBy: null, appliedOn: null, promisedDays: null, greenChannel: false, due: null, doneOn: null, documentNumber: null, sample: false };

  it('is made when it is first written; then a field left out stays, and null empties it', async () => {
    const { id } = await createWork(taskforce);
    await mutate(county, 'updateProcedure', approval(id, 'IN_PROGRESS', { heldBy: 'URB', appliedOn: '2024-05-01', promisedDays: 15, greenChannel: true, due: '2024-05-16' }));
    const first = { ...nothing, kind: 'LAND_USE', status: 'IN_PROGRESS', heldBy: { code: 'URB' }, appliedOn: '2024-05-01', promisedDays: 15, greenChannel: true, due: '2024-05-16' };
    expect((await read(id)).procedures).toEqual([first]);
    await mutate(county, 'updateProcedure', approval(id, 'DONE', { doneOn: '2024-05-10', documentNumber: '砾自然〔2024〕5号', heldBy: null, due: null }));
    expect(await read(id)).toEqual({ version: 1, procedures: [{ ...first, status: 'DONE', doneOn: '2024-05-10', documentNumber: '砾自然〔2024〕5号', heldBy: null, due: null }] });
    // Taken up again, it is no longer done on a day.
    await mutate(county, 'updateProcedure', approval(id, 'IN_PROGRESS'));
    expect((await read(id)).procedures[0]).toMatchObject({ status: 'IN_PROGRESS', doneOn: null, documentNumber: '砾自然〔2024〕5号' });
  });

  it('stands in the usual order, whatever order they were written in', async () => {
    const { id } = await createWork(taskforce);
    for (const kind of ['FINAL_ACCEPTANCE', 'TENDERING', 'PROPOSAL', 'FLOOD_IMPACT']) await mutate(county, 'updateProcedure', { projectId: id, kind, status: 'NOT_STARTED' });
    expect((await read(id)).procedures.map(({ kind }: { kind: string }) => kind)).toEqual(['PROPOSAL', 'FLOOD_IMPACT', 'TENDERING', 'FINAL_ACCEPTANCE']);
  });

  it('may be written by the department that holds it, though the work is of another sector', async () => {
    const { id } = await workOf(taskforce, 2);
    const finance = await app.as('department-finance');
    await mutate(finance, 'updateProcedure', { projectId: id, kind: 'TENDERING', status: 'DONE', documentNumber: '补录' });
    expect(await refusedWhole(app, finance, 'updateProcedure', { projectId: id, kind: 'LAND_USE', status: 'NOT_NEEDED' })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['DONE without a day', 'DONE', {}, 'input.doneOn'],
    ['a day of completion that is not DONE', 'IN_PROGRESS', { doneOn: '2024-05-01' }, 'input.doneOn'],
    ['done in the future', 'DONE', { doneOn: '2024-07-01' }, 'input.doneOn'],
    ['done before it was applied for', 'DONE', { appliedOn: '2024-05-02', doneOn: '2024-05-01' }, 'input.doneOn'],
    ['applied for in the future', 'IN_PROGRESS', { appliedOn: '2024-07-01' }, 'input.appliedOn'],
    ['less than 0 promised days', 'IN_PROGRESS', { promisedDays: -1 }, 'input.promisedDays'],
    ['more than 3650 promised days', 'IN_PROGRESS', { promisedDays: 3651 }, 'input.promisedDays'],
    ['a department that is none', 'IN_PROGRESS', { heldBy: 'NOBODY' }, 'input.heldBy'],
    ['a document number of more than 100 characters', 'IN_PROGRESS', { documentNumber: '号'.repeat(101) }, 'input.documentNumber'],
  ])('is refused with %s, and nothing is written', async (_, status, more, field) => {
    const { id } = await createWork(taskforce);
    expect(await refusedWhole(app, county, 'updateProcedure', approval(id, status, more))).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
