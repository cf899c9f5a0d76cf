import fc from 'fast-check';
import { CLASSES, isGood, meetsTarget, numberOf, worstOf } from '../../server/water/classes';
import { Exact } from '../../server/water/exact';
import { INDICATORS, WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { exceedanceOf } from '../../server/water/item-result';
import { DEFAULT_OPTIONS, type WaterOptions } from '../../server/water/options';
import { pollutantText } from '../../server/water/pollutants';
import { judgeSection } from '../../server/water/section-class';
import { WaterClass } from '../../server/water/section.entity';
import { anyItem, AS_GIVEN, decimals, sampleOf } from './samples';

type Cells = Partial<Record<IndicatorKey, string>>;
const judge = (cells: Cells, options: WaterOptions = AS_GIVEN, body = WaterBody.RIVER) => judgeSection(sampleOf(cells), body, options);
const itemOf = (cells: Cells, key: IndicatorKey, options: WaterOptions = AS_GIVEN) => judge(cells, options).items.find((item) => item.key === key)!;
const names = (cells: Cells, options: WaterOptions = AS_GIVEN) => judge(cells, options).pollutants.map(pollutantText);

const anyCells = fc.dictionary(anyItem, decimals(6, 60), { maxKeys: 24 }) as fc.Arbitrary<Cells>;

describe('the class of a section', () => {
  it('is the worst of its evaluated items, which decide it', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(AS_GIVEN, DEFAULT_OPTIONS), fc.constantFrom(WaterBody.RIVER, WaterBody.LAKE), (cells, options, body) => {
        const section = judge(cells, options, body);
        const classes = section.items.filter(({ key }) => INDICATORS[key].evaluated).map((item) => numberOf(item.class!));
        expect(section.class).toBe(classes.length ? CLASSES[Math.max(...classes) - 1] : null);
        expect(section.deciding).toEqual(section.class === null || section.class === WaterClass.I ? [] : section.items.filter((item) => INDICATORS[item.key].evaluated && item.class === section.class).map(({ key }) => key));
        expect(section.itemCount).toBe(classes.length);
        expect(section.pollutants.length).toBe(Math.min(3, classes.filter((number) => number > 3).length));
      }),
      { numRuns: 500 },
    );
  });

  it('does not move with total nitrogen, faecal coliforms or temperature', () => {
    fc.assert(
      fc.property(anyCells, decimals(3, 1000), (cells, extreme) => {
        const { T: _t, TN: _tn, FC: _fc, ...rest } = cells;
        const [without, having] = [judge(rest, AS_GIVEN, WaterBody.LAKE), judge({ ...rest, T: extreme, TN: extreme, FC: `${extreme.replace('.', '')}000` }, AS_GIVEN, WaterBody.LAKE)];
        expect([having.class, having.deciding, having.pollutants.map(({ key }) => key), having.itemCount]).toEqual([without.class, without.deciding, without.pollutants.map(({ key }) => key), without.itemCount]);
      }),
    );
  });

  it('is unknown of nothing, and of items that are not evaluated', () => {
    expect(judge({})).toEqual({ class: null, condition: null, deciding: [], pollutants: [], items: [], itemCount: 0 });
    expect(judge({ FC: '100', NH3N: '未检出', TP: '-1' })).toMatchObject({ class: null, itemCount: 0, deciding: [] });
  });

  it.each([
    ['0.15', 'I', 'EXCELLENT'], ['0.5', 'II', 'EXCELLENT'], ['1.0', 'III', 'GOOD'], ['1.5', 'IV', 'LIGHT'], ['2.0', 'V', 'MODERATE'], ['2.01', 'INFERIOR_V', 'HEAVY'],
  ])('with ammonia nitrogen %s alone is %s, %s', (value, waterClass, condition) => {
    expect(judge({ NH3N: value })).toMatchObject({ class: waterClass, condition, itemCount: 1 });
  });

  it('names no deciding items at class I unless asked: all would be', () => {
    const cells = { pH: '7', DO: '8', NH3N: '0.1' };
    expect(judge(cells)).toMatchObject({ class: 'I', deciding: [] });
    expect(judge(cells, { ...AS_GIVEN, decidingOfClassI: 'ALL' }).deciding).toEqual(['pH', 'DO', 'NH3N']);
  });

  it('is rounded at the evaluation digits unless values are taken as given', () => {
    const cells = { pH: '9.3', DO: '4.96', NH3N: '1.004' };
    expect(judge(cells, DEFAULT_OPTIONS)).toMatchObject({ class: 'III', deciding: ['DO', 'NH3N'] });
    expect(judge(cells)).toMatchObject({ class: 'INFERIOR_V', deciding: ['pH'] });
    const ammonia = itemOf(cells, 'NH3N', DEFAULT_OPTIONS);
    expect([ammonia.value.toNumber(), ammonia.classed.toNumber(), ammonia.exceedance]).toEqual([1.004, 1, null]);
  });

  it('says why beside pH out of range, which may also go without a class', () => {
    expect(itemOf({ pH: '5.9' }, 'pH')).toMatchObject({ class: 'INFERIOR_V', note: 'PH_OUT_OF_RANGE', exceedance: null });
    const unclassed = { ...AS_GIVEN, phOutside: 'UNCLASSED' } as const;
    expect(itemOf({ pH: '5.9' }, 'pH', unclassed)).toMatchObject({ class: null, note: 'PH_OUT_OF_RANGE' });
    expect(judge({ pH: '5.9', NH3N: '1.2' }, unclassed)).toMatchObject({ class: 'IV', itemCount: 2 });
  });

  it('does not rest on half a detection limit that lies above class III unless asked', () => {
    // Mercury below 0.0004: the limit is above 0.0001, half of it (0.0002) would be class IV.
    expect(itemOf({ Hg: '0.0004L' }, 'Hg')).toMatchObject({ class: null, note: 'UNDETECTED_ABOVE_III', exceedance: null });
    expect(judge({ Hg: '0.0004L', NH3N: '0.3' })).toMatchObject({ class: 'II', pollutants: [], itemCount: 2 });
    expect(judge({ Hg: '0.0004L', NH3N: '0.3' }, { ...AS_GIVEN, undetectedAboveIII: 'JUDGED' })).toMatchObject({ class: 'IV', deciding: ['Hg'] });
    // Half of 0.00015 is within class III, but nobody knows of the other half.
    expect(itemOf({ Hg: '0.00015L' }, 'Hg')).toMatchObject({ class: null, note: 'UNDETECTED_ABOVE_III' });
    // A limit equal to class III can be judged, and so can a found value.
    expect(itemOf({ Hg: '0.0001L' }, 'Hg')).toMatchObject({ class: 'I', note: null, belowDetection: true });
    expect(itemOf({ Hg: '0.0002' }, 'Hg')).toMatchObject({ class: 'IV', note: null });
  });

  it('takes oxygen of 90 % saturation for class I where the pressure is given and the temperature known', () => {
    // At 25 ℃ saturation is 468 / 56.6 = 8.2686 mg/L, nine tenths are 7.4417; at 90 kPa 8.2686 × 90 / 101.325 × 0.9 = 6.6099.
    const atSea = { ...AS_GIVEN, saturationPressure: Exact.of('101.325') };
    const onHigh = { ...AS_GIVEN, saturationPressure: Exact.of('90') };
    const oxygen = (DO: string, options: WaterOptions, T?: string) => itemOf({ DO, ...(T !== undefined && { T }) }, 'DO', options);
    expect(oxygen('7.45', atSea, '25')).toMatchObject({ class: 'I', note: 'SATURATED' });
    expect(oxygen('7.44', atSea, '25')).toMatchObject({ class: 'II', note: null });
    expect(oxygen('6.62', onHigh, '25')).toMatchObject({ class: 'I', note: 'SATURATED' });
    expect(oxygen('6.60', onHigh, '25')).toMatchObject({ class: 'II', note: null });
    expect(oxygen('8', atSea, '25')).toMatchObject({ class: 'I', note: null });
    expect([oxygen('7.45', AS_GIVEN, '25').class, oxygen('7.45', atSea).class]).toEqual(['II', 'II']);
  });
});

describe('the main pollutants of a section', () => {
  it('are those worse than III, the worse class first, then the larger multiple, at most three', () => {
    // IV: COD 25 (0.25), BOD5 5 (0.25), TP 0.25 (0.25); V: NH3N 1.6 (0.6), CODMn 12 (1).
    expect(names({ COD: '25', NH3N: '1.6', CODMn: '12', TP: '0.25' })).toEqual(['高锰酸盐指数(1.0)', '氨氮(0.6)', '化学需氧量(0.2)']);
    expect(names({ TP: '0.25', BOD5: '5', COD: '25' })).toEqual(['化学需氧量(0.2)', '五日生化需氧量(0.2)', '总磷(0.2)']);
    expect(names({ COD: '20', NH3N: '1.0', DO: '5' })).toEqual([]);
  });

  it('begin with cyanide and heavy metals, whatever their class', () => {
    expect(names({ NH3N: '3', COD: '50', CODMn: '16', As: '0.06', CN: '0.3' })).toEqual(['氰化物(0.5)', '砷(0.2)', '氨氮(2.0)']);
    expect(names({ NH3N: '3', As: '0.06' }, { ...AS_GIVEN, precedence: ['CN', 'Pb', 'Cr6'] })).toEqual(['氨氮(2.0)', '砷(0.2)']);
  });

  it('have pH and DO, which have no multiple, after the others of their class', () => {
    const cells = { pH: '9.5', DO: '1', NH3N: '2.1', COD: '35' };
    expect(names(cells)).toEqual(['氨氮(1.1)', 'pH', '溶解氧']);
    expect(names(cells, { ...AS_GIVEN, withoutMultiple: 'FIRST' })).toEqual(['pH', '溶解氧', '氨氮(1.1)']);
    expect(names({ DO: '4', NH3N: '1.2', TP: '0.25' })).toEqual(['总磷(0.2)', '氨氮(0.2)', '溶解氧']);
  });

  it('keep a digit where one decimal would print nothing', () => {
    expect(names({ COD: '20.4' })).toEqual(['化学需氧量(0.02)']);
  });

  it('measure by class III, a report on compliance by the target', () => {
    const value = Exact.of('1.5');
    expect(exceedanceOf('NH3N', value, WaterBody.RIVER)!.toNumber()).toBe(0.5);
    expect(exceedanceOf('NH3N', value, WaterBody.RIVER, WaterClass.II)!.toNumber()).toBe(2);
    expect(exceedanceOf('NH3N', value, WaterBody.RIVER, WaterClass.IV)).toBeNull();
    expect((['T', 'pH', 'DO'] as const).map((key) => exceedanceOf(key, Exact.of('20'), WaterBody.RIVER))).toEqual([null, null, null]);
    expect(exceedanceOf('TP', Exact.of('0.1'), WaterBody.LAKE)!.toNumber()).toBe(1);
  });
});

describe('classes', () => {
  it('are ordered from I to worse than V; I to III are good', () => {
    expect(CLASSES.map(numberOf)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(CLASSES.filter(isGood)).toEqual(['I', 'II', 'III']);
    expect([worstOf([WaterClass.II, WaterClass.V, WaterClass.I]), worstOf([])]).toEqual(['V', null]);
    expect([meetsTarget(WaterClass.III, WaterClass.III), meetsTarget(WaterClass.IV, WaterClass.III), meetsTarget(WaterClass.I, WaterClass.III), meetsTarget(null, WaterClass.III)]).toEqual([true, false, true, null]);
  });
});
