import fc from 'fast-check';
import { Exact } from '../../server/water/exact';
import { INDICATORS } from '../../server/water/indicators';
import { WaterRounding } from '../../server/water/options';
import { roundKeepingADigit, textKeepingADigit, valueToClass } from '../../server/water/rounding';
import { anyItem, decimals } from './samples';

const exact = Exact.of;

describe('an exact number', () => {
  it('adds and divides without loss: a third of 0.1 + 0.2 + 0.3 is not above 0.2', () => {
    const mean = exact('0.1').plus(exact('0.2')).plus(exact('0.3')).over(exact(3));
    expect(mean.equals(exact('0.2'))).toBe(true);
    expect((0.1 + 0.2 + 0.3) / 3 > 0.2).toBe(true);
  });

  it('undoes what it does', () => {
    const ratio = fc.tuple(decimals(8), fc.integer({ min: 1, max: 10_000 })).map(([text, divisor]) => exact(text).over(exact(divisor)));
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        fc.pre(!b.isZero);
        expect(a.over(b).times(b).equals(a)).toBe(true);
        expect(a.over(b).compare(exact(1))).toBe(a.compare(b));
      }),
    );
  });

  it('is written as short as says it all, and read again as the same', () => {
    const texts = [['0.10', '0.1'], ['12', '12'], ['100', '100'], ['0.0625', '0.0625'], ['1e-7', '0.0000001'], ['-2.50', '-2.5'], ['0', '0']];
    for (const [given, text] of texts) expect(exact(given).toText()).toBe(text);
    expect([exact(47).over(exact(60)), exact(2).over(exact(6)), exact('0.3').over(exact(3)), exact(1).over(exact(8))].map((one) => one.toText())).toEqual(['47/60', '1/3', '0.1', '0.125']);
    fc.assert(fc.property(decimals(8), fc.integer({ min: 1, max: 10_000 }), (text, divisor) => expect(Exact.fromText(exact(text).over(exact(divisor)).toText()).equals(exact(text).over(exact(divisor)))).toBe(true)));
    // However many places: what can be written can be read.
    for (const text of ['1e-30', '5.551115123125783e-17', '123456789012345678901234567890']) expect(Exact.fromText(exact(text).toText()).equals(exact(text))).toBe(true);
    expect(() => Exact.fromText('1/x')).toThrow();
  });

  it('stays exact and short over long sums of unlike fractions', () => {
    let sum = Exact.ZERO;
    for (let n = 1; n <= 200; n++) sum = sum.plus(Exact.ratio(1n, BigInt(n * (n + 1))));
    // 1/(1·2) + … + 1/(200·201) = 1 − 1/201.
    expect(sum.equals(Exact.ratio(200n, 201n))).toBe(true);
    expect(sum.denominator.toString().length).toBeLessThan(100);
  });

  it('takes a double for the shortest decimal that reads as it, and gives the same double back', () => {
    expect(exact(0.1).equals(exact('0.1'))).toBe(true);
    expect(exact(1e-7).equals(exact('0.0000001'))).toBe(true);
    fc.assert(fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => expect(exact(value).toNumber()).toBe(value)));
    expect([Exact.ratio(2n, 3n).toNumber(), Exact.ratio(-2n * 10n ** 40n, 3n * 10n ** 40n).toNumber()]).toEqual([2 / 3, -2 / 3]);
  });

  it.each(['', '.', '-', '1..2', '1,2', '０.1', '0x10', '1e', '1e1000', '1e-70', `1${'0'.repeat(60)}`, 'NaN', 'Infinity', ' 1'])('is not read from %j', (text) => {
    expect(Exact.parse(text)).toBeNull();
    expect(() => exact(text)).toThrow(RangeError);
  });

  it('is not divided by zero', () => {
    expect(() => exact(1).over(Exact.ZERO)).toThrow(RangeError);
  });

  it.each([
    ['0.5', 0, '0'], ['1.5', 0, '2'], ['2.5', 0, '2'], ['2.51', 0, '3'], ['2.49999', 0, '2'], ['0.125', 2, '0.12'], ['0.135', 2, '0.14'], ['0.1250000000000000000000001', 2, '0.13'],
    ['-0.5', 0, '0'], ['-1.5', 0, '-2'], ['-2.5', 0, '-2'], ['1.005', 2, '1.00'], ['1.015', 2, '1.02'], ['9.995', 2, '10.00'], ['0.04', 1, '0.0'], ['7', 3, '7.000'],
  ])('%s to %d places is %s: ties go to the even digit', (text, places, rounded) => {
    expect(exact(text).toFixed(places)).toBe(rounded);
  });

  it('is rounded to a neighbour not farther than half a step', () => {
    fc.assert(
      fc.property(decimals(12), fc.nat(6), (text, places) => {
        const rounded = exact(text).round(places);
        const step = Exact.ratio(1n, 10n ** BigInt(places));
        const distance = rounded.minus(exact(text));
        expect(distance.plus(distance).compare(step)).toBeLessThanOrEqual(0);
        expect(distance.plus(distance).compare(Exact.ZERO.minus(step))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([['0.04', 2], ['0.4', 1], ['1', 0], ['12.3', 0], ['0', 0], ['-0.0009', 4]])('%s has its first digit at place %d', (text, place) => {
    expect(exact(text).firstPlace()).toBe(place);
  });
});

describe('rounding at the evaluation digits', () => {
  it.each([['0.0004', 3, '0.0004'], ['0.00046', 3, '0.0005'], ['0.0006', 3, '0.001'], ['0.0005', 3, '0.0005'], ['0.02', 1, '0.02'], ['0.0096', 1, '0.01'], ['0', 1, '0.0'], ['1.25', 1, '1.2']])(
    'keeps a digit of what is not zero: %s to %d places is %s',
    (text, places, rounded) => {
      expect(textKeepingADigit(exact(text), places)).toBe(rounded);
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(decimals(9), decimals(9, 1)), fc.nat(5), (text, places) => {
        const once = roundKeepingADigit(exact(text), places);
        expect(roundKeepingADigit(once, places).equals(once)).toBe(true);
      }),
    );
  });

  it('leaves values as given alone, and those of items that are not classed', () => {
    fc.assert(
      fc.property(anyItem, decimals(9), (key, text) => {
        expect(valueToClass(key, exact(text), WaterRounding.AS_GIVEN).equals(exact(text))).toBe(true);
        const rounded = valueToClass(key, exact(text), WaterRounding.EVALUATION);
        expect(rounded.equals(exact(text))).toBe(key === 'T' || roundKeepingADigit(exact(text), INDICATORS[key].digits!).equals(exact(text)));
      }),
    );
  });
});
