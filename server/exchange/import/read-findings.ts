import { refuse, say, type Language, type Refusal } from '../../api/refusal';
import type { ImportFile, ImportRow } from './rows';

/** Why a row is no data. */
const reasons = {
  TITLE: { zh: '标题', en: 'title' },
  HEAD: { zh: '表头', en: 'heading' },
  EMPTY: { zh: '空行', en: 'empty' },
  EMPTY_RUN: { zh: '连续空行', en: 'first of many empty rows' },
  TOTAL: { zh: '合计行', en: 'total' },
  SECTION: { zh: '分段标题', en: 'title of a section' },
  NOTE: { zh: '表下说明', en: 'note' },
  NO_FIGURES: { zh: '没有数据', en: 'no figures' },
  NO_TABLE: { zh: '工作表中没有表头，未读取', en: 'the sheet has no heading and was not read' },
  HIDDEN: { zh: '隐藏的工作表，未读取', en: 'the sheet is hidden and was not read' },
} satisfies Record<string, Record<Language, string>>;
export type Reason = keyof typeof reasons;

/** A file with more is refused as a whole anyway; its report would help nobody. */
const MOST_ERRORS = 5000;

/** A cell can hold a story; a message shows its beginning. */
const LONGEST = 100;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Gathers what is read of a file. */
export class Findings<Fields> implements ImportFile<Fields> {
  readonly rows: ImportRow<Fields>[] = [];
  readonly errors: ImportFile<Fields>['errors'] = [];
  readonly unknownColumns: ImportFile<Fields>['unknownColumns'] = [];
  readonly ignoredRows: ImportFile<Fields>['ignoredRows'] = [];

  constructor(private readonly language: Language) {}

  ignore(sheet: string, row: number, reason: Reason): void {
    this.ignoredRows.push({ sheet, row, reason: reasons[reason][this.language] });
  }

  refuse(sheet: string, row: number, cell: string, column: string | null, value: string | null, { sentence, detail }: Refusal): void {
    const shown = value && cut(value);
    const message = say(sentence, 'value' in detail ? { ...detail, value: cut(String(detail.value)) } : detail, this.language);
    this.errors.push({ sheet, cell, row, column, value: shown || null, code: sentence, message });
  }

  /** Whether there is no sense in going on; says so once, at the row where it stops. */
  full(sheet: string, row: number, cell: string): boolean {
    if (this.errors.length < MOST_ERRORS) return false;
    this.refuse(sheet, row, cell, null, null, refuse('TOO_MANY_ERRORS', { limit: MOST_ERRORS }));
    return true;
  }

  file(): ImportFile<Fields> {
    const { rows, errors, unknownColumns, ignoredRows } = this;
    return { rows, errors, unknownColumns, ignoredRows };
  }
}
