import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { createWork, sofficePath, startTestApp, testFolder, type Data, type TestApp, type TestClient } from '../../harness';
import { fileOf, ledgerOf, shownAs } from './asking';

// Where there is none, the run's set-up has said so.
(sofficePath ? describe : describe.skip)('LibreOffice', () => {
  let app: TestApp;
  let taskforce: TestClient;
  let folder: string;
  beforeAll(async () => {
    app = await startTestApp({ engine: 'sqlite' });
    taskforce = await app.as('taskforce');
    folder = fs.mkdtempSync(path.join(testFolder(), 'soffice-'));
  });
  afterAll(() => app.stop());

  /** Opens a file and saves it as text, values as they are stored and dates as they are shown. */
  async function opened(file: string, ending: 'xlsx' | 'csv'): Promise<string[][]> {
    const source = path.join(folder, `ledger.${ending}`);
    fs.writeFileSync(source, await fileOf(taskforce, file));
    // Separated by commas, in quotation marks, UTF-8, from the first row on; numbers with all their digits.
    await promisify(execFile)(sofficePath!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...(ending === 'csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,76'] : []), '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false', '--outdir', path.join(folder, 'out'), source]);
    return parse(fs.readFileSync(path.join(folder, 'out', 'ledger.csv')), { bom: true, relax_column_count: true });
  }

  it.each(['overall', 'funding', 'entries', 'county'])('opens %s with the values of the API', async (id) => {
    await createWork(taskforce, { code: `F-${id}`, name: '=1+1', scale: '+2' });
    const records = await opened(`ledger/${id}.xlsx`, 'xlsx');
    const { columns, rows, totals } = await ledgerOf(taskforce, id);
    const plain = (type: string, cell: string | null): string => {
      const shown = shownAs(type, cell) ?? '';
      return ['NUMBER', 'MONEY', 'PERCENT'].includes(type) && shown !== '' ? String(Number(shown)) : shown;
    };
    expect(records.slice(3, 3 + rows.length)).toEqual(rows.map(({ cells }: Data) => columns.map(({ type }: Data, i: number) => plain(type, cells[i]))));
    const labelled = totals.indexOf(null);
    expect(records[3 + rows.length]).toEqual(columns.map(({ type }: Data, i: number) => (i === labelled ? '合计' : plain(type, totals[i]))));
    expect(records[0][0]).toMatch(/台账$/);
  });

  it('takes nothing in a plain table for a formula', async () => {
    await createWork(taskforce, { code: 'G-1', name: '=1+1', scale: '@SUM(A1)' });
    const records = await opened('ledger/overall.csv?columns=code,name,scale&search=G-1', 'csv');
    expect(records).toEqual([['项目编码', '项目名称', '建设规模'], ['G-1', "'=1+1", "'@SUM(A1)"]]);
  });
});
