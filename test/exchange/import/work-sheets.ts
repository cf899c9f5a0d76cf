import type { Data, TestClient } from '../../harness';
import { table } from './sending';

const COLUMNS = [
  '项目编码', '编号', '项目名称', '县（市、区）', '领域', '类别', '清单', '项目代码', '建设单位', '经度', '纬度', '总投资（万元）', '计划开工日期', '计划完工日期', '阶段', '实际开工日期', '实际完工日期',
  '形象进度', '累计完成投资（万元）', '计划资金（万元）', '到位资金（万元）', '支付资金（万元）',
] as const;

/** A row by some of its columns. */
export type Row = { [K in (typeof COLUMNS)[number]]?: string };

/** A sheet of works with every column that the tests use; columns that no row fills are left out. */
export function workSheet(...rows: Row[]): string {
  const used = COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined));
  return table(used.join(','), ...rows.map((row) => used.map((column) => row[column] ?? '').join(',')));
}

/** What a new work needs. */
export const NEW: Row = { '县（市、区）': '石桥县', 领域: '水务', 类别: '清淤' };

/** A day that the tests' figures hold for. */
export const DAY = { asOf: '2024-06-25' };

let serial = 0;
/** A name that no work has. */
export const newName = (): string => `新河${++serial}号工程`;

const WORK = `id number code name registeredOn sector { code } plannedStart plannedFinish originalFinish investment stage actualStart actualFinish progress investmentDone unverified version sampleFields
  leadRegion { adcode } regions { adcode } category { code } lists { code } location { lon lat } funding { planned arrived paid lines { source planned arrived paid } }
  stageHistory { stage effectiveDate status reason evidence } progressHistory { date progress investmentDone note }`;

/** A work by its code, as a client sees it. */
export const workCoded = async (client: TestClient, code: string): Promise<Data> => (await client.must(`query ($code: String) { project(code: $code) { ${WORK} } }`, { code })).project as Data;

/** A work by its number. */
export const workNumbered = async (client: TestClient, number: number): Promise<Data> => (await client.must(`query ($number: Int) { project(number: $number) { ${WORK} } }`, { number })).project as Data;
