import { judgeBasin, conditionByProportions } from '../../server/water/basin';
import { CLASSES, numberOf } from '../../server/water/classes';
import { CONDITION_WORDS } from '../../server/water/condition';
import { cityIndex, indexChange, waterIndex } from '../../server/water/cwqi';
import { Exact } from '../../server/water/exact';
import { WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { type Measure, type Measures } from '../../server/water/measures';
import { meanOf } from '../../server/water/period-mean';
import { pollutantText } from '../../server/water/pollutants';
import { readCell, measureOf } from '../../server/water/reading';
import { judgeSection } from '../../server/water/section-class';
import { countClasses } from '../../server/water/shares';
import { unitFactor } from '../../server/water/units';
import { AS_GIVEN, sampleOf } from './samples';

/**
 * Examples reckoned by hand from GB 3838-2002, table 1 (classes), 环办〔2011〕22号 (sections, pollutants, proportions),
 * 环办监测函〔2020〕82号, item 7 (half the detection limit) and 环办监测〔2017〕51号 (the index). Values as given, rivers unless said.
 */
const judge = (measures: Measures) => {
  const section = judgeSection(measures, WaterBody.RIVER, AS_GIVEN);
  const { index, itemCount } = waterIndex(measures, WaterBody.RIVER, AS_GIVEN);
  return {
    classes: Object.fromEntries(section.items.map((item) => [item.key, item.class && numberOf(item.class)])),
    class: section.class,
    condition: section.condition && CONDITION_WORDS[section.condition].zh,
    deciding: section.deciding,
    pollutants: section.pollutants.map(pollutantText),
    multiples: section.pollutants.map(({ exceedance }) => exceedance?.toNumber() ?? null),
    index: index!.toFixed(6),
    itemCount,
  };
};

describe('the worked examples of the evaluation rules', () => {
  it('1: a river of class IV by ammonia and phosphorus', () => {
    expect(judge(sampleOf({ pH: '8.1', DO: '6.3', CODMn: '5.2', NH3N: '1.32', TP: '0.24' }))).toEqual({
      classes: { pH: 1, DO: 2, CODMn: 3, NH3N: 4, TP: 4 },
      class: 'IV',
      condition: '轻度污染',
      deciding: ['NH3N', 'TP'],
      pollutants: ['氨氮(0.3)', '总磷(0.2)'],
      multiples: [0.32, 0.2],
      index: '4.730317',
      itemCount: 5,
    });
  });

  it('2: values on their limits; total nitrogen has no class in a river, faecal coliforms beyond V decide nothing', () => {
    const sample = sampleOf({ pH: '6.0', DO: '6.0', CODMn: '6.0', COD: '20.1', BOD5: '4.0', NH3N: '0.5', TP: '0.1', Cu: '0.9', F: '1.0', Oil: '0.05', TN: '6.4', FC: '45000' });
    expect(judge(sample)).toEqual({
      classes: { pH: 1, DO: 2, CODMn: 3, COD: 4, BOD5: 3, NH3N: 2, TP: 2, Cu: 2, F: 1, Oil: 1, TN: null, FC: 6 },
      class: 'IV',
      condition: '轻度污染',
      deciding: ['COD'],
      pollutants: ['化学需氧量(0.005)'],
      multiples: [0.005],
      index: '8.738333',
      itemCount: 10,
    });
  });

  it('3: detection limits enter by half, cadmium comes in µg/L, zinc is missing and not zero', () => {
    const measures = new Map<IndicatorKey, Measure>(sampleOf({ pH: '7.6', DO: '7.9', CODMn: '2.4', NH3N: '0.12', TP: '0.03', Hg: '0.00004L', VP: '0.0012', CN: '0.002L', Cu: '0.03L' }));
    measures.set('Cd', measureOf(readCell('6.2'), unitFactor('Cd', 'µg/L')!)!);
    expect(judge(measures)).toEqual({
      classes: { pH: 1, DO: 1, CODMn: 2, NH3N: 1, TP: 2, Hg: 1, VP: 1, CN: 1, Cd: 5, Cu: 2 },
      class: 'V',
      condition: '中度污染',
      deciding: ['Cd'],
      pollutants: ['镉(0.2)'],
      multiples: [0.24],
      index: '3.302911',
      itemCount: 10,
    });
    expect(measures.get('Cu')!.value.toNumber()).toBe(0.015);
  });

  it('4: lead goes before a worse pH; pH and DO have no multiple', () => {
    expect(judge(sampleOf({ pH: '9.1', DO: '2.6', CODMn: '11.4', NH3N: '1.8', TP: '0.26', Pb: '0.08' }))).toEqual({
      classes: { pH: 6, DO: 5, CODMn: 5, NH3N: 5, TP: 4, Pb: 5 },
      class: 'INFERIOR_V',
      condition: '重度污染',
      deciding: ['pH'],
      pollutants: ['铅(0.6)', 'pH', '高锰酸盐指数(0.9)'],
      multiples: [0.6, null, 0.9],
      index: '9.573077',
      itemCount: 6,
    });
  });

  it('5: the mean of three samples is judged, pH through its hydrogen ion', () => {
    const samples = [
      { pH: '7.2', DO: '5.4', CODMn: '4.4', NH3N: '0.03L', TP: '0.14' },
      { pH: '8.6', DO: '7.1', CODMn: '6.9', NH3N: '1.9', TP: '0.31' },
      { pH: '8.0', DO: '8.8', CODMn: '5.2', NH3N: '0.44', TP: '0.15' },
    ].map(sampleOf);
    const means = meanOf(samples);
    expect(Object.fromEntries([...means].map(([key, { value }]) => [key, value.toFixed(6)]))).toEqual({ pH: '7.598556', DO: '7.100000', CODMn: '5.500000', NH3N: '0.785000', TP: '0.200000' });
    expect(means.get('TP')!.value.equals(Exact.of('0.2'))).toBe(true);
    expect(judge(means)).toMatchObject({ class: 'III', condition: '良好', pollutants: [], index: '3.705170', itemCount: 5 });
    expect(meanOf(samples, { phMean: 'ARITHMETIC' }).get('pH')!.value.toFixed(3)).toBe('7.933');
  });

  it('6: ten sections by their proportions, a city over rivers and a lake', () => {
    const counts = countClasses([2, 2, 3, 3, 3, 4, 4, 5, 6, 3].map((number) => CLASSES[number - 1]));
    expect(counts).toEqual({ judged: 10, good: 6, inferiorV: 1 });
    expect(CONDITION_WORDS[conditionByProportions(counts)!].zh).toBe('轻度污染');

    const rivers = [{ pH: '8', DO: '7.5', CODMn: '3.6', NH3N: '0.42', TP: '0.11' }, { pH: '8', DO: '4.8', CODMn: '5.9', NH3N: '1.30', TP: '0.25' }].map(sampleOf);
    const lakes = [sampleOf({ pH: '8', DO: '8.4', CODMn: '4.2', NH3N: '0.22', TP: '0.045' })];
    expect([...meanOf(rivers)].map(([key, { value }]) => `${key} ${value.toNumber()}`)).toEqual(['pH 8', 'DO 6.15', 'CODMn 4.75', 'NH3N 0.86', 'TP 0.18']);

    const { river, lake, index } = cityIndex(rivers, lakes);
    expect([river!.index!.toFixed(6), lake!.index!.toFixed(6), index!.toFixed(6)]).toEqual(['3.864675', '2.915238', '3.548196']);
    expect(indexChange(index, Exact.of('4.10'))!.toFixed(4)).toBe('-13.4586');

    // Averaging what the sections have instead of what is in the water gives another number.
    const ofEach = rivers.map((sample) => waterIndex(sample, WaterBody.RIVER).index!);
    expect(ofEach[0].plus(ofEach[1]).half().toFixed(6)).toBe('3.905833');
    expect(judgeBasin(rivers, WaterBody.RIVER, AS_GIVEN)).toMatchObject({ method: 'MEANS', condition: 'GOOD', mean: { class: 'III' } });
  });
});
