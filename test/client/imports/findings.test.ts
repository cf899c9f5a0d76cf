import { errorsLike, groupsOf, rowsLike } from '../../../client/imports/findings';
import type { AnswerRow, ImportError } from '../../../client/imports/wire';

const error = (cell: string, column: string | null, code: string, value: string | null = null): ImportError => ({ sheet: '侯马', cell, row: 7, column, value, code, message: `${code}说明` });
const errors = [error('C5', '总投资(万元)', 'MONEY', '约三百万'), error('C9', '总投资(万元)', 'MONEY', '待定'), error('D5', '计划开工', 'DATE', '2023.13.45'), error('A6', null, 'ROW'), error('C6', '总投资(万元)', 'UNIT')];

describe('what is wrong with a file', () => {
  it('is gathered by rule and column, the most frequent first', () => {
    expect(groupsOf(errors).map(({ column, code, count }) => [column, code, count])).toEqual([['总投资(万元)', 'MONEY', 2], ['计划开工', 'DATE', 1], [null, 'ROW', 1], ['总投资(万元)', 'UNIT', 1]]);
    expect(groupsOf([])).toEqual([]);
  });

  it('is found by its sort and by any of its words, in any width', () => {
    const [money] = groupsOf(errors);
    expect(errorsLike(errors, money!.id, '').map(({ cell }) => cell)).toEqual(['C5', 'C9']);
    expect(errorsLike(errors, money!.id, '待定').map(({ cell }) => cell)).toEqual(['C9']);
    expect(errorsLike(errors, null, ' ｄ５ ').map(({ cell }) => cell)).toEqual(['D5']);
    expect(errorsLike(errors, null, '没有')).toEqual([]);
  });
});

it('rows are found by what becomes of them and by what they move', () => {
  const row = (number: number, action: AnswerRow['action'], name: string, after: string | null = null): AnswerRow =>
    ({ sheet: '侯马', row: number, action, key: `LF-${number}`, name, changes: after === null ? [] : [{ field: 'stage', column: '阶段', before: '前期', after }], warnings: [] });
  const rows = [row(4, 'CHANGED', '甲', '开工'), row(5, 'UNCHANGED', '乙'), row(6, 'CHANGED', '丙', '完工')];
  expect(rowsLike(rows, 'CHANGED', '').map((one) => one.row)).toEqual([4, 6]);
  expect(rowsLike(rows, null, '完工').map((one) => one.row)).toEqual([6]);
  expect(rowsLike(rows, null, 'lf-5').map((one) => one.row)).toEqual([5]);
  expect(rowsLike(rows, 'UNCHANGED', '开工')).toEqual([]);
  expect(rowsLike(rows, null, '').map((one) => one.row)).toEqual([4, 6, 5]);
});
