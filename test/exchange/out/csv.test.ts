import fc from 'fast-check';
import { formulaProof, withoutProof } from '../../../server/exchange/sheet/formula-proof';
import { createWork, mutate, startTestApp, type Data, type TestApp, type TestClient } from '../../harness';
import { fileOf, ledgerOf, shownAs } from './asking';

/** Reads RFC 4180 with nothing of the program's own. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  for (let rest = text; rest;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const field = quoted ? quoted[0] : /^[^,\r\n"]*/.exec(rest)![0];
    fields.push(quoted ? quoted[1].replaceAll('""', '"') : field);
    rest = rest.slice(field.length);
    if (rest.startsWith(',')) rest = rest.slice(1);
    else if (rest.startsWith('\r\n')) {
      records.push(fields);
      fields = [];
      rest = rest.slice(2);
    } else throw new Error(`a record does not end with CRLF: ${JSON.stringify(rest.slice(0, 40))}`);
  }
  return records;
}

describe('a ledger as a plain table', () => {
  let app: TestApp;
  let taskforce: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite' });
    taskforce = await app.as('taskforce');
  });
  afterAll(() => app.stop());

  it('is UTF-8 with its mark, a record a line, ended by CRLF', async () => {
    const bytes = await fileOf(taskforce, 'ledger/overall.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(new Set(recordsOf(text).map(({ length }) => length)).size).toBe(1);
  });

  it.each(['overall', 'county', 'procedures', 'funding', 'entries', 'sections', 'rankings', 'flows'])('%s holds titles with units and the rows of the API, nothing more', async (id) => {
    const [head, ...body] = recordsOf((await fileOf(taskforce, `ledger/${id}.csv`)).toString('utf8').slice(1));
    const { columns, rows } = await ledgerOf(taskforce, id);
    expect(head).toEqual(columns.map(({ title, type }: Data) => `${title}${type === 'MONEY' ? '（万元）' : type === 'PERCENT' ? '（%）' : ''}`));
    expect(body).toEqual(rows.map(({ cells }: Data) => columns.map(({ type }: Data, i: number) => shownAs(type, cells[i]) ?? '')));
  });

  it('keeps groups together without subtotals, which are no rows', async () => {
    const body = recordsOf((await fileOf(taskforce, 'ledger/overall.csv?groupBy=SECTOR&columns=sector,number')).toString('utf8').slice(1)).slice(1);
    const { rows } = await ledgerOf(taskforce, 'overall', { groupBy: 'SECTOR' });
    expect(body.map(([, number]) => number)).toEqual(rows.map(({ cells }: Data) => cells[0]));
    expect(body.map(([sector]) => sector)).toEqual(['水务', '水务', '城建', '城建']);
  });

  it('lets no text become a formula, and numbers be numbers', async () => {
    const names = ['=1+1', '+86 0357', '-水闸', '@here', '＝1+1', "'=1", "'平常", '"引号",逗号'];
    for (const name of names) await createWork(taskforce, { name, scale: '=A1\n第二行' });
    const body = recordsOf((await fileOf(taskforce, 'ledger/overall.csv?columns=name,scale&orderBy=number')).toString('utf8').slice(1)).slice(-names.length);
    expect(body.map(([name]) => name)).toEqual(["'=1+1", "'+86 0357", "'-水闸", "'@here", "'＝1+1", "''=1", "'平常", '"引号",逗号']);
    expect(body[0][1]).toBe("'=A1\n第二行");
    // A reversal of money is a number below zero and stays one.
    const { recordFunding } = await taskforce.must('mutation ($i: RecordFundingInput!) { recordFunding(input: $i) { entry { id } } }', { i: { projectId: await idOf(3), source: 'OTHER', kind: 'ARRIVED', amount: '12.50', date: '2024-06-01' } });
    await taskforce.must('mutation ($i: ReverseFundingInput!) { reverseFunding(input: $i) { entry { id } } }', { i: { entryId: recordFunding.entry.id, reason: '=重复登记' } });
    const [last] = recordsOf((await fileOf(taskforce, 'ledger/entries.csv?columns=arrived,correction,note&orderBy=arrived')).toString('utf8').slice(1)).slice(1);
    expect(last).toEqual(['-0.00125', '冲回', "'=重复登记"]);
  });

  it('keeps the figures and changes of rankings as numbers, with their own decimals', async () => {
    const figures = [{ region: '990001', value: '45', base: '54.25' }, { region: '990002', value: '33', base: '30' }];
    await mutate(taskforce, 'recordFigures', { indicator: 'PM25', from: '2024-06-01', to: '2024-06-07', figures });
    await mutate(taskforce, 'recordFigures', { indicator: 'GREEN', from: '2024-06-01', to: '2024-06-07', figures: [{ region: '990001', value: '40', base: '42' }] });
    const body = recordsOf((await fileOf(taskforce, 'ledger/rankings.csv?columns=from,region,value,unit,change,changeUnit')).toString('utf8').slice(1)).slice(1);
    // 45 / 54.25 − 1 and 33 / 30 − 1; shares differ by percentage points.
    expect(body.filter(([from]) => from === '2024-06-01').map((fields) => fields.slice(1))).toEqual([['柳湾区', '33.0', 'μg/m³', '10.0', '%'], ['石桥县', '45.0', 'μg/m³', '-17.1', '%'], ['石桥县', '40', '%', '-2', '个百分点']]);
  });

  const idOf = async (number: number): Promise<string> => (await taskforce.must('query ($n: Int) { project(number: $n) { id } }', { n: number })).project.id as string;
});

describe('the apostrophe before what looks like a formula', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', '水', ' '), maxLength: 6 });

  test('comes away again to give back what there was', () => {
    fc.assert(fc.property(text, (before) => expect(withoutProof(formulaProof(before))).toBe(before)));
  });

  test('leaves nothing that begins like a formula', () => {
    fc.assert(fc.property(text, (before) => expect(formulaProof(before)).not.toMatch(/^[=+\-@\t\r\n]/)));
  });
});
