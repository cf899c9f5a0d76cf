import { Exact } from '../../server/water/exact';
import { type IndicatorKey } from '../../server/water/indicators';
import { DEFAULT_READING, measureOf, readCell } from '../../server/water/reading';
import { unitFactor } from '../../server/water/units';

const read = (cell: string, options = DEFAULT_READING): string => {
  const reading = readCell(cell, options);
  if (reading.kind === 'FOUND') return `= ${reading.value.toFixed(6)}`;
  if (reading.kind === 'BELOW') return `< ${reading.limit.toFixed(6)}`;
  return reading.kind === 'REFUSED' ? reading.reason : reading.kind;
};

describe('a cell of a station', () => {
  it.each([
    ['0.12', '= 0.120000'], [' 0.12 ', '= 0.120000'], ['０．１２', '= 0.120000'], ['0', '= 0.000000'], ['1.2E-3', '= 0.001200'], ['.5', '= 0.500000'],
    ['0.004L', '< 0.004000'], ['0.004l', '< 0.004000'], ['0.004 L', '< 0.004000'], ['<0.004', '< 0.004000'], ['＜0.004', '< 0.004000'], ['< ０.004', '< 0.004000'],
    ['未检出', 'NOT_DETECTED'], ['ND', 'NOT_DETECTED'], ['', 'NOT_MEASURED'], ['—', 'NOT_MEASURED'], ['/', 'NOT_MEASURED'], ['-1', 'NOT_MEASURED'], ['-1.0', 'NOT_MEASURED'], ['－1', 'NOT_MEASURED'],
    ['-0.02', 'NEGATIVE'], ['−0.02', 'NEGATIVE'], ['L', 'NO_NUMBER'], ['0L', 'NO_NUMBER'], ['<0', 'NO_NUMBER'], ['<-1', 'NO_NUMBER'], ['1,2', 'NO_NUMBER'], ['0.1*', 'NO_NUMBER'], ['故障', 'NO_NUMBER'], ['1.2.3', 'NO_NUMBER'],
  ])('%j says %s', (cell, meaning) => {
    expect(read(cell)).toBe(meaning);
  });

  it('reads numbers below zero as its source means them', () => {
    expect(read('-1', { ...DEFAULT_READING, minusOne: 'REFUSED' })).toBe('NEGATIVE');
    expect(read('-0.02', { ...DEFAULT_READING, negative: 'BELOW' })).toBe('< 0.020000');
  });

  it('brings half the detection limit, and nothing where there is no number', () => {
    const milli = Exact.of('0.001');
    expect(measureOf(readCell('0.05L'), milli)).toMatchObject({ belowDetection: true });
    expect(measureOf(readCell('0.05L'), milli)!.value.equals(Exact.of('0.000025'))).toBe(true);
    expect(measureOf(readCell('6.2'), milli)!.value.equals(Exact.of('0.0062'))).toBe(true);
    expect(['未检出', '-1', '', '-3'].map((cell) => measureOf(readCell(cell), milli))).toEqual([null, null, null, null]);
  });
});

describe('a unit', () => {
  it.each([
    ['NH3N', 'mg/L', 1], ['NH3N', 'MG/l', 1], ['Hg', 'μg/L', 0.001], ['Hg', 'µg/L', 0.001], ['Hg', 'ug / L', 0.001], ['Cd', '微克/升', 0.001], ['Hg', 'ng/L', 0.000001], ['FC', '个/L', 1], ['FC', 'MPN/100mL', 10],
    ['FC', 'CFU/100ml', 10], ['pH', '无量纲', 1], ['pH', '', 1], ['T', '℃', 1], ['T', '°C', 1], ['FC', 'mg/L', null], ['NH3N', '个/L', null], ['pH', 'mg/L', null], ['Cu', 'ppm', null], ['T', 'K', null],
  ] as [IndicatorKey, string, number | null][])('of %s, %j, is %d of the standard\'s', (key, unit, factor) => {
    expect(unitFactor(key, unit)?.toNumber() ?? null).toBe(factor);
  });
});
