import type { Day } from '../../api/day';
import type { SectorCode } from '../../api/identity';
import type { Fen } from '../../api/money';
import type { FundingSource } from '../../funding/funding.entity';
import type { ProcedureKind, ProcedureStatus, Stage } from '../../portfolio/facts.entity';

/** What a file may bring. */
export const IMPORT_KINDS = ['works', 'funding', 'procedures'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A value as it was understood, and where it stood. */
export interface Read<T> {
  value: T;
  /** "B7" */
  cell: string;
  /** The column's title as the file writes it. */
  column: string;
  /** What the cell shows. */
  text: string;
}

/** A row of values by their keys; a key is there when the file has the column and the cell is not blank. */
export type Values<Fields> = { [K in keyof Fields]?: Read<Fields[K]> };

/** How a row names its work. */
export interface WorkNames {
  /** The programme's code, "LF-001". */
  code: string;
  /** The number on the wall. */
  number: number;
  name: string;
  /** Adcodes, the lead region first. */
  regions: string[];
}

/** Cumulative money of a work, by source or without one. */
export interface FundsFields {
  /** The source that a row is about, where the file has a row for each. */
  source: FundingSource;
  planned: Fen;
  allocated: Fen;
  arrived: Fen;
  paid: Fen;
  documentNumber: string;
}

/** A row of /import/works. */
export interface WorkFields extends WorkNames {
  nationalCode: string;
  sector: SectorCode;
  /** A category's code. */
  category: string;
  /** Codes of lists. */
  lists: string[];
  ownerUnit: string;
  scale: string;
  content: string;
  waterBody: string;
  lon: number;
  lat: number;
  plannedStart: Day;
  plannedFinish: Day;
  investment: Fen;
  stage: Stage;
  /** When the work began or was completed, where the file says so. */
  actualStart: Day;
  actualFinish: Day;
  /** Percent, 0–100. */
  progress: number;
  investmentDone: Fen;
  planned: Fen;
  allocated: Fen;
  arrived: Fen;
  paid: Fen;
}

/** A row of /import/funding. */
export interface FundingFields extends WorkNames, FundsFields {}

/** A row of /import/procedures. */
export interface ProcedureFields extends WorkNames {
  kind: ProcedureKind;
  status: ProcedureStatus;
  /** A department's code. */
  heldBy: string;
  appliedOn: Day;
  promisedDays: number;
  greenChannel: boolean;
  due: Day;
  doneOn: Day;
  documentNumber: string;
}

export interface ImportFields {
  works: WorkFields;
  funding: FundingFields;
  procedures: ProcedureFields;
}

/** A row of the table, understood. A row with a cell that was not understood is there too, without that value. */
export interface ImportRow<Fields> {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  row: number;
  values: Values<Fields>;
  /** The day that the sheet's figures hold for ("截至…" in its title); null where it says none. */
  asOf: Day | null;
}

/** Why a cell, or a row as a whole, is refused. */
export interface ImportError {
  sheet: string;
  /** "B7"; the row's first cell when it is about the row. */
  cell: string;
  /** As the spreadsheet counts; with the sheet it finds the row. */
  row: number;
  column: string | null;
  value: string | null;
  /** A sentence's key, as in `api/sentences.ts`. */
  code: string;
  /** A sentence for a clerk, in the reader's language. */
  message: string;
}

/** A file, read: the rows that are data, and what was made of the rest. */
export interface ImportFile<Fields> {
  rows: ImportRow<Fields>[];
  errors: ImportError[];
  /** Columns whose titles say nothing to us; their values are left out. */
  unknownColumns: { sheet: string; cell: string; title: string }[];
  /** Rows that are no data: titles, totals, notes, empty. */
  ignoredRows: { sheet: string; row: number; reason: string }[];
}
