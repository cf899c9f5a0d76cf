import { createHash } from 'node:crypto';
import { say, type Language, type Refusal } from '../../api/refusal';
import type { Warning } from '../../api/node';
import type { IndicatorKey } from '../../water/indicators';
import type { SampleAnswer } from './answer';

/** Why a row is no data. */
const REASONS = {
  TOTAL: { zh: '统计行', en: 'statistics' },
  NOTE: { zh: '说明', en: 'note' },
  NO_FIGURES: { zh: '没有监测值', en: 'no values' },
  NO_TABLE: { zh: '工作表中没有表头，未读取', en: 'the sheet has no heading and was not read' },
  HIDDEN: { zh: '隐藏的工作表，未读取', en: 'the sheet is hidden and was not read' },
} satisfies Record<string, Record<Language, string>>;

/** Of each sort so many are listed; all are counted. */
const LISTED = 500;

type Found = Pick<SampleAnswer, 'refused' | 'refusedValues' | 'errors' | 'flagged' | 'warnings' | 'unknownColumns' | 'unknownItems' | 'ignored' | 'ignoredRows'>;

/** A cell in a file. */
export interface Place {
  sheet: string;
  row: number;
  cell: string;
}

/** Gathers what is said about a file: counted, and listed as far as anyone would read. */
export class Findings {
  private readonly found: Found = { refused: 0, refusedValues: 0, errors: [], flagged: 0, warnings: [], unknownColumns: [], unknownItems: [], ignored: 0, ignoredRows: [] };
  private firsts = 0;
  private readonly items = new Map<string, Found['unknownItems'][number]>();
  private readonly hash = createHash('sha256');

  constructor(private readonly language: Language) {}

  get refused(): number {
    return this.found.refused;
  }

  /** @param values how many values are left out with it */
  refuse({ sheet, row, cell }: Place, column: string | null, value: string | null, { sentence, detail }: Refusal, values = 1): void {
    this.found.refused += 1;
    this.found.refusedValues += values;
    this.hash.update(`${sheet}!${cell}\n`);
    if (this.found.errors.length < LISTED) this.found.errors.push({ sheet, row, cell, column, value: value ? value.slice(0, 100) : null, code: sentence, message: say(sentence, detail, this.language) });
  }

  flag({ sheet, row, cell }: Place, warning: () => Warning): void {
    this.found.flagged += 1;
    if (this.found.warnings.length >= LISTED) return;
    const { code, message } = warning();
    this.found.warnings.push({ sheet, row, cell, code, message });
  }

  /** A word on more than one cell: listed before those on single ones, which may be many. */
  flagFirst({ sheet, row, cell }: Place, { code, message }: Warning): void {
    this.found.flagged += 1;
    this.found.warnings.splice(this.firsts++, 0, { sheet, row, cell, code, message });
    this.found.warnings.splice(LISTED);
  }

  ignore(sheet: string, row: number, reason: keyof typeof REASONS): void {
    this.found.ignored += 1;
    if (this.found.ignoredRows.length < LISTED) this.found.ignoredRows.push({ sheet, row, reason: REASONS[reason][this.language] });
  }

  unknownColumn(sheet: string, cell: string, title: string, item: IndicatorKey | null): void {
    if (this.found.unknownColumns.length < LISTED) this.found.unknownColumns.push({ sheet, cell, title: title.slice(0, 100), item });
  }

  unknownItem({ sheet, cell }: Place, title: string): void {
    const known = this.items.get(title);
    if (known) known.count += 1;
    else if (this.items.size < LISTED) this.items.set(title, { title: title.slice(0, 100), sheet, cell, count: 1 });
  }

  /** Tells one set of refused cells from another: SHA-256 over their places, hex. */
  refusedDigest(): string {
    return this.hash.copy().digest('hex');
  }

  all(): Found {
    return { ...this.found, unknownItems: [...this.items.values()] };
  }
}
