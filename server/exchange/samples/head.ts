import { isBlank, shownText, type SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import { isUnit, type NamedItem } from './item-names';
import { meaningOf, type Meaning, type TitleKey } from './titles';

/** A column of an item. */
export interface ItemColumn {
  /** From 0. */
  index: number;
  title: string;
  item: NamedItem;
}

/** A table's heading, understood: a column an item, or a column that names the item beside one with its value. */
export interface Head {
  /** Columns by what they are about, from 0. */
  places: Partial<Record<TitleKey, number>>;
  items: ItemColumn[];
  /** The title of the value's column and the unit in it, where the table has a row a value. */
  value: { title: string; unit: string | null } | null;
  /** Titles of the columns that are read, to name a refused cell by. */
  titles: ReadonlyMap<number, string>;
  unknown: { cell: string; title: string }[];
}

/** Lines that a heading may have: groups, names, symbols, units. */
const DEEPEST = 4;

/** Whether a row has the title of the column that tells the section. */
const beginsHead = ({ cells }: SheetRow): boolean => cells.some((cell) => typeof cell === 'string' && ['SECTION', 'CODE'].includes(meaningOf(cell)?.key ?? ''));

/** What stands in a column in the lines of a heading, from the last up; what merged cells repeat counts once. */
function titlesOf(lines: readonly SheetRow[], index: number): { text: string; row: number }[] {
  return lines.flatMap(({ cells, number }) => {
    const cell = cells[index];
    if (isBlank(cell) || (typeof cell === 'object' && cell.kind === 'COVERED')) return [];
    return [{ text: shownText(cell), row: number }];
  }).reverse();
}

/** Understands lines as a heading; null where they are none: without section, time, or anything that is measured. */
function understand(lines: readonly SheetRow[]): Head | null {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const places: Head['places'] = {};
  const ranks: Partial<Record<TitleKey, number>> = {};
  const titles = new Map<number, string>();
  const [items, unknown]: [ItemColumn[], Head['unknown']] = [[], []];
  let value: Head['value'] = null;
  for (let index = 0; index < width; index++) {
    const written = titlesOf(lines, index);
    if (!written.length) continue;
    const title = written.map(({ text }) => text).reverse().join('/');
    const place = { cell: cellName(written.at(-1)!.row, index), title };
    const meanings = written.map(({ text }) => meaningOf(text)).filter((meaning): meaning is Meaning => meaning !== null);
    const item = meanings.find((meaning) => meaning.key === 'ITEM');
    const other = meanings.find((meaning) => meaning.key !== 'ITEM');
    if (item) {
      // A unit on a line of its own counts where the name has none.
      const unit = item.item.unit ?? written.find(({ text }) => isUnit(text))?.text ?? null;
      if (items.some((one) => one.item.key === item.item.key)) unknown.push(place);
      else {
        items.push({ index, title, item: { ...item.item, unit } });
        titles.set(index, title);
      }
    } else if (other) {
      const before = ranks[other.key];
      if (before !== undefined && before <= other.rank) {
        if (other.key !== 'ASIDE') unknown.push(place);
        continue;
      }
      ranks[other.key] = other.rank;
      places[other.key] = index;
      titles.set(index, title);
      if (other.key === 'VALUE') value = { title, unit: other.unit };
    } else unknown.push(place);
  }
  const hasTime = places.DATE !== undefined || places.TIME !== undefined || places.YEAR !== undefined;
  const isLong = !items.length && places.ITEM_NAME !== undefined && places.VALUE !== undefined;
  if ((places.SECTION === undefined && places.CODE === undefined) || !hasTime || (!items.length && !isLong)) return null;
  return { places, items, value: isLong ? value : null, titles, unknown };
}

/** Whether a row continues the heading above it: it names no section, and all that it says are titles, units or other names of items. */
function continues({ cells }: SheetRow, { places }: Head): boolean {
  const names = [places.SECTION, places.CODE].map((index) => (index === undefined ? undefined : cells[index]));
  if (names.some((cell) => !isBlank(cell) && !(typeof cell === 'object' && cell.kind === 'COVERED') && !/^(?:计量)?单位$/.test(shownText(cell)) && !['SECTION', 'CODE'].includes(meaningOf(shownText(cell))?.key ?? ''))) return false;
  const said = cells.filter((cell) => !isBlank(cell) && !(typeof cell === 'object' && cell.kind === 'COVERED')).map(shownText);
  // Other units (μS/cm, NTU) and the names of columns that nobody knows stand there too, but no value.
  return said.some((text) => isUnit(text) || meaningOf(text)?.key === 'ITEM') && said.every((text) => isUnit(text) || meaningOf(text) !== null || !/^[<＜]?[-+]?[\d０-９]/.test(text));
}

/**
 * Looks for a heading that begins at a row.
 * @param rows as many of the sheet's next rows as are at hand
 * @returns the heading and how many rows it takes; null where none begins there
 */
export function headAt(rows: readonly SheetRow[], at: number): { head: Head; lines: number } | null {
  if (!beginsHead(rows[at])) return null;
  for (let lines = 1; lines <= DEEPEST && at + lines <= rows.length; lines++) {
    let head = understand(rows.slice(at, at + lines));
    if (!head) continue;
    let taken = lines;
    while (taken < DEEPEST && at + taken < rows.length && continues(rows[at + taken], head)) {
      const longer = understand(rows.slice(at, at + taken + 1));
      if (!longer) break;
      head = longer;
      taken += 1;
    }
    return { head, lines: taken };
  }
  return null;
}

/** Rows that must be at hand to look for a heading. */
export const HEAD_LINES = DEEPEST;
