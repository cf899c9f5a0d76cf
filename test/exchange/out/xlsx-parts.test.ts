import fc from 'fast-check';
import { addDays } from '../../../server/api/day';
import { formatWan, formatYuan } from '../../../server/api/money';
import { columnName, serialOf } from '../../../server/exchange/out/xlsx/cells';
import { heightOf, widthOf } from '../../../server/exchange/out/xlsx/measure';
import { tabName } from '../../../server/exchange/out/xlsx/sheet';
import { dayOf, letters } from './workbook';
import { wan } from './asking';

test('money in 万元 is the yuan with the point moved, for any amount', () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), (fen) => {
    expect(formatWan(fen)).toBe(wan(formatYuan(fen)));
    expect(formatWan(fen)).toMatch(/^-?(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/);
  }));
  expect([0n, 29n, -1n, 1_000_000n, 1_190_000_029n].map(formatWan)).toEqual(['0', '0.000029', '-0.000001', '1', '1190.000029']);
});

test('days are counted as spreadsheets count them', () => {
  expect(['1900-01-01', '1900-02-28', '1900-03-01', '2000-01-01', '2024-02-29'].map(serialOf)).toEqual([1, 59, 61, 36_526, 45_351]);
  fc.assert(fc.property(fc.nat(100_000), (n) => {
    const day = addDays('1900-03-01', n);
    expect(dayOf(String(serialOf(day)))).toBe(day);
  }));
});

test('columns are named as everywhere', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.nat(16_383), (n) => expect(columnName(n)).toBe(letters(n))));
});

test('a sheet is named by what it holds, as far as that may be a name', () => {
  expect(tabName('分县（市、区）台账')).toBe('分县（市、区）台账');
  expect(tabName("'a/b: [c]*?'")).toBe('a b   c');
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("'", ' ', '/', '[', 'a', '水') }), (name) => expect(tabName(name)).toMatch(/^(?!')[^[\]:*?/\\]{0,31}(?<!')$/)));
});

test('a row is as high as its highest text, Chinese twice as wide as digits', () => {
  expect([widthOf('2024'), widthOf('石桥县'), widthOf('W-1（一）')]).toEqual([4, 6, 9]);
  expect(heightOf(['a', null, '一二三'], [10, 10, 10])).toBe(15);
  expect(heightOf(['a', '一二三四五六七八九十一二'], [10, 10])).toBe(42);
  expect(heightOf(['第一行\n第二行'], [100])).toBe(28.5);
  expect(heightOf(['字'.repeat(10_000)], [10])).toBe(409);
});
