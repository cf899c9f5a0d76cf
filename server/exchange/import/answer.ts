import type { Warning } from '../../api/node';
import type { ImportError, ImportFile, ImportKind } from './rows';

/** What becomes of a row. */
export type RowAction = 'CREATED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';

/** A value that a row moves, as people read it: names rather than codes, money with its unit. */
export interface RowChange {
  /** The value's name in the API, e.g. "plannedFinish"; of money by source "arrived". */
  field: string;
  /** The column's title as the file writes it; null where the value follows from others. */
  column: string | null;
  /** Null where nothing stood. */
  before: string | null;
  after: string | null;
}

/** Something worth a second look in a row. */
export interface RowWarning extends Pick<Warning, 'code' | 'message'> {
  /** "B7"; null when it is about no cell. */
  cell: string | null;
}

export interface AnswerRow {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  row: number;
  action: RowAction;
  /** The work's code. Of a new work the code that it gets; in a dry run the one that it would get now. Null of a row whose work was not found. */
  key: string | null;
  /** The work's name, as it is after the import. */
  name: string | null;
  /** Empty in rows that are unchanged; in refused ones what they would move if it were for these. */
  changes: RowChange[];
  warnings: RowWarning[];
}

/** What an import did, or in a dry run would do. */
export interface ImportAnswer extends Pick<ImportFile<object>, 'unknownColumns' | 'ignoredRows'> {
  kind: ImportKind;
  dryRun: boolean;
  /** The file's name. */
  file: string;
  /** Rows by what becomes of them; together all that are data. */
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** In the file's order. */
  rows: AnswerRow[];
  errors: ImportError[];
}

/** How far an import is. */
export interface ImportProgress {
  step: 'READ' | 'CHECK' | 'WRITE';
  /** Rows done of all; null while it is not known how many there are. */
  done: number;
  total: number | null;
}
