import { cellText, type Say } from './cells';
import type { LedgerColumn, LedgerRow } from './pages';

/** A column as it is shown. */
export interface ShownColumn extends LedgerColumn {
  /** The place of its cells in a row's. */
  at: number;
  /** px */
  width: number;
  /** Its place among the columns shown, from 1. */
  track: number;
  /** How far it begins from the left of all, px. */
  begins: number;
  /** How far from the left it stays while the others move, px; null for one that moves. */
  stays: number | null;
  /** Right-aligned. */
  figures: boolean;
}

/** A column's title, and the unit of its money. */
type Title = { title: string; unit: string };

/** What a reader must always see, to know which row a figure belongs to. */
export const isName = (key: string): boolean => key === 'name' || key === 'title';
/** A name further right than this is where the reader wants it, and moves with the rest. */
const NAME_AMONG = 6;
/** px of a held name on a narrow screen. */
const NARROW_NAME = 164;
/** px between text and rule on both sides, and of the arrow of an order. */
const [ROOM, ARROW] = [22, 16];
const [NARROWEST, WIDEST] = [56, 300];
/** Letters of cells and of titles, px; totals are written bolder. */
const [CELL, TITLE, BOLD] = [14, 13, 1.08];

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** About how long a text is, px: Chinese signs are as wide as they are high, figures and letters a little over half. */
export const lengthOf = (text: string, size: number): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? size : size * 0.57), 0);

/** Room for a title: over two lines when it is long; words of letters are not broken. */
function titleRoom(title: string): number {
  const whole = lengthOf(title, TITLE);
  if (whole <= 6.2 * TITLE) return whole;
  return Math.max(5 * TITLE, whole / 2 + TITLE / 2, ...title.split(/[\s\u2e80-\uffe6]+/u).map((word) => lengthOf(word, TITLE)));
}

/** Room for a column's cells and its title. Long texts go over two lines. */
function widthOf(column: LedgerColumn, { title, unit }: Title, cells: readonly (string | null)[], total: string | null, say: Say): number {
  const room = (cell: string | null) => lengthOf(cellText(column, cell, say), CELL);
  const natural = Math.max(cells.reduce((most, cell) => Math.max(most, room(cell)), 0), total === null ? 0 : room(total) * BOLD);
  const text = column.type === 'TEXT' && natural > 150 ? Math.max(150, natural / 2 + 20) : natural;
  const mark = column.type === 'STAGE' ? 22 : column.key === 'health' || column.key === 'suspended' || column.key === 'unverified' ? 26 : 0;
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, text + mark + ROOM, Math.max(titleRoom(title), lengthOf(unit, TITLE - 1)) + ROOM + ARROW)));
}

/** The title of a column in the language of the screen, and the unit of its money. */
export function titleOf(column: Pick<LedgerColumn, 'title' | 'titleEn' | 'type'>, { language, unitName }: Pick<Say, 'language'> & { unitName: string }): Title {
  const english = language.startsWith('en');
  const unit = column.type !== 'MONEY' ? '' : english ? `(${unitName})` : `（${unitName}）`;
  return { title: english ? column.titleEn : column.title, unit };
}

/** The keys to show: those chosen that there are, else all. */
export function keysShown(columns: readonly Pick<LedgerColumn, 'key'>[], chosen: readonly string[] | null): string[] {
  const all = columns.map(({ key }) => key);
  const kept = chosen?.filter((key) => all.includes(key)) ?? [];
  return kept.length ? kept : all;
}

/**
 * The columns to show, with their widths by the rows of a first page and the totals, in the reader's own order. The first
 * and the name stay in sight while the others move under them; on a narrow screen the name comes first and stays alone.
 */
export function shownColumns(columns: readonly LedgerColumn[], rows: readonly LedgerRow[], totals: readonly (string | null)[], chosen: readonly string[] | null, look: { say: Say; unitName: string; narrow: boolean }): ShownColumn[] {
  const { say, unitName, narrow } = look;
  const asked = keysShown(columns, chosen);
  const keys = narrow ? [...asked.filter(isName), ...asked.filter((key) => !isName(key))] : asked;
  const name = keys.slice(0, NAME_AMONG).findIndex(isName);
  const held = (place: number) => place === name || (place === 0 && (!narrow || name < 0));
  let [left, begins] = [0, 0];
  return keys.map((key, place) => {
    const at = columns.findIndex((column) => column.key === key);
    const column = columns[at]!;
    const natural = widthOf(column, titleOf(column, { language: say.language, unitName }), rows.map(({ cells }) => cells[at] ?? null), totals[at] ?? null, say);
    const width = narrow && held(place) ? Math.min(natural, NARROW_NAME) : natural;
    const stays = held(place) ? left : null;
    if (stays !== null) left += width;
    begins += width;
    return { ...column, at, track: place + 1, begins: begins - width, width, stays, figures: column.type === 'NUMBER' || column.type === 'MONEY' || column.type === 'PERCENT' };
  });
}

/** Columns drawn beyond those in sight, px. */
const BEYOND = 240;
/** They change in steps of so many px. */
const STEP = 120;

/** How far the columns in sight reach, in steps: what is drawn changes only between them. */
export const sightOf = (scrolled: number, width: number): readonly [number, number] => [Math.floor((scrolled - BEYOND) / STEP) * STEP, Math.ceil((scrolled + width + BEYOND) / STEP) * STEP];

/** The columns to draw: those in sight, and those that always are. */
export const columnsInSight = (columns: readonly ShownColumn[], [from, to]: readonly [number, number]): ShownColumn[] =>
  columns.filter(({ stays, begins, width }) => stays !== null || (begins < to && begins + width > from));

/** The column moved one place; the same columns where there is no such place. */
export function moved(keys: readonly string[], key: string, by: number): string[] {
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  const rest = keys.filter((one) => one !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}
