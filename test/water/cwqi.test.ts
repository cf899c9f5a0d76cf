import fc from 'fast-check';
import { cityIndex, indexChange, itemIndex, waterIndex } from '../../server/water/cwqi';
import { Exact } from '../../server/water/exact';
import { EVALUATED, WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { DEFAULT_OPTIONS, type WaterOptions } from '../../server/water/options';
import { limitOf } from '../../server/water/standard';
import { WaterClass } from '../../server/water/section.entity';
import { sampleOf } from './samples';

const { RIVER, LAKE } = WaterBody;
const indexOf = (cells: Partial<Record<IndicatorKey, string>>, options: WaterOptions = DEFAULT_OPTIONS) => waterIndex(sampleOf(cells), RIVER, options);

describe('the index of one item', () => {
  it.each([
    ['NH3N', '0.5', RIVER, 0.5], ['TP', '0.1', RIVER, 0.5], ['TP', '0.1', LAKE, 2], ['DO', '10', RIVER, 0.5], ['DO', '2.5', RIVER, 2], ['DO', '5', RIVER, 1],
    ['pH', '7', RIVER, 0], ['pH', '6', RIVER, 1], ['pH', '5.5', RIVER, 1.5], ['pH', '9', RIVER, 1], ['pH', '8', RIVER, 0.5], ['pH', '6.8', RIVER, 0.2], ['Hg', '0.00005', RIVER, 0.5],
  ] as const)('of %s %s in a %s is %d', (key, value, body, index) => {
    expect(itemIndex(key, Exact.of(value), body)!.toNumber()).toBe(index);
  });

  it('is 1 at the limit of class III, for every item that has one', () => {
    for (const key of EVALUATED.filter((item) => item !== 'pH')) expect(itemIndex(key, limitOf(key, RIVER, WaterClass.III)!, RIVER)!.equals(Exact.of(1))).toBe(true);
  });
});

describe('the index of a sample', () => {
  it('is the sum over the evaluated items, and says of how many', () => {
    // 0.5 + 5/10 + 0.8/2 with TN, FC and T left out.
    const { index, itemCount, items } = indexOf({ pH: '8', DO: '10', NH3N: '0.4', TN: '5', FC: '9000', T: '12' });
    expect([index!.toNumber(), itemCount, [...items.keys()]]).toEqual([1.4, 3, ['pH', 'DO', 'NH3N']]);
  });

  it('of all 21 items at the limit of class III and pH 9 is 21', () => {
    const cells = Object.fromEntries(EVALUATED.map((key) => [key, key === 'pH' ? '9' : limitOf(key, RIVER, WaterClass.III)!.toFixed(5)]));
    expect([indexOf(cells).index!.toNumber(), indexOf(cells).itemCount]).toEqual([21, 21]);
  });

  it('is not known of nothing, nor of water without oxygen unless that is left out', () => {
    expect(indexOf({ TN: '1' })).toMatchObject({ index: null, itemCount: 0 });
    expect(indexOf({ DO: '0', NH3N: '2' })).toMatchObject({ index: null, itemCount: 2 });
    expect(indexOf({ DO: '0', NH3N: '2' }, { ...DEFAULT_OPTIONS, indexWithoutOxygen: 'LEFT_OUT' }).index!.toNumber()).toBe(2);
  });

  it('takes values as given, or as they are classed if asked', () => {
    // pH 7.6 → 0.3 as given; rounded to 8 → 0.5.
    expect([indexOf({ pH: '7.6' }).index!.toNumber(), indexOf({ pH: '7.6' }, { ...DEFAULT_OPTIONS, indexOf: 'ROUNDED' }).index!.toNumber()]).toEqual([0.3, 0.5]);
  });

  it('may fill in what nobody measured, which does not count as measured', () => {
    const options = { ...DEFAULT_OPTIONS, fillIn: new Map<IndicatorKey, Exact>([['COD', Exact.of(10)], ['NH3N', Exact.of(9)]]) };
    const { index, itemCount } = indexOf({ NH3N: '0.2' }, options);
    expect([index!.toNumber(), itemCount]).toEqual([0.7, 1]);
    expect(indexOf({}, options).index).toBeNull();
  });

  it('grows with each item that gets dirtier', () => {
    const clean = { pH: '8', DO: '8', CODMn: '3', NH3N: '0.4', TP: '0.1' };
    fc.assert(
      fc.property(fc.constantFrom('CODMn', 'NH3N', 'TP', 'DO'), fc.integer({ min: 1, max: 79 }), (key, tenths) => {
        const dirtier = key === 'DO' ? ((80 - tenths) / 10).toFixed(1) : (Number(clean[key as 'TP']) + tenths / 10).toFixed(1);
        expect(indexOf({ ...clean, [key]: dirtier }).index!.compare(indexOf(clean).index!)).toBe(1);
      }),
    );
  });
});

describe('the index of a city', () => {
  it('weights rivers and lakes by their numbers, and does with one of them', () => {
    // River: mean 0.3 of 1.0 → 0.3, three sections; lake: 0.9 → 0.9, one point; (0.3 × 3 + 0.9) / 4 = 0.45.
    const rivers = ['0.1', '0.2', '0.6'].map((NH3N) => sampleOf({ NH3N }));
    const lakes = [sampleOf({ NH3N: '0.9' })];
    expect(cityIndex(rivers, lakes).index!.toNumber()).toBe(0.45);
    expect(cityIndex(rivers, []).index!.toNumber()).toBe(0.3);
    expect(cityIndex([], lakes)).toMatchObject({ river: null });
    expect(cityIndex([], []).index).toBeNull();
  });

  it('averages each item over the sections that have it, and counts no section without measurements', () => {
    const rivers = [sampleOf({ NH3N: '0.2', COD: '10' }), sampleOf({ NH3N: '0.4' }), sampleOf({ TN: '8' })];
    const { river, index } = cityIndex(rivers, [sampleOf({ NH3N: '0.5' })]);
    // River: 0.3 + 10/20 = 0.8 of two sections; (0.8 × 2 + 0.5) / 3 = 0.7.
    expect([river!.index!.toNumber(), river!.itemCount, index!.toNumber()]).toEqual([0.8, 2, 0.7]);
  });

  it('is not known where a part is not', () => {
    expect(cityIndex([sampleOf({ NH3N: '0.2' })], [sampleOf({ DO: '0' })]).index).toBeNull();
  });
});

describe('the change of the index', () => {
  it.each([['3', '4', '-25.0000'], ['5', '4', '25.0000'], ['4', '4', '0.0000'], ['0', '4', '-100.0000']])('from base to now: %s against %s is %s percent; negative is better', (now, base, percent) => {
    expect(indexChange(Exact.of(now), Exact.of(base))!.toFixed(4)).toBe(percent);
  });

  it('is not known without both, nor against zero', () => {
    expect([indexChange(null, Exact.of(4)), indexChange(Exact.of(4), null), indexChange(Exact.of(4), Exact.ZERO)]).toEqual([null, null, null]);
  });
});
