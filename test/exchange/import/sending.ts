import type { AnswerRow, ImportAnswer } from '../../../server/exchange/import/answer';
import type { ImportKind } from '../../../server/exchange/import/rows';
import type { TestApp, TestClient } from '../../harness';

/** What an import may be asked in its address. */
export interface Asked {
  dryRun?: boolean;
  asOf?: string;
  progress?: boolean;
}

const addressOf = ({ url }: TestClient, kind: string, { dryRun, asOf, progress }: Asked): string => {
  const query = new URLSearchParams({ ...(dryRun && { dryRun: '1' }), ...(asOf && { asOf }), ...(progress && { progress: '1' }) });
  return `${url}/import/${kind}?${query}`;
};

/** Sends a file as a browser does. */
export function sendFile(client: TestClient, kind: string, file: { name: string; bytes: string | Buffer }, asked: Asked = {}): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([file.bytes as unknown as BlobPart]), file.name);
  return fetch(addressOf(client, kind, asked), { method: 'POST', headers: client.headers, body: form });
}

/** A table as text: the headings, then the rows. */
export const table = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** Sends a table and reads the answer. */
export async function importTable(client: TestClient, kind: ImportKind, text: string, asked: Asked = {}, name = '台账.csv'): Promise<ImportAnswer & { status: number }> {
  const response = await sendFile(client, kind, { name, bytes: text }, asked);
  const body = (await response.json()) as ImportAnswer;
  return { status: response.status, ...body };
}

/** What became of the rows, briefly. */
export const outline = ({ rows }: ImportAnswer): string[] => rows.map(({ row, action, key }) => `${row} ${action} ${key}`);

/** What is wrong, briefly: cell, key and what is there. */
export const faults = ({ errors }: ImportAnswer): string[] => errors.map(({ cell, code }) => `${cell} ${code}`);

/** What a row moves, briefly. */
export const moves = ({ changes }: AnswerRow): string[] => changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`);

/** Whatever was refused left every table and the change record alone. */
export async function writesNothing<T>(app: TestApp, run: () => Promise<T>): Promise<T> {
  const before = await app.rows();
  const result = await run();
  expect(await app.rows()).toEqual(before);
  return result;
}
