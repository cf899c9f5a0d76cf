import fs from 'node:fs';
import path from 'node:path';
import { IndicatorAim, IndicatorChange, RankTies } from '../../server/figures/indicator.entity';
import { changeOf, rankFigures, type Figure, type RankingRule } from '../../server/figures/rank-figures';
import { spanBefore, spanName } from '../../server/figures/span';
import { Exact } from '../../server/water/exact';
import { root } from '../harness/pack';

const RULE: RankingRule = { decimals: 1, aim: IndicatorAim.LOWER, changeKind: IndicatorChange.PERCENT, changeDecimals: 1, ties: RankTies.COMPETITION };
const figure = (value: string, { base = null, given = null, ranked = true }: { base?: string | null; given?: string | null; ranked?: boolean } = {}): Figure =>
  ({ value: Exact.of(value), base: base === null ? null : Exact.of(base), given: given === null ? null : Exact.of(given), ranked });
const shown = (rule: RankingRule, figures: Figure[], options = {}) =>
  rankFigures(rule, figures, options).map(({ value, rank, change, changeRank }) => [value.toFixed(rule.decimals), rank, change?.toFixed(rule.changeDecimals) ?? null, changeRank]);

describe('regions by a figure', () => {
  it('go from the lowest, equal figures share a rank and the next one is skipped', () => {
    // 45 of a base of 50 is −10 %, 33 of 30 is +10 %, 45 of 40 is +12.5 %.
    expect(shown(RULE, [figure('45', { base: '50' }), figure('33', { base: '30' }), figure('45', { base: '40' }), figure('60.0')])).toEqual([
      ['45.0', 2, '-10.0', 1], ['33.0', 1, '10.0', 2], ['45.0', 2, '12.5', 3], ['60.0', 4, null, null],
    ]);
  });

  it('go from the highest where more is better, and densely where the rule says so', () => {
    expect(shown({ ...RULE, aim: IndicatorAim.HIGHER, ties: RankTies.DENSE, changeKind: IndicatorChange.DIFFERENCE }, [figure('80', { base: '70' }), figure('90', { base: '95' }), figure('80', { base: '82' }), figure('70', { base: '60' })])).toEqual([
      ['80.0', 2, '10.0', 1], ['90.0', 1, '-5.0', 3], ['80.0', 2, '-2.0', 2], ['70.0', 3, '10.0', 1],
    ]);
  });

  it('are compared as they are shown; asked otherwise, as they came', () => {
    // 3.04 and 3.01 both print as 3.0; 30.05 lies between two tenths and goes to the even one.
    const figures = [figure('3.04'), figure('3.01'), figure('30.05')];
    expect(shown(RULE, figures).map(([value, rank]) => [value, rank])).toEqual([['3.0', 1], ['3.0', 1], ['30.0', 3]]);
    expect(shown(RULE, figures, { compare: 'UNROUNDED' }).map(([, rank]) => rank)).toEqual([2, 1, 3]);
  });

  it('that take no part have a figure and no rank, and take none away', () => {
    expect(shown(RULE, [figure('2', { ranked: false, given: '-5' }), figure('3', { given: '-1' }), figure('4', { given: '-2' })])).toEqual([['2.0', null, '-5.0', null], ['3.0', 1, '-1.0', 2], ['4.0', 2, '-2.0', 1]]);
  });

  it('stand by what was published where there is no base, and by the base where there is one', () => {
    const [reckoned, published] = rankFigures(RULE, [figure('45', { base: '50', given: '99' }), figure('45', { given: '-3.3' })]);
    expect([reckoned.change!.toText(), reckoned.changeGiven]).toEqual(['-10', false]);
    expect([published.change!.toText(), published.changeGiven]).toEqual(['-3.3', true]);
  });

  it('have no percentage of nothing', () => {
    expect(changeOf(Exact.of(5), Exact.ZERO, IndicatorChange.PERCENT)).toBeNull();
    expect(changeOf(Exact.of(5), Exact.of(-2), IndicatorChange.PERCENT)).toBeNull();
    expect(changeOf(Exact.of(5), Exact.of(-2), IndicatorChange.DIFFERENCE)!.toText()).toBe('7');
  });
});

describe('the published table of the air of seventeen counties', () => {
  const [head, ...lines] = fs.readFileSync(path.join(root, 'test/fixtures/air-ranking-2025w08.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const column = (name: string): string[] => {
    const at = head.indexOf(name);
    if (at < 0) throw new Error(`no column ${name}`);
    return lines.map((cells) => cells[at]);
  };
  const ranksOf = (values: string[], decimals: number): (number | null)[] => rankFigures({ ...RULE, decimals }, values.map((value) => figure(value))).map(({ rank }) => rank);

  // Every column of figures, with the decimals that it is printed with, and its column of ranks.
  it.each([
    ['ytd_index', 3, 'ytd_index_rank'], ['ytd_index_change_pct', 1, 'ytd_index_change_rank'], ['ytd_pm25_ugm3', 1, 'ytd_pm25_rank'],
    ['season_index', 3, 'season_index_rank'], ['season_index_change_pct', 1, 'season_index_change_rank'], ['season_pm25_ugm3', 1, 'season_pm25_rank'],
    ['week_index', 3, 'week_index_rank'], ['week_index_change_pct', 1, 'week_index_change_rank'], ['week_pm25_ugm3', 1, 'week_pm25_rank'], ['week_pm25_change_pct', 1, 'week_pm25_change_rank'],
  ])('has the ranks of %s', (values, decimals, ranks) => {
    expect(lines).toHaveLength(17);
    expect(ranksOf(column(values), decimals)).toEqual(column(ranks).map(Number));
  });

  it('holds ties, and the rank after them is skipped', () => {
    const byChange = column('ytd_index_change_rank').map(Number).sort((a, b) => a - b);
    expect(byChange).toEqual([1, 2, 3, 4, 5, 6, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(column('season_index_change_rank').map(Number).filter((rank) => rank === 12 || rank === 13)).toEqual([12, 12]);
  });
});

describe('spans', () => {
  it.each([
    ['2025-01-01', '2025-01-31', '2025年1月', 'January 2025'], ['2024-01-01', '2024-12-31', '2024年', '2024'], ['2025-02-14', '2025-02-20', '2025年2月14日—2月20日', '14 Feb 2025 – 20 Feb 2025'],
    ['2024-10-01', '2025-02-20', '2024年10月1日—2025年2月20日', '1 Oct 2024 – 20 Feb 2025'], ['2025-02-20', '2025-02-20', '2025年2月20日', '20 Feb 2025'],
  ])('from %s to %s are called by their days', (from, to, zh, en) => expect([spanName(from, to, 'zh'), spanName(from, to, 'en')]).toEqual([zh, en]));

  it.each([
    ['2025-01-01', '2025-02-20', '2024-01-01', '2024-02-20'], ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'], ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'], ['2024-10-01', '2025-02-20', '2023-10-01', '2024-02-20'],
  ])('from %s to %s are compared with the same days a year before', (from, to, earlier, until) => expect(spanBefore({ from, to })).toEqual({ from: earlier, to: until }));
});
