import type { Readable } from 'node:stream';
import type { Day } from '../../api/day';
import type { Identity } from '../../api/identity';
import { may, type WorkScope } from '../../access/policy';
import { scopeOfSheet } from '../../catalogue/context';
import type { Facts } from '../../catalogue/facts';
import type { Column } from '../../ledgers/definition';
import { askLedger } from '../../ledgers/open';
import { chooseColumns, headingOf, shownValue, type ShownColumn } from '../out/table';
import { words } from '../out/words';
import type { XlsxCell, XlsxRow } from '../out/xlsx/cells';
import { widthOf } from '../out/xlsx/measure';
import type { XlsxSheet } from '../out/xlsx/sheet';
import type { Format } from '../out/xlsx/styles';
import { writeWorkbook } from '../out/xlsx/workbook';
import { OPERATIONS } from './run';
import type { ImportKind } from './rows';

/** The ledger that a template is filled from, and which of its columns an import reads. */
const TABLES: Record<ImportKind, { ledger: string; title: string; columns: readonly string[] }> = {
  works: {
    ledger: 'overall', title: '工程导入表',
    columns: [
      'code', 'name', 'region', 'regions', 'sector', 'category', 'lists', 'nationalCode', 'ownerUnit', 'scale', 'content', 'waterBody', 'lon', 'lat', 'plannedStart', 'plannedFinish',
      'stage', 'actualStart', 'actualFinish', 'progress', 'investment', 'investmentDone',
    ],
  },
  funding: { ledger: 'funding', title: '资金导入表', columns: ['code', 'name', 'region', 'source', 'planned', 'allocated', 'arrived', 'paid'] },
  procedures: {
    ledger: 'procedures', title: '手续导入表',
    columns: ['code', 'name', 'region', 'kind', 'status', 'heldBy', 'appliedOn', 'promisedDays', 'greenChannel', 'due', 'doneOn', 'documentNumber'],
  },
};

/** How a template is to be filled in, in the words of the office. */
const ADVICE: Record<ImportKind, readonly string[]> = {
  works: [
    '一行一项工程。有“项目编码”的按编码对应；没有编码的按牵头县（市、区）和项目名称对应，对应不上的作为新工程入库。',
    '“阶段”填 前期、开工、完工，只能向前一步；退回以前的阶段由专班在系统中更正。',
    '“形象进度”“累计完成投资”是截至表头日期的累计数。',
  ],
  funding: [
    '一行一项工程的一个资金来源。计划、下达、到位、支付都是截至表头日期的累计数，系统登记与已登记数的差额。',
    '累计数不能少于已登记数；登记错了请先在系统中更正那一笔。',
  ],
  procedures: ['一行一项工程的一项手续。“办理状态”填 未办、在办、已办、不需办理；已办的要填办结日期。'],
};
const COMMON = ['空格不改动原值。列的顺序可以变，可以删去不填的列，表头请不要改。', '先试算，系统逐行说明新增、变更、不变和退回；确认后要么全部入库，要么一条不动。', '请把表头的截止日期改成数据的实际日期。'];

const FORMATS: Record<string, Format> = { TEXT: 'text', NUMBER: 'number', MONEY: 'money', PERCENT: 'percent', DATE: 'date', STAGE: 'label' };
const HEADER_ROW = 2;

/** A table to fill in. */
export interface Template {
  name: string;
  plainName: string;
  stream(): Readable;
}

/** Chinese date as titles write it. */
const dateWords = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/**
 * A table to fill in, with what stands today of the works that the viewer may change by such a file, and a sheet of advice.
 * @param now the instant that the file bears
 */
export function importTemplate(kind: ImportKind, facts: Facts, viewer: Identity, today: Day, now: Date): Template {
  const { ledger, title, columns: keys } = TABLES[kind];
  const { definition, open } = askLedger(facts, viewer, today, { id: ledger });
  const columns = chooseColumns(definition, keys);
  const rowsOf = async (): Promise<never[]> => (await open()).rows.map(({ row }) => row).filter((row) => mayWrite(kind, viewer, facts, definition.projectId!(row), row));
  return {
    name: `${title}_${today}.xlsx`,
    plainName: `${kind}-template-${today}.xlsx`,
    stream: () => writeWorkbook(2, async () => [tableSheet(`${title}（截至${dateWords(today)}）`, title, columns, await rowsOf()), adviceSheet(kind)], now),
  };
}

function mayWrite(kind: ImportKind, viewer: Identity, facts: Facts, projectId: number, row: never): boolean {
  const scope: WorkScope = scopeOfSheet(facts.sheets.get(projectId)!);
  // Of a procedure its holder may write the state, whoever's the work is.
  const { procedure } = row as { procedure?: { heldById: number | null } };
  return OPERATIONS[kind].some((operation) => may(viewer, operation, scope, { heldByDepartmentId: procedure?.heldById }));
}

function tableSheet(title: string, name: string, columns: readonly ShownColumn[], rows: readonly never[]): XlsxSheet {
  const headings = columns.map((column) => headingOf(column, 'zh'));
  const widths = headings.map((heading, i) => Math.min(40, Math.max(10, widthOf(heading) + 2, ...rows.slice(0, 100).map((row) => widthOf(textOf(columns[i].column, row) ?? '') + 2))));
  const body = function* (): Generator<XlsxRow> {
    yield { cells: [{ value: title, format: 'text', look: 'titleLeft' }], height: 28 };
    yield { cells: headings.map((value): XlsxCell => ({ value, format: 'text', look: 'header' })), height: 30 };
    for (const row of rows) yield { cells: columns.map(({ column }): XlsxCell => ({ value: textOf(column, row), format: FORMATS[column.type], look: 'body' })) };
  };
  return { name, widths, headerRow: HEADER_ROW, lastFiltered: HEADER_ROW + rows.length, rowCount: HEADER_ROW + rows.length, merges: [], paper: 'A3', footer: words.zh.footer, rows: body() };
}

const textOf = (column: Column<never>, row: never): string | null => shownValue(column.type, column.value(row), 'zh');

function adviceSheet(kind: ImportKind): XlsxSheet {
  const lines = [...ADVICE[kind], ...COMMON];
  const rows: XlsxRow[] = [
    { cells: [{ value: '填表说明', format: 'text', look: 'titleLeft' }], height: 28 },
    ...lines.map((value, i): XlsxRow => ({ cells: [{ value: `${i + 1}．${value}`, format: 'text', look: 'note' }], height: 32 })),
  ];
  return { name: '填表说明', widths: [100], headerRow: 1, lastFiltered: null, rowCount: rows.length, merges: [], paper: 'A4', footer: words.zh.footer, rows };
}
