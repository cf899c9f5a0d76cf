import { onEachEngine, startTestApp, type Data, type TestApp, type TestClient } from '../harness';

onEachEngine('what the ledgers’ screen asks', (engine) => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  const page = async (args: string): Promise<Data> => (await taskforce.must(`{ ledger(id: "entries", ${args}) { rows { key } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }`)).ledger as Data;
  const keys = ({ rows }: Data): string[] => (rows as { key: string }[]).map(({ key }) => key);

  it('opens a ledger in its middle: the same rows as by reading up to there, in any order', async () => {
    for (const order of ['', 'orderBy: "name", direction: DESC, ', 'groupBy: SECTOR, orderBy: "paid", ']) {
      const all = keys(await page(order));
      expect(all.length).toBeGreaterThan(5);
      for (let skip = 0; skip <= all.length + 1; skip += 1) {
        const part = await page(`${order}first: 2, skip: ${skip}`);
        expect(keys(part)).toEqual(all.slice(skip, skip + 2));
        expect(part).toMatchObject({ totalCount: all.length, pageInfo: { hasPreviousPage: skip > 0, hasNextPage: skip + 2 < all.length } });
      }
    }
  });

  it('passes rows over from a cursor too', async () => {
    const all = keys(await page(''));
    const { pageInfo } = await page('first: 2');
    expect(keys(await page(`first: 2, after: "${pageInfo.endCursor}", skip: 1`))).toEqual(all.slice(3, 5));
  });

  it('is refused where it passes over less than nothing, naming the argument', async () => {
    for (const skip of [-1, 1_000_001]) expect((await taskforce.refused(`{ ledger(id: "entries", skip: ${skip}) { totalCount } }`)).extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'skip' });
  });

  it('is told of each ledger what it can be asked, so that it offers nothing that would be refused', async () => {
    const { ledgers } = await taskforce.must('{ ledgers { id descriptionEn takesYear needsYear filters groupings } }');
    for (const { id, descriptionEn, takesYear, needsYear, filters, groupings } of ledgers as Data[]) {
      expect(descriptionEn).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u);
      if (needsYear) expect(takesYear).toBe(true);
      const asked = async (args: string) => (await taskforce.query(`{ ledger(id: "${id}", ${args}) { totalCount } }`)).errors === undefined;
      expect([id, await asked('year: 2023')]).toEqual([id, takesYear]);
      for (const by of ['REGION', 'SECTOR']) expect([id, by, await asked(`groupBy: ${by}`)]).toEqual([id, by, groupings.includes(by)]);
      for (const [name, value] of Object.entries({ search: '"a"', regions: '["990001"]', stages: '[CONSTRUCTION]', suspended: 'true', plannedStartFrom: '"2023-01-01"' })) {
        expect([id, name, await asked(`filter: { ${name}: ${value} }`)]).toEqual([id, name, filters === null || filters.includes(name)]);
      }
    }
  });
});
