import { changedFlows, fieldOf, fieldText, typedDecimal, VOLUME } from '../../../client/water/flow/entry';
import { aboveText, byRiver, type FlowRow, type FlowSeries, monthAway, stateOf, ticksUpTo, trimmed, volumeText } from '../../../client/water/flow/flows';

const month = (name: string, flow: number | null, due = true): FlowSeries['months'][number] => ({ month: name, flow, met: flow === null ? null : flow >= 1, due, sample: false });
const series = (river: string, months: FlowSeries['months']): FlowSeries => ({ river, target: 1, months, region: { id: 'r', adcode: '990001', name: '石桥县', shortName: '石桥', nameEn: 'Stonebridge' } }) as FlowSeries;

it('a month is met, missed, lacking or not due yet', () => {
  expect([month('2024-01', 1), month('2024-01', 0.9), month('2024-01', null), month('2024-01', null, false)].map(stateOf)).toEqual(['met', 'missed', 'missing', 'running']);
});

it('months are counted over the ends of years', () => {
  expect([monthAway('2025-01', -1), monthAway('2024-12', 1), monthAway('2025-02', -23)]).toEqual(['2024-12', '2025-01', '2023-03']);
});

it('what is above the target is told to the thousandth, as floats would not', () => {
  expect([aboveText(0.405, 0.56), aboveText(15.1, 15), aboveText(1.2, 1.2), aboveText(1.199, 1.2)]).toEqual(['−0.155', '+0.1', '0', '−0.001']);
});

it('charts begin with the first month measured and end with the last that is due, the same for all rivers', () => {
  const one = series('砾溪', [month('2024-01', null), month('2024-02', 1), month('2024-03', null), month('2024-04', null, false)]);
  const other = series('柳水', [month('2024-01', null), month('2024-02', null), month('2024-03', null), month('2024-04', null, false)]);
  expect(trimmed([one, other]).map(({ months }) => months.map((each) => each.month))).toEqual([['2024-02', '2024-03'], ['2024-02', '2024-03']]);
  expect(trimmed([other])).toEqual([]);
  expect(byRiver([one, other, one]).map(({ river, places }) => [river, places.length])).toEqual([['砾溪', 2], ['柳水', 1]]);
});

it('axes have round figures, from zero to above what is drawn', () => {
  expect([ticksUpTo(56), ticksUpTo(0.6), ticksUpTo(1)]).toEqual([[0, 20, 40, 60], [0, 0.2, 0.4, 0.6], [0, 0.5, 1]]);
});

it('volumes are told in 万立方米, in English in millions', () => {
  expect([volumeText(62_000_000, 'zh-CN'), volumeText(4_400_000, 'en'), volumeText(125_001, 'zh-CN')]).toEqual(['6,200', '4.4', '12.5']);
});

describe('the form', () => {
  const row = (river: string): FlowRow => ({ river, target: 1, region: { adcode: '990001' } }) as FlowRow;
  const [a, b] = [row('砾溪'), row('柳水')];

  it('reads figures as people write them', () => {
    expect(['15.2', '１５．２', ' 15,200 ', '0', '1.', '-1', '1.2345', 'x', ''].map((text) => typedDecimal(text, 3))).toEqual([15.2, 15.2, 15200, 0, 1, null, null, null, null]);
  });

  it('sends what was changed, nothing that stands or was emptied', () => {
    const stands = { [fieldOf(a)]: '1.2', [fieldOf(b)]: '3', [VOLUME]: '440' };
    expect(changedFlows({ ...stands, [fieldOf(a)]: '1.25', [fieldOf(b)]: '' }, stands, [a, b], '2024-05')).toEqual({ flows: [{ region: '990001', river: '砾溪', month: '2024-05', flow: 1.25 }], replenishment: [] });
    expect(changedFlows({ ...stands, [VOLUME]: '440.0001' }, stands, [a, b], '2024-05')).toEqual({ flows: [], replenishment: [{ month: '2024-05', volume: 4_400_001 }] });
  });

  it('keeps a sample behind an empty field, so that typing the same figure makes it a real one', () => {
    expect([fieldText({ value: 1.2, sample: true }), fieldText({ value: 1.2, sample: false }), fieldText({ value: null, sample: false })]).toEqual(['', '1.2', '']);
  });
});
