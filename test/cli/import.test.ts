import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { operate } from '../../server/cli/operate';
import { packFolder } from '../harness';

let root: string;
beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-import-'));
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

const put = (name: string, ...lines: string[]): void => fs.writeFileSync(path.join(root, name), `${lines.join('\n')}\n`);
const codesAfter = async (): Promise<string> => {
  await type('export ledger overall after.csv --columns code,name,investment');
  return fs.readFileSync(path.join(root, 'after.csv'), 'utf8');
};

test('looks first, then takes a file in, then finds nothing left to do', async () => {
  put('工程.csv', '项目编码,项目名称,县区,领域,类别,总投资（万元）', 'W-1,砾溪石桥段清淤,石桥县,水务,清淤,1250.5', ',柳湾新泵站,柳湾区,城建,管网,300');
  const before = await codesAfter();
  expect(await type('import works 工程.csv --dry-run')).toEqual([0, ['工程.csv: 1 new, 1 changed, 0 unchanged, 0 refused; nothing was written'], []]);
  expect(await codesAfter()).toBe(before);
  expect(await type('import works 工程.csv')).toEqual([0, ['工程.csv: 1 new, 1 changed, 0 unchanged, 0 refused; written'], []]);
  const after = await codesAfter();
  expect(after).toContain('砾溪石桥段清淤,1250.5');
  expect(after).toMatch(/W-5,柳湾新泵站,300/);
  expect(await type('import works 工程.csv')).toEqual([0, ['工程.csv: 0 new, 0 changed, 2 unchanged, 0 refused; written'], []]);
  expect((await type('verify'))[0]).toBe(0);
});

test('says of each refusal where it stands, and writes nothing of the file', async () => {
  put('坏.csv', '项目编码,项目名称,总投资（万元）,备用列', 'W-1,砾溪石桥段清淤,1300,x', 'W-2,柳湾雨污分流,约三百万,y');
  const before = await codesAfter();
  const [code, out, complaints] = await type('import works 坏.csv');
  expect([code, complaints]).toEqual([1, ['坏.csv: 0 new, 1 changed, 0 unchanged, 1 refused; nothing was written']]);
  expect(out).toEqual(['坏 D1: column "备用列" is not known and left out', expect.stringMatching(/^坏 C3: .*约三百万/)]);
  expect(await codesAfter()).toBe(before);
});

test('has the rights of the account that is named, and the day that is given', async () => {
  put('资金.csv', '项目编码,资金来源,到位（万元）', 'W-1,县级财政,401');
  expect((await type('import funding 资金.csv --as wall'))[2]).toEqual(['Your account may not do this.']);
  expect((await type('import funding 资金.csv --as east'))[0]).toBe(1);
  expect(await type('import funding 资金.csv --as east --as-of 2024-06-30')).toEqual([0, ['资金.csv: 0 new, 1 changed, 0 unchanged, 0 refused; written'], []]);
  put('他县.csv', '项目编码,资金来源,到位（万元）', 'W-2,专项债券,1600');
  expect((await type('import funding 他县.csv --as east --as-of 2024-06-30'))[0]).toBe(1);
});

test('refuses in one line what it cannot read', async () => {
  for (const [line, complaint] of [
    ['import works nothing.xlsx', expect.stringMatching(/^nothing\.xlsx cannot be read: ENOENT/)],
    ['import works 工程.csv --as nobody', 'there is no account "nobody" that may sign in'],
  ] as const) expect(await type(line)).toEqual([1, [], [complaint]]);
  for (const line of ['import works', 'import works a b', 'import water a.csv', 'import works 工程.csv --as-of yesterday']) expect((await type(line))[0]).toBe(2);
});
