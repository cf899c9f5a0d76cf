import { addDays, monthEnd, type Day } from '../api/day';
import type { Period } from '../api/period';
import { Exact } from './exact';
import { INDICATORS, type IndicatorKey } from './indicators';
import type { Measure } from './measures';
import { pollutantText } from './pollutants';
import type { PeriodResult } from './period-result';
import { WaterReportKind, type ReportColumn, type ReportPart, type ReportTable } from './report';
import { textKeepingADigit } from './rounding';
import { WaterClass } from './section.entity';
import { percentText, shareOf } from './shares';

/** Stands where there is nothing to say. */
export const NONE = '—';

/** A class in a table. */
export const CLASS_TEXT: Readonly<Record<WaterClass, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '劣Ⅴ' };

export const classText = (grade: WaterClass | null | undefined): string => (grade ? CLASS_TEXT[grade] : NONE);

/** A class in a sentence: water meets (符合) a class, and only what is worse than Ⅴ fails (劣于) all. */
export const meetsWords = (grade: WaterClass): string => (grade === WaterClass.INFERIOR_V ? '劣于Ⅴ类' : `符合${CLASS_TEXT[grade]}类`);

/** "2025年1月20日" */
export const dayWords = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** "2025年1月" */
export const monthWords = (month: Period): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

/** The first and the last day of a paper. */
export function spanOf(kind: WaterReportKind, period: Period): { from: Day; to: Day } {
  if (kind === WaterReportKind.MONTHLY) return { from: `${period}-01`, to: monthEnd(`${period}-01`) };
  return { from: kind === WaterReportKind.WEEKLY ? addDays(period, -6) : period, to: period };
}

/** The period of a paper in words. */
export function periodWords(kind: WaterReportKind, period: Period): string {
  if (kind === WaterReportKind.MONTHLY) return monthWords(period);
  const { from, to } = spanOf(kind, period);
  return kind === WaterReportKind.DAILY ? dayWords(to) : `${dayWords(from)}—${to.slice(0, 4) === from.slice(0, 4) ? dayWords(to).replace(/^\d+年/, '') : dayWords(to)}`;
}

/** Names in a row. */
export const list = (names: readonly string[]): string => names.join('、');

/** A share in percent, "77.8%"; of nothing none. */
export const shareWords = (part: number, whole: number): string => {
  const share = shareOf(part, whole);
  return share ? `${percentText(share)}%` : NONE;
};

/** A number without its sign. */
export const magnitudeOf = (value: Exact): Exact => (value.compare(Exact.ZERO) < 0 ? Exact.ZERO.minus(value) : value);

/** A value at the evaluation digits of its item; 1 where it has none. */
export const numberWords = (key: IndicatorKey, value: Exact): string => textKeepingADigit(value, INDICATORS[key].digits ?? 1);

const unitWords = (key: IndicatorKey): string => (key === 'pH' ? '' : ` ${INDICATORS[key].unit}`);

/** A value with its unit. */
export const valueWords = (key: IndicatorKey, value: Exact): string => `${numberWords(key, value)}${unitWords(key)}`;

/** A value in a table; below detection by its limit, which the value is half of. */
export const measureText = (key: IndicatorKey, { value, belowDetection }: Measure): string => (belowDetection ? `＜${value.plus(value).toText()}` : numberWords(key, value));

export const itemNames = (keys: readonly IndicatorKey[]): string => (keys.length ? list(keys.map((key) => INDICATORS[key].name)) : NONE);

/** The main pollutants as bulletins print them, "氨氮(1.3)、总磷(0.2)". */
export const pollutantWords = (result: PeriodResult): string => list(result.judged().pollutants.map(pollutantText)) || NONE;

/** A column of words. */
export const words = (title: string): ReportColumn => ({ title, numeric: false });
/** A column of numbers. */
export const numbers = (title: string): ReportColumn => ({ title, numeric: true });

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Parts with their numerals, "一、"; one that says and lists nothing is left out. */
export const numbered = (parts: readonly ReportPart[]): ReportPart[] =>
  parts.filter(({ paragraphs, tables }) => paragraphs.length || tables.length).map((part, i) => ({ ...part, title: `${NUMERALS[i]}、${part.title}` }));

/** A part of a paper; empty paragraphs and tables without rows are left out. */
export const part = (title: string, paragraphs: readonly string[], tables: readonly ReportTable[] = []): ReportPart => ({
  title, paragraphs: paragraphs.filter(Boolean), tables: tables.filter(({ rows }) => rows.length),
});
