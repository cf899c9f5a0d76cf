import type { Grain, Period } from '../../api/period';
import type { IndicatorKey } from '../../water/indicators';
import type { ImportError } from '../import/rows';
import type { RowWarning } from '../import/answer';

/** What a file has of a section: periods of one length, as far as they are taken. */
export interface SectionSpan {
  /** The section's code and name. */
  code: string;
  name: string;
  grain: Grain;
  from: Period;
  to: Period;
  /** Samples among them. */
  samples: number;
}

/** A value worth a second look. */
export interface SampleWarning extends RowWarning {
  sheet: string;
  row: number;
  cell: string;
}

/** A column of values as it was understood. */
export interface SampleColumn {
  sheet: string;
  cell: string;
  title: string;
  indicator: IndicatorKey;
  /** The item's name. */
  name: string;
  /** The unit in which its values are read. */
  unit: string;
  /** Its first value as the file writes it, and as it is read in the unit of GB 3838-2002; null where it has none. */
  example: { text: string; value: string; unit: string } | null;
}

/** When the last of a file came, an instant, and who sent it. */
export interface AlreadyIn {
  at: string;
  by: string;
}

/** Values of a file that gave way to others after it came in. */
export interface DifferingSince extends AlreadyIn {
  values: number;
  /** The first batch that made the difference: its key, its file, when and from whom it came. */
  batch: number;
  file: string | null;
}

/** What an import of samples did, or in a dry run would do. Lists are bounded; the counts beside them are of all. */
export interface SampleAnswer {
  kind: 'samples';
  dryRun: boolean;
  /** The file's name. */
  file: string;
  /** SHA-256 of the file, hex. */
  digest: string;
  /** Rows that are data. */
  rows: number;
  /** Values that are taken. */
  values: number;
  /** Cells that say 未检出 without a limit, which bring nothing. */
  withoutLimit: number;
  /** Cells that say that nothing was measured: −1, --, / and the like. */
  notMeasured: number;
  /** Samples, a section and a period each, by what becomes of them. */
  created: number;
  changed: number;
  unchanged: number;
  /** Values that take the place of other ones, which stay in the change record. */
  replaced: number;
  /** Batches of at most 10,000 values that the file makes, and how many of them an earlier sending had brought in. */
  parts: number;
  partsBefore: number;
  /** Where all of the file was in before; then nothing is written, also where other values stand by now. */
  already: (AlreadyIn & { differing: DifferingSince | null }) | null;
  sections: SectionSpan[];
  /** Cells and rows that are refused, and values that are left out with them. */
  refused: number;
  refusedValues: number;
  errors: ImportError[];
  flagged: number;
  warnings: SampleWarning[];
  /** Columns that are left out, with the item that a title is about all the same: 上年同期, 氨氮均值. */
  unknownColumns: { sheet: string; cell: string; title: string; item: IndicatorKey | null }[];
  /** The columns of values as they were understood; of a table with a row a value, its items. */
  columns: SampleColumn[];
  /** Items of rows that are none of the 24, with how often they come. */
  unknownItems: { title: string; sheet: string; cell: string; count: number }[];
  /** Rows that are no data: totals, notes, sheets without a table. */
  ignored: number;
  ignoredRows: { sheet: string; row: number; reason: string }[];
}

/** How far an import of samples is. */
export interface SampleProgress {
  /** CHECK reads the whole file and judges it, WRITE brings it in. */
  step: 'CHECK' | 'WRITE';
  /** Values so far. */
  values: number;
  /** How much of the step is done, 0 to 1. */
  share: number;
}
