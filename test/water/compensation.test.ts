import { CompensationKind, compensate, isReckonable, toFen, type BorderMonth, type SchemeRule } from '../../server/water/compensation';
import { CompensationMultiple, DEFAULT_COMPENSATION, FenRounding } from '../../server/water/compensation-options';
import { Exact } from '../../server/water/exact';
import { WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { found, undetected, type Measures } from '../../server/water/measures';
import { WaterRounding } from '../../server/water/options';
import { WaterClass } from '../../server/water/section.entity';

/** 1,000 yuan a multiple of ammonia, 3,000 of phosphorus. Class Ⅲ has 1.0 mg/L and 0.2 mg/L. */
const RULE: SchemeRule = { ...DEFAULT_COMPENSATION, items: [{ indicator: 'NH3N', base: 100_000 }, { indicator: 'TP', base: 300_000 }] };

const measures = (values: Partial<Record<IndicatorKey, string>>): Measures =>
  new Map(Object.entries(values).map(([key, text]) => [key as IndicatorKey, text.startsWith('<') ? undetected(Exact.of(text.slice(1))) : found(Exact.of(text))]));
const month = (values: Partial<Record<IndicatorKey, string>> | null, more: Partial<BorderMonth> = {}): BorderMonth =>
  ({ body: WaterBody.RIVER, target: WaterClass.III, measures: values && measures(values), class: null, ...more });
const told = (rule: SchemeRule, of: BorderMonth) => compensate(rule, of).map(({ kind, indicator, multiple, amount, capped }) => [kind, indicator, multiple?.toText() ?? null, amount, capped]);
const { PAYMENT, REWARD, MET, MISSING } = CompensationKind;

describe('a month of a border section', () => {
  it('costs the base amount times the multiple over the limit of the target', () => {
    // (1.5 − 1.0) / 1.0 = 0.5 of 1,000.00; (0.25 − 0.2) / 0.2 = 0.25 of 3,000.00.
    expect(told(RULE, month({ NH3N: '1.5', TP: '0.25' }))).toEqual([[PAYMENT, 'NH3N', '0.5', 50_000, false], [PAYMENT, 'TP', '0.25', 75_000, false]]);
  });

  it('costs nothing where the limit is kept, the limit itself too', () => {
    expect(told(RULE, month({ NH3N: '1.0', TP: '0.2' }))).toEqual([[MET, 'NH3N', null, 0, false], [MET, 'TP', null, 0, false]]);
  });

  it('costs nothing for what is not known, and says so', () => {
    expect(told(RULE, month({ NH3N: '1.5' }))).toEqual([[PAYMENT, 'NH3N', '0.5', 50_000, false], [MISSING, 'TP', null, 0, false]]);
    expect(told(RULE, month(null, { class: WaterClass.I })).map(([kind]) => kind)).toEqual([MISSING, MISSING]);
  });

  it('is held against the digits that classes are published with; asked otherwise, against the value as given', () => {
    // 1.004 is evaluated as 1.00 and keeps class Ⅲ; as given it is 0.004 over: 4.00 yuan.
    expect(told(RULE, month({ NH3N: '1.004', TP: '0.1' }))[0]).toEqual([MET, 'NH3N', null, 0, false]);
    expect(told({ ...RULE, waterRounding: WaterRounding.AS_GIVEN }, month({ NH3N: '1.004', TP: '0.1' }))[0]).toEqual([PAYMENT, 'NH3N', '0.004', 400, false]);
  });

  it('costs by classes where the scheme counts those', () => {
    // 1.6 is class Ⅴ (1.5 < 1.6 ≤ 2.0), two worse than Ⅲ; 0.25 is Ⅳ, one worse.
    expect(told({ ...RULE, multiple: CompensationMultiple.CLASSES }, month({ NH3N: '1.6', TP: '0.25' }))).toEqual([[PAYMENT, 'NH3N', '2', 200_000, false], [PAYMENT, 'TP', '1', 300_000, false]]);
  });

  it('costs no more an item than the bound', () => {
    // 9 times 1,000.00 is cut to 2,500.00; what is below it stays.
    expect(told({ ...RULE, cap: 250_000 }, month({ NH3N: '10', TP: '0.3' }))).toEqual([[PAYMENT, 'NH3N', '9', 250_000, true], [PAYMENT, 'TP', '0.5', 150_000, false]]);
  });

  it('goes by another target where the border has one', () => {
    // Class Ⅱ: 0.5 mg/L. (0.6 − 0.5) / 0.5 = 0.2.
    expect(told(RULE, month({ NH3N: '0.6', TP: '0.1' }, { target: WaterClass.II }))).toEqual([[PAYMENT, 'NH3N', '0.2', 20_000, false], [MET, 'TP', null, 0, false]]);
  });

  it('costs nothing for what was not found, unless half the detection limit is to count', () => {
    // Half of 3 is 1.5 and over 1.0, though nothing was found.
    expect(told(RULE, month({ NH3N: '<3', TP: '0.1' }))[0]).toEqual([MET, 'NH3N', null, 0, false]);
    expect(told({ ...RULE, undetected: 'HALF_LIMIT' }, month({ NH3N: '<3', TP: '0.1' }))[0]).toEqual([PAYMENT, 'NH3N', '0.5', 50_000, false]);
  });

  it('earns the reward when it is better than its target by a class, with every item known and kept', () => {
    const rule = { ...RULE, reward: 20_000 };
    const clean = { NH3N: '0.4', TP: '0.08' };
    expect(told(rule, month(clean, { class: WaterClass.II })).at(-1)).toEqual([REWARD, null, null, 20_000, false]);
    for (const none of [month(clean, { class: WaterClass.III }), month({ NH3N: '0.4' }, { class: WaterClass.II }), month({ NH3N: '1.4', TP: '0.1' }, { class: WaterClass.II }), month(clean)]) {
      expect(told(rule, none).map(([kind]) => kind)).not.toContain(REWARD);
    }
    expect(told(RULE, month(clean, { class: WaterClass.I })).map(([kind]) => kind)).toEqual([MET, MET]);
  });
});

describe('amounts', () => {
  // A third of 100.00 yuan is 33.33…; 0.5 fen goes up, to the even fen, or is left.
  it.each([
    [Exact.ratio(10_000n, 3n), 3333, 3333, 3333], [Exact.ratio(5n, 2n), 3, 2, 2], [Exact.ratio(7n, 2n), 4, 4, 3], [Exact.ratio(199n, 100n), 2, 2, 1], [Exact.ZERO, 0, 0, 0],
  ])('%# are brought to whole fen', (amount, up, even, down) => {
    expect([FenRounding.HALF_UP, FenRounding.HALF_EVEN, FenRounding.DOWN].map((rounding) => toFen(amount, rounding))).toEqual([up, even, down]);
  });

  it('of millions are exact', () => {
    // 10,000,000,000.01 yuan times 1.1, which no double holds to the fen: 11,000,000,000.011.
    expect(toFen(Exact.whole(1_000_000_000_001).times(Exact.of('1.1')), FenRounding.HALF_UP)).toBe(1_100_000_000_001);
  });
});

it('only items that are the worse the more there is, with a limit, can be reckoned', () => {
  const can = (key: IndicatorKey, body = WaterBody.RIVER, target = WaterClass.III) => isReckonable(key, body, target);
  expect([can('COD'), can('TP'), can('DO'), can('pH'), can('T'), can('TN'), can('TN', WaterBody.LAKE), can('COD', WaterBody.RIVER, WaterClass.INFERIOR_V)]).toEqual([true, true, false, false, false, false, true, false]);
});
