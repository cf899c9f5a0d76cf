import { Exact } from '../../server/water/exact';
import { WaterBody, type IndicatorKey } from '../../server/water/indicators';
import { writeItems, type SampleItem } from '../../server/water/items';
import { makeReport } from '../../server/water/make-report';
import { PeriodResult } from '../../server/water/period-result';
import { type WaterReportKind, type ReportFacts, type ReportPart, type WaterReport } from '../../server/water/report';
import { MonitoringSection, WaterClass } from '../../server/water/section.entity';
import { SectionSheet } from '../../server/water/sections';

export type Values = Partial<Record<IndicatorKey, number>>;

const item = (value: number): SampleItem => ({ value: Exact.of(value), belowDetection: false, text: null, unit: null });

export const section = (values: Partial<MonitoringSection>): MonitoringSection =>
  Object.assign(new MonitoringSection(), { id: 1, code: 'S', name: '甲', river: '砾溪', regionId: 1, waterBody: WaterBody.RIVER, target: WaterClass.III, upstreamRegionCodes: '', ...values });

/** A sample of a section; a class alone where it is one. */
export const result = (own: MonitoringSection, period: string, values: Values | WaterClass, sample = false): PeriodResult =>
  new PeriodResult(own, typeof values === 'string'
    ? { period, items: null, count: null, given: values, sample }
    : { period, items: writeItems(new Map(Object.entries(values).map(([key, value]) => [key as IndicatorKey, item(value)]))), count: null, given: null, sample });

/** What a section measured, by period. */
export interface Measured {
  section: MonitoringSection;
  months?: Record<string, Values | WaterClass>;
  days?: Record<string, Values>;
  hours?: Record<string, Values>;
}

/** A paper of a made-up city with two counties. */
export function paperOf(kind: WaterReportKind, period: string, measured: readonly Measured[], more: Partial<ReportFacts> = {}): WaterReport {
  const resultsOf = (own: MonitoringSection, values: Record<string, Values | WaterClass> = {}) => Object.entries(values).sort().map(([at, one]) => result(own, at, one));
  return makeReport({
    kind, period, city: '砾溪市',
    sheets: measured.map((own) => new SectionSheet(own.section, resultsOf(own.section, own.months))),
    regions: [{ id: 2, adcode: '990002', name: '柳湾区' }, { id: 1, adcode: '990001', name: '石桥县' }],
    days: measured.map((own) => resultsOf(own.section, own.days)),
    hours: measured.map((own) => resultsOf(own.section, own.hours)),
    lastWithValues: null, lastMonth: null, ...more,
  });
}

/** A part by its title without the numeral. */
export function partOf({ parts }: WaterReport, title: string): ReportPart {
  const found = parts.find((part) => part.title.slice(2) === title);
  if (!found) throw new Error(`no part “${title}” among ${parts.map((part) => part.title).join(' ')}`);
  return found;
}

/** The same values on every day of a month from one to another. */
export const daily = (month: string, from: number, to: number, values: Values): Record<string, Values> =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [`${month}-${String(from + i).padStart(2, '0')}`, values]));

