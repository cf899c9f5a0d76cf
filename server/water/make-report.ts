import { yearBefore } from '../api/period';
import { REPORT_NAMES, WaterReportKind, type ReportFacts, type ReportPart, type WaterReport } from './report';
import { dailyParts } from './report-daily';
import { monthlyParts, resultsOf } from './report-monthly';
import { weeklyParts } from './report-weekly';
import { dayWords, monthWords, numbered, part, periodWords, spanOf } from './report-words';

const PARTS: Readonly<Record<WaterReportKind, (facts: ReportFacts) => ReportPart[]>> = { DAILY: dailyParts, WEEKLY: weeklyParts, MONTHLY: monthlyParts };

/** A paper of the water, made of the facts and nothing else: no cause is named, every number follows from a value. */
export function makeReport(facts: ReportFacts): WaterReport {
  const { kind, period, sheets } = facts;
  const { from, to } = spanOf(kind, period);
  const used = kind === WaterReportKind.MONTHLY
    ? resultsOf(facts, period).map((result) => (result ? [result] : []))
    : facts.days.map((days) => days.filter((day) => day.period >= from && day.period <= to));
  const judged = used.filter((results) => results.some((result) => result.class !== null)).length;
  const hasValues = used.some((results) => results.length > 0);
  // What a paper compares with and counts over counts too: a made-up past makes a made-up change.
  const since = kind === WaterReportKind.MONTHLY ? yearBefore(period).slice(0, 4) : period.slice(0, 4);
  const months = sheets.flatMap(({ results }) => results.filter((result) => result.period >= since && result.period <= period));
  const everything = [...months, ...facts.days.flat(), ...facts.hours.flat()];
  return {
    kind, period, from, to, hasValues,
    title: `${facts.city}${REPORT_NAMES[kind]}`,
    subtitle: `（${periodWords(kind, period)}）`,
    sections: sheets.length,
    judged,
    sampleNote: hasValues && everything.some(({ sample }) => sample) ? '样例：本文所用数据中含演示编造的样例，不是实际监测结果。' : null,
    parts: numbered(hasValues ? PARTS[kind](facts) : [nothingPart(facts)]),
  };
}

/** What a paper says of a period in which nothing was measured. */
function nothingPart({ kind, period, sheets, lastWithValues, lastMonth }: ReportFacts): ReportPart {
  const monthly = kind === WaterReportKind.MONTHLY;
  const values = monthly ? '监测结果' : '日监测值';
  return part('监测情况', [
    `${sheets.length}个监测断面在${periodWords(kind, period)}均没有${values}，不作分析。`,
    lastWithValues ? `此前最近的${values}为${monthly ? monthWords(lastWithValues) : dayWords(lastWithValues)}。` : `此前也没有${values}。`,
    !monthly && lastMonth ? `最近的月监测结果为${monthWords(lastMonth)}，可查看该月的水质月通报。` : '',
  ]);
}
