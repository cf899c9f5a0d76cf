import type { Day } from '../api/day';
import { globalId } from '../api/ids';
import type { Region } from '../portfolio/reference.entity';
import { isGood, meetsTarget } from '../water/classes';
import type { PeriodResult } from '../water/period-result';
import type { SectionSheet } from '../water/sections';
import { WaterClass, type SectionLevel } from '../water/section.entity';
import { ColumnType, defineLedger } from './definition';

const { TEXT, NUMBER, PERCENT } = ColumnType;

/** A section as it stands on the day asked. */
export interface SectionRow {
  sheet: SectionSheet;
  region: Region;
  /** The last month by the day for which it was judged. */
  latest: PeriodResult | null;
  /** Months of the year up to the day, and in how many the target was met. */
  months: number;
  met: number;
}

/** Class numerals as the maps write them. */
const classNames: Record<WaterClass, string> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ', V: 'Ⅴ', INFERIOR_V: '劣Ⅴ' };
const levelNames: Record<SectionLevel, string> = { NATIONAL: '国考', PROVINCIAL: '省考', MUNICIPAL: '市考' };
const CLASSES = Object.values(WaterClass);

function rowOf(sheet: SectionSheet, region: Region, day: Day): SectionRow {
  const monthly = sheet.results.filter(({ period, class: value }) => period.length === 7 && period <= day.slice(0, 7) && value !== null);
  const year = monthly.filter(({ period }) => period.startsWith(day.slice(0, 4)));
  return { sheet, region, latest: monthly.at(-1) ?? null, months: year.length, met: year.filter((result) => meetsTarget(result.class, sheet.section.target)).length };
}

const sample = ({ latest }: SectionRow) => latest?.sample ?? false;

/** The monitoring sections and their latest class; for everyone who may read ledgers. */
export default defineLedger<SectionRow>({
  id: 'sections',
  place: 15,
  name: '监测断面台账',
  nameEn: 'Monitoring sections',
  description: '国考、省考断面：目标、最近一月类别、是否达标，以及当年达标情况。',
  descriptionEn: 'National and provincial monitoring sections: target, latest class, whether it was met, and how the year went.',
  filters: ['search', 'regions'],
  columns: [
    { key: 'code', title: '断面编码', titleEn: 'Code', type: TEXT, value: ({ sheet }) => sheet.section.code },
    { key: 'name', title: '断面名称', titleEn: 'Section', type: TEXT, value: ({ sheet }) => sheet.section.name },
    { key: 'level', title: '级别', titleEn: 'Level', type: TEXT, value: ({ sheet }) => levelNames[sheet.section.level] },
    { key: 'river', title: '河流', titleEn: 'River', type: TEXT, value: ({ sheet }) => sheet.section.river },
    { key: 'region', title: '县（市、区）', titleEn: 'Region', type: TEXT, value: ({ region }) => region.name, order: ({ region }) => region.sort },
    { key: 'target', title: '目标类别', titleEn: 'Target', type: TEXT, value: ({ sheet }) => classNames[sheet.section.target], order: ({ sheet }) => CLASSES.indexOf(sheet.section.target) },
    { key: 'period', title: '最近月份', titleEn: 'Latest month', type: TEXT, value: ({ latest }) => latest?.period ?? null, sample },
    { key: 'class', title: '水质类别', titleEn: 'Class', type: TEXT, value: ({ latest }) => latest && classNames[latest.class!], order: ({ latest }) => latest && CLASSES.indexOf(latest.class!), sample },
    { key: 'good', title: '优良', titleEn: 'Good', type: TEXT, value: ({ latest }) => latest && (isGood(latest.class!) ? '是' : '否'), sample },
    { key: 'met', title: '达标', titleEn: 'Target met', type: TEXT, value: ({ sheet, latest }) => latest && (meetsTarget(latest.class, sheet.section.target) ? '达标' : '未达标'), sample },
    { key: 'months', title: '当年评价月数', titleEn: 'Months judged this year', type: NUMBER, value: ({ months }) => months, total: 'SUM', sample },
    { key: 'monthsMet', title: '当年达标月数', titleEn: 'Months met this year', type: NUMBER, value: ({ met }) => met, total: 'SUM', sample },
    { key: 'metShare', title: '当年达标率', titleEn: 'Share met this year', type: PERCENT, value: ({ months, met }) => (months ? Math.round((1000 * met) / months) / 10 : null), total: { part: 'monthsMet', whole: 'months' }, sample },
  ],
  region: ({ region }) => region,
  rows: ({ facts, day, filter }) => {
    const search = filter?.search?.normalize('NFKC').toLowerCase().trim() ?? '';
    return facts.sections
      .map((sheet) => rowOf(sheet, facts.reference.regionById.get(sheet.section.regionId)!, day))
      .filter(({ sheet: { section }, region }) => (!filter?.regions?.length || filter.regions.includes(region.adcode)) && [section.name, section.code, section.river].some((text) => text.toLowerCase().includes(search)));
  },
  position: ({ sheet: { section } }) => [section.sort, section.id],
  key: ({ sheet: { section } }) => globalId('MonitoringSection', section.id),
});
