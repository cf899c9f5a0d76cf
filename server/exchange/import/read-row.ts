import type { SectorCode } from '../../api/identity';
import { refuse, Refusal } from '../../api/refusal';
import { Stage } from '../../portfolio/facts.entity';
import { isBlank, shownText, valueOf, type Cell, type SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import { readField, readStatus } from './read-fields';
import type { Findings } from './read-findings';
import type { Column } from './read-head';
import type { Names } from './read-names';
import type { Preamble } from './read-preamble';
import { squeeze } from './read-text';
import { FUNDS, MONEY, type AnyFields, type TitleKey } from './read-titles';
import type { ImportKind, Read, Values } from './rows';

export type AnyValues = Values<AnyFields>;
/** What is read of a row before its ways of writing are settled: `leadRegion`, `place`, `start`, `finish`. */
export type Draft = Partial<Record<TitleKey, Read<unknown>>>;

/** A cell with its place; `merged` when it is part of a cell over several rows. */
interface Found {
  readonly cell: Exclude<Cell, { kind: 'COVERED' }>;
  readonly at: string;
  readonly text: string;
  readonly merged: boolean;
}

/** The cell of a row that a column reads; null when it is blank, or only the width of the one left of it. */
function cellAt(row: SheetRow, index: number): Found | null {
  const raw = row.cells[index];
  const covered = typeof raw === 'object' && raw.kind === 'COVERED' ? raw : null;
  if (covered && (covered.row === row.number || covered.column !== index)) return null;
  const cell = valueOf(raw);
  if (cell === undefined || isBlank(cell)) return null;
  return { cell, at: cellName(covered?.row ?? row.number, index), text: shownText(cell), merged: covered !== null };
}

/** A column of numbers may hold codes, and one of codes numbers on the wall or the national ones. */
function keyFor(kind: ImportKind, key: TitleKey, shown: string): TitleKey {
  if (key !== 'number' && key !== 'code') return key;
  const text = squeeze(shown);
  if (key === 'number') return /^\d+号?$/.test(text) ? 'number' : 'code';
  if (/^\d{1,4}$/.test(text)) return 'number';
  return kind === 'works' && /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(text) ? 'nationalCode' : 'code';
}

/** A section of a table, by what its title stands for. */
export type Section = { readonly kind: 'region'; readonly read: Read<string[]> } | { readonly kind: 'sector'; readonly read: Read<SectorCode> };

/** Reads the rows of one table. */
export class RowReader {
  /** The sections that the row stands in, the outer one first. */
  private sections: readonly Section[] = [];

  constructor(
    private readonly kind: ImportKind,
    private readonly sheet: string,
    private readonly names: Names,
    private readonly preamble: Preamble,
    private readonly findings: Pick<Findings<unknown>, 'refuse'>,
  ) {}

  /** Goes on in a section; one within another ends with it. */
  enter(section: Section): void {
    const outer = this.sections.findIndex(({ kind }) => kind === section.kind);
    this.sections = [...(outer < 0 ? this.sections : this.sections.slice(0, outer)), section];
  }

  private get region(): Read<string[]> | null {
    return this.sections.find((section) => section.kind === 'region')?.read ?? this.preamble.region;
  }

  private get sector(): Read<SectorCode> | null {
    return this.sections.find((section) => section.kind === 'sector')?.read ?? null;
  }

  /**
   * Reads columns of a row. A cell that is not understood is noted and left out.
   * @param continued whether the row goes on with the work above: merged cells were read with that
   */
  read(row: SheetRow, columns: readonly Column[], continued: boolean): Draft {
    const draft: Draft = {};
    for (const column of columns) {
      const found = cellAt(row, column.index);
      if (!found || (continued && found.merged)) continue;
      try {
        this.readCell(draft, column, found);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.findings.refuse(this.sheet, row.number, found.at, column.title, found.text, error);
      }
    }
    return draft;
  }

  private readCell(draft: Draft, column: Column, { cell, at, text, merged }: Found): void {
    const key = keyFor(this.kind, column.key, text);
    // An amount over several rows cannot be told apart into theirs.
    if (merged && MONEY.has(key)) throw refuse('CELL_MONEY_MERGED');
    if (key === 'status') {
      for (const [part, value] of Object.entries(readStatus(cell, column.alone))) draft[part as TitleKey] ??= { value, cell: at, column: column.title, text };
      return;
    }
    // A heading settles what such a column is about.
    if (key === 'condition') return;
    const value = this.valueOf(key, cell, { names: this.names, unit: column.unit ?? this.preamble.unit, title: column.title });
    // What a column of its own says goes before what another column says by the way.
    if (value !== undefined && (key === column.key || draft[key] === undefined)) draft[key] = { value, cell: at, column: column.title, text };
  }

  private valueOf(key: Exclude<TitleKey, 'status' | 'condition'>, cell: Cell, setting: Parameters<typeof readField>[2]): unknown {
    if (key === 'leadRegion') return readField('regions', cell, setting);
    // Finished is later than begun: a month without a day means its first day there and its last here.
    if (key === 'start') return readField('plannedStart', cell, setting);
    if (key === 'finish') return readField('plannedFinish', cell, setting);
    if (key !== 'place') return readField(key, cell, setting);
    const text = shownText(cell);
    const regions = this.names.regionsOf(text) ?? this.names.regionsWithin(text);
    if (regions.length > 0) return regions;
    // An address within the county whose file it is need not name it.
    return this.region ? undefined : readField('regions', cell, setting);
  }

  /** Settles what can be written in more than one way. */
  settle({ leadRegion, place, start, finish, ...draft }: Draft, columns: readonly Column[]): AnyValues {
    const has = (key: TitleKey): boolean => columns.some((column) => column.key === key);
    // Only readField fills a draft, each key with its own type.
    const values = draft as AnyValues;
    const regions = this.settleRegions(leadRegion as Read<string[]> | undefined, values.regions, place as Read<string[]> | undefined);
    if (regions) values.regions = regions;
    if (this.kind === 'works' && !values.sector && !has('sector') && this.sector) values.sector = this.sector;
    const stage = values.stage?.value;
    const begun = has('plannedStart') || stage === Stage.CONSTRUCTION || stage === Stage.COMPLETED;
    const finished = has('plannedFinish') || stage === Stage.COMPLETED;
    if (start) values[begun ? 'actualStart' : 'plannedStart'] ??= start as Read<string>;
    if (finish) values[finished ? 'actualFinish' : 'plannedFinish'] ??= finish as Read<string>;
    return values;
  }

  private settleRegions(lead: Read<string[]> | undefined, all: Read<string[]> | undefined, place: Read<string[]> | undefined): Read<string[]> | null {
    if (lead && all) return { ...lead, value: [...new Set([...lead.value, ...all.value])] };
    return lead ?? all ?? place ?? this.region;
  }

  /** Adds a further row of the same work, whose name is merged over both: funds add up, everything else must agree. */
  join(values: AnyValues, more: AnyValues, row: SheetRow): void {
    const known = values as Record<string, Read<unknown> | undefined>;
    for (const [key, next] of Object.entries(more) as [string, Read<unknown>][]) {
      const before = known[key];
      if (!before) known[key] = next;
      else if ((FUNDS as readonly string[]).includes(key)) known[key] = { ...before, value: Number(before.value) + Number(next.value), text: `${before.text} + ${next.text}` };
      else if (JSON.stringify(before.value) !== JSON.stringify(next.value)) {
        const detail = { name: values.name?.text ?? '', first: before.text, value: next.text };
        this.findings.refuse(this.sheet, row.number, next.cell, next.column, next.text, refuse('ROWS_DIFFER', detail));
      }
    }
  }
}
