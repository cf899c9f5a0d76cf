import { daysOf, isPeriod, periodAt, periodIn, periodText, placeByKey, placeOf, shiftPeriod, shortPeriod } from '../../../client/water/periods';

describe('periods', () => {
  it('follow each other in their own length, over years and leap days', () => {
    expect(shiftPeriod('2024', -1)).toBe('2023');
    expect([shiftPeriod('2024-12', 1), shiftPeriod('2024-01', -1), shiftPeriod('2025-01', -23)]).toEqual(['2025-01', '2023-12', '2023-02']);
    expect([shiftPeriod('2024-02-28', 1), shiftPeriod('2023-02-28', 1)]).toEqual(['2024-02-29', '2023-03-01']);
    expect([shiftPeriod('2024-12-31T20', 1), shiftPeriod('2025-01-01T00', -1)]).toEqual(['2025-01-01T00', '2024-12-31T20']);
    for (const period of ['1999', '2024-02', '2024-02-29', '2024-02-29T16']) expect(shiftPeriod(shiftPeriod(period, 1000), -1000)).toBe(period);
    expect(periodAt('MONTH', placeOf('2024-06'))).toBe('2024-06');
  });

  it('hold finer ones and lie in coarser ones', () => {
    expect([periodIn('MONTH', '2024', 'first'), periodIn('MONTH', '2024', 'last')]).toEqual(['2024-01', '2024-12']);
    expect([periodIn('DAY', '2024-02', 'first'), periodIn('DAY', '2024-02', 'last'), periodIn('DAY', '2024', 'last')]).toEqual(['2024-02-01', '2024-02-29', '2024-12-31']);
    expect([periodIn('HOURS', '2024-02-29', 'first'), periodIn('HOURS', '2024-02', 'last')]).toEqual(['2024-02-29T00', '2024-02-29T20']);
    expect([periodIn('YEAR', '2024-02-29T08', 'first'), periodIn('MONTH', '2024-02-29T08', 'last')]).toEqual(['2024', '2024-02']);
    expect(daysOf('2024-02')).toEqual(['2024-02-01', '2024-03-01']);
    expect(daysOf('2024')).toEqual(['2024-01-01', '2025-01-01']);
    expect(daysOf('2024-12-31T20')).toEqual(['2024-12-31', '2025-01-01']);
  });

  it('are told from what is none', () => {
    expect(['2024', '2024-06', '2024-02-29', '2024-06-30T08'].every(isPeriod)).toBe(true);
    expect(['2024-13', '2024-00', '2023-02-29', '2024-06-30T09', '24', '', 'now', null, undefined].some(isPeriod)).toBe(false);
  });

  it('are said in both languages', () => {
    expect(['2024', '2024-03', '2024-03-05', '2024-03-05T08'].map((period) => periodText(period, 'zh'))).toEqual(['2024年', '2024年3月', '2024年3月5日', '2024年3月5日 8时']);
    expect(['2024', '2024-03', '2024-03-05', '2024-03-05T08'].map((period) => periodText(period, 'en'))).toEqual(['2024', 'Mar 2024', '5 Mar 2024', '5 Mar 2024, 08:00']);
    expect(['2024', '2024-03', '2024-03-05'].map((period) => shortPeriod(period, 'zh'))).toEqual(['2024年', '24年3月', '3月5日']);
    expect(periodText(null, 'zh')).toBe('');
  });

  it('are walked by keys, never beyond the ends', () => {
    expect([placeByKey('ArrowLeft', 5, 0, 9), placeByKey('ArrowRight', 9, 0, 9), placeByKey('PageDown', 5, 0, 9), placeByKey('Home', 5, 2, 9), placeByKey('End', 5, 2, 9)]).toEqual([4, 9, 0, 2, 9]);
    expect(placeByKey('a', 5, 0, 9)).toBeNull();
  });
});
