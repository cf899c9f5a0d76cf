import type { Results } from './compare';
import { Exact } from './exact';
import type { PeriodResult } from './period-result';
import type { ReportFacts, ReportPart, ReportTable } from './report';
import type { Base } from './report-state';
import { classText, itemNames, NONE, numbers, part, words } from './report-words';
import { totalsOf } from './sections';
import { rankWater, type Standing, type Standings } from './standings';

const HUNDRED = Exact.whole(100);

const indexText = (index: number | null): string => (index === null ? NONE : Exact.of(index).toFixed(4));
const changeText = (change: number | null): string => (change === null ? NONE : Exact.of(change).times(HUNDRED).toFixed(1));
const changeRankText = ({ leftOut, changeRank }: Standing): string => (leftOut ? '不参加' : rankText(changeRank));
const rankText = (rank: number | null): string => (rank === null ? NONE : String(rank));

const COLUMNS = [numbers('指数'), numbers('指数变化（%）'), numbers('变化排名')];
const cells = (standing: Standing): string[] => [indexText(standing.index), changeText(standing.change), changeRankText(standing)];

/** Places by rank, those without one last in their own order. */
const byRank = ({ standings }: Standings): number[] => standings.map((_, i) => i).sort((a, b) => (standings[a].rank ?? Infinity) - (standings[b].rank ?? Infinity) || a - b);

/** Counties and sections ranked by state and by change against a base. */
export function rankingPart(facts: ReportFacts, now: Results, base: Base): ReportPart {
  const sections = rankWater(facts.sheets.map((_, i) => ({ now: [now[i]], base: [base.results[i]] })));
  if (!sections.items.length) return part('排名', ['各断面没有共有的监测指标数值，不作排名。']);
  return part('排名', [
    `排名按水质综合指数由小到大，变化排名按指数相对${base.name}的变化由降到升；指数只计参加排名的断面共有的${sections.items.length}项指标：${itemNames(sections.items)}。县（市、区）的指数由其境内断面的指标均值计算。两期均为Ⅱ类以上且达标的不参加变化排名。`,
  ], [regionsTable(facts, now, base), sectionsRanked(facts, now, sections)]);
}

function regionsTable(facts: ReportFacts, now: Results, base: Base): ReportTable {
  const regions = facts.regions.map((region) => ({ name: region.name, places: facts.sheets.flatMap(({ section }, i) => (section.regionId === region.id ? [i] : [])) })).filter(({ places }) => places.length);
  const of = (results: Results, places: readonly number[]): (PeriodResult | null)[] => places.map((place) => results[place]);
  const ranked = rankWater(regions.map(({ places }) => ({ now: of(now, places), base: of(base.results, places) })));
  return {
    title: '县（市、区）排名',
    columns: [numbers('排名'), words('县（市、区）'), numbers('断面'), numbers('优良'), numbers('达标'), ...COLUMNS],
    rows: byRank(ranked).map((i) => {
      const results = of(now, regions[i].places);
      const { sections, good } = totalsOf(results);
      return [rankText(ranked.standings[i].rank), regions[i].name, String(sections), String(good), String(results.filter((result) => result?.meetsTarget).length), ...cells(ranked.standings[i])];
    }),
  };
}

const sectionsRanked = (facts: ReportFacts, now: Results, ranked: Standings): ReportTable => ({
  title: '断面排名',
  columns: [numbers('排名'), words('断面'), words('河流'), words('类别'), ...COLUMNS],
  rows: byRank(ranked).map((i) => {
    const { section } = facts.sheets[i];
    return [rankText(ranked.standings[i].rank), section.name, section.river, classText(now[i]?.class), ...cells(ranked.standings[i])];
  }),
});
