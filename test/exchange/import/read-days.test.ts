import fc from 'fast-check';
import { monthEnd } from '../../../server/api/day';
import { Refusal } from '../../../server/api/refusal';
import { readDay, type Edge } from '../../../server/exchange/import/read-days';
import type { Cell } from '../../../server/exchange/sheet/cell';
import { dayOfSerial, formatOf } from '../../../server/exchange/sheet/formats';

function refusalOf(cell: Cell): string {
  try {
    return `read as ${readDay(cell, 'LAST')}`;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
const both = (cell: Cell): (string | undefined)[] => (['FIRST', 'LAST'] as Edge[]).map((edge) => readDay(cell, edge));
const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it('is read in every way that people write it', () => {
    const ways: ((year: string, month: string, day: string) => string)[] = [
      (y, m, d) => `${y}-${m}-${d}`, (y, m, d) => `${y}/${Number(m)}/${Number(d)}`, (y, m, d) => `${y}.${m}.${d}`, (y, m, d) => `${y}年${Number(m)}月${Number(d)}日`,
      (y, m, d) => `${y} 年 ${m} 月 ${d} 日`, (y, m, d) => `${y}${m}${d}`, (y, m, d) => wide(`${y}年${m}月${d}日`), (y, m, d) => `${y}-${m}-${d} 00:00:00`, (y, m, d) => `${y}-${Number(m)}-${Number(d)} 8:30`,
      (y, m, d) => `${y}-${m}-${d}T00:00:00.000Z`, (y, m, d) => `${y}年${m}月${d}日前`, (y, m, d) => `计划${y}年${m}月${d}日完工`, (y, m, d) => `${y}.${m}.${d}日`,
    ];
    fc.assert(fc.property(dates, fc.constantFrom(...ways), fc.constantFrom<Edge>('FIRST', 'LAST'), (day, write, edge) => {
      const [y, m, d] = day.split('-');
      expect(readDay(write(y, m, d), edge)).toBe(day);
    }));
  });

  it('that a file keeps as a count is that of the calendar, by either count', () => {
    fc.assert(fc.property(dates, (day) => {
      const days = (from: string): number => Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
      expect(dayOfSerial(days('1899-12-30'), false)).toBe(day);
      expect(dayOfSerial(days('1904-01-01') + 0.75, true)).toBe(day);
    }));
    // The count from 1900 knows a 29 February of that year.
    expect([dayOfSerial(1, false), dayOfSerial(59, false), dayOfSerial(61, false)]).toEqual(['1900-01-01', '1900-02-28', '1900-03-01']);
  });

  it('that a month leaves open is its first where something starts and its last where something ends', () => {
    fc.assert(fc.property(dates, fc.constantFrom('年m月', '-m', '.m', '/m', '年m月份'), (day, way) => {
      const [y, m] = day.split('-');
      expect(both(`${y}${way.replace('m', m)}`)).toEqual([`${y}-${m}-01`, monthEnd(day)]);
    }));
    expect(both('202312')).toEqual(['2023-12-01', '2023-12-31']);
    expect(both({ kind: 'DAY', day: '2024-03-01', shows: 'MONTH' })).toEqual(['2024-03-01', '2024-03-31']);
    expect(both({ kind: 'DAY', day: '2024-03-01', shows: 'DAY' })).toEqual(['2024-03-01', '2024-03-01']);
  });

  it('follows the words behind month and year', () => {
    const cases: [string, string, string][] = [
      ['2024年2月底', '2024-02-29', '2024-02-29'], ['2023年12月底前', '2023-12-31', '2023-12-31'], ['2023年12月末', '2023-12-31', '2023-12-31'], ['2024年3月上旬', '2024-03-01', '2024-03-10'],
      ['2024年3月中旬', '2024-03-11', '2024-03-20'], ['2024年2月下旬', '2024-02-21', '2024-02-29'], ['2024年3月初', '2024-03-01', '2024-03-10'], ['2023年底前', '2023-12-31', '2023-12-31'], ['2023年年底', '2023-12-31', '2023-12-31'],
      ['2024年内', '2024-12-31', '2024-12-31'], ['2024', '2024-01-01', '2024-12-31'], ['2024年', '2024-01-01', '2024-12-31'], ['2024年上半年', '2024-01-01', '2024-06-30'], ['2024年第三季度', '2024-07-01', '2024-09-30'], ['2024年12月完工', '2024-12-01', '2024-12-31'],
    ];
    for (const [text, first, last] of cases) expect([text, ...both(text)]).toEqual([text, first, last]);
  });

  it('in a plain number is read where it can mean one thing only', () => {
    expect([readDay(20231231, 'LAST'), readDay(202312, 'LAST'), readDay(2023, 'LAST'), readDay(2023.12, 'LAST'), readDay(45291, 'LAST')]).toEqual(['2023-12-31', '2023-12-31', '2023-12-31', '2023-12-31', '2023-12-31']);
    // 2023.10 loses its zero as a number.
    expect(refusalOf(2023.1)).toBe('CELL_DAY_OCTOBER');
    expect(readDay('2023.10', 'LAST')).toBe('2023-10-31');
  });

  it('that a cell leaves open is none', () => {
    for (const blank of ['', '-', '—', '/', '无', '待定']) expect(readDay(blank, 'LAST')).toBeUndefined();
  });

  it('that is none, or lacks its year, is refused', () => {
    for (const bad of ['2023-02-30', '2023年13月', '2023.13.45', '尽快', '12/31/2023', '1,200', '2024年后', '18990101']) expect([bad, refusalOf(bad)]).toEqual([bad, 'CELL_DAY']);
    for (const bad of ['6月底', '12月31日', '23年12月', '23.12.31', '年底前']) expect([bad, refusalOf(bad)]).toEqual([bad, 'CELL_DAY_YEAR']);
    expect(refusalOf('2024年12月前')).toBe('CELL_DAY_BEFORE');
    expect(refusalOf({ kind: 'TRUTH', truth: true })).toBe('CELL_DAY');
    expect(refusalOf({ kind: 'PERCENT', share: 0.5 })).toBe('CELL_DAY');
  });
});

it('number formats are told apart by what they show', () => {
  const formats: Record<string, unknown> = {
    General: 'NUMBER', '0.00': 'NUMBER', '#,##0.00;[Red]-#,##0.00': 'NUMBER', '0.00E+00': 'NUMBER', '0%': 'PERCENT', '0.0"%"': { label: '%' }, 'yyyy-mm-dd': 'DAY', 'yyyy\\-mm\\-dd': 'DAY', 'm"月"d"日"': 'DAY',
    'yyyy"年"m"月"': 'MONTH', '[$-804]yyyy"年"m"月";@': 'MONTH', 'mmm-yy': 'MONTH', yyyy: 'YEAR', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy': 'DAY', 'h:mm:ss': 'NUMBER', '[h]:mm': 'NUMBER', '0.00"万元"': { label: '万元' }, '0天': { label: '天' }, '@': 'NUMBER',
  };
  expect(Object.fromEntries(Object.keys(formats).map((code) => [code, formatOf(code)]))).toEqual(formats);
});
