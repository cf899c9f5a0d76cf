import { comparedItems } from '../../../client/water/section/compared';
import { csvOf } from '../../../client/water/section/csv';
import { rangeOf, readSection, sectionAddress } from '../../../client/water/section/view';
import { overviewAddress, readOverview } from '../../../client/water/overview/view';
import { atItsField, typedReading } from '../../../client/water/entry/typed';

describe('the page of a section', () => {
  const months = [{ grain: 'MONTH', from: '2021-01', to: '2025-02' }] as const;

  it('shows the last three years of months unless another range is asked for', () => {
    expect(rangeOf(readSection(new URLSearchParams()), months)).toEqual({ from: '2022-03', to: '2025-02' });
    expect(rangeOf(readSection(new URLSearchParams('from=2023-01&to=2023-06')), months)).toEqual({ from: '2023-01', to: '2023-06' });
    expect(rangeOf(readSection(new URLSearchParams('grain=day')), months)).toBeNull();
  });

  it('asks for no more days than the server gives', () => {
    const { from, to } = rangeOf(readSection(new URLSearchParams('from=2001-01-01&to=2025-02-20')), [])!;
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(2200);
  });

  it('keeps how it is looked at in its address', () => {
    const view = readSection(new URLSearchParams('from=2023-01-01&to=2023-01-31&rounding=given'));
    expect(view).toEqual({ grain: 'DAY', from: '2023-01-01', to: '2023-01-31', rounding: 'AS_GIVEN' });
    expect(sectionAddress('LF N/1', view)).toBe('/water/sections/LF%20N%2F1?from=2023-01-01&to=2023-01-31&rounding=given');
    expect(readSection(new URLSearchParams('from=2023-02&to=2023-01-31'))).toMatchObject({ grain: 'MONTH', from: null });
    expect(overviewAddress(readOverview(new URLSearchParams('period=2024&level=national')))).toBe('/water?period=2024&level=national');
    expect(readOverview(new URLSearchParams('period=2024-13'))).toEqual({ period: null, level: null });
  });

  it('compares what both sides have and what matters, in the order of the standard', () => {
    const before = [{ indicator: 'T', class: null }, { indicator: 'NH3N', class: 'IV' }, { indicator: 'TP', class: 'II' }, { indicator: 'F', class: 'IV' }, { indicator: 'Cu', class: 'I' }] as const;
    const after = [{ indicator: 'NH3N', class: 'II' }, { indicator: 'F', class: 'I' }, { indicator: 'Cu', class: 'I' }] as const;
    expect(comparedItems<{ indicator: string; class: 'I' | 'II' | 'IV' | null }>(before, after).map((pair) => pair.before.indicator)).toEqual(['NH3N', 'F']);
  });

  it('writes files that a spreadsheet reads as they are meant', () => {
    expect(csvOf([['时段', '定类因子'], ['2024-06', '氨氮,总磷'], [1.25, null], ['=1+1', '-5', '<0.004']])).toBe("\ufeff时段,定类因子\r\n2024-06,\"氨氮,总磷\"\r\n1.25,\r\n'=1+1,-5,<0.004\r\n");
  });
});

describe('entering a sample', () => {
  it('reads what a laboratory writes', () => {
    expect(typedReading('0.12')).toEqual({ value: 0.12, belowDetection: false, text: null });
    expect(typedReading(' 0.025L ')).toEqual({ value: 0.025, belowDetection: true, text: '0.025L' });
    expect(typedReading('＜0.004')).toEqual({ value: 0.004, belowDetection: true, text: '<0.004' });
    expect(typedReading('-3')).toEqual({ value: -3, belowDetection: false, text: null });
    expect(['', '<0.1L', '1,2', 'n/a', '5 mg/L'].map(typedReading)).toEqual([null, null, null, null, null]);
  });

  it('shows a refusal at the field of its item', () => {
    const refused = (field: string) => ({ kind: 'refused' as const, code: 'BAD_USER_INPUT', message: '…', field });
    expect(atItsField(refused('input.samples.0.indicators.1.value'), ['DO', 'pH'])).toMatchObject({ field: 'input.pH' });
    expect(atItsField(refused('input.samples.0.period'), ['DO'])).toMatchObject({ field: 'input.period' });
    expect(atItsField(refused('input.idempotencyKey'), ['DO'])).toMatchObject({ field: 'input.idempotencyKey' });
    expect(atItsField(null, [])).toBeNull();
  });
});
