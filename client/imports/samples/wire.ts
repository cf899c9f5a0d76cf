import type { ImportError } from '../wire';

/** The server's own bound, told before the file has travelled. */
export const MOST_MEGABYTES = 200;

export type SectionSpan = { code: string; name: string; grain: 'YEAR' | 'MONTH' | 'DAY' | 'HOURS'; from: string; to: string; samples: number };

/** A column of values as the server understood it. */
export type SampleColumn = { sheet: string; cell: string; title: string; indicator: string; name: string; unit: string; example: { text: string; value: string; unit: string } | null };

/** What the server answers to a station's file. */
export type SampleAnswer = {
  dryRun: boolean;
  file: string;
  rows: number;
  values: number;
  withoutLimit: number;
  notMeasured: number;
  created: number;
  changed: number;
  unchanged: number;
  replaced: number;
  parts: number;
  partsBefore: number;
  already: { at: string; by: string; differing: { values: number; batch: number; file: string | null; at: string; by: string } | null } | null;
  sections: SectionSpan[];
  refused: number;
  refusedValues: number;
  errors: ImportError[];
  flagged: number;
  warnings: { sheet: string; row: number; cell: string; code: string; message: string }[];
  unknownColumns: { sheet: string; cell: string; title: string; item: string | null }[];
  columns: SampleColumn[];
  unknownItems: { title: string; sheet: string; cell: string; count: number }[];
  ignored: number;
  ignoredRows: { sheet: string; row: number; reason: string }[];
};

export type SampleProgress = { step: 'CHECK' | 'WRITE'; values: number; share: number };

/** What became of a file that was sent. */
export type SampleOutcome = { kind: 'answered'; status: number; answer: SampleAnswer } | { kind: 'refused'; code: string; message: string } | { kind: 'lost' };

type Errors = { message: string; extensions?: { code?: string } }[];
type Line = { progress?: SampleProgress; status?: number; answer?: SampleAnswer; errors?: Errors };

const refusedBy = (errors: Errors | undefined): SampleOutcome => (errors?.[0] ? { kind: 'refused', code: errors[0].extensions?.code ?? 'INTERNAL_SERVER_ERROR', message: errors[0].message } : { kind: 'lost' });

/** A line of the answer. */
export function readLine(text: string): { progress: SampleProgress } | { outcome: SampleOutcome } {
  const line = JSON.parse(text) as Line;
  if (line.progress) return { progress: line.progress };
  return { outcome: line.answer ? { kind: 'answered', status: line.status ?? 0, answer: line.answer } : refusedBy(line.errors) };
}

/** What a body without lines says. */
export function readBody(text: string): SampleOutcome {
  try {
    return refusedBy((JSON.parse(text) as Line).errors);
  } catch {
    return { kind: 'lost' };
  }
}

/** Where a file is sent, for a look or in earnest. */
export const sampleAddress = (dryRun: boolean, leaveOut: boolean): string => `/import/samples?${new URLSearchParams({ progress: '1', ...(dryRun && { dryRun: '1' }), ...(leaveOut && { leaveOut: '1' }) }).toString()}`;

/** How fast a step goes: values a second, and seconds left; null until both can be told. */
export function paceOf({ values, share }: SampleProgress, seconds: number): { rate: number; left: number } | null {
  if (seconds < 1 || share <= 0 || values <= 0) return null;
  return { rate: Math.round(values / seconds), left: Math.ceil((seconds * (1 - share)) / share) };
}
