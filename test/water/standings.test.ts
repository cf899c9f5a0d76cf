import { writeItems, type SampleItem } from '../../server/water/items';
import { changeOf, indexOver } from '../../server/water/compare';
import { beforeAndAfter } from '../../server/water/before-after';
import { Exact } from '../../server/water/exact';
import { WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { missOf } from '../../server/water/misses';
import { PeriodResult } from '../../server/water/period-result';
import { MonitoringSection, WaterClass } from '../../server/water/section.entity';
import { figuresOf, SectionSheet } from '../../server/water/sections';
import { rankWater } from '../../server/water/standings';

const section = (values: Partial<MonitoringSection> = {}): MonitoringSection => Object.assign(new MonitoringSection(), { id: 1, code: 'S', waterBody: WaterBody.RIVER, target: WaterClass.III, ...values });

const item = (value: number): SampleItem => ({ value: Exact.of(value), belowDetection: false, text: null, unit: null });

/** A sample of a section. */
const result = (values: Partial<Record<IndicatorKey, number>>, period = '2024-06', own = section()): PeriodResult =>
  new PeriodResult(own, { period, items: writeItems(new Map(Object.entries(values).map(([key, value]) => [key as IndicatorKey, item(value)]))), count: null, given: null, sample: false });

describe('a ranking', () => {
  // Σ I by hand against class III: CODMn / 6, NH3N / 1, TP / 0.2.
  const a = { now: [result({ CODMn: 3, NH3N: 0.5 })], base: [result({ CODMn: 6, NH3N: 1 })] };
  const b = { now: [result({ CODMn: 6, NH3N: 1, TP: 0.4 })], base: [result({ CODMn: 6, NH3N: 2, TP: 0.4 })] };
  const c = { now: [result({ CODMn: 3, NH3N: 0.5, TP: 0.02 })], base: [null] };

  it('is by state over the items that all have: who measured more is not worse for it', () => {
    const { items, standings } = rankWater([a, b, c]);
    expect(items).toEqual(['CODMn', 'NH3N']);
    expect(standings.map(({ index, rank }) => [index, rank])).toEqual([[1, 1], [2, 3], [1, 1]]);
  });

  it('is by change apart, over the items that each has in both: 1 / 2 − 1, and (1 + 1 + 2) / (1 + 2 + 2) − 1', () => {
    expect(rankWater([a, b, c]).standings.map(({ change, changeRank }) => [change, changeRank])).toEqual([[-0.5, 1], [-0.2, 2], [null, null]]);
  });

  it('takes sums of own items only where it is told to', () => {
    expect(rankWater([a, b, c], { items: 'OWN', core: [], goodThroughout: 'RANKED' }).standings.map(({ index, rank }) => [index, rank])).toEqual([[1, 1], [4, 3], [1.1, 2]]);
  });

  it('by change leaves out who was of class II and in its target throughout', () => {
    const clean = { now: [result({ NH3N: 0.4 })], base: [result({ NH3N: 0.2 })] };
    expect(rankWater([clean, a]).standings).toEqual([{ index: 0.4, rank: 1, change: 1, changeRank: null, leftOut: true }, { index: 0.5, rank: 2, change: -0.5, changeRank: 1, leftOut: false }]);
    const { standings: [ranked] } = rankWater([clean], { items: 'COMMON', core: [], goodThroughout: 'RANKED' });
    expect(ranked).toMatchObject({ leftOut: false, changeRank: 1 });
  });

  it('is among those who measured what automatic stations do; one odd item of somebody else does not empty it', () => {
    const core = { pH: 7, DO: 5, CODMn: 6, NH3N: 1, TP: 0.2 };
    const entrant = (values: Partial<Record<IndicatorKey, number>>) => ({ now: [result(values)], base: [null] });
    const { items, standings } = rankWater([entrant(core), entrant({ Hg: 0.0001 }), entrant({ T: 5, TN: 2 }), entrant({ ...core, NH3N: 0.5, COD: 10 }), entrant({ NH3N: 0.1 })]);
    expect(items).toEqual(['pH', 'DO', 'CODMn', 'NH3N', 'TP']);
    // 0 + 1 + 1 + 1 + 1, and 0.5 less.
    expect(standings.map(({ index, rank }) => [index, rank])).toEqual([[4, 2], [null, null], [null, null], [3.5, 1], [null, null]]);
  });

  it('of nothing is empty, and a class without values has no index', () => {
    expect(rankWater([])).toEqual({ items: [], standings: [] });
    const published = new PeriodResult(section(), { period: '2024', items: null, count: null, given: WaterClass.IV, sample: false });
    expect(rankWater([{ now: [published], base: [published] }]).standings).toEqual([{ index: null, rank: null, change: null, changeRank: null, leftOut: false }]);
  });
});

describe("a city's index", () => {
  // reference/water-quality.md, section 9, example 6.
  const lake = section({ id: 3, waterBody: WaterBody.LAKE });
  const now = [
    result({ pH: 8, DO: 7.5, CODMn: 3.6, NH3N: 0.42, TP: 0.11 }), result({ pH: 8, DO: 4.8, CODMn: 5.9, NH3N: 1.3, TP: 0.25 }, '2024-06', section({ id: 2 })), result({ pH: 8, DO: 8.4, CODMn: 4.2, NH3N: 0.22, TP: 0.045 }, '2024-06', lake),
  ];

  it('averages the items first, rivers and lakes apart', () => {
    const index = indexOver(now)!;
    expect([index.river!.index!, index.lake!.index!, index.index!].map((one) => one.toFixed(6))).toEqual(['3.864675', '2.915238', '3.548196']);
  });

  it('changes over the sections and items that were measured in both periods', () => {
    const [first, second] = now;
    expect(changeOf([first, second, null], [first, null, null])!.toNumber()).toBe(0);
    expect(changeOf([first, second, null], [null, null, null])).toBeNull();
    expect(changeOf([first], [result({ Cu: 1 })])).toBeNull();
    // 0.42 after 0.84; the other items have nothing to be compared with.
    expect(changeOf([first], [result({ NH3N: 0.84 })])!.toNumber()).toBe(-50);
    // An item that moved to another section says nothing: of the one 0.42 after 0.84, of the other 5.9 / 6 after the same.
    expect(changeOf([first, second], [result({ NH3N: 0.84 }), result({ CODMn: 5.9 })])!.toFixed(6)).toBe(((0.42 + 5.9 / 6) / (0.84 + 5.9 / 6) * 100 - 100).toFixed(6));
  });

  it('stands beside the counts: good of judged, and a published class counts too', () => {
    const published = new PeriodResult(section({ id: 4 }), { period: '2024-06', items: null, count: null, given: WaterClass.INFERIOR_V, sample: true });
    expect(figuresOf([now[0], now[1], published, null], [])).toMatchObject({ sections: 4, judged: 3, good: 1, goodShare: 1 / 3, inferiorV: 1, change: null });
  });
});

describe('a section over its target', () => {
  const own = section({ target: WaterClass.II });
  const sheet = new SectionSheet(own, [
    result({ NH3N: 0.4 }, '2023-12', own), result({ NH3N: 0.9 }, '2024-01', own), result({ NH3N: 0.4 }, '2024-02', own),
    // March was not measured.
    result({ NH3N: 0.7 }, '2024-04', own), result({ NH3N: 0.75, TP: 0.25, TN: 9 }, '2024-05', own),
  ]);

  it('is told with the items against its own target, how often it was over this year, and since when', () => {
    const { over, ...miss } = missOf(sheet, sheet.in('2024-05'))!;
    // (0.25 − 0.1) / 0.1 and (0.75 − 0.5) / 0.5; total nitrogen takes no part.
    expect(over.map(({ key, value, multiple }) => [key, value.toText(), multiple!.toText()])).toEqual([['TP', '0.25', '1.5'], ['NH3N', '0.75', '0.5']]);
    expect(miss).toMatchObject({ monthsJudged: 4, monthsOver: 3, since: '2024-04' });
    expect(missOf(sheet, sheet.in('2024-01'))).toMatchObject({ monthsJudged: 1, monthsOver: 1, since: '2024-01' });
  });

  it('is not one where it was met, or not measured', () => {
    expect([missOf(sheet, sheet.in('2024-02')), missOf(sheet, sheet.in('2024-03'))]).toEqual([null, null]);
  });
});

describe('the water before and after a day', () => {
  const month = (period: string, NH3N: number) => result({ NH3N }, period);
  const sheet = new SectionSheet(section(), [
    month('2023-05', 9), month('2023-06', 1), month('2023-07', 2), month('2023-12', 3),
    month('2024-06', 100), month('2024-07', 1), month('2024-08', 2), result({ NH3N: 100 }, '2024', section()),
  ]);

  it('is that of the months on each side, that of the day itself left out', () => {
    const { before, after, change, sameMonths } = beforeAndAfter(sheet, '2024-06-15', 12, '2024-12');
    expect(before).toMatchObject({ months: ['2023-06', '2023-07', '2023-12'], values: 3, judgement: { class: 'V' } });
    expect(after).toMatchObject({ months: ['2024-07', '2024-08'], values: 2, judgement: { class: 'IV' } });
    // 1.5 after 2; of the one calendar month that both sides have 1 after 2.
    expect([before!.index!.toNumber(), after!.index!.toNumber(), change!.toNumber()]).toEqual([2, 1.5, -25]);
    expect([sameMonths!.count, sameMonths!.change!.toNumber()]).toEqual([1, -50]);
  });

  it('has no side without values, and nothing beyond the last month', () => {
    expect(beforeAndAfter(sheet, '2024-06-15', 12, '2024-06')).toMatchObject({ after: null, change: null, sameMonths: null });
    expect(beforeAndAfter(sheet, '2023-05-02', 3, '2024-12').before).toBeNull();
  });
});
