import { judgeBasin } from './basin';
import { CLASSES } from './classes';
import { changeOf, indexOver, type Results } from './compare';
import { CONDITION_OF, CONDITION_WORDS } from './condition';
import { INDICATORS, WaterBody } from './indicators';
import { byProportions, type ByProportions } from './proportions';
import type { ReportFacts, ReportPart, ReportTable } from './report';
import { changeWords } from './report-change';
import { CLASS_TEXT, classText, itemNames, list, magnitudeOf, meetsWords, NONE, part, pollutantWords, shareWords, words } from './report-words';
import type { PeriodResult } from './period-result';
import { totalsOf } from './sections';
import { percentText } from './shares';
import { Exact } from './exact';

const judgedOf = (results: Results): PeriodResult[] => results.filter((result) => result !== null).filter((result) => result.class !== null);

/** Another period that the paper's is compared with. */
export interface Base {
  /** What the paper calls it: "上月". */
  name: string;
  results: Results;
}

const change = (now: Results, { name, results }: Base): string => {
  const percent = changeOf(now, results);
  if (!percent) return '';
  const size = magnitudeOf(percent).toFixed(1);
  if (percent.isZero) return `与${name}（同断面、同指标）持平`;
  return percent.compare(Exact.ZERO) < 0 ? `比${name}（同断面、同指标）下降${size}%，水质改善` : `比${name}（同断面、同指标）上升${size}%，水质变差`;
};

/** How the city's water is as a whole, and against other periods. @param when "1月" or "本周" */
export function overallPart(facts: ReportFacts, now: Results, bases: readonly Base[], when: string): ReportPart {
  const judged = judgedOf(now);
  const { sections, good, inferiorV } = totalsOf(now);
  const counts = CLASSES.map((grade) => `${CLASS_TEXT[grade]}类${judged.filter((result) => result.class === grade).length}个`);
  const missed = judged.filter(({ meetsTarget }) => meetsTarget === false);
  const index = indexOver(now);
  const indexed = index?.index ? `水质综合指数（CWQI）为${index.index.toFixed(4)}（${(index.river ?? index.lake)!.itemCount}项指标，数值越小水质越好）${bases.map((base) => change(now, base)).filter(Boolean).map((text) => `；${text}`).join('')}。` : '各断面没有可用于计算水质综合指数的监测数值。';
  // Temperature, total nitrogen and faecal coliforms alone make no class: nothing can be counted or compared.
  if (!judged.length) return part('总体状况', [`${when}，${facts.city}${sections}个监测断面均没有评价结果。`, indexed]);
  return part('总体状况', [
    `${when}，${facts.city}${sections}个监测断面${judged.length === sections ? '均有评价结果' : `中，${judged.length}个有评价结果`}。其中${counts.join('、')}；优良（Ⅰ—Ⅲ类）断面${good}个，优良比例${shareWords(good, judged.length)}；劣Ⅴ类断面${inferiorV}个，占${shareWords(inferiorV, judged.length)}。${cityCondition(judged)}`,
    `达到目标类别的断面${judged.length - missed.length}个，占${shareWords(judged.length - missed.length, judged.length)}${missed.length ? `；未达到的${missed.length}个：${list(missed.map(({ section }) => section.name))}` : ''}。`,
    ...bases.map((base) => changeWords(now, base.results, base.name)),
    indexed,
  ]);
}

function cityCondition(judged: readonly PeriodResult[]): string {
  const whole = byProportions(judged);
  return whole ? `按断面类别比例评价，全市地表水水质总体为${CONDITION_WORDS[whole.condition].zh}${mostOver(whole, judged.length)}。` : '';
}

/** The main pollutants with the shares of sections that they are over in; of which sections, where some have a class alone. */
function mostOver({ pollutants, valued }: ByProportions, judged: number): string {
  if (!pollutants.length) return '';
  return `，主要污染指标（断面超标率${valued < judged ? `，按有监测数值的${valued}个断面` : ''}）为${list(pollutants.map(({ key, rate }) => `${INDICATORS[key].name}（${percentText(rate)}%）`))}`;
}

/** How each river is, in the order of the sections. */
export function riversPart({ sheets }: ReportFacts, now: Results): ReportPart {
  const rivers = [...new Set(sheets.map(({ section }) => section.river))];
  return part('各河流状况', rivers.map((river) => {
    const own = sheets.flatMap(({ section }, i) => (section.river === river ? [{ name: section.name, result: now[i] }] : []));
    const judged = judgedOf(own.map(({ result }) => result));
    const without = own.filter(({ result }) => !result?.class).map(({ name }) => `${name}断面`);
    const missing = without.length ? `${list(without)}没有评价结果。` : '';
    return judged.length ? `${riverWords(river, judged)}${missing}` : `${river}：${missing}`;
  }));
}

const sectionWords = (result: PeriodResult): string => {
  const pollutants = pollutantWords(result);
  return `${result.section.name}断面${meetsWords(result.class!)}${pollutants === NONE ? '' : `，主要污染指标为${pollutants}`}`;
};

function riverWords(river: string, results: readonly PeriodResult[]): string {
  const { judged, good } = totalsOf(results);
  const each = results.map(sectionWords).join('；');
  if (judged === 1) return `${river}：水质${CONDITION_WORDS[CONDITION_OF[results[0].class!]].zh}。${each}。`;
  const whole = byProportions(results);
  if (whole) return `${river}：按${judged}个断面的类别比例评价，水质${CONDITION_WORDS[whole.condition].zh}，优良断面${good}个${mostOver(whole, judged)}。${each}。`;
  // A mean needs every section's values: without one's it would be of another river.
  const valued = results.filter(({ hasValues }) => hasValues);
  if (valued.length < judged) return `${river}：${each}。部分断面仅有类别，河流整体不作评价。`;
  const basin = judgeBasin(valued.map(({ measures }) => measures), valued[0].section.waterBody ?? WaterBody.RIVER);
  if (basin?.method !== 'MEANS' || !basin.mean.class) return `${river}：${each}。`;
  return `${river}：按${judged}个断面的指标均值评价，${meetsWords(basin.mean.class)}，水质${CONDITION_WORDS[basin.condition!].zh}。${each}。`;
}

/** What stands beside each section's class. @param extra more columns: title and cell */
export function sectionsTable(facts: ReportFacts, title: string, now: Results, bases: readonly Base[], extra: readonly (readonly [string, (place: number) => string])[] = []): ReportTable {
  const regionOf = new Map(facts.regions.map((region) => [region.id, region.name]));
  return {
    title,
    columns: [...['断面', '河流', '县（市、区）', '目标', '类别', ...bases.map(({ name }) => name), '达标'], ...extra.map(([name]) => name), '定类因子', '主要污染指标（超标倍数）'].map(words),
    rows: facts.sheets.map(({ section }, i) => {
      const result = now[i];
      const met = result?.meetsTarget ?? null;
      return [
        section.name, section.river, regionOf.get(section.regionId) ?? NONE, classText(section.target), classText(result?.class), ...bases.map(({ results }) => classText(results[i]?.class)),
        met === null ? NONE : met ? '是' : '否', ...extra.map(([, cell]) => cell(i)), result ? itemNames(result.judged().deciding) : NONE, result ? pollutantWords(result) : NONE,
      ];
    }),
  };
}
