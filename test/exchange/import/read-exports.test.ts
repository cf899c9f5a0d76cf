import { readReference } from '../../../server/portfolio/reference';
import { lexiconOf, readImport } from '../../../server/exchange/import/read';
import type { ImportFields, ImportFile, ImportKind } from '../../../server/exchange/import/rows';
import { startTestApp, type Data, type TestApp, type TestClient } from '../../harness';

const fen = (yuan: string): number => Math.round(Number(yuan) * 100);
/** Without what the ledgers leave blank. */
const known = (values: Data): Data => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

describe('what the ledgers export reads back', () => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite', pack: 'linfen' });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  async function readExport<K extends ImportKind>(kind: K, file: string): Promise<ImportFile<ImportFields[K]>> {
    const response = await fetch(`${app.url}/export/ledger/${file}`, { headers: taskforce.headers });
    expect(response.status).toBe(200);
    const lexicon = lexiconOf(await readReference(app.database.read));
    return readImport(kind, file.replace(/\?.*/, ''), Buffer.from(await response.arrayBuffer()), lexicon, 'zh');
  }
  const plain = <Fields>({ rows }: ImportFile<Fields>): Data[] => rows.map(({ values }) => Object.fromEntries(Object.entries(values as Data).map(([key, read]) => [key, read.value])));

  /** Nothing refused, nothing unknown, and the day that the file was asked for. */
  function isWhole(file: ImportFile<object>, day: string | null): void {
    expect(file.errors).toEqual([]);
    expect(file.unknownColumns).toEqual([]);
    expect(new Set(file.rows.map(({ asOf }) => asOf))).toEqual(new Set([day]));
  }

  it.each(['overall.xlsx', 'overall.xlsx?lang=en', 'overall.xlsx?groupBy=REGION&orderBy=investment', 'overall.csv', 'overall.csv?lang=en'])('works, every field: %s', async (file) => {
    const read = await readExport('works', file);
    isWhole(read, file.includes('.csv') ? null : app.clock.today());
    const { projects } = await taskforce.must(`{ projects(first: 200) { nodes {
      number code nationalCode name leadRegion { adcode } regions { adcode } sector { code } category { code } lists { code } ownerUnit scale content waterBody location { lon lat }
      plannedStart plannedFinish stage actualStart actualFinish progress investment investmentDone funding { planned allocated arrived paid }
    } } }`);
    const expected = (projects.nodes as Data[]).map(({ leadRegion, regions, sector, category, lists, location, funding, investment, investmentDone, ...work }) => known({
      ...work, ...location, sector: sector.code, category: category.code, investment: investment && fen(investment), investmentDone: investmentDone && fen(investmentDone),
      regions: [...new Set([leadRegion, ...regions].map(({ adcode }: Data) => adcode))], lists: lists.length ? lists.map(({ code }: Data) => code) : null,
      planned: fen(funding.planned), allocated: fen(funding.allocated), arrived: fen(funding.arrived), paid: fen(funding.paid),
    }));
    const byNumber = (a: Data, b: Data): number => a.number - b.number;
    const inOrder = (works: Data[]): Data[] => works.sort(byNumber).map((work) => ({ ...work, regions: [work.regions[0], ...work.regions.slice(1).sort()], lists: work.lists && [...work.lists].sort() }));
    expect(inOrder(plain(read))).toEqual(inOrder(expected));
  });

  it.each(['funding.xlsx?asOf=2024-06-30', 'funding.xlsx?asOf=2024-06-30&lang=en&groupBy=SECTOR', 'funding.csv?asOf=2024-06-30'])('funds, a row for every work and source: %s', async (file) => {
    const read = await readExport('funding', file);
    isWhole(read, file.includes('.csv') ? null : '2024-06-30');
    const { projects } = await taskforce.must('{ projects(first: 200, asOf: "2024-06-30") { nodes { number funding(asOf: "2024-06-30") { lines { source planned allocated arrived paid } } } } }');
    const expected = (projects.nodes as Data[]).flatMap(({ number, funding }) => (funding.lines as Data[]).map(({ source, planned, allocated, arrived, paid }) => `${number} ${source} ${[planned, allocated, arrived, paid].map(fen).join(' ')}`));
    expect(plain(read).map(({ number, source, planned, allocated, arrived, paid }) => `${number} ${source} ${[planned, allocated, arrived, paid].join(' ')}`).sort()).toEqual(expected.sort());
  });

  it.each(['procedures.xlsx', 'procedures.xlsx?lang=en', 'procedures.csv'])('procedures, every field: %s', async (file) => {
    const read = await readExport('procedures', file);
    isWhole(read, file.includes('.csv') ? null : app.clock.today());
    const { projects } = await taskforce.must('{ projects(first: 200) { nodes { number procedures { kind status heldBy { code } appliedOn promisedDays greenChannel due doneOn documentNumber } } } }');
    const expected = (projects.nodes as Data[]).flatMap(({ number, procedures }) => (procedures as Data[])
      .filter(({ status }) => status !== 'NOT_NEEDED')
      .map(({ heldBy, greenChannel, ...procedure }) => JSON.stringify(Object.entries(known({ number, ...procedure, heldBy: heldBy?.code, greenChannel: greenChannel || null })).sort())));
    const got = plain(read).map(({ code: _code, name: _name, regions: _regions, ...values }) => JSON.stringify(Object.entries(values).sort()));
    expect(got.sort()).toEqual(expected.sort());
  });

  it('names the cells and the words of each value', async () => {
    const { rows: [row] } = await readExport('works', 'overall.xlsx');
    expect(row).toMatchObject({ row: 4, values: { number: { value: 1, cell: 'A4', column: '编号', text: '1' }, code: { cell: 'B4' } } });
    expect(row.values.investment?.column).toBe('总投资（万元）');
  });
});
