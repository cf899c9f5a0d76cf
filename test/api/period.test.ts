import { childBounds, firstDayOf, grainOf, isPeriod, parentOf, periodBefore, yearBefore } from '../../server/api/period';

describe('a period', () => {
  it.each(['2024', '2024-06', '2024-06-30', '2024-02-29', '2024-06-30T00', '2024-06-30T20', '1900', '2199-12-31'])('is %s', (text) => expect(isPeriod(text)).toBe(true));
  it.each(['', '24', '2024-6', '2024-13', '2024-00', '2023-02-29', '2024-06-31', '2024-06-30T01', '2024-06-30T24', '2024-06-30 08', '2024-06-30T08:00', '1899', '2200', ' 2024', '2024\n'])('is not %j', (text) => expect(isPeriod(text)).toBe(false));

  it('has a grain, a first day, and a coarser one that holds it', () => {
    expect(['2024', '2024-06', '2024-06-30', '2024-06-30T08'].map((one) => [grainOf(one), firstDayOf(one), parentOf(one)])).toEqual([
      ['YEAR', '2024-01-01', null], ['MONTH', '2024-06-01', '2024'], ['DAY', '2024-06-30', '2024-06'], ['HOURS', '2024-06-30', '2024-06-30'],
    ]);
  });

  it('holds finer ones between two bounds', () => {
    expect([childBounds('2024'), childBounds('2024-02'), childBounds('2024-02-29')]).toEqual([['2024-01', '2024-12'], ['2024-02-01', '2024-02-31'], ['2024-02-29T00', '2024-02-29T20']]);
  });

  it('comes after another, and a year after another', () => {
    expect(['2024', '2024-01', '2024-03-01', '2023-03-01', '2024-01-01T00', '2024-06-30T08'].map(periodBefore)).toEqual(['2023', '2023-12', '2024-02-29', '2023-02-28', '2023-12-31T20', '2024-06-30T04']);
    expect(['2024', '2024-06', '2024-02-29', '2024-02-29T08', '2024-06-30T08'].map(yearBefore)).toEqual(['2023', '2023-06', '2023-02-28', '2023-02-28T08', '2023-06-30T08']);
  });
});
