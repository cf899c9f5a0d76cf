import fc from 'fast-check';
import { packOf, onEachEngine, startTestApp, type Data, type PackName, type TestApp, type TestClient } from '../harness';
import { fen, passes, yuan } from '../catalogue/naive';
import { apply, change, dayBetween, Programme } from '../catalogue/programme';
import { ledgerRows, percent, type Cells } from './naive';

const OF_WORKS = ['overall', 'provincial', 'key-works', 'sector', 'county', 'annual', 'procedures', 'funding', 'entries', 'arrears', 'overdue', 'completed'];
const WITH_YEARS = ['annual', 'entries', 'completed'];
/** Rates of a total: the sum of one column by that of another. */
const RATES: Record<string, [string, string]> = { arrivalRate: ['arrived', 'planned'], paymentRate: ['paid', 'arrived'], completedShare: ['completed', 'total'], investmentRate: ['investmentDone', 'investment'] };
const COUNTS = ['total', 'preparation', 'construction', 'completed', 'unverified', 'suspended', 'lagging', 'serious'];

const LEDGER = `query ($id: ID!, $day: Date!, $filter: ProjectFilter, $year: Int, $orderBy: String, $direction: OrderDirection, $groupBy: LedgerGroupBy, $after: Cursor) {
  ledger(id: $id, asOf: $day, filter: $filter, year: $year, orderBy: $orderBy, direction: $direction, groupBy: $groupBy, first: 1000, after: $after) {
    asOf columns { key type } rows { key cells group } totals groups { key count totals } totalCount pageInfo { hasNextPage endCursor } } }`;

/** All pages of a ledger, its cells by the keys of their columns. */
async function read(client: TestClient, variables: Data): Promise<{ columns: { key: string; type: string }[]; rows: Cells[]; keys: string[]; groupOf: (string | null)[]; groups: Data[]; totals: Cells; asOf: string }> {
  const all: Data[] = [];
  for (let after: string | null = null; ; ) {
    const { ledger } = (await client.must(LEDGER, { ...variables, after })) as { ledger: Data };
    const columns = ledger.columns as { key: string; type: string }[];
    const named = (cells: (string | null)[]): Cells => Object.fromEntries(columns.map(({ key }, i) => [key, cells[i]]));
    all.push(...(ledger.rows as Data[]));
    if (!ledger.pageInfo.hasNextPage) {
      expect(ledger.totalCount).toBe(all.length);
      return {
        columns, totals: named(ledger.totals), asOf: ledger.asOf, keys: all.map(({ key }) => key as string), groupOf: all.map(({ group }) => group as string | null),
        rows: all.map(({ cells }) => named(cells)), groups: (ledger.groups as Data[]).map((group) => ({ ...group, totals: named(group.totals) })),
      };
    }
    after = ledger.pageInfo.endCursor as string;
  }
}

/** Totals added up from cells that are right. */
function totalsOf(columns: { key: string; type: string }[], rows: readonly Cells[], given: Cells): Cells {
  const sum = (key: string) => rows.reduce((total, row) => total + (COUNTS.includes(key) ? BigInt(row[key] ?? 0) : fen(row[key])), 0n);
  return Object.fromEntries(columns.map(({ key, type }) => {
    if (type === 'MONEY') return [key, yuan(sum(key))];
    if (type === 'NUMBER' && COUNTS.includes(key)) return [key, String(sum(key))];
    // A rate has a total where both of its columns stand in the ledger.
    const rate = type === 'PERCENT' && given[key] !== null ? RATES[key] : undefined;
    return [key, rate ? percent(sum(rate[0]), sum(rate[1])) : null];
  }));
}

async function check(programme: Programme, client: TestClient, id: string, day: string, filter: Data, year: number | undefined): Promise<void> {
  const works = programme.on(day).filter((one) => passes(one, filter));
  const pack = packOf(programme.pack);
  const inOrder = <T extends { sort: number }>(rows: readonly T[]) => [...rows].sort((a, b) => a.sort - b.sort);
  const whole = Object.values(filter).every((value) => value === undefined || (Array.isArray(value) && !value.length) || (typeof value === 'string' && !value.trim()));
  const expected = ledgerRows(id, works, {
    day, year, whole, thresholds: programme.thresholds,
    regions: inOrder(pack.regions).map(({ adcode, name }) => ({ key: adcode, name })),
    sectors: inOrder(pack.sectors).map(({ code, name, leadDepartment }) => ({ key: code, name, lead: pack.departments.find((one) => one.code === leadDepartment)?.name ?? null })),
  });
  const { columns, rows, totals, keys, asOf } = await read(client, { id, day, filter, year });
  expect(asOf).toBe(day);
  expect({ id, rows }).toEqual({ id, rows: expected.map((cells) => Object.fromEntries(columns.map(({ key }) => [key, cells[key]]))) });
  expect({ id, totals }).toEqual({ id, totals: totalsOf(columns, rows, totals) });
  expect(new Set(keys).size).toBe(keys.length);
}

onEachEngine('every ledger of works as of any day', (engine) => {
  const apps: TestApp[] = [];
  afterAll(() => Promise.all(apps.map((app) => app.stop())));
  const start = async (pack: PackName): Promise<TestClient> => {
    const app = await startTestApp({ engine, pack });
    apps.push(app);
    return app.as('taskforce');
  };
  // The fold is the same on both engines; what differs is the reading, and that needs fewer days.
  const share = engine === 'sqlite' ? 1 : 0.5;
  const years = fc.option(fc.integer({ min: 2022, max: 2026 }), { nil: undefined });

  it('covers every ledger that there is', async () => {
    const { ledgers } = await (await start('tiny')).must('{ ledgers { id } }');
    expect((ledgers as { id: string }[]).map(({ id }) => id).filter((id) => !['sections', 'tasks', 'rankings', 'flows'].includes(id)).sort()).toEqual([...OF_WORKS].sort());
  });

  it('is told again from the dated facts, on random days of the Linfen programme', async () => {
    const taskforce = await start('linfen');
    const programme = new Programme('linfen');
    await programme.read(taskforce);
    await fc.assert(
      fc.asyncProperty(dayBetween('2022-12-25', '2025-12-31'), programme.filters(), years, async (day, filter, year) => {
        for (const id of OF_WORKS) await check(programme, taskforce, id, day, filter, WITH_YEARS.includes(id) ? year : undefined);
      }),
      { numRuns: 14 * share },
    );
  });

  it('is told again from the dated facts after any history of changes to the tiny city', async () => {
    const taskforce = await start('tiny');
    const programme = new Programme('tiny');
    await programme.read(taskforce);
    await fc.assert(
      fc.asyncProperty(fc.array(change(), { minLength: 3, maxLength: 12 }), fc.array(fc.tuple(dayBetween('2022-12-25', '2024-09-30'), programme.filters(), years), { minLength: 2, maxLength: 2 }), async (changes, questions) => {
        for (const one of changes) await apply(one, apps.at(-1)!, taskforce, programme);
        await programme.read(taskforce);
        for (const [day, filter, year] of questions) for (const id of OF_WORKS) await check(programme, taskforce, id, day, filter, WITH_YEARS.includes(id) ? year : undefined);
      }),
      // What one run did stays for the next, so there is nothing to shrink to.
      { numRuns: Math.ceil(15 * share), endOnFailure: true },
    );
  });
});
