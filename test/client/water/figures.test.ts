import { changeInClass, windowOf } from '../../../client/water/classHistory';
import { changeText, indexText, multipleText, readingText } from '../../../client/water/figures';

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
    expect([readingText({ value: 0.78512, belowDetection: false }), readingText({ value: 12, belowDetection: false }), readingText({ value: null, belowDetection: false })]).toEqual(['0.785', '12', '—']);
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
