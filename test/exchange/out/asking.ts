import type { Data, TestClient } from '../../harness';

/** Asks for a file. */
export const ask = ({ url, headers }: TestClient, path: string, options: RequestInit = {}): Promise<Response> => fetch(`${url}/export/${path}`, { ...options, headers: { ...headers, ...options.headers } });

/** A file that is there. @throws Error when it is refused */
export async function fileOf(client: TestClient, path: string): Promise<Buffer> {
  const response = await ask(client, path);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${bytes.toString('utf8')}`);
  return bytes;
}

/** What is said of a file that is refused. */
export async function refusedFile(client: TestClient, path: string): Promise<{ status: number; code: string; field?: string; message: string }> {
  const response = await ask(client, path);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string; field?: string } }[] };
  return { status: response.status, ...errors[0].extensions, message: errors[0].message };
}

const LEDGER = `query ($id: ID!, $filter: ProjectFilter, $year: Int, $asOf: Date, $orderBy: String, $direction: OrderDirection, $groupBy: LedgerGroupBy) {
  ledger(id: $id, filter: $filter, year: $year, asOf: $asOf, orderBy: $orderBy, direction: $direction, groupBy: $groupBy, first: 1000) {
    columns { key title titleEn type } rows { cells sampleCells } totals groups { label count totals } totalCount
  }
}`;

/** The same question put to the API. */
export const ledgerOf = async (client: TestClient, id: string, asked: Data = {}): Promise<Data> => (await client.must(LEDGER, { id, ...asked })).ledger as Data;

/** Yuan of the API as 万元 of a file, without floating point. */
export function wan(yuan: string): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)\.(\d\d)$/.exec(yuan)!;
  const digits = `${whole}${fraction}`.padStart(7, '0');
  return `${sign}${`${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')}`;
}

const STAGES: Record<string, string> = { PREPARATION: '前期', CONSTRUCTION: '开工', COMPLETED: '完工' };

/** A cell of the API as a file shows it. */
export const shownAs = (type: string, cell: string | null): string | null =>
  (cell === null ? null : type === 'MONEY' ? wan(cell) : type === 'STAGE' ? STAGES[cell] : type === 'PERCENT' ? cell : cell);
