import fc from 'fast-check';
import { type Line, Lines } from '../../../client/ledgers/lines';

const group = (key: string, count: number) => ({ key, label: key, count, totals: [] });
const said = (line: Line) => (line.kind === 'row' ? line.index : `${line.group.key}${line.folded ? '+' : ''}`);
const all = (lines: Lines) => Array.from({ length: lines.count }, (_, i) => said(lines.at(i)));

describe('the lines of a table', () => {
  it('are its rows when nothing is grouped', () => {
    expect(all(new Lines(3, [], new Set()))).toEqual([0, 1, 2]);
    expect(new Lines(0, [], new Set()).count).toBe(0);
  });

  it('are heads and rows of groups, one after the other; a folded group is its head alone', () => {
    const groups = [group('a', 2), group('b', 1), group('c', 2)];
    expect(all(new Lines(5, groups, new Set()))).toEqual(['a', 0, 1, 'b', 2, 'c', 3, 4]);
    expect(all(new Lines(5, groups, new Set(['a', 'c'])))).toEqual(['a+', 'b', 2, 'c+']);
    expect(all(new Lines(5, groups, new Set(['a', 'b', 'c'])))).toEqual(['a+', 'b+', 'c+']);
  });

  it('tell which rows lie between two of them, for reading just these', () => {
    const lines = new Lines(5, [group('a', 2), group('b', 1), group('c', 2)], new Set(['b']));
    expect(lines.rowsBetween(0, 0)).toBeNull();
    expect(lines.rowsBetween(0, 1)).toEqual([0, 0]);
    expect(lines.rowsBetween(2, 5)).toEqual([1, 3]);
    expect(lines.rowsBetween(3, 3)).toBeNull();
  });

  it('are found among any groups as by writing them all down', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 12 }), (blocks) => {
        const groups = blocks.map(([count], i) => group(String.fromCharCode(97 + i), count));
        const folded = new Set(groups.filter((_, i) => blocks[i]![1]).map(({ key }) => key));
        let row = 0;
        const expected = groups.flatMap(({ key, count }) => {
          const rows = Array.from({ length: count }, () => row++);
          return folded.has(key) ? [`${key}+`] : [key, ...rows];
        });
        const rows = groups.reduce((sum, { count }) => sum + count, 0);
        return JSON.stringify(all(new Lines(rows, groups, folded))) === JSON.stringify(expected);
      }),
    );
  });
});
