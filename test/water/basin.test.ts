import fc from 'fast-check';
import { conditionByProportions, judgeBasin } from '../../server/water/basin';
import { DEFAULT_OPTIONS } from '../../server/water/options';
import { WaterBody } from '../../server/water/indicators';
import { countClasses, percentText, shareOf } from '../../server/water/shares';
import { WaterClass } from '../../server/water/section.entity';
import { AS_GIVEN, sampleOf } from './samples';

const { RIVER } = WaterBody;
const ammonia = (...values: string[]) => values.map((NH3N) => sampleOf({ NH3N }));

describe('the condition by proportions', () => {
  it.each([
    // Sections, of them good, of them 劣Ⅴ.
    [10, 9, 0, 'EXCELLENT'], [10, 9, 1, 'EXCELLENT'], [1000, 899, 0, 'GOOD'], [4, 3, 1, 'GOOD'], [1000, 749, 0, 'LIGHT'], [1000, 749, 199, 'LIGHT'],
    [10, 7, 2, 'MODERATE'], [1000, 500, 399, 'MODERATE'], [10, 6, 4, 'HEAVY'], [10, 5, 4, 'HEAVY'], [10, 0, 10, 'HEAVY'], [1000, 599, 400, 'HEAVY'], [9, 7, 0, 'GOOD'],
  ])('of %d sections with %d good and %d 劣Ⅴ is %s', (judged, good, inferiorV, condition) => {
    expect(conditionByProportions({ judged, good, inferiorV })).toBe(condition);
  });

  it('at exactly 60 % good with 40 % 劣Ⅴ is heavy unless chosen otherwise', () => {
    const moderate = { ...DEFAULT_OPTIONS, sixtyForty: 'MODERATE' } as const;
    expect(conditionByProportions({ judged: 5, good: 3, inferiorV: 2 })).toBe('HEAVY');
    expect(conditionByProportions({ judged: 5, good: 3, inferiorV: 2 }, moderate)).toBe('MODERATE');
    expect(conditionByProportions({ judged: 100, good: 59, inferiorV: 40 }, moderate)).toBe('HEAVY');
  });

  it('never gets better by one section getting worse', () => {
    const order = ['EXCELLENT', 'GOOD', 'LIGHT', 'MODERATE', 'HEAVY'];
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (good, middle, inferiorV) => {
        const judged = good + middle + inferiorV;
        fc.pre(good > 0);
        const at = (g: number, v: number) => order.indexOf(conditionByProportions({ judged, good: g, inferiorV: v })!);
        expect(at(good - 1, inferiorV)).toBeGreaterThanOrEqual(at(good, inferiorV));
        expect(at(good - 1, inferiorV + 1)).toBeGreaterThanOrEqual(at(good, inferiorV));
      }),
    );
  });

  it('is unknown of no sections', () => {
    expect(conditionByProportions({ judged: 0, good: 0, inferiorV: 0 })).toBeNull();
  });
});

describe('a river of several sections', () => {
  it('is judged by means below five sections and by proportions from five on', () => {
    // Four: (0.1 + 0.1 + 0.1 + 3.9) / 4 = 1.05 is class IV. Five: four of five good, 80 %.
    expect(judgeBasin(ammonia('0.1', '0.1', '0.1', '3.9'), RIVER, AS_GIVEN)).toMatchObject({ method: 'MEANS', condition: 'LIGHT', mean: { class: 'IV' }, counts: { judged: 4, good: 3, inferiorV: 1 } });
    expect(judgeBasin(ammonia('0.1', '0.1', '0.1', '0.1', '3.9'), RIVER, AS_GIVEN)).toMatchObject({ method: 'PROPORTIONS', condition: 'GOOD', pollutants: [], counts: { judged: 5, good: 4, inferiorV: 1 } });
    expect(judgeBasin(ammonia('0.1', '0.1', '0.1', '0.1', '3.9'), RIVER, { ...AS_GIVEN, proportionsFrom: 6 })!.method).toBe('MEANS');
  });

  it('does not count sections without a class', () => {
    expect(judgeBasin([...ammonia('0.1', '0.1', '0.1', '0.1'), sampleOf({ TN: '3' })], RIVER)).toMatchObject({ method: 'MEANS', counts: { judged: 4 } });
    expect(judgeBasin([sampleOf({ FC: '10' })], RIVER)).toBeNull();
  });

  it('below five has the pollutants of each section', () => {
    const result = judgeBasin([sampleOf({ NH3N: '1.8' }), sampleOf({ NH3N: '0.1', COD: '26' })], RIVER, AS_GIVEN)!;
    expect(result.sections.map(({ pollutants }) => pollutants.map(({ key }) => key))).toEqual([['NH3N'], ['COD']]);
  });

  it('from five on has the three items over III at most sections, equal ones in the order of the standard', () => {
    const sections = [
      { NH3N: '1.2', TP: '0.3', F: '1.2' },
      { NH3N: '1.2', TP: '0.3', COD: '30', TN: '9' },
      { NH3N: '1.2', COD: '30' },
      { NH3N: '2.2', DO: '8' },
      { NH3N: '0.2', DO: '8' },
    ].map(sampleOf);
    const result = judgeBasin(sections, RIVER, AS_GIVEN);
    // One of five good; one of five, 20 %, is 劣Ⅴ.
    expect(result).toMatchObject({ method: 'PROPORTIONS', condition: 'MODERATE' });
    expect(result!.method === 'PROPORTIONS' && result!.pollutants.map(({ key, sections: count, rate }) => `${key} ${count} ${percentText(rate)}`)).toEqual(['NH3N 4 80.0', 'COD 2 40.0', 'TP 2 40.0']);
  });
});

describe('the share of good sections', () => {
  it.each([[5, 9, '55.6'], [7, 9, '77.8'], [8, 9, '88.9'], [1, 16, '6.2'], [3, 16, '18.8'], [9, 9, '100.0'], [0, 9, '0.0']])('%d of %d prints as %s', (part, whole, text) => {
    expect(percentText(shareOf(part, whole)!)).toBe(text);
  });

  it('is unknown of nothing', () => {
    expect(shareOf(0, 0)).toBeNull();
  });

  it('counts classes', () => {
    const { I, III, IV, INFERIOR_V } = WaterClass;
    expect(countClasses([I, III, IV, INFERIOR_V])).toEqual({ judged: 4, good: 2, inferiorV: 1 });
  });
});
