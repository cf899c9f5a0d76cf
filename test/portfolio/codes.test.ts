import { codeFormOf, codeOf, highestOf } from '../../server/portfolio/codes';

const works = (...pairs: [number, string][]) => pairs.map(([number, code]) => ({ number, code }));

test('codes go on in the form of the last work whose code ends in its number', () => {
  expect(codeFormOf(works([1, 'LF-001'], [95, 'LF-095'], [96, 'provincial-7']))).toEqual({ prefix: 'LF-', digits: 3 });
  expect(codeFormOf(works([2, 'W-2'], [1, 'A-0001']))).toEqual({ prefix: 'W-', digits: 1 });
  expect(codeFormOf(works([12, '12']))).toEqual({ prefix: '', digits: 2 });
});

test('without such a work they have the usual form', () => {
  expect(codeFormOf([])).toEqual({ prefix: 'W-', digits: 3 });
  expect(codeFormOf(works([3, 'X'], [4, 'W-5']))).toEqual({ prefix: 'W-', digits: 3 });
});

test('a number has at least the digits of the form', () => {
  const form = { prefix: 'LF-', digits: 3 };
  expect([1, 96, 1000].map((number) => codeOf(form, number))).toEqual(['LF-001', 'LF-096', 'LF-1000']);
});

test('the highest is that of the codes in the form, whatever the numbers of their works', () => {
  expect(highestOf({ prefix: 'W-', digits: 1 }, works([1, 'W-1'], [2, 'W-9'], [3, 'W-9-2'], [4, 'X-12']))).toBe(9);
  expect(highestOf({ prefix: 'W-', digits: 1 }, [])).toBe(0);
});
