import { createWork, mutate, onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../harness';

const PAGE = 'rows { key cells sampleCells projectId group } totals totalCount columns { key type } groups { key label count totals } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

onEachEngine('the ledgers', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const ledger = async (args: string, client = taskforce): Promise<Data> => (await client.must(`{ ledger(${args}) { ${PAGE} } }`)).ledger as Data;
  const column = ({ columns, rows }: Data, key: string): (string | null)[] => {
    const place = (columns as { key: string }[]).findIndex((one) => one.key === key);
    return (rows as Data[]).map(({ cells }) => cells[place] as string | null);
  };

  it('are listed in their order, each with what it can be asked', async () => {
    const { ledgers } = await taskforce.must('{ ledgers { id name takesYear filters groupings } }');
    expect((ledgers as Data[]).map(({ id }) => id)).toEqual(['overall', 'provincial', 'key-works', 'sector', 'county', 'annual', 'procedures', 'funding', 'entries', 'arrears', 'overdue', 'completed', 'sections', 'tasks', 'rankings', 'flows']);
    expect((ledgers as Data[]).filter(({ takesYear }) => takesYear).map(({ id }) => id)).toEqual(['annual', 'entries', 'completed', 'tasks']);
  });

  it('give a work as the files of the tiny city have it', async () => {
    const { rows, columns } = await ledger('id: "overall", filter: { search: "W-1" }');
    const cells = Object.fromEntries((columns as Data[]).map(({ key }, i) => [key, rows[0].cells[i]]));
    expect(cells).toMatchObject({
      number: '1', code: 'W-1', nationalCode: '2301-990001-76-01-000001', region: '石桥县', regions: '柳湾区、石桥县', lists: '第一批、第二批', plannedStart: '2023-03-01', plannedFinish: '2023-11-30',
      stage: 'COMPLETED', stageSince: '2023-12-08', actualStart: '2023-03-06', actualFinish: '2023-12-08', unverified: '已核', suspended: null, progress: '100.0', health: '正常',
      investment: '12000000.00', investmentDone: '11900000.29', planned: '11500000.00', allocated: '7000000.00', arrived: '10500000.00', paid: '4000000.29',
      // 10.5 of 11.5; 4.00000029 of 10.5
      arrivalRate: '91.3', paymentRate: '38.1',
    });
    // The file says that its investment and its funding are made up; its entries are not marked so.
    const made = (rows[0].sampleCells as number[]).map((place) => (columns as Data[])[place].key);
    expect(made).toEqual(['investment']);
  });

  it('give totals over the whole filtered set, whatever page is read', async () => {
    const one = await ledger('id: "funding", first: 1');
    const all = await ledger('id: "funding"');
    expect([one.rows.length, one.totalCount, one.pageInfo.hasNextPage]).toEqual([1, 4, true]);
    expect(one.totals).toEqual(all.totals);
    expect((one.columns as Data[]).map(({ key }, i) => [key, one.totals[i]]).filter(([, total]) => total !== null)).toEqual([
      ['planned', '49500000.00'], ['allocated', '27000000.00'], ['arrived', '33500000.00'], ['paid', '13000000.29'], ['arrivalRate', '67.7'], ['paymentRate', '38.8'],
    ]);
  });

  it('go by any column either way, rows without the value last, and are paged without gap or repetition', async () => {
    const { columns } = await ledger('id: "overall", first: 1');
    for (const { key } of columns as { key: string }[]) {
      for (const direction of ['ASC', 'DESC']) {
        const whole = await ledger(`id: "overall", orderBy: "${key}", direction: ${direction}`);
        const values = column(whole, key);
        expect(values.slice(values.findIndex((value) => value === null)).every((value) => value === null) || !values.includes(null)).toBe(true);
        const paged: string[] = [];
        for (let after = ''; ; ) {
          const page = await ledger(`id: "overall", orderBy: "${key}", direction: ${direction}, first: 1${after}`);
          paged.push(...(page.rows as Data[]).map((row) => row.key as string));
          if (!page.pageInfo.hasNextPage) break;
          after = `, after: "${page.pageInfo.endCursor as string}"`;
        }
        expect(paged).toEqual((whole.rows as Data[]).map((row) => row.key));
      }
    }
    // By amount, not by text: 8,000,000.00 is below 12,000,000.00; W-4 has none.
    expect(column(await ledger('id: "overall", orderBy: "investment"'), 'number')).toEqual(['3', '1', '2', '4']);
    expect(column(await ledger('id: "overall", orderBy: "investment", direction: DESC'), 'number')).toEqual(['2', '1', '3', '4']);
    // By the official order, which begins with the second county.
    expect(column(await ledger('id: "overall", orderBy: "region"'), 'number')).toEqual(['2', '1', '3', '4']);
  });

  it('gather rows under counties and sectors with subtotals', async () => {
    const { groups, rows, columns } = await ledger('id: "funding", groupBy: REGION, orderBy: "planned", direction: DESC');
    const planned = (columns as Data[]).findIndex(({ key }) => key === 'planned');
    expect((groups as Data[]).map(({ key, label, count, totals }) => [key, label, count, totals[planned]])).toEqual([
      ['990002', '柳湾区', 1, '30000000.00'], ['990001', '石桥县', 2, '11500000.00'], ['9900A1', '砾溪高新区', 1, '8000000.00'],
    ]);
    expect((rows as Data[]).map(({ group }) => group)).toEqual(['990002', '990001', '990001', '9900A1']);
    expect(column({ columns, rows }, 'planned')).toEqual(['30000000.00', '7000000.00', '4500000.00', '8000000.00']);
    const { groups: sectors } = await ledger('id: "overall", groupBy: SECTOR');
    expect((sectors as Data[]).map(({ key, count }) => [key, count])).toEqual([['WATER', 2], ['URBAN', 2]]);
  });

  it('show a viewer the works that it may open, and let groups without them out', async () => {
    const county = await app.as('county-990001');
    expect(column(await ledger('id: "overall"', county), 'code')).toEqual(['W-1']);
    expect(column(await ledger('id: "county"', county), 'name')).toEqual(['石桥县']);
    expect(column(await ledger('id: "sector"', county), 'name')).toEqual(['水务']);
    expect(column(await ledger('id: "county"'), 'name')).toEqual(['柳湾区', '石桥县', '砾溪高新区', '砾溪市本级']);
    expect((await ledger('id: "overall"', county)).totalCount).toBe(1);
  });

  it('give the class of a section as it was known by the day', async () => {
    const at = async (day: string) => {
      const page = await ledger(`id: "sections", asOf: "${day}"`);
      return (page.rows as Data[]).map((_, i) => ['code', 'period', 'class', 'met'].map((key) => column(page, key)[i]));
    };
    expect(await at('2024-06-30')).toEqual([['T-1', '2024-05', 'Ⅲ', '达标'], ['T-2', '2024-05', '劣Ⅴ', '未达标']]);
    expect((await at('2024-04-15')).find(([code]) => code === 'T-1')).toEqual(['T-1', '2024-04', 'Ⅳ', '未达标']);
    expect((await at('2020-01-01')).every(([, period, value, met]) => period === null && value === null && met === null)).toBe(true);
  });

  it('are read page by page while others write', async () => {
    const first = await ledger('id: "overall", orderBy: "name", first: 2');
    const seen = (first.rows as Data[]).map(({ key }) => key as string);
    await createWork(taskforce, { name: '一号新工程' });
    const rest = await ledger(`id: "overall", orderBy: "name", first: 100, after: "${first.pageInfo.endCursor as string}"`);
    const all = [...seen, ...(rest.rows as Data[]).map(({ key }) => key as string)];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining((await ledger('id: "overall"')).rows.filter(({ cells }: Data) => cells[1].startsWith('W-')).map(({ key }: Data) => key as string)));
  });

  it('know at once what was written', async () => {
    const { id } = await createWork(taskforce);
    const before = await ledger('id: "entries"');
    await mutate(taskforce, 'recordFunding', { projectId: id, source: 'OTHER', kind: 'PAID', amount: '0.01', date: '2024-06-29' });
    const after = await ledger('id: "entries"');
    expect(after.totalCount).toBe((before.totalCount as number) + 1);
    expect(column(after, 'paid').at(-1)).toBe('0.01');
  });

  it.each([
    ['id: "nothing"', 'id'],
    ['id: "overall", orderBy: "nothing"', 'orderBy'],
    ['id: "overall", year: 2024', 'year'],
    ['id: "annual", year: 12', 'year'],
    ['id: "overall", first: 0', 'first'],
    ['id: "overall", first: 1001', 'first'],
    ['id: "overall", after: "bm90aGluZw"', 'after'],
    ['id: "sections", filter: { stages: [COMPLETED] }', 'filter.stages'],
    ['id: "county", groupBy: SECTOR', 'groupBy'],
    ['id: "overall", asOf: "2024-02-30"', 'asOf'],
    ['id: "overall", filter: { regions: ["123456"] }', 'filter.regions.0'],
  ])('refuse ledger(%s), naming %s', async (args, field) => {
    const { errors } = await taskforce.query(`{ ledger(${args}) { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  it('refuse a cursor of another order', async () => {
    const { pageInfo } = await ledger('id: "overall", orderBy: "name", first: 1');
    const { errors } = await taskforce.query(`{ ledger(id: "overall", orderBy: "code", after: "${pageInfo.endCursor as string}") { totalCount } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
  });

  it('meet no fault of ours on the way', () => expect(app.faults).toEqual([]));
});
