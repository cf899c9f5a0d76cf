import { isBlank, shownText, type Cell, type SheetRow } from '../sheet/cell';
import type { Head } from './read-head';
import { saysNothing, squeeze } from './read-text';

/** What a row below the heading is. */
export type RowSort = 'DATA' | 'EMPTY' | 'TOTAL' | 'SECTION' | 'NOTE' | 'NAMELESS';

const TOTAL = /^(?:.{0,12})?(?:合计|小计|总计|共计)(?:\d*[个项件]|\(.*\)|[:])*$|^(?:小计|合计|总计|subtotal|total)[:]|^共\d+[个项件]|^(?:sub-?|grand)?totals?[:]?$/;
const NOTE = /^(?:注|备注|说明|附注|附件|填[报表]说明|注意(?:事项)?|数据来源|资料来源|notes?|remarks?)(?:\d*[:.、]|$)|^(?:单位)?(?:填[报表]人?|制表人?|审[核批]人?|复核人?|统计人?|经办人?|负责人|主要领导|分管领导|单位负责人|联系人|联系电话|填[报表](?:单位|日期|时间)|preparedby|reviewedby|approvedby)(?:\([^)]*\))?[:]/;
const NUMBERED = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\))/;
const CHINESE_NUMERAL = /^[(]?[一二三四五六七八九十]+[)]?[、.]?$/;

const isCovered = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell.kind === 'COVERED';
/** As much of a cell as tells its row's sort. */
const startOf = (cell: Cell | undefined): string => squeeze(shownText(cell).slice(0, 200));
const textAt = (row: SheetRow, column: number | undefined): string => (column === undefined ? '' : startOf(row.cells[column]));
const COUNTED = /\(?共?\d+[个项件]\)?$/;
const isWords = (cell: Cell | undefined): boolean => typeof cell === 'string' && !isFigure(cell);
const isZero = (cell: Cell | undefined): boolean => cell === 0 || (typeof cell === 'object' && cell.kind === 'LABELLED' && cell.value === 0);
const isFigure = (cell: Cell | undefined): boolean => typeof cell === 'number' || (typeof cell === 'object' && cell.kind === 'LABELLED') || /^[\d,.]*%?$/.test(startOf(cell));

/** Whether a cell is merged with the one right of it. */
function spans(row: SheetRow, column: number | undefined): boolean {
  const next = column === undefined ? undefined : row.cells[column + 1];
  return typeof next === 'object' && next.kind === 'COVERED' && next.row === row.number && next.column === column;
}

/** The title of a section without its number and count: "一、X领域（10项）" → "x领域". */
export const sectionName = (row: SheetRow): string => {
  const texts = row.cells.filter((cell) => !isCovered(cell)).map(startOf).filter((text) => text !== '' && !CHINESE_NUMERAL.test(text));
  return (texts[0] ?? '').replace(NUMBERED, '').replace(/\([^()]*\)|[:].*$|共?\d+[个项件].*$/g, '');
};

/** Tells rows apart. `isSection` knows the names that a section may have. */
export class RowSorter {
  private readonly name: number | undefined;
  private readonly code: number | undefined;
  private readonly firstColumn: number;
  /** Columns that say nothing by themselves: what is reckoned from others, and the number. */
  private readonly beside: ReadonlySet<number>;
  private afterNotes = false;

  constructor(head: Head, private readonly isSection: (name: string) => boolean) {
    this.name = head.columns.find(({ key }) => key === 'name')?.index;
    this.code = head.columns.find(({ key }) => key === 'code')?.index;
    this.beside = new Set([...head.derived, ...head.columns.flatMap(({ key, index }) => (key === 'number' ? [index] : []))]);
    this.firstColumn = Math.min(...head.columns.map(({ index }) => index), ...head.derived, ...head.unknown.map(({ index }) => index));
  }

  sort(row: SheetRow): RowSort {
    const own = [...row.cells.keys()].filter((column) => !isCovered(row.cells[column]) && !isBlank(row.cells[column]));
    if (own.length === 0) return 'EMPTY';
    const first = textAt(row, own[0]);
    const name = textAt(row, this.name);
    const code = textAt(row, this.code);
    if (NOTE.test(first)) {
      this.afterNotes = true;
      return 'NOTE';
    }
    if (TOTAL.test(first) || (code === '' && (TOTAL.test(name) || own.some((column) => typeof row.cells[column] === 'string' && /^(?:合计|小计|总计)$/.test(textAt(row, column)))))) return 'TOTAL';
    if (code !== '') return 'DATA';
    if (own.length === 1 && this.afterNotes) return 'NOTE';
    if (name === '' && this.holdsNothing(row, own)) return 'EMPTY';
    if (this.opensSection(row, own, first, name)) return 'SECTION';
    return name === '' ? 'NAMELESS' : 'DATA';
  }

  /** Rows that were numbered, or given formulas, for works to come. */
  private holdsNothing(row: SheetRow, own: readonly number[]): boolean {
    return own.every((column) => (this.beside.has(column) && !isWords(row.cells[column])) || isZero(row.cells[column]) || saysNothing(textAt(row, column)) || /^0+(?:\.0+)?%?$/.test(textAt(row, column)));
  }

  private opensSection(row: SheetRow, own: readonly number[], first: string, name: string): boolean {
    const others = own.filter((column) => column !== own[0] && column !== this.name);
    const onlyFigures = others.every((column) => isFigure(row.cells[column]));
    if (CHINESE_NUMERAL.test(first) && onlyFigures && (this.isSection(sectionName(row)) || COUNTED.test(name) || spans(row, this.name))) return true;
    if ((NUMBERED.test(first) || NUMBERED.test(name)) && onlyFigures) return true;
    if (own.length !== 1 || isFigure(row.cells[own[0]])) return false;
    return spans(row, own[0]) || (own[0] === this.firstColumn && own[0] !== this.name);
  }
}
