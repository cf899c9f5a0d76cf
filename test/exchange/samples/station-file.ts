import type { SampleAnswer } from '../../../server/exchange/samples/answer';
import type { TestApp, TestClient } from '../../harness';

/** What an import of samples may be asked in its address. */
export interface Asked {
  dryRun?: boolean;
  leaveOut?: boolean;
  progress?: boolean;
}

/** Sends a station's file as a browser does. */
export function sendSamples(client: Pick<TestClient, 'url' | 'headers'>, file: { name: string; bytes: string | Buffer }, asked: Asked = {}, signal?: AbortSignal): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([file.bytes as unknown as BlobPart]), file.name);
  const query = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value ? [[key, '1']] : [])));
  return fetch(`${client.url}/import/samples?${query}`, { method: 'POST', headers: client.headers, body: form, signal });
}

/** Sends a file and reads the answer. */
export async function importSamples(client: Pick<TestClient, 'url' | 'headers'>, bytes: string | Buffer, asked: Asked = {}, name = '监测.csv'): Promise<SampleAnswer & { status: number }> {
  const response = await sendSamples(client, { name, bytes }, asked);
  return { status: response.status, ...((await response.json()) as SampleAnswer) };
}

/** A table as text. */
export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** What is refused, briefly: cell and sentence. */
export const faults = ({ errors }: Pick<SampleAnswer, 'errors'>): string[] => errors.map(({ cell, code }) => `${cell} ${code}`);

/** The samples from 2021 on, after those of the pack, in the order of section and period: what came in, as it is kept. */
export async function standing(app: Pick<TestApp, 'database'>, section?: string): Promise<{ section: string; period: string; items: Record<string, unknown> }[]> {
  const rows = (await app.database.read.query('SELECT m.code AS section, s.period, s.items FROM water_sample s JOIN monitoring_section m ON m.id = s.section_id WHERE s.period >= ? ORDER BY m.code, s.period', ['2021'])) as { section: string; period: string; items: string }[];
  return rows.filter((row) => !section || row.section === section).map((row) => ({ ...row, items: JSON.parse(row.items) as Record<string, unknown> }));
}

/** Four-hourly values of the two sections of the tiny city from 2021 on: 9 items a row, each value known by its place. */
export function stationTable(rows: number): string {
  const text = ['断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),铜(μg/L),锌(mg/L)'];
  for (let i = 0; i < rows; i++) {
    const hour = Math.floor(i / 2);
    const at = new Date(Date.UTC(2021, 0, 1) + hour * 4 * 3_600_000).toISOString();
    text.push(`${i % 2 ? '柳湾口' : '石桥下'},${at.slice(0, 10)} ${at.slice(11, 16)},${10 + (i % 7)},7.${i % 10},${6 + (i % 3)}.5,3.${i % 9},0.${10 + (i % 50)},0.0${1 + (i % 9)},2.${i % 10},${1 + (i % 5)},0.0${1 + (i % 4)}`);
  }
  return `${text.join('\n')}\n`;
}
