import fc from 'fast-check';
import { Exact } from '../../server/water/exact';
import { WaterBody } from '../../server/water/indicators';
import { found, undetected } from '../../server/water/measures';
import { ItemMean, meanOf } from '../../server/water/period-mean';
import { judgeSection } from '../../server/water/section-class';
import { AS_GIVEN, decimals, sampleOf } from './samples';

const phOf = (...values: string[]) => meanOf(values.map((pH) => sampleOf({ pH }))).get('pH')!.value;

describe('the mean of a period', () => {
  it('is exact: 0.1, 0.2 and 0.3 of phosphorus are class III, not IV', () => {
    const means = meanOf(['0.1', '0.2', '0.3'].map((TP) => sampleOf({ TP })));
    expect(means.get('TP')).toMatchObject({ count: 3, belowDetection: false });
    expect(judgeSection(means, WaterBody.RIVER, AS_GIVEN).class).toBe('III');
  });

  it('keeps thirds whole until a rule rounds them', () => {
    // (1.00 + 1.00 + 1.01) / 3 = 1.00333…: over 1.0 as given, 1.00 at two places.
    const means = meanOf(['1.00', '1.00', '1.01'].map((NH3N) => sampleOf({ NH3N })));
    expect(means.get('NH3N')!.value.times(Exact.of(3)).equals(Exact.of('3.01'))).toBe(true);
    expect([judgeSection(means, WaterBody.RIVER, AS_GIVEN).class, judgeSection(means, WaterBody.RIVER).class]).toEqual(['IV', 'III']);
  });

  it('takes half the detection limit, and is below detection only where all of it is', () => {
    const means = meanOf([sampleOf({ NH3N: '0.03L', Cu: '0.02L' }), sampleOf({ NH3N: '0.045', Cu: '0.04L' })]);
    // (0.015 + 0.045) / 2 = 0.03; (0.01 + 0.02) / 2 = 0.015.
    expect(means.get('NH3N')).toMatchObject({ belowDetection: false, count: 2 });
    expect(means.get('Cu')).toMatchObject({ belowDetection: true, count: 2 });
    expect([means.get('NH3N')!.value.toNumber(), means.get('Cu')!.value.toNumber()]).toEqual([0.03, 0.015]);
  });

  it('leaves out what is missing and what was not detected without a limit', () => {
    const means = meanOf([sampleOf({ COD: '10', TP: '未检出' }), sampleOf({ COD: '-1', TP: '' }), sampleOf({ COD: '13' })]);
    expect([...means.keys()]).toEqual(['COD']);
    expect([means.get('COD')!.value.toNumber(), means.get('COD')!.count]).toEqual([11.5, 2]);
    expect(meanOf([]).size).toBe(0);
  });

  it('is judged itself: the class of a mean is no mean of classes', () => {
    // Class I five times and one 劣Ⅴ: (5 × 0.1 + 9.4) / 6 = 1.65 is V; the mean of the numbers (5 + 6) / 6 would be II.
    const means = meanOf(['0.1', '0.1', '0.1', '0.1', '0.1', '9.4'].map((NH3N) => sampleOf({ NH3N })));
    expect(means.get('NH3N')!.value.toNumber()).toBe(1.65);
    expect(judgeSection(means, WaterBody.RIVER).class).toBe('V');
  });

  it('lies between the least and the largest value, and does not hang on their order', () => {
    fc.assert(
      fc.property(fc.array(decimals(5, 12), { minLength: 1, maxLength: 12 }), fc.constantFrom('pH', 'NH3N'), (texts, key) => {
        const mean = (list: string[]) => meanOf(list.map((cell) => sampleOf({ [key]: cell }))).get(key)!.value;
        const values = texts.map(Exact.of).sort((a, b) => a.compare(b));
        const tolerance = Exact.of('0.0000000001');
        expect(mean(texts).plus(tolerance).compare(values[0])).toBeGreaterThanOrEqual(0);
        expect(mean(texts).minus(tolerance).compare(values.at(-1)!)).toBeLessThanOrEqual(0);
        const [forth, back] = [mean(texts), mean(texts.toReversed())];
        expect(forth.equals(back) || (key === 'pH' && forth.minus(back).toFixed(9) === '0.000000000')).toBe(true);
      }),
    );
  });

  it('counts a value that occurs often like as many values', () => {
    for (const key of ['pH', 'COD'] as const) {
      const [often, each] = [new ItemMean(key), new ItemMean(key)];
      often.add(found(Exact.of('6.4')), 3);
      often.add(undetected(Exact.of('8')), 2);
      for (const value of ['6.4', '6.4', '6.4']) each.add(found(Exact.of(value)));
      for (const limit of ['8', '8']) each.add(undetected(Exact.of(limit)));
      expect(often.get()!.value.equals(each.get()!.value)).toBe(true);
      expect(often.get()).toMatchObject({ count: 5, belowDetection: false });
    }
    expect(new ItemMean('COD').get()).toBeNull();
  });
});

describe('the mean of pH', () => {
  it.each([
    // −log10((10^−6 + 10^−8) / 2) = −log10(5.05 × 10^−7) = 6.2967086…
    [['6', '8'], '6.296709'],
    // −log10((10^−7 + 10^−7 + 10^−9) / 3) = −log10(6.7 × 10^−8) = 7.1739252…
    [['7', '7', '9'], '7.173925'],
    [['7.3'], '7.300000'],
  ])('of %j is %s', (values, mean) => {
    expect(phOf(...values).toFixed(6)).toBe(mean);
  });

  it('of equal values is that value, so that ties are seen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 50 }), (hundredths, count) => {
      const value = (hundredths / 100).toFixed(2);
      expect(phOf(...Array<string>(count).fill(value)).equals(Exact.of(value))).toBe(true);
    }));
    // One 5.5 and ten 7.5: (10^−5.5 + 10 × 10^−7.5) / 11 = 10^−5.5 (1 + 0.1) / 11 = 10^−6.5, a tie that rounds to 6.
    expect(phOf('5.5', ...Array<string>(10).fill('7.5')).equals(Exact.of('6.5'))).toBe(true);
  });
});
