import type { Day } from '../../api/day';
import type { Facts } from '../../catalogue/facts';
import { INDICATOR_KEYS, INDICATORS } from '../../water/indicators';
import type { Template } from '../import/template';
import { words } from '../out/words';
import type { XlsxCell, XlsxRow } from '../out/xlsx/cells';
import { widthOf } from '../out/xlsx/measure';
import type { XlsxSheet } from '../out/xlsx/sheet';
import { writeWorkbook } from '../out/xlsx/workbook';

/** How the table is to be filled in, in the words of the office. */
const ADVICE = [
  '一行一个断面、一个时间。时间写 2024-06-30 08:00 是四小时值（00、04、08、12、16、20 时），写 2024-06-30 是日均值，写 2024-06 是月均值，写 2024 是年均值。',
  '断面写编码或名称都可以；名称前可以加河流。',
  '低于检出限的写 0.004L 或 <0.004；没有监测的留空、写 -- 或 -1。只写“未检出”而没有检出限的，无法参与计算，不入库，单独计数。',
  '数值按表头的单位填写；别的单位请改表头，例如“汞(μg/L)”。不用的列可以删去，也可以一行一个数值：断面、时间、监测项目、监测值、单位。',
  '先试算，系统逐格说明不能收的数值；确认后分批入库（每批 10000 个数值）。中断了就把同一个文件再传一次，从断处接着入库。',
];

const text = (value: string, look: XlsxCell['look']): XlsxCell => ({ value, format: 'text', look });

const titleOf = (key: (typeof INDICATOR_KEYS)[number]): string => (key === 'pH' ? 'pH(无量纲)' : `${INDICATORS[key].name}(${INDICATORS[key].unit})`);

/** A table for samples to be filled in, a row for each section, and a sheet of advice. @param now the instant that the file bears */
export function sampleTemplate({ sections }: Facts, today: Day, now: Date): Template {
  const titles = ['断面编码', '断面名称', '河流', '监测时间', ...INDICATOR_KEYS.map(titleOf)];
  const rows = sections.map(({ section: { code, name, river } }) => ({ cells: [code, name, river, '', ...INDICATOR_KEYS.map(() => '')].map((value) => text(value, 'body')) }));
  const table = sheetOf('监测数据', titles.map((title) => Math.max(12, widthOf(title) + 2)), 1, [{ cells: titles.map((title) => text(title, 'header')), height: 30 }, ...rows]);
  const advice = sheetOf('填表说明', [120], null, [{ cells: [text('填表说明', 'titleLeft')], height: 28 }, ...ADVICE.map((line, i): XlsxRow => ({ cells: [text(`${i + 1}．${line}`, 'note')], height: 32 }))]);
  return { name: `监测数据导入表_${today}.xlsx`, plainName: `samples-template-${today}.xlsx`, stream: () => writeWorkbook(2, async () => [table, advice], now) };
}

const sheetOf = (name: string, widths: readonly number[], lastFiltered: number | null, rows: readonly XlsxRow[]): XlsxSheet =>
  ({ name, widths, headerRow: 1, lastFiltered, rowCount: rows.length, merges: [], paper: lastFiltered === null ? 'A4' : 'A3', footer: words.zh.footer, rows });
