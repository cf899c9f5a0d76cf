import fc from 'fast-check';
import { numberOf } from '../../server/water/classes';
import { Exact } from '../../server/water/exact';
import { EVALUATED, INDICATORS, INDICATOR_KEYS, WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { WaterRounding } from '../../server/water/options';
import { valueToClass } from '../../server/water/rounding';
import { classOf, limitOf, numberAt, positionOf, scaleOf } from '../../server/water/standard';
import { WaterClass } from '../../server/water/section.entity';
import { anyItem, decimals } from './samples';

const { RIVER, LAKE } = WaterBody;
const { AS_GIVEN, EVALUATION } = WaterRounding;

/** GB 3838-2002, table 1, copied once more: item, evaluation digits, limits of I to V in units of 10^-5. */
const RIVER_TABLE: [IndicatorKey, number, number[]][] = [
  ['DO', 1, [750_000, 600_000, 500_000, 300_000, 200_000]],
  ['CODMn', 1, [200_000, 400_000, 600_000, 1_000_000, 1_500_000]],
  ['COD', 1, [1_500_000, 1_500_000, 2_000_000, 3_000_000, 4_000_000]],
  ['BOD5', 1, [300_000, 300_000, 400_000, 600_000, 1_000_000]],
  ['NH3N', 2, [15_000, 50_000, 100_000, 150_000, 200_000]],
  ['TP', 3, [2_000, 10_000, 20_000, 30_000, 40_000]],
  ['Cu', 3, [1_000, 100_000, 100_000, 100_000, 100_000]],
  ['Zn', 3, [5_000, 100_000, 100_000, 200_000, 200_000]],
  ['F', 3, [100_000, 100_000, 100_000, 150_000, 150_000]],
  ['Se', 4, [1_000, 1_000, 1_000, 2_000, 2_000]],
  ['As', 4, [5_000, 5_000, 5_000, 10_000, 10_000]],
  ['Hg', 5, [5, 5, 10, 100, 100]],
  ['Cd', 5, [100, 500, 500, 500, 1_000]],
  ['Cr6', 3, [1_000, 5_000, 5_000, 5_000, 10_000]],
  ['Pb', 3, [1_000, 1_000, 5_000, 5_000, 10_000]],
  ['CN', 3, [500, 5_000, 20_000, 20_000, 20_000]],
  ['VP', 4, [200, 200, 500, 1_000, 10_000]],
  ['Oil', 2, [5_000, 5_000, 5_000, 50_000, 100_000]],
  ['LAS', 2, [20_000, 20_000, 20_000, 30_000, 30_000]],
  ['S', 3, [5_000, 10_000, 20_000, 50_000, 100_000]],
  ['FC', 0, [20_000_000, 200_000_000, 1_000_000_000, 2_000_000_000, 4_000_000_000]],
];
const LAKE_TABLE: [IndicatorKey, number, number[]][] = [
  ['TP', 3, [1_000, 2_500, 5_000, 10_000, 20_000]],
  ['TN', 2, [20_000, 50_000, 100_000, 150_000, 200_000]],
];
const ROWS = [...RIVER_TABLE.map((row) => [RIVER, ...row] as const), ...LAKE_TABLE.map((row) => [LAKE, ...row] as const)];

/** 10^-5 units with a hundredth of one on top, as text. */
const text = (units: number, hundredths = 0): string => {
  const digits = (BigInt(units) * 100n + BigInt(hundredths)).toString().padStart(8, '0');
  return `${digits.slice(0, -7)}.${digits.slice(-7)}`;
};

/** The class by its words: the first whose limit is not passed. */
const slowClass = (key: IndicatorKey, limits: readonly number[], hundredths: bigint): number => {
  const keeps = (limit: number) => (key === 'DO' ? hundredths >= BigInt(limit) * 100n : hundredths <= BigInt(limit) * 100n);
  return limits.findIndex(keeps) + 1 || 6;
};

/** Half to even by looking at the digits of a count of 10^-7. */
const slowRound = (hundredths: bigint, digits: number): bigint => {
  const step = 10n ** BigInt(7 - digits);
  const rest = hundredths % step;
  const down = hundredths - rest;
  const up = rest * 2n > step || (rest * 2n === step && (down / step) % 2n === 1n);
  return up ? down + step : down;
};

const classNumber = (key: IndicatorKey, value: string, body = RIVER, rounding = AS_GIVEN): number | null => {
  const found = classOf(key, Exact.of(value), body, rounding);
  return found && numberOf(found);
};

describe('the limits of GB 3838-2002, table 1', () => {
  it('stand for 24 items, of which 21 take part in the evaluation', () => {
    expect(INDICATOR_KEYS.length).toBe(24);
    expect(INDICATOR_KEYS.filter((key) => !EVALUATED.includes(key))).toEqual(['T', 'TN', 'FC']);
    expect(['pH', ...RIVER_TABLE.map(([key]) => key)].filter((key) => key !== 'FC').sort()).toEqual([...EVALUATED].sort());
  });

  describe.each(ROWS)('%s %s', (body, key, digits, limits) => {
    it('are those of the printed table, with its evaluation digits', () => {
      const classes = [WaterClass.I, WaterClass.II, WaterClass.III, WaterClass.IV, WaterClass.V];
      expect(classes.map((value) => limitOf(key, body, value)!.toNumber())).toEqual(limits.map((limit) => limit / 100_000));
      expect(limitOf(key, body, WaterClass.INFERIOR_V)).toBeNull();
      expect(INDICATORS[key].digits).toBe(digits);
    });

    it.each([...new Set(limits)])('admit %d × 10^-5 itself and not the next ten-millionth', (limit) => {
      const lowered = key === 'DO';
      const best = limits.indexOf(limit) + 1;
      const next = limits.findIndex((other) => (lowered ? other < limit : other > limit)) + 1 || 6;
      const [inside, outside] = lowered ? [text(limit, 1), text(limit - 1, 99)] : [text(limit - 1, 99), text(limit, 1)];
      expect([classNumber(key, inside, body), classNumber(key, text(limit), body), classNumber(key, outside, body)]).toEqual([best, best, next]);
    });

    it.each([...new Set(limits)])('hold at %d × 10^-5 for the last digit more and less, and at the ties between, once rounded', (limit) => {
      const step = 10n ** BigInt(7 - digits);
      for (const offset of [-step, -step / 2n - 1n, -step / 2n, -step / 2n + 1n, 0n, step / 2n - 1n, step / 2n, step / 2n + 1n, step]) {
        const hundredths = BigInt(limit) * 100n + offset;
        const value = text(Number(hundredths / 100n), Number(hundredths % 100n));
        expect({ value, class: classNumber(key, value, body, EVALUATION) }).toEqual({ value, class: slowClass(key, limits, slowRound(hundredths, digits)) });
      }
    });

    it('give everywhere the class that the words give, rounded or not', () => {
      const highest = Math.max(...limits) * 100;
      fc.assert(
        fc.property(fc.oneof(fc.integer({ min: 0, max: 2 * highest }), fc.constantFrom(...limits).chain((limit) => fc.integer({ min: limit * 99, max: limit * 101 }))), (count) => {
          const hundredths = BigInt(count);
          const value = text(Number(hundredths / 100n), Number(hundredths % 100n));
          expect(classNumber(key, value, body)).toBe(slowClass(key, limits, hundredths));
          expect(classNumber(key, value, body, EVALUATION)).toBe(slowClass(key, limits, slowRound(hundredths, digits)));
        }),
      );
    });

    it('never give a better class to dirtier water', () => {
      const value = fc.integer({ min: 0, max: Math.max(...limits) * 200 });
      fc.assert(
        fc.property(value, value, fc.constantFrom(AS_GIVEN, EVALUATION), (a, b, rounding) => {
          const [cleaner, dirtier] = (a < b) === (key === 'DO') ? [b, a] : [a, b];
          const number = (count: number) => classNumber(key, text(Math.floor(count / 100), count % 100), body, rounding)!;
          expect(number(cleaner)).toBeLessThanOrEqual(number(dirtier));
        }),
      );
    });
  });

  it.each([
    ['5.9', 6, 1], ['5.49', 6, 6], ['5.5', 6, 1], ['6', 1, 1], ['9', 1, 1], ['9.0000001', 6, 1], ['9.3', 6, 1], ['9.4999', 6, 1], ['9.5', 6, 6], ['0', 6, 6], ['14', 6, 6],
  ])('admit pH %s in class %d as given and %d rounded to whole numbers, of which 5.5 goes to 6 and 9.5 to 10', (pH, given, rounded) => {
    expect([classNumber('pH', pH), classNumber('pH', pH, RIVER, EVALUATION)]).toEqual([given, rounded]);
  });

  it.each([
    ['NH3N', '1.004', 4, 3], ['DO', '4.96', 4, 3], ['TP', '0.2005', 4, 3], ['TP', '0.2015', 4, 4], ['Hg', '0.000055', 3, 3], ['Hg', '0.0000549', 3, 1], ['COD', '15.05', 3, 1], ['FC', '200.5', 2, 1],
  ] as const)('turn %s %s from class %d as given to class %d rounded', (key, value, given, rounded) => {
    expect([classNumber(key, value), classNumber(key, value, RIVER, EVALUATION)]).toEqual([given, rounded]);
  });

  it('have no class for temperature and for the total nitrogen of a river, and none for negative values', () => {
    expect([classNumber('T', '20'), classNumber('T', '20', LAKE), classNumber('TN', '6.4'), classNumber('NH3N', '-0.1'), classNumber('NH3N', '-0.0000001')]).toEqual([null, null, null, null, null]);
    expect(classNumber('TN', '6.4', LAKE)).toBe(6);
  });

  it('tell the two waters apart by phosphorus: 0.06 mg/L is II in a river, IV in a lake', () => {
    expect([classNumber('TP', '0.06', RIVER), classNumber('TP', '0.06', LAKE)]).toEqual([2, 4]);
  });
});

describe('the position of a decimal', () => {
  it('is read from text as from the exact number, however long', () => {
    fc.assert(fc.property(decimals(14, 2_000_000), (value) => expect(positionOf(value)).toBe(Exact.of(value).position(6))));
  });

  it('is read from within a line', () => {
    expect(positionOf('NH3N,1.0000001,x', 5, 14)).toBe(1_000_000.5);
  });

  it.each(['', '.', '-1', '+1', '1e3', ' 1', '1 ', '1,5', '1..2', '1.2.3', '0.004L', '<0.1', '０.１', 'NaN', 'Infinity'])('does not exist for %j', (value) => {
    expect(positionOf(value)).toBeNaN();
    expect(numberAt(scaleOf('NH3N', RIVER, AS_GIVEN)!, positionOf(value))).toBe(0);
  });

  it('gives the class that the rounded number has, also at half a detection limit', () => {
    fc.assert(
      fc.property(anyItem, fc.constantFrom(RIVER, LAKE), fc.constantFrom(AS_GIVEN, EVALUATION), decimals(9, 60), fc.constantFrom('0.000110', '0.20100', '4.1', '0.00011', '3.10'), fc.boolean(), (key, body, rounding, any, edge, useEdge) => {
        const value = useEdge ? edge : any;
        const scale = scaleOf(key, body, rounding);
        fc.pre(scale !== null);
        const expected = (exact: Exact) => numberOf(classOf(key, valueToClass(key, exact, rounding), body, AS_GIVEN)!);
        expect(numberAt(scale!, positionOf(value))).toBe(expected(Exact.of(value)));
        expect(numberAt(scale!, positionOf(value) / 2)).toBe(expected(Exact.of(value).half()));
      }),
      { numRuns: 2000 },
    );
  });

  it('puts numbers too large to count above every limit', () => {
    expect([classNumber('FC', '1e30'), classNumber('pH', '1e30'), classNumber('DO', '1e30')]).toEqual([6, 6, 1]);
    expect(numberAt(scaleOf('FC', RIVER, EVALUATION)!, positionOf('9'.repeat(400)))).toBe(6);
  });
});
