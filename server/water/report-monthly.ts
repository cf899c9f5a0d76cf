import { monthEnd } from '../api/day';
import { grainOf, periodBefore, yearBefore, type Period } from '../api/period';
import type { PeriodResult } from './period-result';
import type { ReportFacts, ReportPart, ReportTable } from './report';
import { changeWords } from './report-change';
import { dataPart } from './report-data';
import { missedPart } from './report-missed';
import { rankingPart } from './report-ranking';
import { overallPart, riversPart, sectionsTable, type Base } from './report-state';
import { meanResult } from './report-weekly';
import { classText, itemNames, list, monthWords, NONE, numbers, part, shareWords, words } from './report-words';
import { totalsOf, type SectionSheet } from './sections';

/** The month's notice: the month against the last one and the same of the last year, the year so far, rankings. */
export function monthlyParts(facts: ReportFacts): ReportPart[] {
  const { period, sheets } = facts;
  const now = resultsOf(facts, period);
  const last: Base = { name: '上月', results: resultsOf(facts, periodBefore(period)) };
  const year: Base = { name: '上年同月', results: resultsOf(facts, yearBefore(period)) };
  const days = Number(monthEnd(`${period}-01`).slice(8));
  const short = sheets.flatMap(({ section }, i) => (now[i]?.count && now[i].count < days ? [`${section.name}断面${now[i].count}天`] : []));
  return [
    overallPart(facts, now, [last, year], monthWords(period)),
    riversPart(facts, now),
    part('各断面水质', [], [sectionsTable(facts, '各断面水质类别', now, [last, year])]),
    yearPart(facts),
    rankingPart(facts, now, year),
    missedPart(facts, now),
    dataPart(facts, now, short.length ? [`由日值平均、日值不足${days}天的断面：${short.join('；')}。`] : [], now.map((result) => (result ? [result] : []))),
  ];
}

/** Results of a month, by section. */
export const resultsOf = ({ sheets }: ReportFacts, month: Period): (PeriodResult | null)[] => sheets.map((sheet) => sheet.in(month));

/** A section's months of a year up to a month. */
const monthsOf = ({ results }: SectionSheet, last: Period): PeriodResult[] =>
  results.filter(({ period }) => grainOf(period) === 'MONTH' && period.startsWith(last.slice(0, 4)) && period <= last);

/** The year so far by the means of its months, against the same months of the year before. */
function yearPart(facts: ReportFacts): ReportPart {
  const { period, sheets } = facts;
  const before = yearBefore(period);
  const so = sheets.map((sheet) => meanResult(sheet, period, monthsOf(sheet, period)));
  const base = sheets.map((sheet) => meanResult(sheet, before, monthsOf(sheet, before)));
  const name = period.endsWith('-01') ? '1月' : `1—${Number(period.slice(5))}月`;
  const { judged, good } = totalsOf(so);
  const without = sheets.filter((_, i) => !so[i]?.class).map(({ section }) => section.name);
  const missed = so.filter((result) => result?.meetsTarget === false).map((result) => result!.section.name);
  return part('本年累计', [
    judged ? `${period.slice(0, 4)}年${name}，按各月监测数值的均值评价，${judged}个断面中优良断面${good}个，优良比例${shareWords(good, judged)}${missed.length ? `；未达目标类别的：${list(missed)}` : '；均达到目标类别'}。` : '',
    judged ? changeWords(so, base, '上年同期') : '',
    without.length ? `${judged ? '' : `${period.slice(0, 4)}年${name}各断面没有可评价的监测数值，累计类别不作评价，以下仅列各月达标情况。`}${judged ? `没有可评价的监测数值、累计类别不作评价的断面：${list(without)}。` : ''}` : '',
  ], [yearTable(facts, name, so, base)]);
}

function yearTable({ period, sheets }: ReportFacts, name: string, so: readonly (PeriodResult | null)[], base: readonly (PeriodResult | null)[]): ReportTable {
  return {
    title: `${name}累计`,
    columns: [words('断面'), words('目标'), words('累计类别'), words('上年同期'), words('定类因子'), numbers('有评价月数'), numbers('达标月数'), words('未达标月份')],
    rows: sheets.map((sheet, i) => {
      const months = monthsOf(sheet, period).filter(({ meetsTarget }) => meetsTarget !== null);
      const over = months.filter(({ meetsTarget }) => !meetsTarget);
      return [
        sheet.section.name, classText(sheet.section.target), classText(so[i]?.class), classText(base[i]?.class), so[i] ? itemNames(so[i].judged().deciding) : NONE,
        String(months.length), String(months.length - over.length), over.length ? list(over.map((result) => `${Number(result.period.slice(5))}月`)) : NONE,
      ];
    }),
  };
}
