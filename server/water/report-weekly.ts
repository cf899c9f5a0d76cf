import { addDays, daysBetween, monthEnd } from '../api/day';
import { allowances, roomTo, type Allowance } from './allowance';
import { Exact } from './exact';
import { INDICATORS, type IndicatorKey } from './indicators';
import { writeMeans } from './items';
import { meanOf } from './period-mean';
import { PeriodResult } from './period-result';
import { WaterReportKind, type ReportFacts, type ReportPart } from './report';
import { dataPart } from './report-data';
import { NEAR } from './report-daily';
import { missedPart } from './report-missed';
import { rankingPart } from './report-ranking';
import { overallPart, riversPart, sectionsTable, type Base } from './report-state';
import { classText, list, monthWords, NONE, numbers, numberWords, part, spanOf, words } from './report-words';
import { textKeepingADigit } from './rounding';
import { percentText } from './shares';
import type { SectionSheet } from './sections';

/** A week has so many days. */
const WEEK = 7;

/**
 * Several results of a section as one, by the means of their items; classes without values have none and take no part.
 * @param period the last period that it covers
 */
export function meanResult({ section }: SectionSheet, period: string, results: readonly PeriodResult[]): PeriodResult | null {
  const valued = results.filter(({ hasValues }) => hasValues);
  if (!valued.length) return null;
  return new PeriodResult(section, { period, items: writeMeans(meanOf(valued.map(({ measures }) => measures))), count: valued.length, given: null, sample: valued.some(({ sample }) => sample) });
}

/** The week's review: the seven days against the seven before, and the month so far against the targets. */
export function weeklyParts(facts: ReportFacts): ReportPart[] {
  const { period } = facts;
  const between = (from: string, to: string): PeriodResult[][] => facts.days.map((days) => days.filter((day) => day.period >= from && day.period <= to));
  const { from } = spanOf(WaterReportKind.WEEKLY, period);
  const days = between(from, period);
  const now = facts.sheets.map((sheet, i) => meanResult(sheet, period, days[i]));
  const before = between(addDays(from, -WEEK), addDays(from, -1));
  const base: Base = { name: '上周', results: facts.sheets.map((sheet, i) => meanResult(sheet, addDays(from, -1), before[i])) };
  const met = (i: number): string => {
    const judged = days[i].filter(({ meetsTarget }) => meetsTarget !== null);
    return judged.length ? `${judged.filter(({ meetsTarget }) => meetsTarget).length}/${judged.length}` : NONE;
  };
  const gaps = facts.sheets.flatMap(({ section }, i) => (days[i].length && days[i].length < WEEK ? [`${section.name}断面${days[i].length}天`] : []));
  return [
    overallPart(facts, now, [base], '本周'),
    riversPart(facts, now),
    part('各断面水质', ['类别由七日内各日值的均值评价；“达标天数”为按日评价达到目标的天数和有评价的天数。'], [sectionsTable(facts, '各断面水质类别', now, [base], [['达标天数', met]])]),
    monthPart(facts, between(`${period.slice(0, 7)}-01`, period)),
    missedPart(facts, now),
    rankingPart(facts, now, base),
    dataPart(facts, now, gaps.length ? [`日值不足${WEEK}天的断面：${gaps.join('；')}。`] : [], days),
  ];
}

/** One place more than the evaluation has, so that who keeps to it keeps the limit too. */
const finely = (key: IndicatorKey, value: Exact): string => textKeepingADigit(value, INDICATORS[key].digits! + 1);

const restText = ({ key, rest, left }: Allowance): string => {
  if (left === 0) return '本月已结束';
  if (!rest) return '无法达到';
  if (INDICATORS[key].comparison === 'LOWER') return rest.compare(Exact.ZERO) <= 0 ? '不限' : `不低于${finely(key, rest)}`;
  return `不高于${finely(key, rest)}`;
};

/** The month so far against the targets, and what the rest of it may come to. */
function monthPart({ sheets, period }: ReportFacts, days: readonly (readonly PeriodResult[])[]): ReportPart {
  const left = daysBetween(period, monthEnd(period));
  const elapsed = daysBetween(`${period.slice(0, 7)}-01`, period) + 1;
  const soFar = sheets.map((sheet, i) => meanResult(sheet, period, days[i]));
  const known = soFar.filter((result) => result !== null).filter((result) => result.class !== null);
  const near = sheets.flatMap(({ section }, i) =>
    allowances(days[i].map(({ measures }) => measures), left, section.waterBody, section.target)
      .filter(({ key, over, mean, limit }) => over || roomTo(key, mean, limit).compare(NEAR) < 0)
      .map((allowance) => ({ section, ...allowance })));
  const missing = known.filter(({ meetsTarget }) => meetsTarget === false);
  const lost = near.filter(({ rest }) => left > 0 && !rest);
  const month = monthWords(period);
  return part('本月以来与目标', [
    !known.length ? `${month}已过${elapsed}天、尚余${left}天，月初以来没有可评价的日值。` : `${month}已过${elapsed}天、尚余${left}天，按月初以来各日值的均值评价，${known.length}个断面中${known.length - missing.length}个达到目标类别${missing.length ? `，未达到的为${list(missing.map((result) => `${result.section.name}（${classText(result.class)}类）`))}` : ''}。`,
    !known.length ? '' : near.length ? `月初以来均值超过目标限值，或余量不足${percentText(NEAR)}%的指标见下表。“余下各日均值”按［目标限值×（有值天数＋余下天数）－已有各日值之和］÷余下天数算得，假定余下各日均有监测值，限值按标准原值、不计评价修约；pH不作此项推算。` : `各断面各项指标的月初以来均值距目标限值的余量均不少于${percentText(NEAR)}%（pH除外）。`,
    lost.length ? `余下各日无论监测值如何，月均值都不能达到目标限值的：${list(lost.map(({ section, key }) => `${section.name}断面${INDICATORS[key].name}`))}。` : '',
  ], [{
    title: '月初以来接近或超过目标限值的指标',
    columns: [words('断面'), words('指标'), numbers('有值天数'), numbers('月初以来均值'), numbers('目标限值'), numbers('余下天数'), words('余下各日均值')],
    rows: near.map((row) => [row.section.name, INDICATORS[row.key].name, String(row.days), numberWords(row.key, row.mean), row.limit.toText(), String(row.left), restText(row)]),
  }]);
}
