import type { Warning } from '../../api/node';
import { Refusal, say, type Language } from '../../api/refusal';
import type { SentenceKey } from '../../api/sentences';
import { warn, type WarningCode } from '../../api/warnings';
import { parseCellName } from '../sheet/places';
import type { RowAction, RowChange, RowWarning } from './answer';
import type { ImportError, ImportRow, Read } from './rows';

/** How far right a cell stands. */
export const columnAt = (cell: string): number => parseCellName(cell)?.column ?? 0;

/** A row while it is judged: what is wrong with it, what it moves, what is worth a second look. */
export class RowCheck<Fields extends object> {
  readonly errors: ImportError[] = [];
  readonly changes: RowChange[] = [];
  readonly warnings: RowWarning[] = [];
  /** What becomes of the row if nothing is wrong with it. */
  outcome: Exclude<RowAction, 'REFUSED'> = 'UNCHANGED';
  /** The work that it is about; its code may be known only later. */
  work: { code: string; name: string } | null = null;

  constructor(
    readonly row: ImportRow<Fields>,
    readonly language: Language,
  ) {}

  get action(): RowAction {
    return this.errors.length ? 'REFUSED' : this.outcome;
  }

  /** What stands in the row under a key, with its cell; undefined when there is nothing. */
  read<K extends keyof Fields>(key: K): Read<Fields[K]> | undefined {
    return this.row.values[key] as Read<Fields[K]> | undefined;
  }

  /** The value under a key; undefined when there is none. */
  value<K extends keyof Fields>(key: K): Fields[K] | undefined {
    return this.read(key)?.value;
  }

  /** What a file cannot say, as a reason, is asked for where it can be said. */
  private static readonly IN_A_FILE: Partial<Record<SentenceKey, SentenceKey>> = {
    COMPLETION_NEEDS_PROGRESS: 'IMPORT_COMPLETION_PROGRESS', PROGRESS_LOWER: 'IMPORT_PROGRESS_LOWER', INVESTMENT_DONE_LOWER: 'IMPORT_DONE_LOWER',
  };

  /** Notes why the row is refused, at the first of these keys that stands in it, else at the row's first cell. */
  refuse(refusal: Refusal, ...keys: (keyof Fields | null | undefined)[]): void {
    const read = this.firstOf(keys);
    const sentence = RowCheck.IN_A_FILE[refusal.sentence] ?? refusal.sentence;
    this.errors.push({
      sheet: this.row.sheet,
      cell: read?.cell ?? this.firstCell(),
      row: this.row.row,
      column: read?.column ?? null,
      value: read?.text ?? null,
      code: sentence,
      message: say(sentence, refusal.detail, this.language),
    });
  }

  /**
   * Lets a rule speak that names members of a mutation's input: what it refuses is noted at the member's own cell.
   * @param keys where else to note what concerns a member that does not stand in this row; "*" is any
   * @returns what the rule gives, or undefined when it refused.
   */
  holds<T>(rule: () => T, keys: Readonly<Record<string, readonly (keyof Fields)[]>> = {}): T | undefined {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const member = (error.detail.field ?? '').replace(/^input\./, '').replace(/\.\d+$/, '');
      this.refuse(error, member as keyof Fields, ...(keys[member] ?? []), ...(keys['*'] ?? []));
      return undefined;
    }
  }

  /** Notes what a rule holds worth a second look, at the cells of this row. */
  warn(warnings: readonly Warning[], keys: Readonly<Record<string, readonly (keyof Fields)[]>> = {}): void {
    for (const { code, message, field } of warnings) {
      const member = (field ?? '').replace(/^input\./, '');
      this.warnings.push({ code, message, cell: this.firstOf([member as keyof Fields, ...(keys[member] ?? []), ...(keys['*'] ?? [])])?.cell ?? null });
    }
  }

  /** Notes something worth a second look at a key's cell. */
  note(code: WarningCode, key: keyof Fields, detail: Record<string, string>): void {
    this.warn([warn(this.language, code, String(key), detail)]);
  }

  /** Notes a value that the row moves. */
  change(field: string, key: keyof Fields | null, before: string | null, after: string | null): void {
    this.changes.push({ field, column: (key && this.row.values[key] as Read<unknown> | undefined)?.column ?? null, before, after });
  }

  private firstOf(keys: readonly (keyof Fields | null | undefined)[]): Read<unknown> | undefined {
    for (const key of keys) {
      const read = key ? (this.row.values[key] as Read<unknown> | undefined) : undefined;
      if (read) return read;
    }
    return undefined;
  }

  private firstCell(): string {
    const cells = (Object.values(this.row.values) as Read<unknown>[]).map(({ cell }) => cell);
    return cells.length ? cells.reduce((first, cell) => (columnAt(cell) < columnAt(first) ? cell : first)) : `A${this.row.row}`;
  }
}
