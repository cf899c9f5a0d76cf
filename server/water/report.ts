import { registerEnumType } from 'type-graphql';
import type { Day } from '../api/day';
import type { Period } from '../api/period';
import type { PeriodResult } from './period-result';
import type { SectionSheet } from './sections';

export enum WaterReportKind {
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
}
registerEnumType(WaterReportKind, {
  name: 'WaterReportKind',
  description: 'A paper that the office writes of the water.',
  valuesConfig: {
    DAILY: { description: '水质日分析: a day by its four-hourly values, and the days before.' },
    WEEKLY: { description: '水质周研判: seven days up to and with a day, the seven before, and the month so far against the targets.' },
    MONTHLY: { description: '水质月通报: a month against the last one and the same of the last year, the year so far, rankings.' },
  },
});

/** What a paper is called. */
export const REPORT_NAMES: Readonly<Record<WaterReportKind, string>> = { DAILY: '水质日分析', WEEKLY: '水质周研判', MONTHLY: '水质月通报' };

/** A column of a table in a paper. */
export interface ReportColumn {
  title: string;
  /** Whether its cells are numbers, which stand to the right. */
  numeric: boolean;
}

/** A table in a paper, all of it text as it is to be read. */
export interface ReportTable {
  title: string;
  columns: ReportColumn[];
  rows: string[][];
}

/** A numbered part of a paper: what is said, then what is listed. */
export interface ReportPart {
  title: string;
  paragraphs: string[];
  tables: ReportTable[];
}

/** A paper, ready to be shown or printed. */
export interface WaterReport {
  kind: WaterReportKind;
  /** The day or month it is of; of a week its last day. */
  period: Period;
  /** Its first and last day. */
  from: Day;
  to: Day;
  title: string;
  /** The period in words, under the title. */
  subtitle: string;
  /** Sections, and those of them with a class in the period. */
  sections: number;
  judged: number;
  /** Whether anything was measured in the period; without, the paper says so and nothing else. */
  hasValues: boolean;
  /** That values are made up for the demonstration; null where none is. */
  sampleNote: string | null;
  parts: ReportPart[];
}

/** A region as a paper names it. */
export interface ReportRegion {
  id: number;
  adcode: string;
  name: string;
}

/** What a paper is made of. Everything of a section stands at the place of its sheet. */
export interface ReportFacts {
  kind: WaterReportKind;
  period: Period;
  city: string;
  sheets: readonly SectionSheet[];
  /** In the official order. */
  regions: readonly ReportRegion[];
  /** Results of days, oldest first: those that the kind looks at, see `daysOf`; none for the monthly notice. */
  days: readonly (readonly PeriodResult[])[];
  /** Results of the four hours of the day, for the daily analysis only. */
  hours: readonly (readonly PeriodResult[])[];
  /** The last day with values of evaluated items, or the last month with a class, up to the period, for saying so where the period has none; null where there is none. */
  lastWithValues: Period | null;
  /** The last month with a class, to which the papers of days refer; null where there is none. */
  lastMonth: Period | null;
}
