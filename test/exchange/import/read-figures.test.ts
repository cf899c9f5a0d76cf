import fc from 'fast-check';
import { formatYuan } from '../../../server/api/money';
import { Refusal } from '../../../server/api/refusal';
import { readMoney, readPercent, readWholeNumber } from '../../../server/exchange/import/read-figures';
import type { Cell } from '../../../server/exchange/sheet/cell';

const WAN = 4;
const YI = 8;

/** The key of what refuses. */
function refusalOf(read: () => unknown): string {
  try {
    return `read as ${String(read())}`;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
const money = (cell: Cell, unit: number | null = WAN): number | undefined => readMoney(cell, unit, '总投资');
const refusedMoney = (cell: Cell, unit: number | null = WAN): string => refusalOf(() => money(cell, unit));

const full = (text: string): string => text.replace(/[0-9.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

describe('an amount', () => {
  /** Whole fen as a decimal number of a unit, written exactly. */
  const written = (fen: number, power: number): string => {
    const digits = String(fen).padStart(power + 3, '0');
    const fraction = digits.slice(-(power + 2)).replace(/0+$/, '');
    return fraction ? `${digits.slice(0, -(power + 2))}.${fraction}` : digits.slice(0, -(power + 2));
  };
  const units = fc.constantFrom(['元', 0], ['千元', 3], ['万元', 4], ['百万元', 6], ['亿元', 8]) as fc.Arbitrary<[string, number]>;
  const amounts = fc.integer({ min: 0, max: 10 ** 15 - 1 });
  const manners = fc.record({ group: fc.boolean(), wide: fc.boolean(), spaced: fc.boolean(), sign: fc.constantFrom('', '¥', '￥'), own: fc.boolean() });

  it('written exactly is read exactly, whatever its unit, separators, width of digits and blanks', () => {
    fc.assert(fc.property(amounts, units, manners, (fen, [name, power], { group, wide, spaced, sign, own }) => {
      const [whole, fraction] = written(fen, power).split('.');
      const figure = `${group ? grouped(whole) : whole}${fraction === undefined ? '' : `.${fraction}`}`;
      const text = `${sign}${wide ? full(figure) : figure}${spaced ? ' ' : ''}${own ? name : ''}`;
      // The cell's own unit goes before the heading's.
      expect(readMoney(text, own ? WAN : power, '总投资')).toBe(fen);
    }));
  });

  it('kept as a float is read as the decimal number that was typed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 12 }), units, (fen, [, power]) => {
      expect(readMoney(Number(written(fen, power)), power, '总投资')).toBe(fen);
    }));
  });

  it('reckoned in floats by a formula is read without their noise', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 2, maxLength: 20 }), (cents) => {
      const sum = cents.reduce((total, cent) => total + cent / 100, 0);
      expect(formatYuan(readMoney(sum, 0, '合计')!)).toBe(formatYuan(cents.reduce((total, cent) => total + cent, 0)));
    }));
    expect(money(1234.5600000000001)).toBe(1_234_560_000);
    expect(money(0.1 + 0.2, YI)).toBe(3_000_000_000);
    expect(money('1234.5600000000001')).toBe(1_234_560_000);
  });

  it('finer than a fen is refused, however it is kept', () => {
    expect(refusedMoney('12.345', 0)).toBe('CELL_MONEY_FINE');
    expect(refusedMoney(12.345, 0)).toBe('CELL_MONEY_FINE');
    expect(refusedMoney('0.00000012345', YI)).toBe('CELL_MONEY_FINE');
    expect(refusedMoney(1234.567 / 3)).toBe('CELL_MONEY_FINE');
  });

  it('without a unit anywhere is refused, but for nothing at all', () => {
    expect(refusedMoney('1200', null)).toBe('CELL_MONEY_UNIT');
    expect(refusedMoney(1200, null)).toBe('CELL_MONEY_UNIT');
    expect(money('1200万元', null)).toBe(1_200_000_000);
    expect(money('1.2亿', null)).toBe(12_000_000_000);
    expect(money({ kind: 'LABELLED', value: 415.75, label: '万元' }, null)).toBe(415_750_000);
    expect(money(0, null)).toBe(0);
  });

  it('that a cell leaves open is none', () => {
    for (const blank of ['', '  ', '-', '—', '——', '/', '无', '暂无', '待定', 'N/A']) expect(money(blank)).toBeUndefined();
  });

  it('that is no amount is refused', () => {
    for (const bad of ['约1200', '1,23', '12,34,567', '1.2.3', '300-400', '3OO', '(1,200)', '1.2E+07', '1200万元/年', '十万', 'NaN', '1 200 x']) expect(refusedMoney(bad)).toBe('CELL_MONEY');
    expect(refusedMoney('-5')).toBe('AMOUNT_NEGATIVE');
    expect(refusedMoney(-5)).toBe('AMOUNT_NEGATIVE');
    expect(refusedMoney('100000', YI)).toBe('CELL_MONEY_LARGE');
    expect(refusedMoney(1e30)).toBe('CELL_MONEY_LARGE');
    expect(refusedMoney({ kind: 'DAY', day: '2024-01-01', shows: 'DAY' })).toBe('CELL_MONEY');
    expect(refusedMoney({ kind: 'PERCENT', share: 0.5 })).toBe('CELL_MONEY');
  });
});

describe('a percentage', () => {
  it('is read as it is shown', () => {
    const cells: [Cell, number | undefined][] = [
      [62.5, 62.5], ['62.5', 62.5], ['62.5%', 62.5], ['６２．５％', 62.5], [{ kind: 'PERCENT', share: 0.625 }, 62.5], [{ kind: 'PERCENT', share: 0.07 }, 7], ['0.6', 0.6], [0.6, 0.6], [1, 1], [100, 100],
      ['主体完成60%', 60], [33.333333, 33.33], ['-', undefined], ['', undefined],
    ];
    for (const [cell, percent] of cells) expect(readPercent(cell)).toBe(percent);
  });

  it('is refused when it is none, or more than the whole', () => {
    for (const bad of ['主体施工', '主体60%，附属30%', '120%', 101, -1, { kind: 'PERCENT', share: 1.2 }, { kind: 'TRUTH', truth: true }] as Cell[]) expect(refusalOf(() => readPercent(bad))).toBe('CELL_PERCENT');
  });
});

describe('a whole number', () => {
  it('may have a word behind it that its column allows', () => {
    const days = (cell: Cell): unknown => readWholeNumber(cell, /^(?:个)?(?:工作|自然)?[天日]?$/);
    expect([days('15个工作日'), days('１０天'), days(20), days('1,000'), days('—')]).toEqual([15, 10, 20, 1000, undefined]);
    expect(refusalOf(() => days('十天左右'))).toBe('CELL_NUMBER');
    expect(refusalOf(() => days('15个项目'))).toBe('CELL_NUMBER');
    expect(refusalOf(() => days(1.5))).toBe('CELL_WHOLE_NUMBER');
    expect(refusalOf(() => days(-3))).toBe('CELL_WHOLE_NUMBER');
  });
});
