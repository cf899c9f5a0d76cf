import { changeInClass, windowOf } from '../../../client/water/classHistory';
import { changeText, indexText, multipleText, readingText, valueText } from '../../../client/water/figures';

const MONTHS = [2021, 2022, 2023, 2024].flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`));

describe('figures of water', () => {
  it('changes are shares: better has a minus', () => {
    expect([changeText(-0.1353), changeText(0.0204), changeText(0), changeText(-0.0004), changeText(null)]).toEqual(['−13.5%', '+2.0%', '0.0%', '0.0%', '—']);
  });

  it('indices have two decimals, multiples at most two', () => {
    expect([indexText(4.730317), indexText(null)]).toEqual(['4.73', '—']);
    expect([multipleText(0.32), multipleText(0.2), multipleText(3.1449)]).toEqual(['0.32', '0.2', '3.14']);
  });

  it('a value below detection is said by its limit, twice what is reckoned with', () => {
    expect(readingText({ value: 0.0125, belowDetection: true })).toBe('<0.025');
    expect(readingText({ value: 0.0125, belowDetection: true, text: '0.025L' })).toBe('0.025L');
    expect([readingText({ value: 0.0125, belowDetection: true }, 2), readingText({ value: null, belowDetection: false }, 2)]).toEqual(['<0.025', '—']);
  });

  it('a value is rounded at the evaluation digits in decimal, ties to the even digit, and keeps a digit', () => {
    expect([valueText(1.575, 2), valueText(1.565, 2), valueText(1.005, 2), valueText(0.145, 2), valueText(2.5, 0), valueText(7.5, 0)]).toEqual(['1.58', '1.56', '1.00', '0.14', '2', '8']);
    expect([valueText(0.0004, 3), valueText(0.00036, 3), valueText(0, 3), valueText(20, 1), valueText(10004, 1), valueText(1e-7, 5), valueText(9_600_000, 0)]).toEqual(['0.0004', '0.0004', '0.000', '20.0', '10004.0', '0.0000001', '9600000']);
    expect([valueText(12.34, null), valueText(-0.25, null)]).toEqual(['12.3', '−0.2']);
  });

  it('a value as given is told whole, of a mean six digits', () => {
    expect([valueText(1.575), valueText(10004), valueText(12), valueText(0.004), valueText(0), valueText(9_600_123)]).toEqual(['1.575', '10004', '12', '0.004', '0', '9600123']);
    expect([valueText(47 / 60), valueText(1 / 300), valueText(1234567.891), valueText(-1.5)]).toEqual(['0.783333', '0.00333333', '1234568', '−1.5']);
  });

  it('a class is compared with that of the month judged before', () => {
    expect(changeInClass([{ class: 'II' }, { class: null }, { class: 'IV' }])).toBe(2);
    expect(changeInClass([{ class: 'INFERIOR_V' }, { class: 'V' }])).toBe(-1);
    expect([changeInClass([{ class: 'II' }]), changeInClass([])]).toEqual([null, null]);
  });

  it('two years of months are shown, around what a replay shows', () => {
    const ends = (period: string | null) => [windowOf(MONTHS, period)[0], windowOf(MONTHS, period).at(-1)];
    expect(ends(null)).toEqual(['2023-01', '2024-12']);
    expect(ends('2021-03')).toEqual(['2021-01', '2022-12']);
    expect(ends('2022-12')).toEqual(['2022-01', '2023-12']);
    expect(ends('2024-12')).toEqual(['2023-01', '2024-12']);
  });
});
