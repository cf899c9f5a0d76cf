import fs from 'node:fs';
import path from 'node:path';
import { astFromValue, buildSchema, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, print, type GraphQLInputField, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { createWork, mutate, onEachEngine, root, startTestApp, workOf, type Data, type TestApp, type TestClient } from '../harness';

const schema = buildSchema(fs.readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'));
const mutations = Object.values(schema.getMutationType()!.getFields()).filter(({ args }) => args.length === 1 && args[0].name === 'input');
const inputOf = (name: string): GraphQLInputObjectType => getNamedType(mutations.find((one) => one.name === name)!.args[0].type) as GraphQLInputObjectType;

/** Every field of every mutation's input, by the name of its type. */
const fields = mutations.flatMap(({ name }) => Object.values(inputOf(name).getFields()).map((field) => ({ mutation: name, field, type: String(getNamedType(field.type)) })));
const isList = (type: GraphQLInputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

// Backslash, quotes, a comment, a tag, an entity, a template, a format: plain text all of it.
const NASTY = [`'; DROP TABLE project; --`, `" OR ""="`, `\\'; UPDATE project SET name='x`, `<script>alert(1)</script>`, `<img src=x onerror="alert('1')">&amp;`, '${7*7}{{7*7}}%s%n', `Robert'); --\n第二行`];
const UNSTORABLE: [string, string][] = [['a lone surrogate', '好\ud800'], ['the other half', '\udc00'], ['NUL', 'a\u0000b'], ['a control character', 'a\u001bb'], ['10,001 characters', '长'.repeat(10_001)]];

/** Literal text, and the same as a variable where JSON can say it. */
const BAD: Record<string, { literal: string; variable?: unknown }[]> = {
  Date: ['2023-02-30', '2023-13-01', '2023-2-3', '20230203', '２０２３-02-03', '', ' 2023-02-03', '2023-02-03T00:00:00Z', '0000-01-01', 'NaN', '1899-12-31', '2200-01-01', "2023-02-03'--"]
    .map((text): { literal: string; variable?: unknown } => ({ literal: JSON.stringify(text), variable: text }))
    .concat([{ literal: '20230203', variable: 20230203 }, { literal: 'true', variable: true }, { literal: '{a: 1}', variable: { a: 1 } }, { literal: '[]', variable: [] }]),
  Money: ['1,000', '１０００', 'NaN', 'Infinity', '1e5', '', ' 1', '1 ', '1.234', '.5', '1.', '+1', '0x10', '10000000000000.00', '-10000000000000', '壹', '¥5', '01']
    .map((text): { literal: string; variable?: unknown } => ({ literal: JSON.stringify(text), variable: text }))
    .concat([{ literal: '5', variable: 5 }, { literal: '1.5', variable: 1.5 }, { literal: 'true', variable: true }, { literal: '{a: 1}', variable: { a: 1 } }]),
  Period: ['2024-13', '2024-00', '24-01', '2024-1', '２０２４-01', '', ' 2024-01', '2024-02-30', '2024-06-30T09', '1899', '2200-01', "2024-01'--"].map((text): { literal: string; variable?: unknown } => ({ literal: JSON.stringify(text), variable: text })).concat([{ literal: '2024', variable: 2024 }, { literal: 'true', variable: true }]),
  Adcode: ['99', '99000１', '9900011', '990001;', '99000a', ''].map((text): { literal: string; variable?: unknown } => ({ literal: JSON.stringify(text), variable: text })).concat([{ literal: '990001', variable: 990001 }]),
  Int: [{ literal: '1.5', variable: 1.5 }, { literal: '"1"', variable: '1' }, { literal: '2147483648', variable: 2147483648 }, { literal: 'true', variable: true }],
  Float: [{ literal: '"1"', variable: '1' }, { literal: 'true', variable: true }, { literal: 'NaN', variable: 'NaN' }],
  Boolean: [{ literal: '"true"', variable: 'true' }, { literal: '1', variable: 1 }],
  String: [{ literal: '5', variable: 5 }, { literal: 'true', variable: true }, { literal: '{a: "x"}', variable: { a: 'x' } }],
  ID: [{ literal: '1.5', variable: 1.5 }, { literal: 'true', variable: true }, { literal: '{a: 1}', variable: { a: 1 } }],
  enum: [{ literal: 'NOPE', variable: 'NOPE' }, { literal: '"CONSTRUCTION"' }, { literal: '5', variable: 5 }, { literal: '""', variable: '' }, { literal: 'construction', variable: 'construction' }],
};

onEachEngine('bad input', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  let admin: TestClient;
  let valid: Record<string, Data>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    app = await startTestApp({ engine });
    [taskforce, admin] = await Promise.all([app.as('taskforce'), app.as('admin')]);
    const { id } = await createWork(taskforce);
    const { entry } = await mutate(taskforce, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '1.00', date: '2024-06-01' });
    const event = (await taskforce.must('{ project(number: 3) { stageHistory { id status } } }')).project.stageHistory.find(({ status }: Data) => status === 'REPORTED').id as string;
    const user = (await admin.must('{ users { id username } }')).users.find(({ username }: Data) => username === 'kiosk').id as string;
    const task = (await taskforce.must('{ tasks(first: 1) { nodes { id version } } }')).tasks.nodes[0] as { id: string; version: number };
    ids = { project: id, entry: entry.id as string, event, user, task: task.id };
    valid = {
      createProject: { code: 'BAD', name: '名', leadRegion: '990001', sector: 'WATER', category: 'DREDGE' },
      updateProject: { id, expectedVersion: 1 },
      withdrawProject: { id, expectedVersion: 1, on: '2024-06-01', reason: '因' },
      recordStage: { projectId: id, stage: 'CONSTRUCTION', effectiveDate: '2024-06-01', expectedVersion: 1 },
      confirmStage: { eventId: event, confirmed: true },
      recordProgress: { projectId: id, date: '2024-06-01', progress: 1 },
      suspendProject: { projectId: id, from: '2024-06-01', cause: '雨', expectedVersion: 1 },
      resumeProject: { projectId: id, on: '2024-06-01', expectedVersion: 1 },
      updateProcedure: { projectId: id, kind: 'PROPOSAL', status: 'IN_PROGRESS' },
      setFundingPlan: { projectId: id, source: 'OTHER', planned: '1.00' },
      recordFunding: { projectId: id, source: 'OTHER', kind: 'PAID', amount: '1.00', date: '2024-06-01' },
      bookFunding: { projectId: id, source: 'OTHER', kind: 'PAID', cumulative: '2.00', date: '2024-06-01' },
      setAnnualPlan: { projectId: id, year: 2024, planned: '1.00' },
      updateTask: { id: task.id, status: 'DONE', expectedVersion: task.version },
      recordFlows: { flows: [{ region: '990001', river: '砾溪', month: '2024-01', flow: 1.25 }], replenishment: [{ month: '2024-01', volume: 1000 }] },
      recordSamples: { samples: [{ section: 'T-1', period: '2024-01', indicators: [{ indicator: 'TP', value: 0.1 }] }] },
      recordFigures: { indicator: 'PM25', from: '2024-01-01', to: '2024-01-31', figures: [{ region: '990001', value: '41' }] },
      setIndicator: { code: 'PM25', name: '细颗粒物', nameEn: 'PM2.5', aim: 'LOWER' },
      setCompensationScheme: { validFrom: '2024-01', name: '示例', items: [{ indicator: 'TP', base: '1.00' }], borders: [{ section: 'T-2', payer: '990001', receiver: '990002' }] },
      reverseFunding: { entryId: entry.id, reason: '错' },
      createUser: { username: 'somebody', password: 'quiet-river-9', role: 'LEADER' },
      updateUser: { id: user, disabled: true },
    };
  });
  afterAll(async () => {
    // Whatever was sent, nothing was our fault.
    const { faults } = app;
    await app.stop();
    expect(faults).toEqual([]);
  });

  const by = (mutation: string): TestClient => (mutation.endsWith('User') ? admin : taskforce);
  const ask = (mutation: string) => `mutation ($input: ${inputOf(mutation).name}!) { ${mutation}(input: $input) { __typename } }`;
  const asVariable = (mutation: string, field: GraphQLInputField, value: unknown) => by(mutation).query(ask(mutation), { input: { ...valid[mutation], [field.name]: isList(field.type) ? [value] : value } });
  const asLiteral = (mutation: string, field: GraphQLInputField, literal: string) => {
    const others = Object.entries(valid[mutation]).filter(([name]) => name !== field.name).map(([name, value]) => `${name}: ${print(astFromValue(value, inputOf(mutation).getFields()[name].type)!)}`);
    return by(mutation).query(`mutation { ${mutation}(input: {${[...others, `${field.name}: ${isList(field.type) ? `[${literal}]` : literal}`].join(', ')}}) { __typename } }`);
  };
  const shown = ({ errors, data }: Awaited<ReturnType<TestClient['query']>>) => ({ wrote: Boolean(data && Object.values(data)[0]), code: errors?.[0].extensions.code, field: errors?.[0].extensions.field });
  const missing = (field: GraphQLInputField) => ({ wrote: false, code: 'BAD_USER_INPUT', field: `input.${field.name}` });
  const refusedAt = (field: GraphQLInputField) => ({ wrote: false, code: 'BAD_USER_INPUT', field: `input.${field.name}${isList(field.type) ? '.0' : ''}` });

  it('is tried on every mutation', () => {
    expect(Object.keys(valid).sort()).toEqual(mutations.map(({ name }) => name).sort());
  });

  it.each(fields.filter(({ type }) => type === 'String').map(({ mutation, field }) => [`${mutation}.${field.name}`, mutation, field] as const))('that no engine can store is refused in %s, by name', async (_, mutation, field) => {
    const before = await app.rows();
    for (const [what, value] of UNSTORABLE) expect({ what, ...shown(await asVariable(mutation, field, value)) }).toEqual({ what, ...refusedAt(field) });
    expect(await app.rows()).toEqual(before);
  });

  it.each(fields.filter(({ type }) => type === 'ID').map(({ mutation, field }) => [`${mutation}.${field.name}`, mutation, field] as const))('in the id %s is NOT_FOUND: what was never given out, what is of another kind, what is no id at all', async (_, mutation, field) => {
    const before = await app.rows();
    const own = valid[mutation][field.name] as string;
    const others = [...Object.values(ids).filter((id) => id !== own), '', 'x', '1', "1' OR '1'='1", own.toLowerCase() === own ? `${own}=` : own.toLowerCase(), `${own}=`, `${own} `, Buffer.from('Project:99999').toString('base64url'), Buffer.from('Project:0').toString('base64url'), Buffer.from('Project:99999999999').toString('base64url'), Buffer.from('Project:-1').toString('base64url'), '工程'];
    for (const value of others) expect({ value, ...shown(await asVariable(mutation, field, value)) }).toEqual({ value, wrote: false, code: 'NOT_FOUND', field: `input.${field.name}` });
    for (const [, value] of UNSTORABLE) expect(shown(await asVariable(mutation, field, value))).toEqual(refusedAt(field));
    expect(await app.rows()).toEqual(before);
  });

  // How a value is read does not depend on the engine.
  if (engine === 'sqlite') {
    it.each(fields.filter(({ field }) => !isInputObjectType(getNamedType(field.type))).map(({ mutation, field, type }) => [`${mutation}.${field.name}`, mutation, field, type] as const))('of another form is refused in %s, by name, as a literal and as a variable', async (_, mutation, field, type) => {
      const before = await app.rows();
      for (const { literal, variable } of BAD[isEnumType(getNamedType(field.type)) ? 'enum' : type]) {
        expect({ literal, ...shown(await asLiteral(mutation, field, literal)) }).toEqual({ literal, ...refusedAt(field) });
        if (variable !== undefined) expect({ variable, ...shown(await asVariable(mutation, field, variable)) }).toEqual({ variable, ...refusedAt(field) });
      }
      expect(await app.rows()).toEqual(before);
    });

    it.each(fields.filter(({ field }) => isNonNullType(field.type)).map(({ mutation, field }) => [`${mutation}.${field.name}`, mutation, field] as const))('is refused where %s is missing or null, by name', async (_, mutation, field) => {
      const before = await app.rows();
      const { [field.name]: __, ...rest } = valid[mutation];
      expect(shown(await by(mutation).query(ask(mutation), { input: rest }))).toEqual(missing(field));
      expect(shown(await by(mutation).query(ask(mutation), { input: { ...rest, [field.name]: null } }))).toEqual(missing(field));
      expect(shown(await asLiteral(mutation, field, 'null'))).toEqual(refusedAt(field));
      expect(await app.rows()).toEqual(before);
    });

    it('is refused alike over WebSocket', async () => {
      for (const { mutation, field, type } of fields.filter(({ mutation }) => ['createProject', 'recordFunding'].includes(mutation))) {
        const [{ literal, variable }] = BAD[isEnumType(getNamedType(field.type)) ? 'enum' : type];
        const value = isList(field.type) ? [variable] : variable;
        expect(shown(await taskforce.ws(ask(mutation), { input: { ...valid[mutation], [field.name]: value } }))).toEqual(refusedAt(field));
        expect(literal).toBeTruthy();
      }
      expect(shown(await taskforce.ws(`mutation { recordFunding(input: {projectId: "${ids.project}", source: OTHER, kind: PAID, amount: "1,000", date: "2024-06-01"}) { __typename } }`))).toEqual({ wrote: false, code: 'BAD_USER_INPUT', field: 'input.amount' });
      expect(shown(await taskforce.ws(`mutation { recordStage(input: {projectId: "${ids.project}", stage: NOPE, effectiveDate: "2024-06-01", expectedVersion: 1}) { __typename } }`))).toEqual({ wrote: false, code: 'BAD_USER_INPUT', field: 'input.stage' });
    });

    it.each([
      ['asOf', 'query ($v: Date) { projects(asOf: $v) { totalCount } }', '{ projects(asOf: VALUE) { totalCount } }', '2023-02-30', 'v'],
      ['filter.plannedStartFrom', 'query ($v: ProjectFilter) { projects(filter: $v) { totalCount } }', '{ projects(filter: {plannedStartFrom: VALUE}) { totalCount } }', '2023-02-30', null],
      ['filter.regions.0', null, '{ projects(filter: {regions: [VALUE]}) { totalCount } }', '99', null],
      ['filter.stages.0', null, '{ projects(filter: {stages: [NOPE]}) { totalCount } }', 'NOPE', null],
      ['orderBy.field', null, '{ projects(orderBy: [{field: NOPE}]) { totalCount } }', 'NOPE', null],
      ['after', null, '{ projects(after: VALUE) { totalCount } }', 'a b', null],
      ['first', null, '{ projects(first: 1.5) { totalCount } }', '', null],
      ['asOf', null, '{ progressMap(asOf: VALUE) { asOf } }', '2023-02-30', null],
      ['asOf', null, '{ project(number: 1) { stage(asOf: VALUE) } }', '2023-02-30', null],
      ['period', null, '{ waterMap(period: VALUE) { period } }', '2024-13', null],
      ['filter.search', null, `{ projects(filter: {search: "${'长'.repeat(10_001)}"}) { totalCount } }`, '', null],
      ['filter.search', null, '{ projects(filter: {search: "a\\u0000"}) { totalCount } }', '', null],
      ['filter.search', 'query ($v: String) { projects(filter: {search: $v}) { totalCount } }', '{ projects(filter: {search: 5}) { totalCount } }', 'a\ud800', 'v'],
      ['filter.regions.0', null, '{ projects(filter: {regions: ["990009"]}) { totalCount } }', '', null],
      ['filter.lists.1', null, '{ projects(filter: {lists: ["first", "none"]}) { totalCount } }', '', null],
      ['filter.categories.0', null, '{ summary(groupBy: REGION, filter: {categories: ["none"]}) { key } }', '', null],
      ['filter.plannedFinishFrom', null, '{ projects(filter: {plannedFinishFrom: "2024-02-02", plannedFinishTo: "2024-02-01"}) { totalCount } }', '', null],
      ['from', null, '{ stageTimeline(from: "2024-02-02", to: "2024-02-01") { date } }', '', null],
      ['stepDays', null, '{ stageTimeline(stepDays: 0) { date } }', '', null],
      ['stepDays', null, '{ stageTimeline(stepDays: 367) { date } }', '', null],
      ['groupBy', null, '{ summary(groupBy: COLOUR) { key } }', '', null],
    ])('in a question is refused at %s', async (field, withVariable, withLiteral, value, name) => {
      const { errors } = await taskforce.query(withLiteral.replace('VALUE', JSON.stringify(value)));
      expect(errors?.[0].extensions).toEqual({ code: 'BAD_USER_INPUT', field: expect.stringMatching(new RegExp(`^${field.replace('orderBy.', 'orderBy.(0\\.)?')}$|^${field.replace(/\.0$/, '')}$`)) });
      if (withVariable && name) expect((await taskforce.query(withVariable, { v: value })).errors?.[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    });
  }

  const free: [string, string, () => Promise<Data>, (id: string) => Promise<unknown>][] = [
    ['name', 'createProject', async () => ({}), (id) => read(id, 'name')],
    ['code', 'createProject', async () => ({ name: '名' }), (id) => read(id, 'code')],
    ['ownerUnit', 'createProject', async () => ({}), (id) => read(id, 'ownerUnit')],
    ['scale', 'createProject', async () => ({}), (id) => read(id, 'scale')],
    ['content', 'createProject', async () => ({}), (id) => read(id, 'content')],
    ['waterBody', 'createProject', async () => ({}), (id) => read(id, 'waterBody')],
    ['evidence', 'recordStage', async () => ({}), async (id) => ((await read(id, 'stageHistory { evidence }')) as Data[])[0].evidence],
    ['reason', 'recordStage', async () => ({}), async (id) => ((await read(id, 'stageHistory { reason }')) as Data[])[0].reason],
    ['note', 'recordProgress', async () => ({}), async (id) => ((await read(id, 'progressHistory { note }')) as Data[])[0].note],
    ['reason', 'recordProgress', async () => ({}), async (id) => ((await read(id, 'progressHistory { reason }')) as Data[])[0].reason],
    ['cause', 'suspendProject', async () => ({}), async (id) => ((await read(id, 'suspensions { cause }')) as Data[])[0].cause],
    ['documentNumber', 'updateProcedure', async () => ({}), async (id) => ((await read(id, 'procedures { documentNumber }')) as Data[])[0].documentNumber],
    ['documentNumber', 'recordFunding', async () => ({}), async (id) => ((await read(id, 'fundingEntries { nodes { documentNumber } }')) as Data).nodes[0].documentNumber],
    ['note', 'recordFunding', async () => ({}), async (id) => ((await read(id, 'fundingEntries { nodes { note } }')) as Data).nodes[0].note],
  ];
  const read = async (id: string, selection: string): Promise<unknown> => Object.values((await taskforce.must(`query ($id: ID!) { project(id: $id) { ${selection} } }`, { id })).project)[0];

  it.each(free)('that looks like SQL or HTML is plain text: %s of %s comes back as it was sent', async (field, mutation, more, back) => {
    const works = (await taskforce.must('{ projects(first: 500) { totalCount } }')).projects.totalCount as number;
    for (const [i, text] of NASTY.entries()) {
      if (mutation === 'createProject') {
        const { project } = await mutate(taskforce, mutation, { ...valid.createProject, code: `NASTY-${field}-${i}`, ...(await more()), [field]: text });
        expect(await back(project.id as string)).toBe(text);
        expect((await taskforce.must('query ($search: String) { projects(filter: {search: $search}) { totalCount } }', { search: text.slice(0, 20) })).projects.totalCount).toBeGreaterThanOrEqual(['scale', 'content'].includes(field) ? 0 : 1);
      } else {
        const { id } = await createWork(taskforce);
        await mutate(taskforce, mutation, { ...valid[mutation], projectId: id, [field]: text });
        expect(await back(id)).toBe(text);
      }
    }
    expect((await taskforce.must('{ projects(first: 500) { totalCount } }')).projects.totalCount).toBe(works + NASTY.length);
  });

  it('that looks like SQL is nobody\'s category, list, department or national code', async () => {
    for (const text of NASTY) {
      for (const [mutation, field, place] of [['createProject', 'category', ''], ['createProject', 'nationalCode', ''], ['createProject', 'lists', '.0'], ['updateProcedure', 'heldBy', '']]) {
        expect(shown(await taskforce.query(ask(mutation), { input: { ...valid[mutation], [field]: field === 'lists' ? [text] : text } }))).toEqual({ wrote: false, code: 'BAD_USER_INPUT', field: `input.${field}${place}` });
      }
      expect((await taskforce.must('query ($code: String) { project(code: $code) { id } }', { code: `${text}!` })).project).toBeNull();
      expect((await taskforce.must('query ($id: ID!) { node(id: $id) { id } }', { id: text })).node).toBeNull();
    }
  });

  it('half of a request writes nothing of the other half', async () => {
    const { id } = await workOf(taskforce, 1);
    const before = await app.rows();
    const { data, errors } = await taskforce.query(
      `mutation ($good: RecordFundingInput!, $bad: RecordFundingInput!) { bad: recordFunding(input: $bad) { entry { id } } good: recordFunding(input: $good) { entry { id } } }`,
      { good: { ...valid.recordFunding, projectId: id }, bad: { ...valid.recordFunding, projectId: id, amount: '1,000' } },
    );
    expect(data ?? null).toBeNull();
    expect(errors?.[0].extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.amount' });
    expect(await app.rows()).toEqual(before);
  });

  it('that is no GraphQL, no JSON or far too long is an answer too, never a fault', async () => {
    for (const body of ['', 'x', '{', '[]', 'null', '{"query": 5}', '{"query": ""}', '{"query": "{"}', '{"query": "{ nothing }"}', '{"query": "{ today }", "variables": 5}', '{"query": "{ today }", "operationName": "none"}', JSON.stringify({ query: `{ ${'a: today '.repeat(20_000)} }` }), JSON.stringify({ query: '{'.repeat(5000) })]) {
      const response = await taskforce.post(body);
      expect({ body: body.slice(0, 40), fault: response.status >= 500 }).toEqual({ body: body.slice(0, 40), fault: false });
      expect(await response.text()).not.toContain('INTERNAL_SERVER_ERROR');
    }
  });
});

describe('the inputs of the schema', () => {
  it('hold only what this test knows how to spoil', () => {
    expect([...new Set(fields.filter(({ field }) => !isEnumType(getNamedType(field.type)) && !isInputObjectType(getNamedType(field.type))).map(({ type }) => type))].sort()).toEqual(['Adcode', 'Boolean', 'Date', 'Float', 'ID', 'Int', 'Money', 'Period', 'String']);
    // What these hold is spoilt in test/water/recording.test.ts, flows.test.ts, compensation-api.test.ts and test/figures.
    expect([...new Set(fields.filter(({ field }) => isInputObjectType(getNamedType(field.type))).map(({ mutation }) => mutation))].sort()).toEqual(['recordFigures', 'recordFlows', 'recordSamples', 'setCompensationScheme']);
  });
});
