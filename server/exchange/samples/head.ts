import { refuse, type Refusal } from '../../api/refusal';
import { INDICATORS, type IndicatorKey, type WaterBody } from '../../water/indicators';
import { isBlank, shownText, type SheetRow } from '../sheet/cell';
import { cellName } from '../sheet/places';
import { isMetal, isMetals, StatedUnits, type UnitLine } from './head-units';
import { bodyOf, factorOf, isUnit, itemWithin, sameUnit, unitOf, type NamedItem } from './item-names';
import { linesWithGroups, titlesOf, type Title } from './head-titles';
import { meaningOf, type Meaning, type TitleKey } from './titles';

/** A column of an item. */
export interface ItemColumn {
  /** From 0. */
  index: number;
  cell: string;
  title: string;
  item: NamedItem;
  /** The waters whose values stand here; null where the column is the item's only one. */
  body: WaterBody | null;
}

/** A column that is left out. */
export interface UnknownColumn {
  cell: string;
  title: string;
  /** The item that its title is about all the same. */
  item: IndicatorKey | null;
}

/** A table's heading, understood: a column an item, or a column that names the item beside one with its value. */
export interface Head {
  /** Columns by what they are about, from 0. */
  places: Partial<Record<TitleKey, number>>;
  items: ItemColumn[];
  /** The title of the value's column and the unit in it, where the table has a row a value. */
  value: { cell: string; title: string; unit: string | null } | null;
  /** Units of lines above the table, for items whose names bear none. */
  stated: StatedUnits;
  /** Titles of the columns that are read, to name a refused cell by. */
  titles: ReadonlyMap<number, string>;
  unknown: UnknownColumn[];
  /** Columns that have any title. */
  titled: ReadonlySet<number>;
  /** Why the table cannot be read though it is one; a wrong guess would be wrong in every row. */
  faults: ((sheet: string) => Refusal)[];
}

/** Lines that a heading may have: groups, names, symbols, units. */
const DEEPEST = 4;
/** Values of another time than the row's. */
const OTHER_TIME = /上年|去年|同期|上月|上期|同比|环比/;
/** A line of units may say so in its first cells. */
const UNIT_LABEL = /^[([]?(?:计量)?单位[)\]]?[::]?$/;
const isUnitLabel = (text: string): boolean => UNIT_LABEL.test(text.normalize('NFKC').replace(/\s/g, ''));

/** Whether a row has the title of the column that tells the section. */
const beginsHead = ({ cells }: SheetRow): boolean => cells.some((cell) => typeof cell === 'string' && ['SECTION', 'CODE'].includes(meaningOf(cell)?.key ?? ''));

/** Understands lines as a heading; null where they are none: without section, time, or anything that is measured. */
function understand(lines: readonly SheetRow[], stated: StatedUnits): Head | null {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const filled = linesWithGroups(lines, width);
  const places: Head['places'] = {};
  const ranks: Partial<Record<TitleKey, number>> = {};
  const titles = new Map<number, string>();
  const columns = new ItemColumns(stated);
  const unknown: UnknownColumn[] = [];
  const titled = new Set<number>();
  let value: Head['value'] = null;
  for (let index = 0; index < width; index++) {
    const all = titlesOf(filled, index);
    const written = all.filter(({ text }) => !isUnitLabel(text) || all.length === 1);
    if (!written.length) continue;
    titled.add(index);
    const title = written.map(({ text }) => text).reverse().join('/');
    const meanings = written.map((one) => ({ meaning: meaningOf(one.text), one })).filter((each): each is { meaning: Meaning; one: Title } => each.meaning !== null);
    const item = meanings.find(({ meaning }) => meaning.key === 'ITEM');
    const place = { cell: cellName((item?.one ?? written.findLast(({ spread }) => !spread) ?? written[0]).row, index), title };
    const other = meanings.find(({ meaning, one }) => meaning.key !== 'ITEM' && !one.spread)?.meaning;
    if (item?.meaning.key === 'ITEM') {
      if (written.some(({ text }) => OTHER_TIME.test(text))) unknown.push({ ...place, item: item.meaning.item.key });
      else {
        columns.add(index, place, written, item.one, item.meaning.item);
        titles.set(index, title);
      }
    } else if (other && other.key !== 'ITEM') {
      const before = ranks[other.key];
      if (before !== undefined && before <= other.rank) {
        if (other.key !== 'ASIDE') unknown.push({ ...place, item: null });
        continue;
      }
      ranks[other.key] = other.rank;
      places[other.key] = index;
      titles.set(index, title);
      if (other.key === 'VALUE') value = { ...place, unit: other.unit ?? written.map(({ text }) => unitOf(text)).find((unit) => unit !== null) ?? null };
    } else if (written.some(({ spread }) => !spread)) unknown.push({ ...place, item: written.map(({ text }) => itemWithin(text)).find((key) => key !== null) ?? null });
  }
  const hasTime = places.DATE !== undefined || places.TIME !== undefined || places.YEAR !== undefined;
  const { items } = columns;
  const isLong = !items.length && places.ITEM_NAME !== undefined && places.VALUE !== undefined;
  if ((places.SECTION === undefined && places.CODE === undefined) || !hasTime || (!items.length && !isLong)) return null;
  return { places, items: columns.known(), value: isLong ? value : null, stated, titles, unknown, titled, faults: columns.faults() };
}

/** The columns of items in a heading: which item, which unit, and what is wrong with them. */
class ItemColumns {
  readonly items: (ItemColumn & { own: boolean })[] = [];
  private readonly twice: ((sheet: string) => Refusal)[] = [];
  /** Units of groups, by the cell that states them. */
  private readonly groups = new Map<string, { text: string; unit: string; used: boolean }>();
  private readonly clashes: { cell: string; text: string }[] = [];

  constructor(private readonly stated: StatedUnits) {}

  add(index: number, { cell, title }: { cell: string; title: string }, written: readonly Title[], named: Title, item: NamedItem): void {
    const { key } = item;
    const others = written.filter((one) => one !== named && meaningOf(one.text)?.key !== 'ITEM');
    const below = others.filter(({ text, guessed }) => !guessed && unitOf(text) !== null && isUnitAlone(text));
    const groups = others.filter((one) => !below.includes(one) && unitOf(one.text) !== null && !(one.guessed && isMetals(one.text) && !isMetal(key)));
    const units = [item.unit, ...below.map(({ text }) => unitOf(text))].filter((unit): unit is string => unit !== null);
    for (const { text, row } of below) if (!sameUnit(unitOf(text)!, units[0])) this.clashes.push({ cell: cellName(row, index), text });
    const able = groups.map(({ text }) => unitOf(text)!).find((unit) => factorOf(key, unit) !== null) ?? null;
    const unit = units[0] ?? able ?? this.stated.unitOf(key);
    for (const one of groups) {
      const from = cellName(one.row, one.column);
      const mine = unitOf(one.text)!;
      if (factorOf(key, mine) === null) continue;
      const known = this.groups.get(from) ?? { text: one.text, unit: mine, used: false };
      known.used ||= sameUnit(unit ?? INDICATORS[key].unit, mine);
      this.groups.set(from, known);
      // How far a group reaches is a guess where no cells are merged: a column with another unit may be its end.
      if (one.guessed && !sameUnit(unit ?? INDICATORS[key].unit, mine)) this.clashes.push({ cell: from, text: one.text });
    }
    const body = item.body ?? written.map(({ text }) => bodyOf(text)).find((each) => each !== null) ?? null;
    const same = this.items.find((one) => one.item.key === key && (one.body === null || body === null || one.body === body));
    if (same) this.twice.push((sheet) => refuse('HEAD_ITEM_TWICE', { field: 'file', sheet: sheet.slice(0, 60), first: same.cell, second: cell, indicator: INDICATORS[key].name }));
    this.items.push({ index, cell, title, item: { ...item, unit, factor: factorOf(key, unit ?? INDICATORS[key].unit) }, body, own: units.length > 0 || able !== null });
  }

  known(): ItemColumn[] {
    return this.items.map(({ own: _, body, ...rest }) => ({ ...rest, body: this.items.filter(({ item }) => item.key === rest.item.key).length > 1 ? body : null }));
  }

  faults(): ((sheet: string) => Refusal)[] {
    const unused = [...this.groups].filter(([, { used }]) => !used).map(([cell, { text }]) => ({ cell, text }));
    const open = this.items.length ? this.stated.open(this.items.map(({ item, own }) => ({ key: item.key, unit: item.unit, own }))) : [];
    return [...this.twice, ...[...this.clashes, ...unused, ...open].map(({ cell, text }) => (sheet: string) => refuse('HEAD_UNIT_OPEN', { field: 'file', sheet: sheet.slice(0, 60), cell, value: text.slice(0, 60) }))];
  }
}

/** Whether a text is a unit and nothing else, in brackets or not. */
const isUnitAlone = (text: string): boolean => isUnit(text.normalize('NFKC').trim().replace(/^[([]|[)\]]$/g, '').replace(/^(?:计量)?单位[:为]?/, ''));

/** Whether a row continues the heading above it: it names no section, and all that it says are titles, units or other names of items. */
function continues({ cells }: SheetRow, { places, titled, items }: Head): boolean {
  const names = [places.SECTION, places.CODE].map((index) => (index === undefined ? undefined : cells[index]));
  if (names.some((cell) => !isBlank(cell) && !(typeof cell === 'object' && cell.kind === 'COVERED') && !isUnitLabel(shownText(cell)) && !['SECTION', 'CODE'].includes(meaningOf(shownText(cell))?.key ?? ''))) return false;
  const said = cells.flatMap((cell, index) => (isBlank(cell) || (typeof cell === 'object' && cell.kind === 'COVERED') ? [] : [{ text: shownText(cell), index }]));
  const last = Math.max(...items.map(({ index }) => index));
  // Other units (μS/cm, NTU) and the names of columns that nobody knows stand there too, but no value. What stands below a group's blank cells divides the group.
  const divides = ({ index }: { index: number }): boolean => !titled.has(index) && index > items[0]?.index && index <= last + 31;
  return said.some((one) => isUnitAlone(one.text) || meaningOf(one.text)?.key === 'ITEM' || divides(one)) && said.every(({ text }) => isUnitAlone(text) || isUnitLabel(text) || meaningOf(text) !== null || !/^(?:[<＜]?[-+−]?[\d０-９.]|[-—/*＊]+$|未检出|nd$)/i.test(text.trim()));
}

/** Whether a line above the one with the section's title is the groups over its columns: it says nothing over section and time. */
function isGroupLine(row: SheetRow | undefined, head: SheetRow): boolean {
  if (!row || row.number !== head.number - 1) return false;
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const own = head.cells.findLastIndex((cell) => typeof cell === 'string' && ['SECTION', 'CODE', 'DATE', 'TIME', 'YEAR', 'MONTH', 'DAY', 'HOUR'].includes(meaningOf(cell)?.key ?? ''));
  return first > own && own >= 0 && !/单位/.test(shownText(row.cells[first]));
}

/**
 * Looks for a heading that begins at a row.
 * @param rows as many of the sheet's next rows as are at hand
 * @param above the row before, and lines above that state units
 * @returns the heading and how many rows it takes; null where none begins there
 */
export function headAt(rows: readonly SheetRow[], at: number, above: { row?: SheetRow; units: readonly { row: number; line: UnitLine }[] } = { units: [] }): { head: Head; lines: number } | null {
  if (!beginsHead(rows[at])) return null;
  const groups = isGroupLine(above.row, rows[at]) ? [above.row!] : [];
  // What a group line states is of the columns below it.
  const stated = new StatedUnits(above.units.filter(({ row }) => !groups.some(({ number }) => number === row)).map(({ line }) => line));
  for (let lines = 1; lines <= DEEPEST && at + lines <= rows.length; lines++) {
    let head = understand([...groups, ...rows.slice(at, at + lines)], stated);
    if (!head) continue;
    let taken = lines;
    while (taken < DEEPEST && at + taken < rows.length && continues(rows[at + taken], head)) {
      const longer = understand([...groups, ...rows.slice(at, at + taken + 1)], stated);
      if (!longer) break;
      head = longer;
      taken += 1;
    }
    return { head, lines: taken };
  }
  return null;
}

/** Whether a row holds units where values stand: nothing of it may be taken for a value, nor left out. */
export function unitIn({ cells }: SheetRow, { items, places }: Head): number | null {
  const index = [...items.map((one) => one.index), ...(places.VALUE === undefined ? [] : [places.VALUE])].find((each) => typeof cells[each] === 'string' && isUnitAlone(cells[each]) && /[a-zμ℃升]/i.test(cells[each]));
  return index ?? null;
}

/** Rows that must be at hand to look for a heading. */
export const HEAD_LINES = DEEPEST;
