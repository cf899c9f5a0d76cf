import { readPaste } from '../../client/rankings/paste';
import { choiceOf, withChoice } from '../../client/rankings/rankingQuestion';
import { barsOf, changeText, ordered, turnOf, type RankingRow } from '../../client/rankings/rows';

const REGIONS = [
  { adcode: '990001', name: '石桥县', shortName: '石桥', nameEn: 'Stonebridge County' }, { adcode: '990002', name: '柳湾区', shortName: '柳湾', nameEn: 'Willow Bay District' },
];
const read = (text: string) => {
  const { rows, problems } = readPaste(text, REGIONS);
  return { rows: rows.map(({ region, value, change }) => [region.adcode, value, change]), problems: problems.map(({ line, kind, text: what }) => [line, kind, what]) };
};

describe('a pasted table', () => {
  it.each([
    ['tabs, with a heading', '县（市、区）\t数值\t变化\n石桥县\t5.850\t-12.9%\n柳湾区\t5.242\t+3', [['990001', '5.850', '-12.9'], ['990002', '5.242', '3']]],
    ['spaces and short names', '石桥 45\n柳湾 33 −14.6', [['990001', '45', null], ['990002', '33', '-14.6']]],
    ['commas and English names', 'Stonebridge County, 45\nWillow Bay District, 33', [['990001', '45', null], ['990002', '33', null]]],
    ['codes, full-width figures and empty lines', '990001\t４５．５\r\n\r\n990002\t33\t\n', [['990001', '45.5', null], ['990002', '33', null]]],
  ])('is read with %s', (_, text, rows) => expect(read(text)).toEqual({ rows, problems: [] }));

  it.each([
    ['a name that is no region', '石桥县\t1\n某县\t2', [[2, 'region', '某县']]],
    ['a region twice', '石桥县\t1\n石桥\t2', [[2, 'twice', '石桥县']]],
    ['a value that is no number', '石桥县\t1\n柳湾区\t待报', [[2, 'value', '待报']]],
    ['no value at all', '石桥县\t1\n柳湾区', [[2, 'value', '']]],
    ['a first line of a region without a value', '石桥县\t待报', [[1, 'value', '待报']]],
    ['a change that is no number', '石桥县\t1\t降', [[1, 'change', '降']]],
    ['more than three columns', '石桥县\t1\t2\t3', [[1, 'cells', '石桥县\t1\t2\t3']]],
  ])('with %s is told by the line', (_, text, problems) => expect(read(text).problems).toEqual(problems));
});

const row = (adcode: string, value: string, rank: number | null, changeRank: number | null): RankingRow =>
  ({ region: { adcode, name: adcode, shortName: adcode, nameEn: adcode }, value, rank, base: null, change: null, changeRank, changeGiven: false, source: null, sample: false });

describe('rows of a ranking', () => {
  const rows = [row('a', '45', 2, 1), row('b', '33', 1, 3), row('c', '45', 2, null), row('d', '0', null, 2)];
  it('go by rank, ties in the official order, without a rank last', () => expect(ordered(rows, 'rank').map(({ region }) => region.adcode)).toEqual(['b', 'a', 'c', 'd']));
  it('go by the rank of the change', () => expect(ordered(rows, 'change').map(({ region }) => region.adcode)).toEqual(['a', 'd', 'b', 'c']));
  it('go in the official order', () => expect(ordered(rows, 'official').map(({ region }) => region.adcode)).toEqual(['a', 'b', 'c', 'd']));
  it('have bars from nothing; below it from the least', () => {
    expect(barsOf([row('a', '50', 1, 1), row('b', '25', 2, 2)])).toEqual([1, 0.5]);
    expect(barsOf([row('a', '-10', 1, 1), row('b', '30', 2, 2)])).toEqual([0, 1]);
    expect(barsOf([row('a', '0', 1, 1)])).toEqual([0]);
  });
});

it('a change is for the better or the worse by what the indicator aims at', () => {
  expect([turnOf('-3', 'LOWER'), turnOf('-3', 'HIGHER'), turnOf('3', 'LOWER'), turnOf('0.0', 'LOWER'), turnOf(null, 'LOWER')]).toEqual(['better', 'worse', 'worse', 'same', null]);
  expect([changeText('-14.6', 'PERCENT'), changeText('2', 'DIFFERENCE'), changeText('0.0', 'PERCENT')]).toEqual(['−14.6%', '+2', '0.0%']);
});

it('an address says which ranking; another indicator has spans of its own', () => {
  const choice = choiceOf(new URLSearchParams('indicator=PM25&span=2024-05-01..2024-05-31&base=x&order=change'));
  expect(choice).toEqual({ indicator: 'PM25', span: { from: '2024-05-01', to: '2024-05-31' }, base: null, order: 'change' });
  expect(withChoice(choice, { indicator: 'AQI' }).toString()).toBe('indicator=AQI&order=change');
  expect(withChoice(choice, { base: { from: '2023-05-01', to: '2023-05-31' }, order: 'rank' }).toString()).toBe('indicator=PM25&span=2024-05-01..2024-05-31&base=2023-05-01..2023-05-31');
});
