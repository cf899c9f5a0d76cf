import { createWork, mutate, onEachEngine, refusedWhole, startTestApp, workOf, type TestApp, type TestClient } from '../harness';

const FIELDS = 'number code name nationalCode ownerUnit scale content waterBody location { lon lat } plannedStart plannedFinish originalFinish investment registeredOn withdrawnOn version sample sampleFields sources leadRegion { adcode } regions { adcode } sector { code } category { code } lists { code } stage viewerCan';

onEachEngine('the list of works', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let water: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, water] = await Promise.all([app.as('taskforce'), app.as('department-water')]);
  });
  afterAll(() => app.stop());

  const read = async (id: string) => (await taskforce.must(`query ($id: ID!) { project(id: $id) { ${FIELDS} } }`, { id })).project;
  const create = (more: object = {}) => ({ code: `C-${Math.random().toString(36).slice(2)}`, name: '新工程', leadRegion: '990001', sector: 'WATER', category: 'DREDGE', ...more });

  it('takes up a work under the next number, in preparation from today on', async () => {
    const before = (await taskforce.must('{ projects { totalCount } }')).projects.totalCount;
    const { project, warnings } = await mutate(water, 'createProject', create({
      code: ' W-100 ', name: ' 砾溪二期 ', regions: ['990002'], lists: ['second', 'first'], nationalCode: '2406-990001-76-01-000001', ownerUnit: '建设局', scale: '3公里', content: '清淤', waterBody: '砾溪',
      lon: 100.25, lat: 30.25, plannedStart: '2024-08-01', plannedFinish: '2025-08-01', investment: '0.01',
    }));
    expect(warnings).toEqual([]);
    expect(await read(project.id)).toEqual({
      number: 5, code: 'W-100', name: '砾溪二期', nationalCode: '2406-990001-76-01-000001', ownerUnit: '建设局', scale: '3公里', content: '清淤', waterBody: '砾溪', location: { lon: 100.25, lat: 30.25 },
      plannedStart: '2024-08-01', plannedFinish: '2025-08-01', originalFinish: null, investment: '0.01', registeredOn: '2024-06-30', withdrawnOn: null, version: 1, sample: false, sampleFields: [], sources: [],
      leadRegion: { adcode: '990001' }, regions: [{ adcode: '990002' }, { adcode: '990001' }], sector: { code: 'WATER' }, category: { code: 'DREDGE' }, lists: [{ code: 'first' }, { code: 'second' }], stage: 'PREPARATION',
      viewerCan: ['UPDATE', 'RECORD_STAGE', 'RECORD_PROGRESS', 'CONFIRM_STAGE', 'SUSPEND', 'SET_FUNDING_PLAN', 'RECORD_FUNDING', 'UPDATE_PROCEDURE', 'WITHDRAW'],
    });
    expect((await taskforce.must('{ projects { totalCount } past: projects(asOf: "2024-06-29") { totalCount } }'))).toEqual({ projects: { totalCount: before + 1 }, past: { totalCount: before } });
  });

  it.each([
    ['a sector that the programme does not have', { sector: 'COMMERCE' }, 'input.sector'],
    ['a code that is taken', { code: 'W-1' }, 'input.code'],
    ['a blank code', { code: ' ' }, 'input.code'],
    ['a code of more than 60 characters', { code: 'x'.repeat(61) }, 'input.code'],
    ['a blank name', { name: '\t' }, 'input.name'],
    ['a name of more than 200 characters', { name: '名'.repeat(201) }, 'input.name'],
    ['a lead region that is none', { leadRegion: '999999' }, 'input.leadRegion'],
    ['another region that is none', { regions: ['990002', '999999'] }, 'input.regions.1'],
    ['a category that is none', { category: 'NOTHING' }, 'input.category'],
    ['a list that is none', { lists: ['first', 'third'] }, 'input.lists.1'],
    ['a national code of another form', { nationalCode: '2301-141081-04-01' }, 'input.nationalCode'],
    ['an owner of more than 200 characters', { ownerUnit: '局'.repeat(201) }, 'input.ownerUnit'],
    ['a scale of more than 1,000 characters', { scale: '大'.repeat(1001) }, 'input.scale'],
    ['a content of more than 5,000 characters', { content: '容'.repeat(5001) }, 'input.content'],
    ['a water body of more than 200 characters', { waterBody: '河'.repeat(201) }, 'input.waterBody'],
    ['a registration in the future', { registeredOn: '2024-07-01' }, 'input.registeredOn'],
    ['a finish before its start', { plannedStart: '2024-08-02', plannedFinish: '2024-08-01' }, 'input.plannedFinish'],
    ['no money', { investment: '0.00' }, 'input.investment'],
    ['negative money', { investment: '-1.00' }, 'input.investment'],
    ['half a position', { lon: 100.2 }, 'input.lat'],
    ['the other half', { lat: 30.2 }, 'input.lon'],
    ['a longitude beyond the globe', { lon: 180.1, lat: 30 }, 'input.lon'],
    ['a latitude beyond the globe', { lon: 100, lat: -90.1 }, 'input.lat'],
  ])('refuses a work with %s, and gives out no number', async (_, more, field) => {
    expect(await refusedWhole(app, taskforce, 'createProject', create(more))).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('holds texts up to their limits, counted in characters as people count them', async () => {
    const limits = { code: '𠮷'.repeat(60), name: '🌊'.repeat(200), scale: '𠮷'.repeat(1000), content: '🌊'.repeat(5000), ownerUnit: '局'.repeat(200), waterBody: '河'.repeat(200) };
    const { project } = await mutate(taskforce, 'createProject', create(limits));
    expect(await read(project.id)).toMatchObject(limits);
  });

  it('warns of a plan more than ten years away', async () => {
    expect((await mutate(taskforce, 'createProject', create({ plannedFinish: '2035-01-01' }))).warnings).toEqual([expect.objectContaining({ code: 'DATE_FAR_OFF', field: 'input.plannedFinish' })]);
  });

  it('is changed field by field: what is left out stays, null empties', async () => {
    const { id } = await createWork(taskforce, { nationalCode: '2406-990001-76-01-000002', ownerUnit: '甲', scale: '乙', investment: '5.00', lon: 100.25, lat: 30.25, plannedStart: '2024-01-01', lists: ['first'] });
    await mutate(taskforce, 'updateProject', { id, expectedVersion: 1, name: '改名', scale: null, investment: null, lists: ['second'], category: 'PIPES', lon: null, lat: null, reason: '核对' });
    expect(await read(id)).toMatchObject({ name: '改名', ownerUnit: '甲', scale: null, investment: null, lists: [{ code: 'second' }], category: { code: 'PIPES' }, location: null, plannedStart: '2024-01-01', nationalCode: '2406-990001-76-01-000002', version: 2 });
    await mutate(taskforce, 'updateProject', { id, expectedVersion: 2, lists: null });
    expect(await read(id)).toMatchObject({ lists: [], name: '改名', version: 3 });
  });

  it('keeps the first finish of a work that is extended, and only that', async () => {
    const { id } = await createWork(taskforce, { plannedFinish: '2024-09-30' });
    const finish = async (plannedFinish: string, version: number) => {
      await mutate(taskforce, 'updateProject', { id, expectedVersion: version, plannedFinish });
      const { originalFinish } = await read(id);
      return originalFinish as string | null;
    };
    expect(await finish('2024-08-31', 1)).toBeNull();
    expect(await finish('2024-12-31', 2)).toBe('2024-08-31');
    expect(await finish('2025-06-30', 3)).toBe('2024-08-31');
  });

  it('says no longer that a value is made up once an office has entered it', async () => {
    const { id, version } = await workOf(taskforce, 1);
    expect((await read(id)).sampleFields).toEqual(['investment', 'funding']);
    await mutate(taskforce, 'updateProject', { id, expectedVersion: version, investment: '12000000.00' });
    expect((await read(id)).sampleFields).toEqual(['funding']);
  });

  it.each([
    ['an old version', { expectedVersion: 9 }, 'CONFLICT', 'input.expectedVersion'],
    ['no name', { name: null }, 'BAD_USER_INPUT', 'input.name'],
    ['no category', { category: null }, 'BAD_USER_INPUT', 'input.category'],
    ['a finish before the start that stays', { plannedFinish: '2023-12-31' }, 'BAD_USER_INPUT', 'input.plannedFinish'],
    ['a start after the finish that stays', { plannedStart: '2025-01-01' }, 'BAD_USER_INPUT', 'input.plannedFinish'],
    ['half a position', { lon: 100.2 }, 'BAD_USER_INPUT', 'input.lat'],
    ['no money', { investment: '0.00' }, 'BAD_USER_INPUT', 'input.investment'],
    ['a reason of more than 500 characters', { reason: '因'.repeat(501) }, 'BAD_USER_INPUT', 'input.reason'],
    ['a list that is none', { lists: ['third'] }, 'BAD_USER_INPUT', 'input.lists.0'],
  ])('refuses a change with %s, and writes nothing', async (_, more, code, field) => {
    const { id } = await createWork(taskforce, { plannedStart: '2024-01-01', plannedFinish: '2024-12-31' });
    expect(await refusedWhole(app, taskforce, 'updateProject', { id, expectedVersion: 1, ...more })).toMatchObject({ code, field });
  });

  it('lets a work go from a day on: it counts no longer, is still to be read, and is changed no more', async () => {
    const { id } = await createWork(taskforce, { registeredOn: '2024-01-01' });
    const event = await mutate(taskforce, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '1.00', date: '2024-02-01' });
    const total = async (asOf: string) => (await taskforce.must('query ($asOf: Date) { projects(asOf: $asOf) { totalCount } }', { asOf })).projects.totalCount as number;
    const before = [await total('2024-05-31'), await total('2024-06-01'), await total('2024-06-30')];
    expect(await refusedWhole(app, taskforce, 'withdrawProject', { id, expectedVersion: 2, on: '2024-06-01', reason: '合并' })).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    expect(await refusedWhole(app, taskforce, 'withdrawProject', { id, expectedVersion: 1, on: '2024-07-01', reason: '合并' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
    expect(await refusedWhole(app, taskforce, 'withdrawProject', { id, expectedVersion: 1, on: '2023-12-31', reason: '合并' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.on' });
    expect(await refusedWhole(app, taskforce, 'withdrawProject', { id, expectedVersion: 1, on: '2024-06-01', reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    await mutate(taskforce, 'withdrawProject', { id, expectedVersion: 1, on: '2024-06-01', reason: '合并' });
    expect([await total('2024-05-31'), await total('2024-06-01'), await total('2024-06-30')]).toEqual([before[0], before[1] - 1, before[2] - 1]);
    expect(await read(id)).toMatchObject({ withdrawnOn: '2024-06-01', viewerCan: [], version: 2 });
    const changes: [string, object, string][] = [
      ['updateProject', { id, expectedVersion: 2, name: '再来' }, 'input.id'],
      ['withdrawProject', { id, expectedVersion: 2, on: '2024-06-02', reason: '再来' }, 'input.id'],
      ['recordStage', { projectId: id, stage: 'CONSTRUCTION', effectiveDate: '2024-03-01', expectedVersion: 2 }, 'input.projectId'],
      ['recordProgress', { projectId: id, date: '2024-03-01', progress: 1 }, 'input.projectId'],
      ['suspendProject', { projectId: id, from: '2024-03-01', cause: '雨', expectedVersion: 2 }, 'input.projectId'],
      ['resumeProject', { projectId: id, on: '2024-03-01', expectedVersion: 2 }, 'input.projectId'],
      ['updateProcedure', { projectId: id, kind: 'PROPOSAL', status: 'NOT_NEEDED' }, 'input.projectId'],
      ['setFundingPlan', { projectId: id, source: 'OTHER', planned: '1.00' }, 'input.projectId'],
      ['recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '1.00', date: '2024-03-01' }, 'input.projectId'],
      ['reverseFunding', { entryId: event.entry.id, reason: '再来' }, 'input.entryId'],
    ];
    for (const [name, input, field] of changes) expect(await refusedWhole(app, taskforce, name, input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

onEachEngine('the position of a work', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  // 石桥 990001 reaches from 100° to 100.5° east and from 30° to 30.5° north, 柳湾 990002 on to 101° east. At 30.25° north a
  // degree of longitude is 6371.0088 km × π/180 × cos 30.25° = 111.1951 × 0.863836 = 96.0544 km: 0.9 km are 0.009370°, 1.1 km 0.011452°.
  const [INSIDE, NEAR, FAR] = [{ lon: 100.25, lat: 30.25 }, { lon: 100 - 0.00937, lat: 30.25 }, { lon: 100 - 0.011452, lat: 30.25 }];
  const EAST = { lon: 101.011452, lat: 30.25 };
  const at = (position: object, more: object = {}) => ({ code: `P-${Math.random()}`, name: '位置', leadRegion: '990001', sector: 'WATER', category: 'DREDGE', ...position, ...more });

  it('may lie inside its region, or up to a kilometre outside', async () => {
    for (const position of [INSIDE, NEAR]) {
      const { project } = await mutate(taskforce, 'createProject', at(position));
      expect((await taskforce.must('query ($id: ID!) { project(id: $id) { location { lon lat } } }', { id: project.id })).project.location).toEqual(position);
    }
  });

  it('is refused 1.1 km outside, with the distance', async () => {
    const refused = await refusedWhole(app, taskforce, 'createProject', at(FAR));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.lon', message: expect.stringMatching(/石桥.*1\.1 公里/) });
    const english = await app.as('taskforce', { 'accept-language': 'en' });
    expect((await refusedWhole(app, english, 'createProject', at(FAR))).message).toMatch(/1\.1 km/);
    const { id } = await createWork(taskforce, INSIDE);
    expect(await refusedWhole(app, taskforce, 'updateProject', { id, expectedVersion: 1, ...FAR })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.lon' });
    expect(await refusedWhole(app, taskforce, 'updateProject', { id, expectedVersion: 1, lon: 100.8, lat: 30.25 })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.lon' });
  });

  it('may lie in any one of its regions', async () => {
    await refusedWhole(app, taskforce, 'createProject', at({ lon: 100.8, lat: 30.25 }));
    await mutate(taskforce, 'createProject', at({ lon: 100.8, lat: 30.25 }, { regions: ['990002'] }));
  });

  it.each([['the city itself', '990000'], ['a development zone', '9900A1']])('may lie anywhere in the city when its region is %s, which has no boundary', async (_, leadRegion) => {
    for (const position of [INSIDE, { lon: 100.8, lat: 30.4 }, NEAR]) await mutate(taskforce, 'createProject', at(position, { leadRegion }));
    for (const position of [FAR, EAST, { lon: 0, lat: 0 }]) expect(await refusedWhole(app, taskforce, 'createProject', at(position, { leadRegion }))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.lon' });
  });
});
