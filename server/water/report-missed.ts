import type { Results } from './compare';
import { INDICATORS } from './indicators';
import { missOf, type Miss } from './misses';
import type { ReportFacts, ReportPart } from './report';
import { CLASS_TEXT, list, meetsWords, monthWords, part, valueWords } from './report-words';
import { textKeepingADigit } from './rounding';
import type { SectionSheet } from './sections';

/** The sections over their target: whose they are, whose water comes past, by what and how often. */
export function missedPart(facts: ReportFacts, now: Results): ReportPart {
  const missed = facts.sheets.flatMap((sheet, i) => {
    const miss = missOf(sheet, now[i]);
    return miss ? [{ sheet, miss }] : [];
  });
  return part('未达目标的断面', missed.length ? missed.map(({ sheet, miss }, i) => `${i + 1}．${missWords(facts, sheet, miss)}`) : [now.some((result) => result?.class) ? '有评价结果的断面均达到目标类别。' : '没有断面有评价结果。']);
}

function missWords(facts: ReportFacts, { section }: SectionSheet, { result, over, monthsJudged, monthsOver, since }: Miss): string {
  const codes = section.upstreamRegionCodes.split(',');
  const upstream = facts.regions.filter(({ adcode }) => codes.includes(adcode)).map(({ name }) => name);
  const region = facts.regions.find(({ id }) => id === section.regionId)?.name;
  const items = over.map(({ key, value, multiple }) => `${INDICATORS[key].name}${valueWords(key, value)}${multiple ? `，超目标限值${textKeepingADigit(multiple, 1)}倍` : ''}`);
  return [
    `${section.name}断面（${[section.river, region].filter(Boolean).join('，')}）${meetsWords(result.class!)}，劣于目标${CLASS_TEXT[section.target]}类。`,
    items.length ? `劣于目标的指标：${items.join('；')}。` : '仅有类别，没有监测数值。',
    upstream.length ? `上游来水经过：${list(upstream)}。` : '没有登记上游区域。',
    monthsJudged ? `本年有评价结果的${monthsJudged}个月中，${monthsOver}个月未达目标` : '',
    monthsJudged && since && monthsOver ? `，自${monthWords(since)}起连续未达目标` : '',
    monthsJudged ? '。' : '',
  ].join('');
}
