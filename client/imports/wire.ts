import type { TFunction } from 'i18next';

export const KINDS = ['works', 'funding', 'procedures'] as const;
export type ImportKind = (typeof KINDS)[number];
/** What the page offers: stations' files go their own way. */
export type OfferedKind = ImportKind | 'samples';

/** Who sends stations' files: the task force and the ecology department. */
export const maySendSamples = ({ role, department }: { role: string; department?: { sector: string | null } | null }): boolean => role === 'TASK_FORCE' || (role === 'DEPARTMENT' && department?.sector === 'ECOLOGY');
export const ACTIONS = ['CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED'] as const;
export type RowAction = (typeof ACTIONS)[number];

export type RowChange = { field: string; column: string | null; before: string | null; after: string | null };
export type AnswerRow = { sheet: string; row: number; action: RowAction; key: string | null; name: string | null; changes: RowChange[]; warnings: { code: string; message: string; cell: string | null }[] };
export type ImportError = { sheet: string; cell: string; row: number; column: string | null; value: string | null; code: string; message: string };

/** What the server answers to a file that it could read. */
export type ImportAnswer = {
  kind: ImportKind;
  dryRun: boolean;
  file: string;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  rows: AnswerRow[];
  errors: ImportError[];
  unknownColumns: { sheet: string; cell: string; title: string }[];
  ignoredRows: { sheet: string; row: number; reason: string }[];
};

export type ImportProgress = { step: 'READ' | 'CHECK' | 'WRITE'; done: number; total: number | null };

/** What became of a file that was sent. */
export type Outcome =
  | { kind: 'answered'; status: number; answer: ImportAnswer }
  | { kind: 'refused'; status: number; code: string; field: string | null; message: string }
  | { kind: 'lost' };

type Line = { progress?: ImportProgress; status?: number; answer?: ImportAnswer; errors?: ErrorBody['errors'] };
type ErrorBody = { errors: { message: string; extensions?: { code?: string; field?: string } }[] };

/** Reads the lines of an answer as they come: the text so far, again and again, gives what is new in it. */
export class Lines {
  private read = 0;

  constructor(private readonly onProgress: (progress: ImportProgress) => void) {}

  /** @returns the outcome, once its line is there */
  take(text: string): Outcome | null {
    let outcome: Outcome | null = null;
    for (let end = text.indexOf('\n', this.read); end >= 0; end = text.indexOf('\n', this.read)) {
      const line = JSON.parse(text.slice(this.read, end)) as Line;
      this.read = end + 1;
      if (line.progress) this.onProgress(line.progress);
      else outcome = outcomeOf(line.status ?? 0, line);
    }
    return outcome;
  }
}

/** What an answer as a whole says; without one that can be read, the line was lost. */
export function outcomeOf(status: number, body: Pick<Line, 'answer' | 'errors'> | null): Outcome {
  if (body?.answer) return { kind: 'answered', status, answer: body.answer };
  const first = body?.errors?.[0];
  if (!first) return { kind: 'lost' };
  return { kind: 'refused', status, code: first.extensions?.code ?? 'INTERNAL_SERVER_ERROR', field: first.extensions?.field ?? null, message: first.message };
}

/** The body of an error that came instead of lines; null where it is none. */
export function errorBody(text: string): ErrorBody | null {
  try {
    const body = JSON.parse(text) as Partial<ErrorBody> | null;
    return Array.isArray(body?.errors) ? (body as ErrorBody) : null;
  } catch {
    return null;
  }
}

export const ACCEPTED = '.xlsx,.csv';
/** The server's own bound, told before the file has travelled. */
export const MOST_MEGABYTES = 20;

/** Why a file need not be sent; null where it may be. */
export function refusedBeforehand(file: Pick<File, 'name' | 'size'>, t: TFunction): string | null {
  if (file.size === 0) return t('imports.empty');
  if (file.size > MOST_MEGABYTES * 1024 * 1024) return t('imports.tooLarge', { size: (file.size / 1024 / 1024).toFixed(1), most: MOST_MEGABYTES });
  return null;
}

export const templateAddress = (kind: ImportKind): string => `/import/${kind}/template.xlsx`;

/** Where a file is sent, for a look or in earnest. */
export function importAddress(kind: ImportKind, { dryRun, asOf }: { dryRun: boolean; asOf: string | null }): string {
  const params = new URLSearchParams({ progress: '1', ...(dryRun && { dryRun: '1' }), ...(asOf && { asOf }) });
  return `/import/${kind}?${params.toString()}`;
}

export const markedAddress = (kind: ImportKind, asOf: string | null): string => `/import/${kind}/marked${asOf ? `?asOf=${asOf}` : ''}`;

/** The name that the server gives a download, else the file's own. */
export function markedName(disposition: string | null, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? fallback);
  } catch {
    return fallback;
  }
}
