import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { operate } from '../../server/cli/operate';
import { packFolder } from '../harness';

let root: string;
beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'yihong-samples-'));
  expect((await type('pack', 'load', packFolder('tiny')))[0]).toBe(0);
  expect((await type('user', 'add', 'wall', '--role', 'KIOSK'))[0]).toBe(0);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

async function type(...words: string[]): Promise<[number, string[], string[]]> {
  const [out, complaints]: [string[], string[]] = [[], []];
  const code = await operate(words, { env: { TODAY: '2024-06-30' }, root, cwd: root, readSecret: async () => 'river-water-2025', out: (text) => void out.push(text), complain: (text) => void complaints.push(text) });
  return [code, out, complaints];
}
const put = (name: string, ...lines: string[]): void => fs.writeFileSync(path.join(root, name), `${lines.join('\n')}\n`);

test('takes samples in once, names what it refuses, and takes the rest where that is asked for', async () => {
  put('a.csv', '断面编码,时间,氨氮,电导率', 'T-1,2024-05,0.3,800', 'T-2,2024-05,0.025L,790');
  const unknown = 'a D1: column "电导率" is not known and left out';
  expect(await type('import', 'samples', 'a.csv', '--dry-run')).toEqual([0, [unknown, 'a.csv: 2 values, 2 samples new, 0 changed, 0 unchanged, 0 values replaced, 0 cells refused; nothing was written'], []]);
  expect(await type('import', 'samples', 'a.csv')).toEqual([0, [unknown, 'a.csv: 2 values, 2 samples new, 0 changed, 0 unchanged, 0 values replaced, 0 cells refused; written'], []]);
  expect((await type('import', 'samples', 'a.csv'))[1][1]).toMatch(/^a\.csv: 2 values, 0 samples new, 0 changed, 2 unchanged, .*; all of it came in on \d{4}-\d\d-\d\d from cli$/);
  put('b.csv', '断面编码,时间,氨氮', 'T-1,2024-04,-0.3', 'T-2,2024-04,0.2');
  expect(await type('import', 'samples', 'b.csv')).toEqual([1, [expect.stringMatching(/^b C2: .*cannot be negative/)], ['b.csv: 1 values, 0 samples new, 0 changed, 0 unchanged, 0 values replaced, 1 cells refused; nothing was written']]);
  expect((await type('import', 'samples', 'b.csv', '--leave-out'))[1].at(-1)).toBe('b.csv: 1 values, 1 samples new, 0 changed, 0 unchanged, 0 values replaced, 1 cells refused; written');
  expect((await type('import', 'samples', 'b.csv', '--as', 'wall'))[2]).toEqual(['Your account may not do this.']);
  expect((await type('import', 'samples', 'none.csv'))[0]).toBe(1);
  expect((await type('verify'))[0]).toBe(0);
});
