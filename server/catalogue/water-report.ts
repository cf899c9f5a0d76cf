import { Between, In, type EntityManager } from 'typeorm';
import { addDays, type Day } from '../api/day';
import { childBounds, grainOf, type Period } from '../api/period';
import { refuse } from '../api/refusal';
import { makeReport } from '../water/make-report';
import type { PeriodResult } from '../water/period-result';
import { WaterReportKind, type ReportFacts, type WaterReport } from '../water/report';
import { DAYS_BEFORE } from '../water/report-daily';
import { WaterMean, WaterSample } from '../water/sample.entity';
import { bySection, latestMonth, resultOf, type SectionSheet } from '../water/sections';
import type { Facts } from './facts';

/** A paper that is asked for; without a period the latest one that has values. */
export interface ReportAsked {
  kind: WaterReportKind;
  period: Period | null;
}

/** @throws Refusal BAD_USER_INPUT where the period is not of the length that the kind takes. */
export function checkReportAsked({ kind, period }: ReportAsked): void {
  const monthly = kind === WaterReportKind.MONTHLY;
  if (period !== null && grainOf(period) !== (monthly ? 'MONTH' : 'DAY')) throw refuse(monthly ? 'REPORT_NEEDS_MONTH' : 'REPORT_NEEDS_DAY', { field: 'period', value: period });
}

/**
 * A paper of the water, made at once of what stands.
 * @param today what it is of where nothing was ever measured and no period is asked for
 * @throws Refusal see `checkReportAsked`
 */
export async function readReport(manager: EntityManager, facts: Facts, asked: ReportAsked, today: Day): Promise<WaterReport> {
  checkReportAsked(asked);
  const { kind } = asked;
  const { sections: sheets, reference } = facts;
  const latest = (upTo: Period | null) => (kind === WaterReportKind.MONTHLY ? lastMonthOf(sheets, upTo) : lastDay(manager, sheets, upTo));
  const last = await latest(asked.period);
  const period = asked.period ?? last ?? (kind === WaterReportKind.MONTHLY ? today.slice(0, 7) : today);
  const { city } = reference.setting<{ city: string }>('programme') ?? { city: '' };
  const [days, hours] = [await daysOf(manager, sheets, kind, period), kind === WaterReportKind.DAILY ? await resultsOf(manager, sheets, ...childBounds(period)) : sheets.map(() => [])];
  const report: ReportFacts = { kind, period, city, sheets, regions: reference.regions, days, hours, lastWithValues: last, lastMonth: latestMonth(sheets) };
  return makeReport(report);
}

/** The days that a paper looks at: of a day the seven before it too; of a week the seven before it, and its month so far. */
function daysOf(manager: EntityManager, sheets: readonly SectionSheet[], kind: WaterReportKind, period: Period): Promise<PeriodResult[][]> {
  if (kind === WaterReportKind.MONTHLY) return Promise.resolve(sheets.map(() => []));
  if (kind === WaterReportKind.DAILY) return resultsOf(manager, sheets, addDays(period, -DAYS_BEFORE), period);
  const [twoWeeks, month] = [addDays(period, -13), `${period.slice(0, 7)}-01`];
  return resultsOf(manager, sheets, twoWeeks < month ? twoWeeks : month, period);
}

/** Results of days or four hours of many sections at once, oldest first, at the places of their sheets. */
async function resultsOf(manager: EntityManager, sheets: readonly SectionSheet[], from: Period, to: Period): Promise<PeriodResult[][]> {
  const where = { sectionId: In(sheets.map(({ section }) => section.id)), grain: grainOf(from), period: Between(from, to) };
  const samples = bySection(await manager.find(WaterSample, { where }));
  const means = bySection(grainOf(from) === 'HOURS' ? [] : await manager.find(WaterMean, { where }));
  return sheets.map(({ section }) => {
    const [own, finer] = [samples.get(section.id), means.get(section.id)];
    return [...new Set([...(own?.keys() ?? []), ...(finer?.keys() ?? [])])].sort().map((period) => resultOf(section, period, own?.get(period), finer?.get(period)));
  });
}

/** The last month with a class, up to a month. */
function lastMonthOf(sheets: readonly SectionSheet[], upTo: Period | null): Period | null {
  return monthsOf(sheets, upTo).find((month) => sheets.some((sheet) => sheet.in(month)?.class)) ?? null;
}

/** Months with results, the last first. */
const monthsOf = (sheets: readonly SectionSheet[], upTo: Period | null): Period[] =>
  [...new Set(sheets.flatMap(({ results }) => results.map(({ period }) => period)))].filter((period) => grainOf(period) === 'MONTH' && (upTo === null || period <= upTo.slice(0, 7))).sort().reverse();

/** The last day, up to a day, with a value of an item that is evaluated: temperature alone makes no paper. */
async function lastDay(manager: EntityManager, sheets: readonly SectionSheet[], upTo: Day | null): Promise<Day | null> {
  const any = (await manager.existsBy(WaterSample, { grain: 'DAY' })) || (await manager.existsBy(WaterMean, { grain: 'DAY' }));
  if (!any || !sheets.length) return null;
  // Every day with values enters a month's mean: only months with results are looked into, each through the index by section and period.
  for (const month of monthsOf(sheets, upTo)) {
    const [first, end] = childBounds(month);
    const sectionId = In(sheets.filter((sheet) => sheet.in(month)).map(({ section }) => section.id));
    for (let to = upTo !== null && upTo < end ? upTo : end; to >= first;) {
      const where = { sectionId, grain: 'DAY', period: Between(first, to) };
      const newest = { where, select: { period: true }, order: { period: 'DESC' } } as const;
      const days = [await manager.findOne(WaterSample, newest), await manager.findOne(WaterMean, newest)];
      const last = days.flatMap((row) => row?.period ?? []).sort().at(-1);
      if (!last) break;
      if ((await resultsOf(manager, sheets, last, last)).flat().some((result) => result.judged().itemCount > 0)) return last;
      to = addDays(last, -1);
    }
  }
  return null;
}
