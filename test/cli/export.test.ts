import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { operate } from '../../server/cli/operate';
import { packFolder } from '../harness';
import { readWorkbook } from '../exchange/out/workbook';
import { projectPackage } from '../exchange/out/oc4ids-subset';

let root: string;
beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-export-'));
  expect((await type(['pack', 'load', packFolder('tiny')]))[0]).toBe(0);
  expect((await type('user add east --role COUNTY --region 990001'))[0]).toBe(0);
  expect((await type('user add wall --role KIOSK'))[0]).toBe(0);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** Types a command on the pack's last day. @returns exit code, what was printed, why it was refused. */
async function type(words: string | string[]): Promise<[number, string[], string[]]> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await operate(typeof words === 'string' ? words.split(' ') : words, {
    env: { TODAY: '2024-06-30' }, root, cwd: root, readSecret: async () => 'river-water-2025', out: (text) => void out.push(text), complain: (text) => void complaints.push(text),
  });
  return [code, out, complaints];
}

const written = (name: string): Buffer => fs.readFileSync(path.join(root, name));

test('writes a ledger as a spreadsheet, under the name that was typed', async () => {
  const [code, [line]] = await type('export ledger overall 全部.xlsx --as-of 2023-12-31 --columns number,name --order-by number --direction DESC');
  expect([code, line]).toEqual([0, expect.stringMatching(/^全部\.xlsx: 工程总台账_2023-12-31\.xlsx, \d+ bytes$/)]);
  const book = await readWorkbook(written('全部.xlsx'));
  expect(['A4', 'A5', 'A6', 'A7'].map((name) => book.cells.get(name)!.text)).toEqual(['3', '2', '1', '合计']);
});

test('writes what an account may read, and as the operator all of it', async () => {
  await type('export ledger overall east.csv --columns code --as EAST');
  await type('export ledger overall all.csv --columns code');
  expect([written('east.csv'), written('all.csv')].map((bytes) => bytes.toString('utf8').trim().split('\r\n').slice(1))).toEqual([['W-1'], ['W-1', 'W-2', 'W-3', 'W-4']]);
});

test('writes works, sections and the package of OC4IDS', async () => {
  for (const name of ['projects', 'sections', 'oc4ids']) expect((await type(`export ${name} ${name}.json --regions 990002`.replace('oc4ids.json --regions 990002', 'oc4ids.json')))[0]).toBe(0);
  const features = (name: string) => (JSON.parse(written(name).toString('utf8')) as { features: { properties: { code: string } }[] }).features.map(({ properties: { code } }) => code);
  expect([features('projects.json'), features('sections.json')]).toEqual([['W-1', 'W-2'], ['T-2']]);
  const { uri, projects } = projectPackage.parse(JSON.parse(written('oc4ids.json').toString('utf8')));
  expect([uri, projects.length]).toEqual([expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}#2024-06-30$/), 4]);
});

test('refuses in one line and leaves no file behind', async () => {
  const before = fs.readdirSync(root).sort();
  for (const [line, complaint] of [
    ['export ledger overall a.xlsx --as nobody', 'there is no account "nobody" that may sign in'],
    ['export ledger overall a.xlsx --as wall', 'Your account may not do this.'],
    ['export ledger nothing a.xlsx', 'Not found, or not yours to open.'],
    ['export ledger overall a.xlsx --as-of 2024-02-30', '"2024-02-30" is not a date; write it like 2024-06-30.'],
    ['export ledger overall a.xlsx --columns colour', expect.stringMatching(/^This ledger has no column "colour"; it has number, code,/)],
    ['export oc4ids a.json --search nothing-is-called-so', 'No work is left to be published; a package holds at least one.'],
    ['export ledger overall nowhere/a.xlsx', expect.stringMatching(/^nowhere\/a\.xlsx cannot be written: ENOENT/)],
  ] as const) expect(await type(line)).toEqual([1, [], [complaint]]);
  for (const line of ['export ledger overall a.pdf', 'export ledger overall', 'export projects a.json --year 2024', 'export everything a.json']) expect((await type(line))[0]).toBe(2);
  expect(fs.readdirSync(root).sort()).toEqual(before);
});

test('puts a whole file in the place of an older one', async () => {
  fs.writeFileSync(path.join(root, 'old.csv'), 'x'.repeat(100_000));
  expect((await type('export ledger county old.csv --columns name,total'))[0]).toBe(0);
  expect(written('old.csv').length).toBeLessThan(1000);
});
