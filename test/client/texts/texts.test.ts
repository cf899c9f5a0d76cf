import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en, zh } from '../../../client/texts';

type Tree = { [key: string]: Tree | string };

function keysOf(tree: Tree, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`)));
}

const client = join(__dirname, '../../../client');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'));

describe('texts', () => {
  it('say the same things in both languages', () => {
    expect(keysOf(en as Tree).sort()).toEqual(keysOf(zh as Tree).sort());
  });

  it('hold every key that is written out in the client', () => {
    const known = new Set(keysOf(zh as Tree));
    const used = sources.flatMap((file) => [...readFileSync(join(client, file), 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => `${match[1]}`));
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
